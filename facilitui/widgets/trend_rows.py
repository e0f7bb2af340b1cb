"""Trends as a list of small pictures, and the sessions of one as rows."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from itertools import groupby

from textual.content import Content

from facilitui import text as t
from facilitui.core.told import day_of_month, unbroken
from facilitui.core.trends.trend_picture import drawn_apart, spark
from facilitui.core.trends.trends import Place, Trend
from facilitui.widgets.browse_parts import MarkedList
from facilitui.widgets.rows import Row, blank_row
from facilitui.widgets.trend_view import with_edition

AT_MOST = 200
"""Trends a list shows at once (design §7)."""
SESSIONS = 60
"""Sessions that are listed around the marked one."""
_IN_ONE_LINE = 44
"""From so many columns on a trend is a single line of the list."""
_SPARK = 8
_LAST = 15
_GROUP_LINES = _NAME_LINES = 2
_DAY = len("23 Nov")
_TITLE = 12
"""Cells that are left of a title."""
_SAID_LINES = 3
"""So many lines what a session shows may take, with the names of all who observed it."""


class TrendList(MarkedList):
    """The list of trends: the marked one stays tinted, with a cursor only while keys go to it."""

    def _line(self, line: int) -> Content:
        content = super()._line(line)
        if self.has_focus or not content.plain.startswith("▌"):
            return content
        return Content(f" {content.plain[1:]}", spans=list(content.spans))

    def on_focus(self) -> None:
        """The cursor is drawn where the keys go."""
        self.notify_style_update()

    def on_blur(self) -> None:
        """The cursor is drawn where the keys go."""
        self.notify_style_update()


def trend_rows(trends: Sequence[Trend], *, airy: bool) -> list[Row]:
    """Trends under what they belong to, and over all of them what stands in which column."""
    if not trends:
        return []
    rows = [_columns_row(trends[0].width)]
    for _, some in groupby(trends[:AT_MOST], key=lambda each: each.group):
        first, *others = some
        rows += [blank_row()] if len(rows) > 1 and airy else []
        rows += [_group_row(first), *map(_trend_row, (first, *others))]
    more = len(trends) - AT_MOST
    return [*rows, _said_row(f"{more} more")] if more > 0 else rows


def _columns_row(sessions: int) -> Row:
    """What the small pictures show, and what the figures beside them are."""
    small = f"last {_SPARK}" if sessions > _SPARK else f"all {sessions}"

    def draw(width: int, marked: bool) -> t.Lines:
        if width >= _IN_ONE_LINE:
            head = t.padded(t.soft(small), _SPARK)
            end = t.right(t.soft("newest"), _LAST)
            return [t.join(" " * (width - _SPARK - _LAST - 2), head, "  ", end)]
        return [t.spread(t.soft(small), t.soft("newest"), width)]

    return Row("", draw)


def _group_row(trend: Trend) -> Row:
    style = f"bold {t.SOFT}"

    def lines(width: int) -> t.Lines:
        told = t.wrapped(trend.group, width, style)
        return told if len(told) <= _GROUP_LINES else [with_edition(trend, style, width)]

    return Row("", lambda width, marked: lines(width), lambda width: len(lines(width)))


def _said_row(told: str) -> Row:
    return Row("", lambda width, marked: [t.fitted(t.soft(told), width)])


def _trend_row(trend: Trend) -> Row:
    def names(width: int, style: str) -> t.Lines:
        room = width - _SPARK - _LAST - 4 if width >= _IN_ONE_LINE else width
        return t.clipped(t.wrapped(trend.name, room, style), _NAME_LINES, room)

    def draw(width: int, marked: bool) -> t.Lines:
        style = f"bold {t.INK}" if marked else t.INK
        small = t.plain(spark(trend, _SPARK), t.MARK if marked else t.SOFT)
        if width >= _IN_ONE_LINE:
            end = t.join(t.padded(small, _SPARK), "  ", t.right(t.soft(trend.last), _LAST))
            first, *rest = names(width, style)
            return [t.spread(first, end, width), *rest]
        return [*names(width, style), t.spread(small, t.soft(trend.last), width)]

    def lines(width: int) -> int:
        return len(names(width, "")) + (width < _IN_ONE_LINE)

    return Row(trend.key, draw, lines)


def session_rows(trend: Trend, marked: int, today: date, *, short: bool) -> list[Row]:
    """The sessions of a trend, the newest first, in a line each where all of them fit into one.

    Where lines are `short` of, a title that does not fit is cut.

    Of many those around the marked one, with how many there are before and after.
    """
    whole = len(trend.places)
    first = max(0, min(marked - SESSIONS // 2, whole - SESSIONS))
    some = [*enumerate(trend.places)][first : first + SESSIONS]
    apart = bool(drawn_apart(trend))
    told = [(f"{at}", place, _said(place, apart=apart)) for at, place in some]
    days = [day_of_month(place.at.when, today) for _, place in some]
    day = max(_DAY, *map(len, days))
    widest = max(t.ink(place.at.title).cell_length + said.cell_length for _, place, said in told)
    one_line = 0 if short else day + widest + 4
    whens = [t.right(t.soft(each), day) for each in days]
    rows = [_session_row(*each, when, one_line) for each, when in zip(told, whens, strict=True)]
    newer, older = whole - first - len(some), first
    return [
        *([_said_row(f"{newer} newer")] if newer else []),
        *reversed(rows),
        *([_said_row(f"{older} older")] if older else []),
    ]


def _said(place: Place, *, apart: bool) -> Content:
    """What each line shows of a session."""
    told = (f"{who.glyph} {point.words}" if apart else point.words for who, point in place.points)
    return t.soft(unbroken("  ".join(told)))


def _session_row(key: str, place: Place, said: Content, when: Content, in_one_line: int) -> Row:
    day = when.cell_length

    def draw(width: int, marked: bool) -> t.Lines:
        title = t.strong(place.at.title) if marked else t.ink(place.at.title)
        head = t.join(when, "  ", title)
        if width >= in_one_line:
            room = max(0, width - day - 4 - _TITLE)
            return [t.spread(head, t.fitted(said, room), width)]
        return [t.fitted(head, width), *t.labelled("", below(width), day + 2)]

    def below(width: int) -> t.Lines:
        room = max(1, width - day - 2)
        return t.clipped(t.wrapped(said.plain, room, t.SOFT), _SAID_LINES, room)

    return Row(key, draw, lambda width: 1 if width >= in_one_line else 1 + len(below(width)))
