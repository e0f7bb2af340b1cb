"""Remembering: how protocols went in the sessions that were run, offered to whoever plans."""

from __future__ import annotations

from facilitui.core.drift import Drifts, drifts
from facilitui.core.planning_ports import Runs


class Remembering:
    """What the sessions of a home taught about the time that things take."""

    def __init__(self, runs: Runs) -> None:
        self._runs = runs

    async def drifts(self) -> Drifts:
        """How each protocol went over all runs, by id."""
        return drifts(await self._runs.measured())
