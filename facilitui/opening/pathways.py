"""Making the screens and forms of enrolments in pathways."""

from __future__ import annotations

from typing import TYPE_CHECKING

from facilitui.opening.evidence import OpeningEvidence
from facilitui.opening.sessions import AnyScreen

if TYPE_CHECKING:
    from facilitui.core.pathways.form_drafts import FormDraft
    from facilitui.core.pathways.log_entry import Slot
    from facilitui.core.pathways.pathway import Pathway
    from facilitui.screens.dialogs.entry_form import EntryDialog
    from facilitui.screens.dialogs.pathway_page import PathwayPageDialog


class OpeningPathways(OpeningEvidence):
    """Enrolments, their boards and their forms. All may raise FacilituiError."""

    async def pathways(self) -> AnyScreen:
        """All enrolments."""
        from facilitui.screens.pathway.list import PathwaysScreen

        return PathwaysScreen(self.services.progressing)

    async def board(self, enrolment: str) -> AnyScreen:
        """Where one enrolment stands."""
        from facilitui.screens.pathway.board import BoardScreen

        return BoardScreen(self.services.progressing, enrolment)

    async def cycles(self, enrolment: str) -> AnyScreen:
        """The cycles of an enrolment, part by part."""
        from facilitui.screens.pathway.cycles import CyclesScreen

        services = self.services
        return CyclesScreen(services.progressing, services.pathway_log, enrolment)

    async def roster(self, enrolment: str) -> AnyScreen:
        """Who takes part in an enrolment."""
        from facilitui.screens.pathway.roster import RosterScreen

        services = self.services
        return RosterScreen(services.progressing, services.pathway_log, enrolment)

    def pathway_page(self, pathway: Pathway, yes: str = "") -> PathwayPageDialog:
        """All that a pathway asks for; `yes` is the word for what enter does, if anything."""
        from facilitui.screens.dialogs.pathway_page import PathwayPageDialog

        return PathwayPageDialog(pathway, self.services.pathway_page, yes)

    async def enrolling(self, pathway: str) -> EntryDialog:
        """A new enrolment, to be filled in."""
        from facilitui.screens.dialogs.entry_form import EntryDialog

        return EntryDialog(await self.services.pathway_desk.enrol(pathway), "this enrolment")

    async def enrolment_form(self, which: FormDraft) -> EntryDialog:
        """Something of an enrolment, to be written down."""
        from facilitui.core.pathways.form_drafts import FormOf
        from facilitui.screens.dialogs.entry_form import EntryDialog

        what = "this enrolment" if which.form is FormOf.NEW else "this change"
        return EntryDialog(await self.services.pathway_desk.form(which), what)

    async def logging(
        self, enrolment: str, requirement: str, slot: Slot | None, entry: str
    ) -> EntryDialog:
        """Something to be logged under a requirement."""
        from facilitui.screens.dialogs.file_entry import FileEntryDialog

        log = self.services.pathway_log
        made = await log.form(enrolment, requirement, slot, entry)
        return FileEntryDialog(made, "this entry", "The file", log.read_file)

    async def roster_form(
        self, enrolment: str, at: str | None = None, which: int = 0
    ) -> EntryDialog:
        """Who takes part, to be written down; `at` whose line, where that is not all one.

        Of those of that name it is the one of that number, counted from 0.
        """
        from facilitui.screens.dialogs.roster_form import RosterDialog

        return RosterDialog(await self.services.pathway_log.roster(enrolment), at, which)
