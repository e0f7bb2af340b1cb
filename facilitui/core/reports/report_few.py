"""Figures of few people's answers, which readers who were not there do not get.

Whoever was in the room knows who answered when one slip came back of eight, and one person's
"not sure at all" is then public. So figures go, as quotes do, to outside readers from five answers
on (facts §9 sets the rule for quotes; the floor is our own); how many answered is always told.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence, Set

from facilitui.core.pathways.log_entry import LogEntry
from facilitui.core.pathways.pulse import answers_beside, scales_of
from facilitui.core.pathways.requirements import Log
from facilitui.core.responses.feedback import (
    EFFECT,
    GROWTH,
    QUOTES_FROM,
    Feedback,
    Item,
    Response,
    are_few,
    example,
    kept_back,
)

FEW_FIGURES = f"figures where fewer than {QUOTES_FROM} answered"
"""What is left out, in words."""
TOO_FEW = f"Too few to tell (fewer than {QUOTES_FROM})."
"""What stands where figures would."""
Asked = tuple[Item, str]
"""A question on a scale, with the id of the goal that it is about."""


def few_in(feedback: Feedback) -> frozenset[Asked]:
    """The questions that fewer than five answered."""
    return frozenset(_few(feedback))


def few_effect(few: Set[Asked]) -> bool:
    """Whether one about how the session worked is among questions."""
    return any(item in EFFECT for item, _ in few)


def few_growth(few: Set[Asked]) -> bool:
    """Whether both before and now, of the session or of one goal, are among questions."""
    return any(few_growth_of(few, goal) for _, goal in few)


def few_growth_of(few: Set[Asked], goal: str) -> bool:
    """Whether both before and now of one goal are among questions."""
    return all((item, goal) in few for item in GROWTH)


def few_wrote(feedback: Feedback) -> bool:
    """Whether something was written that is not told, as too few could have written it."""
    written = any(kept_back(feedback, item) for item in Item)
    return written or example(feedback) != feedback.example.strip()


def without_few(feedback: Feedback) -> Feedback:
    """The feedback without the answers to questions that fewer than five answered."""
    few = few_in(feedback)
    if not few:
        return feedback
    safe = tuple(_without(each, few) for each in feedback.responses)
    return feedback.model_copy(update={"responses": safe})


def few_answers(
    said: LogEntry, versions: Sequence[Log], others: Iterable[LogEntry]
) -> dict[str, int]:
    """The questions with levels that fewer than five answered in the pulse an entry belongs to.

    By their ids with how many answered, in all the entries that are logged of it: so one slip of
    eight that was entered by itself tells no more than one of a whole meeting. Of several versions
    of what was asked, the one goes for a question on whose levels most answered: answers in the
    words of an earlier one are none on the levels of a later one.
    """
    there, answered = [*others], dict[str, int]()
    for asked in versions:
        for each in scales_of(asked):
            count = answers_beside(said, asked, each, there)
            if count is not None:
                answered[each.id] = max(count, answered.get(each.id, 0))
    return {id: count for id, count in answered.items() if are_few(count)}


def few_words(answered: int) -> str:
    """What stands where the figures of a pulse would: how many answered is always told."""
    return f"{TOO_FEW} {answered} answered." if answered else TOO_FEW


def _few(feedback: Feedback) -> Iterator[Asked]:
    """The questions that fewer than five answered; before and now count where both were told."""
    answers = Counter(
        frozenset((item, goal) for item, goal, _ in each.told()) for each in feedback.responses
    )
    for item, goal in {asked for each in answers for asked in each}:
        together = {(each, goal) for each in GROWTH} if item in GROWTH else {(item, goal)}
        if sum(count for each, count in answers.items() if together <= each) < QUOTES_FROM:
            yield item, goal


def _without(response: Response, few: Set[Asked]) -> Response:
    goals = {
        goal: {item: level for item, level in levels.items() if (item, goal) not in few}
        for goal, levels in response.goals.items()
    }
    levels = {item: level for item, level in response.levels.items() if (item, "") not in few}
    return response.model_copy(update={"levels": levels, "goals": goals})
