"""Checks: each is found where it applies, and absent where the plan is right."""

from __future__ import annotations

from datetime import time

import pytest

from facilitui.core.checks import Weight, check_plan
from facilitui.core.checks.check import WEIGHTS, kind_of
from facilitui.core.plans.plan import Block, Plan
from facilitui.core.plans.plan_parts import StepMinutes
from facilitui.core.vocabulary import BlockKind
from tests.core.check_cases import CASES
from tests.core.check_plans import PROTOCOLS, RIGHT, Case, checks, work
from tests.core.making import good_plan


@pytest.mark.parametrize("case", CASES, ids=lambda case: case.id)
def test_each_check_is_found(case: Case) -> None:
    """It says what is the matter and where it is mended, and weighs what its kind weighs."""
    found = {check.id: check for check in checks(case.plan)}
    assert case.id in found
    assert (found[case.id].text, found[case.id].place) == (case.text, case.place)
    assert found[case.id].weight is WEIGHTS[kind_of(case.id)]


def test_there_is_a_case_of_every_kind() -> None:
    """No check is in the table only."""
    assert {kind_of(case.id) for case in CASES} == set(WEIGHTS)


@pytest.mark.parametrize("name", ["good", *RIGHT])
def test_a_right_plan_has_nothing_to_look_at(name: str) -> None:
    """No check is found where everything is right."""
    assert checks(RIGHT.get(name, good_plan())) == ()


def test_the_figures_are_in_the_reason_too() -> None:
    """What is missing is said where it is explained."""
    reasons = {case.id: {c.id: c.reason for c in checks(case.plan)}[case.id] for case in CASES}
    for wanted, figures in {
        "over-time": "60 of 50 min",
        "below-usual work": "22 min in all",
        "steps-time work": "suggested 67, shortest 37",
        "overlap work": "pinned to 15:35",
        "short-turns work/round": "6.67 min",
        "group-size work": "2 parallel groups of up to 11",
    }.items():
        assert figures in reasons[wanted]
    long = {check.id: check for check in checks(work(90, protocol="tuning"))}["steps-time work"]
    assert long.text == "Work takes 68 min, not 90" and "suggested 67, longest 68" in long.reason


def test_the_weightiest_come_first_and_the_most_harmful_of_them() -> None:
    """What is wrong is read before what is open, and that before what may be meant."""
    plan = Plan(blocks=(Block(id="b", title="x", protocol="gone", minutes=10),))
    found = checks(plan)
    assert {check.weight for check in found} == set(Weight)
    assert [check.id for check in found] == [
        "no-such-protocol b",
        "no-purpose",
        "no-goals",
        "no-audience",
        "under-time",
        "no-norms",
        "no-opening",
        "no-closing",
        "no-process-debrief",
        "no-goal b",
    ]


def test_an_id_outlives_changes_of_other_things() -> None:
    """A title, the order and what else is in the plan leave a check what it was."""
    plan = work(45, protocol="tuning")
    moved = plan.model_copy(
        update={"blocks": plan.blocks[::-1], "title": "Other", "purpose": "", "minutes": 200.0}
    )
    longer = work(50, protocol="tuning", title="Renamed")
    for each in (plan, moved, longer):
        assert "below-usual work" in {check.id for check in checks(each)}


@pytest.mark.parametrize("kind", list(BlockKind))
def test_only_work_has_to_serve_a_goal(kind: BlockKind) -> None:
    """Openings, norms, breaks and process debriefs serve the session itself."""
    plan = good_plan()
    plan = plan.model_copy(
        update={"blocks": (*plan.blocks, Block(id="x", title="X", kind=kind, minutes=5))}
    )
    found = any(check.id == "no-goal x" for check in checks(plan))
    assert found == kind.needs_goal


def test_waiting_for_a_pinned_start_can_be_over_the_time() -> None:
    """An agenda whose minutes add up still ends late where it waits; waiting is no time to give."""
    first = Block(id="a", title="A", minutes=30, goals=("all",))
    for at, told in ((time(16, 30), "over-time"), (time(16, 0), "")):
        last = Block(id="b", title="B", minutes=30, goals=("all",), pinned_start=at)
        found = {check.id: check for check in checks(good_plan(blocks=(first, last), minutes=60))}
        assert {"over-time", "under-time"} & set(found) == ({told} if told else set())
    last = last.model_copy(update={"minutes": 20, "pinned_start": time(16, 10)})
    ids = {check.id for check in checks(good_plan(blocks=(first, last), minutes=60))}
    assert "gap b" in ids and not {"over-time", "under-time"} & ids


def test_fractions_that_add_up_are_no_difference() -> None:
    """A sum of tenths that is right is not told as 0.00000000000001 minutes over."""
    blocks = tuple(Block(id=f"b{n}", title="x", minutes=0.1, goals=("all",)) for n in range(30))
    plan = good_plan(blocks=blocks, minutes=3)
    assert not any("the time there is" in check.text for check in checks(plan))


def test_an_empty_plan_is_not_told_what_it_cannot_have_yet() -> None:
    """Without any block there is no talk of openings and minutes."""
    assert {check.place for check in checks(Plan())} == {"about#purpose", "audience", "goals"}


def test_without_times_nothing_is_said_of_them() -> None:
    """A plan can be checked before anybody knows when it begins."""
    case = next(case for case in CASES if case.id == "one-voice work/talk")
    found = {check.id: check.text for check in check_plan(case.plan, PROTOCOLS)}
    assert found[case.id] == "The presenter speaks alone for 25 min"


def test_without_a_start_voices_are_told_from_the_beginning() -> None:
    """Nobody chose a time of day, so none is named."""
    case = next(case for case in CASES if case.id == "one-voice work/talk")
    plan = case.plan.model_copy(update={"start": None})
    found = {check.id: check.text for check in checks(plan)}
    assert found[case.id] == "The presenter speaks alone for 25 min, 0:10 to 0:35"


def test_a_step_that_is_not_run_cannot_be_too_short() -> None:
    """A block that is only a part of a protocol is not told of the other part."""
    short = (StepMinutes(step="examine", minutes=1),)
    whole = work(50, protocol="tuning", steps=short)
    part = work(20, protocol="tuning", steps=short, first_step="feedback")
    wanted = "short-silence work examine"
    assert [wanted in {c.id for c in checks(plan)} for plan in (whole, part)] == [True, False]


def test_of_a_protocol_that_is_not_there_nothing_else_is_said() -> None:
    """Its steps cannot be known."""
    steps = (StepMinutes(step="examine", minutes=1),)
    plan = work(protocol="gone", steps=steps, first_step="present")
    assert [check.id for check in checks(plan)] == ["no-such-protocol work"]
