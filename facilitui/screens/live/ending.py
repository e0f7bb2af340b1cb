"""Ending a session: confirmed first, and with it what becomes of lines that are half typed."""

from __future__ import annotations

from typing import TYPE_CHECKING

from facilitui.screens.live.asking import KEEP, LEAVE_OUT, end_dialog, half_typed_dialog
from facilitui.screens.live.presses import PRESSES

if TYPE_CHECKING:
    from facilitui.screens.live.screen import LiveScreen


async def end(screen: LiveScreen) -> None:
    """End the session, once it is confirmed."""

    async def end_if(yes: bool | None) -> None:
        if yes:
            await screen.press(PRESSES["end"])

    async def settle_and_end(choice: str | None) -> None:
        settled = choice in (KEEP, LEAVE_OUT) and await screen.lines.settle(keep=choice == KEEP)
        await end_if(settled)

    state, rehearsed = screen.hosted.state, screen.view().rehearsed
    half = {} if rehearsed else screen.lines.half
    if state.running and half:
        screen.app.push_screen(half_typed_dialog(state, half), settle_and_end)
    elif state.running:
        screen.app.push_screen(end_dialog(state, rehearsed=rehearsed), end_if)
