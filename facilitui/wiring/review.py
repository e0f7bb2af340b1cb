"""Joining what reads the journal, alone or with a mentor, with the stores it needs."""

from __future__ import annotations

import asyncio
from functools import cached_property
from typing import TYPE_CHECKING

from facilitui.storage.chance import token_hex
from facilitui.wiring.evidence import EvidenceWiring

if TYPE_CHECKING:
    from facilitui.core.overview import Begun
    from facilitui.core.reviews.mentoring_ports import ExportRead
    from facilitui.services.backups.joining import Joining
    from facilitui.services.files_seen import FilesSeen
    from facilitui.services.journals.reviewing import Reviewing
    from facilitui.services.journals.rivalling import Rivalling
    from facilitui.services.journals.taking_along import TakingAlong
    from facilitui.services.own_name import KnownName
    from facilitui.services.reviews.file_review import FileReview
    from facilitui.services.reviews.forgetting import Forgetting
    from facilitui.services.reviews.mentoring import Mentoring


class ReviewWiring(EvidenceWiring):
    """One's own journal and other people's, each made when it is first used."""

    @cached_property
    def reviewing(self) -> Reviewing:
        """Reading the journal."""
        from facilitui.services.journals.reviewing import Reviewing

        return Reviewing(self.journal, self.clock, self.drafts, self.digests, files=self.files_seen)

    @cached_property
    def files_seen(self) -> FilesSeen:
        """Whether logs and copies are those that entries were written over."""
        from facilitui.services.files_seen import FilesSeen

        return FilesSeen(self.journal, self.sessions, self.attachments)

    @cached_property
    def called(self) -> KnownName:
        """What somebody is called."""
        from facilitui.services.own_name import KnownName

        return KnownName(self.own_name)

    @cached_property
    def joining(self) -> Joining:
        """Other people's and other machines' journals, taken in."""
        from facilitui.services.backups.joining import Joining

        return Joining(self.outside, self.journal, self.reviews, self.called, self.clock)

    @cached_property
    def taking_along(self) -> TakingAlong:
        """What the journal shows, as a file."""
        from facilitui.reports.entry_revisions import revision_markdown
        from facilitui.services.journals.taking_along import TakingAlong

        parts = (self.reviewing, self.exports, self.called)
        return TakingAlong(*parts, self.clock, revision_markdown)

    @cached_property
    def rivalling(self) -> Rivalling:
        """Conflicting revisions, settled."""
        from facilitui.services.journals.rivalling import Rivalling

        return Rivalling(self.journal, self.sessions, self.clock, token_hex)

    @cached_property
    def forgetting(self) -> Forgetting:
        """Purges of what is kept of other people's journals."""
        from facilitui.services.journals.journal_entries import JournalEntries
        from facilitui.services.reviews.forgetting import Forgetting

        entries = JournalEntries(self.journal, self.drafts, self.clock, token_hex)
        return Forgetting(self.reviews, entries, self.clock, token_hex, self.purge_files)

    @cached_property
    def mentoring(self) -> Mentoring:
        """One's own journal, to be reviewed with a mentor."""
        from facilitui.services.journals.journal_entries import JournalEntries
        from facilitui.services.reviews.mentoring import Mentoring

        entries = JournalEntries(self.journal, self.drafts, self.clock, token_hex)
        return Mentoring(
            self.reviewing,
            entries,
            self.looked,
            self.called,
            self.clock,
            token_hex,
            self.exports,
        )

    async def begun_reviews(self) -> tuple[Begun, ...]:
        """Answers to other people's journals that are half written; nothing is loaded for none."""
        from facilitui.services.reviews.begun_reviews import begun_reviews

        return await begun_reviews(self.reviews) if self.home.own("reviews").is_dir() else ()

    async def reviewed_file(self, folder: str) -> str:
        """The file that was opened last of a journal that was answered. Raises NotFound."""
        from facilitui.services.reviews.begun_reviews import reviewed_file

        return await reviewed_file(self.reviews, folder)

    async def file_review(self, file: str, whose: str = "") -> FileReview:
        """Another person's journal in a file, as it is now.

        `whose` is the name that a mentor gives. What was read to ask for it, and what the command
        line opened for the screen, is handed on once. Raises NotFound, InputProblems, or
        WhoseUnknown where nobody else can tell whose it is.
        """
        from facilitui.core.reviews.other_journal import WhoseUnknown

        if (ready := self._file_reviews.pop(file, None)) is not None:
            return ready
        if file in self._not_opened:
            name, read = self._not_opened.pop(file)
        else:
            name, read = await self._read_review(file)
        try:
            return await self._review_of(file, name, read, whose)
        except WhoseUnknown:
            self._not_opened[file] = name, read
            raise

    async def ready_file_review(self, file: str) -> FileReview:
        """The same, kept for the screen that opens it next."""
        made = self._file_reviews[file] = await self.file_review(file)
        return made

    @cached_property
    def _file_reviews(self) -> dict[str, FileReview]:
        return {}

    @cached_property
    def _not_opened(self) -> dict[str, tuple[str, ExportRead]]:
        """Files that were read, until it is known whose they are."""
        return {}

    async def _review_of(self, file: str, name: str, read: ExportRead, whose: str) -> FileReview:
        from facilitui.services.reviews.file_review import FileReview
        from facilitui.services.reviews.known_again import place_of
        from facilitui.storage.named_files import path_meant

        path = "" if file == "-" else str(path_meant(file).absolute())
        place = await place_of(self.reviews, name, read, whose, path)
        return FileReview(name, read, place, self.called, self.exports, self.clock, token_hex)

    async def _read_review(self, file: str) -> tuple[str, ExportRead]:
        from facilitui.core.backups.backup import BEGINNING
        from facilitui.core.plans.planning_ports import EXPORT
        from facilitui.storage.backed_up_journal import read_backup
        from facilitui.storage.export_reading import read_export
        from facilitui.storage.named_files import path_meant

        name, data = await self.outside.read(file, EXPORT)
        if data.startswith(BEGINNING):
            return name, await asyncio.to_thread(read_backup, path_meant(file))
        return name, await asyncio.to_thread(read_export, name, data)
