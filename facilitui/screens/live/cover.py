"""The cover: what the room may see, in place of everything that is private."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from textual.app import ComposeResult
from textual.binding import Binding
from textual.events import Key, Paste, Resize
from textual.screen import Screen

from facilitui.core.sessions.room import RoomView
from facilitui.screens.live.presses import PRESSES
from facilitui.widgets.coverable import Coverable
from facilitui.widgets.room_page import SAFE, RoomPage
from facilitui.widgets.terminal_title import set_title
from facilitui.widgets.ticks import Ticks, next_second

if TYPE_CHECKING:
    from facilitui.screens.live.screen import LiveScreen

STAY = {"escape", "pageup", "pagedown"}
"""Keys of the cover that are its own while a line is typed, too."""


class CoverScreen(Coverable, Screen[None]):
    """Lies over the host's screen, which stays as it is; the agenda can still be moved.

    What is being typed goes on in its line, unseen, and nothing is told here. A dialog that is
    covered waits: none of these keys is for it.
    """

    CSS_PATH = "cover.tcss"
    COMMANDS = set()
    BINDINGS = [
        Binding("x,escape", "app.cover", "uncover", show=False),
        Binding("n,pagedown", "next_step", "next", show=False),
        Binding("b,pageup", "press('back')", "back", show=False),
        Binding("space", "press('pause')", "pause", show=False),
    ]

    def __init__(self, live: LiveScreen, room: Callable[[], RoomView]) -> None:
        """`room` is what the room may see at the moment it is called."""
        super().__init__()
        self._live, self._room = live, room
        self._ticks = Ticks(self, 1.0, self._next_second, self._draw)

    def compose(self) -> ComposeResult:
        """One page."""
        yield RoomPage(id="room")

    async def on_mount(self) -> None:
        """Show it at once, in the terminal's title too."""
        set_title(self.app, f"{SAFE} · {self._live.hosted.title}")
        await self._draw()
        self._ticks.schedule()

    def _next_second(self) -> float:
        return next_second(self._live.hosted.state, *self._live.hosted.now())

    async def _draw(self) -> None:
        self.query_one(RoomPage).show_room(self._room(), self._live.hosted.lost)

    async def on_resize(self, event: Resize) -> None:
        """Fill the screen that there is now."""
        await self._draw()

    @property
    def _line_below(self) -> bool:
        """Whether a line was being typed when it was covered."""
        return self._live.lines.is_open and self.app.screen_stack[-2] is self._live

    async def on_key(self, event: Key) -> None:
        """While a line is open the keys are its own, as they were before it was covered."""
        if self._line_below and event.key not in STAY:
            event.stop()
            await self._live.lines.obey(event)

    async def on_paste(self, event: Paste) -> None:
        """What is pasted goes to the line, too."""
        if self._line_below:
            await self._live.lines.obey(event)

    async def action_press(self, name: str) -> None:
        """Move the agenda, as on the screen below."""
        await self._live.press(PRESSES[name])
        await self._moved()

    async def action_next_step(self) -> None:
        """Begin or go on; the end is asked about on the host's own screen only."""
        if not self._live.hosted.state.finished:
            await self._live.action_next_step()
            await self._moved()

    async def _moved(self) -> None:
        await self._draw()
        self._ticks.schedule()

    def change_cover(self) -> None:
        """Show the host's screen again, and whatever lay over it."""
        self._live.name_terminal()
        self.dismiss()
