"""The journal in TinyDB: one file a month, each of which stock TinyDB opens.

A month, such as `journal/2026-11.json`, has two tables: `meta` with the schema's version, and
`entries` with the sealed documents of `facilitui.core.journal` under whole numbers. It is the UTC
month of `made_at`, so that a save rewrites one file and the months before never change. One lock
for the folder is held from reading to writing: a document names the one saved before it, which
may be in any month. Readers take no lock, as every file is whole at any moment.

*Imports.* An imported document goes into the month of the import just as the other journal sealed
it: its `prev` and `hash` have to stay, or its revisions would not verify. Its `after` means
nothing here, so a note beside the seal says what it follows in this journal
(`facilitui.core.journal.imported`). An export may contain the note: the next import replaces it
by its own.

*Damage.* A month that cannot be read is a problem, and all others open. When a save must go into
that very month, the damaged file is first copied to `2026-11.damaged-1.json`, or the next free
number. A month of a newer schema is shown as far as it can be read, and never written.
"""

from __future__ import annotations

import os
import re
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from datetime import datetime
from itertools import count
from pathlib import Path
from typing import Any

from filelock import FileLock, Timeout
from tinydb import TinyDB
from tinydb.table import Document as Numbered

from facilitui.core import journal
from facilitui.core.errors import InputProblems, NotSaved, Problem
from facilitui.core.journal import Document, Finding
from facilitui.core.journal_ports import Imported, JournalContents
from facilitui.storage.disk import PRIVATE_FILE, Disk, reason, write_atomically
from facilitui.storage.folders import make_folders
from facilitui.storage.journal_lines import sort_out
from facilitui.storage.journal_month import (
    ENTRIES,
    META,
    SCHEMA,
    Month,
    MonthFile,
    head,
    last_revision,
    least_number,
    month_of,
    newest_revision,
    stranger,
    unread_in,
)
from facilitui.storage.paths import Home
from facilitui.storage.tinydb_storage import DurableStorage
from facilitui.storage.worker import Worker

LOCK_SECONDS = 10.0
"""How long a save waits for another copy of the program that is writing."""
_POLL_SECONDS = 0.01

_MONTH = re.compile(r"[0-9]{4}-(0[1-9]|1[0-2])\.json")


class TinyDbJournal:
    """The journal of one home (`facilitui.core.journal_ports.Journal`), on a thread of its own.

    The documents that it hands over are read-only or the caller's own.
    """

    def __init__(self, home: Home, disk: Disk | None = None) -> None:
        self._home = home
        self._folder = home.journal
        self._disk = disk or Disk()
        self._worker = Worker("journal")
        self._files: dict[str, MonthFile] = {}
        self._lock = FileLock(
            self._folder / ".lock",
            timeout=LOCK_SECONDS,
            mode=PRIVATE_FILE,
            thread_local=False,
            poll_interval=_POLL_SECONDS,
        )

    async def contents(self) -> JournalContents:
        """All documents as ("2026-11.json#3", document), by month and number, and problems."""
        return await self._worker.do(self._contents)

    async def save(
        self,
        *,
        entry_id: str,
        kind: str,
        body: Mapping[str, Any],
        made_at: datetime,
        salt: str,
        based_on: str | None = None,
    ) -> Document:
        """Save a new entry, or the next revision of the one of that id, into its UTC month.

        `made_at` is aware; `salt` is 16 random bytes as hex. When it returns the entry survives a
        power cut. Raises NotSaved, or SavedMeanwhile where the newest revision is not the one of
        the hash `based_on`; ValueError or TypeError where `body` is not JSON. It is written out
        on the journal's thread, and nobody changes it any more.
        """
        fields = {"entry_id": entry_id, "kind": kind, "body": body, "salt": salt}
        return await self._worker.do(self._save, month_of(made_at), made_at, based_on, fields)

    async def verify(self) -> tuple[Finding, ...]:
        """What does not hold, by the place of the document."""
        return await self._worker.do(lambda: journal.verify(self._contents().documents))

    async def import_lines(self, text: str, made_at: datetime, source: str) -> Imported:
        """Take the documents of another journal, as JSON Lines, into the UTC month of `made_at`.

        All that can be taken are written at once. Problems name the source and the line. Raises
        NotSaved; nothing has then been taken.
        """
        return await self._worker.do(self._import, month_of(made_at), text, made_at, source)

    def close(self) -> None:
        """Finish what was asked, then end the thread."""
        self._worker.close()

    # What follows runs on the worker's thread.

    def _contents(self) -> JournalContents:
        try:
            months = self._months()
        except OSError as error:
            trouble = Problem(self._folder.name, 1, 1, f"cannot be read: {reason(error)}")
            return JournalContents((), (trouble,), (self._folder.name,))
        return JournalContents(
            tuple(row for month in months for row in month.documents),
            tuple(problem for month in months for problem in month.problems),
            unread_in(months),
        )

    def _save(
        self, name: str, made_at: datetime, based_on: str | None, fields: Mapping[str, Any]
    ) -> Document:
        with self._held():
            months = self._months_anew(name)
            newest = newest_revision(months, fields["entry_id"])
            journal.refuse_newer(newest, based_on)
            document = journal.make_document(
                **fields,
                made_at=made_at,
                last=last_revision(months, fields["entry_id"]),
                after=head(months),
                least=least_number(newest, unread_in(months), made_at),
            )
            self._append(name, [document])
        return document

    def _import(self, name: str, text: str, made_at: datetime, source: str) -> Imported:
        with self._held():
            months = self._months_anew(name)
            here = (each for month in months for _, each in month.documents)
            intake = sort_out(text, here, source)
            after, noted = head(months), []
            for document in intake.taken:
                noted.append(journal.imported(document, made_at, after))
                after = journal.link(noted[-1])
            if noted:
                self._append(name, noted)
        return Imported(len(noted), intake.known, tuple(intake.refused))

    @contextmanager
    def _held(self) -> Iterator[None]:
        """Hold the journal against other processes. Raises NotSaved."""
        try:
            make_folders(self._disk, self._home.root, self._folder)
            self._lock.acquire()
        except Timeout as error:
            raise NotSaved(
                f"another program has been writing to the journal for {LOCK_SECONDS:.0f} seconds;"
                " nothing was saved, try again"
            ) from error
        except OSError as error:
            raise NotSaved(f"cannot lock {self._folder}: {reason(error)}") from error
        try:
            yield
        finally:
            self._lock.release()

    def _months(self) -> list[Month]:
        """What each file holds, in the order of their names. Raises OSError."""
        return [
            self._file(name).month() if _MONTH.fullmatch(name) else stranger(self._folder / name)
            for name in self._names()
        ]

    def _months_anew(self, name: str) -> list[Month]:
        """All months, that one read even if it looks the same. Raises NotSaved."""
        self._file(name).storage.close()
        try:
            return self._months()
        except OSError as error:
            raise NotSaved(f"cannot read {self._folder}: {reason(error)}") from error

    def _names(self) -> list[str]:
        """The JSON files in the folder. Raises OSError."""
        try:
            names = os.listdir(self._folder)
        except FileNotFoundError:
            return []
        return sorted(name for name in names if name.endswith(".json") and name[0] != ".")

    def _file(self, name: str) -> MonthFile:
        if name not in self._files:
            self._files[name] = MonthFile(self._folder / name, self._disk)
        return self._files[name]

    def _append(self, name: str, documents: Sequence[Mapping[str, Any]]) -> None:
        """Write documents to the end of a month, all or none. The lock is held. Raises NotSaved."""
        file = self._file(name)
        month = file.month()
        if month.closed:
            raise NotSaved(f"nothing was saved: {month.closed}")
        try:
            if month.damaged:
                self._set_aside(file.path)
            with TinyDB(file.path, self._disk, storage=DurableStorage) as database:
                if month.damaged:
                    database.drop_tables()
                if not month.marked:
                    database.table(META, cache_size=0).insert({"schema": SCHEMA})
                numbered = [Numbered(each, month.free + n) for n, each in enumerate(documents)]
                database.table(ENTRIES, cache_size=0).insert_multiple(numbered)
        except (InputProblems, OSError, ValueError) as error:
            raise NotSaved(f"nothing was saved: {error}") from error

    def _set_aside(self, path: Path) -> None:
        """Keep a copy of a damaged month under a name that nothing has. Raises NotSaved, OSError.

        A copy, not a move: killed at any moment, the bytes are still under one of the names.
        """
        data = self._disk.read(path)
        for number in count(1):
            aside = path.with_name(f"{path.stem}.damaged-{number}.json")
            if not aside.is_symlink() and not aside.exists():
                return write_atomically(self._disk, aside, data)
            if aside.is_file() and self._disk.read(aside) == data:
                return None  # an earlier try came as far as this
