"""Driving the application over a home: its wiring, what stands on its screen, the steady state."""

from __future__ import annotations

import gc
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import pytest
from textual.message import Message
from textual.pilot import Pilot
from textual.screen import Screen
from textual.strip import Strip
from textual.widgets import Input, TextArea

from facilitui.app.application import FacilituiApp
from facilitui.bootstrap import Wiring
from facilitui.core.ports import Clock
from facilitui.opening.screens import AnyScreen, Opening
from facilitui.storage.disk import Disk
from facilitui.storage.paths import Home
from facilitui.widgets.form_choices import ChoiceField, ChoiceList
from facilitui.widgets.form_many import ManyField
from facilitui.widgets.form_texts import FormText
from facilitui.widgets.panel import Panel
from facilitui.widgets.paper_screen import PaperScreen
from facilitui.widgets.row_list import RowList
from tests.ui import remembered  # noqa: F401 - it takes its places
from tests.ui.stillness import forget, settled

gc.set_threshold(200_000, 20, 20)
"""While an application runs nothing is garbage; before the next one all of the last is. Looked for
then, few of its objects have left the processor's caches: that takes a third of the time."""

SIZES = ((60, 16), (80, 24), (120, 40))
SMALLEST = SIZES[:1]
"""What works and has room here does in any window that has more of it."""
FARTHEST = (SIZES[0], SIZES[-1])
"""One window shows a thing at a time, the other all beside one another."""
HOSTILE = (
    "[x] [/b] [@click=app.quit]Q1[/] [a=b \\ \x1b[31mred\x07 \u202eevil\u202c עברית 日本 "
    "👩🏽\u200d🏫 [/foo]"
)
"""Text that a careless screen would take as markup, as an action or as a terminal's control."""


class NoHome(Screen[None]):
    """Nothing, where Home would be read and drawn for nobody."""


Below = type[Screen[Any]] | None
"""What takes Home's place, if anything."""


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

    async def settle(self, *, seen: bool = True) -> None:
        """Wait until nothing is being read and everything is drawn, if it is to be `seen`."""
        await settled(self.pilot, seen=seen)

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

    async def put(self, text: str) -> None:
        """Put a text into the line or the answer that has the keys, whatever characters it has."""
        field = self.app.screen.focused
        assert isinstance(field, Input | TextArea), field
        if isinstance(field, Input):
            field.value = text
        else:
            field.text = text
        await self.settle()

    def page(self) -> str:
        """The whole page beside or in place of a list, with what is scrolled out of sight."""
        panel = self.app.screen.query_one("#reading", Panel)
        return "\n".join(line.plain for line in panel.lines(panel.content_size.width))

    @property
    def opening(self) -> Opening:
        """Every screen, made with the same services as the application's own."""
        return Opening(self.wiring)

    async def show(self, screen: AnyScreen, *, seen: bool = True) -> None:
        """Push a screen, then settle."""
        await self.app.push_screen(screen)
        await self.settle(seen=seen)

    @property
    def notice(self) -> str:
        """What the key line tells in place of the keys."""
        return self.screen.key_line.notice

    @property
    def keys_told(self) -> str:
        """The key line as it is read, all of its lines."""
        line = self.screen.key_line
        return "\n".join(each.plain for each in line.lines(line.content_size.width))

    def panel(self, name: str) -> str:
        """All lines of one panel."""
        panel = self.app.screen.query_one(f"#{name}", Panel)
        return "\n".join(line.plain for line in panel.lines(panel.content_size.width))

    def panels(self) -> str:
        """All lines of all panels of the screen on top, a dialog's included."""
        found = self.app.screen.query(Panel).results(Panel)
        return "\n".join(
            line.plain for panel in found for line in panel.lines(panel.content_size.width)
        )

    def row_list(self, name: str) -> RowList:
        """A list by its name."""
        return self.app.screen.query_one(f"#{name}", RowList)

    def rows(self, name: str, width: int = 200) -> str:
        """All rows of a list, with what is scrolled out of sight."""
        found = self.row_list(name).rows
        return "\n".join(line.plain for row in found for line in row.draw(width, False))

    async def fill(self, **fields: str) -> None:
        """Write into fields of the form on top, then be done with it."""
        for key, value in fields.items():
            field = self.app.screen.query_one(f"#field-{key}")
            assert isinstance(field, Input | ChoiceField | ChoiceList | ManyField | FormText), key
            if isinstance(field, ChoiceField | ChoiceList):
                assert value in dict(field.choices), (key, field.choices)
                field.choose(value)
            else:
                field.value = value
            assert field.value == value, key
        await self.press("escape")

    def sent(self, kind: type[Message]) -> list[Any]:
        """The messages of a kind, in the order they were sent, each once."""
        found = [each for each in self.seen if isinstance(each, kind)]
        return list({id(each): each for each in found}.values())


@asynccontextmanager
async def driven(
    home: Path,
    size: tuple[int, int] = (80, 24),
    mode: str = "home",
    *,
    clock: Clock | None = None,
    disk: Disk | None = None,
    below: Below = None,
) -> AsyncIterator[Driven]:
    """The application over a home, at a size, in a mode, with its own clock and disk if given.

    `below` takes Home's place where another screen is shown at once, and nobody goes back.
    """
    forget()
    gc.collect(0)
    wiring = Wiring(Home(home), clock=clock, disk=disk)
    with pytest.MonkeyPatch.context() as patch:  # no other mode is drawn before
        patch.setattr(FacilituiApp, "DEFAULT_MODE", mode)
        app = FacilituiApp(Opening(wiring), only=below)
    app.animation_level = "none"  # a plugin imports Textual before any test could say so
    seen: list[Message] = []
    try:
        async with app.run_test(size=size, message_hook=seen.append) as pilot:
            driving = Driven(app, pilot, wiring, seen)
            await driving.settle()
            yield driving
    finally:
        wiring.close()
