"""What other copies of the program begin of a plan while it stands ready in this one."""

from __future__ import annotations

from collections.abc import Awaitable, Callable
from datetime import tzinfo

from facilitui.core.errors import BegunElsewhere
from facilitui.core.ports import SessionRow
from facilitui.core.sessions.clock import Reading
from facilitui.core.told import clock

OpenRuns = Callable[[str], Awaitable[tuple[SessionRow, ...]]]
"""The sessions of a plan that nobody has ended, the newest first."""
UNREAD_SECONDS = 1.0
"""Nobody has read by then what was told."""


class OtherRuns:
    """The sessions of one plan; each is told once, so that nobody begins a second by mistake."""

    def __init__(self, open_runs: OpenRuns, plan: str) -> None:
        self._open_runs, self._plan = open_runs, plan
        self._known: frozenset[str] = frozenset()
        self._told, self._told_at = "", 0.0
        """What was told of the last one, and when on the clock of this boot."""

    async def news(self) -> tuple[SessionRow, ...]:
        """Those that were not there when this was asked last, the newest first."""
        rows = await self._open_runs(self._plan)
        before, self._known = self._known, frozenset(row.session for row in rows)
        return tuple(row for row in rows if row.session not in before)

    async def refuse_once(self, zone: tzinfo, reading: Reading) -> None:
        """See that no other copy has begun the plan meanwhile.

        Raises BegunElsewhere, once: a key that comes before anybody could read that counts as one
        with the key before it.
        """
        begun = [row.began_at for row in await self.news() if row.began_at is not None]
        if begun:
            at = clock(begun[0].astimezone(zone))
            self._told = f"n again begins a second session: another copy began this plan at {at}"
            self._told_at = reading.boot_seconds
        if self._told and reading.boot_seconds - self._told_at < UNREAD_SECONDS:
            raise BegunElsewhere(self._told)
