"""How lengths and times are told: as people write them, the same everywhere."""

from __future__ import annotations

from datetime import UTC, date, datetime, timedelta
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given
from hypothesis import strategies as st

from facilitui.core.seconds_told import in_minutes, ran, ran_of
from facilitui.core.told import (
    QUOTES,
    clock,
    day,
    figure,
    in_quotes,
    length,
    minutes_over,
    minutes_run,
    minutes_told,
    nearest,
    nearest_minute,
    offset,
    short_day,
    signed,
    unbroken,
    unhosted,
    wall_clock,
)
from facilitui.core.told import (
    minutes as told_minutes,
)
from tests.core.strategies import texts

moments = st.datetimes(datetime(2026, 1, 1), datetime(2026, 12, 31), timezones=st.just(UTC))


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


def test_a_day_in_short_has_its_year_where_that_is_another() -> None:
    """In a document always, which is read in any year."""
    due = date(2026, 12, 22)
    assert short_day(due, date(2026, 1, 1)) == "Tue 22 Dec"
    assert short_day(due, date(2027, 1, 1)) == short_day(due) == "Tue 22 Dec 2026"


@pytest.mark.parametrize(
    ("seconds", "length"), [(31, "31 s"), (1500, "25 min"), (3 * 86_400, "3 days")]
)
def test_time_without_the_program_is_told_like_any_length(seconds: float, length: str) -> None:
    """In the debrief's list of gaps it is as long as it was said to be on the screen."""
    assert unhosted(seconds) == f"{length} without the program, counted"


@pytest.mark.parametrize(
    ("seconds", "minute"),
    [(0, 45), (29, 45), (29.9997, 46), (30, 46), (59, 46), (-1, 45), (-30, 45), (-31, 44)],
)
def test_a_moment_is_told_to_the_nearest_minute(seconds: float, minute: int) -> None:
    """Some seconds before or after the plan it is still told as planned; no rounding decides."""
    end = datetime(2026, 11, 25, 15, 45, tzinfo=UTC)
    moment = end + timedelta(seconds=seconds)
    assert nearest_minute(moment) == end.replace(minute=minute)
    assert clock(moment) == clock(moment.replace(tzinfo=None)) == f"15:{minute}"


def test_the_present_moment_is_told_as_a_clock_on_the_wall_shows_it() -> None:
    """A minute has not come before it has."""
    assert wall_clock(datetime(2026, 11, 25, 15, 45, 59)) == "15:45"


@given(moments, moments)
def test_a_difference_told_is_that_of_the_two_times_told(first: datetime, second: datetime) -> None:
    """Whoever counts from one time on the screen to the other comes to it, forward and back."""
    told = minutes_told(first, second)
    assert nearest_minute(first) + timedelta(minutes=told) == nearest_minute(second)
    assert minutes_told(second, first) == -told
    assert abs((second - first).total_seconds() / 60 - told) <= 1.0001


def test_the_nearest_minute_is_one_of_the_clock() -> None:
    """Across a change of clocks, and on the last day of the calendar."""
    toronto = ZoneInfo("America/Toronto")
    assert clock(datetime(2026, 3, 8, 1, 59, 40, tzinfo=toronto)) == "03:00"
    last = datetime.max.replace(tzinfo=UTC)
    assert nearest_minute(last).year == 9999 and minutes_told(last, last) == 0


@pytest.mark.parametrize(
    ("minutes", "words"),
    [
        *[(5, "5"), (14.28, "14.5"), (2.5, "2.5"), (13.2, "13"), (0.75, "0.75"), (46.6667, "46.5")],
        *[(2.25, "2.5"), (1.75, "2"), (3.25, "3.5"), (1 / 3, "0.33"), (0.01, "0"), (0, "0")],
    ],
)
def test_what_runs_is_told_to_half_a_minute(minutes: float, words: str) -> None:
    """A break that was given one more minute has no hundredths; a short step keeps its own."""
    assert told_minutes(minutes) == words


@pytest.mark.parametrize(
    ("minutes", "words"),
    [
        *[(5 / 60, "5 s"), (0.75, "45 s"), (7 / 60, "5 s"), (0.97, "1 min"), (0, "0 min")],
        *[(1.2, "1 min"), (82, "82 min")],
    ],
)
def test_seconds_that_ran_are_told_as_seconds(minutes: float, words: str) -> None:
    """In a sentence, of what was planned, and in a column of minutes, which has their unit."""
    assert ran(minutes) == words == in_minutes(minutes_run(minutes))
    assert ran_of(minutes, 75) == f"{words.removesuffix(' min')} of 75 min"
    assert minutes_run(minutes) == words.removesuffix(" min")


def test_half_a_minute_is_told_as_seconds_but_for_a_column() -> None:
    """As trends tell it."""
    assert ran(2.5) == in_minutes(minutes_run(2.5)) == "2 min 30 s" and minutes_run(2.5) == "2.5"
    assert [ran_of(*each) for each in ((19.5, 11), (82, 74.5), (82, 75))] == [
        "19 min 30 s of 11 min",
        "82 min of 74 min 30 s",
        "82 of 75 min",
    ]
    assert in_minutes(f"{'9' * 400}.5").endswith("9.5 min")  # whatever another program saved


@given(st.floats(0, 600))
def test_a_length_that_ran_is_told_to_half_a_minute_or_to_five_seconds(minutes: float) -> None:
    """So is a figure that was saved as it was told: the same once more."""
    told = minutes_run(minutes)
    seconds = int(told[:-2]) if told.endswith(" s") else float(told) * 60
    assert abs(seconds - minutes * 60) <= (15.1 if seconds >= 60 else 2.6)
    assert seconds >= 60 or seconds % 5 == 0
    assert minutes_run(float(told_minutes(minutes))) == told


@given(st.floats(allow_nan=False, allow_infinity=False))
def test_no_length_of_a_damaged_log_stops_the_telling(minutes: float) -> None:
    """However long or short it claims to be."""
    assert told_minutes(minutes) and ran(minutes)


@given(st.floats(0, 600), st.floats(0, 600))
def test_what_is_told_adds_up(ran: float, planned: float) -> None:
    """Whoever takes the planned minutes from those run finds the difference that is told."""
    over = minutes_over(ran, planned)
    told = float(told_minutes(ran)) - float(told_minutes(planned))
    assert abs(over - told) < 0.02 and abs(over - (ran - planned)) <= 0.5
    assert signed(over)[0] == ("+" if over > 0 else "\N{MINUS SIGN}" if over < 0 else "0")


@given(st.integers(1, 10**6 - 2))
def test_a_half_goes_up(whole: int) -> None:
    """Never to the even one: 2.25 and 2.75 are told as 2.5 and 3."""
    assert float(told_minutes(whole + 0.25)) == whole + 0.5
    assert float(told_minutes(whole + 0.75)) == nearest(whole + 0.5) == whole + 1


@given(texts, st.sampled_from(QUOTES))
def test_words_are_quoted_once(words: str, pair: str) -> None:
    """With the marks that they bring, where these are around all of them, else with our own."""
    told = in_quotes(words)
    assert told[0] + told[-1] in QUOTES and in_quotes(told) in {told, f"“{told}”"}
    if not set(pair) & set(words):
        assert in_quotes(f" {pair[0]}{words}{pair[1]} ") == f"{pair[0]}{words}{pair[1]}"


@pytest.mark.parametrize(
    ("seconds", "told"),
    [(2.5, "3 s"), (150, "3 min"), (210, "4 min"), (6.5 * 3600, "7 h"), (2.5 * 86_400, "3 days")],
)
def test_a_half_is_told_as_more_in_every_unit(seconds: float, told: str) -> None:
    """As a moment's minute is, which stands beside it."""
    assert length(seconds) == told


@given(st.floats(-1e6, 1e6), st.sampled_from([1, 2, 12]))
def test_too_early_is_rounded_like_too_late(value: float, parts: int) -> None:
    """By its size, and never to a nought with a sign."""
    assert nearest(-value, parts) == -nearest(value, parts)
    assert str(nearest(-abs(value) / 1e9, parts)) == "0.0"
    assert abs(nearest(value, parts) - value) <= 0.5 / parts + 1e-9


def test_both_sides_of_a_half_are_told_alike() -> None:
    """A part that was as much shorter as another was longer."""
    assert [signed(nearest(each, 2)) for each in (2.25, -2.25)] == ["+2.5", "\N{MINUS SIGN}2.5"]


def test_no_line_ends_between_a_figure_and_its_unit() -> None:
    """Nor between a level and its scale; other words are broken as ever."""
    hard = "\N{NO-BREAK SPACE}"
    assert unbroken("ran 12 min of 3 of 4, 50 %, 9 sold") == (
        f"ran 12{hard}min of 3{hard}of 4, 50{hard}%, 9 sold"
    )
