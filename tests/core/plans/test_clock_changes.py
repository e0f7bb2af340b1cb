"""A night in which the clocks are changed: what is said of it, and only then."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given
from hypothesis import strategies as st

from facilitui.core.plans.clock_changes import changes, clock_words, comes_twice, start_words
from facilitui.core.plans.schedule import later

TORONTO = ZoneInfo("America/Toronto")
BACK = "On Sunday 1 November 2026 at 02:00 the clock goes back to 01:00; lengths are true minutes."
ON = "On Sunday 14 March 2027 at 02:00 the clock goes forward to 03:00; lengths are true minutes."


@pytest.mark.parametrize(
    ("start", "minutes", "told"),
    [
        (datetime(2026, 11, 1, 0, 30), 120, (BACK,)),
        (datetime(2026, 11, 1, 1, 30), 31, (BACK,)),
        (datetime(2026, 11, 1, 1, 30), 30, (BACK,)),
        (datetime(2026, 11, 1, 1, 30), 29, ()),
        (datetime(2026, 11, 1, 2, 0), 60, ()),
        (datetime(2026, 10, 31, 20, 0), 60, ()),
        (datetime(2026, 11, 25, 15, 30), 60, ()),
        (datetime(2027, 3, 14, 1, 0), 90, (ON,)),
        (datetime(2026, 11, 1, 0, 30), 0, ()),
    ],
)
def test_a_change_within_the_session_is_explained(
    start: datetime, minutes: float, told: tuple[str, ...]
) -> None:
    """From the moment it comes; before it and on other days nothing is said."""
    begins = start.replace(tzinfo=TORONTO)
    assert clock_words(begins, later(begins, minutes)) == told


@pytest.mark.parametrize(
    ("planned", "told"),
    [
        (
            datetime(2027, 3, 14, 2, 30),
            "No clock shows 02:30 on Sunday 14 March 2027, when clocks go forward; the session "
            "begins at 03:30.",
        ),
        (
            datetime(2026, 11, 1, 1, 30),
            "The clock shows 01:30 twice that night; the first is meant.",
        ),
        (datetime(2026, 11, 1, 2, 30), ""),
    ],
)
def test_a_start_that_is_never_or_twice_is_explained(planned: datetime, told: str) -> None:
    """With the time that is meant by it."""
    begins = later(planned.replace(tzinfo=TORONTO), 0)
    assert start_words(planned, begins) == ((told,) if told else ())


def test_a_zone_without_changes_has_nothing_to_say() -> None:
    """Nor has a time without any zone."""
    start = datetime(2026, 11, 1, tzinfo=UTC)
    assert clock_words(start, start + timedelta(days=300)) == ()
    assert clock_words(start.replace(tzinfo=None), start.replace(tzinfo=None)) == ()


@given(st.datetimes(datetime(2026, 1, 1), datetime(2027, 12, 31)), st.integers(0, 2880))
def test_something_is_said_whenever_the_clock_does_not_show_the_minutes(
    planned: datetime, minutes: int
) -> None:
    """A clock's own difference is the true length, or the change is explained."""
    start = later(planned.replace(tzinfo=TORONTO), 0)
    end = later(start, minutes)
    shown = end.replace(tzinfo=None) - start.replace(tzinfo=None)
    assert bool(clock_words(start, end)) == (shown != timedelta(minutes=minutes))


def test_the_hour_that_comes_twice_is_known() -> None:
    """Both of its halves, and nothing beside it."""
    first, last = datetime(2026, 6, 1, tzinfo=UTC), datetime(2027, 1, 1, tzinfo=UTC)
    _, change = changes(TORONTO, first, last)
    assert (change.onset, change.shown) == (datetime(2026, 11, 1, 2), datetime(2026, 11, 1, 1))
    for minutes, twice in ((-61, False), (-60, True), (0, True), (59, True), (60, False)):
        assert comes_twice((change.at + timedelta(minutes=minutes)).astimezone(TORONTO)) is twice
