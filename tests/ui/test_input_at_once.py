"""The keys that cover and quit wait for no other, and nothing typed before them is lost."""

from __future__ import annotations

import string
from pathlib import Path

import pytest
from textual.events import Event, Key, Paste
from textual.message import Message
from textual.widgets import TextArea

from facilitui.app.quitting import QuittingApp
from facilitui.core.unkept import Unkept
from facilitui.screens.live import LiveScreen
from facilitui.screens.live.cover import CoverScreen
from facilitui.services.forms import Form, FormField
from facilitui.terminal.keys import MANY, ManyKeys, PastesWhole
from facilitui.terminal.order import CROWD, InputOrder
from facilitui.widgets.fields import Written
from facilitui.widgets.line_entry import LineEntry
from tests.ui.hosting import Stage, hosted, kinds
from tests.ui.planning import planned
from tests.ui.test_dialogs import as_it_is, asked, open_form
from tests.ui.test_form_dialog import dialog, editor
from tests.ui.test_input_order import held_back, post, slowly

LETTERS = string.ascii_letters * 6
PASSING = ("f8", "ctrl+q", "f8", "ctrl+c")
FEW = 12
"""So many keys may be passed on before one of these is."""


class Held:
    """An application whose screen answers nothing, and of which no time passes."""

    def __init__(self) -> None:
        self.screen_stack = [self]

    focused = None
    is_attached = True

    @property
    def screen(self) -> Held:
        """It is its own screen."""
        return self

    def post_message(self, message: Message) -> None:
        """Nobody reads it."""

    def set_interval(self, seconds: float, call: object) -> None:
        """It never comes."""


def send(stage: Stage, raw: str) -> None:
    """What a terminal sends in one go."""
    for message in PastesWhole().feed(raw):
        stage.app.app.post_message(message)


def line(stage: Stage) -> str:
    """What is typed in the line."""
    return stage.screen.query_one(LineEntry).text


async def test_the_cover_waits_for_no_marks(home: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Hundreds of keys before it: nearly all of them find the session covered."""
    covered_at: list[int] = []
    change = LiveScreen.change_cover

    def note(screen: LiveScreen) -> None:
        covered_at.append(stage.app.app.input_order.number)
        change(screen)

    monkeypatch.setattr(LiveScreen, "change_cover", note)
    async with hosted(home) as stage:
        before = stage.app.app.input_order.number
        send(stage, "m" * 400 + "\x1b[19~")
        await stage.app.settle()
        assert isinstance(stage.app.app.screen, CoverScreen)
        assert [number <= before + FEW for number in covered_at] == [True]
        assert kinds(home).count("marked") < FEW


async def test_news_that_comes_while_the_program_ends_is_for_nobody() -> None:
    """There is no screen any more that the next key could be for."""

    async def pass_on(event: Event) -> None:
        """It is passed on."""

    app = Held()
    order = InputOrder(app, pass_on, lambda: False)  # type: ignore[arg-type]
    await order.take_all(Key(key, key) for key in "ab")
    app.screen_stack.clear()
    for _ in range(9):
        await order.dealt_with(order.number)
    assert order.number == 1


@pytest.mark.parametrize("before", [CROWD - 1, CROWD, CROWD * 2])
async def test_those_that_pass_a_crowd_keep_their_order(before: int) -> None:
    """Also behind one that came before there was a crowd; every other key keeps its place."""
    app, passed = Held(), list[str]()

    async def pass_on(event: Event) -> None:
        assert isinstance(event, Key)
        passed.append(event.key)

    order = InputOrder(app, pass_on, lambda: False)  # type: ignore[arg-type]
    await order.take_all(Key(key, None) for key in [*["down"] * (before + 1), *PASSING, "end"])
    while len(passed) < before + len(PASSING) + 2:
        await order.dealt_with(order.number)
    assert [key for key in passed if key != "down"] == [*PASSING, "end"]
    assert passed.index(PASSING[-1]) < CROWD + len(PASSING)


async def test_letters_before_the_cover_are_in_the_line_in_their_order(home: Path) -> None:
    """At once, and those behind the cover go on there, unseen, as do other keys."""
    async with hosted(home) as stage:
        await stage.app.press("c")
        send(stage, f"{LETTERS}\x7f\x7f\x1b[19~xyz")
        await stage.app.settle()
        assert isinstance(stage.app.app.screen, CoverScreen)
        await stage.app.press("f8")
        assert line(stage) == f"{LETTERS[:-2]}xyz"


async def test_a_quit_knows_all_that_was_typed_before_it(
    home: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Every letter stands in the line when it is asked what would be lost."""
    found: list[str] = []

    async def unkept(screen: LiveScreen) -> tuple[Unkept, ...]:
        found.append(screen.query_one(LineEntry).text)
        return (Unkept("this line", "the disk is full", found[-1]),)

    async with hosted(home) as stage:
        await stage.app.press("c")
        monkeypatch.setattr(LiveScreen, "unkept", unkept)
        send(stage, f"{LETTERS}\x11")
        await stage.app.settle()
        assert found == [LETTERS]


async def test_more_letters_than_a_line_holds_fill_it(home: Path) -> None:
    """As one by one: as many as there is room for, and it is said that it is full."""
    async with hosted(home) as stage:
        await stage.app.press("c")
        send(stage, "x" * 2100)
        await stage.app.settle()
        assert line(stage) == "x" * 2000 and "is full" in stage.app.notice


async def test_letters_into_several_lines_are_all_there(home: Path) -> None:
    """And take the place of what was selected, as one letter does."""
    async with asked(home, dialog()) as (app, _):
        field = editor(app, "text")
        assert isinstance(field, TextArea)
        field.select_all()
        field.post_message(Written(LETTERS))
        await app.settle()
        assert open_form(app).values["text"] == LETTERS


async def test_a_quit_does_not_wait_for_a_screen(
    home: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """However long a plan takes to be opened; the letters for it go on waiting."""
    asked_to: list[int] = []

    async def quit_(app: QuittingApp) -> None:
        asked_to.append(app.input_order.number)

    monkeypatch.setattr(QuittingApp, "action_quit", quit_)
    async with planned(home, below=None) as app:
        await app.press("escape")
        there = slowly(monkeypatch, app.wiring.planning, "open")
        await held_back(app, "enter", "a")
        post(app, "ctrl+q")
        while not asked_to:
            await app.pilot.pause()
        assert asked_to == [app.app.input_order.number]
        there.set()
        await app.settle()


@pytest.mark.parametrize("count", [MANY - 1, MANY])
def test_many_keys_are_handed_on_together(count: int) -> None:
    """In their order, and what is pasted between them stays between them."""
    keys = (string.ascii_letters * 3)[:count]
    read = list(PastesWhole().feed(f"{keys}\x1b[200~text\x1b[201~n"))
    first = read[0].keys if isinstance(read[0], ManyKeys) else read[:count]
    assert isinstance(read[0], ManyKeys) is (count == MANY)
    assert [key.key for key in first if isinstance(key, Key)] == list(keys)
    paste, last = read[-2:]
    assert isinstance(paste, Paste) and isinstance(last, Key) and last.key == "n"


@pytest.mark.parametrize("how", [Written, Paste])
async def test_where_it_is_written_is_in_sight(home: Path, how: type[Written | Paste]) -> None:
    """Also after a first text that is longer than the line is wide."""
    form = Form("A form", (FormField("line", "Line", "", "a hint"),), as_it_is)
    async with asked(home, dialog(form)) as (app, _):
        editor(app, "line").post_message(how("a word " * 30 + "the end"))
        await app.settle()
        assert "the end" in app.text()
