"""One picture of what participants said about a session, whichever ways their answers came in.

An online form and a few slips on paper are answered by the same people: their answers are counted
together, against those who came. Who was asked again weeks later is a picture of its own, each time
that they were asked, and so is what was asked on another scale, as no scale is brought onto another
one.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from datetime import date, timedelta

from facilitui.core.base import LONGEST_LINE
from facilitui.core.responses.feedback import GROWTH, Asked, Feedback, Item, Response, asked_of
from facilitui.core.responses.feedback_scale import Scale
from facilitui.core.responses.form_days import Days

Question = tuple[Item, str]
"""What is asked, and the goal that it is about; before and now are one, or they tell nothing."""
Scales = tuple[Scale | None, ...]
ONE_ASKING = timedelta(days=14)
"""Answers from weeks later that are further apart are of the same people asked once more.

A form stays open for a week or two and slips come in beside it; nobody is asked again so soon.
"""


def together(sets: Sequence[Feedback], came: int | None = None) -> tuple[Feedback, ...]:
    """The answers of one session as they are told: at its end first, then weeks later.

    Those that were taken out again are none. `came` is how many could have answered where no set
    tells it. What was asked on another scale follows, with those who answered on that one.
    """
    return tuple(picture for asking in askings(sets) for picture in _pictures(asking, came))


def askings(sets: Sequence[Feedback]) -> tuple[tuple[Feedback, ...], ...]:
    """The sets of each time that people were asked, in order: at the end, then weeks later.

    Those that were taken out again are in none. Sets from weeks later are of one asking where no
    more than two weeks lie between them; one that tells no day is of the first.
    """
    standing = [each for each in sets if not each.withdrawn]
    found = [[each for each in standing if not each.later]]
    until = date.min
    for each in sorted((each for each in standing if each.later), key=_first_day):
        first, last = _days_of(each)
        again = until > date.min and first - until > ONE_ASKING
        if len(found) == 1 or again:
            found.append([])
        found[-1].append(each)
        until = max(until, last)
    return tuple(tuple(asking) for asking in found if asking)


def _first_day(feedback: Feedback) -> date:
    return _days_of(feedback)[0]


def _days_of(feedback: Feedback) -> Days:
    """The days on which a set was answered, else taken in; the first of all where none is told."""
    taken = feedback.collected_on or date.min
    return feedback.answered_on or (taken, taken)


def _pictures(sets: Sequence[Feedback], came: int | None) -> Iterator[Feedback]:
    """Sets as one, then what of them is on other scales."""
    in_all: int | None = None
    left = [*sets]
    while left:
        picture, left = _joined(left, came)
        yield picture.model_copy(update={"in_all": in_all})
        in_all = len(picture.responses) if in_all is None else in_all


def _joined(sets: Sequence[Feedback], came: int | None) -> tuple[Feedback, list[Feedback]]:
    """Sets as one, and what of them is on other scales."""
    told = [each.attendance for each in sets if each.attendance is not None]
    attendance = max(told, default=came)
    if len(sets) == 1:
        return sets[0].model_copy(update={"attendance": attendance}), []
    scales = _scales(sets)
    whole = [response for each in sets for response in _fitting(each, scales)]
    others = [_others(each, scales) for each in sets]
    asked = {(each.item, each.goal): each for one in sets for each in _asked(one, scales)}
    update = {
        "attendance": attendance,
        "source": ", ".join(dict.fromkeys(each.source for each in sets))[:LONGEST_LINE],
        "collected_on": max((e.collected_on for e in sets if e.collected_on), default=None),
        "answered_on": _days(sets),
        "asked": tuple(asked.values()),
        "asked_in_words": {item: sum(asked_of(each, item) for each in sets) for item in Item},
        "responses": tuple(whole),
        "rows": (),
        "example": next((e.example for e in reversed(sets) if e.example.strip()), ""),
        "reason": "",
    }
    return sets[0].model_copy(update=update), [each for each in others if each.responses]


def _question(item: Item, goal: str) -> Question:
    return (Item.NOW if item in GROWTH else item), goal


def _scale_of(feedback: Feedback, question: Question) -> Scales:
    """What a question was asked on; of growth both before and now."""
    item, goal = question
    return tuple(feedback.scale(each, goal) for each in (GROWTH if item in GROWTH else (item,)))


def _scales(sets: Sequence[Feedback]) -> dict[Question, Scales]:
    """For every question the scales that most answered it on."""
    counted: dict[Question, Counter[Scales]] = {}
    for each in sets:
        asked = Counter(_question(i, goal) for r in each.responses for i, goal, _ in r.told())
        for question, count in asked.items():
            counted.setdefault(question, Counter())[_scale_of(each, question)] += count
    return {question: count.most_common(1)[0][0] for question, count in counted.items()}


def _fits(feedback: Feedback, item: Item, goal: str, scales: dict[Question, Scales]) -> bool:
    question = _question(item, goal)
    return scales.get(question) in (None, _scale_of(feedback, question))


def _fitting(feedback: Feedback, scales: dict[Question, Scales]) -> tuple[Response, ...]:
    """All responses of a set, with their levels on these scales."""
    odd = {each for each in scales if not _fits(feedback, *each, scales)}
    if not odd:
        return feedback.responses
    return tuple(_only(each, odd, inside=False) for each in feedback.responses)


def _others(feedback: Feedback, scales: dict[Question, Scales]) -> Feedback:
    """A set with its levels on other scales than these alone, and nobody's words."""
    odd = {each for each in scales if not _fits(feedback, *each, scales)}
    found = (_only(each, odd, inside=True) for each in feedback.responses) if odd else ()
    bare = (each.model_copy(update={"words": {}}) for each in found)
    update = {"responses": tuple(e for e in bare if e != Response()), "example": ""}
    return feedback.model_copy(update=update)


def _only(response: Response, questions: set[Question], *, inside: bool) -> Response:
    """A response with its levels inside of some questions, or outside of them."""
    levels: dict[str, dict[Item, int]] = {}
    for item, goal, level in response.told():
        if (_question(item, goal) in questions) is inside:
            levels.setdefault(goal, {})[item] = level
    return response.model_copy(update={"levels": levels.pop("", {}), "goals": levels})


def _asked(feedback: Feedback, scales: dict[Question, Scales]) -> tuple[Asked, ...]:
    return tuple(each for each in feedback.asked if _fits(feedback, each.item, each.goal, scales))


def _days(sets: Sequence[Feedback]) -> Days | None:
    """The first and the last day of all; None where one of them did not note it."""
    days = [each.answered_on for each in sets if each.answered_on is not None]
    if len(days) < len(sets):
        return None
    return min(first for first, _ in days), max(last for _, last in days)
