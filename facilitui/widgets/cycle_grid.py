"""The grid of a board: cycles by parts, each cell saying in words what is there.

The cycles go down and the parts across, or the other way round where only that has room; of what
has none the cells around the marked one are shown, and how many there are.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from textual import events
from textual.binding import Binding
from textual.geometry import Size
from textual.message import Message
from textual.strip import Strip
from textual.widget import Widget

from facilitui import text as t
from facilitui.core.pathways.cycle_board import Cell, CycleBoard
from facilitui.widgets.cycle_drawing import GridDrawing
from facilitui.widgets.painting import painted


class CycleGrid(Widget, can_focus=True):
    """Cells with a cursor."""

    DEFAULT_CSS = """
    CycleGrid { height: auto; width: 1fr; }
    """
    BINDINGS = [
        Binding("up", "move(-1, 0)", "up", show=False),
        Binding("down", "move(1, 0)", "down", show=False),
        Binding("left", "move(0, -1)", "left", show=False),
        Binding("right", "move(0, 1)", "right", show=False),
        Binding("home", "edge(0)", "first", show=False),
        Binding("end", "edge(-1)", "last", show=False),
        Binding("enter", "choose", "choose", show=False),
    ]
    ALLOW_SELECT = False

    @dataclass
    class Marked(Message):
        """The cursor came to another cell."""

    @dataclass
    class Chosen(Message):
        """Somebody chose the marked cell, with enter or a second click."""

    def __init__(self, *, id: str) -> None:
        super().__init__(id=id)
        self.auto_links = False
        self._board: CycleBoard | None = None
        self._today = date.min
        self._at = (0, 0)
        """Which cycle and which part is marked, each counted from 0."""
        self._high, self._each = 1000, 2
        """How many lines there are for all of it, and how many of them each cell has."""
        self._drawn: tuple[int, t.Lines] = (-1, [])

    def show(self, board: CycleBoard | None, today: date, high: int, each: int) -> None:
        """Show a board on at most `high` lines, each cell on `each` of them."""
        self._board, self._today, self._high, self._each = board, today, high, max(1, each)
        if board is not None:
            last = len(board.cycles) - 1, len(board.parts) - 1
            self._at = min(self._at[0], last[0]), min(self._at[1], last[1])
        self._draw_again(layout=True)

    @property
    def cell(self) -> Cell | None:
        """The marked one."""
        if self._board is None:
            return None
        cycle, part = self._at
        return self._board.cycles[cycle].cells[part]

    def mark(self, cycle: int, part: str) -> None:
        """Put the cursor on a cell, by the cycle's number and the part's id, if there is one."""
        ids = [each.id for each in self._board.parts] if self._board else []
        if self._board and 0 < cycle <= len(self._board.cycles) and part in ids:
            self._go_to(cycle - 1, ids.index(part))

    def action_move(self, down: int, right: int) -> None:
        """Move the cursor by cells."""
        cycle, part = self._at
        is_turned = self._board is not None and self._drawing(self._board).is_turned
        down, right = (right, down) if is_turned else (down, right)
        self._go_to(cycle + down, part + right)

    def action_edge(self, end: int) -> None:
        """Move the cursor to the first or the last cell."""
        self._go_to(0, 0) if end == 0 else self._go_to(10_000, 10_000)

    def _go_to(self, cycle: int, part: int) -> None:
        if self._board is None:
            return
        last = len(self._board.cycles) - 1, len(self._board.parts) - 1
        at = max(0, min(cycle, last[0])), max(0, min(part, last[1]))
        if at != self._at:
            self._at = at
            self._draw_again()
            self.post_message(self.Marked())

    def action_choose(self) -> None:
        """Choose the marked cell."""
        if self.cell is not None:
            self.post_message(self.Chosen())

    def on_click(self, event: events.Click) -> None:
        """A click marks; a click on the marked cell chooses it."""
        place = event.x - self.gutter.left, event.y - self.gutter.top
        at = self._drawing(self._board).cell_at(*place) if self._board is not None else None
        if at == self._at:
            self.action_choose()
        elif at is not None:
            self._go_to(*at)

    def _drawing(self, board: CycleBoard, width: int = 0) -> GridDrawing:
        wide = width or self.content_size.width
        focus = self.has_focus
        return GridDrawing(board, self._today, self._at, wide, self._high, self._each, focus)

    def lines(self, width: int) -> t.Lines:
        """The grid for a width."""
        if self._board is None or width <= 0:
            return []
        if self._drawn[0] != width:
            self._drawn = width, self._drawing(self._board, width).lines()
        return self._drawn[1]

    def _draw_again(self, *, layout: bool = False) -> None:
        self._drawn = (-1, [])
        if layout:
            self._box_model_cache.clear()
        self.refresh(layout=layout)

    def on_focus(self) -> None:
        """The cursor is drawn where the keys go."""
        self._draw_again()

    on_blur = on_focus

    def get_content_width(self, container: Size, viewport: Size) -> int:
        """As wide as there is room."""
        return container.width

    def get_content_height(self, container: Size, viewport: Size, width: int) -> int:
        """As high as it has lines."""
        return len(self.lines(width))

    def render_line(self, y: int) -> Strip:
        """One of its lines."""
        width = self.content_size.width
        line = next(iter(self.lines(width)[y:]), t.BLANK)
        return painted(self, line, width)

    def notify_style_update(self) -> None:
        """A change of theme draws it again."""
        super().notify_style_update()
        self.refresh()
