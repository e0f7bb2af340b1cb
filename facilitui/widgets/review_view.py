"""What a review lists: parts under their headings, each row with a line of what it says."""

from __future__ import annotations

from rich.cells import cell_len
from textual.content import Content

from facilitui import text as t
from facilitui.core.journals.asked_told import asked_told
from facilitui.services.reviews.review_rows import Review, ReviewPart, ReviewRow
from facilitui.services.reviews.review_search import Sought
from facilitui.widgets.journal_excerpt import excerpt
from facilitui.widgets.journal_view import more_told
from facilitui.widgets.rows import Row, blank_row
from facilitui.widgets.search_line import emphasised

INDENT = 2
APART = " · "
Words = tuple[str, ...]


def review_rows(review: Review, *, airy: bool) -> list[Row]:
    """The parts, first things first."""
    rows: list[Row] = []
    sought = review.sought
    for part in review.parts:
        rows += [*([blank_row()] if rows else []), _head(part)]
        for i, each in enumerate(part.rows):
            rows += [*([blank_row()] if airy and i else []), _row(each, sought)]
    return rows


def _head(part: ReviewPart) -> Row:
    def draw(width: int, marked: bool) -> t.Lines:
        room = width - (len(part.told) + 2 if part.told else 0)
        return [t.spread(t.heading(_named(part.heading, (), room)), t.soft(part.told), width)]

    return Row("", draw, heads=True)


def _row(row: ReviewRow, sought: Sought) -> Row:
    words, said = sought.words, sought.found_in(row) or row.line

    def draw(width: int, marked: bool) -> t.Lines:
        title = emphasised(t.strong(row.title) if marked else t.ink(row.title), words)
        first = t.spread(title, t.soft(row.beside), width)
        below = [excerpt(said, words, width - INDENT)] if said else []
        below += [_named(row.of, words, width - INDENT)] if row.of else []
        return [first, *(_below(line, words, width) for line in below)]

    return Row(row.key, draw, 1 + bool(said) + bool(row.of))


def _below(text: str, words: Words, width: int) -> Content:
    return t.fitted(t.join(" " * INDENT, emphasised(t.soft(text), words)), width)


def _named(name: str, words: Words, width: int) -> str:
    """What a session or an entry is called; its day tells it from others, its title gives way."""
    title, apart, day = name.rpartition(APART)
    end = apart + day
    if cell_len(name) <= width or 2 * cell_len(end) > width:
        return excerpt(name, words, width)
    return excerpt(title, words, width - cell_len(end)) + end


def count_told(review: Review, waits_as: str) -> str:
    """How much is found, else how much waits, and how much is new."""
    if review.sought.shown is not None:
        return f"{review.found} found"
    waits = f"{review.to_bring} {waits_as}" if review.to_bring else ""
    return ", ".join(filter(None, (waits, f"{review.new} new" if review.new else "")))


def more_lines(review: Review, width: int) -> t.Lines:
    """How many more there are than are shown."""
    more = sum(part.more for part in review.parts)
    told = more_told(more, searched=review.sought.shown is not None)
    return [t.fitted(t.soft(told), width)] if told else []


def first_lines(width: int) -> t.Lines:
    """What to do first."""
    room = t.reading(width)
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
        t.join(t.strong("i  "), t.ink("import the file that your mentor sent back")),
        t.join(t.strong("escape  "), t.ink("go back")),
    ]


def nothing_found(query: str, sought: Sought) -> t.Draw:
    """Nothing has what was asked for; what of that is not understood is told below the search."""
    shown = sought.shown
    asked = asked_told(shown.filters, shown.words) if shown and shown.filters else ""
    told = f"Here are no {asked}." if asked else f"Nothing here has “{query.strip()}” in it."
    return lambda width: [] if shown and shown.trouble else t.wrapped(told, width)
