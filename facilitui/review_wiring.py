"""Joining what reads the journal, alone or with a mentor, with the stores it needs."""

from __future__ import annotations

import asyncio
from functools import cached_property
from secrets import token_hex
from typing import TYPE_CHECKING

from facilitui.evidence_wiring import EvidenceWiring

if TYPE_CHECKING:
    from facilitui.core.mentoring_ports import ExportRead
    from facilitui.services.file_review import FileReview
    from facilitui.services.joining import Joining
    from facilitui.services.mentoring import Mentoring
    from facilitui.services.reviewing import Reviewing
    from facilitui.services.rivalling import Rivalling
    from facilitui.services.taking_along import TakingAlong


class ReviewWiring(EvidenceWiring):
    """One's own journal and other people's, each made when it is first used."""

    @cached_property
    def reviewing(self) -> Reviewing:
        """Reading the journal."""
        from facilitui.services.reviewing import Reviewing

        return Reviewing(self.journal, self.clock, self.drafts, self.digests)

    @cached_property
    def joining(self) -> Joining:
        """Other people's and other machines' journals, taken in."""
        from facilitui.services.joining import Joining

        return Joining(self.outside, self.journal, self.clock)

    @cached_property
    def taking_along(self) -> TakingAlong:
        """What the journal shows, as a file."""
        from facilitui.reports.entry_revisions import revision_markdown
        from facilitui.services.taking_along import TakingAlong

        return TakingAlong(self.reviewing, self.exports, self.clock, revision_markdown)

    @cached_property
    def rivalling(self) -> Rivalling:
        """Conflicting revisions, settled."""
        from facilitui.services.rivalling import Rivalling

        return Rivalling(self.journal, self.sessions, self.clock, token_hex)

    @cached_property
    def mentoring(self) -> Mentoring:
        """One's own journal, to be reviewed with a mentor."""
        from facilitui.services.journal_entries import JournalEntries
        from facilitui.services.mentoring import Mentoring

        entries = JournalEntries(self.journal, self.drafts, self.clock, token_hex)
        return Mentoring(
            self.journal,
            self.reviewing,
            entries,
            self.looked,
            self.own_name,
            self.clock,
            token_hex,
            self.exports,
        )

    async def file_review(self, file: str, whose: str = "") -> FileReview:
        """Another person's journal in a file, read once.

        `whose` is the name that a mentor gives. Raises NotFound, InputProblems, or WhoseUnknown
        where nobody else can tell whose it is.
        """
        known = self._file_reviews.get(file)
        if known is None:
            name, read = self._not_opened.get(file) or await self._read_review(file)
            self._not_opened[file] = name, read
            known = self._file_reviews[file] = await self._review_of(name, read, whose)
            del self._not_opened[file]
        return known

    @cached_property
    def _file_reviews(self) -> dict[str, FileReview]:
        return {}

    @cached_property
    def _not_opened(self) -> dict[str, tuple[str, ExportRead]]:
        """Files that were read, until it is known whose they are."""
        return {}

    async def _review_of(self, name: str, read: ExportRead, whose: str) -> FileReview:
        from facilitui.services.file_review import FileReview
        from facilitui.services.known_again import place_of

        place = await place_of(self.reviews, name, read, whose)
        return FileReview(name, read, place, self.own_name, self.exports, self.clock, token_hex)

    async def _read_review(self, file: str) -> tuple[str, ExportRead]:
        from facilitui.core.planning_ports import EXPORT
        from facilitui.storage.backed_up_journal import BEGINNING, read_backup
        from facilitui.storage.export_reading import read_export
        from facilitui.storage.named_files import path_meant

        name, data = await self.outside.read(file, EXPORT)
        if data.startswith(BEGINNING):
            return name, await asyncio.to_thread(read_backup, path_meant(file))
        return name, await asyncio.to_thread(read_export, name, data)
