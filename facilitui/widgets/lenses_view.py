"""Two debriefs of one session, drawn side by side or under one another."""

from __future__ import annotations

from collections.abc import Iterable
from itertools import zip_longest

from textual.content import Content

from facilitui import text as t
from facilitui.core.debriefs.differences import Difference, parted
from facilitui.core.told import capital
from facilitui.services.debriefs.lenses import Lenses

SIDE_BY_SIDE = 70
"""From this width on, which a terminal of 80 columns has, each debrief has a column."""
MOST_LINES = 60
"""Lines of one answer; the journal has all of it."""
LONGEST_SHOWN = 6000
BETWEEN = 4
"""Columns between the two."""
SCROLL_BAR = 1
"""Columns beside the answers, which the heading has for itself."""
SAME, OF_ONE = "=", "·"
NO_ANSWER, NOT_ASKED = "no answer", "not asked"


def head(lenses: Lenses, width: int) -> t.Lines:
    """What is laid side by side, how far the two part, and whose a column is where it has one."""
    heading, title, told = (
        t.strong(lenses.heading),
        t.soft(lenses.title),
        t.soft(parted(lenses.rows)),
    )
    left = t.join(heading, "   ", title)
    if left.cell_length + 2 + told.cell_length <= width:
        lines = [t.spread(left, told, width)]
    else:  # which entry it is matters more than how far they part
        lines = [t.fitted(t.join(heading, "   ", told), width), t.fitted(title, width)]
    if width < SIDE_BY_SIDE:
        return lines
    one, other = (t.heading(capital(name)) for name in lenses.names)
    return [*lines, t.BLANK, _columns(one, other, width - SCROLL_BAR)]


def rows_lines(lenses: Lenses, width: int, *, only: bool) -> t.Lines:
    """Every question with both answers; `only` leaves out where they say the same."""
    shown = [row for row in lenses.rows if row.differs or not only]
    if not shown:
        return [t.soft("They say the same to every question that both were asked.")]
    lines: t.Lines = []
    for row in shown:
        wide = width >= SIDE_BY_SIDE
        lines += [
            *_ask(row, width),
            *(_beside(row, width) if wide else _stacked(row, lenses, width)),
        ]
    return lines


def _ask(row: Difference, width: int) -> t.Lines:
    alike = SAME if all(row.asked) else OF_ONE
    mark = t.strong("≠ ") if row.differs else t.soft(f"{alike} ")
    style = f"bold {t.INK}" if row.differs else t.SOFT
    return t.labelled(mark, t.wrapped(row.ask[:LONGEST_SHOWN], width - 2, style), 2)


def _beside(row: Difference, width: int) -> t.Lines:
    answers = (_answer(said, asked, _room(width)) for said, asked in _said(row))
    pairs = zip_longest(*answers, fillvalue=t.BLANK)
    return [*(_columns(one, other, width) for one, other in pairs), t.BLANK]


def _columns(one: Content, other: Content, width: int) -> Content:
    """What stands in the two columns of a line."""
    room = _room(width)
    return t.join("  ", t.padded(one, room), " " * BETWEEN, t.fitted(other, room))


def _room(width: int) -> int:
    return (width - 2 - BETWEEN) // 2


def _stacked(row: Difference, lenses: Lenses, width: int) -> t.Lines:
    lines: t.Lines = []
    for name, (text, asked) in zip(lenses.names, _said(row), strict=True):
        lines += [t.join("  ", t.fitted(t.soft(capital(name)), width - 2))]
        lines += [t.join("    ", line) for line in _answer(text, asked, width - 4)]
    return [*lines, t.BLANK]


def _said(row: Difference) -> Iterable[tuple[str, bool]]:
    """What each says, and whether each was asked."""
    return zip((row.first, row.second), row.asked, strict=True)


def _answer(said: str, asked: bool, width: int) -> t.Lines:
    if not said:
        return [t.soft(NO_ANSWER if asked else NOT_ASKED)]
    return t.clipped(t.wrapped(said[:LONGEST_SHOWN], width), MOST_LINES, width)
