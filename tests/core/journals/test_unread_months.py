"""Months that cannot be read: what they may hold, and numbers that nothing in them can have."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta, timezone

import pytest
from hypothesis import given
from hypothesis import strategies as st

from facilitui.core.errors import Problem
from facilitui.core.journals.unread_months import (
    OVER_UNREAD,
    later_lost,
    lost_among,
    not_known,
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


def test_what_is_not_known_is_told_with_the_month_and_what_brings_it_back() -> None:
    """As Home tells the problem; more than one are counted."""
    torn = Problem(NOVEMBER, 1, 2, "is torn; bring it back")
    assert not_known((), "where it stands") == ""
    one = f"where it stands is not known: {torn}"
    assert not_known((torn,), "where it stands") == one
    more = f"{one} (1 more: `facilitui check` names them)"
    assert not_known((torn, torn), "where it stands") == more


def test_entries_may_be_lost_with_a_month_and_not_with_a_stranger() -> None:
    """Also where a part of a month can be read, or the folder cannot, or a month was set aside."""
    months = (NOVEMBER, ASIDE, "journal")
    others = ("journal/notes-2026-11.txt", "journal/2026-13.json")
    problems = tuple(Problem.of_all(each, "is wrong") for each in (*months, *others))
    found = lost_among(problems, (ASIDE, "journal"))
    assert [each.file for each in found] == [*months]


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


@pytest.mark.parametrize(
    ("made", "rev", "unread", "is_doubted"),
    [
        ("2026-09-24", 1, NOVEMBER, True),
        ("2026-11-24", 1, NOVEMBER, True),
        ("2026-12-01", 2, NOVEMBER, False),
        ("2026-09-24", 1, ASIDE, True),
        ("2026-11-25", 202611251645, ASIDE, False),
        ("2026-11-26", 202611251646, ASIDE, False),
        ("2026-11-25", 202611251645, NOVEMBER, True),
        ("2026-10-25", 202610251645, ASIDE, True),
    ],
)
def test_a_revision_may_be_older_than_what_cannot_be_read(
    made: str, rev: int, unread: str, *, is_doubted: bool
) -> None:
    """Of its own month or a later one, unless it was saved over what was set aside of that."""
    wrong = Problem(unread, 1, 2, "is torn"), Problem("pathways/a.toml", 1, 1, "is no month")
    newest = {"made_at": f"{made}T16:45:00Z", "rev": rev}
    assert later_lost(wrong, (unread,), newest) == (wrong[:1] if is_doubted else ())
