"""Disks that fail as real ones do, each in one way that a test can switch on and off."""

from __future__ import annotations

import errno
import fcntl
import os
from pathlib import Path

from facilitui.storage.disk import Disk


def error(code: int) -> OSError:
    """What the operating system would raise."""
    return OSError(code, os.strerror(code))


class FullDisk(Disk):
    """Takes so many bytes more; what goes over it is written in part, then refused."""

    def __init__(self, room: int = 1 << 40) -> None:
        self.room = room

    def write(self, handle: int, data: bytes) -> int:
        if not self.room:
            raise error(errno.ENOSPC)
        written = super().write(handle, data[: self.room])
        self.room -= written
        return written


class FailingTruncate(Disk):
    """Cannot cut files while it is `stuck`."""

    stuck = True

    def truncate(self, handle: int, size: int) -> None:
        if self.stuck:
            raise error(errno.EIO)
        super().truncate(handle, size)


class FullAndStuck(FullDisk, FailingTruncate):
    """Is full, and cannot take back what it took."""


class ReadOnlyDisk(Disk):
    """A disk that was mounted to be read."""

    def open(self, path: Path, flags: int) -> int:
        if flags & (os.O_WRONLY | os.O_RDWR | os.O_CREAT):
            raise error(errno.EROFS)
        return super().open(path, flags)


class CountingDisk(Disk):
    """Counts what it is asked to do."""

    def __init__(self) -> None:
        self.writes: list[int] = []
        """How many bytes each write had."""
        self.syncs = 0
        self.reads: list[Path] = []

    def write(self, handle: int, data: bytes) -> int:
        self.writes.append(len(data))
        return super().write(handle, data)

    def sync(self, handle: int) -> None:
        self.syncs += 1
        super().sync(handle)

    def read(self, path: Path) -> bytes:
        self.reads.append(path)
        return super().read(path)


class DisksThatForget(Disk):
    """Real files, and beside them what would be left of each if the power went now.

    Only what was synced counts: bytes by `sync`, names by `sync_folder`.
    """

    def __init__(self, root: Path) -> None:
        """`root` is there already; nothing below it is on the disk yet."""
        self._root = root
        self._kept: dict[int, bytearray] = {}
        """What each file has on the disk, by its number."""
        self._pending: dict[int, list[tuple[int, bytes | None]]] = {}
        """By file: what was written at which place since; no bytes is a cut to that size."""
        self._names: dict[Path, int] = {}

    def write(self, handle: int, data: bytes) -> int:
        appends = fcntl.fcntl(handle, fcntl.F_GETFL) & os.O_APPEND
        place = os.lseek(handle, 0, os.SEEK_END if appends else os.SEEK_CUR)
        written = super().write(handle, data)
        self._changes(handle).append((place, data[:written]))
        return written

    def truncate(self, handle: int, size: int) -> None:
        super().truncate(handle, size)
        self._changes(handle).append((size, None))

    def sync(self, handle: int) -> None:
        number = os.fstat(handle).st_ino
        self._kept[number] = self._after(number, len(self._changes(handle)))
        self._changes(handle).clear()

    def sync_folder(self, folder: Path) -> None:
        for name in [name for name in self._names if name.parent == folder]:
            del self._names[name]
        for entry in folder.iterdir():
            self._names[entry] = entry.stat().st_ino

    def power_cut(self, into: Path, *, lucky: int = 0) -> Path:
        """Make in `into` what is left of the root; `lucky` unsynced changes a file were in time."""
        into.mkdir()
        for path, number in sorted(self._names.items()):
            left = into / path.relative_to(self._root)
            if left.parent.is_dir() and path.is_dir():
                left.mkdir()
            elif left.parent.is_dir():
                left.write_bytes(self._after(number, lucky))
        return into

    def _changes(self, handle: int) -> list[tuple[int, bytes | None]]:
        return self._pending.setdefault(os.fstat(handle).st_ino, [])

    def _after(self, number: int, changes: int) -> bytearray:
        """What is kept of a file once so many of its pending changes are made."""
        content = bytearray(self._kept.get(number, b""))
        for place, data in self._pending.get(number, [])[:changes]:
            if data is None:
                del content[place:]
            # A gap that was never synced reads as NUL bytes, as it does on a real disk.
            content.extend(bytes(max(0, place - len(content))))
            if data is not None:
                content[place : place + len(data)] = data
        return content


class FailingSync(DisksThatForget):
    """Syncs fail while it is `failing`, and then, as on Linux, what was unsynced is forgotten."""

    failing = False

    def sync(self, handle: int) -> None:
        if self.failing:
            self._changes(handle).clear()
            raise error(errno.EIO)
        super().sync(handle)


class PretendingDisk(Disk):
    """Says that it wrote and keeps the bytes to itself: a kill takes them along."""

    def write(self, handle: int, data: bytes) -> int:
        return len(data)


class SteppedClock:
    """A steady clock that a test moves."""

    def __init__(self) -> None:
        self.now = 1000.0

    def __call__(self) -> float:
        return self.now


class Killed(BaseException):
    """The program is no more."""


class KilledDisk(Disk):
    """Takes so many calls that change something; then the program is killed before the next."""

    def __init__(self, calls: int) -> None:
        self.left = calls

    def _call(self) -> None:
        if self.left <= 0:
            raise Killed
        self.left -= 1

    def open(self, path: Path, flags: int) -> int:
        self._call()
        return super().open(path, flags)

    def write(self, handle: int, data: bytes) -> int:
        self._call()
        return super().write(handle, data)

    def sync(self, handle: int) -> None:
        self._call()
        super().sync(handle)

    def replace(self, source: Path, target: Path) -> None:
        self._call()
        super().replace(source, target)

    def sync_folder(self, folder: Path) -> None:
        self._call()
        super().sync_folder(folder)
