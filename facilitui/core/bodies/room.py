"""What people do: being there, norms, waits, marks, captures and voices."""

from __future__ import annotations

from facilitui.core.bodies.base import Body
from facilitui.core.library.norms import Norm, NormAnswer, NormMoment
from facilitui.core.vocabulary import Question, Visibility


class AttendanceTaken(Body):
    """How many are in the room from now on, or how many are expected until somebody counts."""

    kind = "attendance_taken"

    count: int = 0
    expected: bool = False
    """Whether that is only what was planned for, and nobody has counted yet."""


class NormsAgreed(Body):
    """The norms the group starts from, and the one to watch."""

    kind = "norms_agreed"
    essential = False

    norms: tuple[Norm, ...] = ()
    own: tuple[str, ...] = ()
    """Ids of those that are the group's own."""
    watch: str = ""


class NormAdded(Body):
    """A norm of the group's own."""

    kind = "norm_added"
    essential = False

    norm: Norm | None = None


class NormWatched(Body):
    """Another norm is the one to watch from now on."""

    kind = "norm_watched"
    essential = False

    norm: str = ""


class NormChecked(Body):
    """What the group said of the norm to watch, when it was asked."""

    kind = "norm_checked"
    visibility = Visibility.COFACILITATOR
    essential = False

    norm: str = ""
    moment: NormMoment | None = None
    answer: NormAnswer | None = None


class NormInvoked(Body):
    """Somebody called on a norm."""

    kind = "norm_invoked"
    visibility = Visibility.COFACILITATOR
    essential = False

    norm: str = ""


class WaitOpened(Body):
    """A deliberate silence began."""

    kind = "wait_opened"
    visibility = Visibility.COFACILITATOR
    essential = False

    question: Question | None = None
    target_seconds: float = 0


class WaitClosed(Body):
    """The silence ended, by hand, about a second either way."""

    kind = "wait_closed"
    visibility = Visibility.COFACILITATOR
    essential = False

    dropped: bool = False
    """Whether its length means nothing, as when the session was paused in it."""


class Marked(Body):
    """A moment to be told about later."""

    kind = "marked"
    visibility = Visibility.HOST
    essential = False

    note: str = ""


class Captured(Body):
    """A line typed at a moment; private until it is released."""

    kind = "captured"
    visibility = Visibility.HOST
    essential = False

    text: str = ""


class CaptureReleased(Body):
    """A capture may be quoted, with consent; or no longer."""

    kind = "capture_released"
    visibility = Visibility.HOST
    essential = False

    capture: int = 0
    """The seq of the capture."""
    withdrawn: bool = False
    """Whether the consent was taken back."""


class Parked(Body):
    """A question or topic put aside for later."""

    kind = "parked"
    visibility = Visibility.COFACILITATOR
    essential = False

    text: str = ""


class VoiceHeard(Body):
    """Somebody spoke; counted by seat, shown as totals only."""

    kind = "voice_heard"
    visibility = Visibility.COFACILITATOR
    essential = False

    seat: int = 0


class PromptDismissed(Body):
    """The host wants to see a prompt no more in this session."""

    kind = "prompt_dismissed"
    visibility = Visibility.HOST
    essential = False

    prompt: str = ""
