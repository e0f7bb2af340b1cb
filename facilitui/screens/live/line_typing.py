"""What a line that is typed while a session runs asks of the screen it is typed on."""

from __future__ import annotations

from typing import TYPE_CHECKING

from textual import on
from textual.events import ScreenSuspend

from facilitui.core.unkept import Unkept
from facilitui.widgets.line_entry import LineEntry
from facilitui.widgets.paper_screen import PaperScreen

if TYPE_CHECKING:
    from facilitui.screens.live.lines import Lines


class LineTyping(PaperScreen):
    """A screen with one line, which is kept while it is typed and taken when complete."""

    entry: LineEntry
    """The line."""
    lines: Lines
    """What is typed in it."""

    @on(LineEntry.Typed)
    async def _keep_line(self, event: LineEntry.Typed) -> None:
        await self.lines.keep(event.purpose, event.text)

    @on(LineEntry.Entered)
    async def _take_line(self, event: LineEntry.Entered) -> None:
        await self.lines.take(event.purpose, event.text)

    @on(LineEntry.Closed)
    async def _line_left(self, event: LineEntry.Closed) -> None:
        await self.lines.left(event.purpose, event.text)

    @on(ScreenSuspend)
    def _hand_on(self) -> None:
        self.entry.hand_on()

    async def unkept(self) -> tuple[Unkept, ...]:
        """Nothing of its own: half lines are remembered, and asked for, with those of all."""
        await self.lines.keep_all()
        return ()
