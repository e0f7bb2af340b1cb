"""What a host can do about the time ahead: win some back, or take back what was done for that.

Where nothing is late, it is told how much could be won if it became late.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime

from facilitui.core import bodies as b
from facilitui.core.plans.costs import Cost, costs
from facilitui.core.plans.schedule import seconds_later
from facilitui.core.sessions.course import Course
from facilitui.core.sessions.fold_clock import recovered
from facilitui.core.sessions.recovery import (
    Moment,
    Offer,
    Proposal,
    may_go,
    minutes_late,
    outcome,
    proposals,
    shortened,
)
from facilitui.core.sessions.session import Recovery, SessionState
from facilitui.core.sessions.timing import projected_end
from facilitui.core.told import clock

SAID_SECONDS = 60.0
"""For how long the sentence that came with a recovery stands before the host."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Undoing(Offer):
    """Taking back a recovery as a whole, whatever was done since."""

    recovery: int

    @property
    def body(self) -> b.RecoveryUndone:
        """The event that takes it back."""
        return b.RecoveryUndone(recovery=self.recovery)


@dataclass(frozen=True, slots=True)
class Outlook:
    """All that a host can do about the time ahead, at one moment."""

    state: SessionState
    at: Moment
    ends: datetime
    """When it will end as things are."""
    late: int
    """Minutes past the planned end, as they are told; below zero if before."""
    offers: tuple[Offer, ...]
    """What can be done now: ways to recover, then recoveries that can be taken back."""
    reserve: tuple[Offer, ...]
    """What could be done if it were late; nothing of it where it is."""

    @property
    def is_late(self) -> bool:
        """Whether it will end after its planned end."""
        return self.late > 0

    @property
    def shown(self) -> tuple[Offer, ...]:
        """Everything that can be looked at, taking back last."""
        return tuple(sorted(self.offers + self.reserve, key=lambda o: isinstance(o, Undoing)))

    def find(self, key: str) -> Offer | None:
        """One of them by its key."""
        return next((each for each in self.shown if each.key == key), None)

    def can(self, key: str) -> bool:
        """Whether something can be done now, not only looked at."""
        return any(each.key == key for each in self.offers)

    def deed(self, key: str) -> b.Body | None:
        """The event that doing it would make now; None for what cannot be done, or is gone."""
        offers = (each for each in self.offers if each.key == key)
        return next((o.body for o in offers if isinstance(o, (Proposal, Undoing))), None)


def chosen(shown: Outlook, now: Outlook, key: str) -> Outlook | None:
    """By which of two looks what was chosen is done: as it was shown, though a minute began since.

    None where the session changed meanwhile, or more time went by, and that makes it another deed.
    """
    if shown.state == now.state and abs(now.late - shown.late) <= 1:
        return shown
    return now if now.deed(key) == shown.deed(key) else None


def outlook(course: Course, at: Moment) -> Outlook:
    """What can be done about the time ahead of a session that has come so far."""
    state = course.state
    ways = proposals(state, at)
    return Outlook(
        state=state,
        at=at,
        ends=projected_end(state, at.elapsed, at.now, at.zone),
        late=minutes_late(state, at),
        offers=(*ways, *_undoings(course, at)),
        reserve=() if ways else tuple(_reserve(state, at)),
    )


def has_ways(state: SessionState, at: Moment) -> bool:
    """Whether there is anything to do about the time ahead, or to look at.

    No more is worked out than it takes to know, the dearest last.
    """
    if not state.running:
        return False
    if any(may_be_undone(state, each) for each in state.recoveries):
        return True
    later = not state.finished and minutes_late(state, at) > 0
    return later or any(may_go(state, at)) or bool(shortened(state, at))


def may_be_undone(state: SessionState, recovery: Recovery) -> bool:
    """Whether taking a recovery back would change something, and nothing that is over."""
    body = recovery.body
    here = len(state.runs) if state.current is None else state.current
    ahead = {run.part.id for run in state.runs[here + 1 :]}
    changes = bool(ahead.intersection(body.minutes) or body.skipped or body.planned_end)
    return state.running and changes and ahead.issuperset(body.skipped)


def sentence(state: SessionState, elapsed: float) -> str:
    """What is to be said of the last recovery: for a minute, or until the next step."""
    last = state.recoveries[-1] if state.recoveries else None
    here = state.now.part.id if state.now is not None else ""
    if last is None or last.part != here or elapsed - last.elapsed >= SAID_SECONDS:
        return ""
    return last.body.say


def _undoings(course: Course, at: Moment) -> Iterator[Undoing]:
    """The recoveries that can be taken back, the last one first."""
    state = course.state
    for recovery in reversed(state.recoveries):
        if not may_be_undone(state, recovery):
            continue
        after = course.without(recovery.seq).state
        ends, planned_end, won = outcome(state, after, at)
        ago = recovery.elapsed - at.elapsed
        when = clock(seconds_later(at.now, ago))
        yield Undoing(
            key=f"take back/{recovery.seq}",
            title=f"Take back the recovery of {when}",
            after=after,
            ends=ends,
            planned_end=planned_end,
            won=won,
            recovery=recovery.seq,
        )


def _reserve(state: SessionState, at: Moment) -> Iterator[Offer]:
    """What could be won, with as little said of it as can be said while nothing is late."""
    if not state.running:
        return
    if minutes := shortened(state, at):
        body = b.RecoveryApplied(minutes=minutes)
        yield _possible(state, at, "shorter", "Make what is ahead shorter", body)
    for block, parts in may_go(state, at):
        body = b.RecoveryApplied(skipped=parts)
        lost = costs(state, block)
        yield _possible(state, at, block.id, f"Leave out {block.title}", body, lost)


def _possible(
    state: SessionState,
    at: Moment,
    name: str,
    title: str,
    body: b.RecoveryApplied,
    lost: tuple[Cost, ...] = (),
) -> Offer:
    after = recovered(state, body)
    ends, planned_end, won = outcome(state, after, at)
    return Offer(
        key=f"reserve/{name}",
        title=title,
        after=after,
        ends=ends,
        planned_end=planned_end,
        won=won,
        costs=lost,
    )
