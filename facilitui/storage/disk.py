"""The operating system's file calls, in one place, so that tests can make each of them fail."""

from __future__ import annotations

import contextlib
import errno
import os
import stat
import sys
from collections.abc import Iterator
from pathlib import Path

from facilitui.core import safe_text
from facilitui.core.errors import NotSaved
from facilitui.storage.chance import token_hex

PRIVATE_FILE = 0o600
PRIVATE_FOLDER = 0o700
NO_FULL_SYNC = {errno.ENOTSUP, errno.EINVAL, errno.ENOTTY}
"""What macOS says of a disk that cannot empty its own cache on request."""
PLAINLY = {errno.ENOSPC: "the disk is full", errno.EDQUOT: "your part of the disk is full"}
NO_FILE = "it is not a file"
TEMPORARY = ".tmp"
"""The ending of a file that is being written; one that is left over is swept away."""


class Disk:
    """What the stores ask of the file system. Tests replace single methods."""

    def open(self, path: Path, flags: int) -> int:
        """Open a file, private to the user where it is made anew."""
        return os.open(path, flags | os.O_CLOEXEC, PRIVATE_FILE)

    def close(self, handle: int) -> None:
        """Let go of a file."""
        os.close(handle)

    def write(self, handle: int, data: bytes) -> int:
        """Write as much as goes at once, and say how much that was."""
        return os.write(handle, data)

    def sync(self, handle: int) -> None:
        """Force a file to the disk itself, through the drive's own cache where that can be said."""
        if sys.platform == "darwin":
            import fcntl

            try:
                fcntl.fcntl(handle, fcntl.F_FULLFSYNC)
                return
            except OSError as error:
                if error.errno not in NO_FULL_SYNC:
                    raise
        os.fsync(handle)

    def read_piece(self, handle: int, size: int) -> bytes:
        """At most so many bytes more of an open file; none at its end."""
        return os.read(handle, size)

    def truncate(self, handle: int, size: int) -> None:
        """Cut a file to so many bytes."""
        os.ftruncate(handle, size)

    def replace(self, source: Path, target: Path) -> None:
        """Put one file in another's place, at once or not at all."""
        os.replace(source, target)

    def remove(self, path: Path) -> None:
        """Delete a file for good, which a power cut does not bring back."""
        path.unlink()
        self.sync_folder(path.parent)

    def may_write_in(self, folder: Path) -> bool:
        """Whether files of a folder can be made, replaced and deleted."""
        return os.access(folder, os.W_OK | os.X_OK)

    def sync_folder(self, folder: Path) -> None:
        """Force a folder's entries to the disk."""
        handle = os.open(folder, os.O_RDONLY)
        try:
            os.fsync(handle)
        finally:
            os.close(handle)

    def read(self, path: Path) -> bytes:
        """All bytes of a file. Raises OSError, also for a pipe or a device."""
        return read_regular(path)

    def read_from(self, path: Path, start: int) -> bytes:
        """The bytes of a file from a place on."""
        return read_regular(path, start)


def read_regular(path: Path, start: int = 0) -> bytes:
    """The bytes of a file from a place on. Raises OSError for whatever is no file.

    A pipe would be waited for without end, and a device may give bytes without end.
    """
    handle = os.open(path, os.O_RDONLY | os.O_NONBLOCK | os.O_CLOEXEC)
    try:
        mode = os.fstat(handle).st_mode
        if stat.S_ISDIR(mode):
            raise IsADirectoryError(errno.EISDIR, os.strerror(errno.EISDIR), str(path))
        if not stat.S_ISREG(mode):
            raise OSError(errno.EINVAL, NO_FILE, str(path))
        with open(handle, "rb", closefd=False) as file:
            file.seek(start)
            return file.read()
    finally:
        os.close(handle)


def write_all(disk: Disk, handle: int, data: bytes) -> None:
    """Write every byte or raise OSError."""
    view = memoryview(data)
    while view:
        view = view[disk.write(handle, bytes(view)) :]


def write_atomically(disk: Disk, path: Path, data: bytes) -> None:
    """Replace a file so that at any moment it is the old one or the new one, never a part.

    Its folder must be there. A link stays a link: what it points to is replaced. Raises NotSaved;
    the file is then the old one, or the new one where only its name could not be forced to the
    disk.
    """
    target = Path(os.path.realpath(path))  # a link to itself, which leads nowhere, is replaced
    temporary = target.with_name(f".{target.name}.{token_hex(4)}{TEMPORARY}")
    try:
        with _opened(disk, temporary, os.O_WRONLY | os.O_CREAT | os.O_EXCL) as handle:
            write_all(disk, handle, data)
            disk.sync(handle)
        disk.replace(temporary, target)
        disk.sync_folder(target.parent)
    except OSError as error:
        with contextlib.suppress(OSError):
            temporary.unlink(missing_ok=True)
        raise not_saved(path, error) from error


@contextlib.contextmanager
def _opened(disk: Disk, path: Path, flags: int) -> Iterator[int]:
    handle = disk.open(path, flags)
    try:
        yield handle
    finally:
        disk.close(handle)


def reason(error: OSError) -> str:
    """What the operating system says, in its own words where there are no plainer ones."""
    return PLAINLY.get(error.errno or 0) or (error.strerror or str(error)).lower()


def not_saved(path: Path, error: OSError) -> NotSaved:
    """Why a file could not be written: the reason first, then only its name, which is short."""
    why = reason(error)
    return NotSaved(f"not saved, {why} ({safe_text.path(path.name)})", why)


def sweep(folder: Path) -> None:
    """Remove what a killed writer left behind in a folder."""
    for left in folder.glob(f".*{TEMPORARY}"):
        with contextlib.suppress(OSError):
            left.unlink()
