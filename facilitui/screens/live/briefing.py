"""The hand-over brief: written for a co-facilitator who takes over, and copied to be pasted."""

from __future__ import annotations

from typing import TYPE_CHECKING

from facilitui.messages import BriefRequested
from facilitui.screens.live.for_room import COPIED

if TYPE_CHECKING:
    from facilitui.screens.live.screen import LiveScreen
    from facilitui.services.briefing import Briefed

NOT_BEGUN = "Nothing runs yet: the run sheet is in the plan's hand-over."


async def brief(screen: LiveScreen) -> None:
    """Have the brief written; its text is on the clipboard whether or not there is a file."""

    def handed(made: Briefed) -> None:
        screen.app.copy_to_clipboard(made.text)
        if made.problem:
            screen.tell(f"{made.problem}. {COPIED}.", problem=True)
        else:
            screen.tell(f"{made.where.rpartition('/')[2]} is in exports. {COPIED}.")

    if screen.hosted.ready is not None:
        screen.tell(NOT_BEGUN)
    else:
        screen.post_message(BriefRequested(screen.hosted, handed))
