"""How answers came in: when, and whether they are among those that came before."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from enum import Enum, auto

from facilitui.core.feedback import Feedback, Response
from facilitui.core.form_days import Days
from facilitui.core.said import on_day

_FAR = 5
"""So many answers more than people came are no miscount."""


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


def far_more(count: int, came: int | None) -> str:
    """That far more answered than came, as when it is another session's file; else nothing."""
    if came is None or count <= 2 * came or count < came + _FAR:
        return ""
    return f"{count:,} answered, but only {came:,} came: is this the file of this session?"


class Overlap(Enum):
    """How responses are to those that were taken before."""

    NONE = auto()
    SAME = auto()
    """The same, in whatever order."""
    MORE = auto()
    """All of those, and others, as when a form was exported again later."""


def overlap(responses: Iterable[Response], before: Iterable[Response]) -> Overlap:
    """How responses are to those that were taken before."""
    return among(map(_print, responses), map(_print, before))


def among(found: Iterable[object], before: Iterable[object]) -> Overlap:
    """How things are to those that were there before, each as often as it is there."""
    now, known = Counter(found), Counter(before)
    if not known or known - now:
        return Overlap.NONE
    return Overlap.MORE if now - known else Overlap.SAME


def _print(response: Response) -> object:
    """What one participant answered, to be compared by: it may be about another goal by now."""
    levels = Counter((item, level) for item, _, level in response.told())
    return frozenset(levels.items()), frozenset(response.words.items())
