"""An agenda in a table of separated values, whichever program wrote it."""

from __future__ import annotations

import csv
import re
from collections import Counter
from collections.abc import Iterator
from dataclasses import replace

from facilitui.core.columns import headed
from facilitui.core.raw_table import MOST_COLUMNS, MOST_ROWS, RawRow, RawTable

_DELIMITERS = (",", ";", "\t", "|")
_SAMPLE = 60
"""Rows by which delimiters are compared."""
_MOST_MENDED = 20
"""Quotation marks that are never closed; after so many the rest is read line by line."""
_SAID = re.compile(r"sep=(.)\n", re.IGNORECASE)
_RULE = re.compile(r"[\s:|+=-]*")
_NOT_CLOSED = "a quotation mark is not closed"


def looks_like_csv(text: str) -> bool:
    """Whether lines have the same separators, as written lists do not."""
    lines = [line for line in text.split("\n")[:_SAMPLE] if line.strip()]
    marked = sum(bool(re.match(r"\s*(?:[-*+>#|]|\d+[.)])\s", line)) for line in lines)
    if len(lines) < 2 or 3 * marked > len(lines):
        return False
    return _SAID.match(text) is not None or _evenness(text, _delimiter(text)) >= 0.8


def read_csv(text: str) -> RawTable:
    """The rows of a table; a row with a fault has its trouble."""
    said = _SAID.match(text)
    delimiter = said[1] if said and said[1] not in '"\n' else _delimiter(text)
    rows = list(_rows(text, delimiter, bool(said)))
    kept = [row for row in rows if not _is_rule(row)][:MOST_ROWS]
    table = headed(_without_edges(kept))
    if len(rows) > MOST_ROWS:
        left = f"only the first {MOST_ROWS} rows were looked at"
        table = replace(table, told=(*table.told, left))
    return table


def _is_rule(row: RawRow) -> bool:
    """Whether a row is only the line under a heading."""
    return not row.trouble and all(_RULE.fullmatch(text[:200]) for text in row.cells)


def _without_edges(rows: list[RawRow]) -> list[RawRow]:
    """Rows without the empty cells that strokes at both ends of each line make."""
    read = [row for row in rows if not row.trouble]
    if read and all(len(row.cells) > 2 and not row.cells[0].strip() for row in read):
        rows = [row if row.trouble else replace(row, cells=row.cells[1:]) for row in rows]
        if not any(row.cells[-1].strip() for row in rows if not row.trouble):
            rows = [row if row.trouble else replace(row, cells=row.cells[:-1]) for row in rows]
    return rows


def _delimiter(text: str) -> str:
    """The separator by which the first rows come out most alike; a comma where none does."""
    return max(_DELIMITERS, key=lambda each: _evenness(text, each))


def _evenness(text: str, delimiter: str) -> float:
    """The share of rows that have the usual number of cells, if that is more than one."""
    sample = "\n".join(text[:100_000].split("\n")[: _SAMPLE * 4])
    rows = [row for row in _rows(sample, delimiter, False) if any(map(str.strip, row.cells))]
    widths = Counter(len(row.cells) for row in rows[:_SAMPLE] if not row.trouble)
    several = {width: count for width, count in widths.items() if width > 1}
    if not several:
        return 0.0
    width, count = max(several.items(), key=lambda each: (each[1], each[0]))
    return count / widths.total() + min(width, 6) / 1000


def _rows(text: str, delimiter: str, said: bool) -> Iterator[RawRow]:
    """All rows, each with the line that it begins in."""
    lines = text.split("\n")
    at, mended = int(said), 0
    while at < len(lines):
        begun, broken = at, False
        # The limit of one cell is left as it is: it holds for the whole program.
        reader = csv.reader(
            (f"{line}\n" for line in lines[begun:]), delimiter=delimiter, strict=False
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
            if broken or _runs_on(lines, at, after, cells):
                yield RawRow(at + 1, (lines[at][:2000],), _NOT_CLOSED)
                at, mended = at + 1, mended + 1
                break
            if cells:
                yield RawRow(at + 1, tuple(cells[:MOST_COLUMNS]))
            at = after
        if closed:
            yield from _plainly(lines, at, delimiter)
            return


def _runs_on(lines: list[str], at: int, after: int, cells: list[str] | None) -> bool:
    """Whether a row only ends where the file does, because its quotation mark is not closed."""
    if after - at < 2 or after < len(lines) or not cells:
        return False
    return cells[-1].endswith("\n") and sum(line.count('"') for line in lines[at:]) % 2 == 1


def _plainly(lines: list[str], at: int, delimiter: str) -> Iterator[RawRow]:
    """Lines whose quotation marks are no help, taken apart at the separators alone."""
    for number, line in enumerate(lines[at : at + MOST_ROWS + 1], at + 1):
        yield RawRow(number, tuple(line.split(delimiter)[:MOST_COLUMNS]))
