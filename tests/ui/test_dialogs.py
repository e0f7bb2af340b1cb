"""Dialogs: each answers with what was chosen, and escape always changes nothing."""

from __future__ import annotations

from collections.abc import AsyncIterator, Callable, Mapping
from contextlib import asynccontextmanager
from pathlib import Path
from typing import Any

import pytest
from textual.widgets import Input

from facilitui.core.plans.plan import Plan
from facilitui.screens.dialogs.asking import resume_or_begin
from facilitui.screens.dialogs.choose import Choice, ChooseDialog
from facilitui.screens.dialogs.confirm import ConfirmDialog
from facilitui.screens.dialogs.form import FormDialog
from facilitui.screens.dialogs.page import PageDialog
from facilitui.screens.home import HomeScreen
from facilitui.services.forms import Form, FormField
from facilitui.widgets.form_choices import ChoiceField
from facilitui.widgets.row_list import RowList
from tests.ui.driving import HOSTILE, SIZES, SMALLEST, Driven, driven

FIELDS = (
    FormField("first", "First", "one"),
    FormField("word", "Word", "b", choices=(("a", "A word"), ("b", "B word"))),
    FormField("last", "Last", "", "a hint"),
)


def as_it_is(plan: Plan, values: Mapping[str, str]) -> Plan:
    """A form that changes nothing."""
    return plan


A_FORM = Form("A form", FIELDS, as_it_is)


class Asked:
    """What a dialog answered."""

    def __init__(self) -> None:
        self.answers: list[Any] = []


@asynccontextmanager
async def asked(
    home: Path, make: Callable[[], Any], size: tuple[int, int] = (80, 24)
) -> AsyncIterator[tuple[Driven, Asked]]:
    """A dialog over Home."""
    async with driven(home, size) as app:
        answer = Asked()
        app.app.push_screen(make(), answer.answers.append)
        await app.settle()
        yield app, answer


@pytest.mark.parametrize(
    ("keys", "answer"), [("y", True), ("enter", True), ("n", False), ("escape", False)]
)
async def test_a_question_is_answered_with_a_key(home: Path, keys: str, answer: bool) -> None:
    """Yes or no; any other key does nothing."""
    async with asked(home, lambda: ConfirmDialog("Really?", "It would go.", "do it")) as (app, got):
        assert "Really?" in app.panels() and "do it" in app.panels()
        await app.press("x", "q", "space")
        assert got.answers == []
        await app.press(keys)
        assert got.answers == [answer] and isinstance(app.app.screen, HomeScreen)


async def test_a_long_explanation_is_read_to_its_end_with_keys(home: Path) -> None:
    """The keys say so where not all is in view; the answer waits."""
    long = "\n".join(f"line {n}" for n in range(40))
    async with asked(home, lambda: ConfirmDialog("Really?", long, "do it")) as (app, got):
        assert "↓ read on" in app.panel("foot") and "line 39" not in app.text()
        await app.press("down", *["pagedown"] * 5)
        assert "line 39" in app.text()
        await app.press(*["pageup"] * 6)
        assert "line 39" not in app.text() and got.answers == []
    async with asked(home, lambda: ConfirmDialog("Really?", "Short", "do it")) as (app, _):
        assert "read on" not in app.panel("foot")


async def test_a_choice_is_made_with_keys_or_the_mouse(home: Path) -> None:
    """The marked one; escape chooses nothing; the mark may be given."""
    choices = [Choice(str(n), f"Number {n}", "about") for n in range(40)]
    for keys, answer in ((["down", "enter"], "6"), (["escape"], None), (["end", "enter"], "39")):
        async with asked(home, lambda: ChooseDialog("Which?", choices, "5")) as (app, got):
            await app.press(*keys)
            assert got.answers == [answer]
    async with asked(home, lambda: ChooseDialog("Which?", choices)) as (app, got):
        await app.pilot.click("#choices", offset=(4, 2))
        await app.pilot.click("#choices", offset=(4, 2))
        await app.settle()
        assert got.answers == ["2"]


async def test_nothing_can_be_chosen_from_an_empty_list(home: Path) -> None:
    """Enter does nothing, escape leaves."""
    async with asked(home, lambda: ChooseDialog("Which?", [])) as (app, got):
        await app.press("enter", "down")
        assert got.answers == []
        await app.press("escape")
        assert got.answers == [None]


async def test_letters_find(home: Path) -> None:
    """All words, anywhere; escape shows all again before it leaves."""
    names = ("Tuning protocol", "Final [Q1] Word", "World café", "Zoë's question?")
    choices = [Choice(name, name, "for q") for name in (*names, *(f"Other {n}" for n in range(20)))]
    async with asked(home, lambda: ChooseDialog("Which?", choices)) as (app, got):
        await app.write("word fi")
        rows = app.row_list("choices")
        assert rows.keys == ("Final [Q1] Word",) and "word fi" in app.panel("head")
        await app.press("backspace", "backspace")
        assert rows.keys == ("Final [Q1] Word",)
        await app.write("nothing like it")
        await app.press("enter")
        assert not rows.keys and got.answers == [] and "nothing has that" in app.panel("head")
        await app.press("escape")
        assert len(rows.keys) == 24 and got.answers == []
        await app.write("CAFE")
        await app.press("enter")
        assert got.answers == ["World café"]
    async with asked(home, lambda: ChooseDialog("Which?", choices)) as (app, got):
        await app.press("question_mark")
        assert app.row_list("choices").keys == ("Zoë's question?",)
        await app.press("f1")
        assert "a letter less" in app.panel("foot")


async def test_every_dialog_tells_all_its_keys(home: Path) -> None:
    """With f1, and with a question mark where that is no letter; again, and they go."""
    dialogs: dict[Callable[[], Any], tuple[str, str]] = {
        lambda: ConfirmDialog("Really?", "It would go.", "do it"): ("y do it", "question_mark"),
        lambda: PageDialog("Page", "text"): ("PageUp PageDown a page", "question_mark"),
        lambda: ChooseDialog("Which?", [Choice("a", "A")]): ("home end ends", "f1"),
    }
    for make, (told, again) in dialogs.items():
        async with asked(home, make) as (app, _):
            assert "f1 keys" in app.panel("foot") and told not in app.panel("foot")
            await app.press("f1")
            assert told in app.panel("foot")
            await app.press(again)
            assert told not in app.panel("foot")


@pytest.mark.parametrize("size", SMALLEST)
async def test_a_dialogs_keys_are_in_view_in_the_smallest_window(
    home: Path, size: tuple[int, int]
) -> None:
    """However long its list or its text is."""
    long = "\n".join(f"line {n}" for n in range(99))
    dialogs: tuple[Callable[[], Any], ...] = (
        lambda: ConfirmDialog("Really?", long, "do it"),
        lambda: PageDialog("Page", long),
        lambda: ChooseDialog("Which?", [Choice(str(n), f"N {n}") for n in range(99)]),
    )
    for make in dialogs:
        async with asked(home, make, size) as (app, _):
            assert "escape " in app.text() and "f1 keys" in app.text()


@pytest.mark.parametrize("hosted", [True, False])
async def test_a_session_that_lies_open_is_gone_on_with_first(home: Path, hosted: bool) -> None:
    """That is what a hasty enter does; one that another copy hosts can only be looked at."""
    async with asked(home, lambda: resume_or_begin(hosted=hosted)) as (app, got):
        assert ("read only" in app.text()) is hosted
        await app.press("enter")
        assert got.answers == ["resume"]


async def test_a_page_scrolls_and_is_closed(home: Path) -> None:
    """However long it is."""
    lines = "\n".join(f"+line {n}" for n in range(300))
    async with asked(home, lambda: PageDialog("Differences", lines)) as (app, got):
        await app.press("end")
        assert "+line 299" in app.text()
        await app.press("escape")
        assert got.answers == [None]


def open_form(app: Driven) -> FormDialog:
    """The form on top."""
    assert isinstance(app.app.screen, FormDialog)
    return app.app.screen


async def test_a_form_is_gone_through_with_enter_and_the_arrows(home: Path) -> None:
    """Enter goes on, done after the last field; the arrows turn words over."""
    taken: list[dict[str, str]] = []

    def take(values: Mapping[str, str]) -> str:
        taken.append(dict(values))
        return ""

    async with asked(home, lambda: FormDialog(A_FORM, take)) as (app, got):
        form = open_form(app)
        await app.press("end", "!", "enter", "right")
        assert form.values == {"first": "one!", "word": "a", "last": ""}
        await app.press("left", "space", "down", "z", "up", "up")
        assert form.focused is form.query_one("#field-first", Input)
        await app.press("enter", "enter", "enter")
        assert got.answers == [None]
        assert taken[-1] == {"first": "one!", "word": "a", "last": "z"}


async def test_what_a_form_cannot_take_is_told_once(home: Path) -> None:
    """A second escape gives it up; a change asks anew."""
    told = "that is [no] number"
    async with asked(home, lambda: FormDialog(A_FORM, lambda values: told)) as (app, got):
        await app.press("escape")
        assert told in app.panel("foot") and got.answers == []
        await app.press("x")
        open_form(app)._hand_over()
        await app.press("escape")
        assert got.answers == []
        await app.press("escape")
        assert got.answers == [None]


async def test_a_click_turns_a_word_over(home: Path) -> None:
    """The mouse does what the keys do."""
    async with asked(home, lambda: FormDialog(A_FORM, lambda values: "")) as (app, _):
        await app.pilot.click("#field-word")
        await app.settle()
        assert open_form(app).query_one("#field-word", ChoiceField).value == "a"


def hostile_form() -> FormDialog:
    """A form whose every word is hostile."""
    line = FormField("x", HOSTILE, HOSTILE, HOSTILE)
    word = FormField("y", HOSTILE, HOSTILE, choices=((HOSTILE, HOSTILE), ("b", "B")))
    return FormDialog(Form(HOSTILE, (line, word), as_it_is), lambda values: HOSTILE)


HOSTILE_DIALOGS: dict[str, Callable[[], Any]] = {
    "confirm": lambda: ConfirmDialog(HOSTILE, HOSTILE, HOSTILE, HOSTILE),
    "choose": lambda: ChooseDialog(HOSTILE, [Choice("a", HOSTILE, HOSTILE), Choice("b", HOSTILE)]),
    "page": lambda: PageDialog(HOSTILE, HOSTILE),
    "form": hostile_form,
}


@pytest.mark.parametrize("make", HOSTILE_DIALOGS.values(), ids=HOSTILE_DIALOGS)
async def test_hostile_text_is_only_text_at_every_size(home: Path, make: Callable[[], Any]) -> None:
    """In titles, rows, fields and sentences; nothing crashes and nothing is obeyed."""
    async with asked(home, make) as (app, got):
        for size in (*SIZES, (20, 5), (1, 1), (80, 24)):
            await app.pilot.resize_terminal(*size)
            await app.settle()
            text = app.text() + app.panels()
            if size in SIZES:
                assert "[x] [/b] [@click=app.quit]Q1[/]" in " ".join(text.split())
            assert not {"\x1b", "\x07", "\u202e"} & set(text)
            for rows in app.app.screen.query(RowList).results(RowList):
                rows.action_move(1)
        await app.press("escape", "escape")
        assert len(got.answers) == 1 and app.app.is_running
