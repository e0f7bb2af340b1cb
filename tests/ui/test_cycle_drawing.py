"""The grid of cycles, whatever the pathway and the window: the marked cell is always on it."""

from __future__ import annotations

from datetime import date

from hypothesis import given
from hypothesis import strategies as st

from facilitui.core.pathways.cycle_board import Cell, Cycle, CycleBoard
from facilitui.core.pathways.pathway import CyclePart
from facilitui.widgets.cycle_drawing import EMPTY, GridDrawing

TODAY = date(2026, 11, 25)


def board(cycles: int, parts: int) -> CycleBoard:
    """A board of so many rounds of so many parts, with nothing on it."""
    some = tuple(CyclePart(id=f"p{n}", name=f"Part {n}") for n in range(parts))
    rounds = tuple(
        Cycle(number, tuple(Cell(number, part, ()) for part in some), ())
        for number in range(1, cycles + 1)
    )
    return CycleBoard("Cycle", some, rounds, (), (), False)


@st.composite
def drawings(draw: st.DrawFn) -> GridDrawing:
    """Any board that a pathway may have, in any window, any cell of it marked."""
    cycles, parts = draw(st.integers(1, 12)), draw(st.integers(2, 8))
    at = draw(st.integers(0, cycles - 1)), draw(st.integers(0, parts - 1))
    width, high = draw(st.integers(20, 130)), draw(st.integers(4, 40))
    each = draw(st.integers(1, 4))
    return GridDrawing(board(cycles, parts), TODAY, at, width, high, each, has_keys=True)


@given(drawings())
def test_the_marked_cell_is_seen_and_found_where_it_stands(drawing: GridDrawing) -> None:
    """It has its cursor once a line, no line is too wide, and a click there finds it."""
    lines = [each.plain for each in drawing.lines()]
    assert all(len(each) <= drawing.width for each in lines)
    cursors = [(line.index("▌"), y) for y, line in enumerate(lines) if "▌" in line]
    empty = min(drawing.each, EMPTY)  # nothing is logged on this board
    assert len(cursors) == (drawing.each if drawing.is_turned else empty)
    assert {drawing.cell_at(x, y) for x, y in cursors} == {drawing.at}


@given(drawings())
def test_a_place_is_that_of_one_cell_or_of_none(drawing: GridDrawing) -> None:
    """Whatever is clicked, it is a cell that the board has."""
    cycles, parts = len(drawing.board.cycles), len(drawing.board.parts)
    for y in range(drawing.high):
        for x in range(0, drawing.width, 7):
            if (found := drawing.cell_at(x, y)) is not None:
                assert found[0] in range(cycles) and found[1] in range(parts)


def test_parts_go_down_where_only_so_all_of_them_have_room() -> None:
    """Eight parts of three cycles on sixty columns."""
    drawing = GridDrawing(board(3, 8), TODAY, (2, 7), 56, 40, 1, has_keys=True)
    assert drawing.is_turned
    lines = [each.plain for each in drawing.lines()]
    assert "Cycle 1" in lines[0] and "Cycle 3" in lines[0]
    assert sum(each.startswith("Part") for each in lines) == 8
    assert not GridDrawing(board(3, 4), TODAY, (0, 0), 56, 40, 1, has_keys=True).is_turned


def test_what_has_no_room_is_told() -> None:
    """Which of how many cycles are seen."""
    drawing = GridDrawing(board(12, 4), TODAY, (11, 0), 76, 10, 2, has_keys=True)
    assert drawing.lines()[0].plain.startswith("9–12 of 12")
