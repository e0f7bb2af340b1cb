"""Figures of few people's answers, which readers who were not there do not get.

Whoever was in the room knows who answered when one slip came back of eight, and one person's
"not sure at all" is then public. So figures go, as quotes do, to outside readers from five answers
on (facts §9 sets the rule for quotes; the floor is our own); how many answered is always told.
"""

from __future__ import annotations

from collections.abc import Iterator

from facilitui.core.feedback import GROWTH, QUOTES_FROM, Feedback, Item, Response

Asked = tuple[Item, str]
"""A question on a scale, with the id of the goal that it is about."""


def without_few(feedback: Feedback) -> Feedback:
    """The feedback without the answers to questions that fewer than five answered."""
    few = set(_few(feedback))
    if not few:
        return feedback
    safe = tuple(_without(each, few) for each in feedback.responses)
    return feedback.model_copy(update={"responses": safe})


def has_few(feedback: Feedback) -> bool:
    """Whether there is a question that so few answered."""
    return any(True for _ in _few(feedback))


def _few(feedback: Feedback) -> Iterator[Asked]:
    """The questions that fewer than five answered; before and now count where both were told."""
    answers = [{(item, goal) for item, goal, _ in each.told()} for each in feedback.responses]
    for item, goal in dict.fromkeys(asked for each in answers for asked in sorted(each)):
        together = {(each, goal) for each in GROWTH} if item in GROWTH else {(item, goal)}
        if sum(together <= each for each in answers) < QUOTES_FROM:
            yield item, goal


def _without(response: Response, few: set[Asked]) -> Response:
    goals = {
        goal: {item: level for item, level in levels.items() if (item, goal) not in few}
        for goal, levels in response.goals.items()
    }
    levels = {item: level for item, level in response.levels.items() if (item, "") not in few}
    return response.model_copy(update={"levels": levels, "goals": goals})
