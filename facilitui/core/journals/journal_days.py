"""Days as one types them to find entries: 2026, 2026-11, 2026-11-03, 2026-09..2026-11, >2026-09.

Also as one says them: today, yesterday, this week, last month, nov, november 2025, 11/2026, 3 nov,
3.11.2026. With dots the day comes first; 3/11/2026 is another day for others, and none here.
"""

from __future__ import annotations

import re
from calendar import monthrange
from collections.abc import Callable
from dataclasses import dataclass
from datetime import date, timedelta

from facilitui.core.safe_text import quoted_typing

_Dates = tuple[date, ...]
_DAY = timedelta(days=1)
_SIGNS = ("", "<", "<=", ">", ">=")
_DATE = re.compile(r"([0-9]{4})(?:-([0-9]{1,2})(?:-([0-9]{1,2}))?)?")
_DANGLING = re.compile(r"-0?\Z")
"""What is there of a month or a day while it is being typed."""
_YEAR_BEGUN = re.compile(r"[0-9]{0,3}|[0-9]{1,2}[./-][0-9]{0,3}")
_SLASHED = re.compile(r"([0-9]{1,2})[./-]([0-9]{4})|([0-9]{4}(?:/[0-9]{1,2}){0,2}/?)")
"""A month before its year, or a date with strokes."""
_MONTHS = (
    *("january", "february", "march", "april", "may", "june"),
    *("july", "august", "september", "october", "november", "december"),
)
_ABBREVIATED = 3
"""So many letters tell each month from the others."""
_NAMED = re.compile(r"([a-z]+)\.?-?([0-9]{0,4})")
_LONGEST_MONTH = 31
_DAY_FIRST = re.compile(
    r"([0-9]{1,2})(?:st|nd|rd|th)?\.?-?(?:of)?([a-z]+)\.?-?([0-9]{0,4})"
    r"|([0-9]{1,2})\.([0-9]{1,2})(?:\.([0-9]{0,4}))?"
)
_DAY_BEHIND = re.compile(r"([a-z]+)\.?-?([0-9]{1,2})(?:st|nd|rd|th)?([0-9]{4})?")
"""A day beside the name of its month, or with dots; perhaps with its year."""
_IN_A_MONTH = rf"(?:{'|'.join(each[:3] for each in _MONTHS)})[a-z]*(?:\.(?!\.))?"
_A_DAY = r"\d{1,2}(?:st|nd|rd|th)?\.?"
_SPOKEN = (
    r"(?:(?:this|last)\s+(?:week|month|year)\b"
    rf"|{_A_DAY}\s+(?:of\s+)?{_IN_A_MONTH}(?:\s+\d{{1,4}}\b)?"
    rf"|{_IN_A_MONTH}\s+{_A_DAY}\s+\d{{4}}\b|{_IN_A_MONTH}\s+\d{{1,4}}(?:st|nd|rd|th)?\b)"
)
_PLAIN = r"[^\s,，\"]"
_SPELT = re.compile(
    rf"[<>]?=?{_SPOKEN}(?:\.\.(?:{_SPOKEN}|{_PLAIN}*))?|{_PLAIN}*?\.\.{_SPOKEN}", re.IGNORECASE
)
_BETWEEN = ("st", "nd", "rd", "th", "of", "sept")
"""What may stand between a day and its month, or is no month's beginning but its name."""
_LEAP = 8
"""A 29 February comes again after so many years at most."""
HOW = "write 2026, 2026-11, 2026-11-03, 2026-09..2026-11, nov, today or last week"
"""How dates are written."""


@dataclass(frozen=True, slots=True)
class Days:
    """From one day to another, both included, as 2026-11-03."""

    first: str
    last: str

    def has(self, day: str) -> bool:
        """Whether a day is among them; none, which is empty, is not."""
        return self.first <= day <= self.last


NEVER = Days(date.max.isoformat(), date.min.isoformat())
"""No day at all: what is no date shows nothing, where everything would look like an answer."""


def spelt_end(line: str, at: int) -> int:
    """Where a date ends that is said with a blank, as "last month", "3 nov 2026"; else `at`."""
    found = _SPELT.match(line, at)
    return found.end() if found is not None else at


def days_told(text: str, today: date | None = None) -> tuple[Days | None, str]:
    """Which folded days a text means, and what is wrong with it in a sentence: then on no day.

    None where nothing is told yet, as while somebody types the year. Without knowing what day it
    is, a month needs its year.
    """
    try:
        return _days("".join(text.split()), today), ""
    except (ValueError, OverflowError):
        return NEVER, f"{quoted_typing(text)} is no date: {HOW}"


def _days(text: str, today: date | None) -> Days | None:
    first, dots, last = text.partition("..")
    if dots:
        one, other = _period(first, today), _period(last.strip("."), today)
        if one and other and other[1] < one[0]:
            one, other = other, one
        return _from_to(one[:1], other[1:])
    told = text.lstrip("<>=")
    sign = text[: len(text) - len(told)]
    if sign not in _SIGNS:
        raise ValueError(text)
    period = _period(told.rstrip("."), today)
    if not period or not sign:
        return _from_to(period[:1], period[1:])
    begin, end = period
    if sign[0] == ">":
        return _from_to((begin if sign == ">=" else end + _DAY,), ())
    return _from_to((), (end if sign == "<=" else begin - _DAY,))


def _from_to(first: _Dates, last: _Dates) -> Days | None:
    """Days from one to another; an end that is not told is left open."""
    if not first and not last:
        return None
    ends = (*(first or (date.min,)), *(last or (date.max,)))
    return Days(ends[0].isoformat(), ends[1].isoformat())


def _period(text: str, today: date | None) -> _Dates:
    """The first and the last day of a year, a month or a day; neither while it is being typed.

    Raises ValueError where it is none, and can become none.
    """
    dayed = _DAY_FIRST.fullmatch(text)
    if dayed is not None:
        named, name, year, number, month, of_year = dayed.groups()
        if named:
            return _day(int(named), _month_begun(name), year, today)
        return _day(int(number), int(month), of_year or "", today)
    if text[:1].isalpha():
        return _said(text.replace("_", "-"), today)
    slashed = _SLASHED.fullmatch(text)
    if slashed is not None:
        month, year, strokes = slashed.groups()
        text = f"{year}-{month}" if month else strokes.replace("/", "-")
    told = _DANGLING.sub("", text)
    found = _DATE.fullmatch(told)
    if found is None:
        if _YEAR_BEGUN.fullmatch(told):
            return ()
        raise ValueError(text)
    year, month, day = (int(each) if each else None for each in found.groups())
    return _whole(year or 0, month, day)


def _whole(year: int, month: int | None, day: int | None = None) -> _Dates:
    begin = date(year, 1 if month is None else month, 1 if day is None else day)
    last_month = begin.month if month is not None else 12
    last_day = begin.day if day is not None else monthrange(begin.year, last_month)[1]
    return begin, date(begin.year, last_month, last_day)


def _said(text: str, today: date | None) -> _Dates:
    """A period in words; a month without its year is the last one that has begun."""
    word = text.replace("-", "")
    dayed = _DAY_BEHIND.fullmatch(text)
    if dayed is not None and _month_of(dayed[1]):
        if int(dayed[2]) > _LONGEST_MONTH and not dayed[3]:
            return ()  # a day, and behind it the first sign of its year
        return _day(int(dayed[2]), _month_of(dayed[1]), dayed[3] or "", today)
    named = _NAMED.fullmatch(text)
    name, year = named.groups() if named is not None else ("", "")
    month = _month_of(name)
    if month and len(year) == len("2026"):
        return _whole(int(year), month)
    if today is not None and word in _WORDS:
        return _WORDS[word](today)
    if today is not None and month and not year:
        return _whole(today.year - (month > today.month), month)
    if (month and year) or any(each.startswith(word) for each in (*_WORDS, *_MONTHS)):
        return ()
    raise ValueError(text)


def _day(day: int, month: int, year: str, today: date | None) -> _Dates:
    """A day of a month; without its year the last one that has come."""
    if len(year) == len("2026"):
        return _whole(int(year), month, day)
    if year or month not in range(1, 13) or today is None:
        return ()
    for back in range(_LEAP + 1):
        if monthrange(today.year - back, month)[1] >= day:
            found = date(today.year - back, month, day)
            if found <= today:
                return found, found
    raise ValueError(day)


def _month_of(name: str) -> int:
    """Which month is called so, from 1 on; 0 for none."""
    return next((at for at, each in enumerate(_MONTHS, 1) if _is(name, each)), 0)


def _month_begun(name: str) -> int:
    """The same, 0 while the name is being typed. Raises ValueError where it becomes none."""
    if not any(each.startswith(name) for each in (*_MONTHS, *_BETWEEN)):
        raise ValueError(name)
    return _month_of(name)


def _is(name: str, month: str) -> bool:
    return month.startswith(name[:-1] if name == "sept" else name) and len(name) >= _ABBREVIATED


def _week(today: date) -> _Dates:
    monday = today - today.weekday() * _DAY
    return monday, monday + 6 * _DAY


def _month(today: date) -> _Dates:
    return _whole(today.year, today.month)


_WORDS: dict[str, Callable[[date], _Dates]] = {
    "today": lambda today: (today, today),
    "yesterday": lambda today: (today - _DAY, today - _DAY),
    "thisweek": _week,
    "lastweek": lambda today: _week(today - 7 * _DAY),
    "thismonth": _month,
    "lastmonth": lambda today: _month(today.replace(day=1) - _DAY),
    "thisyear": lambda today: _whole(today.year, None),
    "lastyear": lambda today: _whole(today.year - 1, None),
}
"""Periods by what they are called, without blanks."""
