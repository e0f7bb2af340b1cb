"""Rows for a list, and how they lie under one another. Each is drawn when it is first seen."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Callable, Sequence
from dataclasses import dataclass

from textual.content import Content

from facilitui.text import BLANK, Lines

DrawRow = Callable[[int, bool], Lines]
"""The lines of a row for a width, and whether the cursor is on it."""


@dataclass(frozen=True, slots=True)
class Row:
    """One row. A row without a key cannot be marked."""

    key: str
    draw: DrawRow
    height: int | Callable[[int], int] = 1
    """How many lines `draw` makes: always as many, or so many for a width."""
    heads: bool = False
    """Whether it is the heading of what follows, without which it is not shown."""

    def high(self, width: int) -> int:
        """How many lines it has at a width."""
        return self.height if isinstance(self.height, int) else self.height(width)


def blank_row() -> Row:
    """Space between rows."""
    return _BLANK


_BLANK = Row("", lambda width, marked: [BLANK])


class Laid:
    """Rows under one another at a width; before there is one, each takes a line."""

    def __init__(self, rows: Sequence[Row] = (), width: int = 0) -> None:
        self.rows, self.width = tuple(rows), width
        self.able = [place for place, row in enumerate(self.rows) if row.key]
        """Which of them can be marked."""
        self._tops: list[int] = []
        self._drawn: dict[tuple[int, bool], Lines] = {}
        self.height = 0
        for row in self.rows:
            self._tops.append(self.height)
            self.height += row.high(width) if width > 0 else 1

    def place_of(self, key: str) -> int | None:
        """Which row has a key."""
        return next((place for place in self.able if self.rows[place].key == key), None)

    def top(self, place: int) -> int:
        """The first line of a row."""
        return self._tops[place]

    def span(self, place: int, room: int) -> tuple[int, int]:
        """From which line to which one a row is to be seen: with its headings, if they have room.

        These are the ones right above it.
        """
        first, end = place, self.end(place)
        while first and self.rows[first - 1].heads:
            first -= 1
        return self._tops[first if end - self._tops[first] <= room else place], end

    def end(self, place: int) -> int:
        """The line behind a row's last."""
        return self._tops[place + 1] if place + 1 < len(self._tops) else self.height

    def place_at(self, line: int) -> int | None:
        """Which row a line belongs to."""
        return bisect_right(self._tops, line) - 1 if 0 <= line < self.height else None

    def line(self, place: int, index: int, *, marked: bool) -> Content:
        """One line of a row."""
        if (place, marked) not in self._drawn:
            self._drawn[place, marked] = self.rows[place].draw(self.width, marked)
        lines = self._drawn[place, marked]
        return lines[index] if index < len(lines) else BLANK
