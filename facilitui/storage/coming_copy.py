"""A copy while it comes in: nobody sweeps it away, and it goes again unless it gets its name."""

from __future__ import annotations

import fcntl
import os
from collections.abc import Iterator
from contextlib import suppress
from pathlib import Path

from facilitui.core.errors import NotSaved
from facilitui.core.journals.attaching_ports import FileRead, Progress
from facilitui.storage.chance import token_hex
from facilitui.storage.disk import TEMPORARY, Disk, reason, write_all
from facilitui.storage.read_in_pieces import Source


class ComingCopy:
    """One copy, made on its store's thread."""

    def __init__(self, disk: Disk, folder: Path) -> None:
        self._disk, self._folder = disk, folder
        self._temporary, self._target = folder, folder
        self._shown = ""
        self._handle: int | None = None

    @property
    def is_open(self) -> bool:
        """Whether it is still there to be closed."""
        return self._handle is not None

    def fill(self, found: Source, progress: Progress) -> FileRead:
        """Copy all of a file. Raises NotFound, NotSaved or Stopped; nothing is left of it then."""
        self._shown = found.shown
        try:
            handle = self._begin()
            for piece in found.pieces(progress):
                write_all(self._disk, handle, piece)
            self._disk.sync(handle)
            found.go_on(progress)  # last of all: whoever stops it later finds it open, and closes
        except OSError as error:
            self.close()
            raise self._not_saved(error) from error
        except BaseException:
            self.close()
            raise
        read = found.read()
        self._target = self._folder / read.file_hash
        return read

    def name(self) -> None:
        """Give it its name, in place of a copy that may have been altered. Raises NotSaved."""
        try:
            self._disk.replace(self._temporary, self._target)
            self._disk.sync_folder(self._folder)
        except OSError as error:
            raise self._not_saved(error) from error

    def close(self) -> None:
        """Let go of it; nothing is left where it has no name."""
        handle, self._handle = self._handle, None
        if handle is not None:
            self._disk.close(handle)
            with suppress(OSError):
                self._temporary.unlink(missing_ok=True)

    def _begin(self) -> int:
        """A new file that is locked; another one where it was taken away before it was."""
        while True:
            self._temporary = self._folder / f".{token_hex(8)}{TEMPORARY}"
            handle = self._disk.open(self._temporary, os.O_WRONLY | os.O_CREAT | os.O_EXCL)
            with suppress(OSError):  # a folder that takes no locks is no worse than another
                fcntl.flock(handle, fcntl.LOCK_EX)
            if os.fstat(handle).st_nlink:
                self._handle = handle
                return handle
            self._disk.close(handle)

    def _not_saved(self, error: OSError) -> NotSaved:
        """Why a file could not be copied in; the one that was to be copied is untouched."""
        why = reason(error)
        return NotSaved(f"{self._shown} was not copied in, {why}; nothing of it was kept", why)


def abandoned(folder: Path) -> Iterator[Path]:
    """What killed programs left half copied; what another copies now is locked by it."""
    for left in sorted(folder.glob(f".*{TEMPORARY}")):
        with suppress(OSError), left.open("rb") as file:
            fcntl.flock(file, fcntl.LOCK_EX | fcntl.LOCK_NB)
            yield left
