"""Forms that meet what nobody expects: keys that come too soon, hostile and very long texts."""

from __future__ import annotations

from pathlib import Path

import pytest
from textual import events
from textual.widgets import TextArea

from facilitui.core import safe_text
from facilitui.core.plans.plan import Plan
from facilitui.screens.dialogs.form import FormDialog
from facilitui.services.forms import Form, FormField, Kind
from facilitui.services.forms.form import Following
from facilitui.widgets.fields import TOO_MUCH, PastedTooMuch
from facilitui.widgets.form_texts import LONGEST, FormLine
from tests.ui.driving import HOSTILE, SIZES
from tests.ui.test_dialogs import as_it_is, asked, open_form
from tests.ui.test_form_dialog import A_FORM, dialog, editor


async def test_keys_that_come_before_the_fields_are_not_lost(home: Path) -> None:
    """Somebody who knows the form types on at once."""
    async with asked(home, dialog()) as (app, _):
        await app.press("escape")
        made = FormDialog(A_FORM, lambda values: "")
        await app.app.push_screen(made)
        for key in ("end", "!", "?", "down", "right"):
            app.app.post_message(events.Key(key, key if len(key) == 1 else None))
        await app.settle()
        assert made.values["line"].endswith("!?") and made.values["pick"] == "plum"


async def test_lines_that_are_pasted_into_a_line_are_all_kept(home: Path) -> None:
    """They become one, without the controls that no keyboard would have written."""
    async with asked(home, dialog()) as (app, _):
        field = editor(app, "line")
        assert isinstance(field, FormLine)
        field.value = ""
        field.post_message(events.Paste(f"one\ntwo\n{HOSTILE}"))
        await app.settle()
        assert open_form(app).values["line"] == safe_text.typed(f"one two {HOSTILE}")


async def test_a_paste_that_is_too_long_is_refused_whole(home: Path) -> None:
    """It is said how much was pasted and that nothing was taken, until something is typed."""
    async with asked(home, dialog()) as (app, _):
        field = editor(app, "line")
        assert isinstance(field, FormLine)
        field.post_message(events.Paste("x" * 50_000))
        await app.settle()
        told = "not taken: 50000 pasted, a line holds 4000"
        assert open_form(app).values["line"] == "one two"
        assert told in " ".join(app.panel("foot").split())
        await app.press("end", "!")
        assert "pasted" not in app.panel("foot")
        field.value = "x" * LONGEST
        await app.press("y")
        assert "is full" in " ".join(app.panel("foot").split()) and field.value == "x" * LONGEST
        await app.press("end", "backspace", "y")
        assert field.value == "x" * (LONGEST - 1) + "y"


@pytest.mark.parametrize("key", ["line", "text"])
async def test_more_than_anything_takes_is_refused_by_every_field(home: Path, key: str) -> None:
    """One line or several: nothing of it is taken, and that is said."""
    async with asked(home, dialog()) as (app, _):
        before = open_form(app).values[key]
        editor(app, key).post_message(PastedTooMuch())
        await app.settle()
        assert open_form(app).values[key] == before
        assert TOO_MUCH in " ".join(app.panel("foot").split())


async def test_hostile_text_in_every_kind_of_field_is_only_text(home: Path) -> None:
    """Shown harmlessly, handed back as it was."""
    kinds = (Kind.LINE, Kind.TEXT, Kind.LIST)
    fields = tuple(
        FormField(f"k{n}", HOSTILE, HOSTILE, HOSTILE, kind=kind, section=HOSTILE)
        for n, kind in enumerate(kinds)
    )
    ticks = FormField("m", "M", "x", HOSTILE, (("x", HOSTILE), ("y", HOSTILE)), kind=Kind.MANY)
    wrong = Following(hint=HOSTILE, below=(HOSTILE,))
    form: Form[Plan] = Form(HOSTILE, (*fields, ticks), as_it_is, lambda values: {"m": wrong})
    async with asked(home, dialog(form, HOSTILE)) as (app, got):
        for size in (*SIZES, (20, 5), (1, 1), (80, 24)):
            await app.pilot.resize_terminal(*size)
            await app.press("tab", "f1")
            assert not {"\x1b", "\x07", "\u202e"} & set(app.text() + app.panels())
        assert open_form(app).values == {field.key: field.value for field in form.fields}
        await app.press("escape", "escape")
        assert got.answers == [None]


async def test_a_form_without_fields_can_be_left(home: Path) -> None:
    """Nothing to fill in is no reason to be stuck."""
    async with asked(home, dialog(Form("Nothing", (), as_it_is))) as (app, got):
        await app.press("down", "up", "x", "escape")
        assert got.answers == [None]


async def test_a_long_text_scrolls_in_its_field(home: Path) -> None:
    """It never pushes the foot out of view."""
    long = "\n".join(f"line {n}" for n in range(200))
    field = FormField("text", "Text", long, "hint", kind=Kind.TEXT)
    async with asked(home, dialog(Form("Long", (field,), as_it_is)), (60, 16)) as (app, _):
        area = app.app.screen.query_one(TextArea)
        area.move_cursor(area.document.end)
        await app.press("!")
        assert "line 199!" in app.text() and "escape done" in app.text()
        assert area.size.height <= 6


async def test_a_hint_is_left_out_where_a_field_has_no_columns(home: Path) -> None:
    """In a window that somebody draws together while it is drawn."""
    form = Form("A form", (FormField("text", "Text", "", "a hint", kind=Kind.TEXT),), as_it_is)
    async with asked(home, dialog(form)) as (app, _):
        field = editor(app, "text")
        field.styles.width, field.styles.padding = 2, (0, 1)
        await app.settle()
        assert field.content_size.width == 0
        assert field.render_line(0).text.strip() == ""
