"""Counting voices: off until it is switched on, by seat, only totals afterwards."""

from __future__ import annotations

from typing import TYPE_CHECKING

from facilitui.core.sessions.session import SessionState
from facilitui.core.sessions.voices import tally
from facilitui.core.told import people
from facilitui.screens.live.presses import NO_STEP
from facilitui.widgets.voice_line import VoiceLine

if TYPE_CHECKING:
    from facilitui.screens.live.screen import LiveScreen

WHAT_IS_COUNTED = "Counts voices by seat; shows only totals."
"""Short enough for sixty columns."""


async def voices(screen: LiveScreen) -> None:
    """Open the line that counts, or close it; what is counted is said the first time."""
    line, state = screen.query_one(VoiceLine), screen.hosted.state
    if not state.running:
        screen.tell(NO_STEP)
    elif line.is_open:
        line.close()
    else:
        line.open()
        if not state.voices:
            screen.tell(WHAT_IS_COUNTED, still=lambda: line.is_open)
    screen.refresh_view()


def no_such_seat(state: SessionState, seat: int) -> str:
    """That nobody sits there, and how many there are."""
    return f"There is no seat {seat}: {people(state.attendance, counted=state.counted)}."


def show_voices(screen: LiveScreen) -> None:
    """Show how many were heard; once the session has ended, its seats' keys are keys again."""
    line, state = screen.query_one(VoiceLine), screen.hosted.state
    if line.is_open and not state.running:
        line.close()
    screen.set_class(line.is_open, "-counting")
    line.show_tally(tally(state), state.attendance)
