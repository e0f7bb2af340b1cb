"""Changing a plan: each change gives a new plan, so that undo is exact."""

from __future__ import annotations

from collections.abc import Iterable
from math import ceil, floor
from typing import Any

from facilitui.core.library.protocol import Protocol
from facilitui.core.naming import numbered, slug
from facilitui.core.plans.grouping import usual
from facilitui.core.plans.plan import Block, Evidence, Goal, Plan
from facilitui.core.vocabulary import BlockKind, EvidenceKind

LONGEST_BLOCK = 480
NEW_BLOCK_MINUTES = 10
MOST_BLOCKS, MOST_GOALS, MOST_EVIDENCE = 400, 40, 80
"""What a plan can hold; where it is full, nothing is added."""


def changed(plan: Plan, **fields: Any) -> Plan:
    """The plan with other values for some fields, which must be valid already."""
    return plan.model_copy(update=fields)


def free_id(wanted: str, taken: Iterable[str]) -> str:
    """An id like the one wanted that nothing has yet."""
    return numbered(slug(wanted, "block")[:40], taken)


def free_block_id(plan: Plan, wanted: str) -> str:
    """An id that no block has, neither in the agenda nor parked."""
    return free_id(wanted, (block.id for block in (*plan.blocks, *plan.parked)))


def index_of(plan: Plan, block_id: str) -> int | None:
    """Where a block stands in the agenda."""
    return next((i for i, block in enumerate(plan.blocks) if block.id == block_id), None)


def with_block(plan: Plan, block: Block, after: str | None) -> Plan:
    """The plan with a block put in behind another, or at the end."""
    if len(plan.blocks) >= MOST_BLOCKS:
        return plan
    place = index_of(plan, after) if after else None
    at = len(plan.blocks) if place is None else place + 1
    return changed(plan, blocks=(*plan.blocks[:at], block, *plan.blocks[at:]))


def new_block(plan: Plan, title: str) -> Block:
    """A block that can be put into the plan."""
    return Block(id=free_block_id(plan, title), title=title, minutes=NEW_BLOCK_MINUTES)


def protocol_block(plan: Plan, protocol: Protocol) -> Block:
    """A block that runs a protocol, at its usual length for this plan's group."""
    minutes = usual(protocol, plan.audience.count)
    return Block(
        id=free_block_id(plan, protocol.id),
        title=protocol.name,
        kind=BlockKind.PROTOCOL,
        minutes=min(LONGEST_BLOCK, minutes),
        protocol=protocol.id,
    )


def replaced(plan: Plan, block_id: str, *blocks: Block) -> Plan:
    """The plan with other blocks, or none, where one was, in the agenda or parked."""
    for name, row in (("blocks", plan.blocks), ("parked", plan.parked)):
        for at, block in enumerate(row):
            if block.id == block_id:
                return changed(plan, **{name: (*row[:at], *blocks, *row[at + 1 :])})
    return plan


def with_changed_block(plan: Plan, block: Block) -> Plan:
    """The plan with the block of the same id replaced."""
    return plan if plan.block(block.id) == block else replaced(plan, block.id, block)


def without_block(plan: Plan, block_id: str) -> Plan:
    """The plan with a block taken out, also where it was parked."""
    return replaced(plan, block_id)


def with_moved_block(plan: Plan, block_id: str, by: int) -> Plan:
    """The plan with a block moved up (below zero) or down by so many places."""
    at = index_of(plan, block_id)
    if at is None:
        return plan
    to = max(0, min(len(plan.blocks) - 1, at + by))
    rest = [block for block in plan.blocks if block.id != block_id]
    rest.insert(to, plan.blocks[at])
    return changed(plan, blocks=tuple(rest)) if to != at else plan


def with_minutes(plan: Plan, block_id: str, by: float) -> Plan:
    """The plan with a block longer or shorter, never below a minute or its own limits."""
    block = plan.block(block_id)
    if block is None:
        return plan
    least, most = block.min or 1, block.max or LONGEST_BLOCK
    whole = floor(block.minutes) if by > 0 else ceil(block.minutes)
    minutes = float(min(most, max(least, whole + by)))
    if (minutes - block.minutes) * by <= 0:
        return plan
    return with_changed_block(plan, block.model_copy(update={"minutes": minutes}))


def with_goal(plan: Plan, goal: Goal) -> Plan:
    """The plan with a goal added, or the one of the same id replaced."""
    if plan.goal(goal.id) is None:
        added = changed(plan, goals=(*plan.goals, goal))
        return added if len(plan.goals) < MOST_GOALS else plan
    return changed(plan, goals=tuple(goal if g.id == goal.id else g for g in plan.goals))


def without_goal(plan: Plan, goal_id: str) -> Plan:
    """The plan with a goal taken out, and out of everything that named it."""
    if plan.goal(goal_id) is None:
        return plan
    return changed(
        plan,
        goals=tuple(goal for goal in plan.goals if goal.id != goal_id),
        blocks=tuple(_unnamed(block, goal_id) for block in plan.blocks),
        parked=tuple(_unnamed(block, goal_id) for block in plan.parked),
        evidence=tuple(_unnamed(each, goal_id) for each in plan.evidence),
        improvement=tuple(_unnamed(each, goal_id) for each in plan.improvement),
    )


def next_goal_id(plan: Plan) -> str:
    """G1, G2, … whichever is free."""
    taken = {goal.id for goal in plan.goals}
    return next(name for name in (f"G{n}" for n in range(1, 1000)) if name not in taken)


def with_evidence(plan: Plan, evidence: Evidence) -> Plan:
    """The plan with an evidence measure added, or the one of the same id replaced."""
    if all(each.id != evidence.id for each in plan.evidence):
        added = changed(plan, evidence=(*plan.evidence, evidence))
        return added if len(plan.evidence) < MOST_EVIDENCE else plan
    kept = tuple(evidence if each.id == evidence.id else each for each in plan.evidence)
    return changed(plan, evidence=kept)


def without_evidence(plan: Plan, evidence_id: str) -> Plan:
    """The plan with an evidence measure taken out."""
    kept = tuple(each for each in plan.evidence if each.id != evidence_id)
    return changed(plan, evidence=kept) if len(kept) < len(plan.evidence) else plan


def new_evidence(plan: Plan, kind: EvidenceKind) -> Evidence:
    """An evidence measure that can be put into the plan."""
    return Evidence(id=free_id(kind.value, (each.id for each in plan.evidence)), kind=kind)


def _unnamed(thing: Any, goal_id: str) -> Any:
    if goal_id not in thing.goals:
        return thing
    return thing.model_copy(update={"goals": tuple(g for g in thing.goals if g != goal_id)})
