"""The head of a board of cycles, what it says where it cannot be shown, and how it is laid out."""

from __future__ import annotations

from textual.geometry import Size

from facilitui import text as t
from facilitui.core.pathways.cycle_board import Cell, CycleBoard
from facilitui.core.pathways.enrolled import Enrolled
from facilitui.core.pathways.requirements import Log
from facilitui.core.pathways.words import Standing
from facilitui.core.told import capital
from facilitui.widgets.cycle_rows import Aim

HIGH = 36
"""From so many lines on a cell says its newest words as well, on two lines where the grid leaves
half of them to what is below."""
_AROUND = 4
"""Lines of the screen around grid and list."""
NO_CYCLES = "This pathway has no cycles; its board shows all that it asks."


def head_lines(enrolled: Enrolled | None, board: CycleBoard | None, width: int) -> t.Lines:
    """Whose cycles they are, and how many of the cells have what is asked."""
    if enrolled is None:
        return [t.spread(t.strong("Cycles"), t.soft("reading…"), width)]
    title = capital(f"{board.name}s") if board is not None else "Cycles"
    left = t.join(t.strong(title), "   ", t.soft(enrolled.enrolment.name))
    if board is None:
        return [t.fitted(left, width)]
    there = sum(each.is_there for each in board.cells)
    return [t.spread(left, t.soft(f"evidence in {there} of {len(board.cells)} parts"), width)]


def said_lines(enrolled: Enrolled, width: int) -> t.Lines:
    """Why there is no board; else what may make it too little."""
    progress = enrolled.progress
    if progress is None:
        told: tuple[str, ...] = (enrolled.notice,)
    elif progress.pathway.cycles is None:
        told = (NO_CYCLES,)
    else:
        told = progress.notices[:1]
    return [
        line
        for each in told
        for line in t.labelled(t.accent("! "), t.clipped(t.wrapped(each, width - 2), 3, width), 2)
    ]


def grid_room(size: Size, board: CycleBoard) -> tuple[int, int]:
    """How many lines the grid may take, and how many each of its cells."""
    cycles = len(board.cycles)
    each = 1 if size.height <= 14 else 2
    if size.height >= HIGH and any(cell.logged for cell in board.cells):
        each = 4 if _lines(cycles, 4) <= size.height // 2 else 3
    most = size.height - _AROUND - (2 if size.height < 24 else 7)
    return max(2, min(most, _lines(cycles, each))), each


def _lines(cycles: int, each: int) -> int:
    """The lines of a grid that has room between its rows, each so high."""
    return 2 + cycles * (each + 1) + 2


def aim_of(cell: Cell) -> Aim | None:
    """What is logged for a cell: the first that lacks something, else the first."""
    missing = (each for each in cell.places if each.standing is Standing.MISSING)
    place = next(missing, next(iter(cell.places), None))
    return Aim(place.requirement.id, place.slot) if place is not None else None


def statements_of(board: CycleBoard) -> tuple[tuple[str, str], ...]:
    """The entries of all statements that stand, each with what its school is called."""
    names = ((each.school.name or each.school.id, each.school.id) for each in board.schools)
    found = ((statement_of(board, id), name) for name, id in names)
    return tuple({entry: name for entry, name in found if entry}.items())


def statement_of(board: CycleBoard, school: str) -> str:
    """The entry of the statement that stands for a school, else of the first; empty for none."""
    found = {
        each.school.id: place.logged[-1].source.entry
        for each in board.schools[::-1]
        for place in each.places[::-1]
        if isinstance(place.requirement, Log) and place.requirement.current and place.logged
    }
    first = next((found[e.school.id] for e in board.schools if e.school.id in found), "")
    return found.get(school, "") if school else first
