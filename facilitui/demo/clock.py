"""A clock that moves when it is told to."""

from __future__ import annotations

import asyncio
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta, tzinfo

from facilitui.core.sessions.clock import Reading


@dataclass
class SimulatedClock:
    """A clock that moves when it is told to, at a pace if one is given."""

    at: datetime
    speed: float = 0.0
    """How much faster than real time; 0 is at once."""

    def read(self) -> Reading:
        """All that it shows."""
        return Reading(self.at, "simulated", self.at.timestamp())

    def zone(self, name: str) -> tzinfo:
        """Everything happens in UTC."""
        return UTC

    async def pass_seconds(self, seconds: float) -> None:
        """Let time pass."""
        self.at += timedelta(seconds=seconds)
        if self.speed:
            await asyncio.sleep(seconds / self.speed)
