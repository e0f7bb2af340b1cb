"""One session's folder: what lies in it, and the lock that makes one process its host."""

from __future__ import annotations

import os
import platform
import re
from contextlib import suppress
from pathlib import Path
from typing import NamedTuple

from filelock import Timeout

from facilitui.core.errors import HostedElsewhere
from facilitui.core.safe_text import line as safe_line
from facilitui.storage.disk import Disk, write_all
from facilitui.storage.home_lock import lock_of
from facilitui.storage.system_clock import told_boot

LOG = "events.jsonl"
PLAN = "plan.toml"
"""A copy for people; a session is made of its log alone, and a report looks up names in it."""
LOCK = "host.lock"
HOST = "host"
"""Who holds the lock: process id, machine and its boot, a line each. Only ever shown."""

_LARGEST_PID = 2**31
_ID = re.compile(r"[A-Za-z0-9][A-Za-z0-9_-]{0,79}")


def is_session_id(session: str) -> bool:
    """Whether a text may be a session's id, and so the name of a folder but never a path."""
    return _ID.fullmatch(session) is not None


class Hold:
    """The hold of one process on one session. It dies with the process, however that ends."""

    def __init__(self, disk: Disk, folder: Path) -> None:
        """Take hold of a session's folder, which exists. Raises HostedElsewhere or OSError."""
        self.folder = folder
        """What is held."""
        self._host = folder / HOST
        self._lock = lock_of(folder / LOCK, 0)
        try:
            self._lock.acquire()
        except Timeout:
            raise HostedElsewhere(f"{_who(folder)} hosts it: close that first") from None
        with suppress(OSError):  # the lock alone counts
            told = f"{os.getpid()}\n{platform.node()}\n{told_boot()}\n"
            _write(disk, self._host, told.encode())

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

    On this machine its process is looked for, unless that ended with an earlier boot: another one
    may have its number by now. Of another machine's nothing more is known.
    """
    found = _host_of(folder)
    if found is None:
        return False
    if found.machine != platform.node():
        return True
    now = told_boot()
    if found.boot and now and found.boot != now:
        return False
    if not found.pid.isdecimal() or not 0 < int(found.pid) < _LARGEST_PID:
        return True
    try:
        os.kill(int(found.pid), 0)
    except ProcessLookupError:
        return False
    except OSError:
        return True  # somebody else's process
    return True


def hosted_elsewhere(folder: Path) -> bool:
    """Whether somebody else than this process seems to host a session."""
    found = _host_of(folder)
    ours = found is not None and found[:2] == (str(os.getpid()), platform.node())
    return not ours and host_is_there(folder)


class _Host(NamedTuple):
    """What a host wrote down of itself."""

    pid: str
    machine: str
    boot: str
    """Which boot of the machine; empty where that is not known."""


def _host_of(folder: Path) -> _Host | None:
    try:
        with (folder / HOST).open(encoding="utf-8", errors="replace") as file:
            pid, machine, boot, *_ = [*file.read(400).split("\n"), ""]
    except (OSError, ValueError):
        return None
    return _Host(pid, machine, boot)


def _who(folder: Path) -> str:
    """Another copy, and on which machine where that is another one."""
    found = _host_of(folder)
    if found is None or found.machine in ("", platform.node()):
        return "Another copy"
    return f"Another copy, on {safe_line(found.machine)},"
