"""Texts of any length in a field: what a key costs does not grow with what stands around it.

Textual's own wraps a line anew with each key, divides all of it for each row that is drawn, and
counts all lines for each row. A line of 200,000 characters took a tenth of a second a key.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from itertools import pairwise

from rich.text import Text
from textual._wrap import compute_wrap_offsets
from textual.document._document import Location
from textual.document._wrapped_document import WrappedDocument

LONG = 4000
"""Characters of a line from which on it is worth it."""
ROWS = 8
"""So many are wrapped anew before it is looked if the next one breaks as before."""
_LAST_WORD = re.compile(r"\S+\s*\Z|\A\s+\Z")
_NEXT_WORD = re.compile(r"\s(?=\S)")


class Lines(WrappedDocument):
    """Lines that are wrapped, of which an edit wraps only what it changes."""

    _last: tuple[int, str] = (-1, "")
    """The long line that was wrapped last, by its number, to see what an edit changes in it."""

    def wrap(self, width: int, tab_width: int | None = None) -> None:
        """Wrap all lines."""
        self._last = (-1, "")
        super().wrap(width, tab_width)

    @property
    def height(self) -> int:
        """How many rows all lines take."""
        return len(self._offset_to_line_info)

    def get_sections(self, line_index: int) -> list[str]:
        """The rows of a line."""
        line = self.document.get_line(line_index)
        return [line[a:b] for a, b in pairwise((0, *self._wrap_offsets[line_index], len(line)))]

    def wrap_range(self, start: Location, old_end: Location, new_end: Location) -> None:
        """Wrap what an edit changed."""
        (row, first), (last_row, before), (new_row, now) = start, old_end, new_end
        line = self.document.get_line(row) if row < self.document.line_count else ""
        known, self._last = self._last, (row, line) if len(line) > LONG else (-1, "")
        if {row, last_row, new_row, known[0]} == {row} and self._goes_on(known[1], line):
            old = known[1]
            if old[:first] == line[:first] and old[before:] == line[now:]:
                offsets = rewrapped(
                    line, self._wrap_offsets[row], (first, before, now), self._width
                )
                return self._put(row, offsets)
        super().wrap_range(start, old_end, new_end)

    def _goes_on(self, old: str, line: str) -> bool:
        """Whether a line is as it was in most places, and no tab depends on what is before it."""
        is_plain = "\t" not in line and "\t" not in old
        return len(line) > LONG and bool(self._width and old) and is_plain

    def _put(self, row: int, offsets: list[int]) -> None:
        """Set the breaks of one line, and move the lines below it."""
        places = self._line_index_to_offsets[row]
        top, height, before = places[0], len(offsets) + 1, len(places)
        self._wrap_offsets[row] = offsets
        if height == before:
            return
        self._offset_to_line_info[top : top + before] = [(row, part) for part in range(height)]
        self._line_index_to_offsets[row] = list(range(top, top + height))
        for below in self._line_index_to_offsets[row + 1 :]:
            below[:] = [place + height - before for place in below]


def rewrapped(
    line: str, breaks: Sequence[int], edit: tuple[int, int, int], width: int
) -> list[int]:
    """Where a line without tabs breaks, after an edit, known where it broke before.

    `edit` is where it begins, where it ended before and where it ends now. What stands before the
    word at its beginning breaks as it did; behind it, from the first break that is as it was.
    """
    first, before, now = edit
    word = _LAST_WORD.search(line, max(0, first - LONG), first)
    is_whole = word is not None and (word.start() > first - LONG or word.start() == 0)
    kept = [each for each in breaks if word is not None and is_whole and each < word.start()]
    begun, end = kept[-1] if kept else 0, now
    later = {each + now - before: at for at, each in enumerate(breaks) if each > before}
    while True:
        end = _word_from(line, max(end + ROWS * width, begun + 2 * (end - begun)))
        made = [begun + each for each in compute_wrap_offsets(line[begun:end], width, 4)]
        for at, each in enumerate(made):
            if each > now and each in later:
                rest = breaks[later[each] :]
                return [*kept, *made[:at], *(old + now - before for old in rest)]
        if end == len(line):
            return [*kept, *made]


def _word_from(line: str, at: int) -> int:
    """Where the next word begins from a place on; the end of the line if none does."""
    found = _NEXT_WORD.search(line, at)
    return found.end() if found is not None else len(line)


class LongLine(Text):
    """A line to be drawn, that is divided into its rows only where one of them is asked for."""

    def divide(self, offsets: Iterable[int]) -> Rows:  # type: ignore[override]
        """Its rows, broken at some places."""
        return Rows(self, list(offsets))


class NoTabs(Text):
    """A row of which nobody asks more than how many tabs are in it."""

    plain = ""


class Rows:
    """The rows of a line. Of the first that is asked for all is there, of others their tabs.

    Textual's own asks first for the one that it draws, and then for all that stand above it.
    """

    def __init__(self, line: Text, offsets: list[int]) -> None:
        self._line, self._plain = line, line.plain
        self._ends = (0, *offsets, len(self._plain))
        self._others = None if "\t" in self._plain else NoTabs()
        self._asked = False

    def __getitem__(self, at: int) -> Text:
        """A row."""
        if self._asked and self._others is not None:
            return self._others
        self._asked = True
        start, end = self._ends[at], self._ends[at + 1]
        row = Text(self._plain[start:end], style=self._line.style, end=self._line.end)
        for span in self._line.spans:
            if span.start < end and span.end > start:
                row.stylize(span.style, max(span.start - start, 0), min(span.end, end) - start)
        return row
