"""Changing a plan: every change gives a new plan, and undo is exact."""

from __future__ import annotations

from collections.abc import Callable

from hypothesis import given
from hypothesis import strategies as st

from facilitui.core import editing
from facilitui.core.plan import Block, Evidence, Goal, Plan
from facilitui.core.vocabulary import BlockKind, EvidenceKind
from tests.core.making import final_word

Change = Callable[[Plan], Plan]

START = Plan(
    title="Looking at student work",
    goals=(Goal(id="G1", text="know it"), Goal(id="G2", text="do it")),
    blocks=tuple(
        Block(id=name, title=name, minutes=minutes, goals=("G1", "G2"))
        for name, minutes in (("a", 10), ("b", 5), ("c", 45))
    ),
    evidence=(Evidence(id="ticket", kind=EvidenceKind.EXIT_TICKET, goals=("G2",)),),
)

NAMES = st.sampled_from(["a", "b", "c", "new-block", "gone"])
CHANGES: st.SearchStrategy[Change] = st.one_of(
    st.tuples(NAMES, st.integers(-4, 4)).map(
        lambda args: lambda plan: editing.with_moved_block(plan, *args)
    ),
    st.tuples(NAMES, st.integers(-50, 500)).map(
        lambda args: lambda plan: editing.with_minutes(plan, *args)
    ),
    NAMES.map(lambda name: lambda plan: editing.without_block(plan, name)),
    NAMES.map(
        lambda name: (
            lambda plan: editing.with_block(plan, editing.new_block(plan, "New block"), name)
        )
    ),
    st.sampled_from(["G1", "G2", "G9"]).map(
        lambda name: lambda plan: editing.without_goal(plan, name)
    ),
    st.just(lambda plan: editing.with_goal(plan, Goal(id=editing.next_goal_id(plan), text="x"))),
    st.just(
        lambda plan: editing.with_evidence(
            plan, editing.new_evidence(plan, EvidenceKind.WORK_PRODUCT)
        )
    ),
)


@given(st.lists(CHANGES, max_size=12))
def test_undo_goes_back_to_the_beginning_and_redo_to_the_end(changes: list[Change]) -> None:
    """Each step back gives exactly the plan before it, each step forward the plan after it."""
    draft = editing.Draft(START)
    plans = [START]
    for change in changes:
        before, draft = draft, draft.changed(change(draft.plan), "change")
        if draft is not before:
            plans.append(draft.plan)
    for plan in reversed(plans[:-1]):
        draft = draft.undone()
        assert draft.plan == plan
    assert draft.undone() is draft
    for plan in plans[1:]:
        draft = draft.redone()
        assert draft.plan == plan
    assert draft.redone() is draft


@given(st.lists(CHANGES, max_size=12))
def test_every_change_leaves_a_plan_that_is_valid(changes: list[Change]) -> None:
    """What editing makes could have been written by hand: it passes every check of the model."""
    plan = START
    for change in changes:
        plan = change(plan)
        assert Plan.model_validate(plan.model_dump()) == plan


def test_a_change_that_changes_nothing_is_no_step() -> None:
    """There is nothing to undo after a block was moved up from the top."""
    draft = editing.Draft(START)
    moved = draft.changed(editing.with_moved_block(START, "a", -1), "move")
    assert moved is draft and not moved.past


def test_a_new_change_ends_what_could_be_done_again() -> None:
    """After undo and another change, redo does nothing."""
    draft = editing.Draft(START).changed(editing.without_block(START, "a"), "take out")
    draft = draft.undone().changed(editing.with_minutes(START, "b", 5), "minutes")
    assert draft.redone() is draft


def test_a_goal_that_is_taken_out_is_named_nowhere() -> None:
    """Blocks and evidence forget it, so that no check finds a goal that is not there."""
    plan = editing.without_goal(START, "G2")
    assert all(block.goals == ("G1",) for block in plan.blocks)
    assert plan.evidence[0].goals == ()


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
