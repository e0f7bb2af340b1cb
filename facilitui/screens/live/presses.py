"""The keys that do one thing to a session at once: what they do, and what is said of it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from facilitui import text as t
from facilitui.core import bodies as b
from facilitui.core.plans.attending import here_told
from facilitui.core.sessions import moves
from facilitui.core.sessions.events import Event
from facilitui.core.sessions.session import SessionState


@dataclass(frozen=True, slots=True)
class Press:
    """A key's move."""

    decide: moves.Decide
    said: str = ""
    """What tells that it was done, where the screen does not show it."""
    nothing: str = ""
    """Why there was nothing to do."""
    stopped: str = ""
    """Why, where that is because the clock was stopped."""


NO_STEP = "No step is running."
NOTHING_TO_TAKE_BACK = "Nothing to take back."
STOPPED = "Paused; space goes on first."
WAIT_DROPPED = "Paused; the open wait is marked and not counted."
PRESSES: dict[str, Press] = {
    "back": Press(moves.back, nothing="There is no step before this one."),
    "pause": Press(moves.pause_or_resume, nothing="No clock is running."),
    "less": Press(lambda state: moves.change_minutes(state, -1)),
    "wait": Press(moves.open_or_close_wait, nothing=NO_STEP, stopped=STOPPED),
    "mark": Press(moves.mark, "marked"),
    "skip": Press(moves.skip, nothing=NO_STEP),
    "forward": Press(moves.forward),
    "end": Press(moves.end),
}
"""By the name that a command's action gives."""


def take_back(last_key: str) -> Press:
    """Take back the last key, whatever it did."""
    return Press(moves.take_back, f"taken back: {last_key}", NOTHING_TO_TAKE_BACK)


def invoke(norm: str) -> Press:
    """Call on a norm."""
    return Press(moves.invoke_norm(norm), "norm called on")


def told(press: Press, done: Sequence[Event], state: SessionState) -> str:
    """What is said once a key was obeyed: of what it wrote, where that says more than the key."""
    if not done:
        return press.stopped if state.paused and press.stopped else press.nothing
    bodies = [event.body for event in done]
    for body in bodies:
        if isinstance(body, b.AttendanceTaken):
            return here_told(state, body.count)
        if isinstance(body, b.LeadChanged):
            return f"{body.lead} leads"
        if isinstance(body, b.WaitClosed) and body.dropped:
            return WAIT_DROPPED
        if isinstance(body, b.WaitClosed) and len(bodies) == 1:
            return f"waited {state.waits[-1].lasted} s"
    if left_out := sum(isinstance(body, b.StepSkipped) for body in bodies):
        them = "it" if left_out == 1 else "them"
        return f"{t.plural(left_out, 'step')} left out; u takes {them} back"
    return press.said
