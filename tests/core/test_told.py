"""How lengths and times are told: as people write them, the same everywhere."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta
from zoneinfo import ZoneInfo

import pytest

from facilitui.core.told import clock, day, figure, offset


@pytest.mark.parametrize(
    ("value", "told"),
    [(45, "45"), (38.5, "38.5"), (1 / 3, "0.33"), (100, "100"), (192000, "192000")],
)
def test_figures_are_told_as_people_write_them(value: float, told: str) -> None:
    """No zeros behind, no powers of ten."""
    assert figure(value) == told


@pytest.mark.parametrize(
    ("minutes", "told"),
    [(0, "0:00"), (20, "0:20"), (65, "1:05"), (2.5, "0:02"), (7.999999, "0:08"), (1500, "25:00")],
)
def test_a_moment_is_told_from_the_beginning(minutes: float, told: str) -> None:
    """As a clock would show it that was started then."""
    start = datetime(2026, 11, 25, 15, 30, tzinfo=UTC)
    assert offset(start, start + timedelta(minutes=minutes)) == told


def test_what_passes_is_told_though_the_clocks_change() -> None:
    """Two hours are two hours in the night that has one more."""
    start = datetime(2026, 11, 1, 0, 30, tzinfo=ZoneInfo("America/Toronto"))
    end = (start.astimezone(UTC) + timedelta(hours=2)).astimezone(start.tzinfo)
    assert clock(end) == "01:30" and offset(start, end) == "2:00"


def test_a_day_is_told_in_words() -> None:
    """So that nobody has to know which number is the month."""
    assert day(datetime(2026, 11, 5)) == "Thursday 5 November 2026"
