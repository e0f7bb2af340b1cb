"""The library as tests drive it: what it shows, its filters, the picker that Plan opens."""

from __future__ import annotations

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from pathlib import Path

from textual.widgets import Label

from facilitui.core.library.shelf_filter import ShelfFilter
from facilitui.core.vocabulary import Mode
from facilitui.screens.dialogs.number import NumberDialog
from facilitui.screens.library import ChoosingScreen, LibraryScreen
from tests.ui.driving import Driven, NoHome, driven

EVERY_KEY = "g group m minutes o meets p purpose s silence f ★"


def library(app: Driven) -> LibraryScreen:
    assert isinstance(app.screen, LibraryScreen)
    return app.screen


def filters(app: Driven) -> str:
    return " ".join(app.panel("filters").split())


def told_below(app: Driven) -> str:
    return " ".join(app.panel("more").split())


def count(app: Driven) -> str:
    return str(library(app).query_one("#count", Label).content)


async def say(app: Driven, key: str, number: str) -> None:
    """Answer a filter that asks for a number."""
    await app.press(key)
    assert isinstance(app.app.screen, NumberDialog)
    await app.put(number)
    await app.press("enter")


@asynccontextmanager
async def picking(home: Path, size: tuple[int, int], minutes: float = 0) -> AsyncIterator[Driven]:
    """The library as Plan opens it: for 20 people online."""
    async with driven(home, size, below=NoHome) as app:
        services = app.wiring
        wanted = ShelfFilter(20, Mode.ONLINE)
        screen = ChoosingScreen(
            services.planning, services.favourites, services.remembering.drifts, wanted, minutes
        )
        await app.show(screen)
        yield app
