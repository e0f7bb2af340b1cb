"""The alignment matrix as lines: a column a goal, a row an action or an evidence measure."""

from __future__ import annotations

from textual.content import Content

from facilitui import text as t
from facilitui.core.plans.matrix import Cell, Matrix, MatrixRow
from facilitui.widgets.row_list import GUTTER
from facilitui.widgets.rows import Row, blank_row

CELL = 6
"""Columns of one goal."""
NAME = 22
"""The least that a row's name has."""
MINUTES = 5
TITLE = GUTTER + MINUTES + 1
"""Where the titles of the rows begin, and the words of the marked goal."""
BESIDE = GUTTER + 1
"""The columns of a list that are not a row's: the cursor's, and the scroll bar's."""

_GLYPHS = {Cell.SERVES: "●", Cell.BY_ALL: "●", Cell.NO: "·", Cell.EXEMPT: " "}


def head(matrix: Matrix, column: int, width: int) -> t.Lines:
    """How many holes there are, the goals that have room, what each has and what it lacks."""
    holes = sum(len(matrix.holes(at)) for at in range(len(matrix.goals)))
    told = t.soft("no holes") if not holes else t.accent(f"! {t.plural(holes, 'hole')}")
    title = t.spread(t.strong("Alignment"), told, width)
    if not matrix.goals:
        return [title, t.BLANK]
    shown = _shown(matrix, column, width - BESIDE)
    names = [_in_cell((t.strong if at == column else t.soft)(matrix.goals[at].id)) for at in shown]
    before = " " * (GUTTER + _name_room(shown, width - BESIDE))
    return [
        title,
        t.BLANK,
        t.join(before, *names),
        _there(matrix, column, "action", "has an action", width),
        _there(matrix, column, "evidence", "has evidence", width),
    ]


def rows(matrix: Matrix, column: int, *, airy: bool) -> list[Row]:
    """Actions, then evidence."""
    if not matrix.goals:
        return [_said("There are no goals yet: escape, then g adds one.")]
    actions = [row for row in matrix.rows if not row.is_evidence]
    evidence = [row for row in matrix.rows if row.is_evidence]
    return [
        *([blank_row()] if airy else []),
        _headed("Actions"),
        *(_row(matrix, row, column) for row in actions),
        *([] if actions else [_said("no blocks on the agenda yet")]),
        blank_row(),
        _headed("Evidence"),
        *(_row(matrix, row, column) for row in evidence),
        *([] if evidence else [_said("none yet: escape, then v adds a measure")]),
    ]


def summary(matrix: Matrix, column: int, width: int) -> t.Lines:
    """The marked goal in full."""
    if not matrix.goals:
        return []
    goal = matrix.goals[column]
    said = f"{goal.kind.label.lower()}: {goal.text or '…'}"
    return [
        t.BLANK,
        *t.labelled(goal.id, t.clipped(t.wrapped(said, width - TITLE), 2, width - TITLE), TITLE),
    ]


def _there(matrix: Matrix, column: int, what: str, told: str, width: int) -> Content:
    """A tick under each goal that has it, "!" under those that lack it."""
    shown = _shown(matrix, column, width - BESIDE)
    name = t.padded(t.soft(" " * (MINUTES + 1) + told), _name_room(shown, width - BESIDE))
    lacking = (what in matrix.holes(at) for at in shown)
    marks = (_in_cell(t.accent("!") if lacks else t.soft("✓")) for lacks in lacking)
    return t.fitted(t.join(" " * GUTTER, name, *marks), width)


def _in_cell(content: Content) -> Content:
    """Everything in a column begins at the same place."""
    return t.join("  ", t.padded(content, CELL - 2))


def _shown(matrix: Matrix, column: int, width: int) -> range:
    """The goals that have room, the marked one among them."""
    most = max(1, (width - NAME - MINUTES) // CELL)
    first = max(0, min(column - most // 2, len(matrix.goals) - most))
    return range(first, min(len(matrix.goals), first + most))


def _name_room(shown: range, width: int) -> int:
    return max(4, width - len(shown) * CELL)


def _row(matrix: Matrix, row: MatrixRow, column: int) -> Row:
    def draw(width: int, marked: bool) -> t.Lines:
        shown = _shown(matrix, column, width)
        room = _name_room(shown, width)
        minutes = t.minutes(row.minutes) if row.minutes is not None else ""
        name = (t.strong if marked else t.ink)(row.title)
        left = t.join(t.right(t.soft(minutes), MINUTES - 1), "  ", name)
        cells = [_cell(row.cells[at], marked and at == column) for at in shown]
        return [t.join(t.padded(left, room), *cells)]

    return Row(row.place, draw)


def _cell(cell: Cell, here: bool) -> Content:
    glyph = _GLYPHS[cell]
    if here:
        return t.join(" ", t.accent("‹"), t.strong(glyph), t.accent("›"), "  ")
    return _in_cell((t.ink if cell is Cell.SERVES else t.soft)(glyph))


def _headed(title: str) -> Row:
    return Row("", lambda width, marked: [t.fitted(t.heading(title), width)])


def _said(text: str) -> Row:
    return Row("", lambda width, marked: [t.fitted(t.soft(f"      {text}"), width)])
