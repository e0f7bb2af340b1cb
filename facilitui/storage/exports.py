"""Writing documents for others: into the home's `exports/`, or where somebody said."""

from __future__ import annotations

import contextlib
import os
import stat
from pathlib import Path

from facilitui.core.errors import NotFound, NotSaved
from facilitui.storage.disk import Disk, not_saved, write_all, write_atomically
from facilitui.storage.folders import make_folders
from facilitui.storage.names import plain
from facilitui.storage.paths import Home
from facilitui.storage.toml_files import known_as
from facilitui.storage.worker import Worker

_MOST_TRIES = 1000
_DEVICES, _PROCESSES = (Path("/dev"), Path("/dev/fd")), Path("/proc")
NO_FILE = "is no file; leave -o out to print"


class FileExports:
    """The documents of a home. One that is there already is left alone, unless it is replaced."""

    def __init__(self, home: Home, disk: Disk) -> None:
        self._home = home
        self._disk = disk
        self._worker = Worker("exports")

    async def write(self, name: str, data: bytes, *, replace: bool = False) -> str:
        """Write a document into `exports/` and say where it is. Raises NotSaved.

        Where its name is taken it gets the next number, agenda.md, agenda-2.md, unless it shall
        replace the one that is there.
        """
        return await self._worker.do(self._write, name, data, replace)

    def close(self) -> None:
        """Finish what was asked, then end the thread."""
        self._worker.close()

    def _write(self, name: str, data: bytes, replace: bool) -> str:
        try:
            plain(name, "document")
        except NotFound as error:
            raise NotSaved(str(error)) from error
        folder = self._home.own("exports")
        make_folders(self._disk, self._home.root, folder)
        if replace:
            write_atomically(self._disk, folder / name, data)
            return told(folder / name)
        stem, dot, ending = name.rpartition(".")
        for number in range(1, _MOST_TRIES):
            numbered = f"{stem or ending}{f'-{number}' if number > 1 else ''}"
            path = folder / (f"{numbered}{dot}{ending}" if stem else numbered)
            with contextlib.suppress(FileExistsError):
                _write_new(self._disk, path, data)
                return told(path)
        raise NotSaved(f"{known_as(folder)} is full of documents of this name")


def told(path: Path) -> str:
    """Where a document is, in as few words as there are: ~ is the user's own folder."""
    try:
        return f"~/{path.relative_to(Path.home())}"
    except (ValueError, RuntimeError):
        return str(path)


def write_out(disk: Disk, file: str, data: bytes, *, replace: bool = False) -> str:
    """Write a document to a path that somebody named, and say where it is. Raises NotSaved.

    A file that is there is left alone unless it shall be replaced; whatever else is, always.
    """
    shown = known_as(Path(file))
    try:
        path = Path(file).expanduser()
        if unfit := unfit_place(path):
            raise NotSaved(f"{shown} {unfit}")
        if replace and os.path.exists(path):
            write_atomically(disk, path, data)
        else:
            _write_new(disk, path, data)
    except FileExistsError:
        words = "is there already and was left alone; --force replaces it"
        raise NotSaved(f"{shown} {words}") from None
    except (ValueError, RuntimeError):
        raise NotSaved(f"{shown} cannot be the name of a file") from None
    return shown


def unfit_place(path: Path) -> str:
    """Why nothing can be written there, whether or not it may be replaced; empty where it can."""
    folder = Path(os.path.realpath(path.parent))
    if folder in _DEVICES or folder.is_relative_to(_PROCESSES):
        return NO_FILE  # standard output, which may go into a file that is not to be replaced
    try:
        status = os.stat(path)
    except OSError:
        return "is a link that leads to no file; name another file" if os.path.islink(path) else ""
    if stat.S_ISDIR(status.st_mode):
        return "is a folder; name a file in it"
    return "" if stat.S_ISREG(status.st_mode) else NO_FILE


def _write_new(disk: Disk, path: Path, data: bytes) -> None:
    """Write a file that is not there yet, or none at all. Raises FileExistsError or NotSaved."""
    try:
        handle = disk.open(path, os.O_WRONLY | os.O_CREAT | os.O_EXCL)
    except FileExistsError:
        raise
    except OSError as error:
        raise not_saved(path, error) from error
    try:
        try:
            write_all(disk, handle, data)
            disk.sync(handle)
        finally:
            disk.close(handle)
        disk.sync_folder(path.parent)
    except OSError as error:
        with contextlib.suppress(OSError):
            path.unlink()
        raise not_saved(path, error) from error
