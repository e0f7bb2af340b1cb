"""Files that come from outside, as somebody names them."""

from __future__ import annotations

import os
import stat
import sys
from pathlib import Path

from facilitui.core import safe_text
from facilitui.core.errors import InputProblems, NotFound, Problem
from facilitui.core.plans.planning_ports import AGENDA, Sought
from facilitui.storage.disk import Disk, reason
from facilitui.storage.named_files import is_folder, named
from facilitui.storage.worker import Worker

STANDARD_INPUT = "standard input"
"""What "-" names: it is only read where something else than a keyboard gives it."""
NOTHING_HANDED_OVER = "standard input is closed; name a file, or hand it over with <"
NO_KEYBOARD = "standard input is a keyboard here; name a file, or hand it over with <"


class FileOutside:
    """Files from anywhere that somebody names."""

    def __init__(self, disk: Disk) -> None:
        self._disk = disk
        self._worker = Worker("outside")

    async def read(self, path: str, sought: Sought = AGENDA) -> tuple[str, bytes]:
        """The name and the bytes of a file, of standard input for "-".

        Raises NotFound or InputProblems.
        """
        return await self._worker.do(read_named, self._disk, path, sought)

    def close(self) -> None:
        """Finish what was asked, then end the thread."""
        self._worker.close()


def read_named(disk: Disk, file: str, sought: Sought) -> tuple[str, bytes]:
    """The name and the bytes of a file, of standard input for "-", if it can be what is sought.

    Raises NotFound or InputProblems.
    """
    if file == "-":
        return STANDARD_INPUT, _given(sought)
    with named(file, sought.endings) as path:
        status = path.stat()
        if stat.S_ISREG(status.st_mode) and status.st_size <= sought.most_bytes:
            return path.name, disk.read(path)
    raise _unfit(safe_text.line(file), _why(path, status, sought))


def _given(sought: Sought) -> bytes:
    """What is given to the program. Raises NotFound or InputProblems."""
    if sys.stdin is None:
        raise NotFound(NOTHING_HANDED_OVER)
    if sys.stdin.isatty():
        raise NotFound(NO_KEYBOARD)
    try:
        data = sys.stdin.buffer.read(sought.most_bytes + 1)
    except OSError as error:
        raise NotFound(f"cannot read {STANDARD_INPUT}: {reason(error)}; name a file") from error
    if len(data) > sought.most_bytes:
        raise _unfit(STANDARD_INPUT, _too_large(sought))
    return data


def _too_large(sought: Sought) -> str:
    return f"is larger than {sought.most_bytes // 1_000_000} MB; is it {sought.what}?"


def _why(path: Path, status: os.stat_result, sought: Sought) -> str:
    """Why what lies there cannot be what is sought."""
    if stat.S_ISDIR(status.st_mode):
        return is_folder(path, sought.endings)
    if not stat.S_ISREG(status.st_mode):
        return "is not a file; name a file"
    return _too_large(sought)


def _unfit(file: str, words: str) -> InputProblems:
    return InputProblems((Problem.of_all(file, words),))
