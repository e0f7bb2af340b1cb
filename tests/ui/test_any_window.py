"""A window is dragged about: every size is drawn, even before a widget has heard of it."""

from __future__ import annotations

from collections.abc import AsyncIterator, Callable
from contextlib import AbstractAsyncContextManager, asynccontextmanager
from pathlib import Path

import pytest
from textual.geometry import Size

from tests.ui.driving import Driven, driven
from tests.ui.hosting import hosted
from tests.ui.journals import write_three
from tests.ui.planning import planned
from tests.ui.stillness import draw_at_once
from tests.ui.writing import writing

SIZES = [Size(width, height) for width in (0, 1, 2, 3, 5, 8, 21) for height in (1, 2, 4, 9)]
Open = Callable[[Path], AbstractAsyncContextManager[Driven]]


@asynccontextmanager
async def home_screen(home: Path) -> AsyncIterator[Driven]:
    """Home, with a plan and what was debriefed."""
    await write_three(home)
    async with planned(home, below=None) as app:
        await app.press("escape")
        yield app


@asynccontextmanager
async def journal(home: Path) -> AsyncIterator[Driven]:
    """The journal, with entries."""
    await write_three(home)
    async with driven(home, (80, 24), "journal") as app:
        yield app


@asynccontextmanager
async def live(home: Path) -> AsyncIterator[Driven]:
    """A session that runs."""
    async with hosted(home) as stage:
        yield stage.app


OPEN: dict[str, Open] = {
    "home": home_screen,
    "plan": planned,
    "live": live,
    "journal": journal,
    "library": lambda home: driven(home, (80, 24), "library"),
    "protocol": writing,
}


@pytest.mark.parametrize("name", OPEN)
async def test_every_size_is_drawn(home: Path, name: str) -> None:
    """The list, panels and key line of a screen, at sizes where a part of it has no cell."""
    async with OPEN[name](home) as app:
        for size in (*SIZES, *reversed(SIZES), Size(80, 24)):
            draw_at_once(app.app.screen, size)
        await app.settle()
        assert app.text().strip()
