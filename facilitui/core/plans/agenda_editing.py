"""Changing one block of an agenda: its minutes, its pin, its place, its parts.

Each change takes a plan and gives another, or the same one where nothing changes. What cannot be
done at all is a ValueError with a sentence for the person who asked for it.
"""

from __future__ import annotations

from datetime import time
from itertools import pairwise
from math import ceil, floor
from typing import Any

from facilitui.core.library.protocol import Protocol, Step
from facilitui.core.plans.editing import (
    LONGEST_BLOCK,
    MOST_BLOCKS,
    changed,
    free_block_id,
    replaced,
    with_block,
    with_changed_block,
)
from facilitui.core.plans.grouping import Run, room_of, run_of, steps_between
from facilitui.core.plans.plan import Block, Plan
from facilitui.core.told import figure

SHORTEST_SPLIT = 2
"""What a block must have to be cut in two, each part with a minute at least."""


def with_set_minutes(plan: Plan, block_id: str, minutes: float) -> Plan:
    """The plan with a block's minutes set; its own limits give way as far as they must."""
    block = plan.block(block_id)
    if block is None or minutes == block.minutes:
        return plan
    _check_minutes(minutes)
    return with_changed_block(plan, lasting(block, minutes))


def lasting(block: Block, minutes: float) -> Block:
    """The block with other minutes; its own limits give way as far as they must."""
    return _with(
        block,
        minutes=float(minutes),
        min=None if block.min is None else min(block.min, minutes),
        max=None if block.max is None else max(block.max, minutes),
    )


def pinned(plan: Plan, block_id: str, at: time | None) -> Plan:
    """The plan with a block starting at a time of its own, or again when the one before ends."""
    block = plan.block(block_id)
    return plan if block is None else with_changed_block(plan, _with(block, pinned_start=at))


def duplicated(plan: Plan, block_id: str) -> tuple[Plan, str]:
    """The plan with a block there twice, and the copy's id: right behind, and not pinned.

    Where there is nothing to copy, or no room for it, the plan as it is and an empty id.
    """
    block = plan.block(block_id)
    if block is None or _is_full(plan, block):
        return plan, ""
    copy = _with(block, id=free_block_id(plan, block.id), pinned_start=None)
    return replaced(plan, block_id, block, copy), copy.id


def parked(plan: Plan, block_id: str) -> Plan:
    """The plan with a block kept aside, where it takes no part; its pin is kept too."""
    block = next((each for each in plan.blocks if each.id == block_id), None)
    if block is None or len(plan.parked) >= MOST_BLOCKS:
        return plan
    return changed(replaced(plan, block_id), parked=(*plan.parked, block))


def unparked(plan: Plan, block_id: str, after: str | None) -> Plan:
    """The plan with a parked block taken in again behind another, or at the end."""
    block = next((each for each in plan.parked if each.id == block_id), None)
    if block is None or len(plan.blocks) >= MOST_BLOCKS:
        return plan
    return with_block(replaced(plan, block_id), block, after)


def split_points(block: Block, protocol: Protocol | None) -> tuple[Step, ...]:
    """The steps behind which a block can be cut: never inside a cycle, never behind the last."""
    if protocol is None or not block.protocol:
        return ()
    steps = steps_between(protocol, block.first_step, block.last_step)
    return tuple(
        step
        for step, following in pairwise(steps)
        if not step.cycle or step.cycle != following.cycle
    )


def split(
    plan: Plan, block_id: str, protocol: Protocol | None, behind: str | None
) -> tuple[Plan, str]:
    """The plan with a block cut in two, and the second one's id; together as long as before.

    A block without a protocol is halved; one with a protocol is cut behind one of its steps.
    """
    block = plan.block(block_id)
    if block is None:
        raise ValueError("There is no such block to split.")
    if _is_full(plan, block):
        raise ValueError(f"A plan holds {MOST_BLOCKS} blocks at most; take one out first.")
    if block.minutes < SHORTEST_SPLIT:
        raise ValueError(f"A block of {figure(block.minutes)} min is too short to split.")
    if block.protocol:
        first, second = _cut(plan, block, protocol, behind)
    else:
        first, second = _parts(block, float(block.minutes // 2))
    second = _with(second, id=free_block_id(plan, block.id), pinned_start=None)
    return replaced(plan, block_id, first, second), second.id


def _cut(
    plan: Plan, block: Block, protocol: Protocol | None, behind: str | None
) -> tuple[Block, Block]:
    """A protocol's two parts: the steps up to one, and those behind it."""
    if protocol is None:
        raise ValueError("Its protocol is not in the library, so there are no steps to cut behind.")
    points = {step.id for step in split_points(block, protocol)}
    if behind is None or behind not in points:
        raise ValueError("It can be split behind a step, but not within a cycle or at its end.")
    ids = [step.id for step in protocol.steps]
    onward = ids[ids.index(behind) + 1]
    room = room_of(plan.audience.count, block.groups, block.grouping)
    earlier = run_of(protocol, room, block.first_step, behind)
    later = run_of(protocol, room, onward, block.last_step)
    first, second = _parts(block, _minutes_of(earlier, later, block))
    belonging = {step.id for step in later.steps}
    return (
        _with(
            first,
            last_step=behind,
            steps=tuple(each for each in block.steps if each.step not in belonging),
        ),
        _with(
            second,
            first_step=onward,
            steps=tuple(each for each in block.steps if each.step in belonging),
        ),
    )


def _minutes_of(earlier: Run, later: Run, block: Block) -> float:
    """The earlier part's minutes: in proportion to what both usually take, in whole minutes.

    Where the block has just what they usually take, each part keeps its own.
    """
    set_by_hand = {each.step: each.minutes for each in block.steps}
    first, second = earlier.usual_with(set_by_hand), later.usual_with(set_by_hand)
    if first + second == block.minutes:
        return first
    share = block.minutes * first / (first + second)
    return float(min(max(1, round(share)), floor(block.minutes) - 1))


def _parts(block: Block, minutes: float) -> tuple[Block, Block]:
    """The block twice: so many of its minutes in the first one, the others in the second."""
    return _share(block, minutes), _share(block, block.minutes - minutes)


def _share(block: Block, minutes: float) -> Block:
    """The block with a share of its minutes, and the same share of its limits, in half minutes."""
    share = 2 * minutes / block.minutes
    least = None if block.min is None else floor(block.min * share) / 2
    most = None if block.max is None else ceil(block.max * share) / 2
    return _with(
        block,
        minutes=minutes,
        min=None if least is None else min(max(0.5, least), minutes),
        max=None if most is None else min(max(most, minutes), LONGEST_BLOCK),
    )


def _is_full(plan: Plan, block: Block) -> bool:
    """Whether no other block can go where this one is."""
    row = plan.blocks if block in plan.blocks else plan.parked
    return len(row) >= MOST_BLOCKS


def _with(block: Block, **fields: Any) -> Block:
    return block.model_copy(update=fields)


def _check_minutes(minutes: float) -> None:
    if not 0 < minutes <= LONGEST_BLOCK or minutes * 2 % 1:
        raise ValueError(
            f"Minutes are whole or half ones, more than 0 and at most {LONGEST_BLOCK}."
        )
