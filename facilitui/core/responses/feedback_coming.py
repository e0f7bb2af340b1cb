"""How answers came in: when, and whether they are among those that came before."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from datetime import date
from enum import Enum, auto
from math import log

from facilitui.core.journals.said import on_day
from facilitui.core.responses.feedback import Feedback, Response
from facilitui.core.responses.form_days import Days

OF_THIS = "Is this the file of this session?"
"""What is asked where answers may be another session's."""
_FAR_MORE = 0.75
"""The share of the smaller side that must be alike where others could have answered just so."""
_CHANCE = 0.001
"""How likely it may be at most that as many of other people's are alike."""


def days_told(days: Days) -> str:
    """The day on which they answered, or the first and the last."""
    first, last = days
    if first.year != last.year:
        return f"{on_day(first)} to {on_day(last)}"
    begun = "" if first == last else f"{first:%a} {first.day} {first:%b} to "
    return f"{begun}{on_day(last)}"


def when_told(feedback: Feedback) -> str:
    """When they answered, where that was noted, else when their answers were taken in."""
    if feedback.answered_on is not None:
        return f"answered {days_told(feedback.answered_on)}"
    return f"taken in on {on_day(feedback.collected_on)}" if feedback.collected_on else "no date"


def doubts(
    count: int, came: int | None, days: Days | None, held_on: date | None
) -> tuple[str, ...]:
    """Why answers may be another session's: more than came, or dated before it was held."""
    return tuple(filter(None, (more_than_came(count, came), before_it(days, held_on))))


def more_than_came(count: int, came: int | None) -> str:
    """That more answered than came; nothing where nobody told how many did."""
    if came is None or count <= came:
        return ""
    return f"{count:,} answered, but only {came:,} came"


def before_it(days: Days | None, held_on: date | None) -> str:
    """That answers are dated before the session; nothing where none is, or a day is not known."""
    if days is None or held_on is None or days[0] >= held_on:
        return ""
    some = "some " if days[-1] >= held_on else ""
    first = f"{some}answered on {on_day(days[0])}"
    return f"{first}, before the session on {on_day(held_on)}"


class Overlap(Enum):
    """How responses are to those that were taken before."""

    NONE = auto()
    SAME = auto()
    """The same, in whatever order."""
    MORE = auto()
    """All of those, and others, as when a form was exported again later."""
    SOME = auto()
    """Some of those, as when a row was deleted or put right before it was exported again."""


def overlap(responses: Iterable[Response], before: Iterable[Response]) -> Overlap:
    """How responses are to those that were taken before."""
    return among(map(answer_print, responses), map(answer_print, before))


def among(found: Iterable[object], before: Iterable[object], *, by_chance: bool = True) -> Overlap:
    """How things are to those that were there before, each as often as it is there.

    Where they may be alike by chance, as who answers in haste ticks what others tick, so few are
    not those of before: half of the smaller side must be. Else a single one tells.
    """
    now, known = Counter(found), Counter(before)
    again = (now & known).total()
    if not again or (by_chance and 2 * again < min(now.total(), known.total())):
        return Overlap.NONE
    if known - now:
        return Overlap.SOME
    return Overlap.MORE if now - known else Overlap.SAME


def is_no_chance(found: Iterable[object], before: Iterable[object]) -> bool:
    """Whether things are alike in such numbers that they cannot be other people's.

    Three quarters of the smaller side must be, and so many by chance must be less likely than one
    in a thousand. How likely a single one is alike by chance is told by how many of a side are
    like others of it: it is next to nothing where all differ, and certain where all tick the same.
    So even where all differ, fewer than five tell nothing.
    """
    now, known = Counter(found), Counter(before)
    again, least = (now & known).total(), min(now.total(), known.total())
    if not again or again < _FAR_MORE * least:
        return False
    chance = max(_alike_by_chance(now), _alike_by_chance(known))
    return least * _surprise(again / least, chance) >= -log(_CHANCE)


def _alike_by_chance(side: Counter[object]) -> float:
    """How likely a further one is like one of a side (Good and Turing's estimate), never 0."""
    once = sum(count == 1 for count in side.values())
    return (side.total() - once + 1) / (side.total() + 1)


def _surprise(share: float, chance: float) -> float:
    """What each contributes, as a logarithm, to how unlikely so high a share is (Chernoff)."""
    if share <= chance:
        return 0.0
    others = (1 - share) * log((1 - share) / (1 - chance)) if share < 1 else 0.0
    return share * log(share / chance) + others


def unknown(found: Iterable[object], before: Iterable[object]) -> tuple[int, ...]:
    """The places of the things that were not there before, each as often as it was."""
    left = Counter(before)
    new: list[int] = []
    for at, each in enumerate(found):
        if left[each] > 0:
            left[each] -= 1
        else:
            new.append(at)
    return tuple(new)


def answer_print(response: Response) -> object:
    """What one participant answered, to be compared by: it may be about another goal by now."""
    levels = Counter((item, level) for item, _, level in response.told())
    return frozenset(levels.items()), frozenset(response.words.items())
