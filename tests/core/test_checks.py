"""Checks: each is found where it applies, and absent where the plan is right."""

from __future__ import annotations

from datetime import datetime, time
from typing import Any
from zoneinfo import ZoneInfo

import pytest

from facilitui.core.agenda import expand
from facilitui.core.checks import Check, Weight, check_plan
from facilitui.core.plan import Audience, Block, Evidence, Goal, Plan
from facilitui.core.plan_parts import PlannedNorms
from facilitui.core.schedule import schedule
from facilitui.core.vocabulary import BlockKind, EvidenceKind, Mode
from tests.core.making import final_word, good_plan, tuning

PROTOCOLS = {"tuning": tuning(), "final_word": final_word()}
START = datetime(2026, 11, 25, 15, 30, tzinfo=ZoneInfo("America/Toronto"))


def checks(plan: Plan) -> tuple[Check, ...]:
    return check_plan(plan, PROTOCOLS, schedule(expand(plan, PROTOCOLS), START))


def work(minutes: float = 35, **fields: Any) -> Plan:
    """The good plan with another block of work."""
    plan = good_plan()
    block = Block(id="work", title="Work", minutes=minutes, goals=("all",), **fields)
    return plan.model_copy(update={"blocks": (plan.blocks[0], block, *plan.blocks[2:])})


def without(kind: BlockKind) -> Plan:
    plan = good_plan()
    left = tuple(block for block in plan.blocks if block.kind is not kind)
    return plan.model_copy(update={"blocks": left, "minutes": sum(block.minutes for block in left)})


def test_a_good_plan_has_nothing_to_look_at() -> None:
    """No check is found where everything is right."""
    assert checks(good_plan()) == ()


@pytest.mark.parametrize(
    ("plan", "weight", "place", "words"),
    [
        (good_plan(purpose=""), Weight.HOLE, "purpose", "No purpose"),
        (good_plan(audience=Audience(count=9)), Weight.HOLE, "audience", "No audience"),
        (good_plan(evidence=()), Weight.HOLE, "G2", "G2 has no evidence"),
        (
            good_plan(goals=(*good_plan().goals, Goal(id="G3", text="x"))),
            Weight.HOLE,
            "G3",
            "G3 has no action",
        ),
        (work().model_copy(update={"goals": ()}), Weight.HOLE, "goals", "No goals"),
        (good_plan(minutes=50), Weight.HOLE, "agenda", "10 min over the time there is"),
        (good_plan(minutes=75), Weight.HOLE, "agenda", "15 min under the time there is"),
        (good_plan(norms=PlannedNorms()), Weight.LOOK, "norms", "No norms"),
        (without(BlockKind.OPENING), Weight.LOOK, "agenda", "No opening"),
        (without(BlockKind.CLOSING), Weight.LOOK, "agenda", "No closing"),
        (without(BlockKind.PROCESS_DEBRIEF), Weight.LOOK, "agenda", "No process debrief"),
        (work(protocol="gone"), Weight.WRONG, "work", "there is no protocol “gone”"),
        (work(pinned_start=time(15, 45)), Weight.LOOK, "work", "5 min of nothing before Work"),
        (
            work(pinned_start=time(15, 35)),
            Weight.WRONG,
            "work",
            "Work begins 5 min before the block ahead ends",
        ),
        (
            work(45, protocol="tuning").model_copy(update={"minutes": 70}),
            Weight.LOOK,
            "work",
            "Work in 45 of its suggested 67 min; the shortest is 37",
        ),
        (
            work(40, protocol="final_word").model_copy(update={"minutes": 65}),
            Weight.LOOK,
            "work",
            "Work in 40 of its usual 50 min; the shortest is 38.5",
        ),
        (work(30, protocol="tuning"), Weight.HOLE, "work", "Work takes 37 min, not 30"),
    ],
)
def test_each_check_is_found(plan: Plan, weight: Weight, place: str, words: str) -> None:
    """It says what is the matter, where, and how much it weighs."""
    found = [check for check in checks(plan) if words in check.text]
    assert [(check.weight, check.place) for check in found] == [(weight, place)]


@pytest.mark.parametrize(("count", "is_right"), [(3, False), (4, True), (12, True), (13, False)])
def test_the_size_of_the_group_is_checked_at_its_borders(count: int, is_right: bool) -> None:
    """A protocol is for so many people; an unknown number is no mistake."""
    for people, right in ((count, is_right), (0, True)):
        plan = work(67, protocol="tuning").model_copy(
            update={"audience": Audience(who="us", count=people), "minutes": 92}
        )
        found = [check.text for check in checks(plan)]
        unknown = ["How many are coming? Turns follow their number"] if not people else []
        wrong = [] if right else [f"Tuning Protocol is for 4 to 12 people, not {count}"]
        assert found == [*unknown, *wrong]


def test_a_protocol_that_needs_a_room_is_named_for_an_online_plan() -> None:
    """What cannot be done that way is said before the day."""
    held = {"tuning": tuning().model_copy(update={"modes": (Mode.IN_PERSON,)})}
    plan = work(67, protocol="tuning").model_copy(update={"mode": Mode.ONLINE, "minutes": 92})
    assert [check.text for check in check_plan(plan, held)] == [
        "Tuning Protocol does not work online"
    ]


def test_names_that_lead_nowhere_are_wrong() -> None:
    """Blocks and evidence that name a goal which is not there are told apart from holes."""
    plan = work().model_copy(
        update={
            "blocks": (*work().blocks[:3], Block(id="x", title="Look", minutes=5, goals=("G9",))),
            "evidence": (
                Evidence(id="E", kind=EvidenceKind.EXIT_TICKET, goals=("G1", "G2", "G7")),
            ),
        }
    )
    wrong = [check.text for check in checks(plan) if check.weight is Weight.WRONG]
    assert wrong == [
        "Look names goal G9, which is not there",
        "Exit ticket names goal G7, which is not there",
    ]


@pytest.mark.parametrize("kind", list(BlockKind))
def test_only_work_has_to_serve_a_goal(kind: BlockKind) -> None:
    """Openings, norms, breaks and process debriefs serve the session itself."""
    plan = good_plan()
    plan = plan.model_copy(
        update={"blocks": (*plan.blocks, Block(id="x", title="X", kind=kind, minutes=5))}
    )
    found = any(check.text == "X serves no goal" for check in checks(plan))
    assert found == kind.needs_goal


def test_the_weightiest_come_first() -> None:
    """What is wrong is read before what is open, and that before what may be meant."""
    found = checks(Plan(blocks=(Block(id="b", title="x", protocol="gone", minutes=10),)))
    weights = [check.weight for check in found]
    assert weights == sorted(weights, reverse=True)
    assert set(weights) == set(Weight)


def test_fractions_that_add_up_are_no_difference() -> None:
    """A sum of tenths that is right is not told as 0.00000000000001 minutes over."""
    blocks = tuple(Block(id=f"b{n}", title="x", minutes=0.1, goals=("all",)) for n in range(30))
    plan = good_plan(blocks=blocks, minutes=3)
    assert not any("the time there is" in check.text for check in checks(plan))


def test_an_empty_plan_is_not_told_what_it_cannot_have_yet() -> None:
    """Without any block there is no talk of openings and minutes."""
    assert {check.place for check in checks(Plan())} == {"purpose", "audience", "goals"}
