"""Remembering: how protocols went in the sessions that were run, offered to whoever plans."""

from __future__ import annotations

from facilitui.core.plans.planning_ports import Digests
from facilitui.core.trends.drift import Drifts, drifts


class Remembering:
    """What the sessions of a home taught about the time that things take."""

    def __init__(self, digests: Digests) -> None:
        self._digests = digests

    async def drifts(self) -> Drifts:
        """How each protocol went over all runs, by id."""
        return drifts(each.ran_protocols for each in await self._digests.digests())
