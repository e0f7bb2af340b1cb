"""Files that come from outside and go there: what is imported, and the report of a crash."""

from __future__ import annotations

import stat
import sys
from pathlib import Path

from facilitui.core import safe_text
from facilitui.core.errors import InputProblems, NotFound, NotSaved, Problem
from facilitui.storage.disk import Disk, reason, write_atomically
from facilitui.storage.folders import make_folders
from facilitui.storage.paths import Home
from facilitui.storage.worker import Worker

LARGEST = 256 * 1024 * 1024
"""An import that is larger is refused: a journal of ten years is a tenth of it."""

MOST_BYTES = 2_000_000
"""An agenda that is larger is another thing."""


class FileOutside:
    """Files from anywhere that somebody names."""

    def __init__(self, disk: Disk) -> None:
        self._disk = disk
        self._worker = Worker("outside")

    async def read(self, path: str) -> tuple[str, bytes]:
        """The file's name and what it holds. Raises NotFound or InputProblems."""
        return await self._worker.do(read_named, self._disk, path)

    def close(self) -> None:
        """Finish what was asked, then end the thread."""
        self._worker.close()


def read_named(disk: Disk, file: str) -> tuple[str, bytes]:
    """The name of a file of at most 2 MB, and its bytes. Raises NotFound or InputProblems."""
    shown = safe_text.line(file)
    try:
        path = Path(file).expanduser()
        status = path.stat()
        if stat.S_ISDIR(status.st_mode):
            raise _unfit(shown, "is a folder; name a file in it")
        if not stat.S_ISREG(status.st_mode):
            raise _unfit(shown, "is not a file")
        if status.st_size > MOST_BYTES:
            raise _unfit(shown, "is larger than 2 MB; is it an agenda?")
        return path.name, disk.read(path)
    except FileNotFoundError:
        raise NotFound(f"there is no file {shown}") from None
    except OSError as error:
        raise NotFound(f"cannot read {shown}: {reason(error)}") from error
    except (ValueError, RuntimeError):
        raise NotFound(f"{shown} cannot be the name of a file") from None


def _unfit(file: str, words: str) -> InputProblems:
    return InputProblems((Problem(file, 1, 1, words),))


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
