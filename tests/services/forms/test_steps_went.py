"""Minutes of steps as they went: told where one was run, offered where it was often enough."""

from __future__ import annotations

from typing import Any

from hypothesis import given
from hypothesis import strategies as st

from facilitui.core.plans.grouping import Room, run_of
from facilitui.core.plans.plan import Block, Plan
from facilitui.core.plans.plan_parts import StepMinutes
from facilitui.core.trends.drift import Drift, Median
from facilitui.services.forms import form_of
from facilitui.services.forms.form import Form, Values
from facilitui.services.forms.offered import Change, Offered
from facilitui.services.forms.steps_went import as_they_went
from tests.core.making import good_plan, tuning
from tests.services.forms.filling import SHELF, TODAY, values, whole

STEPS = ("intro", "present", "clarify", "examine", "feedback", "reflect")
WENT = st.tuples(st.integers(1, 5), st.integers(-6, 6))
"""Runs, and by how much they were longer."""


def went(**steps: tuple[int, float, float]) -> Drift:
    """How a protocol went: runs, over and length by step."""
    medians = {step: Median(*each) for step, each in steps.items()}
    return Drift(Median(4, 1), medians)


def opened(drift: Drift | None, **block: Any) -> tuple[Plan, Form[Plan]]:
    """The steps of a tuning protocol of 60 minutes, and the plan it is in."""
    made = Block(**{"id": "t", "title": "T", "minutes": 60, "protocol": "tuning", **block})
    plan = good_plan(blocks=(made,))
    drifts = {"tuning": drift} if drift else {}
    form = form_of(plan, SHELF, "steps t", TODAY, drifts=drifts)
    assert form is not None
    return plan, form


def offered(form: Form[Plan], typed: Values) -> Offered | None:
    """What a form offers."""
    assert form.offer is not None
    return form.offer(typed)


def test_how_a_step_went_stands_below_it() -> None:
    """Whether it is fitted or set; nothing where it was never run, and never in other figures."""
    _, form = opened(went(present=(4, 2, 12), intro=(1, 0, 5)))
    for typed in (values(form), values(form, **{"step-present": "11"})):
        told = form.follow(typed)
        assert told["step-present"].below == ("ran 12 min, 2 min longer, 4 runs",)
        assert told["step-intro"].below == ("ran 5 min, as planned, 1 run",)
        assert told["step-clarify"].below == ()
        assert (told[""].hint or "").endswith("60 min · how it ran: medians, with directions")


def test_without_a_run_the_form_is_as_it_always_was() -> None:
    """It tells and offers nothing."""
    _, form = opened(None)
    told = form.follow(values(form))
    assert form.offer is None
    assert not any(each.below for each in told.values())
    assert told[""].hint == "60 of the block's 60 min"


def test_figures_are_told_in_one_way() -> None:
    """No more than two places, above the form as in what it offers."""
    _, form = opened(went(present=(3, 2, 12.5)), minutes=59.98765)
    assert (form.follow(values(form))[""].hint or "").startswith("59.5 of the block's 59.99 min")
    found = offered(form, values(form))
    assert found is not None and found.sums.endswith("of the block's 59.99 min")


def test_only_steps_that_were_run_often_enough_are_offered() -> None:
    """With what they and the other steps are before and after; nothing is changed by it."""
    plan, form = opened(went(present=(3, 2, 12.5), clarify=(2, 3, 4)))
    found = offered(form, values(form))
    assert found is not None and found.values == {"step-present": "12.5"}
    by_name = {each.name: (each.before, each.after) for each in found.changes}
    assert by_name["present"][1] == "12.5" and len(by_name) > 1
    changed = whole(form, plan, values(form, **found.values))
    assert changed.blocks[0].steps == (StepMinutes(step="present", minutes=12.5),)
    few = offered(opened(went(present=(2, 2, 12)))[1], {})
    assert few is None


def test_what_goes_beyond_a_steps_limits_is_clipped_and_said() -> None:
    """Above its most, below its least; also where that is what it has already."""
    _, form = opened(went(present=(5, 9, 24), clarify=(5, -2, 1)), steps=())
    found = offered(form, values(form, **{"step-present": "15"}))
    assert found is not None
    assert found.values == {"step-present": "15", "step-clarify": "3"}
    assert Change("present", "15", "15", "ran 24, it takes 15 at most") in found.changes
    notes = {each.name: each.note for each in found.changes}
    assert notes["clarify"] == "ran 1, it takes 3 at least"


def test_what_is_in_the_fields_already_is_not_offered_again() -> None:
    """Taking it over once is enough."""
    _, form = opened(went(present=(5, 2, 12)))
    assert offered(form, values(form, **{"step-present": "12"})) is None
    assert offered(form, values(form, **{"step-present": "nonsense"})) is not None


def test_the_sums_are_told_before_and_after() -> None:
    """So that an agenda that no longer fits is seen before it is made."""
    everything = {"step-present": "10", "step-clarify": "3", "step-feedback": "10"}
    rest = {"step-intro": "1", "step-examine": "5", "step-prepare": "2", "step-reflect": "3"}
    _, form = opened(went(feedback=(3, 3, 13)))
    found = offered(form, values(form, **everything, **rest, **{"step-debrief": "3"}))
    assert found is not None and found.sums == "37 → 40 of the block's 60 min"


def test_what_ran_shorter_is_not_given_more() -> None:
    """Not even what is left over, though two runs are too few for their figure to be taken."""
    drift = went(examine=(3, -7, 5), clarify=(2, -0.5, 2.5))
    plan, form = opened(drift)
    found = offered(form, values(form))
    assert found is not None
    by_name = {each.name: each for each in found.changes}
    clarify, examine = by_name["clarify"], by_name["examine"]
    assert clarify.before == clarify.after == found.values["step-clarify"]
    assert clarify.note == "stays, ran 2 min 30 s, 30 s shorter, 2 runs"
    assert (examine.after, examine.note) == ("5", "this is silence")
    changed = whole(form, plan, values(form, **found.values)).blocks[0]
    assert StepMinutes(step="clarify", minutes=float(clarify.before)) in changed.steps


@given(st.dictionaries(st.sampled_from(STEPS), WENT, min_size=1), st.integers(37, 90))
def test_no_step_gains_that_was_shorter(steps: dict[str, tuple[int, float]], minutes: int) -> None:
    """Whatever else becomes longer or shorter."""
    drift = went(**{step: (runs, over, 10 + over) for step, (runs, over) in steps.items()})
    run = run_of(tuning(), Room(9))
    found = as_they_went(run, minutes, {}, drift)
    for each in found.changes if found else ():
        of = drift.steps.get(each.name)
        if of and of.over < 0 and not of.enough:
            assert float(each.after) <= float(each.before)
