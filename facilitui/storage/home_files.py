"""Going through a home: what of it belongs into a backup, and what lies there beside that."""

from __future__ import annotations

import json
import os
import stat
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from pathlib import Path

from facilitui.core import safe_text
from facilitui.core.backups import backup
from facilitui.core.sealing import Seal, check
from facilitui.storage.disk import reason
from facilitui.storage.paths import Home

END_MARK = b"facilitui backup"
"""What every archive ends with, so that an earlier one among the exports is known at a glance."""

_EVIDENCE = (backup.JOURNAL, backup.SESSIONS, backup.ATTACHMENTS)
"""Folders without which a backup keeps nothing that matters."""
_FINISH = "`facilitui journal purge` finishes it, and then a backup has nothing of what goes"


@dataclass(frozen=True, slots=True)
class HomeFile:
    """One file that belongs into a backup, as it was listed."""

    name: str
    """Its path within the home, with / between folders and file."""
    path: Path
    size: int
    """In bytes."""
    changed: float
    """When it was last written, in seconds of the wall clock."""


@dataclass(slots=True)
class Walk:
    """What lies in a home."""

    files: list[HomeFile] = field(default_factory=list)
    """By name."""
    lost: list[str] = field(default_factory=list)
    """What should be packed and cannot be, each with the reason."""
    left_out: list[str] = field(default_factory=list)
    """What is never packed, each with the reason."""


def files_of(home: Home, but: Path | None = None) -> Walk:
    """Everything in a home that belongs into a backup, save for the one file `but`.

    No link is followed but where a whole folder of evidence is one: what any other leads to is
    not the home's. Raises OSError where the home itself cannot be listed.
    """
    walking = _Walking(but)
    for entry in sorted(os.scandir(home.root), key=lambda each: each.name):
        if entry.name not in backup.NOT_KEPT and not entry.name.startswith("."):
            walking.take(entry, entry.name)
    walking.found.files.sort(key=lambda each: each.name)
    return walking.found


class _Walking:
    """One walk through a home."""

    def __init__(self, but: Path | None) -> None:
        self.found = Walk()
        self._but = but
        self._names: dict[str, str] = {}
        """The names that were taken, by what they are to a disk that tells few names apart."""

    def take(self, entry: os.DirEntry[str], name: str) -> None:
        """Take what lies at one place, and all that is in it."""
        if backup.is_passing(name) and entry.name != backup.HISTORY:
            return
        try:
            status = entry.stat(follow_symlinks=False)
        except FileNotFoundError:
            return  # gone since it was listed
        except OSError as error:
            self.found.lost.append(f"{_shown(name)} cannot be looked at: {reason(error)}")
            return
        if stat.S_ISDIR(status.st_mode):
            self._take_folder(entry, name)
        elif stat.S_ISLNK(status.st_mode):
            self._take_link(entry, name)
        elif entry.name == backup.HISTORY:
            self.found.left_out.append(f"{_shown(name)} is no folder")
        elif not stat.S_ISREG(status.st_mode):
            self.found.left_out.append(f"{_shown(name)} is no file")
        elif self._but is None or not os.path.samestat(status, _status(self._but)):
            self._take_file(Path(entry.path), name, status)

    def _take_link(self, entry: os.DirEntry[str], name: str) -> None:
        """Take a folder of evidence that lies on another disk, which the program reads."""
        if name in _EVIDENCE and os.path.isdir(entry.path):
            self._take_folder(entry, name)
            return
        told = f"{_shown(name)} is a link; what it leads to is not packed"
        is_evidence = name.split("/")[0] in _EVIDENCE
        (self.found.lost if is_evidence else self.found.left_out).append(told)

    def _take_folder(self, entry: os.DirEntry[str], name: str) -> None:
        if "/" not in name and name not in backup.FOLDERS:
            self.found.left_out.append(f"{_shown(name)}/ is no folder of facilitui's")
            return
        if backup.is_log(name) or backup.is_month(name):
            self.found.lost.append(f"{_shown(name)} is a folder, and no file")
        try:
            within = sorted(os.scandir(entry.path), key=lambda each: each.name)
        except FileNotFoundError:
            return
        except OSError as error:
            self.found.lost.append(f"{_shown(name)}/ cannot be listed: {reason(error)}")
            return
        for each in within:
            self.take(each, f"{name}/{each.name}")

    def _take_file(self, path: Path, name: str, status: os.stat_result) -> None:
        lost, left_out = self.found.lost, self.found.left_out
        if name == backup.PURGE:
            left_out.append(f"{_shown(name)}: a purge was begun and not finished; {_FINISH}")
        elif name in backup.FOLDERS:
            lost.append(f"{_shown(name)} is a file where a folder belongs")
        elif "/" not in name and name not in backup.FILES:
            left_out.append(f"{_shown(name)} is no file of facilitui's")
        elif why := backup.unfit(name):
            lost.append(f"{_shown(name)} {why}; give it another one")
        elif (key := backup.as_one(name)) in self._names:
            told = f"has a name that is one with {_shown(self._names[key])} to some disks"
            lost.append(f"{_shown(name)} {told}; give it another one")
        elif name.startswith(f"{backup.EXPORTS}/") and is_archive(path):
            left_out.append(f"{_shown(name)} is a backup itself")
        else:
            self._names[key] = name
            changed = max(0.0, status.st_mtime)
            self.found.files.append(HomeFile(name, path, status.st_size, changed))


def _status(path: Path) -> os.stat_result:
    """What tells a file from every other; one that is not there is like none."""
    try:
        return os.stat(path)
    except OSError:
        return os.stat_result((0,) * 10)


def is_archive(path: Path) -> bool:
    """Whether a file ends as every backup does."""
    try:
        with path.open("rb") as file:
            file.seek(0, os.SEEK_END)
            file.seek(-min(file.tell(), len(END_MARK)), os.SEEK_END)
            return file.read() == END_MARK
    except OSError:
        return False


def _shown(name: str) -> str:
    return safe_text.path(name)


def pieces_of_log(pieces: Iterable[bytes]) -> Iterator[bytes]:
    """What of a log is whole: its lines, the last one without its end too if its seal holds.

    Any other last line may be written just now.
    """
    held = b""
    for piece in pieces:
        held += piece
        end = held.rfind(b"\n") + 1
        if end:
            yield held[:end]
            held = held[end:]
    if held and _is_sealed(held):
        yield held


def _is_sealed(line: bytes) -> bool:
    try:
        event = json.loads(line)
        return isinstance(event, dict) and check(event) in (Seal.WHOLE, Seal.BLANKED)
    except (ValueError, RecursionError):
        return False
