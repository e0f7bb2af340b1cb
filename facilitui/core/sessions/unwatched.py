"""Stretches in which a running session was not watched: a laptop slept, a program stood still."""

from __future__ import annotations

from facilitui.core.sessions.clock import GAP_SECONDS


class Unwatched:
    """What was missed of a session's own time, from one look at its clock to the next."""

    def __init__(self) -> None:
        self._last: float | None = None
        """Elapsed seconds when the clock was last looked at."""
        self.seconds = 0.0
        """What was missed and is not marked yet."""

    def look(self, elapsed: float, *, live: bool) -> None:
        """Look at the clock; only while the session is `live` something can be missed."""
        last, self._last = self._last, elapsed
        if live and last is not None and elapsed - last > GAP_SECONDS:
            self.seconds += elapsed - last

    def marked(self) -> None:
        """It stands in the log now."""
        self.seconds = 0.0
