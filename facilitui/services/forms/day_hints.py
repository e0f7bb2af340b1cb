"""What is told beside a day that has been: one that is right to type, and how one was read."""

from __future__ import annotations

import re
from datetime import date, timedelta

AGO = timedelta(days=2)
"""How long ago the day is that is shown as an example."""
_YEAR = re.compile(r"\d{4}")


def has_year(text: str) -> bool:
    """Whether a year was typed."""
    return _YEAR.search(text) is not None


def how_past_day(today: date, since: date | None = None) -> str:
    """How a day that has been is written: one that is right to type, and not before another."""
    day = today - AGO if today - date.min > AGO else today
    day = min(max(day, since or day), today)
    return f"{day.day} {day:%b}, {day:%a} or {day.isoformat()}"


def read_as(text: str, found: date | None, today: date) -> tuple[str, ...]:
    """How a day was read that was typed without its year and is not of this one; else nothing."""
    if found is None or found.year == today.year or has_year(text):
        return ()
    return (f"read as {found:%a} {found.day} {found:%b %Y}",)
