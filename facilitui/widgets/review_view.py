"""What a review lists: parts under their headings, each row with a line of what it says."""

from __future__ import annotations

from textual.content import Content

from facilitui import text as t
from facilitui.services.review_rows import Review, ReviewPart, ReviewRow
from facilitui.widgets.rows import Row, blank_row
from facilitui.widgets.search_line import emphasised

READING = 66
"""Lines of reading are no wider."""
INDENT = 2
Words = tuple[str, ...]


def review_rows(review: Review, words: Words, *, airy: bool) -> list[Row]:
    """The parts, first things first."""
    rows: list[Row] = []
    for part in review.parts:
        rows += [*([blank_row()] if rows else []), _head(part)]
        for i, each in enumerate(part.rows):
            rows += [*([blank_row()] if airy and i else []), _row(each, words)]
    return rows


def _head(part: ReviewPart) -> Row:
    def draw(width: int, marked: bool) -> t.Lines:
        return [t.spread(t.heading(part.heading), t.soft(part.told), width)]

    return Row("", draw)


def _row(row: ReviewRow, words: Words) -> Row:
    def draw(width: int, marked: bool) -> t.Lines:
        title = emphasised(t.strong(row.title) if marked else t.ink(row.title), words)
        first = t.spread(title, t.soft(row.beside), width)
        return [first, t.fitted(t.join(" " * INDENT, _line(row, words)), width)]

    return Row(row.key, draw, 2)


def _line(row: ReviewRow, words: Words) -> Content:
    return emphasised(t.soft(row.line), words)


def count_told(review: Review, waits_as: str) -> str:
    """How much waits, and how much is new."""
    waits = f"{review.to_bring} {waits_as}" if review.to_bring else ""
    return ", ".join(filter(None, (waits, f"{review.new} new" if review.new else "")))


def more_lines(more: int, width: int) -> t.Lines:
    """How many more there are than are shown."""
    return [t.fitted(t.soft(f"{more} more, search for a word"), width)] if more else []


def first_lines(width: int) -> t.Lines:
    """What to do first."""
    room = min(READING, width)
    return [
        t.strong("Nothing waits, and nothing is new."),
        t.BLANK,
        *t.wrapped(
            "In the journal k marks an entry, to bring to your mentor, and K asks about it. What "
            "your mentor answers stands here, and so do your growth goals.",
            room,
        ),
        t.BLANK,
        t.join(t.strong("g  "), t.ink("write down a growth goal")),
        t.join(t.strong("escape  "), t.ink("go back")),
    ]


def nothing_found(query: str) -> t.Draw:
    """Nothing has these words, and how to go on."""
    return lambda width: [
        *t.wrapped(f"Nothing here has “{query.strip()}” in it.", width),
        t.BLANK,
        t.join(t.strong("escape  "), t.ink("show everything again")),
    ]
