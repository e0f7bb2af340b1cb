"""The rows of a table of separated values, whichever program wrote it."""

from __future__ import annotations

import csv
import re
from collections import Counter
from collections.abc import Iterator
from itertools import islice

from facilitui.core.agendas_outside.raw_table import RawRow

_DELIMITERS = (",", ";", "\t", "|")
_SAMPLE = 60
"""Rows by which delimiters are compared."""
_SAMPLE_COLUMNS = 60
"""Cells of a row that are counted there."""
_MOST_MENDED = 20
"""Quotation marks that are never closed; after so many the rest is read line by line."""
_SAID = re.compile(r"sep=(.)\n", re.IGNORECASE)
_NOT_CLOSED = "a quotation mark is not closed"
_TOO_LONG = f"a cell has more than {csv.field_size_limit():,} characters"
"""The limit is that of the whole program, so it is left as it is."""


def csv_rows(text: str, columns: int, most: int) -> list[RawRow]:
    """At most so many rows, each with at most so many cells; one with a fault has its trouble."""
    said = _SAID.match(text)
    delimiter = said[1] if said and said[1] not in '"\n' else usual_delimiter(text)
    return list(islice(_rows(text, delimiter, columns, begin=int(bool(said))), most))


def says_its_delimiter(text: str) -> bool:
    """Whether the first line names the separator, as one spreadsheet program writes it."""
    return _SAID.match(text) is not None


def usual_delimiter(text: str) -> str:
    """The separator by which the first rows come out most alike; a comma where none does."""
    return max(_DELIMITERS, key=lambda each: evenness(text, each))


def evenness(text: str, delimiter: str) -> float:
    """The share of rows that have the usual number of cells, if that is more than one."""
    sample = "\n".join(text[:100_000].split("\n")[: _SAMPLE * 4])
    found = _rows(sample, delimiter, _SAMPLE_COLUMNS)
    rows = [row for row in found if any(map(str.strip, row.cells))]
    widths = Counter(len(row.cells) for row in rows[:_SAMPLE] if not row.trouble)
    several = {width: count for width, count in widths.items() if width > 1}
    if not several:
        return 0.0
    width, count = max(several.items(), key=lambda each: (each[1], each[0]))
    return count / widths.total() + min(width, 6) / 1000


def _rows(text: str, delimiter: str, columns: int, begin: int = 0) -> Iterator[RawRow]:
    """All rows from a line on, each with the line that it begins in."""
    lines = text.split("\n")
    at, mended = begin, 0
    while at < len(lines):
        begun, broken = at, False
        reader = csv.reader(
            (f"{line}\n" for line in islice(lines, begun, None)), delimiter=delimiter, strict=False
        )
        closed = mended > _MOST_MENDED
        while not closed:
            try:
                cells = next(reader, None)
            except csv.Error:
                cells, broken = None, True
            if cells is None and not broken:
                return
            after = begun + reader.line_num
            if broken and (end := _end_of_row(lines, at)):
                yield RawRow(at + 1, (lines[at][:2000],), _TOO_LONG)
                at = end
                break
            if broken or _runs_on(lines, at, after, cells):
                yield RawRow(at + 1, (lines[at][:2000],), _NOT_CLOSED)
                at, mended = at + 1, mended + 1
                break
            if cells:
                yield RawRow(at + 1, tuple(cells[:columns]))
            at = after
        if closed:
            yield from _plainly(lines, at, delimiter, columns)
            return


def _end_of_row(lines: list[str], at: int) -> int:
    """Where the row ends whose cell is too long: where its marks are all closed; else 0."""
    marks = 0
    for end, line in enumerate(islice(lines, at, None), at + 1):
        marks += line.count('"')
        if marks % 2 == 0:
            return end
    return 0


def _runs_on(lines: list[str], at: int, after: int, cells: list[str] | None) -> bool:
    """Whether a row only ends where the file does, because its quotation mark is not closed."""
    if after - at < 2 or after < len(lines) or not cells:
        return False
    return cells[-1].endswith("\n") and sum(line.count('"') for line in lines[at:]) % 2 == 1


def _plainly(lines: list[str], at: int, delimiter: str, columns: int) -> Iterator[RawRow]:
    """Lines whose quotation marks are no help, taken apart at the separators alone."""
    for number, line in enumerate(islice(lines, at, None), at + 1):
        yield RawRow(number, tuple(line.split(delimiter)[:columns]))
