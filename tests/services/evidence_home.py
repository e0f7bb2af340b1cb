"""A session that ended, with a journal, drafts and copies of files in memory."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator, Collection
from contextlib import asynccontextmanager
from hashlib import sha256

from facilitui.core.errors import NotFound
from facilitui.core.journals.attaching_ports import Copied, FileRead, Lying, Progress
from facilitui.core.sessions import moves
from facilitui.services.debriefs.observing import Observing
from facilitui.services.journals.attaching import Attaching
from facilitui.services.sessions.hosting import Hosting
from tests.core.making import good_plan
from tests.services.fakes import (
    FixedLibrary,
    MemoryJournal,
    MemoryPlans,
    MemorySessions,
    MovableClock,
    counting,
)
from tests.services.memory_files import MemoryDrafts


class MemoryAttachments:
    """Copies of files by their hash; `outside` are the files that there are."""

    def __init__(self) -> None:
        self.outside: dict[str, bytes] = {}
        self.copies: dict[str, bytes] = {}
        self.half: list[str] = []
        """What was left half copied."""
        self.turn = asyncio.Lock()
        """Held by whoever keeps or deletes a copy."""

    @asynccontextmanager
    async def copied(self, path: str, progress: Progress) -> AsyncIterator[Copied]:
        read = await self.look(path, progress)

        async def keep() -> None:
            self.copies[read.file_hash] = self.outside[path]

        yield Copied(read, keep)

    @asynccontextmanager
    async def alone(self, progress: Progress) -> AsyncIterator[None]:
        del progress
        async with self.turn:
            yield

    async def look(self, path: str, progress: Progress) -> FileRead:
        if path not in self.outside:
            raise NotFound(f"there is no file {path}")
        data = self.outside[path]
        progress.total = progress.done = len(data)
        return FileRead(path, sha256(data).hexdigest(), len(data))

    async def drop(self, file_hash: str) -> None:
        self.copies.pop(file_hash, None)

    async def flaws(
        self, hashes: Collection[str], progress: Progress | None = None
    ) -> dict[str, str]:
        return {each: "its copy is missing" for each in hashes if each not in self.copies}

    async def lying(self) -> tuple[Lying, ...]:
        half = (Lying(name, half=True) for name in self.half)
        return (*half, *map(Lying, self.copies))


class EvidenceHome:
    """Everything that observing and attaching work with."""

    def __init__(self) -> None:
        self.sessions, self.journal = MemorySessions(), MemoryJournal()
        self.drafts, self.clock = MemoryDrafts(), MovableClock()
        self.attachments, self._chance = MemoryAttachments(), counting()
        self.start_again()

    def start_again(self) -> None:
        """The program is killed and started: only what was kept is there."""
        around = (self.journal, self.drafts)
        beside = (self.clock, self._chance)
        self.observing = Observing(self.sessions, *around, self.attachments, *beside)
        self.attaching = Attaching(self.attachments, self.sessions, *around, *beside)

    async def run(self, title: str = "Looking at student work") -> str:
        """A session that ended."""
        plans = MemoryPlans()
        plans.put("work", good_plan(title=title))
        around = (self.drafts, FixedLibrary(), self.clock, self._chance)
        hosted = await Hosting(self.sessions, plans, *around).prepare_plan("work")
        await hosted.begin()
        await hosted.do(moves.end)
        await hosted.leave()
        return hosted.session
