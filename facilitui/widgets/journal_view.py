"""What the journal's list shows: entries as rows under their months, or why there are none."""

from __future__ import annotations

from collections.abc import Mapping
from functools import lru_cache
from itertools import groupby

from textual.content import Content

from facilitui import text as t
from facilitui.core.asked_told import asked_told
from facilitui.core.debrief import KIND
from facilitui.core.entries import KINDS, OTHER, many
from facilitui.core.journal_passages import Passage, Passages
from facilitui.core.journal_rows import EntryRow
from facilitui.core.rivals import told
from facilitui.services.shown import Shown
from facilitui.widgets.journal_excerpt import excerpt
from facilitui.widgets.rows import Row, blank_row
from facilitui.widgets.search_line import emphasised

READING = 66
"""Lines of reading are no wider."""
WHEN = 8
"""The column behind a day."""
WHOLE_FROM = 66
"""From this width on it is told in full where words were found."""
APART = " · "
READING_ON = f"reading older months {t.ELLIPSIS}"
NOTHING_WRITTEN = "Nothing is written here yet."
NOTHING_READ = "Nothing of it can be read."
SAID_KEPT = 64
"""Rows of which it is kept what they say: those of a screen and a few beside it."""
NO_PASSAGES: Passages = {}
Words = tuple[str, ...]


def entry_rows(
    shown: Shown, words: Words, *, airy: bool, parts: Passages = NO_PASSAGES
) -> list[Row]:
    """Entries under their months, the newest first, each with the part that has the words."""
    rows: list[Row] = []
    for _, found in groupby(shown.rows, key=_month):
        entries = list(found)
        rows += [*([blank_row()] if rows else []), _head(entries[0])]
        for i, each in enumerate(entries):
            if airy and i:
                rows.append(blank_row())
            rows.append(_entry_row(each, words, parts, shown.rivals.get(each.id, 0)))
    return rows


def more_lines(shown: Shown, more: int, width: int) -> t.Lines:
    """How many more there are than are shown, and how to get at them, once all are known."""
    if not shown.complete:  # how many there are is not known yet
        told = READING_ON if shown.rows else ""
    elif shown.words or shown.filters:
        told = f"{more} more, keep typing" if more else ""
    else:
        told = f"{more} older{APART}m months" if more else ""
    return [t.fitted(t.soft(told), width)] if told else []


def _month(row: EntryRow) -> tuple[int, int]:
    return (row.when.year, row.when.month) if row.when else (0, 0)


def _head(first: EntryRow) -> Row:
    def draw(width: int, marked: bool) -> t.Lines:
        month = f"{first.when:%B %Y}" if first.when else "Without a date"
        return [t.fitted(t.heading(month), width)]

    return Row("", draw)


def _entry_row(row: EntryRow, words: Words, parts: Passages, rivals: int) -> Row:
    """A row of the hundreds that a key may find: nothing of it is made before it is drawn."""

    def draw(width: int, marked: bool) -> t.Lines:
        day = t.padded(t.soft(f"{row.when:%a} {row.when.day:>2}" if row.when else ""), WHEN)
        title = emphasised(t.strong(row.title) if marked else t.ink(row.title), words)
        first = t.spread(t.join(day, title), t.soft("" if row.label == KIND else row.label), width)
        part = parts.get(row.id)
        said = _said(row.line if part is None else part.text, words, rivals)
        return [first, t.fitted(t.join(" " * WHEN, t.soft(_where(part, width)), said), width)]

    return Row(row.id, draw, 2)


@lru_cache(SAID_KEPT)
def _said(text: str, words: Words, rivals: int) -> Content:
    """What an entry says; known again when the cursor comes to its row or goes from it."""
    found = emphasised(t.soft(excerpt(text, words)), words)
    return t.join(t.strong(f"≠ {told(rivals)}"), "  ", found) if rivals else found


def _where(part: Passage | None, width: int) -> str:
    """That words were found in what is no part of the entry, as far as there is room."""
    if part is None or not part.where:
        return ""
    return f"{part.where if width >= WHOLE_FROM else part.short}: "


def kind_lines(
    counts: Mapping[str, int], group: str, width: int, *, airy: bool, several: bool
) -> t.Lines:
    """How many there are of each kind, the one that is shown set off; nothing of a single kind."""
    if not several and not group:
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


def empty_told(shown: Shown) -> str:
    """That there is nothing; of a journal that is damaged nobody knows that it is empty."""
    return NOTHING_READ if shown.problems else NOTHING_WRITTEN


def empty_lines(shown: Shown, *, asked: bool = False) -> t.Draw:
    """That there is nothing, and what to do first; `asked` where something is searched for."""
    lines = _damaged_lines if shown.problems else _first_lines
    leads = "leave the search" if asked else "go home"
    return lambda width: [
        t.strong(empty_told(shown)),
        t.BLANK,
        *lines(width),
        t.BLANK,
        t.join(t.strong("escape  "), t.ink(leads)),
    ]


def _damaged_lines(width: int) -> t.Lines:
    return t.wrapped("What is wrong is told below; restore those files from a copy.", width)


def _first_lines(width: int) -> t.Lines:
    return [
        *t.wrapped(
            "The journal keeps your debriefs: what participants learned and what shows it, the "
            "facts of the run, and what you will try next; beside them observations, feedback, "
            "scores and attachments. An entry is revised, never overwritten.",
            min(READING, width),
        ),
        t.BLANK,
        *t.wrapped("Run a session from Home and debrief it; it is here at once.", width),
    ]


def nothing_found(query: str, shown: Shown) -> t.Draw:
    """No entry has these words, and how to go on; before all were read that is not known yet."""
    asked = asked_told(shown.filters, shown.words) if shown.filters else ""
    told = f"Nothing found: {asked}." if asked else f"Nothing has “{query.strip()}” in it."
    every = "Every word and every filter must hold" if asked else "Every word must occur somewhere"
    how = f"{every} in an entry; a part of a word is enough."
    if not shown.complete:
        return lambda width: [t.soft("Looking …")]
    return lambda width: [
        *t.wrapped(told, width),
        t.BLANK,
        *t.wrapped(how, width, t.SOFT),
        t.BLANK,
        t.join(t.strong("escape  "), t.ink("show everything again")),
    ]
