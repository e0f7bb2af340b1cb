"""The files that drafts lie in: each is one program's own for as long as that is running."""

from __future__ import annotations

import re
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path

from filelock import FileLock, Timeout

from facilitui.storage.disk import PRIVATE_FILE

_NUMBERED = re.compile(r"~~\d+\Z")


@dataclass(frozen=True, slots=True)
class Slot:
    """The file of one draft, held by this program."""

    path: Path
    lock: FileLock | None
    """None where the folder takes no locks."""

    def release(self) -> None:
        """Let others have it."""
        if self.lock is not None:
            self.lock.release()


def hold(path: Path) -> Slot | None:
    """Hold a file of one's own; None where a running program holds it."""
    if not path.parent.is_dir():
        return Slot(path, None)
    lock = FileLock(
        path.with_name(f".{path.stem}.lock"), timeout=0, mode=PRIVATE_FILE, thread_local=False
    )
    try:
        lock.acquire()
    except Timeout:
        return None
    except OSError:
        return Slot(path, None)
    return Slot(path, lock)


def name_of(path: Path) -> str:
    """Of what a file is a draft."""
    return _NUMBERED.sub("", path.stem)


def changed(path: Path) -> float:
    """When it was last written, in seconds of the wall clock; 0 where that cannot be known."""
    with suppress(OSError):
        return path.stat().st_mtime
    return 0.0
