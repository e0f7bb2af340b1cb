"""After the end: which debrief of the session was written by now, and going on to one."""

from __future__ import annotations

from collections.abc import Awaitable, Callable
from dataclasses import replace
from datetime import datetime
from typing import TYPE_CHECKING

from facilitui.commands import Command
from facilitui.core.sessions.session import SessionState
from facilitui.core.told import short_day, wall_clock
from facilitui.messages.going import DebriefRequested
from facilitui.screens.live.coming import may
from facilitui.services.debriefs.debrief_facts import Written

if TYPE_CHECKING:
    from facilitui.screens.live.screen import LiveScreen

Debriefs = Callable[[str], Awaitable[Written | None]]
"""Tells which debrief of a session is in the journal."""
NOTHING: Written | None = None
"""What is written of a session that has not ended."""


async def _nothing(session: str) -> Written | None:
    return NOTHING


NO_JOURNAL: Debriefs = _nothing
"""Where none is kept, as of a rehearsal."""


async def look_again(screen: LiveScreen) -> None:
    """Have what was decided of the session, and written of it, since it was let go of."""
    await screen.hosted.look_again()
    screen.written = await screen.debriefs(screen.hosted.session)


async def debrief(screen: LiveScreen, *, door: bool) -> None:
    """Debrief the session, once it has ended."""
    if not may(screen, f"debrief({door})"):
        return
    if screen.hosted.state.ended_at is None:
        screen.tell(not_ended(screen.hosted.state))
    elif await screen.let_go():
        screen.post_message(DebriefRequested(screen.hosted.session, door))


def not_ended(state: SessionState) -> str:
    """Why there is no debrief yet, with the key that leads to one from here."""
    key = "e" if state.ahead else "n"
    does = "ends the session" if state.ahead or state.finished else "goes on to the end"
    return f"The debrief comes after the end; {key} {does}."


def written_told(written: Written | None, now: datetime) -> str:
    """Which debrief was written, and when; empty where none was."""
    if written is None:
        return ""
    name = "door debrief" if written.door else "debrief"
    at = written.at.astimezone(now.tzinfo) if written.at is not None else None
    day = f" {short_day(at, now.date())}" if at is not None and at.date() != now.date() else ""
    return f"{name} written{day}{f' {wall_clock(at)}' if at is not None else ''}"


def goes_on(written: Written | None) -> str:
    """What the key of the debrief is called."""
    if written is None:
        return "debrief now"
    return "full debrief" if written.door else "open it"


def ended_keys(keys: tuple[Command, ...], written: Written | None) -> tuple[Command, ...]:
    """The keys of a session that has ended; after a full debrief none at the door is offered."""
    named = (replace(e, word=goes_on(written)) if e.id == "live.debrief" else e for e in keys)
    whole = written is not None and not written.door
    return tuple(each for each in named if not (whole and each.id == "live.door"))
