"""Driving the application over a home: its wiring, what stands on its screen, the steady state."""

from __future__ import annotations

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from textual.message import Message
from textual.pilot import Pilot
from textual.strip import Strip

from facilitui.app import FacilituiApp
from facilitui.bootstrap import Wiring
from facilitui.opening import Opening
from facilitui.storage.paths import Home
from facilitui.widgets.panel import Panel
from facilitui.widgets.paper_screen import PaperScreen

SIZES = ((60, 16), (80, 24), (120, 40))
HOSTILE = (
    "[x] [/b] [@click=app.quit]Q1[/] [a=b \\ \x1b[31mred\x07 \u202eevil\u202c עברית 日本 "
    "👩🏽\u200d🏫 [/foo]"
)
"""Text that a careless screen would take as markup, as an action or as a terminal's control."""


@dataclass
class Driven:
    """An application that is running, and everything to look at it with."""

    app: FacilituiApp
    pilot: Pilot[None]
    wiring: Wiring
    seen: list[Message] = field(default_factory=list)
    """Every message that any widget was sent."""

    @property
    def screen(self) -> PaperScreen[Any]:
        """The screen on top."""
        screen = self.app.screen
        assert isinstance(screen, PaperScreen), screen
        return screen

    async def settle(self) -> None:
        """Wait until nothing is being read and everything is drawn."""
        while self.app._batch_count:  # Textual draws nothing right after a change of mode
            await self.pilot.pause(0.01)
        for _ in range(3):
            await self.pilot.pause()
            await self.app.workers.wait_for_complete()
        await self.pilot.pause()

    async def press(self, *keys: str) -> None:
        """Press keys, then settle."""
        await self.pilot.press(*keys)
        await self.settle()

    async def write(self, text: str) -> None:
        """Type a text into what has the focus, then settle."""
        await self.press(*("space" if each == " " else each for each in text))

    def text(self) -> str:
        """What a person reads on the whole screen."""
        strips: list[Strip] = self.app.screen._compositor.render_strips()
        return "\n".join(strip.text for strip in strips)

    def page(self) -> str:
        """The whole page beside or in place of a list, with what is scrolled out of sight."""
        panel = self.app.screen.query_one("#reading", Panel)
        return "\n".join(line.plain for line in panel.lines(panel.content_size.width))

    def sent(self, kind: type[Message]) -> list[Any]:
        """The messages of a kind, in the order they were sent, each once."""
        found = [each for each in self.seen if isinstance(each, kind)]
        return list({id(each): each for each in found}.values())


@asynccontextmanager
async def driven(
    home: Path, size: tuple[int, int] = (80, 24), mode: str = "home"
) -> AsyncIterator[Driven]:
    """The application over a home, at a size, in a mode."""
    wiring = Wiring(Home(home))
    app = FacilituiApp(Opening(wiring))
    seen: list[Message] = []
    try:
        async with app.run_test(size=size, message_hook=seen.append) as pilot:
            driving = Driven(app, pilot, wiring, seen)
            await driving.settle()
            if mode != "home":
                await app.switch_mode(mode)
                await driving.settle()
            yield driving
    finally:
        wiring.close()
