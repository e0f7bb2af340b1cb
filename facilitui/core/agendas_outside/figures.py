"""Reading times of day and lengths of time as people write them in an agenda."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date, time

from facilitui.core.agendas_outside.days import day_in
from facilitui.core.numbers import DASH, IN_BRACKETS, LENGTH, Length, length_of

DAY = 24 * 60
NOON = 12 * 60
_DAYBREAK = 7 * 60

_HALF = r"(?:[ap]\.?\s?m\b\.?|uhr|h)"
_CLOCK = (
    rf"(?:\d{{1,2}}\s?[:.：]\s?\d{{2}}(?::\d{{2}})?(?!\d)(?:\s?{_HALF})?"
    r"|\d{1,2}\s?[ap]\.?m\b\.?|\d{1,2}h\d{2}|\d{1,2}\s?uhr|(?:[789]|1\d|2[0-4])\s?h(?!\w))"
)
_LOOSE = rf"(?:{_CLOCK}|\d{{1,2}}(?=\s?{DASH}\s?{_CLOCK}))"
_SPAN = re.compile(
    rf"(?<![\w.,:/])({_LOOSE})(?:\s?{DASH}\s?({_CLOCK}|\d{{1,2}}(?![\d.,:/])))?(?!\w)"
    r"(?!\s?(?:hours?|hrs?|std|stunden?|heures?|horas?|min|%))",
    re.IGNORECASE,
)
_ONE = re.compile(
    r"(\d{1,2})(?:\s?[:.h：]\s?(\d{2}))?(?::\d{2})?\s*([ap])?\.?\s?m?\.?(?:uhr|h)?", re.IGNORECASE
)
_SHORT_HOURS = re.compile(r"[0-6]h\d{2}", re.IGNORECASE)
"""1h30 is how long something takes; 15h30 is when it begins."""
_CLOCK_FACE = re.compile(r"[⌚⌛⏰-⏳🕐-🕧]\ufe0f?\s*$")
_LOOKED_AT = 1000
"""Characters of a text in which figures are looked for."""
_EDGE = " \t,;:|·•/-–—−"


@dataclass(frozen=True, slots=True)
class Clock:
    """A time of day as it was written."""

    minute: int
    """Minutes since midnight, as read."""
    sure: bool
    """Whether it cannot also mean the other half of the day."""

    @property
    def by_day(self) -> Clock:
        """The time as it is meant by people who meet by day: 3:30 is in the afternoon."""
        night = not self.sure and self.minute < _DAYBREAK
        return Clock(self.minute + NOON, sure=True) if night else self

    @property
    def shown(self) -> str:
        """The time on a 24-hour clock."""
        return f"{self.minute // 60 % 24}:{self.minute % 60:02}"

    @property
    def time(self) -> time:
        """The time of day."""
        return time(self.minute // 60 % 24, self.minute % 60)


@dataclass(frozen=True, slots=True)
class Span:
    """When something begins and, where that is written too, ends."""

    start: Clock
    end: Clock | None = None
    day: date | None = None


@dataclass(frozen=True, slots=True)
class Figured:
    """A text taken apart: its figures, and what is left of it."""

    rest: str
    span: Span | None = None
    length: Length | None = None
    span_text: str = ""
    """The times as they were written."""
    length_text: str = ""

    @property
    def told(self) -> bool:
        """Whether there was any figure."""
        return self.span is not None or self.length is not None


def read_clock(text: str) -> Clock | None:
    """A time of day: 9:00, 9.00, 15h30, 9 am, 15:30 Uhr."""
    found = _ONE.fullmatch(text.strip())
    if found is None or (not any(found.group(2, 3)) and not re.search(r"\D", text.strip())):
        return None
    hour, minute = int(found[1]), int(found[2] or 0)
    half = (found[3] or "").lower()
    if minute > 59 or hour > (12 if half else 24) or (half and not hour):
        return None
    if half:
        hour = hour % 12 + (12 if half == "p" else 0)
    return Clock(hour % 24 * 60 + minute, sure=bool(half) or not 1 <= hour <= 12)


def read_span(text: str) -> Span | None:
    """A cell that holds a time, or a time and another, and nothing else; a day may go before."""
    day, text = day_in(text.strip())
    found = _SPAN.fullmatch(text)
    span = _span(found) if found else None
    return Span(span.start, span.end, day) if span else None


def span_in(text: str) -> tuple[Span, str, str] | None:
    """The first time in a text, wherever it stands, with what is before and behind it."""
    for found in _SPAN.finditer(text, 0, _LOOKED_AT):
        if span := _span(found):
            return span, text[: found.start()], text[found.end() :]
    return None


def read_start(text: str) -> Figured | None:
    """A cell that says when something begins and, maybe, how long it takes: "3:30 (5)", "9"."""
    if span := read_span(text):
        return Figured("", span)
    if hour := _hour(text):
        return Figured("", Span(hour))
    apart = taken_apart(text)
    return apart if apart.span and not apart.rest else None


def _span(found: re.Match[str]) -> Span | None:
    end = read_clock(found[2]) or _hour(found[2]) if found[2] else None
    start = read_clock(found[1])
    if start is None and end is not None:
        start = _hour(found[1])
    if start is None:
        return None
    if end is not None and end.sure and not start.sure and end.minute >= NOON:
        # "1:00–2:30 pm": the word at the end is meant for both.
        later = start.minute % NOON + NOON
        if later <= end.minute and re.search(r"[ap]\.?\s?m", found[2], re.IGNORECASE):
            start = Clock(later, sure=True)
    return Span(start, end)


def _hour(text: str) -> Clock | None:
    digits = text.strip()
    if not digits.isdecimal() or int(digits) > 24:
        return None
    return Clock(int(digits) % 24 * 60, sure=not 1 <= int(digits) <= 12)


def taken_apart(text: str) -> Figured:
    """A line such as "9:00–9:15 Welcome (15 min)": its times, its minutes, what is left.

    A figure in the middle of a sentence ("the 5 min rule explained") is part of what it says.
    """
    rest, beyond = text[:_LOOKED_AT], text[_LOOKED_AT:]
    span, length = None, None
    span_text, length_text = "", ""
    for found in _at_edges(_SPAN, rest):
        short = _SHORT_HOURS.fullmatch(found[0])
        if short is None and (span := _span(found)) is not None:
            rest, span_text = _without(rest, found), found[0]
            break
    for pattern in (LENGTH, IN_BRACKETS):
        if found_last := _at_edges(pattern, rest)[-1:]:
            length, length_text = length_of(found_last[0]), found_last[0][0]
            rest = _without(rest, found_last[0])
            break
    return Figured(_trimmed(rest + beyond), span, length, span_text, length_text)


def _at_edges(pattern: re.Pattern[str], text: str) -> list[re.Match[str]]:
    """The figures with nothing before or nothing after them, in brackets or between strokes."""
    return [found for found in pattern.finditer(text) if _at_edge(text, found)]


def _at_edge(text: str, found: re.Match[str]) -> bool:
    before, after = text[: found.start()].rstrip(), text[found.end() :].lstrip()
    bracketed = _bracketed(before, after) or found[0][0] in "(["
    between = before[-1:] in set("|–—,·([") and after[:1] in set("|–—,·:)]")
    bare = not re.search(r"\w", before) or not re.search(r"\w", after)
    return bracketed or between or bare


def _bracketed(before: str, after: str) -> bool:
    return before[-1:] in {"(", "["} and after[:1] in {")", "]"}


def _without(text: str, found: re.Match[str]) -> str:
    before = _CLOCK_FACE.sub("", text[: found.start()]).rstrip()
    after = text[found.end() :].lstrip()
    if _bracketed(before, after):
        before, after = before[:-1].rstrip(), after[1:].lstrip()
    elif before[-1:] in {"(", "["}:
        return before + after.lstrip(_EDGE)
    elif after[:1] in {")", "]"}:
        return before.rstrip(_EDGE) + after
    if not re.search(r"\w", before) or before[-1:] in set("|–—,·"):
        after = after.lstrip(_EDGE)
    if not after.strip(_EDGE):
        before, after = before.rstrip(_EDGE), ""
    return f"{before} {after}".strip()


def _trimmed(text: str) -> str:
    return " ".join(text.split()).strip(" \t,;|·•/–—−").removesuffix(" -").removeprefix("- ")
