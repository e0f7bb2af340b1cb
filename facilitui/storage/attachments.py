"""Attachments: copies of files in `attachments/`, each named after the hash of what is in it."""

from __future__ import annotations

import asyncio
import fcntl
import os
import re
from collections.abc import Callable, Collection, Iterator
from contextlib import contextmanager, suppress
from hashlib import sha256
from pathlib import Path
from secrets import token_hex

from facilitui.core.attaching_ports import FileRead, Lying, Progress
from facilitui.core.attachment import MOST_BYTES
from facilitui.core.errors import NotSaved
from facilitui.storage.disk import TEMPORARY, Disk, reason, write_all
from facilitui.storage.folders import make_folders
from facilitui.storage.names import plain
from facilitui.storage.paths import Home
from facilitui.storage.read_in_pieces import PIECE, source
from facilitui.storage.worker import Worker

_COPY = re.compile("[0-9a-f]{64}")
MISSING = "its copy is missing"
ALTERED = "its copy was altered"


class FileAttachments:
    """The copies of a home. One is there whole or not at all, whenever the program ends."""

    def __init__(self, home: Home, disk: Disk, most_bytes: int = MOST_BYTES) -> None:
        self._home, self._disk, self._most = home, disk, most_bytes
        self._folder = home.own("attachments")
        self._progress: list[Progress] = []
        self._worker = Worker("attachments")

    async def take(self, path: str, progress: Progress) -> FileRead:
        """Copy a file in; the same bytes are kept once. Raises NotFound, NotSaved or Stopped."""
        return await self._watched(self._take, path, progress)

    async def look(self, path: str, progress: Progress) -> FileRead:
        """Read a file that stays where it is. Raises NotFound or Stopped."""
        return await self._watched(self._look, path, progress)

    async def drop(self, file_hash: str) -> None:
        """Delete a copy; there need be none. Raises NotSaved where it cannot be."""
        await self._worker.do(self._drop, file_hash)

    async def flaws(self, hashes: Collection[str]) -> dict[str, str]:
        """Of the copies that should be there, what is wrong with those that are not whole."""
        return await self._worker.do(self._flaws, hashes)

    async def lying(self) -> tuple[Lying, ...]:
        """What lies there, but for what somebody is copying now."""
        return await self._worker.do(self._lying)

    def close(self) -> None:
        """Stop what is being read, finish all else, and end the thread."""
        for progress in self._progress:
            progress.stopped = True
        self._worker.close()

    async def _watched(
        self, read: Callable[[str, Progress], FileRead], path: str, progress: Progress
    ) -> FileRead:
        self._progress.append(progress)
        try:
            return await self._worker.do(read, path, progress)
        except asyncio.CancelledError:
            progress.stopped = True  # nobody waits for it any more
            raise
        finally:
            self._progress.remove(progress)

    def _look(self, file: str, progress: Progress) -> FileRead:
        with source(self._disk, file) as found:
            found.check()
            for _ in found.pieces(progress):
                pass
            return found.read()

    def _take(self, file: str, progress: Progress) -> FileRead:
        with source(self._disk, file) as found:
            found.check(self._most)
            make_folders(self._disk, self._home.root, self._folder)
            for left in _abandoned(self._folder):
                with suppress(OSError):
                    left.unlink()
            with self._new_file(found.shown) as (handle, temporary):
                for piece in found.pieces(progress):
                    self._write(handle, piece, found.shown)
                self._sync(handle, found.shown)
                found.go_on(progress)
                read = found.read()
                self._finish(temporary, self._folder / read.file_hash, found.shown)
            return read

    @contextmanager
    def _new_file(self, shown: str) -> Iterator[tuple[int, Path]]:
        """A file to copy into, which nobody takes away while it is open; none is left of it."""
        try:
            handle, temporary = self._held_file()
        except OSError as error:
            raise _not_saved(shown, error) from error
        try:
            yield handle, temporary
        finally:
            self._disk.close(handle)
            with suppress(OSError):
                temporary.unlink(missing_ok=True)

    def _held_file(self) -> tuple[int, Path]:
        """A new file that is locked; another one where it was taken away before it was."""
        while True:
            temporary = self._folder / f".{token_hex(8)}{TEMPORARY}"
            handle = self._disk.open(temporary, os.O_WRONLY | os.O_CREAT | os.O_EXCL)
            with suppress(OSError):  # a folder that takes no locks is no worse than another
                fcntl.flock(handle, fcntl.LOCK_EX)
            if os.fstat(handle).st_nlink:
                return handle, temporary
            self._disk.close(handle)

    def _write(self, handle: int, piece: bytes, shown: str) -> None:
        try:
            write_all(self._disk, handle, piece)
        except OSError as error:
            raise _not_saved(shown, error) from error

    def _sync(self, handle: int, shown: str) -> None:
        try:
            self._disk.sync(handle)
        except OSError as error:
            raise _not_saved(shown, error) from error

    def _finish(self, temporary: Path, target: Path, shown: str) -> None:
        """Give the copy its name, in place of one that may have been altered."""
        try:
            self._disk.replace(temporary, target)
            self._disk.sync_folder(self._folder)
        except OSError as error:
            raise _not_saved(shown, error) from error

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
        half = [Lying(left.name, half=True) for left in _abandoned(self._folder)]
        return (*half, *(Lying(name) for name in names))

    def _flaws(self, hashes: Collection[str]) -> dict[str, str]:
        found = {file_hash: self._flaw(file_hash) for file_hash in sorted(set(hashes))}
        return {file_hash: flaw for file_hash, flaw in found.items() if flaw}

    def _flaw(self, file_hash: str) -> str:
        """What is wrong with a copy; empty where it is whole."""
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
                digest.update(piece)
        except OSError as error:
            return f"its copy cannot be read: {reason(error)}"
        finally:
            self._disk.close(handle)
        return "" if digest.hexdigest() == file_hash else ALTERED


def _not_saved(shown: str, error: OSError) -> NotSaved:
    """Why a file could not be copied in; the one that was to be copied is untouched."""
    why = reason(error)
    return NotSaved(f"{shown} was not copied in, {why}; nothing of it was kept", why)


def _abandoned(folder: Path) -> Iterator[Path]:
    """What killed programs left half copied; what another copies now is locked by it."""
    for left in sorted(folder.glob(f".*{TEMPORARY}")):
        with suppress(OSError), left.open("rb") as file:
            fcntl.flock(file, fcntl.LOCK_EX | fcntl.LOCK_NB)
            yield left
