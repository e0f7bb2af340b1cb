"""Coming to a session: what is said first, and which keys do nothing where it is only shown."""

from __future__ import annotations

from typing import TYPE_CHECKING

from facilitui.commands.live import LIVE_ENDED, LIVE_LOOKED_AT
from facilitui.core.told import unhosted

if TYPE_CHECKING:
    from facilitui.screens.live.screen import LiveScreen

_LOOKING = {command.action for command in (*LIVE_LOOKED_AT, *LIVE_ENDED)}


async def come(screen: LiveScreen) -> None:
    """Take up what is half typed, and say it; before it why nothing works, where that is so.

    What is wrong with a damaged session stands on its page.
    """
    hosted = screen.hosted
    half = "" if hosted.read_only else await screen.lines.begin()
    away = unhosted(hosted.away) if hosted.away and hosted.state.running else ""
    problem = "" if hosted.damaged else hosted.read_only or screen.settings.problem
    if told := problem or ". ".join(each for each in (half, away) if each):
        screen.tell(told, problem=bool(problem))


def may(screen: LiveScreen, action: str) -> bool:
    """Whether a key opens or shows something here; why not is said before anything is asked."""
    if not screen.hosted.read_only or action in _LOOKING:
        return True
    screen.tell(screen.hosted.read_only, problem=True)
    return False
