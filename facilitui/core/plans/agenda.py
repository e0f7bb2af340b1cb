"""Expanding a plan into what is run: blocks of timed parts.

A block without a protocol is one part. A block with one has a part for every step and every
repetition of it, fitted into the block's minutes as far as the steps' minima allow.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from datetime import time
from functools import lru_cache
from itertools import groupby
from math import ceil
from typing import Generic, TypeVar

from facilitui.core.base import Record
from facilitui.core.library.protocol import Cycle, Protocol, Step
from facilitui.core.plans.fitting import fit
from facilitui.core.plans.grouping import Room, Run, room_of, run_of, sub_groups
from facilitui.core.plans.plan import Block, Plan
from facilitui.core.plans.plan_parts import ParallelGroup
from facilitui.core.vocabulary import BlockKind, Per, Question, Silence, TurnsFor, Who

T = TypeVar("T")

_WHO = {BlockKind.OPENING: Who.FACILITATOR, BlockKind.BREAKOUT: Who.SMALL_GROUPS}

MOST_REMEMBERED = 1000
"""How many expanded blocks are kept; the largest plans have fewer."""


class Part(Record):
    """One timed part of the agenda: what a clock runs for."""

    id: str
    """The instance's id: block/step/cycle, block/step, or the block's own."""
    block: str = ""
    step: str = ""
    """Id of the protocol's step it comes from; empty without a protocol."""
    name: str = ""
    short: str = ""
    minutes: float = 0
    """What is planned for it."""
    min: float = 0
    max: float = 0
    protected: bool = False
    optional: bool = False
    who: Who = Who.WHOLE_GROUP
    silence: Silence = Silence.NONE
    say: str = ""
    show: str = ""
    watch: str = ""
    question: Question | None = None
    turn_minutes: float | None = None
    cycle: int = 0
    """Which repetition, counted from 1; 0 outside cycles."""
    cycles: int = 0
    """How many repetitions there are; 0 outside cycles."""
    per: Per | None = None
    """What its cycle repeats for; None outside cycles."""
    turns_for: TurnsFor | None = None
    """Who has a turn in it, where it is made of equal turns."""

    @property
    def silent(self) -> bool:
        """Whether nobody speaks in it."""
        return self.silence is Silence.ALL

    @property
    def title(self) -> str:
        """The name, with its repetition where it has one, and what that counts."""
        per = f"{self.per.counted} " if self.per else ""
        return f"{self.name} ({per}{self.cycle} of {self.cycles})" if self.cycles > 1 else self.name

    @property
    def label(self) -> str:
        """The short name behind its repetition, which stays where the name is cut."""
        return f"{self.cycle}/{self.cycles} {self.short}" if self.cycles > 1 else self.short


class AgendaBlock(Record):
    """One block of the agenda with the parts it is run in."""

    id: str
    title: str = ""
    kind: BlockKind = BlockKind.ACTIVITY
    goals: tuple[str, ...] = ()
    lead: str = ""
    protocol: str = ""
    """The protocol's name as shown, empty without one."""
    protocol_id: str = ""
    usual: float | None = None
    """What the protocol usually takes, in minutes."""
    shortest: float | None = None
    pinned_start: time | None = None
    groups: tuple[ParallelGroup, ...] = ()
    """Groups that do the block side by side."""
    sizes: tuple[int, ...] = ()
    """How many sit in each sub-group, the largest first; empty where there are none."""
    parts: tuple[Part, ...] = ()

    @property
    def minutes(self) -> float:
        """What its parts take together; never stored, so it cannot disagree with them."""
        return sum(part.minutes for part in self.parts)


class _Same(Generic[T]):
    """A value that stands for itself alone: told from an equal one, and never looked into."""

    __slots__ = ("value",)

    def __init__(self, value: T) -> None:
        self.value = value

    def __hash__(self) -> int:
        return id(self.value)

    def __eq__(self, other: object) -> bool:
        return isinstance(other, _Same) and other.value is self.value


def expand(plan: Plan, protocols: Mapping[str, Protocol]) -> tuple[AgendaBlock, ...]:
    """The agenda of a plan. A protocol that is not known leaves its block as one part.

    A change leaves most blocks what they were, and those are not worked out again.
    """
    people = plan.audience.count
    return tuple(
        _expanded(_Same(block), _Same(protocols.get(block.protocol or "")), people)
        for block in plan.blocks
    )


@lru_cache(maxsize=MOST_REMEMBERED)
def _expanded(block: _Same[Block], protocol: _Same[Protocol | None], people: int) -> AgendaBlock:
    return expand_block(block.value, protocol.value, people)


def expand_block(block: Block, protocol: Protocol | None, people: int) -> AgendaBlock:
    """One block as it will be run when so many people come.

    Without a step to run (its last lies before its first) it is one part, as without a protocol.
    """
    room = room_of(people, block.groups, block.grouping)
    expanded = AgendaBlock(
        id=block.id,
        title=block.title,
        kind=block.kind,
        goals=block.goals,
        lead=block.lead,
        pinned_start=block.pinned_start,
        groups=block.groups,
        sizes=_sizes(room),
        parts=(_plain_part(block),),
    )
    if protocol is None:
        return expanded
    run = run_of(protocol, room, block.first_step, block.last_step)
    if not run.steps:
        return expanded
    fixed = {each.step: each.minutes for each in block.steps}
    minutes = fit(run.steps, run.counts, block.minutes, fixed)
    parts = tuple(
        _step_part(block, run, step, minutes[step.id], cycle, protocol.cycle_of(step))
        for step, cycle in _in_running_order(run)
    )
    return expanded.model_copy(
        update={
            "protocol": protocol.name,
            "protocol_id": protocol.id,
            "usual": run.usual,
            "shortest": run.shortest,
            "sizes": run.sizes,
            "parts": parts,
        }
    )


def _sizes(room: Room) -> tuple[int, ...]:
    """The sub-groups of a block without a protocol: those that were chosen."""
    chosen = room.grouping
    return sub_groups(room.people, chosen.size, chosen.rule) if chosen else ()


def _in_running_order(run: Run) -> Iterator[tuple[Step, int]]:
    """Each step with its repetition: the steps of a cycle run once through, then again."""
    for letter, group in groupby(run.steps, key=lambda step: step.cycle):
        steps = tuple(group)
        if not letter:
            yield from ((step, 0) for step in steps)
            continue
        times = run.counts[steps[0].id]
        yield from ((step, turn) for turn in range(1, times + 1) for step in steps)


def _plain_part(block: Block) -> Part:
    protected = _is_protected(block)
    least = block.minutes if protected else float(ceil(block.minutes / 2))
    return Part(
        id=block.id,
        block=block.id,
        name=block.title,
        short=block.title,
        minutes=block.minutes,
        min=block.min or min(least, block.minutes),
        max=block.max or block.minutes * 2,
        protected=protected,
        optional=block.optional,
        who=block.who or _WHO.get(block.kind, Who.WHOLE_GROUP),
        silence=block.silence,
        say=block.say,
        show=block.show,
        watch=block.watch,
        question=block.question,
    )


def _is_protected(block: Block) -> bool:
    kept = block.kind is BlockKind.PROCESS_DEBRIEF or block.silence is Silence.ALL
    return block.protected or kept


def _step_part(
    block: Block, run: Run, step: Step, minutes: float, cycle: int, of: Cycle | None
) -> Part:
    name, turns = f"{block.id}/{step.id}", run.turns(step)
    return Part(
        id=f"{name}/{cycle}" if cycle else name,
        block=block.id,
        step=step.id,
        name=step.name,
        short=step.short_name,
        minutes=minutes,
        min=min(step.min, minutes),
        max=max(step.max, minutes),
        protected=_is_protected(block) or step.protected,
        optional=block.optional,
        who=step.who,
        silence=step.silence,
        say=step.say,
        show=step.show,
        watch=step.watch,
        question=step.question,
        turn_minutes=minutes / turns if turns else None,
        cycle=cycle,
        cycles=run.counts[step.id] if cycle else 0,
        per=of.per if of else None,
        turns_for=step.turns if turns else None,
    )
