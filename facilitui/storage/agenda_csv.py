"""An agenda in a table of separated values."""

from __future__ import annotations

import re
from dataclasses import replace

from facilitui.core.agendas_outside.columns import headed
from facilitui.core.agendas_outside.raw_table import MOST_COLUMNS, MOST_ROWS, RawRow, RawTable
from facilitui.storage.csv_rows import csv_rows, evenness, says_its_delimiter, usual_delimiter

_SAMPLE = 60
"""Lines by which is judged whether a text is such a table."""
_RULE = re.compile(r"[\s:|+=-]*")


def looks_like_csv(text: str) -> bool:
    """Whether lines have the same separators, as written lists do not."""
    lines = [line for line in text.split("\n")[:_SAMPLE] if line.strip()]
    marked = sum(bool(re.match(r"\s*(?:[-*+>#|]|\d+[.)])\s", line)) for line in lines)
    if len(lines) < 2 or 3 * marked > len(lines):
        return False
    return says_its_delimiter(text) or evenness(text, usual_delimiter(text)) >= 0.8


def read_csv(text: str) -> RawTable:
    """The rows of a table; a row with a fault has its trouble."""
    rows = csv_rows(text, MOST_COLUMNS, 2 * MOST_ROWS)
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
