"""Dates and times as people type them: understood as they are meant, or told."""

from __future__ import annotations

from datetime import date, datetime, time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from facilitui.services.forms.moments import day, moment, time_of_day, told
from tests.core.strategies import texts

TODAY = date(2026, 11, 25)
"""A Wednesday."""


@pytest.mark.parametrize(
    ("typed", "meant"),
    [
        ("2026-11-25 15:30", (2026, 11, 25, 15, 30)),
        ("2026-11-25T15:30:20", (2026, 11, 25, 15, 30)),
        ("2026/12/1 9:05", (2026, 12, 1, 9, 5)),
        ("25 Nov 15:30", (2026, 11, 25, 15, 30)),
        ("Nov 25, 3:30 pm", (2026, 11, 25, 15, 30)),
        ("25th of November at 3pm", (2026, 11, 25, 15, 0)),
        ("3 January 9:00", (2027, 1, 3, 9, 0)),
        ("24 nov 9:00", (2026, 11, 24, 9, 0)),
        ("1 Sep 9:00", (2027, 9, 1, 9, 0)),
        ("25.11.2026 15.30", (2026, 11, 25, 15, 30)),
        ("12/25 noon", (2026, 12, 25, 12, 0)),
        ("5/5 15h30", (2027, 5, 5, 15, 30)),
        ("tomorrow 9:00", (2026, 11, 26, 9, 0)),
        ("today 12:15am", (2026, 11, 25, 0, 15)),
        ("15:30", (2026, 11, 25, 15, 30)),
        ("Fri 15:30", (2026, 11, 27, 15, 30)),
        ("tue. 15:30", (2026, 12, 1, 15, 30)),
        ("Thursday 26 Nov 2026 15:30", (2026, 11, 26, 15, 30)),
    ],
)
def test_a_start_is_understood_as_it_is_meant(
    typed: str, meant: tuple[int, int, int, int, int]
) -> None:
    """In any of the ways that people write a date."""
    assert moment(typed, TODAY) == datetime(*meant)


@pytest.mark.parametrize(
    ("typed", "because"),
    [
        ("tomorrow", "no time yet"),
        ("25 Nov", "no time yet"),
        ("25.11", "no time yet"),
        ("11/12 15:30", "11/12 can be read in two ways; write 11 Dec"),
        ("Wed 15:30", "write today, or Wed 2 Dec"),
        ("Mon 25 Nov 15:30", "25 Nov 2026 is a Wednesday"),
        ("24:30", "a day ends at 23:59"),
        ("25:00", "0:00 of the next day"),
        ("30 Feb 15:30", "there is no 30 February"),
        ("2026-13-01 15:30", "there is no 1 month 13 in 2026"),
        ("29 Feb 2027 9:00", "there is no 29 February in 2027"),
        ("soon", "2026-11-25 15:30"),
        ("15:75", "2026-11-25 15:30"),
        ("13pm", "2026-11-25 15:30"),
        ("2026-11-25 15:30+01:00", "2026-11-25 15:30"),
        ("[x] 15:30", "2026-11-25 15:30"),
    ],
)
def test_what_is_ambiguous_or_no_moment_is_told(typed: str, because: str) -> None:
    """With what to write instead."""
    with pytest.raises(ValueError) as raised:
        moment(typed, TODAY)
    assert because in str(raised.value)


def test_an_empty_start_is_open() -> None:
    """It is no fault, and no moment."""
    assert moment("  ", TODAY) is None and time_of_day("") is None


@given(st.datetimes(min_value=datetime(1950, 1, 1), max_value=datetime(2199, 12, 31)), st.dates())
def test_the_written_form_is_read_back_on_any_day(at: datetime, today: date) -> None:
    """What a form shows is what it reads, to the minute."""
    assert moment(f"{at:%Y-%m-%d %H:%M}", today) == at.replace(second=0, microsecond=0)


@given(st.text("0123456789 :/.-apmNovWed+T", max_size=24) | texts, st.dates())
def test_any_text_is_a_moment_or_one_sentence(typed: str, today: date) -> None:
    """On the last day of the calendar as on any other."""
    try:
        at = moment(typed, today)
    except ValueError as error:
        assert str(error) and "strptime" not in str(error)
    else:
        assert at is None or told(at, 90)


@pytest.mark.parametrize(
    ("typed", "meant"), [("15:45", time(15, 45)), ("3:45 pm", time(15, 45)), ("9.05", time(9, 5))]
)
def test_a_pinned_start_is_a_time_of_day(typed: str, meant: time) -> None:
    """As it is written or said."""
    assert time_of_day(typed) == meant


@pytest.mark.parametrize("typed", ["9", "25:00", "tomorrow 9:00", "15:45 16:00", "[/b]"])
def test_what_is_no_time_of_day_is_told(typed: str) -> None:
    """With the way it is written."""
    with pytest.raises(ValueError, match="15:45"):
        time_of_day(typed)


@pytest.mark.parametrize("typed", ["0202-11-25 15:30", "9999-12-31 23:50"])
def test_a_year_that_no_calendar_has_is_told(typed: str) -> None:
    """A slip of the fingers, named before anything is reckoned with it."""
    with pytest.raises(ValueError, match=r"year (202|9999)"):
        moment(typed, date(2026, 11, 22))


def test_a_moment_is_told_with_an_end_on_another_day() -> None:
    """So that a session past midnight is noticed while it is typed."""
    assert told(datetime(2026, 11, 25, 15, 30), 90) == "Wednesday 25 November 2026, 15:30"
    assert told(datetime(2026, 11, 25, 23, 30), 90).endswith("23:30, until Thu 01:00")
    assert told(datetime(9999, 12, 31, 23, 30), 90).endswith("23:30")


@pytest.mark.parametrize(
    ("typed", "meant"),
    [
        ("9 Dec", date(2026, 12, 9)),
        ("fri", date(2026, 11, 27)),
        ("tomorrow", date(2026, 11, 26)),
        ("2027-01-08", date(2027, 1, 8)),
        ("  ", None),
    ],
)
def test_a_day_to_come_is_written_as_any_other(typed: str, meant: date | None) -> None:
    """And left empty where there is none."""
    assert day(typed, TODAY, "the date") == meant


def test_what_is_no_day_is_told_without_a_time() -> None:
    """Nobody is asked for one."""
    for typed in ("soon", "9 Dec 15:30", "31 Nov", "99999-01-01"):
        with pytest.raises(ValueError) as told:
            day(typed, TODAY, "the date")
        assert "15:30, " not in str(told.value) and len(str(told.value).splitlines()) == 1
