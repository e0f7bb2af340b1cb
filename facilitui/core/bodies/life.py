"""The life of a session: it begins, is taken over, stands still unseen, and ends."""

from __future__ import annotations

from pydantic import Field

from facilitui.core.base import Instant
from facilitui.core.bodies.base import Body, HostAnchor
from facilitui.core.plans.agenda import AgendaBlock
from facilitui.core.plans.plan import Evidence, Goal
from facilitui.core.vocabulary import Mode, Question, Visibility


class SessionStarted(Body):
    """The session began. Carries all that the fold needs, so that it reads no library."""

    kind = "session_started"
    visibility = Visibility.COFACILITATOR

    session: str = ""
    plan: str = ""
    """The plan's file name without its folder."""
    title: str = ""
    purpose: str = ""
    planned_start: Instant | None = None
    planned_end: Instant | None = None
    zone: str = ""
    mode: Mode = Mode.IN_PERSON
    host: str = ""
    """The facilitator whom the plan names; empty where that is nobody, or not clear."""
    link: str = ""
    """Where people meet or find what they work with, for all of them."""
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
