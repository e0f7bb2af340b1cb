"""How the grid of a board is drawn: which cells have room, and where each stands."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from textual.content import Content

from facilitui import text as t
from facilitui.core.pathways.cycle_board import Cycle, CycleBoard
from facilitui.widgets.cycle_words import cell_lines, check_ins_told, fitting

LEAST = 11
"""The columns that a cell has at least, its mark for the cursor among them."""
EMPTY = 2
"""The lines that a row of cells has at most in which nothing is there."""
_HEAD = 12
"""The columns of a row's head; where there is room it has more."""
_ROOMY, _ROOMY_HEAD = 90, 24
"""From so many columns on the heads have that many."""


@dataclass(frozen=True, slots=True)
class _Line:
    """What stands along one side of the grid: a cycle, or a part."""

    name: str
    below: tuple[str, ...] = ("",)
    """What stands below the name, the longest way of saying it first."""


@dataclass(frozen=True, slots=True)
class GridDrawing:
    """A grid for a width."""

    board: CycleBoard
    today: date
    at: tuple[int, int]
    """Which cycle and which part is marked, each counted from 0."""
    width: int
    high: int
    """How many lines there are for all of it."""
    each: int
    """How many lines each cell has."""
    has_keys: bool
    """Whether the keys go to it: then the marked cell has a cursor."""

    @property
    def is_turned(self) -> bool:
        """Whether the parts go down: only so all of a row has room."""
        room = (self.width - _head(self.width)) // LEAST
        return len(self.board.parts) > room and len(self.board.cycles) < len(self.board.parts)

    def _shape(self) -> tuple[Sequence[_Line], Sequence[_Line], int, int]:
        """What goes down, what goes across, and which of each is marked."""
        cycles = [self._cycle_line(each) for each in self.board.cycles]
        parts = [_Line(each.name) for each in self.board.parts]
        if self.is_turned:
            return parts, cycles, self.at[1], self.at[0]
        return cycles, parts, self.at[0], self.at[1]

    def _cycle_line(self, cycle: Cycle) -> _Line:
        return _Line(f"Cycle {cycle.number}", tuple(check_ins_told(cycle, self.today)))

    def cell_at(self, x: int, y: int) -> tuple[int, int] | None:
        """Which cell stands at a place of the grid."""
        down, across, row, column = self._shape()
        head, wide, columns = self._columns(len(across), column)
        top, rows = self._rows(across, down, row)
        at_column, row_at = (x - head) // max(1, wide), self._row_at(y - top, rows)
        if y < top or x < head or row_at is None or at_column >= len(columns):
            return None
        found = row_at, columns[at_column]
        return (found[1], found[0]) if self.is_turned else found

    def _row_at(self, below: int, rows: range) -> int | None:
        """Which row stands so many lines below the first one's beginning."""
        for at in rows:
            if below < (lines := self._high_of(at) + self._gap):
                return at
            below -= lines
        return None

    def _high_of(self, row: int) -> int:
        """The lines of a row: a cycle of which nothing is there has no words to show."""
        is_empty = not self.is_turned and not any(e.logged for e in self.board.cycles[row].cells)
        return min(self.each, EMPTY) if is_empty else self.each

    @property
    def _gap(self) -> int:
        """Lines between two rows: one where there is so much room."""
        down = self._shape()[0]
        return int(self.high >= 2 + len(down) * (self.each + 1))

    def _columns(self, count: int, marked: int) -> tuple[int, int, range]:
        """The columns of the heads and of each cell, and which cells of a row are shown."""
        head = _head(self.width)
        most = max(1, min(count, (self.width - head) // LEAST))
        first = max(0, min(marked - most // 2, count - most))
        return head, max(4, (self.width - head) // most), range(first, first + most)

    def _rows(
        self, across: Sequence[_Line], down: Sequence[_Line], marked: int
    ) -> tuple[int, range]:
        """How many lines stand above the cells, and which rows are shown."""
        top = 1 + any(line.below[0] for line in across) + self._gap
        most = max(1, (self.high - top + self._gap) // (self.each + self._gap))
        most = min(most, len(down))
        first = max(0, min(marked - most // 2, len(down) - most))
        return top, range(first, first + most)

    def lines(self) -> t.Lines:
        """All of its lines."""
        down, across, row, column = self._shape()
        head, wide, columns = self._columns(len(across), column)
        _, rows = self._rows(across, down, row)
        lines = self._heads(across, columns, column, head, wide)
        windows = filter(None, (_window(rows, len(down)), _window(columns, len(across))))
        lines[0] = t.join(t.padded(t.soft(" ".join(windows)), head), lines[0])
        lines += [t.BLANK] * self._gap
        for at in rows:
            lines += [t.BLANK] * (self._gap if at != rows[0] else 0)
            side = self._side(down[at], at == row, head)
            cells = [self._cell(at, each, wide) for each in columns]
            lines += [
                t.join(side[line], *(cell[line] for cell in cells))
                for line in range(self._high_of(at))
            ]
        return [t.fitted(line, self.width) for line in lines]

    def _heads(
        self, across: Sequence[_Line], columns: range, marked: int, head: int, wide: int
    ) -> t.Lines:
        """The names over the cells, and what is said below them."""
        gutter = _gutter(wide)
        named = [
            t.padded(
                t.join(" " * gutter, (t.strong if at == marked else t.heading)(across[at].name)),
                wide,
            )
            for at in columns
        ]
        lines = [t.join(*named)]
        if any(line.below[0] for line in across):
            room = wide - gutter - 1
            below = [t.soft(fitting(across[at].below, room)) for at in columns]
            told = [t.padded(t.join(" " * gutter, each), wide) for each in below]
            lines.append(t.join(" " * head, *told))
        return lines

    def _side(self, line: _Line, is_marked: bool, head: int) -> t.Lines:
        """The head of a row, as high as its cells."""
        name = (t.strong if is_marked else t.heading)(line.name)
        below = t.soft(fitting(line.below, head - 1))
        if self.each == 1:
            both = t.join(name, "  ", below)
            return [t.padded(t.fitted(both if both.cell_length < head else name, head - 1), head)]
        said = [name, below, *[t.BLANK] * (self.each - 2)]
        return [t.padded(t.fitted(each, head - 1), head) for each in said]

    def _cell(self, at: int, other: int, wide: int) -> t.Lines:
        """One cell, exactly as wide and high as it has room."""
        cycle, part = (other, at) if self.is_turned else (at, other)
        cell, marked = self.board.cycles[cycle].cells[part], (cycle, part) == self.at
        gutter, room = _gutter(wide), wide - _gutter(wide)
        told = cell_lines(cell, room, self.each, self.today)
        told += [t.BLANK] * (self.each - len(told))
        return [self._cell_line(each, gutter, wide, marked=marked) for each in told]

    def _cell_line(self, content: Content, gutter: int, wide: int, *, marked: bool) -> Content:
        """One line of a cell; the marked one is tinted, with a cursor while the keys go here."""
        has_cursor = marked and self.has_keys
        before = t.padded(t.accent("▌") if has_cursor else t.BLANK, gutter)
        line = t.padded(t.join(before, content), wide)
        return line.stylize("on $tint") if marked else line


def _head(width: int) -> int:
    return _ROOMY_HEAD if width >= _ROOMY else min(_HEAD, max(4, width // 3))


def _window(shown: range, count: int) -> str:
    """Which of how many are shown, where that is not all."""
    return f"{shown[0] + 1}–{shown[-1] + 1} of {count}" if len(shown) < count else ""


def _gutter(wide: int) -> int:
    """The cursor's columns before a cell."""
    return 2 if wide > LEAST + 2 else 1
