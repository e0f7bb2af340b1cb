"""The journal's folder: its months, the lock over all of them, and writing to one.

One lock for the folder is held from reading to writing: a document names the one saved before it,
which may be in any month. Readers take no lock, as every file is whole at any moment.

A month that cannot be read is a problem, and all others open. When something must be written into
that very month, the damaged file is first copied to `2026-11.damaged-1.json`, or the next free
number.
"""

from __future__ import annotations

import os
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from itertools import count
from pathlib import Path
from typing import Any

from tinydb import TinyDB
from tinydb.table import Document as Numbered

from facilitui.core.errors import InputProblems, NotSaved
from facilitui.core.journals.month_names import is_aside, is_month_name
from facilitui.storage.disk import Disk, reason, write_atomically
from facilitui.storage.folders import make_folders
from facilitui.storage.growing_file import Adding
from facilitui.storage.home_lock import LOCK_SECONDS, lock_of, take
from facilitui.storage.journal_month import (
    ENTRIES,
    META,
    SCHEMA,
    Month,
    MonthFile,
    stranger,
)
from facilitui.storage.paths import Home

NOT_WRITTEN = "nothing was saved, as nothing can be written to {}/: {}; mend that, then try again"


class JournalFolder:
    """The months of one home's journal. For one thread."""

    def __init__(self, home: Home, disk: Disk) -> None:
        self._root, self._folder, self._disk = home.root, home.journal, disk
        self._files: dict[str, MonthFile] = {}
        self._lock = lock_of(self._folder / ".lock", LOCK_SECONDS)

    @property
    def name(self) -> str:
        """What the folder is called."""
        return self._folder.name

    @contextmanager
    def held(self) -> Iterator[None]:
        """Hold the journal against other processes. Raises NotSaved."""
        try:
            make_folders(self._disk, self._root, self._folder)
            take(self._lock, "the journal")
        except OSError as error:
            raise NotSaved(NOT_WRITTEN.format(self.name, reason(error))) from error
        try:
            yield
        finally:
            self._lock.release()

    def months(self) -> list[Month]:
        """What each file holds, in the order of their names. Raises OSError."""
        return [self.month(name) for name in self.names()]

    def month(self, name: str) -> Month:
        """What one file of the folder holds."""
        return self.file(name).month() if is_month_name(name) else stranger(self._folder / name)

    def anew(self, name: str) -> list[Month]:
        """All months, that one read even if it looks the same. Raises NotSaved."""
        self.file(name).storage.close()
        try:
            return self.months()
        except OSError as error:
            raise NotSaved(f"cannot read {self._folder}: {reason(error)}") from error

    def file(self, name: str) -> MonthFile:
        """One month's file, there or not."""
        if name not in self._files:
            self._files[name] = MonthFile(self._folder / name, self._disk)
        return self._files[name]

    def append(self, name: str, documents: Sequence[Mapping[str, Any]]) -> None:
        """Write documents to the end of a month, all or none. The lock is held. Raises NotSaved."""
        file = self.file(name)
        month = file.month()
        if month.closed:
            raise NotSaved(f"nothing was saved: {month.closed}")
        try:
            if month.damaged:
                self.set_aside(file.path)
            with TinyDB(file.storage, storage=Adding) as database:
                if month.damaged:
                    database.drop_tables()
                if not month.marked:
                    database.table(META, cache_size=0).insert({"schema": SCHEMA})
                numbered = [Numbered(each, month.free + n) for n, each in enumerate(documents)]
                database.table(ENTRIES, cache_size=0).insert_multiple(numbered)
        except (InputProblems, OSError, ValueError) as error:
            raise NotSaved(f"nothing was saved: {error}") from error

    def unread(self) -> Iterator[tuple[str, bytes]]:
        """The files that cannot be read as months, as they are. Raises OSError."""
        for name in self.names():
            path = self._folder / name
            spoilt = self.file(name).month().damaged if is_month_name(name) else is_aside(name)
            if spoilt and path.is_file() and not path.is_symlink():
                yield name, self._disk.read(path)

    def remove(self, name: str) -> None:
        """Delete a file. The lock is held. Raises NotSaved."""
        try:
            self._disk.remove(self._folder / name)
        except OSError as error:
            raise NotSaved(f"{name} stays: {reason(error)}") from error

    def names(self) -> list[str]:
        """The JSON files in the folder. Raises OSError."""
        try:
            names = os.listdir(self._folder)
        except FileNotFoundError:
            return []
        return sorted(name for name in names if name.endswith(".json") and name[0] != ".")

    def set_aside(self, path: Path) -> Path:
        """Keep a copy of a damaged month under a name that nothing has, and say which.

        A copy, not a move: killed at any moment, the bytes are still under one of the names. The
        lock is held. Raises NotSaved, OSError.
        """
        data = self._disk.read(path)
        for number in count(1):
            aside = path.with_name(f"{path.stem}.damaged-{number}.json")
            if not aside.is_symlink() and not aside.exists():
                write_atomically(self._disk, aside, data)
                return aside
            if aside.is_file() and self._disk.read(aside) == data:
                return aside  # an earlier try came as far as this
        raise AssertionError("numbers never end")
