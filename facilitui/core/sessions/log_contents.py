"""A session's log as it was read, and what somebody has to know who looks at it."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from facilitui.core.sessions.events import Event

NO_EVENTS = (
    "nothing of how it ran can be read: restore its log from a copy; what was debriefed or drafted "
    "of it stays"
)

PURGED = "This session was purged: only the moments and the kinds of its events are left."


@dataclass(frozen=True, slots=True)
class LogContents:
    """A session's log as it was read."""

    session: str
    events: tuple[Event, ...]
    verified: int
    """How many of them are proved by the chain."""
    trouble: str = ""
    """What is wrong with it, in a sentence; empty if nothing."""
    read_only: bool = False
    alive_at: datetime | None = None
    """When a host last wrote or beat, in UTC: the log file's own time of change."""
    broken: bool = False
    """Whether its chain breaks behind what is proved, so that it can go on only in a copy.

    What follows the break is among the events all the same, and told as not proved.
    """
    line: int = 0
    """Which line of its file is wrong, counted from 1; 0 where it is none of them."""

    @property
    def flaw(self) -> str:
        """What somebody has to know who looks at it; a line cut off, which is mended, is nothing.

        A log begins with its first event, so without any it was emptied, or it is just beginning.
        """
        if self.read_only:
            return self.trouble
        return "" if self.events else NO_EVENTS

    @property
    def purged(self) -> bool:
        """Whether what its events say was purged: how it began is never left out otherwise."""
        return bool(self.events) and not self.events[0].envelope.body

    @property
    def told(self) -> str:
        """What somebody has to know who looks at it: what is wrong, or that it was purged."""
        return self.flaw or (PURGED if self.purged else "")
