"""Reviewing: reading what the journal holds.

Entries are made models of on another thread: one can have fifty thousand answers.
"""

from __future__ import annotations

import asyncio
from collections.abc import Mapping, Sequence
from contextlib import suppress
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from facilitui.core.base import Record
from facilitui.core.debrief import KIND, Debrief
from facilitui.core.debrief_about import entry_id as debrief_id
from facilitui.core.debrief_doors import doors
from facilitui.core.entries import HEARD
from facilitui.core.entry_moments import local_by
from facilitui.core.errors import NotFound, Problem
from facilitui.core.journal import Document, body_of, debrief_of, is_altered
from facilitui.core.journal_passages import Passages
from facilitui.core.journal_ports import Journal
from facilitui.core.journal_rows import EntryRow, in_order
from facilitui.core.planning_ports import Runs
from facilitui.core.ports import Clock, DraftStore
from facilitui.core.related import SESSION, related
from facilitui.core.revision_changes import Changes, changes_between
from facilitui.core.rivals import rivals
from facilitui.core.said import Section
from facilitui.core.unread_months import unread_since, unread_told
from facilitui.core.withdrawal import withdrawal_in
from facilitui.services.entry_documents import Documents, EntryDocuments
from facilitui.services.kept_rows import KeptRows
from facilitui.services.searching import Searching
from facilitui.services.unsaved import UnsavedDebriefs

if TYPE_CHECKING:
    from facilitui.core.feedback import Feedback
    from facilitui.core.scores_beside import SideBySide

MOST_RELATED = 10
"""Entries that are named for one reason; those of the same session are all named."""


@dataclass(frozen=True, slots=True)
class RelatedRows:
    """Entries that belong to another one for the same reason, the newest first."""

    why: str
    rows: tuple[EntryRow, ...]
    more: int = 0
    """How many more there are."""


@dataclass(frozen=True, slots=True)
class Opened:
    """An entry to be read."""

    row: EntryRow
    document: Document
    record: Record | None
    """What it says; None for a kind that this version does not know."""
    revisions: int
    """How many of it there are."""
    newest: int
    """The number of the newest one; there are more where several have the same number."""
    session: tuple[EntryRow, ...]
    """All entries of its session, itself among them, the newest first."""
    related: tuple[RelatedRows, ...] = ()
    """What else belongs to it, reason by reason."""
    between: tuple[Section, ...] = ()
    """What an apprentice and their mentor have written about it."""
    named: Mapping[str, str] = field(default_factory=dict)
    """What the entries are called that it names, by their ids."""
    beside: tuple[SideBySide, ...] = ()
    """Self-scores beside an observer's, of scores and of an observation that has any."""
    heard: tuple[Feedback, ...] = ()
    """Of answers that are not all of their session: what all of them say as one picture."""
    rivals: int = 0
    """How many of its revisions stand side by side, where they conflict."""
    unsaved: bool = False
    """Whether changes of it were typed that are not saved yet."""
    lacking: str = ""
    """That a later revision may lie in a month that cannot be read; empty where none may."""
    altered: tuple[int, ...] = ()
    """The numbers of its revisions that were changed outside the program."""
    whose: str = ""
    """The name of whose journal it is of; empty for that of whoever looks at it."""

    @property
    def belonging(self) -> tuple[str, ...]:
        """The entry and all that belongs to it, each once, to be gone through."""
        rows = (*self.session, *(row for each in self.related for row in each.rows))
        return tuple(dict.fromkeys((self.row.id, *(row.id for row in rows))))


@dataclass(frozen=True, slots=True)
class Compared:
    """A revision beside the one before it."""

    row: EntryRow
    document: Document
    """The later one."""
    before: Document
    changes: Changes
    revisions: int
    """How many there are."""


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
    ) -> None:
        """`whose` names whose journal it is; empty for that of whoever looks at it."""
        self._whose = whose
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
        return await asyncio.to_thread(self._opened, documents, entry_id, back, unsaved)

    def _opened(self, documents: Documents, entry: str, back: int, unsaved: bool) -> Opened:
        from facilitui.core.entry_records import record_in
        from facilitui.services.between import beside, named_in
        from facilitui.services.debrief_facts import heard_with
        from facilitui.services.scored_beside import scored_beside

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
        from facilitui.core.entry_parts import parts
        from facilitui.core.entry_records import record_in

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

    async def written(self) -> dict[str, bool]:
        """The sessions with a debrief that counts, and whether it is only the two-minute form."""
        return doors((await self.documents.all()).newest.values())

    async def withdrawn(self) -> frozenset[str]:
        """The sessions whose own debrief counts no more."""
        newest = (await self.documents.all()).newest
        found = ((name, withdrawal_in(each)) for name, each in newest.items())
        return frozenset(w.session for name, w in found if w and name == debrief_id(w.session))

    async def unread(self) -> tuple[str, ...]:
        """The files of the journal of which nobody can say what they hold."""
        return (await self._journal.contents()).unread

    async def problems(self) -> tuple[Problem, ...]:
        """What of the journal's files is no entry."""
        return (await self._journal.contents()).problems


def _alone(documents: Sequence[Document]) -> bool:
    """Whether there is one set of answers at most: its picture is its own."""
    return len([each for each in documents if each["kind"] == HEARD]) < 2
