"""Home's first frame waits for nothing that can be done behind it, and none is drawn in vain."""

from __future__ import annotations

from pathlib import Path

import pytest
import textual.screen
from textual.events import Ready

from facilitui.demo import SimulatedClock
from facilitui.screens.home import HomeScreen
from facilitui.widgets.panel import Panel
from tests.ui.driving import driven


async def test_nothing_is_read_while_nothing_can_be_seen(
    home: Path, clock: SimulatedClock, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Reading in a thread would hold up the frame that Textual still holds back."""
    held_back: list[int] = []
    read = HomeScreen._read_overview

    def noted(screen: HomeScreen) -> object:
        held_back.append(screen.app._batch_count)
        return read(screen)

    monkeypatch.setattr(HomeScreen, "_read_overview", noted)
    async with driven(home, clock=clock):
        assert held_back == [0]


async def test_the_first_frame_waits_for_no_turn_to_draw(
    home: Path, clock: SimulatedClock, monkeypatch: pytest.MonkeyPatch
) -> None:
    """What is to be drawn once all is laid out is drawn then, however seldom Textual draws."""
    monkeypatch.setattr(textual.screen, "UPDATE_PERIOD", 1000.0)
    async with driven(home, clock=clock) as app:
        screen = app.app.screen
        screen._dirty_widgets.add(screen.query_one("#head", Panel))
        await app.app._dispatch_message(Ready())
        assert not screen._dirty_widgets


async def test_what_is_held_back_still_has_to_be_drawn(home: Path, clock: SimulatedClock) -> None:
    """Drawing it meanwhile would show nothing and forget that it was to be drawn."""
    async with driven(home, clock=clock) as app:
        screen = app.app.screen
        head = screen.query_one("#head", Panel)
        with app.app.batch_update():
            screen._dirty_widgets.add(head)
            screen._compositor_refresh()
            assert head in screen._dirty_widgets
        await app.settle()
        assert head not in screen._dirty_widgets
