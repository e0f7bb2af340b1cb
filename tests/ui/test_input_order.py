"""Keys that come at once, as over a slow line, do what they do one by one, and once."""

from __future__ import annotations

from pathlib import Path

from textual.events import Key, Paste

from facilitui.messages import NewPlanRequested
from facilitui.screens.dialogs.form import FormDialog
from facilitui.widgets.search_line import SearchLine
from tests.ui.driving import Driven, driven
from tests.ui.planning import planned, screen_of


async def at_once(app: Driven, *keys: str) -> None:
    """Send keys without waiting between them."""
    for key in keys:
        app.app.post_message(Key(key, key if len(key) == 1 else None))
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
