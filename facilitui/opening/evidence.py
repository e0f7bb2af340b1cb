"""Making the screens of what belongs to a session's debrief."""

from __future__ import annotations

from typing import TYPE_CHECKING

from facilitui.opening.review import OpeningReview
from facilitui.opening.sessions import AnyScreen

if TYPE_CHECKING:
    from facilitui.screens.dialogs.observation import ObservationDialog
    from facilitui.services.debriefs.lenses import Lenses


class OpeningEvidence(OpeningReview):
    """Observations and attachments, ready to be shown. All may raise FacilituiError."""

    async def observation(self, session: str, entry: str) -> ObservationDialog:
        """An observation to be written; a new one where no entry is named."""
        from facilitui.screens.dialogs.observation import ObservationDialog

        observing = self.services.observing
        made = await observing.open(session, entry)
        wait = await observing.has_unsaved_scores(made.entry)
        return ObservationDialog(made, observing.read_recording, observing.lacks, scores_wait=wait)

    async def rivals(self, entry: str) -> AnyScreen:
        """The conflicting revisions of an entry, to be settled."""
        from facilitui.screens.lenses import RivalsScreen

        rivalling = self.services.rivalling
        return RivalsScreen(rivalling, await rivalling.open(entry))

    async def trends(self) -> AnyScreen:
        """What sessions show over time."""
        from facilitui.screens.trends import TrendsScreen

        return TrendsScreen(self.services.trending)

    async def attachments(self, session: str) -> AnyScreen:
        """What is attached to a session."""
        from facilitui.screens.dialogs.attachments import AttachmentsDialog

        attaching = self.services.attaching
        return AttachmentsDialog(attaching, session, await attaching.of(session))

    async def texts(self, lenses: Lenses) -> AnyScreen:
        """Two texts of one debrief, of which the second can be gone on with or thrown away."""
        from facilitui.screens.lenses import TextsScreen

        return TextsScreen(lenses)

    async def feedback(self, session: str, half: str = "") -> AnyScreen:
        """What participants said about a session; `half` of it is gone on with at once."""
        from facilitui.screens.dialogs.feedback import FeedbackDialog

        hearing = self.services.hearing
        heard = await hearing.heard(session)
        return FeedbackDialog(hearing, heard, self.services.series.ask_for, half)
