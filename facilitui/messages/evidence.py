"""What screens ask of the application about what belongs to a session's debrief."""

from __future__ import annotations

from typing import TYPE_CHECKING

from facilitui.messages.asked import Asked
from facilitui.messages.going import Then

if TYPE_CHECKING:
    from facilitui.services.debriefs.lenses import Lenses


class ObservationRequested(Asked):
    """Somebody wants to write down what was observed of a session."""

    session: str = ""
    """Empty where it is chosen in the form, or none of those here."""
    entry: str = ""
    """The one that is opened; empty where that is asked, if there are any."""


class AttachmentsRequested(Asked):
    """Somebody wants to see what is attached to a session, or to attach more."""

    session: str
    then: Then | None = None
    """Called once they are left."""


class ReportRequested(Asked):
    """Somebody wants a report of a session, for a reader who is still to be chosen."""

    session: str


SLIPS, EXAMPLE = "slips", "example"
"""What of participants' answers can be half written."""


class FeedbackRequested(Asked):
    """Somebody wants to see what participants said about a session, or to take more of it in."""

    session: str
    half: str = ""
    """Which of those above is gone on with at once; empty for none."""


class LensesRequested(Asked):
    """Somebody wants to see the debriefs of one session side by side."""

    session: str
    lens: str
    """The other person whose debrief stands beside one's own."""


class RivalsRequested(Asked):
    """Somebody wants to see conflicting revisions side by side."""

    entry: str
    """Whose; where it has none, those of another entry."""
    then: Then
    """Called once they are settled, with what is to be said of that; with None if they are not."""


class JournalFileRequested(Asked):
    """Somebody wants to take in what another journal exported, or a month that came back."""

    then: Then
    """Called once something was taken, or a file that is not needed any more is gone."""


TAKE, FORGET = "take", "forget"
"""What can become of a further text of a debrief."""


class TextsRequested(Asked):
    """Somebody wants to see two texts of one debrief side by side."""

    lenses: Lenses
    decided: Then
    """Called with what is to become of the second one, or None."""


class TrendsRequested(Asked):
    """Somebody wants to see what sessions show over time."""

    called = "trends"


class TakingAlongRequested(Asked):
    """Somebody wants a file of what the journal shows."""

    query: str
    group: str
    """The kinds that alone are shown; empty for all."""


class BackupRequested(Asked):
    """Somebody wants everything packed into one file."""


class RubricRequested(Asked):
    """Somebody wants to score themselves on a session, or to enter what an observer scored."""

    session: str
    observation: str = ""
    """The observation whose scores are wanted; empty for one's own."""
    then: Then | None = None
    """Called once they are left, with whether that is for the scores of somebody else."""
