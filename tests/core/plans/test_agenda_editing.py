"""Changing one block of an agenda."""

from __future__ import annotations

from datetime import time
from math import inf, nan

import pytest
from hypothesis import given
from hypothesis import strategies as st

from facilitui.core.plans import agenda_editing as editing
from facilitui.core.plans.agenda import expand
from facilitui.core.plans.editing import MOST_BLOCKS, replaced
from facilitui.core.plans.plan import Audience, Block, Goal, Plan
from tests.core.edit_strategies import block_at, numbers
from tests.core.making import HOSTILE
from tests.core.plan_strategies import HALVES, PROTOCOLS, plans

WORD = Block(id="fw", title=HOSTILE, minutes=42, protocol="final_word", pinned_start=time(9))
PLAN = Plan(
    audience=Audience(count=20),
    goals=(Goal(id="G1", text="know"), Goal(id="G2", text="do")),
    blocks=(Block(id="open", title="Opening", minutes=15), WORD),
    parked=(Block(id="aside", title="Aside", pinned_start=time(10)),),
)


def ids(plan: Plan) -> list[str]:
    return [block.id for block in plan.blocks]


@given(plans(1), numbers, HALVES)
def test_minutes_are_set_and_nothing_else_is_changed(
    plan: Plan, number: int, minutes: float
) -> None:
    """The block has just these minutes, wherever it is; its limits move only where they must."""
    block = block_at(plan, number)
    assert block is not None
    made = editing.with_set_minutes(plan, block.id, minutes)
    changed = made.block(block.id)
    assert changed is not None and changed.minutes == minutes
    assert Plan.model_validate(made.model_dump()) == made
    assert changed.min in {block.min, minutes} and changed.max in {block.max, minutes}
    limits = {"min": block.min, "max": block.max, "minutes": block.minutes}
    assert replaced(made, block.id, changed.model_copy(update=limits)) == plan


@pytest.mark.parametrize("minutes", [0, -1, 480.5, 7.3, nan, inf, -inf, 1e308])
def test_minutes_that_no_block_can_have_are_refused(minutes: float) -> None:
    """With a sentence that says which ones can be had."""
    with pytest.raises(ValueError, match=r"^Minutes are whole or half .* at most 480\.$"):
        editing.with_set_minutes(PLAN, "open", minutes)


def test_a_copy_stands_right_behind_and_is_not_pinned() -> None:
    """It is the same block otherwise, under an id of its own; also where it is parked."""
    plan, name = editing.duplicated(PLAN, "open")
    assert ids(plan) == ["open", name, "fw"] and name == "open-2"
    plan, name = editing.duplicated(plan, "fw")
    assert plan.blocks[-1] == WORD.model_copy(update={"id": name, "pinned_start": None})
    plan, name = editing.duplicated(plan, "aside")
    assert [block.id for block in plan.parked] == ["aside", name]
    assert editing.duplicated(plan, "gone") == (plan, "")


@given(plans(), st.lists(numbers, min_size=1, max_size=6))
def test_copies_of_copies_have_ids_of_their_own(plan: Plan, which: list[int]) -> None:
    """No two blocks share an id, neither in the agenda nor with one that is parked."""
    for number in which:
        block = block_at(plan, number)
        before = plan
        plan, name = editing.duplicated(plan, block.id if block else "gone")
        assert before.block(name) is None
        assert (plan is before) == (name == "")
    there = [block.id for block in (*plan.blocks, *plan.parked)]
    assert len(set(there)) == len(there)


def test_where_there_is_no_room_nothing_is_added() -> None:
    """A plan with more blocks than the model allows could not be read again."""
    full = tuple(Block(id=f"b{n}", title="x") for n in range(MOST_BLOCKS))
    aside = Block(id="aside", title="x")
    plan = Plan(blocks=full, parked=(aside,))
    assert editing.duplicated(plan, "b7") == (plan, "")
    assert editing.unparked(plan, "aside", None) is plan
    with pytest.raises(ValueError, match="400 blocks at most"):
        editing.split(plan, "b7", None, None)
    assert editing.duplicated(plan, "aside")[1]
    crowded = Plan(blocks=(aside,), parked=full)
    assert editing.parked(crowded, "aside") is crowded


@given(plans(1), numbers, numbers)
def test_a_block_comes_back_as_it_was_parked(plan: Plan, number: int, after: int) -> None:
    """Its id, its pin and all that it says are kept, and meanwhile it takes no part."""
    block = plan.blocks[number % len(plan.blocks)]
    aside = editing.parked(plan, block.id)
    assert aside.block(block.id) == block
    assert block.id not in {each.id for each in expand(aside, PROTOCOLS)}
    behind = block_at(plan, after)
    back = editing.unparked(aside, block.id, behind.id if behind else None)
    assert back.block(block.id) == block
    assert back.parked == plan.parked
    others = [each for each in ids(back) if each != block.id]
    assert others == [each for each in ids(plan) if each != block.id]


def test_a_block_is_taken_in_again_where_one_likes() -> None:
    """Behind a block, or at the end; a block that is not parked cannot be."""
    assert ids(editing.unparked(PLAN, "aside", "open")) == ["open", "aside", "fw"]
    assert ids(editing.unparked(PLAN, "aside", None)) == ["open", "fw", "aside"]
    assert editing.unparked(PLAN, "open", None) is PLAN
    assert editing.parked(PLAN, "aside") is PLAN


def test_a_start_is_pinned_and_let_go() -> None:
    """A pin is a wall-clock time; without one the block starts when the one before ends."""
    plan = editing.pinned(PLAN, "open", time(8, 30))
    assert plan.blocks[0].pinned_start == time(8, 30)
    assert editing.pinned(plan, "open", None) == PLAN
    assert editing.pinned(PLAN, "fw", time(9)) is PLAN
