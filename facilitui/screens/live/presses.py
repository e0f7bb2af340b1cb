"""The keys that do one thing to a session at once: what they do, and what is said of it."""

from __future__ import annotations

from dataclasses import dataclass

from facilitui.core import moves


@dataclass(frozen=True, slots=True)
class Press:
    """A key's move."""

    decide: moves.Decide
    said: str = ""
    """What tells that it was done, where the screen does not show it."""
    nothing: str = ""
    """Why there was nothing to do."""


NO_STEP = "No step is running."
PRESSES: dict[str, Press] = {
    "back": Press(moves.back, nothing="There is no step before this one."),
    "pause": Press(moves.pause_or_resume, nothing="No clock is running."),
    "more": Press(lambda state: moves.change_minutes(state, 1)),
    "less": Press(lambda state: moves.change_minutes(state, -1)),
    "wait": Press(moves.open_or_close_wait, nothing=NO_STEP),
    "mark": Press(moves.mark, "marked"),
    "skip": Press(moves.skip, "left out; u takes it back"),
    "forward": Press(moves.forward),
    "end": Press(moves.end),
}
"""By the name that a command's action gives."""


def take_back(last_key: str) -> Press:
    """Take back the last key, whatever it did."""
    return Press(moves.take_back, f"taken back: {last_key}", "Nothing to take back.")


def invoke(norm: str) -> Press:
    """Call on a norm."""
    return Press(moves.invoke_norm(norm), "norm called on")
