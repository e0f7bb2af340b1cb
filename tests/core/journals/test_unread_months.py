"""Months that cannot be read: what they may hold, and numbers that nothing in them can have."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta, timezone

import pytest
from hypothesis import given
from hypothesis import strategies as st

from facilitui.core.journals.unread_months import (
    OVER_UNREAD,
    revision_told,
    room_after_unread,
    unread_since,
    unread_told,
)

MOMENTS = st.datetimes(datetime(2000, 1, 2), datetime(2999, 1, 1), timezones=st.sampled_from([UTC]))
NOVEMBER, ASIDE = "journal/2026-11.json", "journal/2026-11.damaged-1.json"


@given(MOMENTS, st.timedeltas(timedelta(minutes=1), timedelta(days=3650)))
def test_what_is_saved_later_has_a_higher_number(at: datetime, later: timedelta) -> None:
    """And every one is above all that are counted up from 1."""
    assert 10**9 < room_after_unread(at) < room_after_unread(at + later)


def test_the_number_is_the_minute_wherever_the_clock_is() -> None:
    """It is that of UTC, as the months are."""
    assert room_after_unread(datetime(2026, 11, 25, 16, 45, 59, tzinfo=UTC)) == 202611251645
    there = timezone(timedelta(hours=9))
    assert room_after_unread(datetime(2026, 12, 1, 1, 5, tzinfo=there)) == 202611301605


@given(MOMENTS, MOMENTS)
def test_a_month_may_hold_only_what_is_no_older_than_it(made: datetime, held: datetime) -> None:
    """What was made at a moment lies in that month's file, and its revisions there or later."""
    file = f"journal/{made:%Y-%m}.json"
    assert (unread_since((file,), held) == (file,)) is (f"{made:%Y-%m}" >= f"{held:%Y-%m}")
    assert unread_since((file,), held) == unread_since((file,), held.isoformat())


@pytest.mark.parametrize("moment", [None, "", "yesterday", "0001-01-01T00:00:00+14:00"])
def test_of_what_has_no_moment_nothing_is_ruled_out(moment: str | None) -> None:
    """Nor can a file be that names no month."""
    assert unread_since((NOVEMBER, ASIDE, "journal"), moment) == (NOVEMBER, ASIDE, "journal")
    assert unread_since(("journal",), datetime.max.replace(tzinfo=UTC)) == ("journal",)


def test_it_is_told_in_one_sentence() -> None:
    """By the first file and how many more; nothing of a journal that can be read."""
    lost = "cannot be read: what it holds is not known; restore it from a copy"
    assert unread_told((), "what it holds") == ""
    assert unread_told((NOVEMBER,), "what it holds") == f"{NOVEMBER} {lost}"
    assert unread_told((NOVEMBER, ASIDE), "what it holds") == f"{NOVEMBER} and 1 more {lost}"


def test_a_revision_that_left_room_says_why_it_is_so_far_on() -> None:
    """Its number alone would be a riddle."""
    made_at = "2026-11-25T16:45:59+00:00"
    assert revision_told(2, made_at) == "revision 2"
    assert revision_told(202611251645, made_at) == f"revision 202611251645{OVER_UNREAD}"
    there = "2026-11-25T17:45:00+01:00"
    assert revision_told(202611251645, there) == f"revision 202611251645{OVER_UNREAD}"


@pytest.mark.parametrize("made_at", ["2026-11-25T16:45:59+00:00", "2026-12-01T09:00:00Z", "", "x"])
def test_what_is_saved_after_it_left_no_room(made_at: str) -> None:
    """It is only counted on, when everything can be read again."""
    assert revision_told(202611251646, made_at) == "revision 202611251646"
