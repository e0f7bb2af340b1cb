"""When a form was answered, as its tool noted it beside each answer."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from contextlib import suppress
from datetime import date, datetime, time, timedelta, timezone, tzinfo
from functools import partial

from facilitui.core.agendas_outside.raw_table import RawTable, cell
from facilitui.core.responses import feedback_headings as headings

Days = tuple[date, date]
"""The first and the last day."""
_YEAR_FIRST = re.compile(r"(\d{4})([-/.])(\d{1,2})\2(\d{1,2})(?!\d)(.*)")
_YEAR_LAST = re.compile(r"(\d{1,2})([-/.])(\d{1,2})\2(\d{4}|\d{2})(?!\d)(.*)")
_TIME = re.compile(
    r"[T, ]\s*(\d{1,2}):(\d{2})(?::\d{2}(?:[.,]\d+)?)?\s*(?:([ap])\.?\s?m\.?)?\s*"
    r"(?:z|(?:utc|gmt)?([+-])(\d{1,2})(?::?(\d{2}))?|utc|gmt)",
    re.IGNORECASE,
)
"""A time of day with how far it is from Greenwich; without that it is one of the form's place."""
_MINUTE = re.compile(r"\d:\d{2}")
_ENOUGH = 0.8
"""The share of a column's cells that must be days."""
_LONGEST = 60


def answered_on(table: RawTable, zone: tzinfo | None = None) -> Days | None:
    """The first and the last day on which a form was answered; None where that is not told.

    They are days of a zone where moments tell how far they are from Greenwich. Where day and month
    cannot be told apart, nothing is made up.
    """
    for texts in _moments(table):
        if days := _days(texts, zone):
            return min(days), max(days)
    return None


def notes_minutes(table: RawTable) -> bool:
    """Whether a form's tool noted the minute of its answers: no two are then alike by chance."""
    told = (texts for texts in _moments(table) if texts)
    return any(sum(map(bool, map(_MINUTE.search, each))) >= _ENOUGH * len(each) for each in told)


def _moments(table: RawTable) -> Iterator[list[str]]:
    """What is told in each column that may tell when a form was answered."""
    for at, heading in enumerate(table.columns):
        if headings.tells_when(headings.heading_words(heading)):
            texts = (cell(row, at)[:_LONGEST] for row in table.rows if not row.trouble)
            yield [text for text in texts if text]


def _days(texts: list[str], zone: tzinfo | None) -> list[date]:
    """The days that texts tell, in the only order of day and month that fits; else none."""
    orders = (partial(_day_first, zone=zone), partial(_month_first, zone=zone))
    read = [_told(map(order, texts)) for order in orders]
    most = max(map(len, read))
    fits = [days for days in read if len(days) == most >= max(1, _ENOUGH * len(texts))]
    return fits[0] if fits and all(days == fits[0] for days in fits) else []


def _told(days: Iterable[date | None]) -> list[date]:
    return [each for each in days if each is not None]


def _day_first(text: str, zone: tzinfo | None) -> date | None:
    return _day(text, zone, day=1, month=3)


def _month_first(text: str, zone: tzinfo | None) -> date | None:
    # Full stops are only written between a day and a month in this order.
    dotted = text[1:3].count(".") > 0
    return _day_first(text, zone) if dotted else _day(text, zone, day=3, month=1)


def _day(text: str, zone: tzinfo | None, *, day: int, month: int) -> date | None:
    """The day that a text begins with, in a zone; None where it is none."""
    with suppress(ValueError):
        if found := _YEAR_FIRST.fullmatch(text):
            return _there(date(int(found[1]), int(found[3]), int(found[4])), found[5], zone)
        if found := _YEAR_LAST.fullmatch(text):
            year = int(found[4]) + (2000 if len(found[4]) == 2 else 0)
            return _there(date(year, int(found[month]), int(found[day])), found[5], zone)
    return None


def _there(day: date, told: str, zone: tzinfo | None) -> date:
    """The day that it was in a zone, if what stands behind a day tells the moment; else the day."""
    found = _TIME.fullmatch(told.rstrip())
    with suppress(ValueError, OverflowError):
        if found is not None and zone is not None:
            apart = timedelta(hours=int(found[5] or 0), minutes=int(found[6] or 0))
            offset = timezone(-apart if found[4] == "-" else apart)
            moment = datetime.combine(day, time(_hour(found), int(found[2]), tzinfo=offset))
            return moment.astimezone(zone).date()
    return day


def _hour(found: re.Match[str]) -> int:
    """The hour of a time, of 24."""
    if not found[3]:
        return int(found[1])
    return int(found[1]) % 12 + (12 if found[3].lower() == "p" else 0)
