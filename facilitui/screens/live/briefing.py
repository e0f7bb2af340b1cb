"""The hand-over brief: written for a co-facilitator who takes over, and copied to be pasted."""

from __future__ import annotations

from typing import TYPE_CHECKING

from facilitui.messages.going import BriefRequested
from facilitui.screens.dialogs.page import PageDialog
from facilitui.screens.live.for_room import COPIED

if TYPE_CHECKING:
    from facilitui.screens.live.screen import LiveScreen
    from facilitui.services.sessions.briefing import Briefed

NOT_BEGUN = "Nothing runs yet: the run sheet is in the plan's hand-over."


async def brief(screen: LiveScreen) -> None:
    """Have the brief written, and show it; it is copied whether or not there is a file."""

    def handed(made: Briefed) -> None:
        screen.app.copy_to_clipboard(made.text)
        told = f"Written to {made.where}." if made.where else f"! {made.problem}."
        if screen.is_current:
            page = f"{told}\n{COPIED}.\n\n{made.text}"
            screen.app.push_screen(PageDialog("Hand-over brief", page))

    if screen.hosted.ready is not None:
        screen.tell(NOT_BEGUN)
    else:
        screen.post_message(BriefRequested(screen.hosted, handed))
