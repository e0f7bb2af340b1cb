"""Files that come from outside and go there: what is imported, and the report of a crash."""

from __future__ import annotations

import os
import shlex
import stat
import sys
from difflib import get_close_matches
from pathlib import Path
from urllib.parse import unquote, urlsplit

from facilitui.core import safe_text
from facilitui.core.errors import InputProblems, NotFound, NotSaved, Problem
from facilitui.core.planning_ports import AGENDA, Sought
from facilitui.storage.disk import Disk, reason, write_atomically
from facilitui.storage.folders import make_folders
from facilitui.storage.paths import Home
from facilitui.storage.worker import Worker

LARGEST = 256 * 1024 * 1024
"""An import that is larger is refused: a journal of ten years is a tenth of it."""

_ENDINGS = (".md", ".markdown", ".txt", ".csv", ".tsv")
_LISTED = 1000
"""Files of a folder among which one that was meant is looked for."""


class FileOutside:
    """Files from anywhere that somebody names."""

    def __init__(self, disk: Disk) -> None:
        self._disk = disk
        self._worker = Worker("outside")

    async def read(self, path: str, sought: Sought = AGENDA) -> tuple[str, bytes]:
        """The file's name and what it holds. Raises NotFound or InputProblems."""
        return await self._worker.do(read_named, self._disk, path, sought)

    def close(self) -> None:
        """Finish what was asked, then end the thread."""
        self._worker.close()


def read_named(disk: Disk, file: str, sought: Sought) -> tuple[str, bytes]:
    """The name of a file and its bytes, if it can be what is sought.

    Raises NotFound or InputProblems.
    """
    shown = safe_text.line(file)
    try:
        path = path_meant(file)
        status = path.stat()
        if stat.S_ISDIR(status.st_mode):
            raise _unfit(shown, f"is a folder; name a file in it{_such_as(_agendas_in(path))}")
        if not stat.S_ISREG(status.st_mode):
            raise _unfit(shown, "is not a file")
        if status.st_size > sought.most_bytes:
            most = sought.most_bytes // 1_000_000
            raise _unfit(shown, f"is larger than {most} MB; is it {sought.what}?")
        return path.name, disk.read(path)
    except FileNotFoundError:
        near = get_close_matches(path.name, _agendas_in(path.parent), n=1, cutoff=0.5)
        meant = f"; did you mean {safe_text.line(near[0])}?" if near else ""
        raise NotFound(f"there is no file {shown}{meant}") from None
    except OSError as error:
        raise NotFound(f"cannot read {shown}: {reason(error)}") from error
    except (ValueError, RuntimeError):
        raise NotFound(f"{shown} cannot be the name of a file") from None


def path_meant(file: str) -> Path:
    """The path that a text names: as it is, else as terminals paste it, quoted or escaped."""
    path = Path(file).expanduser()
    if path.exists():
        return path
    if file.startswith("file://"):
        return Path(unquote(urlsplit(file).path))
    try:
        words = shlex.split(file)
    except ValueError:
        return path
    pasted = Path(words[0]).expanduser() if len(words) == 1 else path
    return pasted if pasted.exists() else path


def _agendas_in(folder: Path) -> list[str]:
    """The files of a folder that may be agendas; none of a folder that cannot be read."""
    try:
        names = sorted(name for name in os.listdir(folder) if name.lower().endswith(_ENDINGS))
    except OSError:
        return []
    return names[:_LISTED]


def _such_as(names: list[str]) -> str:
    return f", such as {', '.join(map(safe_text.line, names[:3]))}" if names else ""


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
