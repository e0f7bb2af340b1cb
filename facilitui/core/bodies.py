"""The bodies of events: everything that can happen in a session.

Every field has a default, so that the fold is total over bodies that were left out for a
follower or blanked in a purge. A body says who may see it, and whether a reader that does not
know its kind could still tell the session's state rightly (if not, it is essential).
"""

from __future__ import annotations

from typing import ClassVar

from pydantic import AwareDatetime, Field

from facilitui.core.agenda import AgendaBlock
from facilitui.core.base import Record
from facilitui.core.norms import Norm
from facilitui.core.plan import Evidence, Goal
from facilitui.core.vocabulary import Mode, Question, Visibility


class Body(Record):
    """What one event says."""

    kind: ClassVar[str]
    visibility: ClassVar[Visibility] = Visibility.ROOM
    essential: ClassVar[bool] = True

    part_of: int | None = None
    """The seq of the first event the same key made; that first one leaves it out."""


class HostAnchor(Record):
    """Where a host's clock stood at an event, so that elapsed time goes on after a restart."""

    boot_id: str = ""
    boot_seconds: float = 0
    machine: str = ""


class SessionStarted(Body):
    """The session began. Carries all that the fold needs, so that it reads no library."""

    kind = "session_started"
    visibility = Visibility.COFACILITATOR

    session: str = ""
    plan: str = ""
    """The plan's file name without its folder."""
    title: str = ""
    purpose: str = ""
    planned_start: AwareDatetime | None = None
    planned_end: AwareDatetime | None = None
    zone: str = ""
    mode: Mode = Mode.IN_PERSON
    sensitive: bool = False
    goals: tuple[Goal, ...] = ()
    evidence: tuple[Evidence, ...] = ()
    blocks: tuple[AgendaBlock, ...] = ()
    wait_targets: dict[Question, float] = Field(default_factory=dict)
    anchor: HostAnchor = Field(default_factory=HostAnchor)


class HostNotes(Body):
    """What only the host should know; apart, so that it can be left out."""

    kind = "host_notes"
    visibility = Visibility.HOST
    essential = False

    watch: dict[str, str] = Field(default_factory=dict)
    """What to watch for, by part."""
    aftercare: str = ""
    """What to come back to with people after a difficult conversation, as it was planned."""


class SessionEnded(Body):
    """The session is over; after it only decisions about the record are added."""

    kind = "session_ended"


class AttendanceTaken(Body):
    """How many are in the room from now on."""

    kind = "attendance_taken"

    count: int = 0


class NormsAgreed(Body):
    """The norms the group starts from, and the one to watch."""

    kind = "norms_agreed"
    essential = False

    norms: tuple[Norm, ...] = ()
    watch: str = ""


class NormAdded(Body):
    """A norm of the group's own."""

    kind = "norm_added"
    essential = False

    norm: Norm | None = None


class NormInvoked(Body):
    """Somebody called on a norm."""

    kind = "norm_invoked"
    visibility = Visibility.COFACILITATOR
    essential = False

    norm: str = ""


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
    essential = False

    block: str = ""
    lead: str = ""


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
    """A capture may be quoted, with consent."""

    kind = "capture_released"
    visibility = Visibility.HOST
    essential = False

    capture: int = 0
    """The seq of the capture."""


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


class RecoveryApplied(Body):
    """Future parts were changed together to win back time."""

    kind = "recovery_applied"

    minutes: dict[str, float] = Field(default_factory=dict)
    skipped: tuple[str, ...] = ()
    planned_end: AwareDatetime | None = None


class RecoveryUndone(Body):
    """A recovery was taken back as a whole."""

    kind = "recovery_undone"

    recovery: int = 0
    """The seq of the recovery."""


class KeyTakenBack(Body):
    """The session reads as if a key had never been pressed, its clock included."""

    kind = "key_taken_back"

    seq: int = 0
    """The seq of the key's first event."""


class GapNoticed(Body):
    """The program did not run for a while: a laptop slept, or it was restarted."""

    kind = "gap_noticed"
    essential = False

    seconds: float = 0


class GapDecided(Body):
    """Whether a gap counts as session time."""

    kind = "gap_decided"
    essential = False

    gap: int = 0
    """The seq of the gap."""
    counts: bool = True


class TakenOver(Body):
    """A host went on with the session: after a restart, or from another machine."""

    kind = "taken_over"

    anchor: HostAnchor = Field(default_factory=HostAnchor)


KINDS: dict[str, type[Body]] = {body.kind: body for body in Body.__subclasses__()}
"""Every kind of event that this version knows."""
