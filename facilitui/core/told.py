"""How lengths, times and days are told, by checks and in documents alike."""

from __future__ import annotations

from datetime import UTC, datetime

A_SECOND = 1 / 60
"""In minutes; sums of fractions that differ by less are the same to a person."""


def figure(value: float) -> str:
    """A number as people write it: no more than two places, and none where it is whole."""
    return f"{value:.2f}".rstrip("0").rstrip(".")


_LENGTHS = ((90, 1, "s"), (5 * 3600, 60, "min"), (48 * 3600, 3600, "h"), (1e8, 86_400, "days"))
"""Below how many seconds a length is told in which unit."""


def length(seconds: float) -> str:
    """How long something lasted, as closely as anybody wants to know: 40 s, 25 min, 26 h, 3 days.

    What would be years, as a damaged log may claim, is told as that.
    """
    for below, unit, word in _LENGTHS:
        if seconds < below:
            return f"{seconds / unit:.0f} {word}"
    return "years"


def unhosted(seconds: float) -> str:
    """How long a session ran without the program, and that this counts."""
    return f"{seconds / 60:.0f} min without the program, counted"


def whole_seconds(seconds: float) -> int:
    """The seconds of a wait that are full, as a clock shows them: all that is told or judged.

    A wait is marked by hand, about a second either way (design §1.6), so a fraction says nothing.
    """
    return int(seconds)


def clock(moment: datetime) -> str:
    """A time of day: 15:30."""
    return f"{moment:%H:%M}"


def day(moment: datetime) -> str:
    """A day: Wednesday 25 November 2026."""
    return f"{moment:%A} {moment.day} {moment:%B} {moment.year}"


def offset(start: datetime, moment: datetime) -> str:
    """How long after the beginning something is, in hours and minutes: 0:00, 0:20, 1:05.

    It stands where a session has no time of day yet, and none shall be made up.
    """
    passed = (moment.astimezone(UTC) - start.astimezone(UTC)).total_seconds()
    hours, minutes = divmod(round(passed) // 60, 60)
    return f"{hours}:{minutes:02}"
