"""What other copies of the program begin of a plan while it stands ready in this one."""

from __future__ import annotations

from collections.abc import Awaitable, Callable
from datetime import tzinfo

from facilitui.core.errors import BegunElsewhere
from facilitui.core.ports import SessionRow
from facilitui.core.told import clock

OpenRuns = Callable[[str], Awaitable[tuple[SessionRow, ...]]]
"""The sessions of a plan that nobody has ended, the newest first."""


class OtherRuns:
    """The sessions of one plan; each is told once, so that nobody begins a second by mistake."""

    def __init__(self, open_runs: OpenRuns, plan: str) -> None:
        self._open_runs, self._plan = open_runs, plan
        self._known: frozenset[str] = frozenset()

    async def news(self) -> tuple[SessionRow, ...]:
        """Those that were not there when this was asked last, the newest first."""
        rows = await self._open_runs(self._plan)
        before, self._known = self._known, frozenset(row.session for row in rows)
        return tuple(row for row in rows if row.session not in before)

    async def refuse_once(self, zone: tzinfo) -> None:
        """See that no other copy has begun the plan meanwhile. Raises BegunElsewhere, once."""
        for row in await self.news():
            if row.began_at is not None:
                at = clock(row.began_at.astimezone(zone))
                raise BegunElsewhere(
                    f"n again begins a second session: another copy began this plan at {at}"
                )
