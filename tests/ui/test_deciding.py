"""Lists in which things are decided one by one: as high as they have to be, told in one place."""

from __future__ import annotations

from pathlib import Path

import pytest

from facilitui.screens.dialogs.sort import Answers, Sortable, SortDialog, Sorting
from facilitui.widgets.panel import Panel
from facilitui.widgets.row_list import RowList
from tests.ui.driving import HOSTILE, SIZES
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


@pytest.mark.parametrize("size", SIZES)
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
