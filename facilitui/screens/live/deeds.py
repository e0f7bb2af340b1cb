"""The keys that open or show something while a session runs, by the name their command gives.

Each is a function of the screen; one that grows has a file of its own beside this one.
"""

from __future__ import annotations

from collections.abc import Awaitable, Callable
from typing import TYPE_CHECKING

from facilitui.core import moves
from facilitui.screens.dialogs.page import PageDialog
from facilitui.screens.live.asking import end_dialog
from facilitui.screens.live.attending import one_more
from facilitui.screens.live.cards import words_for_the_moment
from facilitui.screens.live.for_room import copy_for_room, cover
from facilitui.screens.live.jumping import jump_to_a_part
from facilitui.screens.live.leading import pass_the_lead
from facilitui.screens.live.norms import norms
from facilitui.screens.live.presses import PRESSES, Press
from facilitui.screens.live.prompts import hush
from facilitui.screens.live.quotes import quotes
from facilitui.screens.live.recovering import recover
from facilitui.screens.live.voices import voices
from facilitui.widgets.live_guide import live_script, note_lines

if TYPE_CHECKING:
    from facilitui.screens.live.screen import LiveScreen

NOTES_WIDTH = 46
"""Of the page that shows marks and captures on a narrow screen."""
Deed = Callable[["LiveScreen"], Awaitable[None]]


async def show_notes(screen: LiveScreen) -> None:
    """Show or hide what was kept; on a page of its own where there is no room beside."""
    if screen.has_class("-narrow"):
        lines = note_lines(screen.view(), NOTES_WIDTH)
        told = "\n".join(line.plain for line in lines[1:])
        screen.app.push_screen(PageDialog("Kept for later", told))
    else:
        screen.notes_shown = not screen.notes_shown
        screen.refresh_view()


async def show_script(screen: LiveScreen) -> None:
    """Show all that is written for this step."""
    title, told = live_script(screen.view())
    screen.app.push_screen(PageDialog(title, told))


async def zoom(screen: LiveScreen) -> None:
    """Only the clock, the step and what is next."""
    screen.toggle_class("-zoom")
    screen.call_after_refresh(screen.refresh_view)


async def end(screen: LiveScreen) -> None:
    """End the session, once it is confirmed."""

    async def end_if(yes: bool | None) -> None:
        if yes:
            await screen.press(PRESSES["end"])

    if screen.hosted.state.running:
        screen.app.push_screen(end_dialog(screen.hosted.state), end_if)


async def more(screen: LiveScreen) -> None:
    """A minute more."""
    elapsed, _ = screen.hosted.now()
    await screen.press(Press(moves.one_minute_more(elapsed)))


DEEDS: dict[str, Deed] = {
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
    "words": words_for_the_moment,
    "voices": voices,
    "hush": hush,
    "quotes": quotes,
    "cover": cover,
    "copy_for_room": copy_for_room,
}
