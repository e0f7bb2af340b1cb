"""Reviewing: reading what the journal holds.

Entries are made models of on another thread: one can have fifty thousand answers.
"""

from __future__ import annotations

import asyncio
from collections.abc import Mapping, Sequence
from contextlib import suppress
from dataclasses import replace
from datetime import datetime

from facilitui.core.debriefs.debrief import KIND, Debrief
from facilitui.core.debriefs.debrief_about import entry_id as debrief_id
from facilitui.core.debriefs.debrief_doors import doors
from facilitui.core.errors import NotFound, Problem
from facilitui.core.journals.altered_entries import altered_among
from facilitui.core.journals.entries import HEARD
from facilitui.core.journals.entry_moments import local_by
from facilitui.core.journals.journal import Document, body_of, debrief_of, is_altered
from facilitui.core.journals.journal_passages import Passages
from facilitui.core.journals.journal_ports import Journal, JournalContents
from facilitui.core.journals.journal_rows import EntryRow, in_order
from facilitui.core.journals.related import SESSION, related
from facilitui.core.journals.revision_changes import changes_between
from facilitui.core.journals.rivals import rivals
from facilitui.core.journals.unread_months import gone_until, unread_since, unread_told
from facilitui.core.journals.withdrawal import withdrawal_in
from facilitui.core.plans.planning_ports import Runs
from facilitui.core.ports import Clock, DraftStore
from facilitui.services.debriefs.unsaved import UnsavedDebriefs
from facilitui.services.files_seen import FilesSeen
from facilitui.services.journals.entry_documents import Documents, EntryDocuments
from facilitui.services.journals.kept_rows import KeptRows
from facilitui.services.journals.opened import Compared, Opened, RelatedRows
from facilitui.services.journals.searching import Searching

MOST_RELATED = 10
"""Entries that are named for one reason; those of the same session are all named."""
LATER = "whether there is a later revision of it"
FIRST = "This is the first revision: nothing was changed yet."


class Reviewing:
    """The journal as people read it."""

    def __init__(
        self,
        journal: Journal,
        clock: Clock,
        drafts: DraftStore,
        runs: Runs | None = None,
        whose: str = "",
        files: FilesSeen | None = None,
    ) -> None:
        """Without `files` nobody looks at them, as of another person's, which are not here.

        `whose` names whose journal it is; empty for that of whoever looks at it.
        """
        self._whose, self._files = whose, files
        self._gone: tuple[JournalContents, datetime | None] | None = None
        self.documents = EntryDocuments(journal)
        """Its documents by entry."""
        self.unsaved = UnsavedDebriefs(drafts, self.documents)
        """The debriefs with changes that are not in the journal."""
        self.searching = Searching(journal, clock, runs)
        """Its entries as a list."""
        self._journal, self._local = journal, local_by(clock.zone)
        self._rows = KeptRows(clock)
        """Those of what was looked at."""

    async def read(self, entry_id: str, back: int = 0) -> Opened:
        """An entry's newest revision, or one so many before it. Raises NotFound."""
        documents = await self.documents.all()
        unsaved = await self.unsaved.has(entry_id)
        opened = await asyncio.to_thread(self._opened, documents, entry_id, back, unsaved)
        if self._files is None:
            return opened
        return replace(opened, flaw=await self._files.flaw(opened.document, opened.record))

    async def cut(self, session: str) -> str:
        """That its log was cut since an entry was written over it, in a sentence; else empty."""
        return await self._files.cut(session) if self._files is not None else ""

    def _opened(self, documents: Documents, entry: str, back: int, unsaved: bool) -> Opened:
        from facilitui.core.journals.entry_records import record_in
        from facilitui.services.debriefs.debrief_facts import heard_with
        from facilitui.services.debriefs.scored_beside import scored_beside
        from facilitui.services.reviews.between import beside, named_in

        revisions, newest = documents.of(entry), documents.newest
        document = revisions[max(0, len(revisions) - 1 - back)]
        record = record_in(document)
        groups = [self._rows_of(each.why, each.ids, newest) for each in related(document, newest)]
        same = next((each.rows for each in groups if each.why == SESSION), ())
        own = [newest[each.id] for each in same]
        later = unread_since(documents.contents.unread, revisions[-1]["made_at"])
        return Opened(
            row=self._row(document),
            document=document,
            record=record,
            revisions=len(revisions),
            newest=revisions[-1]["rev"],
            session=same,
            related=tuple(each for each in groups if each.why != SESSION),
            between=beside(newest, entry),
            named=named_in(record, newest, self._local),
            beside=scored_beside(record, own),
            heard=() if back or _alone(own) else heard_with(record, own),
            rivals=len(rivals(revisions)),
            unsaved=unsaved,
            lacking=unread_told(later, LATER),
            altered=tuple(each["rev"] for each in revisions if is_altered(each)),
            whose=self._whose,
        )

    async def changes(self, entry_id: str, back: int = 0) -> Compared:
        """What a revision says otherwise than the one before it. Raises NotFound."""
        documents = await self.documents.all()
        return await asyncio.to_thread(self._compared, documents, entry_id, back)

    def _compared(self, documents: Documents, entry: str, back: int) -> Compared:
        from facilitui.core.journals.entry_parts import parts
        from facilitui.core.journals.entry_records import record_in

        revisions = documents.of(entry)
        at = max(0, len(revisions) - 1 - back)
        document = revisions[at]
        named = (each for each in revisions if each.get("hash") == document.get("prev"))
        before = next(named, revisions[at - 1] if at else None)
        if before is None:
            raise NotFound(FIRST)
        row = self._row(document)
        zone = row.when.tzinfo if row.when else None
        was, now = (parts(record_in(each), body_of(each), zone) for each in (before, document))
        return Compared(row, document, before, changes_between(was, now), len(revisions))

    def _rows_of(
        self, why: str, ids: tuple[str, ...], newest: Mapping[str, Document]
    ) -> RelatedRows:
        rows = in_order(self._row(newest[each]) for each in ids)
        most = len(rows) if why == SESSION else MOST_RELATED
        return RelatedRows(why, tuple(rows[:most]), max(0, len(rows) - most))

    def _row(self, document: Document) -> EntryRow:
        (row,) = self._rows.rows((document,))
        return row

    async def passages(self, rows: Sequence[EntryRow], words: tuple[str, ...]) -> Passages:
        """Where the words stand in entries whose own lines in a list do not say it.

        Of rows that were just found; most are looked up when they are asked for.
        """
        found = self.searching.passages(rows, words)
        if long := found.long:
            await asyncio.to_thread(found.look_up, long)
        return found

    async def debriefs(self, newest: int) -> tuple[Debrief, ...]:
        """The newest debriefs of one's own, newest first; what cannot be read is left out."""
        found: list[Debrief] = []
        for document in await self.searching.newest_of(KIND, newest):
            with suppress(ValueError):
                found.append(debrief_of(document))
        return tuple(found)

    async def altered(self, newest: int) -> str:
        """Which of those was changed outside the program, in a sentence; empty for none."""
        documents = await self.searching.newest_of(KIND, newest)
        return await asyncio.to_thread(altered_among, documents, self._local)

    async def written(self) -> dict[str, bool]:
        """The sessions with a debrief that counts, and whether it is only the two-minute form."""
        return doors((await self.documents.all()).newest.values())

    async def withdrawn(self) -> frozenset[str]:
        """The sessions whose own debrief counts no more."""
        newest = (await self.documents.all()).newest
        found = ((name, withdrawal_in(each)) for name, each in newest.items())
        return frozenset(w.session for name, w in found if w and name == debrief_id(w.session))

    async def gone_until(self) -> datetime | None:
        """Up to when something may have been saved that is not here; worked out once a change."""
        contents = await self._journal.contents()
        if self._gone is None or self._gone[0] is not contents:
            findings, files = await self._journal.verify(), [e.file for e in contents.problems]
            until = await asyncio.to_thread(gone_until, findings, contents.documents, files)
            self._gone = contents, until
        return self._gone[1]

    async def unread(self) -> tuple[str, ...]:
        """The files of the journal of which nobody can say what they hold."""
        return (await self._journal.contents()).unread

    async def problems(self) -> tuple[Problem, ...]:
        """What of the journal's files is no entry."""
        return (await self._journal.contents()).problems


def _alone(documents: Sequence[Document]) -> bool:
    """Whether there is one set of answers at most: its picture is its own."""
    return len([each for each in documents if each["kind"] == HEARD]) < 2
