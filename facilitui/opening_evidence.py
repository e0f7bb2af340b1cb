"""Making the screens of what belongs to a session's debrief."""

from __future__ import annotations

from typing import TYPE_CHECKING

from facilitui.opening_sessions import AnyScreen, OpeningSessions

if TYPE_CHECKING:
    from facilitui.screens.dialogs.observation import ObservationDialog
    from facilitui.services.lenses import Lenses
    from facilitui.services.observing import ObservationRow
    from facilitui.services.reporting import Reporting


class OpeningEvidence(OpeningSessions):
    """Observations and attachments, ready to be shown. All may raise FacilituiError."""

    async def observations(self, session: str) -> tuple[ObservationRow, ...]:
        """The observations of a session; all of them where none is named."""
        return await self._services.observing.rows(session)

    async def observation(self, session: str, entry: str) -> ObservationDialog:
        """An observation to be written; a new one where no entry is named."""
        from facilitui.screens.dialogs.observation import ObservationDialog

        observing = self._services.observing
        made = await observing.open(session, entry)
        wait = await observing.has_unsaved_scores(made.entry)
        return ObservationDialog(made, observing.read_recording, scores_wait=wait)

    @property
    def reporting(self) -> Reporting:
        """Reports of sessions for others."""
        return self._services.reporting

    async def attachments(self, session: str) -> AnyScreen:
        """What is attached to a session."""
        from facilitui.screens.dialogs.attachments import AttachmentsDialog

        attaching = self._services.attaching
        return AttachmentsDialog(attaching, session, await attaching.of(session))

    async def texts(self, lenses: Lenses) -> AnyScreen:
        """Two texts of one debrief, of which the second can be gone on with or thrown away."""
        from facilitui.screens.lenses import TextsScreen

        return TextsScreen(lenses)

    async def feedback(self, session: str) -> AnyScreen:
        """What participants said about a session."""
        from facilitui.screens.dialogs.feedback import FeedbackDialog

        hearing = self._services.hearing
        return FeedbackDialog(hearing, await hearing.heard(session), self._services.series.ask_for)
