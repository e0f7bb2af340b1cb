"""How lengths, times and days are told, by checks and in documents alike."""

from __future__ import annotations

from datetime import UTC, datetime

A_SECOND = 1 / 60
"""In minutes; sums of fractions that differ by less are the same to a person."""


def figure(value: float) -> str:
    """A number as people write it: no more than two places, and none where it is whole."""
    return f"{value:.2f}".rstrip("0").rstrip(".")


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
