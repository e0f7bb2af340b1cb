"""Files that come from outside and go there: what is imported, and the report of a crash."""

from __future__ import annotations

import sys
from pathlib import Path

from facilitui.core.errors import NotFound, NotSaved
from facilitui.storage.disk import Disk, reason, write_atomically
from facilitui.storage.folders import make_folders
from facilitui.storage.paths import Home

LARGEST = 256 * 1024 * 1024
"""An import that is larger is refused: a journal of ten years is a tenth of it."""


def read_import(disk: Disk, file: str) -> str:
    """The text of a file to import, or of standard input for "-". Raises NotFound."""
    if file == "-":
        return sys.stdin.buffer.read(LARGEST).decode("utf-8", "replace")
    path = Path(file).expanduser()
    try:
        if path.stat().st_size > LARGEST:
            raise NotFound(f"{file} is larger than {LARGEST // 1024 // 1024} MB; is it an export?")
        return disk.read(path).decode("utf-8", "replace")
    except OSError as error:
        raise NotFound(f"cannot read {file}: {reason(error)}") from error


def keep_crash_report(disk: Disk, home: Home, report: str) -> Path | None:
    """Keep the report of a crash; where it lies, or None if the disk will not have it."""
    where = home.logs / "crash.log"
    try:
        make_folders(disk, home.root, home.logs)
        write_atomically(disk, where, report.encode("utf-8", "backslashreplace"))
    except NotSaved:
        return None
    return where
