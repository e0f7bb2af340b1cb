"""One session's folder: what lies in it, and the lock that makes one process its host."""

from __future__ import annotations

import os
import platform
import re
from contextlib import suppress
from pathlib import Path

from filelock import FileLock, Timeout

from facilitui.core.errors import HostedElsewhere
from facilitui.core.safe_text import line as safe_line
from facilitui.storage.disk import PRIVATE_FILE, Disk, write_all

LOG = "events.jsonl"
PLAN = "plan.toml"
"""A copy for people; the program reads the log alone."""
LOCK = "host.lock"
HOST = "host"
"""Who holds the lock: process id and machine, a line each. Only ever shown."""

_ID = re.compile(r"[A-Za-z0-9][A-Za-z0-9_-]{0,79}")


def is_session_id(session: str) -> bool:
    """Whether a text may be a session's id, and so the name of a folder but never a path."""
    return _ID.fullmatch(session) is not None


class Hold:
    """The hold of one process on one session. It dies with the process, however that ends."""

    def __init__(self, disk: Disk, folder: Path) -> None:
        """Take hold of a session's folder, which exists. Raises HostedElsewhere or OSError."""
        self._host = folder / HOST
        # Any thread may let go. Without real locks the disk is refused: one that had to be
        # removed by hand would stay behind a kill.
        self._lock = FileLock(
            folder / LOCK, mode=PRIVATE_FILE, thread_local=False, fallback_to_soft=False
        )
        try:
            self._lock.acquire(timeout=0)
        except Timeout:
            raise HostedElsewhere(
                f"session {folder.name} is open in {_who(self._host)}: close it there to go on "
                "with it here"
            ) from None
        with suppress(OSError):  # the lock alone counts
            _write(disk, self._host, f"{os.getpid()}\n{platform.node()}\n".encode())

    def let_go(self) -> None:
        """Give the session to whoever wants it."""
        with suppress(OSError):
            self._host.unlink()
        self._lock.release()


def _write(disk: Disk, path: Path, data: bytes) -> None:
    handle = disk.open(path, os.O_WRONLY | os.O_CREAT | os.O_TRUNC)
    try:
        write_all(disk, handle, data)
    finally:
        disk.close(handle)


def _who(host: Path) -> str:
    try:
        with host.open(encoding="utf-8", errors="replace") as file:
            pid, machine, *_ = file.read(300).split("\n")
    except (OSError, ValueError):
        return "another copy of facilitui"
    return f"another copy of facilitui (process {safe_line(pid)} on {safe_line(machine)})"
