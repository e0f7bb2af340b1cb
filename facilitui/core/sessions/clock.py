"""Reading a session's clock: what elapsed time is now, whatever the machine did meanwhile.

Within one boot elapsed follows a clock that goes on while a laptop sleeps. After a reboot, or on
another machine, it is the last event's elapsed plus the wall time since, never less.

Times of day within a session are its beginning and the seconds since then, so that nothing it tells
of itself moves when the machine's own clock is set.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from typing import TYPE_CHECKING

# Home shows the time before anything that needs pydantic is loaded.
if TYPE_CHECKING:
    from facilitui.core.bodies import HostAnchor
    from facilitui.core.sessions.session import SessionState

GAP_SECONDS = 30.0
"""A longer stretch without the program is marked as a gap (design §3)."""
LONGEST_SECONDS = 366.0 * 86_400
"""No session goes on for longer, however long nobody ended it: its clock stands from then on."""
LAST_MOMENT = datetime(9999, 12, 1, tzinfo=UTC)
"""No session goes on after it, whatever a damaged log says."""


@dataclass(frozen=True, slots=True)
class Reading:
    """All that a clock shows at one moment."""

    at: datetime
    """Wall time, in UTC."""
    boot_id: str
    """Which boot of the machine this is; empty where that cannot be known."""
    boot_seconds: float
    """Seconds on the clock of this boot, time asleep included."""
    machine: str = ""

    @property
    def anchor(self) -> HostAnchor:
        """What an event keeps of it, so that elapsed time goes on after a restart."""
        from facilitui.core.bodies import HostAnchor

        return HostAnchor(
            boot_id=self.boot_id, boot_seconds=self.boot_seconds, machine=self.machine
        )


def same_boot(state: SessionState, reading: Reading) -> bool:
    """Whether the session's last host ran in this very boot of this machine."""
    return bool(reading.boot_id) and state.anchor.boot_id == reading.boot_id


def elapsed_at(state: SessionState, reading: Reading) -> float:
    """Seconds since the session began; never before its last event."""
    if state.at is None:
        return 0.0
    if same_boot(state, reading):
        since = reading.boot_seconds - state.anchor.boot_seconds
        elapsed = max(state.elapsed, state.anchor_elapsed + since)
    else:
        elapsed = state.elapsed + max(0.0, (reading.at - state.at).total_seconds())
    return min(elapsed, LONGEST_SECONDS)


def moment_at(began: datetime, elapsed: float) -> datetime:
    """The time of day so many seconds after a session began, in UTC."""
    began = began.astimezone(UTC)
    room = max(0.0, (LAST_MOMENT - began).total_seconds())
    return began + timedelta(seconds=min(max(0.0, elapsed), room))


def own_moment(state: SessionState, reading: Reading) -> datetime:
    """The time of day in UTC: by the session's own clock while it runs, else by the machine's."""
    if state.began_at is None or state.ended_at is not None:
        return reading.at
    return moment_at(state.began_at, elapsed_at(state, reading))


def clock_set_by(state: SessionState, reading: Reading) -> float:
    """By how many seconds the machine's clock was set on, or back if below zero.

    What is no longer than a gap is none: clocks are put right by a little all the time. A session
    whose own clock stands, because it went on for too long, cannot know.
    """
    elapsed = elapsed_at(state, reading)
    if state.began_at is None or elapsed >= LONGEST_SECONDS:
        return 0.0
    own = moment_at(state.began_at, elapsed)
    apart = (reading.at - own).total_seconds()
    return apart if abs(apart) > GAP_SECONDS else 0.0
