"""Joining what is told and written of enrolments in pathways with the stores it needs."""

from __future__ import annotations

from functools import cached_property
from typing import TYPE_CHECKING

from facilitui.storage.chance import token_hex
from facilitui.wiring.review import ReviewWiring

if TYPE_CHECKING:
    from facilitui.core.overview import PathwayStep
    from facilitui.core.pathways.pathway import Pathway
    from facilitui.services.journal_entries import JournalEntries
    from facilitui.services.pathways.desk import PathwayDesk
    from facilitui.services.pathways.documents import PathwayDocuments
    from facilitui.services.pathways.last_deed import LastDeeds
    from facilitui.services.pathways.log_keeping import LogKeeping
    from facilitui.services.pathways.progressing import Progressing
    from facilitui.services.unopened import UnopenedDrafts


class PathwayWiring(ReviewWiring):
    """Enrolments in pathways, each service made when it is first used."""

    @cached_property
    def progressing(self) -> Progressing:
        """Where enrolments stand."""
        from facilitui.services.pathways.progressing import Progressing
        from facilitui.services.pathways.reading import PathwayReading

        documents = self.reviewing.documents
        reading = PathwayReading(documents, self.digests, self.session_plans, self.clock)
        return Progressing(reading, self.library, self.clock)

    @cached_property
    def pathway_desk(self) -> PathwayDesk:
        """Enrolling, and all that is said of an enrolment."""
        from facilitui.services.pathways.desk import PathwayDesk

        parts = (self.progressing, self._pathway_entries, self.library, self.groups, self.called)
        return PathwayDesk(*parts, self.clock, token_hex)

    @cached_property
    def pathway_log(self) -> LogKeeping:
        """What is logged for enrolments."""
        from facilitui.services.pathways.log_keeping import LogKeeping

        return LogKeeping(
            self.progressing,
            self._pathway_entries,
            self.sessions,
            self.attachments,
            self.withdrawing,
            self.clock,
            token_hex,
        )

    @cached_property
    def last_deeds(self) -> LastDeeds:
        """What was done last for an enrolment, and taking it back."""
        from facilitui.services.pathways.last_deed import LastDeeds

        parts = (self.pathway_desk, self._pathway_entries, self.withdrawing, self.clock)
        return LastDeeds(*parts)

    @cached_property
    def unopened(self) -> UnopenedDrafts:
        """What was typed into forms that cannot be opened any more."""
        from facilitui.services.unopened import UnopenedDrafts

        return UnopenedDrafts(self.drafts)

    @cached_property
    def pathway_documents(self) -> PathwayDocuments:
        """Documents of enrolments."""
        from facilitui.reports.pathway_papers import written_paper
        from facilitui.services.pathways.documents import PathwayDocuments

        parts = (self.progressing, self.reviewing.documents, self.exports, self.clock)
        return PathwayDocuments(*parts, written_paper)

    def pathway_page(self, pathway: Pathway, width: int) -> str:
        """All that a pathway says, in lines of at most so many cells."""
        from facilitui.reports.pathway_page import pathway_page
        from facilitui.reports.plain_text import plain_text

        return plain_text(pathway_page(pathway), width).rstrip("\n")

    async def pathway_steps(self) -> tuple[PathwayStep, ...]:
        """What Home shows of open enrolments; nothing is loaded or read for none."""
        documents = await self.reviewing.documents.all()
        if not any(each["kind"] == "enrolment" for each in documents.newest.values()):
            return ()
        from facilitui.services.pathways.first_steps import first_steps

        return first_steps(await self.progressing.all())

    @cached_property
    def _pathway_entries(self) -> JournalEntries:
        from facilitui.services.journal_entries import JournalEntries

        return JournalEntries(self.journal, self.drafts, self.clock, token_hex)
