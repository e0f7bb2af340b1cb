"""What the journal's list shows: entries as rows under their months, or why there are none."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from functools import lru_cache
from itertools import groupby

from textual.content import Content

from facilitui import text as t
from facilitui.core.journals.asked_told import asked_told
from facilitui.core.journals.entries import KINDS, OTHER, many
from facilitui.core.journals.journal_passages import Passage, Passages
from facilitui.core.journals.journal_query import Known
from facilitui.core.journals.journal_rows import EntryRow
from facilitui.core.journals.rivals import told
from facilitui.services.journals.shown import Shown
from facilitui.widgets.journal_excerpt import excerpt
from facilitui.widgets.rows import Row, blank_row
from facilitui.widgets.search_line import emphasised

WHEN = 8
"""The column behind a day."""
WHOLE_FROM = 66
"""From this width on it is told in full where words were found."""
APART = " · "
NOT_SAVED = "not saved"
"""Of an entry of which more was typed than the journal has."""
READING_ON = f"reading older months {t.ELLIPSIS}"
NOTHING_WRITTEN = "Nothing is written here yet."
NO_ENTRY = "That needs an entry first."
NOTHING_READ = "Nothing of it can be read."
ABOUT = (
    "The journal keeps your debriefs, and beside them observations, feedback, scores and "
    "attachments. An entry is revised, never overwritten."
)
BEGINNINGS = (
    ("Debrief", "Run a session from Home and debrief it: it is here at once."),
    ("Import", "i imports what you exported from your journal on another machine."),
    ("Restore", "facilitui journal restore FILE brings a backup back."),
    ("Demo", "facilitui demo --sessions 6 makes a journal to look around in."),
)
"""What a first entry can come of."""
FIRST = 9
"""The column behind what it begins with."""
SAID_KEPT = 64
"""Rows of which it is kept what they say: those of a screen and a few beside it."""
NO_PASSAGES: Passages = {}
Words = tuple[str, ...]


def entry_rows(
    shown: Shown,
    *,
    airy: bool,
    parts: Passages = NO_PASSAGES,
    unsaved: Collection[str] = (),
) -> list[Row]:
    """Entries under their months, the newest first, each with the part that has the words.

    `unsaved` are those of which more was typed than was saved.
    """
    rows: list[Row] = []
    for _, found in groupby(shown.rows, key=_month):
        entries = list(found)
        rows += [*([blank_row()] if rows else []), _head(entries[0])]
        for i, each in enumerate(entries):
            if airy and i:
                rows.append(blank_row())
            rivals, is_saved = shown.rivals.get(each.id, 0), each.id not in unsaved
            rows.append(_entry_row(each, shown.words, parts, rivals, is_saved=is_saved))
    return rows


def more_lines(shown: Shown, more: int, width: int) -> t.Lines:
    """How many more there are than are shown, and how to get at them, once all are known."""
    if not shown.complete:  # how many there are is not known yet
        told = READING_ON if shown.rows else ""
    elif shown.words or shown.filters:
        told = more_told(more, searched=True)
    else:
        told = f"{more} older{APART}m months" if more else ""
    return [t.fitted(t.soft(told), width)] if told else []


def more_told(more: int, *, searched: bool) -> str:
    """How many more there are than a list shows; empty where there are none."""
    return f"{more} more, search for {'more words' if searched else 'a word'}" if more else ""


def _month(row: EntryRow) -> tuple[int, int]:
    return (row.when.year, row.when.month) if row.when else (0, 0)


def _head(first: EntryRow) -> Row:
    def draw(width: int, marked: bool) -> t.Lines:
        month = f"{first.when:%B %Y}" if first.when else "Without a date"
        return [t.fitted(t.heading(month), width)]

    return Row("", draw, heads=True)


def _entry_row(row: EntryRow, words: Words, parts: Passages, rivals: int, *, is_saved: bool) -> Row:
    """A row of the hundreds that a key may find: nothing of it is made before it is drawn."""

    def draw(width: int, marked: bool) -> t.Lines:
        day = t.padded(in_month(row), WHEN)
        title = emphasised(t.strong(row.title) if marked else t.ink(row.title), words)
        label = emphasised(t.soft(row.shown_label), words)
        if not is_saved:
            label = t.join(t.strong(NOT_SAVED), *([t.soft(APART), label] if label else []))
        first = t.spread(t.join(day, title), label, width)
        part = parts.get(row.id)
        mark = t.join(t.strong(f"≠ {told(rivals)}"), t.soft(APART)) if rivals else t.BLANK
        before = t.join(" " * WHEN, mark, t.soft(_where(part, width)))
        said = _said(row.line if part is None else part.text, words, width - before.cell_length)
        return [first, t.fitted(t.join(before, said), width)]

    return Row(row.id, draw, 2)


def in_month(row: EntryRow) -> Content:
    """The day of an entry, under the name of its month."""
    return t.soft(f"{row.when:%a} {row.when.day:>2}" if row.when else "")


@lru_cache(SAID_KEPT)
def _said(text: str, words: Words, width: int) -> Content:
    """What an entry says; known again when the cursor comes to its row or goes from it."""
    return emphasised(t.soft(excerpt(text, words, width)), words)


def _where(part: Passage | None, width: int) -> str:
    """That words were found in what is no part of the entry, as far as there is room."""
    if part is None or not part.where:
        return ""
    return f"{part.where if width >= WHOLE_FROM else part.short}: "


def kind_lines(
    counts: Mapping[str, int], group: str, width: int, *, airy: bool, several: bool
) -> t.Lines:
    """How many there are of each kind, the one that is shown set off; nothing of a single kind,
    of which it is told how many are found, and as what.

    Where they do not all fit, those that do, the one that is shown among them, and how many more.
    """
    if not several and not group:
        return []
    below = [t.BLANK] if airy else []
    if len(groups_of(counts)) < 2 and not group:
        return [t.BLANK, *below] if airy else []
    lines = (_kinds_line(counts, group, most) for most in range(len(KINDS) + 1, 0, -1))
    line = next((each for each in lines if each.cell_length <= width), None)
    return [line or t.fitted(_kinds_line(counts, group, 0), width), *below]


def _kinds_line(counts: Mapping[str, int], group: str, most: int) -> Content:
    """So many kinds at most, the one that is shown last of them where it would not be there."""
    kinds = groups_of(counts)
    shown = kinds[:most]
    if group and group not in shown:
        shown = (*shown[: max(0, most - 1)], group)
    left = len(kinds) - len([each for each in shown if each in kinds])
    pieces = [_counted("", sum(counts.values()), group)]
    pieces += [_counted(each, counts.get(each, 0), group) for each in shown]
    pieces += [t.soft(f"+{t.plural(left, 'kind')}")] if left else []
    return t.join(pieces[0], *(part for each in pieces[1:] for part in ("  ", each)))


def _counted(each: str, count: int, group: str) -> Content:
    told = f"{many(each)} {count}"
    return t.strong(told) if each == group else t.soft(told)


def groups_of(counts: Mapping[str, int]) -> tuple[str, ...]:
    """The groups of which there is something, in the order in which they are gone through."""
    return tuple(each for each in (*KINDS, OTHER) if counts.get(each))


def after(group: str, counts: Mapping[str, int], by: int = 1) -> str:
    """The group that is shown next: all, then each that there is something of; -1 goes back."""
    order = ("", *groups_of(counts))
    return order[(order.index(group) + by) % len(order)] if group in order else ""


def empty_told(shown: Shown) -> str:
    """That there is nothing; of a journal that is damaged nobody knows that it is empty."""
    return NOTHING_READ if shown.problems else NOTHING_WRITTEN


def lacking_told(shown: Shown) -> str:
    """Why a key does nothing where there is no entry, which is told in place of the list."""
    return NOTHING_READ if shown.problems else NO_ENTRY


def empty_lines(shown: Shown) -> t.Draw:
    """That there is nothing, and what to do first; the way back stands among the keys."""
    lines = _damaged_lines if shown.problems else _first_lines
    return lambda width: [t.strong(empty_told(shown)), t.BLANK, *lines(width)]


def _damaged_lines(width: int) -> t.Lines:
    return t.wrapped("What is wrong is told below; restore those files from a copy.", width)


def _first_lines(width: int) -> t.Lines:
    room = t.reading(width)
    lines = [*t.wrapped(ABOUT, room), t.BLANK]
    for first, what in BEGINNINGS:
        lines += t.labelled(t.strong(first), t.wrapped(what, room - FIRST), FIRST)
    return lines


def nothing_found(query: str, shown: Shown, known: Known) -> t.Draw:
    """No entry has these words, and how to go on; before all were read that is not known yet."""
    if not shown.complete:
        return lambda width: [t.soft("Looking …")]
    asked = asked_told(shown.filters, shown.words, known) if shown.filters else ""
    told = f"There are no {asked}." if asked else f"Nothing has “{query.strip()}” in it."
    every = "Every word and every filter must hold" if asked else "Every word must occur somewhere"
    how = f"{every} in an entry; a part of a word is enough."
    is_told = shown.trouble or (asked and shown.hint)  # below the search: what of it nothing has
    what = "" if is_told else told
    return lambda width: [
        *([*t.wrapped(what, width), t.BLANK] if what else []),
        *t.wrapped(how, width, t.SOFT),
    ]
