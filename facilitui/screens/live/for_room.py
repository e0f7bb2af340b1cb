"""What the host hands the room: its own view over the host's screen, and a line to paste."""

from __future__ import annotations

from typing import TYPE_CHECKING

from facilitui.core import safe_text
from facilitui.core.sessions.room import RoomView, room_note, room_view, room_welcome
from facilitui.screens.live.cover import CoverScreen

if TYPE_CHECKING:
    from facilitui.screens.live.screen import LiveScreen

COPIED = "Copied, if your terminal allows it"
"""Some do not, and none says so."""


def room_of(screen: LiveScreen) -> RoomView:
    """What the room may see of the session, at this moment."""
    hosted = screen.hosted
    elapsed, now = hosted.now()
    if hosted.ready is not None:
        return room_welcome(hosted.ready, now)
    return room_view(hosted.state, elapsed, now)


def cover(screen: LiveScreen) -> None:
    """Show what the room may see in place of everything private."""
    screen.app.push_screen(CoverScreen(screen, lambda: room_of(screen)))


async def copy_for_room(screen: LiveScreen) -> None:
    """Copy the step, its minutes, the time it is over and the plan's link, to be pasted."""
    note = safe_text.lines(room_note(room_of(screen)))
    screen.app.copy_to_clipboard(note)
    screen.tell(f"{COPIED}: {', '.join(note.splitlines())}")
