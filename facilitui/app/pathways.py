"""An application that shows enrolments in pathways, and lets them be written down."""

from __future__ import annotations

from collections.abc import Awaitable
from functools import partial
from typing import TYPE_CHECKING

from textual import on

from facilitui.app.asked_once import asked_once
from facilitui.app.evidence import EvidenceApp
from facilitui.core.errors import FacilituiError
from facilitui.messages import pathways as m
from facilitui.messages.going import Then
from facilitui.opening.screens import Opening

if TYPE_CHECKING:
    from facilitui.core.pathways.log_entry import Slot
    from facilitui.screens.dialogs.entry_form import EntryDialog


class PathwaysApp(EvidenceApp):
    """Enrolments, their boards, and the forms of what is written down for them."""

    _open_screen: Opening

    @on(m.PathwaysRequested)
    def _show_pathways(self) -> None:
        self.show(self._open_screen.pathways())

    @on(m.BoardRequested)
    def _show_board(self, event: m.BoardRequested) -> None:
        self.show(self._open_screen.board(event.enrolment))

    @on(m.CyclesRequested)
    def _show_cycles(self, event: m.CyclesRequested) -> None:
        self.show(self._open_screen.cycles(event.enrolment))

    @on(m.RosterRequested)
    def _show_roster(self, event: m.RosterRequested) -> None:
        self.show(self._open_screen.roster(event.enrolment))

    @on(m.PathwayRequested)
    @asked_once
    async def _read_pathway(self, event: m.PathwayRequested) -> None:
        await self.push_screen_wait(self._open_screen.pathway_page(event.pathway))

    @on(m.PathwayCardsRequested)
    @asked_once
    async def _read_cards(self, event: m.PathwayCardsRequested) -> None:
        from facilitui.screens.dialogs.pathway_page import CardsDialog

        await self.push_screen_wait(CardsDialog(event.pathway))

    @on(m.EnrolRequested)
    @asked_once
    async def _enrol(self) -> None:
        from facilitui.screens.dialogs.enrolling import which_pathway

        opening = self._open_screen
        services = opening.services
        offers = await self.tried(services.pathway_desk.offers())
        if offers is None:
            return
        shelf = await services.planning.shelf()
        asking = which_pathway(self, offers, shelf, opening.pathway_page)
        pathway = await self.tried(asking)
        entry = await self._written(opening.enrolling(pathway)) if pathway else ""
        if entry:
            self.show(opening.board(entry))

    @on(m.EnrolmentEditRequested)
    @asked_once
    async def _edit_enrolment(self, event: m.EnrolmentEditRequested) -> None:
        from facilitui.core.pathways.form_drafts import FormDraft, FormOf

        opening = self._open_screen
        about: str | None = event.about
        if event.form is FormOf.PHASE and not about:
            about = await self.tried(self._which_phase(event.enrolment))
        if about is not None:
            which = FormDraft(event.enrolment, event.form, about)
            dialog = await self._filled_in(opening.enrolment_form(which), which.name)
            if dialog is not None:
                closes = dialog.saved and event.form is FormOf.CLOSING
                purged = await self._purged_roster(event.enrolment) if closes else ""
                self._tell_saved_or(purged, dialog)

    async def _which_phase(self, enrolment: str) -> str | None:
        from facilitui.screens.dialogs.pathway_asking import which_phase

        return await which_phase(self, await self._open_screen.services.progressing.of(enrolment))

    async def _purged_roster(self, enrolment: str) -> str:
        """A group whose way is closed need not be named any more; what was purged, if anything."""
        from facilitui.screens.dialogs.pathway_asking import purged_roster

        if self.open_elsewhere:
            return ""
        services = self._open_screen.services
        purging = purged_roster(self, services.progressing, services.purging, enrolment)
        return await self.tried(purging) or ""

    @on(m.LogRequested)
    @asked_once
    async def _log_something(self, event: m.LogRequested) -> None:
        from facilitui.screens.dialogs.pathway_asking import which_slot

        opening, slot = self._open_screen, event.slot
        wanted = (event.enrolment, event.requirement)
        if slot is None and not event.entry:
            slot = await self.tried(which_slot(self, opening.services.progressing, *wanted))
        if slot is not None or event.entry:
            asked_anew = None if slot is None or slot.is_whole else slot
            making = opening.logging(*wanted, asked_anew, event.entry)
            await self._write_then(making, event.entry, event.then)

    @on(m.RosterEditRequested)
    @asked_once
    async def _edit_roster(self, event: m.RosterEditRequested) -> None:
        from facilitui.core.pathways.roster import roster_id

        making = self._open_screen.roster_form(event.enrolment, event.at, event.which)
        await self._write_then(making, roster_id(event.enrolment), event.then)

    @on(m.TickRequested)
    @asked_once
    async def _tick(self, event: m.TickRequested) -> None:
        from facilitui.screens.dialogs.checklist import tick_off

        opening, wanted = self._open_screen, (event.enrolment, event.requirement)

        async def write(item: Slot, entry: str) -> None:
            await self._written(opening.logging(*wanted, item, entry), entry)

        services = opening.services
        await self.tried(tick_off(self, services.progressing, services.pathway_log, *wanted, write))

    @on(m.SortRequested)
    @asked_once
    async def _sort(self, event: m.SortRequested) -> None:
        from facilitui.screens.dialogs.pathway_asking import sort_out

        services = self._open_screen.services
        sorting = sort_out(self, services.progressing, services.pathway_changes, event.enrolment)
        await self.told_of(sorting, event.then)

    @on(m.TakeBackRequested)
    @asked_once
    async def _take_back(self, event: m.TakeBackRequested) -> None:
        from facilitui.screens.dialogs.pathway_asking import taken_back

        deeds = self._open_screen.services.last_deeds
        await self.told_of(taken_back(self, deeds, event.enrolment), event.then)

    @on(m.ReopenRequested)
    @asked_once
    async def _reopen(self, event: m.ReopenRequested) -> None:
        reopening = self._open_screen.services.pathway_changes.reopen(event.enrolment)
        await self.told_of(reopening, event.then)

    @on(m.MoveRequested)
    @asked_once
    async def _move(self, event: m.MoveRequested) -> None:
        from facilitui.screens.dialogs.pathway_asking import moved

        changes = self._open_screen.services.pathway_changes
        await self.told_of(moved(self, changes, event.enrolment), event.then)

    @on(m.DocumentsRequested)
    @asked_once
    async def _write_document(self, event: m.DocumentsRequested) -> None:
        from facilitui.screens.dialogs.pathway_documents import write_document

        documents = self._open_screen.services.pathway_documents
        await self.tried(write_document(self, documents, event.enrolment))

    @on(m.CardRequested)
    @asked_once
    async def _write_card(self, event: m.CardRequested) -> None:
        from facilitui.screens.dialogs.pathway_documents import write_card

        documents = self._open_screen.services.pathway_documents
        await self.tried(write_card(self, documents, event.enrolment, event.cycle))

    async def _filled_in(
        self, making: Awaitable[EntryDialog], draft: str = ""
    ) -> EntryDialog | None:
        """A form that was filled in and left; None where it could not be made.

        What was typed into it before is the draft of that name, which may be thrown away then.
        """
        try:
            dialog = await making
        except FacilituiError as error:
            await self._not_opened(str(error), draft)
            return None
        await self.push_screen_wait(dialog)
        return dialog

    async def _not_opened(self, why: str, draft: str) -> None:
        from facilitui.screens.dialogs.unopened import UnopenedDialog

        unopened = self._open_screen.services.unopened
        typed = await unopened.typed(draft) if draft else ()
        if not typed:
            return self.say(why)
        dialog = UnopenedDialog(why, typed, partial(unopened.throw_away, draft))
        await self.push_screen_wait(dialog)
        if dialog.failed:
            self.say(dialog.failed)

    def _tell_saved_or(self, told: str, dialog: EntryDialog) -> None:
        """What came of it last is told, behind all that was asked."""
        if told:
            self.say(told, problem=False)
        else:
            self.tell_saved(dialog)

    async def _written(self, making: Awaitable[EntryDialog], draft: str = "") -> str:
        """Let a form be filled in; the id of its entry where it was saved, else empty."""
        dialog = await self._filled_in(making, draft)
        if dialog is None:
            return ""
        self.tell_saved(dialog)
        return dialog.entry if dialog.saved else ""

    async def _write_then(
        self, making: Awaitable[EntryDialog], draft: str, then: Then | None
    ) -> None:
        saved = await self._written(making, draft)
        if then is not None:
            then(saved)
