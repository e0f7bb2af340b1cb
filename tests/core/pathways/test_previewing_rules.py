"""An own rule under a name that the changed file brings back stands again, and that is told."""

from __future__ import annotations

from typing import Any

from facilitui.core.pathways.case import Case
from facilitui.core.pathways.changed_file import moved
from facilitui.core.pathways.enrolment import OwnRule
from facilitui.core.pathways.pathway import Pathway
from facilitui.core.pathways.previewing import preview
from tests.core.pathways.journals import TODAY, day, enrolled, observed, progress
from tests.core.pathways.test_previewing import SCORES, TALK, edited, two_of_kind


def version(number: str, *asked: dict[str, Any]) -> Pathway:
    """A version of a pathway whose first phase asks for these."""
    about = {"version": number, "rubric": {"id": "ours", "priority": ["a"]}}
    return edited(two_of_kind(*asked), lambda data: data.update(about))


def test_an_own_rule_that_stands_again_is_told_as_what_is_set_aside_is() -> None:
    """With what it asks for; nothing is told of it where the name stays unknown."""
    first, second, third = (
        version("1", TALK, SCORES),
        version("2", TALK),
        version("3", TALK, SCORES),
    )
    rule = OwnRule(requirement="scores", at_least=2, one_at_least=4, source="Ms Day", on=day(1))
    case = Case(observed=(observed("x", 5, {"a": 2}),))
    enrolment = moved(enrolled(first, [("one", 0)], ["x"], rules=(rule,)), first, second, TODAY)
    told = preview(progress(enrolment, second, case), third, case, TODAY).lines
    again = "“Reach it” is new and has its own rule all the same: at least 2, one of them at 4."
    assert again in told
    told = preview(progress(enrolment, second, case), version("4", TALK), case, TODAY).lines
    assert not any("own rule" in each for each in told)
