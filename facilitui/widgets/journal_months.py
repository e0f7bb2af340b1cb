"""The journal by months: a line a month under its year, with a bar that anybody can count."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date
from itertools import groupby

from facilitui import text as t
from facilitui.core.debriefs.debrief import KIND
from facilitui.core.journals.entries import KINDS
from facilitui.core.journals.journal_rows import EntryRow
from facilitui.core.journals.timeline import Month
from facilitui.widgets.journal_view import APART, WHEN, groups_of, in_month
from facilitui.widgets.rows import Row, blank_row

DEBRIEFS, OTHERS, NONE = "━", "╌", "·"
"""A debrief, other evidence, a month without either."""
NAME = 5
"""The column behind a month's name."""
FIGURE = 4
WHOLE = 10**9
NARROW = 56
"""Below this many columns a bar has no words beside it but its figure."""
LONGEST_BAR, SHORTEST_BAR = 20, 8
MOST_ON_PAGE = 60
"""Entries that are named beside a month."""
NO_DATE = "no-date"
"""The key of the row of what has no date."""


def month_rows(months: Sequence[Month], *, airy: bool) -> list[Row]:
    """The months under their years, each of which can be marked where it holds anything."""
    most = max((each.total for each in months), default=0)
    rows: list[Row] = []
    for year, group in groupby(months, key=lambda each: each.year):
        of_year = list(group)
        rows += [blank_row()] if rows and airy else []
        rows.append(_year(year, sum(each.total for each in of_year)))
        rows += [_month(each, most) for each in of_year]
    return rows


def _year(year: str, count: int) -> Row:
    """A year with its total, which stands over those of its months."""
    name, told = year or "Without a date", f"{count:>{FIGURE}}"
    word = "entry" if count == 1 else "entries"

    def draw(width: int, marked: bool) -> t.Lines:
        first = t.padded(t.heading(name), NAME + _room(width))
        after = t.join("  ", t.soft(word)) if width >= NARROW else t.BLANK
        return [t.fitted(t.join(first, t.heading(told), after), width)]

    return Row("", draw)


def _month(month: Month, most: int) -> Row:
    def draw(width: int, marked: bool) -> t.Lines:
        if not month.total:
            return [t.fitted(t.soft(_nothing(month)), width)]
        room = _room(width)
        name = t.padded((t.strong if marked else t.ink)(_short(month)), NAME)
        bar = t.padded(t.ink(bar_of(month.counts, most, room)), room)
        figure = t.right(t.strong(month.total), FIGURE)
        left = width - NAME - room - FIGURE - 2
        words = t.join("  ", t.soft(_beside(month, left))) if width >= NARROW else t.BLANK
        return [t.fitted(t.join(name, bar, figure, words), width)]

    return Row((month.name or NO_DATE) if month.total else "", draw)


def _room(width: int) -> int:
    """How long the longest bar is, so that words have room beside it or there are none."""
    left = width - NAME - FIGURE
    return max(SHORTEST_BAR, min(LONGEST_BAR, left // 2 if width >= NARROW else left))


def bar_of(counts: Mapping[str, int], most: int, room: int) -> str:
    """A bar as long as the entries are many, all of them in scale; nothing there is left out."""
    total = sum(counts.values())
    debriefs = counts.get(KIND, 0)
    cells = total if most <= room else max(1, round(total * room / most))
    solid = round(debriefs * cells / total) if total else 0
    if cells > 1:
        solid = min(max(solid, bool(debriefs)), cells - bool(total - debriefs))
    return DEBRIEFS * solid + OTHERS * (cells - solid)


def legend_lines(months: Sequence[Month], width: int, *, airy: bool) -> t.Lines:
    """What the bars are made of."""
    if not months:
        return []
    nothing = f"   {NONE} nothing" if any(not each.total for each in months) else ""
    told = f"{DEBRIEFS} debriefs   {OTHERS} other evidence{nothing}"
    return [t.fitted(t.soft(told), width), *([t.BLANK] if airy else [])]


def counted(counts: Mapping[str, int], width: int = WHOLE) -> str:
    """How many there are of each kind, in words: as many kinds as fit, and how many more there are
    of the others.
    """
    known = [(each, counts[each]) for each in groups_of(counts)]
    told = [_of_kind(each, count) for each, count in known]
    for shown in range(len(known), 0, -1):
        more = sum(count for _, count in known[shown:])
        line = APART.join((*told[:shown], *([f"{more} more"] if more else [])))
        if len(line) <= width or shown == 1:
            return line
    return ""


def _beside(month: Month, width: int) -> str:
    """The same beside their total, which stands once where all are of one kind."""
    told = counted(month.counts, width)
    return told.split(" ", 1)[1] if len(groups_of(month.counts)) == 1 else told


def _of_kind(group: str, count: int) -> str:
    if group not in KINDS:
        return t.plural(count, "other entry", "other entries")
    kind = KINDS[group]
    return f"{count} {kind.one if count == 1 else kind.many}"


def _short(month: Month) -> str:
    return f"{_first(month):%b}" if month.name else "?"


def _nothing(month: Month) -> str:
    name = f"{_first(month):%b}".ljust(NAME)
    return f"{name}{NONE}" if month.empty == 1 else f"{NONE} {month.empty} months without an entry"


def _first(month: Month) -> date:
    return date(int(month.name[:4]), int(month.name[5:7]), 1)


def month_title(name: str) -> str:
    """What a month is called in full."""
    return f"{_first(Month(name)):%B %Y}" if name else "Without a date"


def month_lines(month: Month, rows: Sequence[EntryRow], width: int) -> t.Lines:
    """A month beside the others: what it holds, entry by entry."""
    room = t.reading(width)
    lines = [t.fitted(t.strong(month_title(month.name)), room)]
    kinds = counted(month.counts).split(APART)
    lines += t.wrapped(
        APART.join(each.replace(" ", "\N{NO-BREAK SPACE}") for each in kinds), room, t.SOFT
    )
    for row in rows:
        day = t.padded(in_month(row), WHEN)
        end = t.soft(row.shown_label)
        lines += [t.BLANK] if row is rows[0] else []
        lines.append(t.spread(t.join(day, t.ink(row.title)), end, room))
    if more := month.total - len(rows):
        lines += [t.BLANK, t.soft(f"and {more} more")]
    return lines
