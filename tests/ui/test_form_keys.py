"""Forms by keyboard: lists that the arrows go about in, tab that goes round."""

from __future__ import annotations

from itertools import pairwise
from pathlib import Path
from typing import cast

import pytest
from hypothesis import given
from hypothesis import strategies as st

from facilitui.screens.dialogs.form_rows import put
from facilitui.services.forms import Form, FormField, Kind
from facilitui.widgets.form_lists import APART, spots
from facilitui.widgets.form_texts import FormText
from tests.ui.test_dialogs import as_it_is, asked, open_form
from tests.ui.test_form_dialog import dialog, editor, here

MANY = tuple((f"w{n}", f"Something long, number {n}") for n in range(7))


@given(st.lists(st.integers(1, 30), max_size=9), st.integers(30, 70))
def test_what_is_offered_stands_in_columns(widths: list[int], room: int) -> None:
    """Each below another one begins where that does; none lies over another or has no room."""
    placed = spots(widths, room)
    first = [spot.left for spot in placed if spot.line == 0]
    for number, spot in enumerate(placed):
        assert (spot.line, spot.left) == (number // len(first), first[number % len(first)])
        assert spot.left + spot.width <= room
    for spot, after in pairwise(placed):
        assert after.line > spot.line or after.left >= spot.left + spot.width + APART


async def test_up_and_down_go_about_in_a_list_before_they_leave_it(home: Path) -> None:
    """To what stands nearest in the next line; out of it only at its first and last line."""
    fields = (
        FormField("before", "Before", "", "a line"),
        FormField("many", "Many", "", "tick some", MANY, kind=Kind.MANY),
        FormField("after", "After", "", "a line"),
    )
    async with asked(home, dialog(Form("A form", fields, as_it_is)), (60, 16)) as (app, _):
        form = open_form(app)
        await app.press("down")
        field = editor(app, "many")
        assert here(app) == "many" and field.size.height == 7
        for _ in range(6):
            await app.press("down")
            assert here(app) == "many"
        await app.press("space")
        assert form.values["many"] == "w6"
        await app.press("down")
        assert here(app) == "after"
        await app.press("up", "up", "space")
        assert here(app) == "many" and form.values["many"] == "w5 w6"


async def test_tab_goes_round_and_loses_nothing(home: Path) -> None:
    """From the last field to the first and back; a key there adds, and can be undone."""
    async with asked(home, dialog()) as (app, got):
        form = open_form(app)
        await app.press("shift+tab")
        assert here(app) == "last"
        await app.press("tab")
        assert here(app) == "line" and got.answers == []
        await app.press("x")
        assert form.values["line"] == "one twox"
        await app.press("ctrl+z")
        assert form.values["line"] == "one two"


async def test_a_number_is_replaced_and_a_long_line_is_read_from_its_beginning(home: Path) -> None:
    """Keys that come to a number write over it; to other lines they add at the end."""
    fields = (
        FormField("words", "Words", "begins here " + "and goes on " * 9),
        FormField("minutes", "Minutes", "10"),
    )
    async with asked(home, dialog(Form("A form", fields, as_it_is))) as (app, _):
        form = open_form(app)
        await app.press("!")
        assert form.values["words"].endswith("on !") and "begins here" not in app.text()
        await app.press("down", "5")
        assert form.values["minutes"] == "5" and "begins here" in app.text()
        await app.press("up", "x")
        assert form.values["words"].endswith("on !x") and "begins here" not in app.text()


async def test_it_is_said_what_enter_does_in_a_list(home: Path) -> None:
    """It begins a line where something is written, and leaves where nothing is."""
    fields = (FormField("list", "List", "", kind=Kind.LIST), FormField("after", "After", ""))
    async with asked(home, dialog(Form("A form", fields, as_it_is))) as (app, _):
        assert "enter next  " in app.panel("foot")
        await app.press("x")
        assert "enter next line" in app.panel("foot")
        await app.press("enter")
        assert "enter next  " in app.panel("foot")
        await app.press("enter")
        assert here(app) == "after"


@pytest.mark.parametrize("kind", [Kind.LINE, Kind.TEXT, Kind.LIST])
@pytest.mark.parametrize("first", [True, False])
async def test_what_stands_there_is_gone_on_with_where_it_ends(
    home: Path, kind: Kind, first: bool
) -> None:
    """Letters typed on coming back stand behind those from before, however long these are."""
    words = "About three seconds is right. " * 40
    other, field = FormField("other", "Other", ""), FormField("field", "Field", words, kind=kind)
    form = Form("A form", (field, other) if first else (other, field), as_it_is)
    async with asked(home, dialog(form), (60, 16)) as (app, _):
        if not first:
            await app.press("down")
        assert here(app) == "field"
        await app.press("X", "Y")
        shown = " ".join(app.text().replace("│", " ").split())
        assert open_form(app).values["field"] == f"{words}XY" and "right. XY" in shown
        put(cast(FormText, editor(app, "field")), "anew")
        await app.press("Z")
        assert open_form(app).values["field"] == "anewZ"
