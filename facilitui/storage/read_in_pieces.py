"""A file of any size from outside, read in pieces with its hash, as long as it stays the same."""

from __future__ import annotations

import os
import stat
from collections.abc import Iterator
from contextlib import contextmanager
from hashlib import sha256
from pathlib import Path

from facilitui.core import safe_text
from facilitui.core.base import LONGEST_LINE
from facilitui.core.errors import NotFound
from facilitui.core.journals.attaching_ports import STOPPED, FileRead, Progress, Stopped
from facilitui.core.told import size as told_size
from facilitui.storage.disk import Disk, reason
from facilitui.storage.named_files import is_folder, named

PIECE = 1 << 20
"""Bytes read at once; between two of them it can be stopped."""


class Source:
    """An open file that is read once, from its beginning to its end."""

    def __init__(self, disk: Disk, path: Path, handle: int, shown: str) -> None:
        self._disk, self._path, self._handle = disk, path, handle
        self.shown = shown
        """What a sentence calls it."""
        self._begun = os.fstat(handle)
        self._digest = sha256()

    @property
    def size(self) -> int:
        """In bytes, as it was when it was opened."""
        return self._begun.st_size

    def check(self, most: int | None = None) -> None:
        """Whether it can be read at all, and has so many bytes at most. Raises NotFound."""
        if stat.S_ISDIR(self._begun.st_mode):
            raise NotFound(f"{self.shown} {is_folder(self._path)}")
        if not stat.S_ISREG(self._begun.st_mode):
            raise NotFound(f"{self.shown} is not a file; name a file")
        if not self.size:
            raise NotFound(f"{self.shown} is empty; there is nothing in it to keep")
        if most is not None and self.size > most:
            own, limit = told_size(self.size), told_size(most)
            raise NotFound(
                f"{self.shown} has {own}, and at most {limit} are copied in; leave it where it is "
                "and write in a note where that is"
            )

    def pieces(self, progress: Progress) -> Iterator[bytes]:
        """All of it. Raises NotFound where it does not stay the same, Stopped where asked to."""
        progress.total = self.size
        try:
            while piece := self._disk.read_piece(self._handle, PIECE):
                self.go_on(progress)
                progress.done += len(piece)
                if progress.done > self.size:
                    raise self._changed()
                self._digest.update(piece)
                yield piece
            self._check_same()
        except OSError as error:
            raise NotFound(
                f"{self.shown} cannot be read to its end: {reason(error)}; nothing was kept"
            ) from error

    def go_on(self, progress: Progress) -> None:
        """Raises Stopped where somebody asked for that."""
        if progress.stopped:
            raise Stopped(STOPPED)

    def read(self) -> FileRead:
        """What was read, once all of it was."""
        name = safe_text.line(self._path.name)[:LONGEST_LINE]
        return FileRead(name, self._digest.hexdigest(), self.size)

    def _check_same(self) -> None:
        """Whether its name and its bytes are as they were when it was opened."""
        try:
            now = self._path.stat()
        except FileNotFoundError:
            told = "vanished while it was read; nothing was kept: put it back and try again"
            raise NotFound(f"{self.shown} {told}") from None
        if _state(now) != _state(self._begun) or _state(os.fstat(self._handle)) != _state(now):
            raise self._changed()

    def _changed(self) -> NotFound:
        told = "changed while it was read; nothing was kept: try again when it is done"
        return NotFound(f"{self.shown} {told}")


def _state(status: os.stat_result) -> tuple[int, int, int, int]:
    """What changes when a file does."""
    return status.st_dev, status.st_ino, status.st_size, status.st_mtime_ns


@contextmanager
def source(disk: Disk, file: str) -> Iterator[Source]:
    """The file that a text names, open. Raises NotFound."""
    with named(file) as path:
        if not (stat.S_ISREG(mode := path.stat().st_mode) or stat.S_ISDIR(mode)):
            shown = safe_text.quoted(path.name)
            raise NotFound(f"{shown} is not a file; name a file")  # opening a device may do things
        handle = disk.open(path, os.O_RDONLY | os.O_NONBLOCK)
    try:
        yield Source(disk, path, handle, safe_text.quoted(path.name))
    finally:
        disk.close(handle)
