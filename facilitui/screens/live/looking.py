"""Looking on: a session that another copy hosts, as it goes on there, and going on with it here."""

from __future__ import annotations

from typing import TYPE_CHECKING

from facilitui.messages.going import ResumeRequested
from facilitui.services.sessions.looked_on import LookedOn
from facilitui.widgets.ticks import LOOK_SECONDS, Ticks

if TYPE_CHECKING:
    from facilitui.screens.live.screen import LiveScreen


def begin_to_look(screen: LiveScreen) -> None:
    """From now on show what another copy does with the session, where one hosts it."""
    if isinstance(screen.hosted, LookedOn):
        Ticks(screen, LOOK_SECONDS, lambda: LOOK_SECONDS, lambda: look(screen)).schedule()


async def look(screen: LiveScreen) -> None:
    """Look once, also while the screen is covered, and draw what is new."""
    hosted = screen.hosted
    if not isinstance(hosted, LookedOn):
        return
    before = hosted.followed.trouble
    if await hosted.look() and screen.is_running:
        _tell(screen, hosted, mended=bool(before))
        screen.refresh_view()
        screen.ticking.schedule()


def _tell(screen: LiveScreen, hosted: LookedOn, *, mended: bool) -> None:
    """Say what is wrong, and once it is mended who hosts it, for as long as anybody does."""
    if hosted.followed.trouble:
        screen.tell(hosted.followed.trouble, problem=True)
    elif hosted.unhosted or not hosted.state.running:
        screen.key_line.clear_problem()
    elif mended:
        screen.tell(hosted.read_only, problem=True)


async def host_here(screen: LiveScreen) -> None:
    """Go on with a session whose host is gone, by opening it again."""
    if screen.hosted.unhosted:
        screen.dismiss()
        screen.app.post_message(ResumeRequested(screen.hosted.session))
