"""Lists in which things are decided one by one: as high as they have to be, told in one place."""

from __future__ import annotations

from pathlib import Path

import pytest

from facilitui.screens.dialogs.sort import Answers, Sortable, SortDialog, Sorting
from facilitui.widgets.panel import Panel
from facilitui.widgets.row_list import RowList
from tests.ui.driving import FARTHEST, HOSTILE, SIZES
from tests.ui.test_dialogs import asked

ROWS = (
    Sortable("short", "Listen first", "called on once"),
    Sortable("long", "Listen to understand before you answer, also when you know it " * 2, "twice"),
    Sortable("hostile", HOSTILE, HOSTILE),
)


async def kept(key: str, answers: Answers) -> None:
    """Every answer can be written."""


def dialog() -> SortDialog:
    """Rows of one line and of several."""
    return SortDialog(
        Sorting("What became of them", ROWS, ("kept", "strained", "not today"), kept, "s")
    )


@pytest.mark.parametrize("size", FARTHEST)
async def test_one_empty_row_stands_between_the_list_and_its_answers(
    home: Path, size: tuple[int, int]
) -> None:
    """Below rows of any height: the list ends with its last line, and nothing of it is cut."""
    async with asked(home, dialog, size) as (app, _):
        rows, note = app.app.screen.query_one(RowList), app.app.screen.query_one("#note", Panel)
        for keys in ((), ("1",), ("1", "0")):
            await app.press(*keys)
            high = rows.virtual_size.height
            assert rows.size.height == high or (size[1] == 16 and rows.size.height < high)
            told = [line.plain.strip() for line in note.lines(note.content_size.width)]
            assert note.region.y == rows.region.bottom
            assert [not line for line in told] == [True, *[False] * (len(told) - 1)]


async def test_after_another_size_the_list_is_as_high_as_its_rows_again(home: Path) -> None:
    """A narrower one folds them, a wider one leaves no empty row where they were folded."""
    async with asked(home, dialog, (120, 40)) as (app, _):
        rows = app.app.screen.query_one(RowList)
        for width in (60, 120):
            await app.pilot.resize_terminal(width, 40)
            await app.settle()
            assert rows.size.height == rows.virtual_size.height


async def test_enter_on_the_last_row_leads_to_the_first_open_one_or_is_done(home: Path) -> None:
    """A digit on the last row never closes the list, also where the row has that answer."""
    async with asked(home, dialog) as (app, answered):
        rows = app.app.screen.query_one(RowList)
        await app.press("1", "enter", "enter")
        assert rows.marked == "long"
        await app.press("2", "3", "3")
        assert rows.marked == "hostile" and not answered.answers
        await app.press("0", "enter")
        assert answered.answers == [None]


async def test_what_needs_no_telling_is_not_gone_back_to(home: Path) -> None:
    """A norm that nobody called on may stay open."""
    rows = (Sortable("idle", "Nobody called on it", wanted=False), *ROWS[:2])

    def some() -> SortDialog:
        return SortDialog(Sorting("What became of them", rows, ("kept",), kept, "s"))

    async with asked(home, some) as (app, answered):
        await app.press("enter", "1", "1", "enter")
        assert answered.answers == [None]


async def test_in_a_low_window_the_last_answer_is_seen_though_its_row_scrolled_away(
    home: Path,
) -> None:
    """It stands below the heading; in a high window the rows themselves have room."""
    for size, seen in (((60, 16), True), ((120, 40), False)):
        async with asked(home, dialog, size) as (app, _):
            assert "kept" not in app.panel("head")
            await app.press("1")
            assert ("Listen first" in app.panel("head")) is seen
            assert ("kept" in app.panel("head")) is seen
            await app.press("up", "1")
            assert ("Listen first" in app.panel("head")) is seen


async def test_a_list_whose_rows_have_several_answers_says_so(home: Path) -> None:
    """At every size; what an answer means is that of its row."""
    notes = ({0: "private"}, {0: "[x] released"})
    found = tuple(Sortable(str(n), "said", notes=each) for n, each in enumerate(notes))

    def several() -> SortDialog:
        return SortDialog(Sorting("What is it?", found, ("quote", "seen"), kept, "s", kinds=2))

    for size in SIZES:
        async with asked(home, several, size) as (app, _):
            assert "Several may fit: each key adds one." in app.panel("head")
            await app.press("1", "2")
            assert "quote, seen" in app.rows("choices") and "private" in app.panel("note")
            await app.press("enter", "1")
            assert "[x] released" in app.panel("note") and "private" not in app.panel("note")
    async with asked(home, dialog) as (app, _):
        assert "Several" not in app.panel("head")
