"""Changing a plan: each change gives a new plan, so that undo is exact."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from math import ceil
from typing import Any

from facilitui.core.grouping import usual
from facilitui.core.naming import slug
from facilitui.core.plan import Block, Evidence, Goal, Plan
from facilitui.core.protocol import Protocol
from facilitui.core.vocabulary import BlockKind, EvidenceKind

LONGEST_BLOCK = 480
NEW_BLOCK_MINUTES = 10


def changed(plan: Plan, **fields: Any) -> Plan:
    """The plan with other values for some fields, which must be valid already."""
    return plan.model_copy(update=fields)


def free_id(wanted: str, taken: Iterable[str]) -> str:
    """An id like the one wanted that nothing has yet."""
    used = set(taken)
    base = slug(wanted, "block")[:40]
    number, candidate = 2, base
    while candidate in used:
        candidate, number = f"{base}-{number}", number + 1
    return candidate


def index_of(plan: Plan, block_id: str) -> int | None:
    """Where a block stands in the agenda."""
    return next((i for i, block in enumerate(plan.blocks) if block.id == block_id), None)


def with_block(plan: Plan, block: Block, after: str | None) -> Plan:
    """The plan with a block put in behind another, or at the end."""
    place = index_of(plan, after) if after else None
    at = len(plan.blocks) if place is None else place + 1
    return changed(plan, blocks=(*plan.blocks[:at], block, *plan.blocks[at:]))


def new_block(plan: Plan, title: str, kind: BlockKind = BlockKind.ACTIVITY) -> Block:
    """A block that can be put into the plan."""
    taken = (block.id for block in plan.blocks)
    return Block(id=free_id(title, taken), title=title, kind=kind, minutes=NEW_BLOCK_MINUTES)


def protocol_block(plan: Plan, protocol: Protocol) -> Block:
    """A block that runs a protocol, at its usual length for this plan's group."""
    minutes = usual(protocol, plan.audience.count)
    return Block(
        id=free_id(protocol.id, (block.id for block in plan.blocks)),
        title=protocol.name,
        kind=BlockKind.PROTOCOL,
        minutes=min(LONGEST_BLOCK, minutes),
        protocol=protocol.id,
    )


def with_changed_block(plan: Plan, block: Block) -> Plan:
    """The plan with the block of the same id replaced."""
    return changed(plan, blocks=tuple(block if b.id == block.id else b for b in plan.blocks))


def without_block(plan: Plan, block_id: str) -> Plan:
    """The plan with a block taken out."""
    return changed(plan, blocks=tuple(block for block in plan.blocks if block.id != block_id))


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
    at = index_of(plan, block_id)
    if at is None:
        return plan
    block = plan.blocks[at]
    least, most = block.min or 1, block.max or LONGEST_BLOCK
    minutes = min(most, max(least, ceil(block.minutes) + by))
    if minutes == block.minutes:
        return plan
    return with_changed_block(plan, block.model_copy(update={"minutes": minutes}))


def with_goal(plan: Plan, goal: Goal) -> Plan:
    """The plan with a goal added, or the one of the same id replaced."""
    if plan.goal(goal.id) is None:
        return changed(plan, goals=(*plan.goals, goal))
    return changed(plan, goals=tuple(goal if g.id == goal.id else g for g in plan.goals))


def without_goal(plan: Plan, goal_id: str) -> Plan:
    """The plan with a goal taken out, and out of everything that named it."""
    return changed(
        plan,
        goals=tuple(goal for goal in plan.goals if goal.id != goal_id),
        blocks=tuple(_unnamed(block, goal_id) for block in plan.blocks),
        evidence=tuple(_unnamed(each, goal_id) for each in plan.evidence),
    )


def next_goal_id(plan: Plan) -> str:
    """G1, G2, … whichever is free."""
    taken = {goal.id for goal in plan.goals}
    return next(name for name in (f"G{n}" for n in range(1, 1000)) if name not in taken)


def with_evidence(plan: Plan, evidence: Evidence) -> Plan:
    """The plan with an evidence measure added, or the one of the same id replaced."""
    if all(each.id != evidence.id for each in plan.evidence):
        return changed(plan, evidence=(*plan.evidence, evidence))
    kept = tuple(evidence if each.id == evidence.id else each for each in plan.evidence)
    return changed(plan, evidence=kept)


def without_evidence(plan: Plan, evidence_id: str) -> Plan:
    """The plan with an evidence measure taken out."""
    return changed(plan, evidence=tuple(e for e in plan.evidence if e.id != evidence_id))


def new_evidence(plan: Plan, kind: EvidenceKind) -> Evidence:
    """An evidence measure that can be put into the plan."""
    return Evidence(id=free_id(kind.value, (each.id for each in plan.evidence)), kind=kind)


def _unnamed(thing: Any, goal_id: str) -> Any:
    if goal_id not in thing.goals:
        return thing
    return thing.model_copy(update={"goals": tuple(g for g in thing.goals if g != goal_id)})


@dataclass(frozen=True, slots=True)
class Step:
    """One change that can be undone."""

    plan: Plan
    """The plan before it."""
    what: str


@dataclass(frozen=True, slots=True)
class Draft:
    """A plan being edited, with everything that can be undone and done again."""

    plan: Plan
    past: tuple[Step, ...] = ()
    future: tuple[Step, ...] = ()

    def changed(self, plan: Plan, what: str) -> Draft:
        """The draft after a change; the same one where nothing changed."""
        if plan is self.plan or plan == self.plan:
            return self
        return Draft(plan, (*self.past, Step(self.plan, what)))

    def undone(self) -> Draft:
        """The draft before its last change."""
        if not self.past:
            return self
        step = self.past[-1]
        return Draft(step.plan, self.past[:-1], (Step(self.plan, step.what), *self.future))

    def redone(self) -> Draft:
        """The draft with its last undone change made again."""
        if not self.future:
            return self
        step = self.future[0]
        return Draft(step.plan, (*self.past, Step(self.plan, step.what)), self.future[1:])
