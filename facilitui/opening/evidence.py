"""Making the screens of what belongs to a session's debrief."""

from __future__ import annotations

from typing import TYPE_CHECKING

from facilitui.opening.review import OpeningReview
from facilitui.opening.sessions import AnyScreen

if TYPE_CHECKING:
    from facilitui.screens.dialogs.observation import ObservationDialog
    from facilitui.services.forgetting import Forgetting
    from facilitui.services.joining import Joining
    from facilitui.services.lenses import Lenses
    from facilitui.services.observing import ObservationRow
    from facilitui.services.purging import Purging
    from facilitui.services.reporting import Reporting
    from facilitui.services.safekeeping import Safekeeping
    from facilitui.services.taking_along import TakingAlong
    from facilitui.services.withdrawing import Withdrawing


class OpeningEvidence(OpeningReview):
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

    @property
    def taking_along(self) -> TakingAlong:
        """What the journal shows, as a file."""
        return self._services.taking_along

    @property
    def safekeeping(self) -> Safekeeping:
        """Everything backed up."""
        return self._services.safekeeping

    @property
    def joining(self) -> Joining:
        """Other journals taken in."""
        return self._services.joining

    async def rivals(self, entry: str) -> AnyScreen:
        """The conflicting revisions of an entry, to be settled."""
        from facilitui.screens.lenses import RivalsScreen

        rivalling = self._services.rivalling
        return RivalsScreen(rivalling, await rivalling.open(entry))

    async def trends(self) -> AnyScreen:
        """What sessions show over time."""
        from facilitui.screens.trends import TrendsScreen

        return TrendsScreen(self._services.trending)

    @property
    def withdrawing(self) -> Withdrawing:
        """Entries that are to count no more."""
        return self._services.withdrawing

    @property
    def forgetting(self) -> Forgetting:
        """Purges of what is kept of other people's journals."""
        return self._services.forgetting

    @property
    def purging(self) -> Purging:
        """What is to say nothing any more."""
        return self._services.purging

    async def attachments(self, session: str) -> AnyScreen:
        """What is attached to a session."""
        from facilitui.screens.dialogs.attachments import AttachmentsDialog

        attaching = self._services.attaching
        return AttachmentsDialog(attaching, session, await attaching.of(session))

    async def texts(self, lenses: Lenses) -> AnyScreen:
        """Two texts of one debrief, of which the second can be gone on with or thrown away."""
        from facilitui.screens.lenses import TextsScreen

        return TextsScreen(lenses)

    async def feedback(self, session: str, half: str = "") -> AnyScreen:
        """What participants said about a session; `half` of it is gone on with at once."""
        from facilitui.screens.dialogs.feedback import FeedbackDialog

        hearing = self._services.hearing
        heard = await hearing.heard(session)
        return FeedbackDialog(hearing, heard, self._services.series.ask_for, half)
