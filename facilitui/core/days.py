"""Finding a day in a text, as people write it above an agenda or before a time."""

from __future__ import annotations

import re
from datetime import date

_MONTHS = (
    "jan|ene",
    "feb|fév",
    "mar|mär|mrz",
    "apr|avr|abr",
    "may|mai",
    "jun|juin",
    "jul|juil",
    "aug|aoû|ago",
    "sep",
    "oct|okt",
    "nov",
    "dec|dez|déc|dic",
)
_MONTH_OF = {name: at for at, names in enumerate(_MONTHS, 1) for name in names.split("|")}
_LETTERS = r"(?P<month>[^\W\d_]{3,10})"
_FIGURES = (
    r"(?P<year>\d{4})[-/](?P<number>\d{1,2})[-/](?P<day>\d{1,2})",
    r"(?P<day>\d{1,2})\.\s?(?P<number>\d{1,2})\.\s?(?P<year>\d{4})",
    r"(?P<one>\d{1,2})/(?P<other>\d{1,2})/(?P<year>\d{4})",
)
_WORDS = (
    rf"(?P<day>\d{{1,2}})(?:st|nd|rd|th|er|\.)?\s+(?:(?:of|de)\s+)?{_LETTERS}\.?,?\s+(?:de\s+)?"
    r"(?P<year>\d{4})",
    rf"{_LETTERS}\.?\s+(?P<day>\d{{1,2}})(?:st|nd|rd|th)?,?\s+(?P<year>\d{{4}})",
)
_PATTERNS = tuple(
    re.compile(rf"(?<![\w.:/-]){each}(?![\d/:-]|\.\d)", re.IGNORECASE)
    for each in (*_FIGURES, *_WORDS)
)
_YEAR = re.compile(r"\d{4}")
_LOOKED_AT = 300
"""Characters of a text in which a day is looked for."""


def day_in(text: str) -> tuple[date | None, str]:
    """The day that a text names with its year, and the text without it.

    03/04/2026 is two days, and is therefore none.
    """
    for pattern in _PATTERNS if _YEAR.search(text, 0, _LOOKED_AT) else ():
        found = pattern.search(text, 0, _LOOKED_AT)
        day = _day(found.groupdict()) if found else None
        if found and day:
            after = text[found.end() :]
            after = after[1:] if re.match(r"T\d", after) else after
            return day, " ".join(f"{text[: found.start()]} {after}".split()).strip(" ,;")
    return None, text


def _day(parts: dict[str, str | None]) -> date | None:
    year, day, number = (int(parts.get(part) or 0) for part in ("year", "day", "number"))
    month = (parts.get("month") or "").casefold()
    if month:
        number = _MONTH_OF.get(month[:4]) or _MONTH_OF.get(month[:3], 0)
    if parts.get("one"):
        low, high = sorted(int(parts[part] or 0) for part in ("one", "other"))
        number, day = (low, high) if high > 12 or low == high else (0, 0)
    try:
        return date(year, number, day)
    except ValueError:
        return None
