"""A session that lay open without a host: gone on with, or ended where it was left.

The log's own times stay the truth. How long nobody hosted it is marked there as a gap, and whether
that counts is decided there too; what does not count is no part of the session (`facts`).
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from datetime import datetime, timedelta
from types import MappingProxyType

from facilitui.core import bodies as b
from facilitui.core.sessions.clock import GAP_SECONDS, Reading, elapsed_at, same_boot
from facilitui.core.sessions.half_kept import kept_lines
from facilitui.core.sessions.moves import Move
from facilitui.core.sessions.session import Gap, SessionState, Stage
from facilitui.core.told import length, nearest

TakeUp = Callable[[SessionState, datetime | None, Reading], Move]
"""What taking up a running session does, from when a host was last alive in it, and the clock."""

CLOCKS_APART = 2.0
"""Seconds by which a file's time and a clock may differ."""


def go_on(state: SessionState, alive_at: datetime | None, reading: Reading) -> Move:
    """Go on with it; that nobody hosted it for long is marked, and counts until decided."""
    over: Move = () if same_boot(state, reading) else (b.TakenOver(anchor=reading.anchor),)
    gone = _unhosted(state, alive_at, reading)
    return (*over, b.GapNoticed(seconds=nearest(gone))) if gone > GAP_SECONDS else over


def going_on_told(state: SessionState, alive_at: datetime | None, reading: Reading) -> str:
    """What going on with it means: where it stands by then, and what the time since counts as."""
    gone = _unhosted(state, alive_at, reading)
    gap = (
        f"; the {length(gone)} since count as a gap until you decide" if gone > GAP_SECONDS else ""
    )
    return _stands(state, elapsed_at(state, reading)) + gap


def _stands(state: SessionState, elapsed: float) -> str:
    """Where its clock is: it ran on unless it was paused."""
    run = state.now
    if run is None or state.current is None:
        return "no step of it is running"
    step = f"step {state.current + 1}"
    if run.stage is Stage.DIRECTIONS:
        return f"it goes on in the directions of {step}"
    at = f"{length(run.seconds(elapsed))} into {step}"
    return f"it is still paused, {at}" if state.paused else f"its clock has run on, {at}"


def leave_as_it_is(state: SessionState, alive_at: datetime | None, reading: Reading) -> Move:
    """Neither go on with it nor end it: only its record is what it is taken up for."""
    return ()


def ending_with(half: Mapping[str, str]) -> TakeUp:
    """Ending it where it was left, with what is half typed kept just before the end."""
    return lambda state, alive_at, reading: end_where_left(state, alive_at, reading, half)


def end_where_left(
    state: SessionState,
    alive_at: datetime | None,
    reading: Reading,
    half: Mapping[str, str] = MappingProxyType({}),
) -> Move:
    """End it now; the time since somebody was last there does not count.

    Nor do stretches before it in which it lay open, where somebody only looked in between.
    """
    taken_up = go_on(state, alive_at, reading)
    places = enumerate(taken_up, state.head.seq + 1)
    new = [place for place, body in places if isinstance(body, b.GapNoticed)]
    before = [gap.seq for gap in _lay_open(state)]
    decided = (b.GapDecided(gap=seq, counts=False) for seq in (*before, *new))
    kept = kept_lines(half, state.head.seq + 1)
    return (*taken_up, *kept, b.SessionEnded(), *decided)


def over_at(state: SessionState) -> datetime | None:
    """When it was over: its end, less the time for which it lay open and which does not count."""
    if state.ended_at is None or state.began_at is None:
        return state.ended_at
    idle = sum(gap.seconds for gap in _lay_open(state) if not gap.counts)
    length = (state.ended_at - state.began_at).total_seconds()
    return state.ended_at - timedelta(seconds=min(idle, max(0.0, length)))


def _unhosted(state: SessionState, alive_at: datetime | None, reading: Reading) -> float:
    """Seconds for which nobody hosted it: never more than have passed since its last event.

    The clock that tells when a host was last alive may have been set before that, or since. What
    cannot have been so is left out, and of what can have been the longest is marked: a gap too
    long is seen and decided, one that is not marked is never asked about.
    """
    passed = elapsed_at(state, reading) - state.elapsed
    if alive_at is None or state.at is None:
        return passed
    set_before = (reading.at - alive_at).total_seconds()
    set_since = passed - (alive_at - state.at).total_seconds()
    can_be = (
        gone for gone in (set_before, set_since) if -CLOCKS_APART <= gone <= passed + CLOCKS_APART
    )
    return min(max(can_be, default=passed), passed)


def _lay_open(state: SessionState) -> list[Gap]:
    """The gaps that went on past the planned end, and after which nobody pressed a key."""
    if state.planned_end is None or state.began_at is None:
        return []
    length = (state.planned_end - state.began_at).total_seconds()
    last = state.keys[-1] if state.keys else 0
    return [gap for gap in state.gaps if gap.seq > last and gap.noticed > length]
