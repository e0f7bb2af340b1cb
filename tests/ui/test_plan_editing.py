"""Plan: what is typed changes the plan, and what cannot be understood is told."""

from __future__ import annotations

from pathlib import Path

import pytest
from textual.widgets import Input

from facilitui.core.plans.plan import Plan
from facilitui.screens.dialogs.form import FormDialog
from facilitui.screens.plan import PlanScreen
from tests.ui.planning import desk, planned, titles


async def test_starts_follow_from_the_minutes(home: Path) -> None:
    """A block that grows moves all that come after it; the end says how far from planned."""
    async with planned(home) as app:
        assert "15:40" in app.rows("agenda") and "End, as planned" in app.rows("agenda")
        app.row_list("agenda").mark("open")
        await app.press("plus", "plus")
        assert "15:42" in app.rows("agenda") and "End, 2 min over" in app.rows("agenda")
        assert "62 of 60 min" in app.panel("head")


async def test_the_cursor_goes_with_what_is_changed(home: Path) -> None:
    """A moved block stays marked, a new one is, and after a removal its neighbour."""
    async with planned(home) as app:
        rows = app.row_list("agenda")
        rows.mark("work")
        await app.press("J", "J")
        assert rows.marked == "work"
        await app.press("a")
        await app.press("escape")
        assert rows.marked == "new-block"
        await app.press("delete")
        assert rows.marked == "work" and app.notice.endswith("was taken out; u undoes it")


async def test_typing_into_a_form_takes_effect_at_once(home: Path) -> None:
    """With the keyboard alone; enter goes on and is done after the last field."""
    async with planned(home) as app:
        app.row_list("agenda").mark("open")
        await app.press("e")
        await app.press("end", "!")
        assert isinstance(app.app.screen, FormDialog)
        app.app.screen._hand_over()
        assert titles(app)[0] == "Opening!"
        for _ in app.app.screen.query(".editor"):
            await app.press("enter")
        await app.press("escape")  # enter makes a line in the note, the last field
        assert isinstance(app.app.screen, PlanScreen)
        assert desk(app).undo() and desk(app).undo() == ""


async def test_a_new_blocks_name_is_replaced_by_what_is_typed(home: Path) -> None:
    """It only stands in for one; a name that somebody chose is gone on with."""
    async with planned(home) as app:
        await app.press("a")
        await app.press(*"Wow")
        await app.press("escape")
        assert "Wow" in titles(app) and "New block" not in titles(app)
        await app.press("e")
        await app.press("!")
        await app.press("escape")
        assert "Wow!" in titles(app)


async def test_a_whole_form_is_one_change(home: Path) -> None:
    """However often it was handed over while typing; typing it back is none."""
    async with planned(home) as app:
        app.row_list("agenda").mark("open")
        await app.press("e")
        form = app.app.screen
        assert isinstance(form, FormDialog)
        field = form.query_one("#field-title", Input)
        for text in ("A", "AB", "ABC"):
            field.value = text
            form._hand_over()
        assert len(desk(app).draft.past) == 1
        await app.fill(title="Opening")
        assert desk(app).draft.past == ()


@pytest.mark.parametrize(
    ("field", "typed", "told"),
    [
        ("minutes", "soon", "minutes is a number"),
        ("minutes", "0", "more than 0"),
        ("pinned_start", "[/b]", "a pinned start is written 15:45"),
    ],
)
async def test_what_cannot_be_understood_is_told_and_stays_in_the_field(
    home: Path, field: str, typed: str, told: str
) -> None:
    """Closing asks once before it is given up; nothing was changed by it."""
    async with planned(home) as app:
        before = desk(app).plan
        await app.press("e")
        await app.fill(**{field: typed})
        assert isinstance(app.app.screen, FormDialog)
        foot = " ".join(app.panel("foot").split())
        assert told in foot and "escape again leaves out " in foot
        assert app.app.screen.query_one(f"#field-{field}", Input).value == typed
        await app.press("escape")
        assert isinstance(app.app.screen, PlanScreen) and desk(app).plan == before


async def test_what_is_put_right_is_taken(home: Path) -> None:
    """The sentence goes, and so does the second asking."""
    async with planned(home) as app:
        await app.press("e")
        await app.fill(minutes="x")
        await app.fill(minutes="11", title="T")
        assert isinstance(app.app.screen, PlanScreen)
        assert desk(app).plan.blocks[0].minutes == 11 and titles(app)[0] == "T"


async def test_a_key_with_nothing_to_do_says_so_or_does_nothing(home: Path) -> None:
    """On an empty plan, and on questions that cannot be taken out."""
    async with planned(home, Plan(title="Bare")) as app:
        assert "Nothing is on the agenda yet" in app.text()
        for key in ("e", "d", "shift+up", "plus", "minus", "u", "U", "f"):
            await app.press(key)
            assert isinstance(app.app.screen, PlanScreen), key
        await app.press("d")
        assert "undoes" not in app.notice
        await app.press("tab", "d")
        assert "undoes" not in app.notice
        assert desk(app).plan == Plan(title="Bare") and not desk(app).unwritten


async def test_a_key_of_the_agenda_changes_nothing_unseen(home: Path) -> None:
    """While the questions have the keys, no block is made longer or moved."""
    async with planned(home, size=(60, 16)) as app:
        before = desk(app).plan
        await app.press("tab", "plus", "minus", "shift+down", "plus")
        assert desk(app).plan == before
