"""Which field is to be mended where values do not go together, or one of them is missing."""

from __future__ import annotations

from datetime import date
from typing import Any

import pytest

from facilitui.core.errors import Refused
from facilitui.core.journals.withdrawal import refuse_without
from facilitui.core.reviews.answer import Answer
from facilitui.core.reviews.growth import Growth, GrowthState
from facilitui.services.forms.form import Form
from facilitui.services.forms.mentoring import answer_form, growth_form
from facilitui.services.forms.reason import refuse_without_reason
from facilitui.services.forms.unfit import at_fault
from tests.core.making import good_plan
from tests.services.forms.filling import form, values

TODAY = date(2026, 11, 25)


def blamed(made: Form[Any], subject: Any, **typed: str) -> str:
    """The field that is to be mended once these were typed."""
    return at_fault(made, subject, values(made, **typed))


@pytest.mark.parametrize(
    ("typed", "field"),
    [
        ({}, ""),
        ({"giver": "Mia"}, "text"),
        ({"text": "Wait longer", "giver": "Mia"}, ""),
        ({"text": "Wait longer", "giver": "x" * 500}, "giver"),
    ],
)
def test_an_answer_without_its_words(typed: dict[str, str], field: str) -> None:
    """Whatever else of it was typed; what cannot be read is to blame before all else."""
    said = Answer(to="h", question="How long?")
    assert blamed(answer_form(said, revised=False), said, **typed) == field


@pytest.mark.parametrize(
    ("typed", "field"),
    [
        ({"why": "They wait"}, "text"),
        ({"state": GrowthState.LET_GO.value, "text": "Wait"}, "because"),
        ({"state": GrowthState.LET_GO.value, "text": "Wait", "because": "Done"}, ""),
        ({"due": "soon", "text": "Wait"}, "due"),
    ],
)
def test_a_goal_without_what_it_needs(typed: dict[str, str], field: str) -> None:
    """What it is, and why it was let go."""
    goal = Growth(text="")
    assert blamed(growth_form(goal, TODAY, {}), goal, **typed) == field


@pytest.mark.parametrize(
    ("place", "typed", "field"),
    [
        ("foundations", {"fit": "It fits"}, "model"),
        ("foundations", {"fit": ""}, ""),
        ("block a", {"min": "900", "title": "Other"}, "min"),
    ],
)
def test_a_form_of_a_plan(place: str, typed: dict[str, str], field: str) -> None:
    """The field that another one waits for, else the one that was not taken."""
    plan = good_plan()
    made = form(plan, place.replace("block a", f"block {plan.blocks[0].id}"))
    assert blamed(made, plan, **typed) == field


def test_a_missing_reason_names_its_field() -> None:
    """Of a change, where the form asks for one, and of a withdrawal."""
    said = Answer(to="h", question="How long?", text="Longer")
    with pytest.raises(Refused) as refused:
        refuse_without_reason(answer_form(said, revised=True), {"reason": " "})
    assert refused.value.field == "reason"
    refuse_without_reason(answer_form(said, revised=True), {"reason": "typing"})
    refuse_without_reason(answer_form(said, revised=False), {})
    with pytest.raises(Refused) as refused:
        refuse_without(" ")
    assert refused.value.field == "reason"
