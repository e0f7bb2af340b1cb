"""Counting voices: off until it is switched on, by seat, only totals afterwards."""

from __future__ import annotations

from typing import TYPE_CHECKING

from facilitui.screens.live.presses import NO_STEP
from facilitui.widgets.voice_line import VoiceLine

if TYPE_CHECKING:
    from facilitui.screens.live.screen import LiveScreen

WHAT_IS_COUNTED = "A seat's key counts who spoke, nothing more; only totals are shown later."


async def voices(screen: LiveScreen) -> None:
    """Open the line that counts, or close it; what is counted is said the first time."""
    line = screen.query_one(VoiceLine)
    if not screen.hosted.state.running:
        screen.tell(NO_STEP)
        return
    line.toggle()
    if line.is_open and not screen.hosted.state.voices:
        screen.tell(WHAT_IS_COUNTED)
    screen.refresh_view()
