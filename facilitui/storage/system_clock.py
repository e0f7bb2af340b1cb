"""The machine's own clocks.

Elapsed time follows a clock that goes on while a laptop sleeps: CLOCK_BOOTTIME on Linux,
CLOCK_MONOTONIC on macOS (whose `time.monotonic` stands still in sleep).
"""

from __future__ import annotations

import os
import platform
import sys
import time
from datetime import UTC, datetime, timedelta, tzinfo
from pathlib import Path
from zoneinfo import ZoneInfo, ZoneInfoNotFoundError

from facilitui.core.sessions.clock import Reading

BOOT_ID = Path("/proc/sys/kernel/random/boot_id")
TEST_CLOCK = "FACILITUI_TEST_CLOCK"
"""Names a file with an offset in seconds, so that a test moves the clock from outside."""


class SystemClock:
    """The time as the operating system tells it."""

    def __init__(self, offset_file: Path | None = None) -> None:
        self._offset_file = offset_file
        self._boot_id = _boot_id()
        self._machine = platform.node()

    def read(self) -> Reading:
        """All that the clocks show now."""
        offset = self._offset()
        return Reading(
            at=datetime.now(UTC) + timedelta(seconds=offset),
            boot_id=self._boot_id,
            boot_seconds=_boot_seconds() + offset,
            machine=self._machine,
        )

    def zone(self, name: str) -> tzinfo:
        """The zone of that IANA name, or this machine's own for an empty or unknown one."""
        try:
            return ZoneInfo(name) if name else _local_zone()
        except (ZoneInfoNotFoundError, ValueError, OSError):
            return _local_zone()

    def _offset(self) -> float:
        if self._offset_file is None:
            return 0.0
        try:
            return float(self._offset_file.read_text("ascii"))
        except (OSError, ValueError):
            return 0.0


def _boot_seconds() -> float:
    if sys.platform == "linux":
        return time.clock_gettime(time.CLOCK_BOOTTIME)
    if sys.platform == "darwin":
        return time.clock_gettime(time.CLOCK_MONOTONIC)
    return time.monotonic()


def told_boot() -> str:
    """Which boot this is, on systems that say so; else empty."""
    try:
        return BOOT_ID.read_text("ascii").strip()
    except OSError:
        return ""


def _boot_id() -> str:
    """Which boot this is; on systems that do not say, the moment it began, to the minute."""
    began = (time.time() - _boot_seconds()) / 60
    return told_boot() or f"{platform.node()}-{round(began)}"


def _local_zone() -> tzinfo:
    """This machine's zone, with its rules for summer time where they can be found."""
    try:
        if named := os.environ.get("TZ", "").lstrip(":"):
            return ZoneInfo(named)
        target = Path("/etc/localtime").resolve()
        parts = target.parts
        if "zoneinfo" in parts:
            return ZoneInfo("/".join(parts[parts.index("zoneinfo") + 1 :]))
    except (OSError, ValueError, ZoneInfoNotFoundError):
        pass
    return datetime.now().astimezone().tzinfo or UTC
