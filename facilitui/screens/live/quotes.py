"""Quotes: captures that may be told on, released one by one once the session has ended."""

from __future__ import annotations

from typing import TYPE_CHECKING

from facilitui.messages.going import QuotesRequested

if TYPE_CHECKING:
    from facilitui.screens.live.screen import LiveScreen

AFTERWARDS = "Quotes are released once the session has ended."


async def quotes(screen: LiveScreen) -> None:
    """Open the captures; the log is let go of, for each release takes it up by itself."""
    if screen.hosted.state.ended_at is None:
        screen.tell(AFTERWARDS)
    elif await screen.let_go():
        screen.post_message(QuotesRequested(screen.hosted.session))
