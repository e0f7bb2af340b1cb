"""The keys that open or show something while a session runs, by the name their command gives.

Each is a function of the screen; one that grows has a file of its own beside this one.
"""

from __future__ import annotations

from collections.abc import Awaitable, Callable
from typing import TYPE_CHECKING

from facilitui.core.sessions import moves
from facilitui.screens.dialogs.kept import kept_page
from facilitui.screens.dialogs.page import PageDialog
from facilitui.screens.live.attending import one_more
from facilitui.screens.live.briefing import brief
from facilitui.screens.live.cards import words_for_the_moment
from facilitui.screens.live.ending import end
from facilitui.screens.live.for_room import copy_for_room
from facilitui.screens.live.jumping import jump_to_a_part
from facilitui.screens.live.leading import pass_the_lead
from facilitui.screens.live.looking import host_here
from facilitui.screens.live.norms import answer_for_norm, norms
from facilitui.screens.live.presses import NOTHING_TO_TAKE_BACK, Press, take_back
from facilitui.screens.live.prompts import hush
from facilitui.screens.live.quotes import quotes
from facilitui.screens.live.recovering import recover
from facilitui.screens.live.voices import voices
from facilitui.widgets.live_guide import live_script
from facilitui.widgets.live_page import LivePage

if TYPE_CHECKING:
    from facilitui.screens.live.screen import LiveScreen

Deed = Callable[["LiveScreen"], Awaitable[None]]


async def show_notes(screen: LiveScreen) -> None:
    """Show or hide what was kept; on a page of its own where there is no room beside."""
    if screen.has_class("-narrow"):
        screen.app.push_screen(kept_page(screen.view()))
    else:
        screen.notes_shown = not screen.notes_shown
        screen.refresh_view()


async def show_script(screen: LiveScreen) -> None:
    """Show all that is written for this step."""
    title, told = live_script(screen.view())
    screen.app.push_screen(PageDialog(title, told))


async def zoom(screen: LiveScreen) -> None:
    """Only the clock, the step and what is next."""
    screen.query_one(LivePage).zoom(screen.view())


async def more(screen: LiveScreen) -> None:
    """A minute more."""
    elapsed, _ = screen.hosted.now()
    await screen.press(Press(moves.one_minute_more(elapsed)))


async def undo(screen: LiveScreen) -> None:
    """Take back the last key, or before the start the last change of what is ready."""
    if screen.hosted.ready is None:
        await screen.press(take_back(screen.hosted.last_key))
        return
    words = screen.hosted.expect_as_before()
    screen.tell(f"taken back: {words}" if words else NOTHING_TO_TAKE_BACK)
    screen.refresh_view()


DEEDS: dict[str, Deed] = {
    "take_back": undo,
    "notes": show_notes,
    "script": show_script,
    "zoom": zoom,
    "recover": recover,
    "end": end,
    "more": more,
    "jump": jump_to_a_part,
    "lead": pass_the_lead,
    "arrived": one_more,
    "norm": norms,
    "norm_answer": answer_for_norm,
    "words": words_for_the_moment,
    "voices": voices,
    "hush": hush,
    "quotes": quotes,
    "copy_for_room": copy_for_room,
    "brief": brief,
    "host_here": host_here,
}
