"""When a form was answered is told by its tool's own column, and never made up."""

from __future__ import annotations

from datetime import date
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given
from hypothesis import strategies as st

from facilitui.core.responses.feedback import Feedback
from facilitui.core.responses.feedback_coming import when_told
from facilitui.core.responses.form_days import answered_on, notes_minutes
from tests.core.forms import form

DAY, NEXT, LATE = date(2026, 11, 25), date(2026, 11, 26), date(2027, 1, 1)


def days(*moments: str, heading: str = "Timestamp") -> tuple[date, date] | None:
    """The days that a form's own column tells."""
    return answered_on(form((heading, "Pace"), *((each, "4") for each in moments)))


@pytest.mark.parametrize(
    "moments",
    [
        ("2026/11/25 16:50:12", "2026/11/26 8:00"),
        ("2026-11-26T16:50:12Z", "2026-11-25"),
        ("11/25/2026 16:50", "11/26/26"),
        ("25/11/2026 16:50", "26/11/2026"),
        ("25.11.2026 16:50", "26.11.2026"),
        ("2026/11/25", "", "2026/11/26"),
    ],
)
def test_the_first_and_the_last_day_are_told(moments: tuple[str, ...]) -> None:
    """However a tool writes them."""
    assert days(*moments) == (DAY, NEXT)


@pytest.mark.parametrize(
    "moments", [("11/12/2026", "12/11/2026"), ("x", "y"), ("2026/99/99",), ("2026/11/25", "x", "y")]
)
def test_what_cannot_be_told_is_not_made_up(moments: tuple[str, ...]) -> None:
    """Days and months that can be taken for each other, and what is no day."""
    assert days(*moments) is None


def test_a_full_stop_stands_behind_a_day() -> None:
    """So that is no month; and another column's days are not when somebody answered."""
    assert days("3.4.2026") == (date(2026, 4, 3), date(2026, 4, 3))
    assert days("2026/11/25", heading="When will you try it?") is None


@pytest.mark.parametrize(
    ("moment", "tokyo", "angeles"),
    [
        *(("2026-11-25T23:30:00Z", 26, 25), ("2026-11-25 01:10:00.5+02:00", 25, 24)),
        *(("2026/11/25 11:30:00 PM GMT+2", 26, 25), ("11/25/2026 12:10 AM UTC", 25, 24)),
        *(("2026/11/25 11:30 p. m. GMT-5", 26, 25), ("25.11.2026 23:30 +0100", 26, 25)),
        *(("2026-11-25 23:30:00", 25, 25), ("2026-11-25", 25, 25), ("2026-11-25T99:99Z", 25, 25)),
        ("2026-11-25T23:30+99:00", 25, 25),
    ],
)
def test_a_moment_is_on_the_day_that_it_was_there(moment: str, tokyo: int, angeles: int) -> None:
    """Where it says how far it is from Greenwich; else on the day that is written."""
    table = form(("Timestamp", "Pace"), (moment, "4"))
    for zone, day in (("Asia/Tokyo", tokyo), ("America/Los_Angeles", angeles)):
        expected = date(2026, 11, day)
        assert answered_on(table, ZoneInfo(zone)) == (expected, expected)
    assert answered_on(table) == (DAY, DAY)


@pytest.mark.parametrize("moment", ["0001-01-01T00:00:00+14:00", "9999-12-31T23:30:00-11:00"])
def test_a_moment_beyond_the_calendar_stays_on_its_day(moment: str) -> None:
    """It never ends the program."""
    day = date.fromisoformat(moment[:10])
    for zone in ("Asia/Tokyo", "America/Los_Angeles"):
        table = form(("Timestamp", "Pace"), (moment, "4"))
        assert answered_on(table, ZoneInfo(zone)) == (day, day)


def test_minutes_tell_rows_apart() -> None:
    """Days alone do not, nor do the minutes of another question."""
    assert notes_minutes(form(("Timestamp", "Pace"), ("2026/11/25 16:50:12", "4")))
    assert not notes_minutes(form(("Timestamp", "Pace"), ("2026/11/25", "4")))
    assert not notes_minutes(form(("Pace", "When?"), ("4", "2026/11/25 16:50:12")))


@given(
    st.lists(st.text(alphabet="0123456789/-. :TZ+", max_size=12), max_size=4),
    st.sampled_from([None, ZoneInfo("Asia/Tokyo")]),
)
def test_any_text_is_a_day_or_none(moments: list[str], zone: ZoneInfo | None) -> None:
    """And the first is never behind the last."""
    table = form(("Timestamp", "Pace"), *((each, "4") for each in moments))
    found = answered_on(table, zone)
    assert found is None or found[0] <= found[1]


@pytest.mark.parametrize(
    ("answered", "taken", "told"),
    [
        ((DAY, DAY), NEXT, "answered Wed 25 Nov 2026"),
        ((DAY, NEXT), NEXT, "answered Wed 25 Nov to Thu 26 Nov 2026"),
        ((DAY, LATE), LATE, "answered Wed 25 Nov 2026 to Fri 1 Jan 2027"),
        (None, DAY, "taken in on Wed 25 Nov 2026"),
        (None, None, "no date"),
    ],
)
def test_the_day_of_taking_them_in_is_called_that(
    answered: tuple[date, date] | None, taken: date | None, told: str
) -> None:
    """It is not when people answered."""
    found = Feedback(answered_on=answered, collected_on=taken)
    assert when_told(Feedback.model_validate(found.model_dump(mode="json"))) == told
