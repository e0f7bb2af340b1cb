"""Attachments: copies of files in `attachments/`, each named after the hash of what is in it."""

from __future__ import annotations

import asyncio
import os
import re
from collections.abc import AsyncIterator, Collection
from contextlib import asynccontextmanager, suppress
from functools import partial
from hashlib import sha256

from facilitui.core.errors import NotSaved
from facilitui.core.journals.attaching_ports import (
    STOPPED,
    Copied,
    FileRead,
    Lying,
    Progress,
    Stopped,
)
from facilitui.core.journals.attachment import MOST_BYTES
from facilitui.storage.attachment_turns import AttachmentTurn
from facilitui.storage.coming_copy import ComingCopy, abandoned
from facilitui.storage.disk import Disk, reason
from facilitui.storage.folders import make_folders
from facilitui.storage.names import plain
from facilitui.storage.paths import Home
from facilitui.storage.read_in_pieces import PIECE, source
from facilitui.storage.worker import WatchedWorker

_COPY = re.compile("[0-9a-f]{64}")
MISSING = "its copy is missing"
ALTERED = "its copy was altered"


class FileAttachments:
    """The copies of a home. One is there whole or not at all, whenever the program ends."""

    def __init__(self, home: Home, disk: Disk, most_bytes: int = MOST_BYTES) -> None:
        self._home, self._disk, self._most = home, disk, most_bytes
        self._folder = home.own("attachments")
        self._worker = WatchedWorker("attachments")
        self._own = asyncio.Lock()
        """Whose turn it is here; another one would wait for it on the thread that ends it."""

    @asynccontextmanager
    async def copied(self, path: str, progress: Progress) -> AsyncIterator[Copied]:
        """A file copied in; nothing is left of it afterwards unless it was kept.

        Raises NotFound, NotSaved or Stopped.
        """
        coming = ComingCopy(self._disk, self._folder)
        try:
            read = await self._worker.watch(partial(self._fill, coming, path), progress)
            yield Copied(read, partial(self._worker.do, coming.name))
        finally:
            if coming.is_open:
                self._worker.begin(coming.close)

    @asynccontextmanager
    async def alone(self, progress: Progress) -> AsyncIterator[None]:
        """As long as this lasts no other copy of the program keeps or deletes a copy.

        Raises NotSaved where another does not come to its end, or Stopped.
        """
        async with self._own:
            turn = AttachmentTurn(self._home, self._disk)
            try:
                await self._worker.watch(turn.take, progress)
                yield
            finally:
                if turn.is_taken:
                    self._worker.begin(turn.end)

    async def look(self, path: str, progress: Progress) -> FileRead:
        """Read a file that stays where it is. Raises NotFound or Stopped."""
        return await self._worker.watch(partial(self._look, path), progress)

    async def drop(self, file_hash: str) -> None:
        """Delete a copy; there need be none. Raises NotSaved where it cannot be."""
        await self._worker.do(self._drop, file_hash)

    async def flaws(
        self, hashes: Collection[str], progress: Progress | None = None
    ) -> dict[str, str]:
        """Of the copies that should be there, what is wrong with those that are not whole.

        Raises Stopped.
        """
        return await self._worker.watch(partial(self._flaws, hashes), progress or Progress())

    async def lying(self) -> tuple[Lying, ...]:
        """What lies there, but for what somebody is copying now."""
        return await self._worker.do(self._lying)

    def close(self) -> None:
        """Stop what can be stopped, finish all else, and end the thread."""
        self._worker.close()

    def _look(self, file: str, progress: Progress) -> FileRead:
        with source(self._disk, file) as found:
            found.check()
            for _ in found.pieces(progress):
                pass
            return found.read()

    def _fill(self, coming: ComingCopy, file: str, progress: Progress) -> FileRead:
        with source(self._disk, file) as found:
            found.check(self._most)
            make_folders(self._disk, self._home.root, self._folder)
            for left in abandoned(self._folder):
                with suppress(OSError):
                    left.unlink()
            return coming.fill(found, progress)

    def _drop(self, file_hash: str) -> None:
        path = self._folder / plain(file_hash, "copy")
        try:
            path.unlink(missing_ok=True)
            if self._folder.is_dir():
                self._disk.sync_folder(self._folder)
        except OSError as error:
            raise NotSaved(f"the copy cannot be deleted: {reason(error)}") from error

    def _lying(self) -> tuple[Lying, ...]:
        try:
            names = sorted(filter(_COPY.fullmatch, os.listdir(self._folder)))
        except OSError:
            return ()  # whatever should be there is missed already
        half = [Lying(left.name, half=True) for left in abandoned(self._folder)]
        return (*half, *(Lying(name) for name in names))

    def _flaws(self, hashes: Collection[str], progress: Progress) -> dict[str, str]:
        progress.begin("looking at attached files")
        for each in set(hashes):
            with suppress(OSError):
                progress.total += (self._folder / plain(each, "copy")).stat().st_size
        found = {file_hash: self._flaw(file_hash, progress) for file_hash in sorted(set(hashes))}
        return {file_hash: flaw for file_hash, flaw in found.items() if flaw}

    def _flaw(self, file_hash: str, progress: Progress) -> str:
        """What is wrong with a copy; empty where it is whole. Raises Stopped."""
        path = self._folder / plain(file_hash, "copy")
        digest = sha256()
        try:
            handle = self._disk.open(path, os.O_RDONLY | os.O_NONBLOCK)
        except FileNotFoundError:
            return MISSING
        except OSError as error:
            return f"its copy cannot be read: {reason(error)}"
        try:
            while piece := self._disk.read_piece(handle, PIECE):
                if progress.stopped:
                    raise Stopped(STOPPED)
                digest.update(piece)
                progress.done += len(piece)
        except OSError as error:
            return f"its copy cannot be read: {reason(error)}"
        finally:
            self._disk.close(handle)
        return "" if digest.hexdigest() == file_hash else ALTERED
