"""A session that lay open without a host: gone on with, or ended where it was left.

The log's own times stay the truth. How long nobody hosted it is marked there as a gap, and whether
that counts is decided there too; what does not count is no part of the session (`facts`).
"""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime, timedelta

from facilitui.core import bodies as b
from facilitui.core.clock import GAP_SECONDS, Reading, elapsed_at, same_boot
from facilitui.core.moves import Move
from facilitui.core.session import Gap, SessionState

TakeUp = Callable[[SessionState, datetime | None, Reading], Move]
"""What taking up a running session does, from when a host was last alive in it, and the clock."""


def go_on(state: SessionState, alive_at: datetime | None, reading: Reading) -> Move:
    """Go on with it; that nobody hosted it for long is marked, and counts until decided."""
    over: Move = () if same_boot(state, reading) else (b.TakenOver(anchor=reading.anchor),)
    gone = _unhosted(state, alive_at, reading)
    return (*over, b.GapNoticed(seconds=round(gone))) if gone > GAP_SECONDS else over


def leave_as_it_is(state: SessionState, alive_at: datetime | None, reading: Reading) -> Move:
    """Neither go on with it nor end it: only its record is what it is taken up for."""
    return ()


def end_where_left(state: SessionState, alive_at: datetime | None, reading: Reading) -> Move:
    """End it now; the time since somebody was last there does not count.

    Nor do stretches before it in which it lay open, where somebody only looked in between.
    """
    taken_up = go_on(state, alive_at, reading)
    places = enumerate(taken_up, state.head.seq + 1)
    new = [place for place, body in places if isinstance(body, b.GapNoticed)]
    before = [gap.seq for gap in _lay_open(state)]
    decided = (b.GapDecided(gap=seq, counts=False) for seq in (*before, *new))
    return (*taken_up, b.SessionEnded(), *decided)


def over_at(state: SessionState) -> datetime | None:
    """When it was over: its end, less the time for which it lay open and which does not count."""
    if state.ended_at is None or state.began_at is None:
        return state.ended_at
    idle = sum(gap.seconds for gap in _lay_open(state) if not gap.counts)
    length = (state.ended_at - state.began_at).total_seconds()
    return state.ended_at - timedelta(seconds=min(idle, max(0.0, length)))


def _unhosted(state: SessionState, alive_at: datetime | None, reading: Reading) -> float:
    """Seconds for which nobody hosted it: never more than have passed since its last event."""
    known = [at for at in (alive_at, state.at) if at is not None]
    gone = (reading.at - max(known)).total_seconds() if known else 0.0
    return min(gone, elapsed_at(state, reading) - state.elapsed)


def _lay_open(state: SessionState) -> list[Gap]:
    """The gaps that went on past the planned end, and after which nobody pressed a key."""
    if state.planned_end is None or state.began_at is None:
        return []
    length = (state.planned_end - state.began_at).total_seconds()
    last = state.keys[-1] if state.keys else 0
    return [gap for gap in state.gaps if gap.seq > last and gap.noticed > length]
