"""Forms: every kind of field by keyboard, everything that is needed in view, nothing lost."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from pathlib import Path

import pytest
from textual.geometry import Region
from textual.widget import Widget

from facilitui.core.plans.plan import Plan
from facilitui.screens.dialogs.form import FormDialog
from facilitui.services.forms import Form, FormField, Kind
from facilitui.services.forms.bad_lines import BadLines
from facilitui.services.forms.form import Following, Values
from facilitui.services.forms.list_lines import entries
from facilitui.widgets import choice_finding
from facilitui.widgets.form_list import FormList
from facilitui.widgets.form_many import ManyField
from tests.ui.driving import SMALLEST, Driven
from tests.ui.test_dialogs import as_it_is, asked, open_form

FRUIT = (("a", "Apple"), ("p", "Pear"), ("plum", "Plum"))


def short_lines(text: str) -> object:
    """A reader that takes only short lines."""
    for number, line in enumerate(entries(text), 1):
        if len(line) > 5:
            raise BadLines({number: f"{line} is too long"})
    return text


def number(text: str) -> object:
    """A reader of numbers."""
    if not text.isdigit():
        raise ValueError("that is [no] number")
    return text


FIELDS = (
    FormField("line", "Line", "one two", "a hint for the line"),
    FormField("pick", "Pick", "p", "turn it", FRUIT),
    FormField("yes", "Really", "", "tick it", kind=Kind.YES, section="A section"),
    FormField("many", "Many", "a", "tick some", FRUIT, kind=Kind.MANY),
    FormField("list", "List", "x\ny", "one a line", kind=Kind.LIST, read=short_lines),
    FormField("text", "Text", "", "as much as you like", kind=Kind.TEXT),
    FormField("last", "Last", "1", "a number", read=number),
)


def follow(values: Values) -> Mapping[str, Following]:
    """What is ticked can be picked."""
    ticked = tuple((value, name) for value, name in FRUIT if value in values["many"].split())
    return {
        "pick": Following(choices=ticked),
        "many": Following(below=tuple(name for _, name in ticked)),
        "": Following(hint=f"{len(ticked)} ticked"),
    }


A_FORM: Form[Plan] = Form("A form", FIELDS, as_it_is)
FOLLOWING: Form[Plan] = Form("A form", FIELDS, as_it_is, follow)


def dialog(form: Form[Plan] = A_FORM, told: str = "") -> Callable[[], FormDialog]:
    """Something that opens a form which tells this of whatever it is given."""
    return lambda: FormDialog(form, lambda values: told)


def here(app: Driven) -> str:
    """The field that has the keys."""
    focused = app.app.screen.focused
    assert focused is not None and focused.id is not None
    return focused.id.removeprefix("field-")


def editor(app: Driven, key: str) -> Widget:
    """One field."""
    return app.app.screen.query_one(f"#field-{key}")


async def test_every_kind_of_field_is_filled_in_with_the_keyboard(home: Path) -> None:
    """From the first to the last, and done."""
    async with asked(home, dialog()) as (app, got):
        form = open_form(app)
        await app.press("end", "!", "enter", "left", "enter", "space", "enter")
        await app.press("right", "space", "3", "enter")
        assert here(app) == "list"
        await app.press("enter", "z", "enter", "enter")
        assert here(app) == "text"
        await app.press("q", "enter", "r", "tab")
        assert here(app) == "last"
        assert form.values == {
            "line": "one two!",
            "pick": "a",
            "yes": "yes",
            "many": "a p plum",
            "list": "x\ny\nz",
            "text": "q\nr",
            "last": "1",
        }
        await app.press("enter")
        assert got.answers == [None]


async def test_up_and_down_move_within_several_lines_before_they_leave(home: Path) -> None:
    """And from field to field everywhere else; nothing is left at the ends."""
    async with asked(home, dialog()) as (app, got):
        await app.press("up")
        assert here(app) == "line"
        await app.press("down", "down", "down", "down")
        assert here(app) == "list"
        await app.press("up", "down")
        assert here(app) == "list"
        await app.press("down")
        assert here(app) == "text"
        await app.press("down", "down", "down")
        assert here(app) == "last" and got.answers == []
        await app.press("up", "up", "up")
        assert here(app) == "list"
        await app.press("up")
        assert here(app) == "many"


async def test_a_letter_turns_to_its_word(home: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Again, to the next one; a letter of none does nothing. Each is typed behind a pause."""
    monkeypatch.setattr(choice_finding, "PAUSE_SECONDS", -1.0)
    async with asked(home, dialog()) as (app, _):
        form = open_form(app)
        await app.press("enter", "p")
        assert form.values["pick"] == "plum"
        await app.press("P")
        assert form.values["pick"] == "p"
        await app.press("z", "a")
        assert form.values["pick"] == "a"


async def test_an_empty_line_of_a_list_goes_when_it_is_left(home: Path) -> None:
    """And a list that was only looked at is as it was."""
    async with asked(home, dialog()) as (app, _):
        form = open_form(app)
        field = editor(app, "list")
        assert isinstance(field, FormList)
        app.app.screen.set_focus(field)
        await app.press("enter", "enter", "tab")
        assert form.values["list"] == "x\ny" and field.document.line_count == 2


@pytest.mark.parametrize("size", SMALLEST)
async def test_what_is_being_filled_in_is_in_view_with_all_about_it(
    home: Path, size: tuple[int, int]
) -> None:
    """The field, its hint, its fault and the keys, in each field, in little room."""
    wrong: Form[Plan] = Form(
        "A form",
        tuple(
            FormField(f"f{n}", f"Field {n}", "x", f"hint {n}", section=f"Section {n}", read=number)
            for n in range(12)
        ),
        as_it_is,
    )
    async with asked(home, dialog(wrong), size) as (app, _):
        for n in range(12):
            await app.press("y")
            text = app.text()
            for part in (f"Field {n}", f"hint {n}", "! that is [no] number", "escape done"):
                assert part in text, (n, part)
            assert "kept" in text and "u undoes it" in text
            field = editor(app, f"f{n}")
            assert app.app.screen.query_one("#fields").region.contains_region(field.region)
            await app.press("down")
        assert all_in(app, app.app.screen.query_one("#foot").region)


def all_in(app: Driven, region: Region) -> bool:
    """Whether all of something is on the screen."""
    return app.app.screen.region.contains_region(region)


async def test_typing_is_undone_a_word_at_a_time(home: Path) -> None:
    """And done again, until something else is typed; a list does so too."""
    async with asked(home, dialog()) as (app, _):
        form = open_form(app)
        await app.press("end")
        await app.write(" three four")
        await app.press("ctrl+z")
        assert form.values["line"] == "one two three "
        await app.press("ctrl+z", "ctrl+z", "ctrl+z")
        assert form.values["line"] == "one two"
        await app.press("ctrl+y", "ctrl+y", "ctrl+y", "ctrl+y")
        assert form.values["line"] == "one two three four"
        await app.press("ctrl+u", "ctrl+z")
        assert form.values["line"] == "one two three four"
        app.app.screen.set_focus(editor(app, "list"))
        await app.press("w", "ctrl+z")
        assert form.values["list"] == "x\ny"


async def test_a_list_shows_which_line_is_wrong(home: Path) -> None:
    """It stands out without colour, its label is marked from wherever the keys are."""
    async with asked(home, dialog()) as (app, _):
        field = editor(app, "list")
        assert isinstance(field, FormList)
        app.app.screen.set_focus(field)
        await app.press("enter")
        await app.write("much too long")
        assert "line 3: much too long is too long" in " ".join(app.panel("foot").split())
        assert [bool(field.get_line(n).spans) for n in range(3)] == [False, False, True]
        await app.press("tab")
        assert "! List" in app.text() and "too long" not in app.panel("foot")
        await app.press("shift+tab", *["backspace"] * 9)
        assert "! List" not in app.text()
        assert not any(field.get_line(n).spans for n in range(3))


async def test_fields_follow_what_others_hold(home: Path) -> None:
    """What is offered, what stands below, what is told of the whole form."""
    async with asked(home, dialog(FOLLOWING)) as (app, _):
        form = open_form(app)
        assert "1 ticked" in app.panel("foot") and "none of these" in app.text()
        field = editor(app, "many")
        assert isinstance(field, ManyField)
        app.app.screen.set_focus(field)
        await app.press("2")
        assert "2 ticked" in app.panel("foot")
        assert "none of these" not in app.text() and form.values["pick"] == "p"
        await app.press("1", "2")
        assert form.values == {**form.values, "many": "", "pick": "p"}


async def test_all_keys_of_a_field_are_shown(home: Path) -> None:
    """With f1 anywhere, with a question mark where that is no letter."""
    async with asked(home, dialog()) as (app, _):
        await app.press("question_mark")
        assert open_form(app).values["line"].endswith("?")
        await app.press("f1")
        assert "ctrl+z undo typing" in app.panel("foot")
        await app.press("down", "down", "down")
        assert "1-9" not in app.panel("foot")
        await app.press("question_mark")
        assert "1-9 tick that one" in app.panel("foot")


async def test_a_click_ticks_what_it_is_on(home: Path) -> None:
    """The mouse does what the keys do."""
    async with asked(home, dialog()) as (app, _):
        form = open_form(app)
        line = next(row for row in app.text().splitlines() if "Plum" in row)
        left = editor(app, "many").region.x
        await app.pilot.click("#field-many", offset=(line.index("Plum") + 1 - left, 0))
        await app.settle()
        assert form.values["many"] == "a plum"
