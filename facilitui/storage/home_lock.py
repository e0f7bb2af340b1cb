"""Changing files of the home that every copy of the program writes: one after the other."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING

from facilitui.core.errors import NotSaved
from facilitui.storage.disk import PRIVATE_FILE, Disk, reason
from facilitui.storage.folders import make_folders
from facilitui.storage.paths import Home

if TYPE_CHECKING:
    from filelock import FileLock

LOCK_SECONDS = 10.0
"""How long another copy of the program is waited for; a save takes it some milliseconds."""


@contextmanager
def home_locked(disk: Disk, home: Home, lock_file: str, what: str) -> Iterator[None]:
    """Keep other threads and other copies of the program out. Raises NotSaved.

    `what` the file holds, such as "the settings".
    """
    make_folders(disk, home.root)
    try:
        lock = acquired(home.root / lock_file, LOCK_SECONDS, what)
    except OSError as error:
        raise NotSaved(f"cannot write in {home.root}: {reason(error)}") from error
    try:
        yield
    finally:
        lock.release()


def acquired(lock_file: Path, seconds: float, what: str) -> FileLock:
    """A lock, waited for so long. Raises NotSaved, or OSError where none can be taken."""
    from filelock import FileLock, Timeout

    lock = FileLock(
        lock_file, timeout=seconds, poll_interval=0.01, mode=PRIVATE_FILE, thread_local=False
    )
    try:
        lock.acquire()
    except Timeout as error:
        raise NotSaved(f"another copy of facilitui is busy with {what}; try again") from error
    return lock
