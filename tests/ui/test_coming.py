"""What the command line asks for comes without Home, and no key begins a session unseen."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from pathlib import Path

import pytest
from textual.message import Message

from facilitui.app.application import FacilituiApp
from facilitui.bootstrap import Wiring
from facilitui.messages.going import NewPlanRequested, RunRequested
from facilitui.opening.screens import Opening
from facilitui.screens.coming import ComingScreen
from facilitui.screens.home import HomeScreen
from facilitui.screens.live import LiveScreen
from facilitui.storage.paths import Home
from facilitui.terminal import order as input_order
from facilitui.widgets.made_later import Ready
from tests.core.making import good_plan
from tests.ui.driving import HOSTILE, SMALLEST, Driven
from tests.ui.planning import planned
from tests.ui.stillness import settled
from tests.ui.test_input_order import post, slowly

RUN = RunRequested("work")


@asynccontextmanager
async def asked_for(
    home: Path,
    patch: pytest.MonkeyPatch,
    first: Message = RUN,
    *,
    title: str = "Microlab",
    size: tuple[int, int] = (80, 24),
) -> AsyncIterator[tuple[Driven, asyncio.Event]]:
    """The application with something on its way that comes once the event is set."""
    wiring = Wiring(Home(home))
    await wiring.plans.save("work", good_plan(zone=""), "")
    there = slowly(patch, wiring.hosting, "prepare_plan")
    app = FacilituiApp(Opening(wiring), first, coming=title)
    try:
        async with app.run_test(size=size) as pilot:
            yield Driven(app, pilot, wiring), there
    finally:
        wiring.close()


async def on_the_way(app: Driven) -> None:
    """Wait until the page that says what comes is drawn."""
    while "opening" not in app.text():
        await app.pilot.pause()


def shown(app: Driven) -> list[type]:
    """The screens, the lowest first."""
    return [type(each) for each in app.app.screen_stack]


@pytest.mark.parametrize("size", SMALLEST)
async def test_home_is_not_seen_before_what_was_asked_for(
    home: Path, size: tuple[int, int], monkeypatch: pytest.MonkeyPatch
) -> None:
    """An empty page says what comes, whatever it is called; behind it lies Home for later."""
    async with asked_for(home, monkeypatch, title=HOSTILE, size=size) as (app, there):
        await on_the_way(app)
        assert shown(app) == [HomeScreen, ComingScreen]
        assert app.text().split()[:2] == ["opening", "[x]"] and "new plan" not in app.text()
        there.set()
        await app.settle()
        assert shown(app) == [HomeScreen, LiveScreen]
        await app.press("escape")
        assert shown(app) == [HomeScreen] and "new plan" in app.text()


async def test_a_key_typed_before_the_ready_page_never_begins(
    home: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """What waits for the page is forgotten when that is drawn; the next one begins."""
    async with asked_for(home, monkeypatch) as (app, there):
        await on_the_way(app)
        post(app, "n", "pagedown", "n")
        there.set()
        await app.settle()
        assert shown(app) == [HomeScreen, LiveScreen]
        assert "not begun" in app.text() and not list(home.glob("sessions/*"))
        await app.press("n")
        assert "live" in app.text() and list(home.glob("sessions/*"))


async def test_a_key_that_waited_too_long_does_not_begin_either(
    home: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """On a slow machine keys go on to whatever there is, which has nothing for them."""
    monkeypatch.setattr(input_order, "MOST_LOOKS", 3)
    async with asked_for(home, monkeypatch) as (app, there):
        await on_the_way(app)
        post(app, "n", "n")
        while app.app.input_order.number < 2:
            await app.pilot.pause()
        assert shown(app) == [HomeScreen, ComingScreen]
        there.set()
        post(app, "n")
        await app.settle()
        assert "not begun" in app.text() and not list(home.glob("sessions/*"))


async def test_no_key_reaches_the_page_before_what_was_asked_for(
    home: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """However early: it would wander on to what comes in its place, and act there half made."""
    monkeypatch.setattr(input_order, "MOST_LOOKS", 10**6)
    async with asked_for(home, monkeypatch, Ready()) as (app, _):
        await on_the_way(app)
        post(app, "a")
        for _ in range(20):
            await app.pilot.pause()
        assert app.app.input_order.number == 0 and app.app.on_its_way.awaited


async def test_from_a_plan_no_key_begins_unseen_either(
    home: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """However a session is asked for."""
    async with planned(home) as app:
        there = slowly(monkeypatch, app.wiring.hosting, "prepare_plan")
        app.app.post_message(RUN)
        await app.pilot.pause()
        post(app, "n", "n")
        there.set()
        await settled(app.pilot)
        assert isinstance(app.app.screen, LiveScreen) and "not begun" in app.text()


async def test_home_may_be_read_before_anything_is_asked_for(
    home: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The news of it takes nothing away."""
    async with asked_for(home, monkeypatch, Ready()) as (app, _):
        await on_the_way(app)
        assert shown(app) == [HomeScreen, ComingScreen]


async def test_what_cannot_be_opened_is_told_on_home(
    home: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The page gives way, and the reason stands where one goes on."""
    async with asked_for(home, monkeypatch, RunRequested("gone")) as (app, there):
        there.set()
        await app.settle()
        assert shown(app) == [HomeScreen] and "gone" in app.notice


async def test_a_question_that_is_not_answered_leads_home(
    home: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Nothing is on its way any more."""
    async with asked_for(home, monkeypatch, NewPlanRequested()) as (app, _):
        await app.settle()
        assert shown(app)[:2] == [HomeScreen, ComingScreen] and len(shown(app)) == 3
        await app.press("escape")
        assert shown(app) == [HomeScreen]
