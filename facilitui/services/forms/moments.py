"""Dates and times as people type them, read against the day it is."""

from __future__ import annotations

import re
from datetime import date, datetime, time, timedelta

from facilitui.core.base import YEARS
from facilitui.services.forms.day_hints import has_year, how_past_day

DAYS = ("monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday")
MONTHS = (
    *("january", "february", "march", "april", "may", "june"),
    *("july", "august", "september", "october", "november", "december"),
)
PAST_DAYS = 60
"""A day without a year that is not longer past than this is a day of this year."""
HOW = "25 Nov 15:30, Wed 15:30 or 2026-11-25 15:30"
HOW_DAY = "25 Nov, Wed or 2026-11-25"

_TIME = re.compile(r"(\d{1,2})(?:[:h.](\d{2})(?::\d{2})?)?(am|pm)?", re.ASCII)
_ISO = re.compile(r"(\d{4})[-/](\d{1,2})[-/](\d{1,2})", re.ASCII)
_SLASHED = re.compile(r"(\d{1,2})[/.](\d{1,2})(?:[/.](\d{4}))?\.?", re.ASCII)
_DAY = re.compile(r"(\d{1,2})(?:st|nd|rd|th|\.)?", re.ASCII)


def moment(text: str, today: date, what: str = "the start") -> datetime | None:
    """A local date and time, a time alone being today's; None where left empty.

    Raises ValueError.
    """
    words = _words(text)
    if not words:
        return None
    at = _time(words[-1], what)
    if at is None and _is_day(words):
        raise ValueError(f"{what} has no time yet: {HOW}")
    if at is None:
        raise ValueError(f"{what} is written {HOW}, or left empty")
    day = _day(words[:-1], today, f"{what} is written {HOW}, or left empty")
    if day.year not in YEARS:
        raise ValueError(
            f"{what} is in the year {day.year}, not one from {YEARS.start} to {YEARS.stop - 1}"
        )
    return datetime.combine(day, at)


def moment_or_day(text: str, today: date) -> datetime | date | None:
    """The start, or only its day while its time is not known; None where left empty.

    Raises ValueError.
    """
    words = _words(text)
    return _day(words, today, "") if words and _is_day(words) else moment(text, today)


def time_of_day(text: str, what: str = "a pinned start") -> time | None:
    """A time of day, None where left empty. Raises ValueError."""
    words = _words(text)
    if not words:
        return None
    at = _time(words[0], what) if len(words) == 1 else None
    if at is None:
        raise ValueError(f"{what} is written 15:45, or left empty")
    return at


def day(text: str, today: date, what: str) -> date | None:
    """A day of any calendar, a weekday being the next such; None where left empty.

    Raises ValueError.
    """
    words = _words(text)
    how = f"{what} is written {HOW_DAY}, or left empty"
    found = _day(words, today, how) if words else None
    if found is not None and found.year not in YEARS:
        raise ValueError(
            f"{what} is in the year {found.year}, not one from {YEARS.start} to {YEARS.stop - 1}"
        )
    return found


def past_day(
    text: str, today: date, what: str, *, needed: bool = False, nearer: bool = False
) -> date | None:
    """A day that has been, the last such weekday and year; None where left empty.

    Of `nearer` ones without a year the last one only where the one to come is not nearer: next
    week is not a year ago. Raises ValueError, which says that it may be left empty unless it is
    `needed`.
    """
    words = _words(text)
    if not words:
        return None
    weekday = _named(words[0], DAYS, 2)
    if words == ["yesterday"]:
        return _after(today, -1)
    if weekday is not None and len(words) == 1:
        return _after(today, -((today.weekday() - weekday) % 7))
    how = f"{what} is written {how_past_day(today)}" + ("" if needed else ", or left empty")
    found, other = _day(words, today, how), ""
    if re.search(r"\d", text) and not has_year(text):
        found = _date(today.year, found.month, found.day)
        if found > today:
            before = _date(today.year - 1, found.month, found.day)
            found = found if nearer and found - today <= today - before else before
            other = f"; one of another year is written {before.day} {before:%b %Y}"
    if found > today:
        raise ValueError(f"{what} is still to come: {told_day(found)}{other}")
    if found.year not in YEARS:
        raise ValueError(
            f"{what} is in the year {found.year}, not one from {YEARS.start} to {YEARS.stop - 1}"
        )
    return found


def told_day(day: date) -> str:
    """A day in words."""
    return f"{day:%A} {day.day} {day:%B %Y}"


def told(at: datetime, minutes: float = 0) -> str:
    """A moment in words, to see that it was understood; with its end where that is another day."""
    words = f"{told_day(at)}, {at:%H:%M}"
    try:
        end = at + timedelta(minutes=minutes)
    except OverflowError:
        return words
    return words if end.date() == at.date() else f"{words}, until {end:%a %H:%M}"


def _words(text: str) -> list[str]:
    """The words of a moment; "2026-11-25T15:30" and "3 pm" are divided as they are meant."""
    plain = re.sub(r"(?<=\d)t(?=\d)", " ", text.strip().lower().replace(",", " "))
    plain = re.sub(r"(?<=\d)\s+(am|pm)\b", r"\1", plain)
    return [word for word in plain.split() if word not in {"at", "on", "the", "of"}]


def _time(word: str, what: str) -> time | None:
    """The time that a word is; None where it is none. Raises ValueError past midnight."""
    if word == "noon":
        return time(12)
    found = _TIME.fullmatch(word)
    if found is None or not (found[2] or found[3]):
        return None
    hour, minute = int(found[1]), int(found[2] or 0)
    if found[3] and not 1 <= hour <= 12:
        return None
    if found[3]:
        hour = hour % 12 + (12 if found[3] == "pm" else 0)
    if minute > 59 or (hour > 23 and "." in word):
        return None
    if hour > 23:
        raise ValueError(
            f"a day ends at 23:59, so {what} is written 15:45, or as 0:{minute:02} of the next day"
        )
    return time(hour, minute)


def _is_day(words: list[str]) -> bool:
    try:
        _day(words, date(2026, 1, 1), "")
    except ValueError:
        return False
    return True


def _day(words: list[str], today: date, how: str) -> date:
    """The day that words are. Raises ValueError that says `how` they are written."""
    if not words or words == ["today"]:
        return today
    if words == ["tomorrow"]:
        return _after(today, 1)
    weekday = _named(words[0], DAYS, 2)
    if weekday is None:
        return _dated(words, today, how)
    if len(words) == 1:
        return _coming(weekday, today)
    found = _dated(words[1:], today, how)
    if found.weekday() != weekday:
        raise ValueError(f"{found.day} {found:%b %Y} is a {found:%A}")
    return found


def _coming(weekday: int, today: date) -> date:
    ahead = (weekday - today.weekday()) % 7
    if ahead:
        return _after(today, ahead)
    later = _after(today, 7)
    name = f"{today:%A}"
    raise ValueError(f"it is {name} today: write today, or {today:%a} {later.day} {later:%b}")


def _after(day: date, days: int) -> date:
    try:
        return day + timedelta(days=days)
    except OverflowError:
        raise ValueError("that is later than any calendar goes") from None


def _dated(words: list[str], today: date, how: str) -> date:
    """A day by its numbers. Raises ValueError."""
    if len(words) == 1 and (iso := _ISO.fullmatch(words[0])):
        return _date(int(iso[1]), int(iso[2]), int(iso[3]))
    if len(words) == 1 and (slashed := _SLASHED.fullmatch(words[0])):
        day, month = _unambiguous(words[0], int(slashed[1]), int(slashed[2]))
        return _in_year(day, month, int(slashed[3] or 0), today)
    if len(words) in {2, 3}:
        first, second = words[0], words[1]
        if _named(first, MONTHS, 3) is not None:
            first, second = second, first
        month_at, day_of = _named(second, MONTHS, 3), _DAY.fullmatch(first)
        year = words[2] if len(words) == 3 else "0"
        if month_at is not None and day_of and re.fullmatch(r"\d{4}|0", year, re.ASCII):
            return _in_year(int(day_of[1]), month_at + 1, int(year), today)
    raise ValueError(how)


def _unambiguous(text: str, first: int, second: int) -> tuple[int, int]:
    if first != second and first <= 12 and second <= 12:
        month = f"{MONTHS[second - 1][:3]}".capitalize() if second else "Nov"
        raise ValueError(f"{text} can be read in two ways; write {first} {month}")
    return (second, first) if second > 12 else (first, second)


def _in_year(day: int, month: int, year: int, today: date) -> date:
    if year:
        return _date(year, month, day)
    this = _date(today.year, month, day)
    return this if (today - this).days <= PAST_DAYS else _date(today.year + 1, month, day)


def _date(year: int, month: int, day: int) -> date:
    try:
        return date(year, month, day)
    except ValueError:
        name = MONTHS[month - 1].capitalize() if 1 <= month <= 12 else f"month {month}"
        raise ValueError(f"there is no {day} {name} in {year}") from None


def _named(word: str, names: tuple[str, ...], least: int) -> int | None:
    """Which of some names a word is, or begins."""
    plain = word.rstrip(".")
    found = [i for i, name in enumerate(names) if name.startswith(plain)]
    return found[0] if len(plain) >= least and len(found) == 1 else None
