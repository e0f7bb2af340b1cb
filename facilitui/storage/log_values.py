"""A value of each session's log, worked out once for as long as the log's file is the same.

It costs reading, verifying and folding a whole log, so what came of it is kept, in memory and in
the cache folder. Of a log that is damaged nothing is kept in the folder: a newer version may be
able to read what this one cannot.
"""

from __future__ import annotations

import json
import os
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Generic, TypeVar

from pydantic import TypeAdapter

from facilitui.core.errors import FacilituiError, NotFound, NotSaved
from facilitui.core.sessions.log_contents import LogContents
from facilitui.storage.disk import Disk, reason, write_atomically
from facilitui.storage.event_log import read_log
from facilitui.storage.file_cache import Stamp, stamp_of
from facilitui.storage.folders import make_folders
from facilitui.storage.paths import Home
from facilitui.storage.session_folder import LOG, is_session_id

V = TypeVar("V")
Cached = tuple[int, dict[str, tuple[Stamp, V]]]
"""What the cache's file holds: the edition that made the values, and these by session."""


@dataclass(frozen=True, slots=True)
class Kept(Generic[V]):
    """What came of one log."""

    stamp: Stamp | None
    """That of its file before it was read; None where that cannot be looked at."""
    value: V | None
    """None where none could be worked out."""
    trouble: str = ""
    """What is wrong with the log, in a sentence; empty if nothing."""


@dataclass(frozen=True, slots=True)
class Making(Generic[V]):
    """How one kind of value is made, and where it is kept."""

    make: Callable[[LogContents], V]
    cache: str
    """The name of its file in the cache folder."""
    edition: int
    """Grows when the same log gives another value, so that what was kept before is not used."""
    cached: TypeAdapter[Cached[V]]


def session_folders(home: Home) -> Iterator[Path]:
    """The folders in which sessions lie. Raises FacilituiError where they cannot be listed."""
    try:
        names = os.listdir(home.sessions)
    except FileNotFoundError:
        return
    except OSError as error:
        raise FacilituiError(f"cannot list {home.sessions}: {reason(error)}") from error
    for name in names:
        if not name.startswith(".") and os.path.isdir(home.sessions / name):
            yield home.sessions / name


def made_of(disk: Disk, folder: Path, make: Callable[[LogContents], V]) -> tuple[V | None, str]:
    """What is made of a session's log, if anything can be, and what is wrong with it."""
    if not is_session_id(folder.name):
        return None, "only letters, digits, - and _ may be in its folder's name"
    try:
        contents = read_log(disk, folder / LOG, folder.name)
        value = make(contents)
    except NotFound:
        return None, f"there is no {LOG} in its folder"
    except Exception as error:  # one hostile log must never hide all the others
        return None, f"its {LOG} cannot be shown: {type(error).__name__}"
    return value, contents.flaw


class LogValues(Generic[V]):
    """The values of a home's sessions, each made anew where its log changed. For one thread."""

    def __init__(self, home: Home, disk: Disk, making: Making[V]) -> None:
        self._home, self._disk, self._making = home, disk, making
        self._kept: dict[str, Kept[V]] | None = None
        self.stopped = False
        """Whether no log is read any more, which any thread may say: the program ends."""

    def all(self) -> dict[str, Kept[V]]:
        """What came of each session, by its id. Raises FacilituiError where none can be listed.

        Once it is stopped, without the sessions whose log would have to be read.
        """
        before = self._read() if self._kept is None else self._kept
        now: dict[str, Kept[V]] = {}
        for folder in session_folders(self._home):
            stamp, known = stamp_of(folder / LOG), before.get(folder.name)
            if known is not None and stamp is not None and known.stamp == stamp:
                now[folder.name] = known
            elif not self.stopped:
                now[folder.name] = self._made(folder, stamp)
        if now != before:
            self._write(now)
        self._kept = now
        return now

    def _made(self, folder: Path, stamp: Stamp | None) -> Kept[V]:
        return Kept(stamp, *made_of(self._disk, folder, self._making.make))

    def _read(self) -> dict[str, Kept[V]]:
        try:
            found = json.loads(self._disk.read(self._file))
            edition, values = self._making.cached.validate_python(found)
        except (OSError, ValueError, RecursionError):
            return {}
        whole = values.items() if edition == self._making.edition else ()
        return {session: Kept(stamp, value) for session, (stamp, value) in whole}

    def _write(self, now: dict[str, Kept[V]]) -> None:
        whole = {
            session: (each.stamp, each.value)
            for session, each in now.items()
            if each.stamp is not None and each.value is not None and not each.trouble
        }
        try:
            # As ASCII, because a title may hold half of a character that UTF-8 cannot.
            found = self._making.cached.dump_python((self._making.edition, whole), mode="json")
            make_folders(self._disk, self._home.root, self._home.cache)
            write_atomically(self._disk, self._file, json.dumps(found).encode("ascii"))
        except (NotSaved, ValueError):
            pass  # it can be worked out again

    @property
    def _file(self) -> Path:
        return self._home.cache / self._making.cache
