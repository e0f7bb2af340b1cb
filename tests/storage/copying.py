"""Copying a file into a home, on disks of every kind."""

from __future__ import annotations

import asyncio
import os
from collections.abc import Callable
from hashlib import sha256
from pathlib import Path

from facilitui.core.journals.attaching_ports import FileRead, Progress
from facilitui.storage.attachments import FileAttachments
from facilitui.storage.disk import Disk
from facilitui.storage.paths import Home

DATA = b"what they wrote on the poster"
HASH = sha256(DATA).hexdigest()


class AtPiece(Disk):
    """Does something before the second piece of a file is read."""

    def __init__(self, do: Callable[[], None]) -> None:
        self._do, self._pieces = do, 0

    def read_piece(self, handle: int, size: int) -> bytes:
        self._pieces += 1
        if self._pieces == 2:
            self._do()
        return super().read_piece(handle, 8)


async def take(store: FileAttachments, file: object, progress: Progress | None = None) -> FileRead:
    """Copy a file in, and keep the copy."""
    progress = progress or Progress()
    async with store.copied(str(file), progress) as copied, store.alone(progress):
        await copied.keep()
        return copied.read


def taken(
    home: Path, file: object, disk: Disk | None = None, progress: Progress | None = None
) -> FileRead:
    """What came of copying a file in."""
    store = FileAttachments(Home(home), disk or Disk())
    try:
        return asyncio.run(take(store, file, progress))
    finally:
        store.close()


def kept(home: Path) -> list[str]:
    """What lies among the attachments, hidden files included."""
    folder = home / "attachments"
    return sorted(os.listdir(folder)) if folder.exists() else []
