"""A list with a cursor. Only the rows that are seen are drawn, however many there are."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from textual import events
from textual.binding import Binding
from textual.content import Content
from textual.geometry import Region, Size
from textual.message import Message
from textual.scroll_view import ScrollView
from textual.strip import Strip

from facilitui.text import BLANK, Lines, accent, join, same
from facilitui.widgets.painting import painted
from facilitui.widgets.rows import Laid, Row
from facilitui.widgets.true_bar import TrueBar

GUTTER = 2
AIR = 1
"""Columns between what the rows say and the scroll bar."""
AHEAD = 3
"""Lines below the current row that stay in view where the list follows it."""


class RowList(ScrollView, TrueBar, can_focus=True):
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
        self.auto_links = False
        self._laid = Laid()
        self._strips: dict[tuple[int, int, bool], Strip] = {}
        """What was painted, by row, line and whether the cursor was on it."""
        self._cursor: int | None = None
        self._follow = follow
        """Whether it only shows which row is the current one: no cursor, no keys."""
        self._gutter, self._beside = (0, 0) if follow else (GUTTER, GUTTER + AIR)
        """The cursor's columns, which never move what it marks, and all that are no row's."""
        self._moved = False

    @property
    def rows(self) -> tuple[Row, ...]:
        """All rows, seen or not."""
        return self._laid.rows

    @property
    def marked(self) -> str:
        """The key of the marked row; empty where none is."""
        return self.rows[self._cursor].key if self._cursor is not None else ""

    @property
    def keys(self) -> tuple[str, ...]:
        """The keys of the rows that can be marked, in order."""
        return tuple(self.rows[place].key for place in self._laid.able)

    def show(self, rows: Sequence[Row], mark: str = "") -> None:
        """Show other rows; the cursor goes to `mark`, else stays as near as it can.

        Until somebody has moved it, or something was marked, it is on the first row. Only lines
        that are not as they were are painted again.
        """
        self._moved = self._moved or bool(mark and not self._follow)
        before, place = (self.marked, self._cursor or 0) if self._moved else ("", 0)
        self._moved = self._moved or bool(mark)
        seen = self._seen()
        self._lay(rows)
        self._cursor = self._nearest(mark if self._follow else mark or before, place)
        self._paint_changed(seen)
        self.call_after_refresh(self._keep_in_view)

    def _lay(self, rows: Sequence[Row]) -> None:
        """Work out where each row begins at this width."""
        width = self.scrollable_content_region.width
        self._laid = Laid(rows, width - self._beside)
        self._strips.clear()
        self.virtual_size = Size(width, self._laid.height)

    def _seen(self) -> Lines:
        """The lines in view."""
        top = int(self.scroll_offset.y)
        return [self._line(line) for line in range(top, top + self.size.height)]

    def _paint_changed(self, seen: Lines) -> None:
        both = enumerate(zip(self._seen(), seen, strict=True))
        if other := [Region(0, y, self.size.width, 1) for y, (a, b) in both if not same(a, b)]:
            self.refresh(*other)

    def mark(self, key: str) -> None:
        """Put the cursor on a row."""
        self._go_to(self._laid.place_of(key))

    def _nearest(self, key: str, place: int) -> int | None:
        found, able = self._laid.place_of(key), self._laid.able
        if found is not None or not able or self._follow:
            return found
        return min(able, key=lambda each: abs(each - place))

    def _go_to(self, place: int | None) -> None:
        if place is None or place == self._cursor:
            return
        seen = self._seen()
        self._cursor, self._moved = place, True
        self._paint_changed(seen)
        self._keep_in_view()
        self.post_message(self.Marked(self, self.marked))

    def _keep_in_view(self) -> None:
        if self._cursor is None or not self.size.height:
            return
        top, bottom = self._laid.span(self._cursor, self.size.height)
        if bottom <= self.size.height or not self.has_focus:  # what stands above is seen too
            top = 0 if self._cursor == self._laid.able[0] else top
        if self._follow:  # what comes next is seen as well
            bottom = min(self._laid.height, bottom + AHEAD)
        region = Region(0, top, self.size.width, min(bottom - top, self.size.height))
        self.scroll_to_region(region, animate=False, force=True)

    def _step(self, by: int) -> int | None:
        able = self._laid.able
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
        self._go_to(self._step(-len(self.rows) if end == 0 else len(self.rows)))

    def action_choose(self) -> None:
        """Choose the marked row."""
        if self.marked:
            self.post_message(self.Chosen(self, self.marked))

    def on_click(self, event: events.Click) -> None:
        """A click marks; a click on the marked row chooses it."""
        place = self._laid.place_at(event.y + int(self.scroll_offset.y))
        if place is not None and place == self._cursor:
            self.action_choose()
        elif place is not None and self.rows[place].key:
            self._go_to(place)

    def on_focus(self) -> None:
        """The cursor is drawn only where the keys go, and is in view there."""
        self.refresh().call_after_refresh(self._keep_in_view)

    on_blur = on_focus

    def _size_updated(
        self, size: Size, virtual_size: Size, container_size: Size, layout: bool = True
    ) -> bool:
        """Lines are made for a width as soon as it is known, for what is drawn next."""
        resized = super()._size_updated(size, virtual_size, container_size, layout)
        if resized or self._laid.width + self._beside != self.scrollable_content_region.width:
            self._lay(self.rows)
            self.call_after_refresh(self._keep_in_view)
        return resized

    def notify_style_update(self) -> None:
        """A change of theme draws everything again."""
        super().notify_style_update()
        self._strips.clear()
        self.refresh()

    def render_line(self, y: int) -> Strip:
        """One line of one row."""
        place = self._laid.place_at(line := y + int(self.scroll_offset.y))
        if place is None or self._heads_nothing(place, line):
            return Strip.blank(self.size.width, self.visual_style.rich_style)
        key = (place, line - self._laid.top(place), self._is_marked(place))
        if key not in self._strips:
            self._strips[key] = painted(self, self._line(line), self._laid.width + self._beside)
        return self._strips[key]

    def _line(self, line: int) -> Content:
        """A line of the list, with the cursor where it is on that row."""
        place = self._laid.place_at(line)
        if place is None or self._laid.width <= 0 or self._heads_nothing(place, line):
            return BLANK
        marked = self._is_marked(place)
        content = self._laid.line(place, line - self._laid.top(place), marked=marked)
        content = join(("  ", accent("▌ "))[marked] if self._gutter else "", content)
        if marked:
            width = self._laid.width + self._gutter
            content = content.truncate(width, pad=True).stylize("on $tint")
        return content

    def _heads_nothing(self, place: int, line: int) -> bool:
        """Whether a heading has the last line in view, nothing of its own below it."""
        return self.rows[place].heads and line - self.scroll_offset.y == self.size.height - 1

    def _is_marked(self, place: int) -> bool:
        return place == self._cursor and self._shows_cursor

    @property
    def _shows_cursor(self) -> bool:
        return self.has_focus or self._follow
