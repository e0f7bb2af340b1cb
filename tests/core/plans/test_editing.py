"""Changing a plan: every change gives a new plan, and undo is exact."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from facilitui.core.plans import editing
from facilitui.core.plans.plan import Block, Evidence, Goal, Plan
from facilitui.core.plans.plan_parts import ImprovementLink
from facilitui.core.vocabulary import BlockKind, EvidenceKind
from tests.core.edit_strategies import Edit, edits
from tests.core.making import final_word
from tests.core.plan_strategies import plans

START = Plan(
    title="Looking at student work",
    goals=(Goal(id="G1", text="know it"), Goal(id="G2", text="do it")),
    blocks=tuple(
        Block(id=name, title=name, minutes=minutes, goals=("G1", "G2"))
        for name, minutes in (("a", 10), ("b", 5), ("c", 45))
    ),
    evidence=(Evidence(id="ticket", kind=EvidenceKind.EXIT_TICKET, goals=("G2",)),),
)


@given(plans(), st.lists(edits, max_size=12))
def test_every_change_leaves_a_plan_that_is_valid(plan: Plan, changes: list[Edit]) -> None:
    """What editing makes could have been written by hand: it passes every check of the model."""
    for change in changes:
        plan = change(plan)
        assert Plan.model_validate(plan.model_dump()) == plan


@given(plans(), edits)
def test_a_change_that_changes_nothing_gives_the_plan_itself(plan: Plan, change: Edit) -> None:
    """So that nothing is worked out, kept or written again for it."""
    made = change(plan)
    assert (made is plan) == (made == plan)


def test_a_goal_that_is_taken_out_is_named_nowhere() -> None:
    """Blocks, evidence and improvement links forget it, so that none names what is not there."""
    link = ImprovementLink(text="better questions", goals=("G1", "G2"))
    aside = Block(id="d", title="d", goals=("G2",))
    plan = editing.without_goal(
        START.model_copy(update={"improvement": (link,), "parked": (aside,)}), "G2"
    )
    assert all(block.goals == ("G1",) for block in plan.blocks)
    assert plan.parked[0].goals == plan.evidence[0].goals == ()
    assert plan.improvement[0].goals == ("G1",)


def test_a_parked_block_keeps_its_id_to_itself() -> None:
    """No new block takes it, so that it can come back at any time."""
    plan = Plan(parked=(Block(id="work", title="x"), Block(id="final_word", title="x")))
    assert editing.new_block(plan, "Work").id == "work-2"
    assert editing.protocol_block(plan, final_word()).id != "final_word"


def test_a_parked_block_can_be_changed_and_taken_out() -> None:
    """As one that takes part can."""
    plan = Plan(parked=(Block(id="a", title="A", minutes=10),))
    assert editing.with_minutes(plan, "a", 5).parked[0].minutes == 15
    assert editing.without_block(plan, "a") == Plan()


def test_a_full_plan_takes_no_more() -> None:
    """A plan with more than the model allows could not be read again."""
    plan = Plan(
        blocks=tuple(Block(id=f"b{n}", title="x") for n in range(editing.MOST_BLOCKS)),
        goals=tuple(Goal(id=f"G{n}", text="x") for n in range(1, editing.MOST_GOALS + 1)),
        evidence=tuple(
            Evidence(id=f"e{n}", kind=EvidenceKind.EXIT_TICKET)
            for n in range(editing.MOST_EVIDENCE)
        ),
    )
    assert editing.with_block(plan, editing.new_block(plan, "one more"), None) is plan
    assert editing.with_goal(plan, Goal(id="G99", text="x")) is plan
    more = editing.new_evidence(plan, EvidenceKind.WORK_PRODUCT)
    assert editing.with_evidence(plan, more) is plan
    assert Plan.model_validate(plan.model_dump()) == plan
    for name, most in (("blocks", 400), ("parked", 400), ("goals", 40), ("evidence", 80)):
        assert any(getattr(each, "max_length", 0) == most for each in _limits(name))


def _limits(field: str) -> list[object]:
    return Plan.model_fields[field].metadata


def test_a_protocol_goes_in_at_its_usual_length_for_the_group() -> None:
    """Final Word for 20 people in fours takes four rounds: 42 minutes."""
    plan = START.model_copy(update={"audience": START.audience.model_copy(update={"count": 20})})
    block = editing.protocol_block(plan, final_word())
    assert (block.minutes, block.kind, block.protocol) == (
        42,
        BlockKind.PROTOCOL,
        "final_word",
    )


def test_a_block_keeps_its_own_limits() -> None:
    """Minutes stop at the block's least and most, and at one minute."""
    plan = Plan(blocks=(Block(id="a", title="A", minutes=10, min=8, max=12),))
    assert editing.with_minutes(plan, "a", -5).blocks[0].minutes == 8
    assert editing.with_minutes(plan, "a", 5).blocks[0].minutes == 12
    assert editing.with_minutes(START, "b", -50).blocks[1].minutes == 1


@pytest.mark.parametrize(
    ("minutes", "by", "then"), [(2.5, 1, 3), (2.5, -1, 2), (0.5, -1, 0.5), (480, 5, 480)]
)
def test_a_key_makes_minutes_whole_and_goes_its_own_way(
    minutes: float, by: int, then: float
) -> None:
    """Longer is never shorter, nor the other way round, and half minutes are left behind."""
    plan = Plan(blocks=(Block(id="a", title="A", minutes=minutes),))
    assert editing.with_minutes(plan, "a", by).blocks[0].minutes == then
