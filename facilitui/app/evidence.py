"""An application that shows what belongs to a session's debrief."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from textual import on

from facilitui.app.asked_once import asked_once
from facilitui.app.privacy import PrivacyApp
from facilitui.messages import evidence as m
from facilitui.messages.going import EntryRequested
from facilitui.opening.screens import Opening

if TYPE_CHECKING:
    from facilitui.screens.dialogs.observation import ObservationDialog


class EvidenceApp(PrivacyApp):
    """Scores, observations, attachments, participants' feedback, a second lens, and reports."""

    _open_screen: Opening

    @on(m.ObservationRequested)
    @asked_once
    async def _show_observation(self, event: m.ObservationRequested) -> None:
        dialog = await self._observation(event)
        if dialog is None:
            return
        await self.push_screen_wait(dialog)
        if dialog.told:
            self.say(dialog.told, problem=False)
        if dialog.scores:
            back = partial(self._lead_back, m.ObservationRequested(event.session, dialog.scores))
            self.post_message(m.RubricRequested(event.session, dialog.scores, back))

    def _lead_back(self, observation: m.ObservationRequested, elsewhere: object) -> None:
        """Back to the observation whose scores were left, unless those of another are wanted."""
        if not elsewhere:
            self.post_message(observation)

    async def _observation(self, event: m.ObservationRequested) -> ObservationDialog | None:
        """The form of the observation that is asked for; None where none is wanted or readable."""
        from facilitui.screens.dialogs.observation import which_observation

        opening = self._open_screen
        entry: str | None = event.entry
        if not entry:
            rows = await self.tried(opening.services.observing.rows(event.session))
            entry = None if rows is None else await which_observation(self, rows)
        if entry is None:
            return None
        return await self.tried(opening.observation(event.session, entry))

    @on(m.AttachmentsRequested)
    def _show_attachments(self, event: m.AttachmentsRequested) -> None:
        self.show(self._open_screen.attachments(event.session), event.then)

    @on(m.RubricRequested)
    def _show_rubric(self, event: m.RubricRequested) -> None:
        self.show(self._open_screen.rubric(event.session, event.observation), event.then)

    @on(m.LensesRequested)
    def _show_lenses(self, event: m.LensesRequested) -> None:
        self.show(self._open_screen.lenses(event.session, event.lens))

    @on(m.TextsRequested)
    def _show_texts(self, event: m.TextsRequested) -> None:
        self.show(self._open_screen.texts(event.lenses), event.decided)

    @on(m.TrendsRequested)
    def _show_trends(self) -> None:
        self.show(self._open_screen.trends(), self._open_entry)

    def _open_entry(self, entry: str | None) -> None:
        if entry:
            self.post_message(EntryRequested(entry, m.TrendsRequested()))

    @on(m.RivalsRequested)
    def _show_rivals(self, event: m.RivalsRequested) -> None:
        self.show(self._open_screen.rivals(event.entry), event.then)

    @on(m.JournalFileRequested)
    @asked_once
    async def _import_journal(self, event: m.JournalFileRequested) -> None:
        from facilitui.screens.dialogs.import_journal import import_journal

        await self.told_of(import_journal(self, self._open_screen.services.joining), event.then)

    @on(m.TakingAlongRequested)
    @asked_once
    async def _take_along(self, event: m.TakingAlongRequested) -> None:
        from facilitui.screens.dialogs.take_along import take_along

        taking = self._open_screen.services.taking_along
        await self.tried(take_along(self, taking, event.query, event.group))

    @on(m.BackupRequested)
    @asked_once
    async def _back_up(self) -> None:
        from facilitui.screens.dialogs.back_up import back_up

        await self.tried(back_up(self, self._open_screen.services.safekeeping))

    @on(m.FeedbackRequested)
    def _show_feedback(self, event: m.FeedbackRequested) -> None:
        self.show(self._open_screen.feedback(event.session, event.half))

    @on(m.ReportRequested)
    @asked_once
    async def _report(self, event: m.ReportRequested) -> None:
        from facilitui.screens.dialogs.report import report

        await self.tried(report(self, self._open_screen.services.reporting, event.session))
