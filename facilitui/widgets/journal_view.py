"""What the journal's list shows: entries as rows under their months, or why there are none."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from functools import cache
from itertools import groupby

from textual.content import Content

from facilitui import text as t
from facilitui.core.debrief import KIND
from facilitui.core.entries import KINDS, OTHER, many
from facilitui.services.reviewing import EntryRow, Shown
from facilitui.widgets.rows import Row, blank_row
from facilitui.widgets.search_line import emphasised, found_in

READING = 66
"""Lines of reading are no wider."""
WHEN = 8
"""The column behind a day."""
LOOKED_THROUGH = 4000
"""So many characters of what an entry says are looked through for its row."""
BEFORE = 14
"""So many characters are left before a found word."""
Words = tuple[str, ...]


def entry_rows(shown: Shown, words: Words, *, airy: bool) -> list[Row]:
    """Entries under their months, the newest first."""
    rows: list[Row] = []
    for month, entries in groupby(shown.rows, key=_month):
        rows += [*([blank_row()] if rows else []), _head(month)]
        for i, each in enumerate(entries):
            rows += [*([blank_row()] if airy and i else []), _entry_row(each, words)]
    return rows


def more_lines(more: int, width: int) -> t.Lines:
    """How many more there are than are shown."""
    return [t.fitted(t.soft(f"{more} more, keep typing"), width)] if more else []


def _month(row: EntryRow) -> str:
    return f"{row.when:%B %Y}" if row.when else "Without a date"


def _head(month: str) -> Row:
    return Row("", lambda width, marked: [t.fitted(t.heading(month), width)])


def _entry_row(row: EntryRow, words: Words) -> Row:
    day = t.padded(t.soft(f"{row.when:%a} {row.when.day:>2}" if row.when else ""), WHEN)

    @cache
    def said() -> Content:
        return emphasised(t.soft(_where_found(row.line, words)), words)

    def draw(width: int, marked: bool) -> t.Lines:
        title = emphasised(t.strong(row.title) if marked else t.ink(row.title), words)
        first = t.spread(t.join(day, title), t.soft("" if row.label == KIND else row.label), width)
        return [first, t.fitted(t.join(" " * WHEN, said()), width)]

    return Row(row.id, draw, 2)


def kind_lines(counts: Mapping[str, int], group: str, width: int, *, airy: bool) -> t.Lines:
    """How many there are of each kind, the one that is shown set off; nothing for a single kind."""
    if len(counts) < 2 and not group:
        return []
    pieces = [_counted("", sum(counts.values()), group)]
    pieces += [_counted(each, counts[each], group) for each in groups_of(counts)]
    line = t.join(pieces[0], *(part for each in pieces[1:] for part in ("  ", each)))
    if line.cell_length > width:
        line = t.join(_counted(group, _count(counts, group), group), t.soft("  tab goes on"))
    return [t.fitted(line, width), *([t.BLANK] if airy else [])]


def _counted(each: str, count: int, group: str) -> Content:
    told = f"{many(each)} {count}"
    return t.strong(told) if each == group else t.soft(told)


def _count(counts: Mapping[str, int], group: str) -> int:
    return counts.get(group, 0) if group else sum(counts.values())


def groups_of(counts: Mapping[str, int]) -> tuple[str, ...]:
    """The groups of which there is something, in the order in which they are gone through."""
    return tuple(each for each in (*KINDS, OTHER) if counts.get(each))


def after(group: str, counts: Mapping[str, int]) -> str:
    """The group that is shown next: all, then each that there is something of."""
    order = ("", *groups_of(counts))
    return order[(order.index(group) + 1) % len(order)] if group in order else ""


def _where_found(text: str, words: Words) -> str:
    """The beginning of a text, or the part of it in which a word was found."""
    text = " ".join(text[:LOOKED_THROUGH].split())
    found = found_in(text, words)
    if not found or found[0][0] <= BEFORE * 2:
        return text
    start = text.find(" ", found[0][0] - BEFORE, found[0][0])
    return t.ELLIPSIS + (text[start:] if start >= 0 else text[found[0][0] :])


def empty_lines(shown: Shown) -> t.Draw:
    """What to do first; of a journal that is damaged nobody knows that it is empty."""
    return _damaged_lines if shown.problems else _first_lines


def _damaged_lines(width: int) -> t.Lines:
    return [
        t.strong("Nothing of it can be read."),
        t.BLANK,
        *t.wrapped("What is wrong is told below; restore those files from a copy.", width),
        t.BLANK,
        t.join(t.strong("escape  "), t.ink("go home")),
    ]


def _first_lines(width: int) -> t.Lines:
    return [
        t.strong("Nothing is written here yet."),
        t.BLANK,
        *t.wrapped(
            "The journal keeps your debriefs: what participants learned and what shows it, the "
            "facts of the run, and what you will try next; beside them observations, feedback, "
            "scores and attachments. An entry is revised, never overwritten.",
            min(READING, width),
        ),
        t.BLANK,
        *t.wrapped("Run a session from Home and debrief it; it is here at once.", width),
        t.BLANK,
        t.join(t.strong("escape  "), t.ink("go home")),
    ]


def nothing_found(query: str) -> Callable[[int], t.Lines]:
    """No entry has these words, and how to go on."""
    return lambda width: [
        *t.wrapped(f"Nothing has “{query.strip()}” in it.", width),
        t.BLANK,
        *t.wrapped(
            "Every word must occur somewhere in an entry; a part of a word is enough.",
            width,
            t.SOFT,
        ),
        t.BLANK,
        t.join(t.strong("escape  "), t.ink("show everything again")),
    ]
