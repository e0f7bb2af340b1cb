"""When a form was answered, as its tool noted it beside each answer."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable
from datetime import date

from facilitui.core import feedback_headings as headings
from facilitui.core.raw_table import RawTable, cell

Days = tuple[date, date]
"""The first and the last day."""
_YEAR_FIRST = re.compile(r"(\d{4})([-/.])(\d{1,2})\2(\d{1,2})(?!\d).*")
_YEAR_LAST = re.compile(r"(\d{1,2})([-/.])(\d{1,2})\2(\d{4}|\d{2})(?!\d).*")
_ENOUGH = 0.8
"""The share of a column's cells that must be days."""
_LONGEST = 60


def answered_on(table: RawTable) -> Days | None:
    """The first and the last day on which a form was answered; None where that is not told.

    Where day and month cannot be told apart, nothing is made up.
    """
    for at, heading in enumerate(table.columns):
        if headings.tells_when(headings.heading_words(heading)):
            texts = [cell(row, at)[:_LONGEST] for row in table.rows if not row.trouble]
            if days := _days([text for text in texts if text]):
                return min(days), max(days)
    return None


def _days(texts: list[str]) -> list[date]:
    """The days that texts tell, in the only order of day and month that fits; else none."""
    orders: tuple[Callable[[str], date | None], ...] = (_day_first, _month_first)
    read = [_told(map(order, texts)) for order in orders]
    most = max(map(len, read))
    fits = [days for days in read if len(days) == most >= max(1, _ENOUGH * len(texts))]
    return fits[0] if fits and all(days == fits[0] for days in fits) else []


def _told(days: Iterable[date | None]) -> list[date]:
    return [each for each in days if each is not None]


def _day_first(text: str) -> date | None:
    return _day(text, day=1, month=3)


def _month_first(text: str) -> date | None:
    # Full stops are only written between a day and a month in this order.
    return _day(text, day=1, month=3) if text[1:3].count(".") else _day(text, day=3, month=1)


def _day(text: str, *, day: int, month: int) -> date | None:
    """The day that a text begins with; None where it is none."""
    try:
        if found := _YEAR_FIRST.fullmatch(text):
            return date(int(found[1]), int(found[3]), int(found[4]))
        if found := _YEAR_LAST.fullmatch(text):
            year = int(found[4]) + (2000 if len(found[4]) == 2 else 0)
            return date(year, int(found[month]), int(found[day]))
    except ValueError:
        pass
    return None
