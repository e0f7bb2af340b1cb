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

_LARGEST_PID = 2**31
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
                f"open in another copy of facilitui: close it there first{_who(folder)}"
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


def host_is_there(folder: Path) -> bool:
    """Whether somebody seems to host a session; told from what the host wrote, without a lock.

    On this machine its process is looked for; of another machine's nothing more is known.
    """
    found = _host_of(folder)
    if found is None:
        return False
    pid, machine = found
    if machine != platform.node() or not pid.isdecimal() or not 0 < int(pid) < _LARGEST_PID:
        return True
    try:
        os.kill(int(pid), 0)
    except ProcessLookupError:
        return False
    except OSError:
        return True  # somebody else's process
    return True


def hosted_elsewhere(folder: Path) -> bool:
    """Whether somebody else than this process seems to host a session."""
    return _host_of(folder) != (str(os.getpid()), platform.node()) and host_is_there(folder)


def _host_of(folder: Path) -> tuple[str, str] | None:
    """The process and the machine that the host wrote down."""
    try:
        with (folder / HOST).open(encoding="utf-8", errors="replace") as file:
            pid, machine, *_ = file.read(300).split("\n")
    except (OSError, ValueError):
        return None
    return pid, machine


def _who(folder: Path) -> str:
    found = _host_of(folder)
    if found is None:
        return ""
    pid, machine = map(safe_line, found)
    return f" (process {pid} on {machine})"
