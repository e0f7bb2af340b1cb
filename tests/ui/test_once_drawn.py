"""What is done once something is drawn is done for whoever is still there, shown or not."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest
from textual.app import App, ComposeResult
from textual.screen import Screen
from textual.widgets import Static

from facilitui.widgets.quiet import OnceDrawn


class SlowToDraw(Screen[None]):
    """A screen on which what waits for the next drawing waits until the test lets it go on."""

    def __init__(self) -> None:
        super().__init__()
        self.waiting: list[Callable[[], Any]] = []
        self.found: list[int] = []
        """How many rows there were, each time that was looked at."""
        self.soon = OnceDrawn(self, lambda: self.found.append(len(self.query("#rows"))))

    def compose(self) -> ComposeResult:
        """Something that goes before the screen does."""
        yield Static(id="rows")

    def call_after_refresh(self, callback: Callable[..., Any], *args: Any, **kwargs: Any) -> bool:
        """Keep the call until it is let go on."""
        self.waiting.append(callback)
        return True

    def on_unmount(self) -> None:
        """Be drawn at the worst moment: the widgets on it have gone, the screen has not."""
        self.drawn()

    def drawn(self) -> None:
        """Let all that waits go on."""
        for call in self.waiting:
            call()
        self.waiting.clear()


@pytest.mark.parametrize("shown", [True, False])
async def test_it_is_done_once_also_for_an_owner_that_is_hidden(shown: bool) -> None:
    """However often it was asked for; and again when it is asked for again."""
    screen, app = SlowToDraw(), App[None]()
    async with app.run_test() as pilot:
        await app.push_screen(screen)
        screen.display = shown
        for _ in range(2):
            screen.soon.ask()
            screen.soon.ask()
            screen.drawn()
        await pilot.pause()
        assert screen.found == [1, 1]


async def test_it_is_not_done_for_an_owner_whose_widgets_have_gone() -> None:
    """It was asked for, and then the screen was left."""
    screen, app = SlowToDraw(), App[None]()
    async with app.run_test():
        await app.push_screen(screen)
        screen.soon.ask()
        await app.pop_screen()
        assert screen.found == [] and not screen.waiting
