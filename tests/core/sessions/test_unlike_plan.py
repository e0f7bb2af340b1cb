"""What will not run as it was planned: only what changes a run, each in a sentence of its own."""

from __future__ import annotations

from typing import Any

from facilitui.core.checks import check_plan, with_dismissed
from facilitui.core.plans.agenda import expand
from facilitui.core.plans.plan import Block, Plan
from facilitui.core.plans.plan_parts import PlannedNorms, StepMinutes
from facilitui.core.sessions.unlike_plan import unlike_plan
from tests.core.making import HOSTILE, good_plan, tuning

KNOWN = {"tuning": tuning()}
SETS = {"seven_norms"}


def plan_with(**changes: Any) -> Plan:
    """A plan of one block that uses a protocol."""
    block: dict[str, Any] = {
        "id": "t",
        "title": "Tuning",
        "minutes": 60,
        "protocol": "tuning",
        **changes,
    }
    return good_plan(blocks=(Block(**block),))


def test_a_plan_that_runs_as_planned_has_nothing_to_tell() -> None:
    """Other checks, such as a goal that is not there, change nothing of a run."""
    assert unlike_plan(plan_with(goals=("gone",)), KNOWN, SETS) == ()
    assert check_plan(plan_with(goals=("gone",)), KNOWN)


def test_a_block_without_its_steps_says_so() -> None:
    """The protocol is gone, or its last step comes before its first."""
    steps = KNOWN["tuning"].steps
    backwards = plan_with(first_step=steps[2].id, last_step=steps[0].id)
    for plan, known in ((plan_with(), {}), (backwards, KNOWN)):
        (told,) = unlike_plan(plan, known, SETS)
        assert told.startswith("Tuning") and told.endswith("; it runs as one block.")
        assert len(expand(plan, known)[0].parts) == 1


def test_minutes_for_a_step_that_is_gone_are_told() -> None:
    """They change nothing, though the plan still names them."""
    plan = plan_with(steps=(StepMinutes(step="gone", minutes=4),))
    (told,) = unlike_plan(plan, KNOWN, SETS)
    assert "“gone”" in told and told.endswith("has no effect.")


def test_what_was_set_aside_is_told_as_well() -> None:
    """A protocol that was to come later is still not there."""
    plan = plan_with()
    for check in check_plan(plan, {}):
        plan = with_dismissed(plan, check.id, "comes tomorrow")
    assert unlike_plan(plan, {}, SETS) == unlike_plan(plan_with(), {}, SETS) != ()


def test_any_title_is_told() -> None:
    """Whatever a file holds."""
    (told,) = unlike_plan(plan_with(title=HOSTILE, protocol="x" * 60), {}, SETS)
    assert "…" in told and len(told) < 120


def test_a_norm_set_that_is_gone_is_told() -> None:
    """Its norms cannot be agreed on; a set that is there has nothing to be told."""
    plan = good_plan(norms=PlannedNorms(sets=("ours", "gone")))
    assert unlike_plan(plan, {}, {"ours"}) == (
        "There is no norm set “gone”; its norms are left out.",
    )
