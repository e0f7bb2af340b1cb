"""The turns in which copies of the program begin sessions: one sees what another has begun."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager, suppress
from typing import TYPE_CHECKING

from facilitui.core.errors import NotSaved
from facilitui.storage.disk import Disk
from facilitui.storage.folders import make_folders
from facilitui.storage.home_lock import lock_of
from facilitui.storage.paths import Home
from facilitui.storage.worker import Worker

if TYPE_CHECKING:
    from filelock import FileLock

TURN_SECONDS = 2.0
"""For so long another copy is waited for; then a session begins all the same."""


class SessionTurns:
    """The turns of one home. Where it takes no locks there are none."""

    def __init__(self, home: Home, disk: Disk) -> None:
        self._home, self._disk = home, disk
        self._own = asyncio.Lock()
        """Of this copy, whose sessions would otherwise wait for one another on one thread."""

    @asynccontextmanager
    async def one(self, worker: Worker) -> AsyncIterator[None]:
        """A turn, waited for on a thread."""
        async with self._own:
            lock = await worker.do(self._taken)
            try:
                yield
            finally:
                lock.release()

    def _taken(self) -> FileLock:
        lock = lock_of(self._home.cache / "begin.lock", TURN_SECONDS)
        with suppress(OSError, NotSaved):
            make_folders(self._disk, self._home.root, self._home.cache)
            lock.acquire()
        return lock
