"""Keys that come at once, as over a slow line, do what they do one by one, and once."""

from __future__ import annotations

import asyncio
from pathlib import Path
from typing import Any

import pytest
from textual.events import Key, Paste

from facilitui.app import asked_once
from facilitui.messages.going import NewPlanRequested
from facilitui.screens.dialogs.choose import ChooseDialog
from facilitui.screens.dialogs.form import FormDialog
from facilitui.screens.plan import PlanScreen
from facilitui.terminal import order as input_order
from facilitui.widgets.search_line import SearchLine
from tests.ui.driving import Driven, driven
from tests.ui.planning import planned, screen_of, titles


def slowly(patch: pytest.MonkeyPatch, service: Any, name: str) -> asyncio.Event:
    """From now on a store answers only once this was set."""
    there, answer = asyncio.Event(), getattr(service, name)

    async def wait(*asked: Any, **how: Any) -> Any:
        await there.wait()
        return await answer(*asked, **how)

    patch.setattr(service, name, wait)
    return there


def post(app: Driven, *keys: str) -> None:
    """Send keys without waiting for anything."""
    for key in keys:
        app.app.post_message(Key(key, key if len(key) == 1 else None))


async def held_back(app: Driven, *keys: str) -> None:
    """Only the first of these keys is passed on; the others wait until something answers."""
    before = app.app.input_order.number
    post(app, *keys)
    for _ in range(20):
        await app.pilot.pause()
    assert app.app.input_order.number == before + 1


async def at_once(app: Driven, *keys: str) -> None:
    """Send keys without waiting between them."""
    post(app, *keys)
    await app.settle()


async def test_what_opens_a_line_comes_before_what_is_typed_into_it(home: Path) -> None:
    """A letter never overtakes the key that opens the search; backspace takes the last one."""
    async with driven(home, (120, 40), "library") as app:
        app.app.post_message(Key("slash", "/"))
        await at_once(app, *"silenx", "backspace", "t")
        assert app.screen.query_one(SearchLine).value == "silent"


async def test_pasted_text_waits_for_the_keys_before_it(home: Path) -> None:
    """It goes where they lead."""
    async with driven(home, (120, 40), "library") as app:
        app.app.post_message(Key("slash", "/"))
        app.app.post_message(Paste("final word"))
        await app.settle()
        assert app.screen.query_one(SearchLine).value == "final word"


async def test_a_key_that_closes_what_it_was_for_holds_up_nothing(home: Path) -> None:
    """Whatever had the keys is gone; the next key reaches what was below it."""
    async with planned(home) as app:
        await app.press("e")
        assert isinstance(app.app.screen, FormDialog)
        first = screen_of(app).agenda.marked
        await at_once(app, "escape", "down")
        assert not isinstance(app.app.screen, FormDialog)
        assert screen_of(app).agenda.marked != first


async def test_what_is_asked_for_twice_is_asked_once(home: Path) -> None:
    """One dialog, and after its answer it can be asked again."""
    async with driven(home) as app:
        for _ in range(2):
            app.app.post_message(NewPlanRequested())
        await app.settle()
        shown = [type(each).__name__ for each in app.app.screen_stack]
        assert shown == ["HomeScreen", "ChooseDialog"]
        await app.press("escape")
        app.app.post_message(NewPlanRequested())
        await app.settle()
        assert type(app.app.screen).__name__ == "ChooseDialog"


async def test_what_is_typed_before_a_screen_is_there_is_for_that_screen(
    home: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """However long its file takes: a letter never becomes a command of the screen before."""
    async with planned(home, below=None) as app:
        await app.press("escape")
        before = list(app.app.screen_stack)
        there = slowly(monkeypatch, app.wiring.planning, "open")
        await held_back(app, "enter", "a", *"Norms")
        assert app.app.screen_stack == before
        there.set()
        await app.settle()
        assert isinstance(app.app.screen, FormDialog)
        assert app.app.screen.values["title"] == "Norms"
        await app.press("escape")
        assert "Norms" in titles(app)


async def test_what_is_typed_before_a_question_and_behind_its_answer_waits(
    home: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The name goes to the list that is still being read, the rest to the plan it opens."""
    async with driven(home) as app:
        read = slowly(monkeypatch, app.wiring.planning, "shelf")
        begun = slowly(monkeypatch, app.wiring.planning, "begin")
        await held_back(app, "n", *"empty")
        read.set()
        await app.settle()
        assert isinstance(app.app.screen, ChooseDialog) and "empty" in app.panel("head")
        await held_back(app, "enter", "a", *"new")
        begun.set()
        await app.settle()
        assert isinstance(app.app.screen, FormDialog)
        assert app.app.screen.values["title"] == "new"


async def test_what_takes_long_to_be_asked_says_so_where_one_waits(
    home: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Until it is asked, and again behind the answer; then the keys are there again."""
    monkeypatch.setattr(asked_once, "SOON_SECONDS", 0.001)
    async with driven(home) as app:
        there = app.screen
        read = slowly(monkeypatch, app.wiring.planning, "shelf")
        begun = slowly(monkeypatch, app.wiring.planning, "begin")
        for key, done, after in (("n", read, ChooseDialog), ("enter", begun, PlanScreen)):
            post(app, key)
            while there.key_line.notice != asked_once.A_MOMENT:
                await app.pilot.pause()
            done.set()
            await app.settle()
            assert isinstance(app.app.screen, after) and not there.key_line.notice


async def test_a_screen_that_never_comes_holds_up_keys_for_a_moment_only(
    home: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """They then do what they do where one is; nobody is locked in."""
    monkeypatch.setattr(input_order, "MOST_LOOKS", 3)
    async with planned(home, below=None) as app:
        await app.press("escape")
        there = slowly(monkeypatch, app.wiring.planning, "open")
        before = app.app.input_order.number
        post(app, "enter", "f1", "down")
        while app.app.input_order.number < before + 3:
            await app.pilot.pause()
        there.set()
        await app.settle()
        assert "HelpScreen" in {type(each).__name__ for each in app.app.screen_stack}


async def test_while_something_is_on_its_way_no_key_goes_to_the_page_below(
    home: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Long after it was said that one has to wait, which took two seconds before."""
    async with driven(home, below=None) as app:
        there = slowly(monkeypatch, app.wiring.planning, "shelf")
        post(app, "n", "j")
        order = app.app.input_order
        while not order._held:
            await app.pilot.pause()
        order._looks = 98
        for _ in range(9):
            await order._look()
            await app.pilot.pause()
        assert order.number == 1 and order._waiting
        there.set()
        await app.settle()
        assert order.number == 2 and isinstance(app.app.screen, ChooseDialog)


async def test_a_form_is_filled_in_and_left_before_it_was_seen(home: Path) -> None:
    """Its fields are made after it is drawn; the keys for them, and that which closes it, wait."""
    async with planned(home) as app:
        await at_once(app, "e", "!", "tab", "7", "escape", "down", "e", "?", "escape", "u")
        assert app.app.screen is screen_of(app)
        assert titles(app)[:2] == ["Opening!", "Work"]
        assert screen_of(app)._desk.plan.blocks[0].minutes == 7


async def test_a_protocol_is_chosen_blind(home: Path) -> None:
    """Its name is typed and taken before the library was seen, and one goes on in the plan."""
    async with planned(home) as app:
        before = len(titles(app))
        await at_once(app, "p", *"tuning", "enter", "down", "up", "plus")
        assert len(titles(app)) == before + 1 and "Tuning Protocol" in titles(app)
        assert app.app.screen is screen_of(app)
