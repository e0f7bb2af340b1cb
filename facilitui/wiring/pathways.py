"""Joining what is told and written of enrolments in pathways with the stores it needs."""

from __future__ import annotations

from functools import cached_property
from typing import TYPE_CHECKING

from facilitui.storage.chance import token_hex
from facilitui.wiring.review import ReviewWiring

if TYPE_CHECKING:
    from facilitui.core.overview import PathwayStep
    from facilitui.core.paper_lines import PaperLine
    from facilitui.core.pathways.pathway import Pathway
    from facilitui.services.journals.journal_entries import JournalEntries
    from facilitui.services.pathways.desk import PathwayDesk
    from facilitui.services.pathways.documents import PathwayDocuments
    from facilitui.services.pathways.enrolment_changes import EnrolmentChanges
    from facilitui.services.pathways.enrolment_store import EnrolmentStore
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
        """Enrolling, and the forms of all that is said of an enrolment."""
        from facilitui.services.pathways.desk import PathwayDesk

        parts = (self.progressing, self.enrolment_store, self._pathway_entries)
        return PathwayDesk(*parts, self.library, self.groups, self.called, token_hex)

    @cached_property
    def pathway_changes(self) -> EnrolmentChanges:
        """Changes of an enrolment that no form is needed for."""
        from facilitui.services.pathways.enrolment_changes import EnrolmentChanges

        return EnrolmentChanges(self.progressing, self.enrolment_store, self.library)

    @cached_property
    def pathway_log(self) -> LogKeeping:
        """What is logged for enrolments."""
        from facilitui.services.pathways.log_keeping import LogKeeping

        return LogKeeping(
            self.progressing,
            self.enrolment_store,
            self._pathway_entries,
            self.sessions,
            self.attachments,
            self.withdrawing,
            token_hex,
        )

    @cached_property
    def last_deeds(self) -> LastDeeds:
        """What was done last for an enrolment, and taking it back."""
        from facilitui.services.pathways.last_deed import LastDeeds

        parts = (self.pathway_changes, self._pathway_entries, self.withdrawing, self.clock)
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

    def pathway_page(self, pathway: Pathway, width: int) -> tuple[PaperLine, ...]:
        """All that a pathway says below its name, in lines of at most so many cells."""
        from facilitui.reports.pathway_page import pathway_page
        from facilitui.reports.plain_text import paper_lines

        return tuple(paper_lines(pathway_page(pathway), width))

    async def pathway_steps(self) -> tuple[tuple[PathwayStep, ...], int]:
        """What Home shows of open enrolments, and how many are closed; for none nothing is read."""
        documents = await self.reviewing.documents.all()
        if not any(each["kind"] == "enrolment" for each in documents.newest.values()):
            return (), 0
        from facilitui.services.pathways.first_steps import first_steps

        enrolled = await self.progressing.all()
        return (steps := first_steps(enrolled)), len(enrolled) - len(steps)

    @cached_property
    def enrolment_store(self) -> EnrolmentStore:
        """Enrolments as they are saved."""
        from facilitui.services.pathways.enrolment_store import EnrolmentStore

        return EnrolmentStore(self._pathway_entries)

    @cached_property
    def _pathway_entries(self) -> JournalEntries:
        from facilitui.services.journals.journal_entries import JournalEntries

        return JournalEntries(self.journal, self.drafts, self.clock, token_hex)
