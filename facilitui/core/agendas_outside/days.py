"""Finding a day in a text, as people write it above an agenda or before a time."""

from __future__ import annotations

import re
from datetime import date
from typing import NamedTuple

_MONTHS = (
    "jan january januar jänner janvier ene enero",
    "feb february februar fév févr février fevrier febrero",
    "mar march mär märz mrz mars marzo",
    "apr april avr avril abr abril",
    "may mai mayo",
    "jun june juni juin junio",
    "jul july juli juil juillet julio",
    "aug august aoû août aout ago agosto",
    "sep sept september septembre septiembre setiembre",
    "oct october okt oktober octobre octubre",
    "nov november novembre noviembre",
    "dec december dez dezember déc décembre decembre dic diciembre",
)
_MONTH_OF = {name: at for at, names in enumerate(_MONTHS, 1) for name in names.split()}
_LETTERS = r"(?P<month>[^\W\d_]{3,10})"
_FIGURES = (
    r"(?P<year>\d{4})[-/](?P<number>\d{1,2})[-/](?P<day>\d{1,2})",
    r"(?P<day>\d{1,2})\.\s?(?P<number>\d{1,2})\.\s?(?P<year>\d{4})",
    r"(?P<one>\d{1,2})/(?P<other>\d{1,2})/(?P<year>\d{4})",
)
_OF_MONTH = rf"(?P<day>\d{{1,2}})(?:st|nd|rd|th|er|\.)?\s+(?:(?:of|de)\s+)?{_LETTERS}\.?"
_MONTH_FIRST = rf"{_LETTERS}\.?\s+(?P<day>\d{{1,2}})(?:st|nd|rd|th)?"
_WORDS = (
    rf"{_OF_MONTH},?\s+(?:de\s+)?(?P<year>\d{{4}})",
    rf"{_MONTH_FIRST},?\s+(?P<year>\d{{4}})",
)
_YEARLESS = (
    rf"{_OF_MONTH}(?!\w)",
    rf"{_MONTH_FIRST}(?!\w)",
    r"(?P<day>\d{1,2})\.\s?(?P<number>\d{1,2})\.(?!\s?\d)",
)


def _compiled(*patterns: str) -> tuple[re.Pattern[str], ...]:
    edges = r"(?<![\w.:/-])%s(?![\d/:-]|\.\d)"
    return tuple(re.compile(edges % each, re.IGNORECASE) for each in patterns)


_PATTERNS = _compiled(*_FIGURES, *_WORDS)
_WITHOUT_YEAR = _compiled(*_YEARLESS)
_YEAR = re.compile(r"\d{4}")
_LOOKED_AT = 300
"""Characters of a text in which a day is looked for."""


_LEAP_YEAR = 2000
_YEARS_AHEAD = 9
"""Years of which one at least has a 29th of February."""


class Yearless(NamedTuple):
    """A day of some year."""

    month: int
    day: int

    def next_from(self, today: date) -> date | None:
        """The first such day that is not over on another one."""
        years = range(today.year, today.year + _YEARS_AHEAD)
        days = (_existing(year, self.month, self.day) for year in years)
        return next((day for day in days if day and day >= today), None)


class Around(NamedTuple):
    """A day that was found in a text, and what stands before and behind it."""

    day: date | Yearless
    before: str
    behind: str


def day_in(text: str) -> tuple[date | None, str]:
    """The day that a text names with its year, and the text without it.

    03/04/2026 is two days, and is therefore none.
    """
    found = _around(_PATTERNS, text) if _YEAR.search(text, 0, _LOOKED_AT) else None
    if found is None or isinstance(found.day, Yearless):
        return None, text
    return found.day, " ".join(f"{found.before} {found.behind}".split()).strip(" ,;")


def any_day_in(text: str) -> Around | None:
    """The day that a text names, if need be without its year."""
    return _around((*_PATTERNS, *_WITHOUT_YEAR), text)


def _around(patterns: tuple[re.Pattern[str], ...], text: str) -> Around | None:
    for pattern in patterns:
        for found in pattern.finditer(text, 0, _LOOKED_AT):
            if day := _day(found.groupdict()):
                behind = text[found.end() :]
                behind = behind[1:] if re.match(r"T\d", behind) else behind
                return Around(day, text[: found.start()], behind)
    return None


def _day(parts: dict[str, str | None]) -> date | Yearless | None:
    year, day, number = (int(parts.get(part) or 0) for part in ("year", "day", "number"))
    if month := parts.get("month"):
        number = _MONTH_OF.get(month.casefold(), 0)
    if parts.get("one"):
        low, high = sorted(int(parts[part] or 0) for part in ("one", "other"))
        number, day = (low, high) if high > 12 or low == high else (0, 0)
    if "year" in parts:
        return _existing(year, number, day)
    return Yearless(number, day) if _existing(_LEAP_YEAR, number, day) else None


def _existing(year: int, month: int, day: int) -> date | None:
    try:
        return date(year, month, day)
    except ValueError:
        return None
