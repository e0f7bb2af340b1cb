"""The day of the demonstration's last session."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta

from hypothesis import given
from hypothesis import strategies as st

from facilitui.demo.going import AT_MOST, last_start

SECONDS_OF_A_WEEK = 7 * 24 * 60 * 60


@given(st.integers(0, SECONDS_OF_A_WEEK))
def test_it_is_over_by_now(seconds: int) -> None:
    """Whenever it is asked for; no older than that needs."""
    now = datetime(2026, 11, 16, tzinfo=UTC) + timedelta(seconds=seconds)
    start = last_start(now)
    assert start + AT_MOST <= now < start + AT_MOST + timedelta(days=1)
    assert (start.hour, start.minute) == (15, 30)
