"""Documents as plain text for a terminal: harmless, and no wider than it is."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from rich.cells import cell_len, chop_cells

from facilitui.core import safe_text
from facilitui.core.paper_lines import PaperLine
from facilitui.reports.document import (
    Bullets,
    Definitions,
    Document,
    Heading,
    Paragraph,
    Part,
    Record,
    Records,
    Room,
    Table,
)

_GAP = 2
_LEAST = 8
"""Cells that a column keeps however many there are."""
_DOTS = "…" * 20
"""A line to write on."""


def plain_text(document: Document, width: int = 80) -> str:
    """The document without its closing sentence; ends with a newline."""
    lines = [*wrapped(document.title, width)]
    lines += (each.text for each in _lines(map(_loud, document.parts), width))
    return "\n".join(line.rstrip() for line in lines) + "\n"


def paper_lines(document: Document, width: int) -> Iterator[PaperLine]:
    """All of a document but its title, for where a heading can be told by how it looks."""
    return _lines(document.parts, width)


def _lines(parts: Iterable[Part], width: int) -> Iterator[PaperLine]:
    """Parts under one another, a line of space above each heading."""
    for part in parts:
        heads = isinstance(part, Heading)
        yield from (PaperLine(""),) * heads
        yield from (PaperLine(each, heads) for each in _part(part, width))


def _loud(part: Part) -> Part:
    """A heading as text alone tells that it is one."""
    if isinstance(part, Heading) and part.text.isascii():
        return Heading(part.text.upper())
    return part


def wrapped(text: str, width: int) -> list[str]:
    """A text in lines of whole words; its own line breaks are kept, long words are cut."""
    lines: list[str] = []
    for paragraph in safe_text.lines(text).strip().split("\n"):
        lines += _broken(paragraph.split(" "), max(1, width))
    return lines


def _broken(words: list[str], width: int) -> list[str]:
    lines, line = [], ""
    for word in words:
        for piece in _pieces(word, width):
            joined = f"{line} {piece}" if line else piece
            if cell_len(joined) <= width:
                line = joined
            else:
                lines.append(line)
                line = piece
    return [*lines, line]


def _pieces(word: str, width: int) -> Iterator[str]:
    """A word in pieces that fit; what is drawn as one sign is never cut."""
    if cell_len(word) <= width:
        yield word
    else:
        yield from filter(None, chop_cells(word, width))


def _part(part: Part, width: int) -> Iterator[str]:
    match part:
        case Heading(text):
            yield from wrapped(text, width)
        case Paragraph(text, label):
            yield from _hanging(f"{label}: " if label else "", text, width)
        case Bullets(items, boxes):
            for at, item in enumerate(items):
                box = ("[x] " if boxes[at] else "[ ] ") if boxes else ""
                yield from _hanging(f"  {box}", item, width, further=0 if box else _GAP)
        case Definitions(pairs):
            names = [safe_text.line(name) for name, _ in pairs]
            indent = max(map(cell_len, names), default=0) + _GAP
            for name, (_, value) in zip(names, pairs, strict=True):
                told = _DOTS if isinstance(value, Room) else value
                yield from _hanging(_padded(name, indent), told, width)
        case Records(items):
            for each in items:
                yield from _record(each, width)
        case Room(count):
            yield from _hanging("", "\n".join([_DOTS] * count), width)
        case Table():
            yield from _table(part, width)


def _record(record: Record, width: int, indent: int = 2) -> Iterator[str]:
    """One with its answers below it, and further on what stands under it."""
    head = record.between.join(filter(None, (record.label.strip(), record.text.strip())))
    answers = (" ".join(filter(None, each)) for each in record.answers)
    told = (": " if record.in_a_line else "\n").join(filter(None, (head, *answers)))
    if record.kept_as:
        told = f"{told} ({record.kept_as})".strip()
    yield from _hanging(" " * indent, told, width, further=_GAP)
    for each in record.records:
        yield from _record(each, width, indent + _GAP)


def _hanging(label: str, text: str, width: int, *, further: int = 0) -> Iterator[str]:
    """Text behind a label, all its lines from the same column, or those below from further on."""
    label = safe_text.line(label)
    indent = cell_len(label) + further
    for at, line in enumerate(wrapped(text, width - indent)):
        yield f"{label if at == 0 else ' ' * indent}{line}"


def _padded(text: str, width: int, *, right: bool = False) -> str:
    space = " " * max(0, width - cell_len(text))
    return f"{space}{text}" if right else f"{text}{space}"


def _table(table: Table, width: int) -> Iterator[str]:
    widths = _widths(table, width)
    for row in (table.columns, *table.rows):
        columns = [wrapped(cell, room) for cell, room in zip(row, widths, strict=True)]
        for at in range(max(len(lines) for lines in columns)):
            shown = (
                _padded(lines[at] if at < len(lines) else "", room, right=number in table.figures)
                for number, (lines, room) in enumerate(zip(columns, widths, strict=True))
            )
            yield (" " * _GAP).join(shown)


def _widths(table: Table, width: int) -> list[int]:
    """As wide as each column needs; the widest give way until all of them fit."""
    rows = [[safe_text.line(cell) for cell in row] for row in (table.columns, *table.rows)]
    widths = [max(cell_len(row[at]) for row in rows) for at in range(len(table.columns))]
    over = sum(widths) + _GAP * (len(widths) - 1) - width
    while over > 0:
        widest = max(range(len(widths)), key=lambda at: widths[at])
        if widths[widest] <= _LEAST:
            break
        second = max([w for at, w in enumerate(widths) if at != widest], default=0)
        less = min(over, max(1, widths[widest] - max(second, _LEAST)))
        widths[widest] -= less
        over -= less
    return widths
