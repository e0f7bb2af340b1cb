"""Another person's journal out of a file, read only, with what one wrote to it oneself."""

from __future__ import annotations

from collections.abc import AsyncIterator
from typing import Any

from facilitui.core.errors import NotSaved
from facilitui.core.journals.journal import Document
from facilitui.core.journals.journal_faults import Finding
from facilitui.core.journals.journal_ports import Imported, Journal, JournalContents
from facilitui.core.reviews.mentoring_ports import ExportRead
from facilitui.core.reviews.other_journal import given_here, joined
from facilitui.core.sessions.session_digest import Ran, SessionDigest

READ_ONLY = "this is another person's journal and is only read; answers and notes are kept apart"


class NoLogs:
    """The sessions of a journal that came without their logs."""

    async def digests(self) -> tuple[SessionDigest, ...]:
        """None."""
        return ()

    async def ran(self) -> Ran:
        """Nothing."""
        return Ran()


class FileJournal:
    """A journal (`facilitui.core.journals.journal_ports.Journal`) that nothing can be written
    to."""

    def __init__(self, read: ExportRead, own: Journal) -> None:
        """`own` holds answers and notes; those to what was read are joined to it."""
        self._read, self._own = read, own
        self._joined: tuple[JournalContents, JournalContents] | None = None
        """What one wrote oneself, and all of it with that, as it was joined last."""

    async def contents(self) -> JournalContents:
        """What is in the file, then what one wrote oneself; the same while nothing changes."""
        ours = await self._own.contents()
        if self._joined is None or self._joined[0] is not ours:
            self._joined = ours, self._with(ours)
        return self._joined[1]

    def _with(self, ours: JournalContents) -> JournalContents:
        theirs = self._read.contents
        given = given_here((each for _, each in theirs.documents), ours.documents)
        documents = joined(theirs.documents, given)
        return JournalContents(documents, (*theirs.problems, *ours.problems), ours.unread)

    async def own(self) -> tuple[Document, ...]:
        """What one wrote oneself to what is in the file, every revision of it."""
        theirs, ours = self._read.contents.documents, await self._own.contents()
        return tuple(d for _, d in given_here((each for _, each in theirs), ours.documents))

    @property
    def changed(self) -> tuple[Document, ...]:
        """What of the file was changed after it was sealed, and is not among its contents."""
        return self._read.changed

    async def newest_first(self) -> AsyncIterator[JournalContents]:
        """All of it at once: it is in memory."""
        yield await self.contents()

    async def save(self, **_: Any) -> Document:
        """Raises NotSaved, always."""
        raise NotSaved(READ_ONLY)

    async def verify(self) -> tuple[Finding, ...]:
        """What does not hold of the file, and of what one wrote oneself."""
        return (*self._read.findings, *await self._own.verify())

    async def import_lines(self, *_: Any, **__: Any) -> Imported:
        """Raises NotSaved, always."""
        raise NotSaved(READ_ONLY)
