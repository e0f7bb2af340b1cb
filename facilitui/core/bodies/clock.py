"""What happens to the parts of the agenda and their clocks."""

from __future__ import annotations

from pydantic import Field

from facilitui.core.base import Instant
from facilitui.core.bodies.base import Body
from facilitui.core.vocabulary import Visibility


class StepShown(Body):
    """A part's directions began: people move and listen, its clock waits."""

    kind = "step_shown"

    part: str = ""


class StepStarted(Body):
    """A part's clock began."""

    kind = "step_started"

    part: str = ""


class StepFinished(Body):
    """A part is done."""

    kind = "step_finished"

    part: str = ""


class StepSkipped(Body):
    """A part is left out."""

    kind = "step_skipped"

    part: str = ""


class StepReopened(Body):
    """The host went back to a part; it goes on with the time it had."""

    kind = "step_reopened"

    part: str = ""


class Paused(Body):
    """The part's clock stands still."""

    kind = "paused"


class Resumed(Body):
    """The part's clock goes on."""

    kind = "resumed"


class MinutesChanged(Body):
    """A part is to take so many minutes from now on."""

    kind = "minutes_changed"

    part: str = ""
    minutes: float = 0


class LeadChanged(Body):
    """Somebody else leads a block from now on."""

    kind = "lead_changed"
    visibility = Visibility.COFACILITATOR
    essential = False

    block: str = ""
    lead: str = ""


class RecoveryApplied(Body):
    """Future parts were changed together to win back time."""

    kind = "recovery_applied"

    minutes: dict[str, float] = Field(default_factory=dict)
    skipped: tuple[str, ...] = ()
    planned_end: Instant | None = None
    title: str = ""
    """What was chosen, as it was offered."""
    say: str = ""
    """The sentence for the room that came with it."""


class RecoveryUndone(Body):
    """A recovery was taken back as a whole."""

    kind = "recovery_undone"

    recovery: int = 0
    """The seq of the recovery."""
