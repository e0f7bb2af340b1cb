"""An apprentice's journal and a mentor's place for it, in memory."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from facilitui.core.journals.journal import Document, body_of, imported, link
from facilitui.core.journals.journal_ports import JournalContents
from facilitui.core.reviews.looked import Looked
from facilitui.core.reviews.mentoring_ports import ExportRead, ReviewPlace
from facilitui.services.journals.entry_form import EntryForm
from facilitui.services.journals.journal_entries import JournalEntries
from facilitui.services.journals.reviewing import Reviewing
from facilitui.services.own_name import KnownName
from facilitui.services.reviews.file_review import FileReview
from facilitui.services.reviews.mentoring import Mentoring
from facilitui.services.reviews.review_desk import ReviewDesk
from facilitui.services.reviews.review_rows import Review, ReviewRow
from tests.services.fakes import MemoryJournal, MovableClock, counting
from tests.services.memory_files import MemoryDrafts


class MemoryLooked:
    """The last look."""

    def __init__(self) -> None:
        self.kept = Looked()

    async def looked(self) -> Looked:
        return self.kept

    async def keep(self, looked: Looked) -> None:
        self.kept = looked


class MemoryName:
    """What somebody is called."""

    def __init__(self, name: str = "") -> None:
        self.told = name

    async def name(self) -> str:
        return self.told

    async def keep(self, name: str) -> None:
        self.told = name


class MemoryExports:
    """Documents for others, by their names."""

    def __init__(self) -> None:
        self.written: dict[str, bytes] = {}

    async def write(self, name: str, data: bytes, *, replace: bool = False) -> str:
        self.written[name] = data
        return f"exports/{name}"


class MentoringHome:
    """Everything that either of the two works with."""

    def __init__(self, name: str = "") -> None:
        self.journal, self.drafts, self.clock = MemoryJournal(), MemoryDrafts(), MovableClock()
        self.looked, self.names, self.exports = MemoryLooked(), MemoryName(name), MemoryExports()
        self._chance = counting()
        self.start_again()

    def start_again(self) -> None:
        """The program is killed and started: only what was kept is there."""
        entries = JournalEntries(self.journal, self.drafts, self.clock, self._chance)
        reviewing = Reviewing(self.journal, self.clock, self.drafts)
        self.mentoring = Mentoring(
            reviewing,
            entries,
            self.looked,
            KnownName(self.names),
            self.clock,
            self._chance,
            self.exports,
        )

    def review(
        self, other: MentoringHome, file: str = "journal-ana-2026-11-25.jsonl"
    ) -> FileReview:
        """What the other one exported, before the mentor whose home this is."""
        rows = tuple((f"{file}#{n}", each) for n, each in enumerate(other.journal.documents, 1))
        place = ReviewPlace(self.journal, self.drafts, self.looked)
        read = ExportRead(JournalContents(rows), ())
        return FileReview(
            file, read, place, KnownName(self.names), self.exports, self.clock, self._chance
        )

    async def debrief(self, session: str, **body: Any) -> str:
        """A debrief of a session; what its entry is called."""
        entry = f"debrief-{session}"
        held = self.clock.read().at
        said: Mapping[str, Any] = {"session": session, "title": session.title(), **body}
        await self.journal.save(
            entry_id=entry,
            kind="debrief",
            body={"held_at": held.isoformat(), **said},
            made_at=held,
            salt=self._chance(16),
        )
        return entry

    def body(self, entry: str) -> dict[str, Any]:
        """What an entry says now."""
        return body_of(self.documents(entry)[-1])

    def documents(self, entry: str) -> list[Document]:
        """Its revisions."""
        return [each for each in self.journal.documents if each["id"] == entry]


def fill(made: EntryForm[Any], **typed: str) -> str:
    """Type into fields; what is told of what cannot be understood."""
    return made.take({**made.values, **typed})


def headed(review: Review) -> dict[str, list[ReviewRow]]:
    """The rows by the headings they stand under."""
    return {part.heading: list(part.rows) for part in review.parts}


async def rows(desk: ReviewDesk, query: str = "") -> list[ReviewRow]:
    """All rows, from the top to the bottom."""
    return [row for part in (await desk.look(query)).parts for row in part.rows]


def take_in(home: MentoringHome, mentor: MentoringHome) -> None:
    """What importing the mentor's file does."""
    for document in mentor.journal.documents:
        after = link(home.journal.documents[-1])
        home.journal.documents.append(imported(document, home.clock.read().at, after))
