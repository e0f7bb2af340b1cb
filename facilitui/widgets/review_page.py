"""What is read in a review: the question or the note, and the entry that it is about below it."""

from __future__ import annotations

from facilitui import text as t
from facilitui.services.reviews.review_desk import ReviewRead
from facilitui.widgets.journal_page import entry_lines
from facilitui.widgets.reading_page import ReadingPage, Words


def read_lines(read: ReviewRead, words: Words, width: int) -> t.Lines:
    """All of it; where the entry cannot be read, why."""
    room = t.reading(width)
    page = ReadingPage(room, words)
    page.sections(read.top)
    lines = page.lines[1:]  # its first line is the gap above a section
    if lines:
        lines += [t.BLANK, t.rule(room), t.BLANK]
    if read.opened is not None:
        return [*lines, *entry_lines(read.opened, words, width)]
    return [*lines, *t.wrapped(read.trouble, room, t.SOFT)]
