"""Recovering from an overrun: what could be done, what it costs, and what to say (design §3).

Nothing is changed here. A proposal carries the event that would apply it; whoever looks at it
sees the session as it then would be.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta, tzinfo
from enum import Enum
from math import inf

from facilitui.core import bodies as b
from facilitui.core.plans.agenda import AgendaBlock
from facilitui.core.plans.costs import Cost, costs
from facilitui.core.plans.schedule import minutes_between
from facilitui.core.plans.shrinking import GRAIN, shrink, units
from facilitui.core.sessions.fold_clock import recovered
from facilitui.core.sessions.session import PartRun, SessionState, Stage
from facilitui.core.sessions.timing import Forecast, forecast, minutes_behind, projected_end
from facilitui.core.told import clock, minutes_told, plural
from facilitui.core.vocabulary import BlockKind

LATE_MINUTES = 3
"""From how many minutes past the planned end that is marked, unless it is set otherwise."""
_KEPT = frozenset({BlockKind.NORMS, BlockKind.PROCESS_DEBRIEF})
"""Kinds of blocks that are never offered for leaving out, besides what is protected."""


class Way(Enum):
    """How time is won back, in the order in which it is offered."""

    SHORTER = "shorter"
    LEAVE_OUT = "leave out"
    LATER = "later end"


@dataclass(frozen=True, slots=True)
class Moment:
    """When it is asked: elapsed seconds, and the same moment in the session's zone."""

    elapsed: float
    now: datetime

    @property
    def zone(self) -> tzinfo | None:
        """Where pinned starts are told in."""
        return self.now.tzinfo


@dataclass(frozen=True, slots=True, kw_only=True)
class Offer:
    """Something that would change what is ahead, and the session as it then would be."""

    key: str
    """Tells it from all others, also when its figures have moved on with the time."""
    title: str
    after: SessionState
    """The session as it would be."""
    ends: datetime
    """When it then would end."""
    planned_end: datetime
    """When it then is to end."""
    won: float
    """By how many minutes it would end earlier."""
    costs: tuple[Cost, ...] = ()
    say: str = ""
    """The sentence for the room."""

    @property
    def late(self) -> int:
        """Minutes past its planned end at which it still would end; below zero if before."""
        return minutes_told(self.planned_end, self.ends)

    @property
    def weight(self) -> int:
        """How much the goals lose."""
        return sum(cost.weight for cost in self.costs)


@dataclass(frozen=True, slots=True, kw_only=True)
class Proposal(Offer):
    """One way to recover."""

    way: Way
    body: b.RecoveryApplied


def minutes_late(state: SessionState, at: Moment) -> int:
    """Minutes past the planned end at which it will end, as they are told; below zero if before.

    They are what is to be won. None are told where no end was planned.
    """
    return minutes_behind(state, at.elapsed, at.now, at.zone) if state.running else 0


def proposals(state: SessionState, at: Moment) -> tuple[Proposal, ...]:
    """Every way to win back time now, the mildest first; none where it is in time or all is done.

    They stay the same for as long as the lateness is told as the same minutes.
    """
    late = minutes_late(state, at)
    if late <= 0 or state.finished:
        return ()
    behind = f"We are {plural(late, 'minute')} behind"
    left_out = sorted(_leaving_out(state, at, behind), key=lambda each: (each.weight, -each.won))
    return (*_shorter(state, at, late, behind), *left_out, *_later(state, at, late, behind))


def outcome(
    state: SessionState, after: SessionState, at: Moment
) -> tuple[datetime, datetime, float]:
    """When a changed session would end, when it then is to end, and the minutes that wins."""
    before = projected_end(state, at.elapsed, at.now, at.zone)
    ends = projected_end(after, at.elapsed, at.now, at.zone)
    return ends, after.planned_end or ends, minutes_between(ends, before)


def _made(
    state: SessionState, at: Moment, way: Way, body: b.RecoveryApplied, block: AgendaBlock | None
) -> Proposal:
    after = recovered(state, body)
    ends, planned_end, won = outcome(state, after, at)
    return Proposal(
        key=f"{way.value}/{block.id}" if block else way.value,
        way=way,
        title=body.title,
        body=body,
        after=after,
        ends=ends,
        planned_end=planned_end,
        won=won,
        costs=costs(state, block) if block else (),
        say=body.say,
    )


def _shorter(state: SessionState, at: Moment, late: int, behind: str) -> Iterator[Proposal]:
    minutes = shortened(state, at, late)
    if not minutes:
        return
    ends = projected_end(
        recovered(state, b.RecoveryApplied(minutes=minutes)), at.elapsed, at.now, at.zone
    )
    body = b.RecoveryApplied(
        minutes=minutes,
        title="Make what is ahead shorter",
        say=f"{behind}, so what comes next is a little shorter. "
        f"We end at {clock(ends.astimezone(at.zone))}.",
    )
    yield _made(state, at, Way.SHORTER, body, None)


def shortened(state: SessionState, at: Moment, wanted: float = inf) -> dict[str, float]:
    """New minutes by part, so that it ends so much earlier, or as much as there is to give.

    Whole minutes are won, as the ends are told: half a minute would move the told end or not,
    depending on the second of asking.
    """
    return _shortened(state, at, [run.part.id for run in state.ahead], wanted)


def _shortened(
    state: SessionState, at: Moment, parts: Sequence[str], wanted: float
) -> dict[str, float]:
    """New minutes of some parts that follow each other.

    Where a pinned block among them would come to wait, or waits already, those before it give no
    more than lets it begin on time, and those behind it give the rest.
    """
    minutes = shrink(units(state, parts), wanted)
    waiting = [each for each in _with(state, at, minutes) if each.waits]
    if not waiting or waiting[-1].run.part.id not in parts[1:]:
        return minutes
    pinned = waiting[-1].run.part.id
    place = parts.index(pinned)
    starts = {each.run.part.id: each.start for each in _with(state, at, {})}
    early = minutes_told(waiting[-1].start, starts[pinned])
    first = _shortened(state, at, parts[:place], early)
    nearer = recovered(state, b.RecoveryApplied(minutes=first))
    ends, _, _ = outcome(state, nearer, at)
    won = minutes_told(ends, projected_end(state, at.elapsed, at.now, at.zone))
    return first | _shortened(nearer, at, parts[place:], wanted - won)


def _with(state: SessionState, at: Moment, minutes: dict[str, float]) -> tuple[Forecast, ...]:
    """The parts ahead with other minutes."""
    after = recovered(state, b.RecoveryApplied(minutes=minutes))
    return forecast(after, at.elapsed, at.now, at.zone)


def _leaving_out(state: SessionState, at: Moment, behind: str) -> Iterator[Proposal]:
    for block, parts in may_go(state, at):
        body = b.RecoveryApplied(
            skipped=parts,
            title=f"Leave out {block.title}",
            say=f"{behind}. We leave out {block.title} today.",
        )
        yield _made(state, at, Way.LEAVE_OUT, body, block)


def may_go(state: SessionState, at: Moment) -> Iterator[tuple[AgendaBlock, tuple[str, ...]]]:
    """The blocks that may be offered for leaving out, with their parts: it ends earlier without.

    Nothing is won where another block would then only wait for its pinned start.
    """
    for block in state.blocks:
        runs = [run for run in state.runs if run.part.block == block.id]
        parts = tuple(run.part.id for run in runs)
        without = b.RecoveryApplied(skipped=parts)
        if _may_go(block, runs) and outcome(state, recovered(state, without), at)[2] >= GRAIN:
            yield block, parts


def _may_go(block: AgendaBlock, runs: list[PartRun]) -> bool:
    """Whether nothing of a block has begun, and nothing of it is protected."""
    untouched = all(run.stage is Stage.AHEAD and run.began is None for run in runs)
    protected = any(run.part.protected or run.part.silent for run in runs)
    return bool(runs) and untouched and not protected and block.kind not in _KEPT


def _later(state: SessionState, at: Moment, late: int, behind: str) -> Iterator[Proposal]:
    """Later by as many minutes as it is told to be late, so that its end is told as it is asked."""
    if state.planned_end is None:
        return
    end = (state.planned_end + timedelta(minutes=late)).astimezone(at.zone)
    was = clock(state.planned_end.astimezone(at.zone))
    then = clock(end)
    body = b.RecoveryApplied(
        planned_end=end,
        title=f"Ask the group to end at {then}",
        say=f"{behind}. May we end at {then} instead of {was}?",
    )
    yield _made(state, at, Way.LATER, body, None)
