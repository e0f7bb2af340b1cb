"""A list with a cursor. Only the rows that are seen are drawn, however many there are."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Callable, Sequence
from dataclasses import dataclass

from textual import events
from textual.binding import Binding
from textual.geometry import Region, Size
from textual.message import Message
from textual.scroll_view import ScrollView
from textual.strip import Strip
from textual.visual import Visual

from facilitui.text import BLANK, Lines, accent, join

GUTTER = 2
AHEAD = 3
"""Lines below the current row that stay in view where the list follows it."""
DrawRow = Callable[[int, bool], Lines]
"""The lines of a row for a width, and whether the cursor is on it."""


@dataclass(frozen=True, slots=True)
class Row:
    """One row. A row without a key cannot be marked."""

    key: str
    draw: DrawRow
    height: int | Callable[[int], int] = 1
    """How many lines `draw` makes: always as many, or so many for a width."""

    def high(self, width: int) -> int:
        """How many lines it has at a width."""
        return self.height if isinstance(self.height, int) else self.height(width)


def blank_row() -> Row:
    """Space between rows."""
    return Row("", lambda width, marked: [BLANK])


class RowList(ScrollView, can_focus=True):
    """Rows under one another, one of them marked."""

    DEFAULT_CSS = """
    RowList {
        height: 1fr;
        background: $paper;
        scrollbar-size-vertical: 1;
        scrollbar-gutter: stable;
    }
    """
    BINDINGS = [
        Binding("up", "move(-1)", "up", show=False),
        Binding("down", "move(1)", "down", show=False),
        Binding("pageup", "page(-1)", "page up", show=False),
        Binding("pagedown", "page(1)", "page down", show=False),
        Binding("home", "edge(0)", "first", show=False),
        Binding("end", "edge(-1)", "last", show=False),
        Binding("enter", "choose", "choose", show=False),
    ]
    ALLOW_SELECT = False

    @dataclass
    class Marked(Message):
        """The cursor came to a row."""

        row_list: RowList
        key: str

        @property
        def control(self) -> RowList:
            """The list, for selectors."""
            return self.row_list

    @dataclass
    class Chosen(Message):
        """Somebody chose the marked row, with enter or a second click."""

        row_list: RowList
        key: str

        @property
        def control(self) -> RowList:
            """The list, for selectors."""
            return self.row_list

    def __init__(self, *, id: str | None = None, classes: str = "", follow: bool = False) -> None:
        super().__init__(id=id, classes=classes)
        self._rows: tuple[Row, ...] = ()
        self._tops: list[int] = []
        self._bottom = 0
        self._cursor: int | None = None
        self._follow = follow
        """Whether it only shows which row is the current one: no cursor, no keys."""
        self._moved = False

    @property
    def marked(self) -> str:
        """The key of the marked row; empty where none is."""
        return self._rows[self._cursor].key if self._cursor is not None else ""

    @property
    def keys(self) -> tuple[str, ...]:
        """The keys of the rows that can be marked, in order."""
        return tuple(row.key for row in self._rows if row.key)

    def show(self, rows: Sequence[Row], mark: str = "") -> None:
        """Show other rows; the cursor goes to `mark`, else stays as near as it can.

        Until somebody has moved it, or something was marked, it is on the first row.
        """
        self._moved = self._moved or bool(mark and not self._follow)
        before, place = (self.marked, self._cursor or 0) if self._moved else ("", 0)
        self._moved = self._moved or bool(mark)
        self._rows = tuple(rows)
        self._measure()
        self._cursor = self._place_of(mark or before, place)
        self.refresh()
        self.call_after_refresh(self._keep_in_view)

    def _measure(self) -> None:
        """Work out where each row begins at this width."""
        width = self.scrollable_content_region.width
        self._tops, top = [], 0
        for row in self._rows:
            self._tops.append(top)
            top += row.high(width - self._gutter)
        self._bottom = top
        self.virtual_size = Size(width, top)

    def _end_of(self, place: int) -> int:
        return self._tops[place + 1] if place + 1 < len(self._tops) else self._bottom

    def mark(self, key: str) -> None:
        """Put the cursor on a row."""
        self._go_to(next((i for i, row in enumerate(self._rows) if row.key == key), None))

    def _place_of(self, key: str, place: int) -> int | None:
        able = [i for i, row in enumerate(self._rows) if row.key]
        found = next((i for i in able if self._rows[i].key == key), None)
        if found is not None or not able or self._follow:
            return found
        return min(able, key=lambda i: abs(i - place))

    def _go_to(self, place: int | None) -> None:
        if place is None or place == self._cursor:
            return
        self._cursor, self._moved = place, True
        self.refresh()
        self._keep_in_view()
        self.post_message(self.Marked(self, self.marked))

    def _keep_in_view(self) -> None:
        if self._cursor is None or not self.size.height:
            return
        top = 0 if self._cursor == self._first() else self._tops[self._cursor]
        bottom = self._end_of(self._cursor)
        if self._follow:  # what comes next is seen as well
            bottom = min(self._bottom, bottom + AHEAD)
        region = Region(0, top, self.size.width, min(bottom - top, self.size.height))
        self.scroll_to_region(region, animate=False, force=True)

    def _first(self) -> int | None:
        return next((i for i, row in enumerate(self._rows) if row.key), None)

    def _step(self, by: int) -> int | None:
        able = [i for i, row in enumerate(self._rows) if row.key]
        if not able:
            return None
        at = able.index(self._cursor) if self._cursor in able else 0
        return able[max(0, min(len(able) - 1, at + by))]

    def action_move(self, by: int) -> None:
        """Move the cursor by rows."""
        self._go_to(self._step(by))

    def action_page(self, by: int) -> None:
        """Move the cursor by a screenful."""
        self._go_to(self._step(by * max(1, self.size.height - 2)))

    def action_edge(self, end: int) -> None:
        """Move the cursor to the first or the last row."""
        self._go_to(self._step(-len(self._rows) if end == 0 else len(self._rows)))

    def action_choose(self) -> None:
        """Choose the marked row."""
        if self.marked:
            self.post_message(self.Chosen(self, self.marked))

    def on_click(self, event: events.Click) -> None:
        """A click marks; a click on the marked row chooses it."""
        line = event.y + int(self.scroll_offset.y)
        place = self._row_at(line)
        if place is None or not self._rows[place].key:
            return
        if place == self._cursor:
            self.action_choose()
        else:
            self._go_to(place)

    def on_focus(self) -> None:
        """The cursor is drawn differently where the keys go."""
        self.refresh()

    def on_blur(self) -> None:
        """The cursor is drawn differently where the keys go."""
        self.refresh()

    def on_resize(self) -> None:
        """Lines are made for a width."""
        self._measure()
        self.call_after_refresh(self._keep_in_view)

    def notify_style_update(self) -> None:
        """A change of theme draws everything again."""
        super().notify_style_update()
        self.refresh()

    def _row_at(self, line: int) -> int | None:
        place = bisect_right(self._tops, line) - 1
        if place < 0 or line >= self._end_of(place):
            return None
        return place

    def render_line(self, y: int) -> Strip:
        """One line of one row."""
        width = self.scrollable_content_region.width
        line = y + int(self.scroll_offset.y)
        place = self._row_at(line)
        if place is None or not width:
            return Strip.blank(self.size.width, self.visual_style.rich_style)
        row, marked = self._rows[place], place == self._cursor and self._shows_cursor
        lines = row.draw(width - self._gutter, marked)
        index = line - self._tops[place]
        content = lines[index] if index < len(lines) else BLANK
        if self._gutter:
            content = join(accent("▌ ") if marked else "  ", content)
        if marked and index == 0:
            content = content.truncate(width, pad=True).stylize("on $tint")
        return Visual.to_strips(self, content, width, 1, self.visual_style, pad=True)[0]

    @property
    def _gutter(self) -> int:
        """The columns that the cursor stands in, so that it never moves what it marks."""
        return 0 if self._follow else GUTTER

    @property
    def _shows_cursor(self) -> bool:
        return self.has_focus or self._follow
