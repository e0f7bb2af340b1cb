"""The journal in TinyDB: one file a month, each of which stock TinyDB opens.

A month, such as `journal/2026-11.json`, has two tables: `meta` with the schema's version, and
`entries` with the sealed documents of `facilitui.core.journals.journal` under whole numbers. It is
the UTC month of `made_at`, so that a save rewrites one file and the months before never change.

*Imports.* An imported document goes into the month of the import just as the other journal sealed
it: its `prev` and `hash` have to stay, or its revisions would not verify. Its `after` means
nothing here, so a note beside the seal says what it follows in this journal
(`facilitui.core.journals.journal.imported`). An export may contain the note: the next import
replaces it by its own. A document of this very journal, lost and come back, goes to the place that
it had (`facilitui.core.backups.coming_back`). Revisions of one entry from two machines stand side
by side until one goes over both (`facilitui.core.journals.rivals`).

A month of a newer schema is shown as far as it can be read, and never written.
"""

from __future__ import annotations

from collections.abc import AsyncIterator, Callable, Collection, Mapping, Sequence
from contextlib import suppress
from datetime import datetime
from functools import partial
from time import perf_counter
from typing import Any

from facilitui.core.errors import NotSaved, Problem
from facilitui.core.journals import journal
from facilitui.core.journals.attaching_ports import Progress
from facilitui.core.journals.journal import Document
from facilitui.core.journals.journal_faults import Finding
from facilitui.core.journals.journal_ports import Imported, JournalContents, SpentMonth
from facilitui.core.journals.written_over import refuse_lost, refuse_newer
from facilitui.storage.disk import Disk, reason
from facilitui.storage.journal_folder import JournalFolder
from facilitui.storage.journal_gaps import told_once, with_made_up, without_unread
from facilitui.storage.journal_head import JournalHead
from facilitui.storage.journal_intake import Intake
from facilitui.storage.journal_month import (
    Month,
    contents_of,
    head,
    last_revision,
    least_number,
    month_of,
    newest_revision,
    revisions_of,
    unread_in,
)
from facilitui.storage.journal_sorting import sort_out
from facilitui.storage.paths import Home
from facilitui.storage.spent_months import drop_spent_month, spent_months, untaken
from facilitui.storage.worker import Worker

Sort = Callable[[Sequence[Month]], Intake]
"""Sorts a file out against the journal."""
AT_ONCE = 0.004
"""Seconds for which months are read before others get their turn."""


class TinyDbJournal:
    """The journal of one home (`facilitui.core.journals.journal_ports.Journal`), on a thread of its
    own.

    The documents that it hands over are read-only or the caller's own.
    """

    def __init__(self, home: Home, disk: Disk | None = None) -> None:
        self._folder = JournalFolder(home, disk or Disk())
        self._head = JournalHead(home)
        self._worker = Worker("journal")
        self._whole: tuple[list[Month], JournalContents] = [], JournalContents(())

    async def contents(self) -> JournalContents:
        """All documents as ("2026-11.json#3", document), by month and number, and problems.

        The same object for as long as no file changes.
        """
        return await self._worker.do(self._contents)

    async def newest_first(self) -> AsyncIterator[JournalContents]:
        """Each month's documents and problems, the last month first.

        The store's thread reads some months at a time, and is free for others in between.
        """
        names = await self._worker.do(self._names)
        while names:
            read = await self._worker.do(self._some, names)
            for each in read:
                yield each
            names = names[len(read) :]

    async def save(
        self,
        *,
        entry_id: str,
        kind: str,
        body: Mapping[str, Any],
        made_at: datetime,
        salt: str,
        based_on: str | None = None,
        joins: Collection[str] = (),
    ) -> Document:
        """Save a new entry, or the next revision of the one of that id, into its UTC month.

        `made_at` is aware; `salt` is 16 random bytes as hex. When it returns the entry survives a
        power cut. Raises NotSaved, or SavedMeanwhile where the newest revision is not the one of
        the hash `based_on`; ValueError or TypeError where `body` is not JSON. It is written out
        on the journal's thread, and nobody changes it any more. `joins` are the hashes of rivals
        that it goes over too; each of them has to be there.
        """
        fields = {"entry_id": entry_id, "kind": kind, "body": body, "salt": salt, "joins": joins}
        return await self._worker.do(self._save, month_of(made_at), made_at, based_on, fields)

    async def verify(self) -> tuple[Finding, ...]:
        """What does not hold, by the place of the document."""
        return await self._worker.do(self._verify)

    async def import_lines(
        self,
        text: str,
        made_at: datetime,
        source: str,
        progress: Progress | None = None,
        *,
        purged_too: bool = False,
    ) -> Imported:
        """Take the documents of an export, or of a month, into the UTC month of `made_at`.

        All that can be taken are written at once. Problems name the source and the line. Raises
        NotSaved or Stopped; nothing has then been taken.
        """
        sort = partial(self._sorted_out, text, source, progress, purged_too)
        return await self._worker.do(self._import, month_of(made_at), made_at, sort)

    async def look_at(
        self, text: str, source: str, progress: Progress, *, purged_too: bool = False
    ) -> Imported:
        """What importing it would take, with nothing changed. Raises NotSaved or Stopped."""
        sort = partial(self._sorted_out, text, source, progress, purged_too)
        return await self._worker.do(self._look_at, sort)

    async def untold(self) -> tuple[str, ...]:
        """In words what is missing that may have told of a purge, whether it is missed or not."""
        return await self._worker.do(self._untold)

    async def spent(self) -> tuple[SpentMonth, ...]:
        """The files that could not be read as months, and are in the journal as far as can be."""
        return await self._worker.do(spent_months, self._folder)

    async def drop_spent(self, spent: SpentMonth) -> None:
        """Delete such a file. Raises NotSaved where it is none any more, or cannot be deleted."""
        await self._worker.do(drop_spent_month, self._folder, spent)

    def close(self) -> None:
        """Finish what was asked, then end the thread."""
        self._worker.close()

    # What follows runs on the worker's thread.

    def _contents(self) -> JournalContents:
        try:
            months = self._with_gone(self._folder.months())
        except OSError as error:
            trouble = Problem.of_all(self._folder.name, f"cannot be read: {reason(error)}")
            return JournalContents((), (trouble,), (self._folder.name,))
        if months != self._whole[0]:  # a month that is the same is the same object
            known, read = self._head, contents_of(months)
            self._whole = months, with_made_up(read, known.missed, known.without)
        return self._whole[1]

    def _with_gone(self, months: list[Month]) -> list[Month]:
        return [*months, *self._head.gone(months)]

    def _verify(self) -> tuple[Finding, ...]:
        contents = self._contents()
        found = told_once(journal.verify(contents.documents), contents, self._head.without())
        if contents.unread:  # what is missing may be in it, which is told of
            return without_unread(found, contents, untaken(self._folder))
        return (*found, *self._head.missed(each for _, each in contents.documents))

    def _untold(self) -> tuple[str, ...]:
        with suppress(OSError):  # `contents` says why
            return tuple(self._head.untold(self._folder.months()).values())
        return ()

    def _names(self) -> list[str]:
        try:
            return self._folder.names()[::-1]
        except OSError:
            return []  # `contents` says why

    def _some(self, names: Sequence[str]) -> list[JournalContents]:
        """The first of some months, as many as can be read at once; one at least."""
        until, read = perf_counter() + AT_ONCE, list[JournalContents]()
        while len(read) < len(names) and (not read or perf_counter() < until):
            read.append(contents_of([self._folder.month(names[len(read)])]))
        return read

    def _save(
        self, name: str, made_at: datetime, based_on: str | None, fields: Mapping[str, Any]
    ) -> Document:
        with self._folder.held():
            months = self._with_gone(self._folder.anew(name))
            newest = newest_revision(months, fields["entry_id"])
            refuse_newer(newest, based_on, revisions_of(months, fields["entry_id"]))
            refuse_lost(revisions_of(months, fields["entry_id"]), fields["joins"])
            document = journal.make_document(
                **fields,
                made_at=made_at,
                last=last_revision(months, fields["entry_id"]),
                after=head(months),
                least=least_number(newest, unread_in(months), made_at),
            )
            self._folder.append(name, [document])
            self._head.saved(name, [document], months)
        return document

    def _look_at(self, sort: Sort) -> Imported:
        try:
            months = self._folder.months()
        except OSError as error:
            raise NotSaved(f"cannot read {self._folder.name}: {reason(error)}") from error
        return sort(months).result()

    def _import(self, name: str, made_at: datetime, sort: Sort) -> Imported:
        with self._folder.held():
            months = self._folder.anew(name)
            intake = sort(months)
            if intake.taken:
                written = intake.to_write(head(months), made_at)
                self._folder.append(name, written)
                self._head.saved(name, written, months)
        return intake.result()

    def _sorted_out(
        self,
        text: str,
        source: str,
        progress: Progress | None,
        purged_too: bool,
        months: Sequence[Month],
    ) -> Intake:
        here = tuple(each for month in months for _, each in month.documents)
        beside = self._head.around(), self._head.untold(months), self._head.links()
        return sort_out(text, here, source, progress, purged_too=purged_too, beside=beside)
