"""How many came: what the agenda then becomes before it begins, and where it no longer fits.

Nothing is changed by itself: the agenda for those who are here is offered, and the plan's holds
until somebody accepts it.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from datetime import datetime

from facilitui.core.library.protocol import Protocol
from facilitui.core.plans.agenda import AgendaBlock, expand
from facilitui.core.plans.grouping import room_of
from facilitui.core.plans.plan import Block, Plan
from facilitui.core.plans.proposals import (
    Proposal,
    grouping_proposals,
    in_force,
    parallel_proposals,
    with_proposal,
)
from facilitui.core.plans.schedule import agenda_end, latest, schedule
from facilitui.core.plans.seating_words import seated
from facilitui.core.sessions.seats import turn_lengths, turns_told
from facilitui.core.sessions.session import SessionState, Stage
from facilitui.core.sessions.starting import Prepared, planned_start
from facilitui.core.told import clock, figure
from facilitui.core.vocabulary import Per

MOST_NAMED = 2
"""So many blocks that no longer fit are named; of the others only how many there are."""


@dataclass(frozen=True, slots=True)
class Refit:
    """The agenda of a plan for as many as are here, beside the one that was planned."""

    plan: Plan
    """With the people who are here, and the groupings chosen for them."""
    before: tuple[AgendaBlock, ...]
    after: tuple[AgendaBlock, ...]
    protocols: Mapping[str, Protocol]

    @property
    def asked(self) -> tuple[AgendaBlock, ...]:
        """The blocks there is something to decide about: changed, or too many for one group."""
        changed = {block.id for block in self.changed}
        return tuple(b for b in self.after if b.id in changed or self.too_many(b))

    def too_many(self, block: AgendaBlock) -> int:
        """For how many a block is at most, where more come and could work side by side; else 0."""
        planned = self.plan.block(block.id)
        protocol = self._protocol(planned)
        if planned is None or protocol is None:
            return 0
        most = protocol.group.max
        here = room_of(self.plan.audience.count, block.groups, None).people
        offered = here > most and parallel_proposals(self.plan, planned, protocol)
        return most if offered else 0

    @property
    def changed(self) -> tuple[AgendaBlock, ...]:
        """The blocks that are another thing for so many people, as they would be."""
        return tuple(
            now for was, now in zip(self.before, self.after, strict=True) if _differs(was, now)
        )

    def proposals(self, block: AgendaBlock) -> tuple[Proposal, ...]:
        """Other ways to divide those who are here for a block that is asked about."""
        planned = self.plan.block(block.id)
        offered = _proposals(self.plan, planned, self._protocol(planned)) if planned else ()
        now = in_force(planned, offered) if planned else None
        return tuple(each for at, each in enumerate(offered) if at != now)

    def with_proposal(self, block: str, proposal: Proposal) -> Refit:
        """The agenda with one of those ways chosen."""
        plan = with_proposal(self.plan, block, proposal)
        return replace(self, plan=plan, after=expand(plan, self.protocols))

    def told(self, block: AgendaBlock) -> str:
        """What becomes of a block, in words: two fours → one four and one five · 4 rounds → 5."""
        if most := self.too_many(block):
            return f"for {most} at most"
        was = next(each for each in self.before if each.id == block.id)
        pairs = (
            (seated(was.sizes), seated(block.sizes)),
            (_rounds_told(was), _rounds_told(block)),
            (f"{figure(was.minutes)} min", f"{figure(block.minutes)} min"),
        )
        told = [f"{old} → {new}" if old else new for old, new in pairs if old != new]
        return " · ".join(filter(None, (*told, turns_told(turn_lengths(was), block))))

    def sums(self, start: datetime) -> str:
        """The minutes and the end of it all, in words."""
        return f"{figure(minutes_of(self.after))} min, ends {clock(ends_at(self.after, start))}"

    def _protocol(self, block: Block | None) -> Protocol | None:
        return self.protocols.get(block.protocol or "") if block is not None else None


def refit(ready: Prepared) -> Refit | None:
    """What the agenda becomes for as many as are here; None where nothing is to be decided."""
    here = ready.plan.audience.model_copy(update={"count": ready.attendance})
    plan = ready.plan.model_copy(update={"audience": here})
    before, after = (expand(each, ready.protocols) for each in (ready.plan, plan))
    found = Refit(plan, before, after, ready.protocols)
    return found if ready.attendance and found.asked else None


def expected(ready: Prepared, count: int) -> Prepared:
    """So many are here; the agenda is the planned one until another is accepted."""
    blocks = ready.blocks if ready.planned is None else ready.planned
    return replace(ready, attendance=count, counted=True, blocks=blocks, planned=None)


def accepted(ready: Prepared, blocks: tuple[AgendaBlock, ...]) -> Prepared:
    """The agenda for those who are here takes the place of the planned one."""
    planned = ready.blocks if ready.planned is None else ready.planned
    return replace(ready, blocks=blocks, planned=planned)


def starts_at(ready: Prepared, now: datetime) -> datetime:
    """When it begins: as planned, or now where that is over or far off. Aware, like `now`."""
    start = planned_start(ready.plan, now, now.tzinfo) if now.tzinfo else None
    return latest(start, now) if start is not None else now


def minutes_of(blocks: tuple[AgendaBlock, ...]) -> float:
    """What an agenda takes."""
    return sum(block.minutes for block in blocks)


def ends_at(blocks: tuple[AgendaBlock, ...], start: datetime) -> datetime:
    """When an agenda that begins then is over."""
    return agenda_end(schedule(blocks, start), start)


def here_told(state: SessionState, count: int) -> str:
    """That so many are here, and which blocks still ahead were divided for another number."""
    misfits = [
        f"{block.title} was divided for {sum(block.sizes)}" for block in _misfits(state, count)
    ]
    more = len(misfits) - MOST_NAMED
    named = [*misfits[:MOST_NAMED], *([f"and {more} more"] if more > 0 else [])]
    return "; ".join((f"{count} here", *named))


def _misfits(state: SessionState, count: int) -> Iterator[AgendaBlock]:
    ahead = {run.part.block for run in state.runs if run.stage is Stage.AHEAD}
    begun = {run.part.block for run in state.runs if run.began is not None}
    for block in state.blocks:
        here = room_of(count, block.groups, None).people
        if block.id in ahead - begun and _by_people(block) and here != sum(block.sizes):
            yield block


def _by_people(block: AgendaBlock) -> bool:
    """Whether a block is run otherwise for another number of people."""
    turns = any(part.per is Per.PARTICIPANT or part.turns_for for part in block.parts)
    return bool(block.sizes) and (len(block.sizes) > 1 or turns)


def _differs(was: AgendaBlock, now: AgendaBlock) -> bool:
    divided = (_by_people(was) or _by_people(now)) and was.sizes != now.sizes
    return divided or was.parts != now.parts


def _proposals(plan: Plan, block: Block, protocol: Protocol | None) -> tuple[Proposal, ...]:
    return (
        *grouping_proposals(plan, block, protocol),
        *parallel_proposals(plan, block, protocol),
    )


def _rounds_told(block: AgendaBlock) -> str:
    rounds = max((part.cycles for part in block.parts), default=0)
    return f"{rounds} rounds" if rounds else ""
