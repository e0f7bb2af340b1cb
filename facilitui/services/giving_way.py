"""What is read behind the screen gives way to the keys that are pressed meanwhile."""

from __future__ import annotations

import asyncio
from time import monotonic

FOR_SECONDS = 0.06
"""So long after a key nothing is begun: by then its letter is drawn, mostly what it finds, too."""


class GivingWay:
    """Held up by a key for a moment, and only once: whoever types on and on is shown all of it."""

    def __init__(self) -> None:
        self._until = 0.0

    def give(self) -> None:
        """A key was pressed."""
        self._until = monotonic() + FOR_SECONDS

    async def clear(self) -> None:
        """Before each piece of work: wait for the last key that was pressed until now."""
        if (left := self._until - monotonic()) > 0:
            await asyncio.sleep(left)
