"""What a key did, in plain words: as it is told when it is taken back."""

from __future__ import annotations

from collections.abc import Sequence

from facilitui.core.bodies import Body
from facilitui.core.sessions.events import Event
from facilitui.core.sessions.session import SessionState
from facilitui.core.sessions.starting import Prepared

KEY_WORDS = {
    "session_started": "the beginning",
    "host_notes": "the host's notes",
    "session_ended": "the end",
    "key_taken_back": "taking back a key",
    "gap_noticed": "a gap",
    "gap_decided": "what a gap counts for",
    "taken_over": "going on after a restart",
    "step_shown": "showing the step",
    "step_started": "starting the clock",
    "step_finished": "going on to the next step",
    "step_skipped": "leaving a step out",
    "step_reopened": "going back a step",
    "paused": "the pause",
    "resumed": "going on after the pause",
    "minutes_changed": "the change of minutes",
    "lead_changed": "the change of lead",
    "recovery_applied": "the recovery",
    "recovery_undone": "taking back the recovery",
    "attendance_taken": "how many are here",
    "norms_agreed": "the norms agreed on",
    "norm_added": "the norm added",
    "norm_watched": "the norm to watch",
    "norm_checked": "how a norm is doing",
    "norm_invoked": "the norm called on",
    "wait_opened": "the wait",
    "wait_closed": "the end of the wait",
    "marked": "the mark",
    "captured": "the capture",
    "capture_released": "the release of a capture",
    "parked": "what was parked",
    "voice_heard": "the voice counted",
    "prompt_dismissed": "a prompt dismissed",
}
"""By the kind of its first event. Every kind has its words."""
_BY_THE_WAY = "wait_closed"
"""What a step key does first where a wait is open; it is told only where it is all."""


def last_key_words(state: SessionState, events: Sequence[Event]) -> str:
    """What the key did that would be taken back next; empty where there is none."""
    if not state.keys:
        return ""
    kinds = _kinds_of_key(state.keys[-1], events)
    told = [kind for kind in kinds if kind != _BY_THE_WAY] or kinds
    return KEY_WORDS.get(told[0], "") if told else ""


def readied_words(before: Prepared, now: Prepared) -> str:
    """What was changed last of what is ready to begin."""
    if (before.attendance, before.counted) != (now.attendance, now.counted):
        return KEY_WORDS["attendance_taken"]
    changed_norm = before.plan.norms.watch != now.plan.norms.watch
    return KEY_WORDS["norm_watched"] if changed_norm else "the agenda for those who are here"


def _kinds_of_key(key: int, events: Sequence[Event]) -> list[str]:
    """What a key is made of, in order; looked for from the end, where the last keys are."""
    found: list[str] = []
    for event in reversed(events):
        if event.seq == key or (isinstance(event.body, Body) and event.body.part_of == key):
            found.insert(0, event.envelope.kind)
        if event.seq == key:
            break
    return found
