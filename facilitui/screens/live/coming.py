"""Coming to a session: what is said first, and which keys do nothing where it is only shown."""

from __future__ import annotations

from typing import TYPE_CHECKING

from facilitui.commands.live import LIVE_DAMAGED, LIVE_ENDED, LIVE_LOOKED_AT, LIVE_UNHOSTED
from facilitui.core.told import unhosted
from facilitui.screens.live.looking import begin_to_look

if TYPE_CHECKING:
    from facilitui.screens.live.screen import LiveScreen
    from facilitui.services.sessions.hosted_session import HostedSession


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
    begin_to_look(screen)


def does(hosted: HostedSession, action: str) -> bool:
    """Whether an action does something to a session, or shows something of it, as it is here."""
    if not hosted.read_only:
        return True
    ended = LIVE_ENDED if hosted.state.ended_at is not None else ()
    copied = LIVE_DAMAGED if hosted.damaged else ()
    here = LIVE_UNHOSTED if hosted.unhosted else ()
    return action in {command.action for command in (*LIVE_LOOKED_AT, *ended, *copied, *here)}


def may(screen: LiveScreen, action: str) -> bool:
    """Whether a key opens or shows something here; why not is said before anything is asked."""
    if does(screen.hosted, action):
        return True
    screen.tell(screen.hosted.read_only, problem=True)
    return False
