"""The report of a crash. It loads little: every start has it at hand."""

from __future__ import annotations

from pathlib import Path

from facilitui.core.errors import NotSaved
from facilitui.storage.disk import Disk, write_atomically
from facilitui.storage.folders import make_folders
from facilitui.storage.paths import Home


def keep_crash_report(disk: Disk, home: Home, report: str) -> Path | None:
    """Keep the report of a crash; where it lies, or None if the disk will not have it."""
    where = home.logs / "crash.log"
    try:
        make_folders(disk, home.root, home.logs)
        write_atomically(disk, where, report.encode("utf-8", "backslashreplace"))
    except NotSaved:
        return None
    return where
