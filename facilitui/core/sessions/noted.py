"""A line that was typed while a session ran, at its moment."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Annotated

from pydantic import Field

_LATEST = 1e9
"""Seconds; no session lasts so long."""


@dataclass(frozen=True, slots=True)
class Noted:
    """What was typed, and when."""

    text: str
    what: str
    """What was done with it: captured, parked or marked."""
    elapsed: Annotated[float, Field(ge=0, lt=_LATEST)]
    """Seconds into the session."""

    def when(self, began: datetime) -> datetime:
        """The time of day, of a session that began then."""
        return began + timedelta(seconds=self.elapsed)
