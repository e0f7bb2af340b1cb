"""The bodies of events: everything that can happen in a session.

Every field has a default, so that the fold is total over bodies that were left out for a
follower or blanked in a purge. A body says who may see it, and whether a reader that does not
know its kind could still tell the session's state rightly (if not, it is essential).
"""

from __future__ import annotations

from facilitui.core.bodies.base import (
    Body,
    HostAnchor,
)
from facilitui.core.bodies.clock import (
    LeadChanged,
    MinutesChanged,
    Paused,
    RecoveryApplied,
    RecoveryUndone,
    Resumed,
    StepFinished,
    StepReopened,
    StepShown,
    StepSkipped,
    StepStarted,
)
from facilitui.core.bodies.life import (
    GapDecided,
    GapNoticed,
    HostNotes,
    KeyTakenBack,
    SessionEnded,
    SessionStarted,
    TakenOver,
)
from facilitui.core.bodies.room import (
    AttendanceTaken,
    Captured,
    CaptureReleased,
    Marked,
    NormAdded,
    NormChecked,
    NormInvoked,
    NormsAgreed,
    NormWatched,
    Parked,
    PromptDismissed,
    VoiceHeard,
    WaitClosed,
    WaitOpened,
)

__all__ = [
    "KINDS",
    "AttendanceTaken",
    "Body",
    "CaptureReleased",
    "Captured",
    "GapDecided",
    "GapNoticed",
    "HostAnchor",
    "HostNotes",
    "KeyTakenBack",
    "LeadChanged",
    "Marked",
    "MinutesChanged",
    "NormAdded",
    "NormChecked",
    "NormInvoked",
    "NormWatched",
    "NormsAgreed",
    "Parked",
    "Paused",
    "PromptDismissed",
    "RecoveryApplied",
    "RecoveryUndone",
    "Resumed",
    "SessionEnded",
    "SessionStarted",
    "StepFinished",
    "StepReopened",
    "StepShown",
    "StepSkipped",
    "StepStarted",
    "TakenOver",
    "VoiceHeard",
    "WaitClosed",
    "WaitOpened",
]

KINDS: dict[str, type[Body]] = {body.kind: body for body in Body.__subclasses__()}
"""Every kind of event that this version knows."""
