"""Changing files of the home that every copy of the program writes: one after the other.

Every lock of the home is made here.
"""

from __future__ import annotations

import errno
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
GOING = ".purge.lock"
"""Held by whoever purges or restores, before any other lock: what goes does not come back."""
GOING_OR_COMING = "a purge or a restore"
_POLL_SECONDS = 0.01
_NO_LOCKS = frozenset({errno.ENOSYS, errno.ENOLCK, errno.ENOTSUP, errno.EOPNOTSUPP})
NO_LOCKS = (
    "the disk of {} takes no locks, and two copies of facilitui would write over each other: keep "
    "the home on a local disk (--home)"
)


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
    """A lock, waited for so long. Raises as `take` does."""
    lock = lock_of(lock_file, seconds)
    take(lock, what)
    return lock


def take(lock: FileLock, what: str) -> None:
    """Wait for a lock of `lock_of`. Raises NotSaved, or OSError where none can be taken."""
    from filelock import Timeout

    try:
        lock.acquire()
    except Timeout as error:
        raise NotSaved(f"another copy of facilitui is busy with {what}; try again") from error
    except OSError as error:
        if error.errno in _NO_LOCKS:
            raise NotSaved(NO_LOCKS.format(Path(lock.lock_file).parent)) from error
        raise


def lock_of(lock_file: Path, seconds: float = -1) -> FileLock:
    """A lock that is not taken yet; who takes it waits for so long, below zero without end.

    It ends with its program, however that ends, and any thread may let go of it. Where a folder
    takes no such lock, taking it raises OSError: one that is only a file would stay behind a kill.
    """
    from filelock import FileLock

    return FileLock(
        lock_file,
        timeout=seconds,
        poll_interval=_POLL_SECONDS,
        mode=PRIVATE_FILE,
        thread_local=False,
        fallback_to_soft=False,
    )
