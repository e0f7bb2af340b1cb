"""Trends: points in the order of their days, honest words, and no direction from too few."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta
from statistics import median

from hypothesis import given
from hypothesis import strategies as st

from facilitui.core.told import figure
from facilitui.core.trends.trend_direction import (
    ENOUGH,
    FEW,
    Direction,
    Measure,
    Way,
    direction,
    summed_up,
)
from facilitui.core.trends.trend_scale import around_nought
from facilitui.core.trends.trends import Point, Trend, Who, line, side_by_side

MEASURE = Measure(figure, 1, "1")
values = st.integers(-30, 30).map(lambda halves: halves / 2)
many = st.lists(values, min_size=ENOUGH, max_size=40)


def point(value: float, session: str = "s", day: int = 1, entry: str = "e") -> Point:
    """What a session of a day shows."""
    when = datetime(2026, 9, 1, tzinfo=UTC) + timedelta(days=day)
    return Point(session, entry, "T", when, value, value, value, figure(value))


@given(st.lists(values, max_size=ENOUGH - 1))
def test_too_few_sessions_have_no_direction(few: list[float]) -> None:
    """However far apart they are."""
    assert direction(few, 0.5) is None


@given(many, st.floats(0.25, 5))
def test_a_direction_is_that_of_the_halves_medians(some: list[float], least: float) -> None:
    """As it is told; turned round it is the other one, and order within a half is nothing."""
    found = direction(some, least)
    assert found is not None and found.half == len(some) // 2
    assert (found.first, found.second) == (
        median(some[: found.half]),
        median(some[-found.half :]),
    )
    apart = abs(found.second - found.first)
    if apart <= least:
        assert found.way is Way.SAME
    if found.way is Way.SAME:
        assert apart <= least or found.overlap
    turned = direction(some[::-1], least)
    other = {Way.MORE: Way.LESS, Way.LESS: Way.MORE, Way.SAME: Way.SAME}
    assert turned == Direction(
        other[found.way], found.half, found.second, found.first, found.overlap
    )
    half = found.half
    mixed = [*sorted(some[:half]), *some[half : len(some) - half], *sorted(some[-half:])]
    assert direction(mixed, least) == found


@given(values, st.integers(ENOUGH, 30))
def test_what_stays_the_same_goes_nowhere(value: float, count: int) -> None:
    """And is told as that, without a range."""
    assert direction([value] * count, 0.25).way is Way.SAME  # type: ignore[union-attr]
    assert summed_up([value] * count, MEASURE) == f"{count} sessions, each time {figure(value)}"


@given(st.lists(values, min_size=1, max_size=30))
def test_words_say_how_many_and_never_more_than_they_know(some: list[float]) -> None:
    """Few are said to be few, each told; a median has its range; no mean is told."""
    told = summed_up(some, MEASURE)
    count = len(some)
    sessions = "one session" if count == 1 else f"{count} sessions"
    assert sessions in told and "average" not in told and "mean" not in told
    ways = ("rose", "fell", "about the same", "no clear direction")
    assert any(way in told for way in ways) == (count >= ENOUGH and len(set(some)) > 1)
    if count < FEW:
        assert told.startswith(f"{', then '.join(map(figure, some))}; ")
        assert told.endswith("too few to see a direction")
    elif min(some) != max(some):
        low, high = figure(min(some)), figure(max(some))
        assert f"median {figure(median(some))}, from {low} to {high}" in told


def test_few_are_told_one_by_one() -> None:
    """As a sentence of the program says it."""
    assert summed_up([2], MEASURE) == "2; one session is too few to see a direction"
    assert summed_up([2, 3], MEASURE) == "2, then 3; 2 sessions are too few to see a direction"
    assert summed_up([2, 3, 3], MEASURE) == (
        "3 sessions, median 3, from 2 to 3; a direction needs 6 sessions"
    )
    assert summed_up([1, 2, 1, 3, 4, 3], MEASURE) == (
        "6 sessions, median 2.5, from 1 to 4; rose: median 1 in the first 3, 3 in the last 3"
    )


def test_what_is_within_the_error_is_no_direction() -> None:
    """Exactly as much as can be told apart is about the same, and it is said why."""
    assert direction([3, 3, 3, 4, 4, 4], 1).way is Way.SAME  # type: ignore[union-attr]
    assert direction([0.1] * 3 + [1.1] * 3, 1).way is Way.SAME  # type: ignore[union-attr]
    assert summed_up([3, 3, 3, 4, 4, 4], MEASURE).endswith(
        "; about the same: median 3 in the first 3, 4 in the last 3, no more than 1 apart"
    )


def test_an_end_that_lies_beyond_all_others_is_told() -> None:
    """A picture that rises from a low first value is not only about the same; one within is."""
    assert summed_up([0, 3, 3, 3, 3, 4], MEASURE).endswith(
        "; about the same but for the first (0): median 3 in both halves"
    )
    assert summed_up([0, 3, 3, 3, 3, 9], MEASURE).endswith(
        "; about the same but for the first (0) and the last (9): median 3 in both halves"
    )
    assert summed_up([2, 3, 3, 3, 3, 4], MEASURE).endswith(
        "; about the same: median 3 in both halves"
    )


def test_halves_that_overlap_as_far_are_about_the_same() -> None:
    """Three sessions here and three there that lie all over the place show nothing."""
    assert summed_up([0, 2, 9, 0, 6, 9], MEASURE).endswith(
        "; no clear direction: median 2, then 6 in halves that overlap"
    )
    some = [9, *[1] * 7, *[5] * 7, 0]  # one that is quite different in either half changes nothing
    assert direction(some, 1).way is Way.MORE  # type: ignore[union-attr]


def test_few_are_said_to_be_few_once() -> None:
    """Where that was told right before it is not told again."""
    assert summed_up([2, 3], MEASURE, few_told=True) == "2, then 3"


def test_the_range_is_that_of_what_was_given() -> None:
    """Not that of the medians, which are what each session shows."""
    assert summed_up([2, 3, 3], MEASURE, ends=(1, 4)).startswith(
        "3 sessions, median 3, from 1 to 4"
    )
    assert summed_up([2, 2, 2], MEASURE, ends=(1, 4)).startswith(
        "3 sessions, median 2, from 1 to 4"
    )
    assert summed_up([3], MEASURE, ends=(2, 4)).startswith("3, given from 2 to 4; one session")


def test_what_is_no_second_turns_no_scale_over() -> None:
    """A sum of fractions that fell below nought is nought, which values stand on."""
    scale = around_nought([-4e-15, 0.0], figure)
    assert (scale.low, scale.high) == (0, 5)


def test_trends_side_by_side_have_the_same_columns() -> None:
    """The sessions of all of them and those held besides, in order; each has its own among them."""
    first = line(Who.RUN, [point(1, "a", 1), point(2, "c", 3)])
    second = line(Who.RUN, [point(1, "b", 2), point(2, "c", 3)])
    assert first is not None and second is not None
    scale = around_nought([1, 2], figure)
    trends = [Trend("k", "g", "n", ("s.",), "l", scale, (each,)) for each in (first, second)]
    held = ("session d", datetime(2026, 9, 9, tzinfo=UTC))
    one, other = side_by_side(trends, [held])
    assert (one.columns, other.columns, one.width) == ((0, 2), (1, 2), 4)
    assert one.when(3) == held[1] and one.sessions == 2


@given(
    st.lists(
        st.tuples(values, st.sampled_from(["s1", "s2", "s3", ""]), st.integers(0, 9)), max_size=20
    )
)
def test_a_line_has_each_session_once_in_the_order_of_days(
    found: list[tuple[float, str, int]],
) -> None:
    """What several gave of one session is its median within its range; nothing is lost."""
    points = [point(value, name, day, f"e{day}") for value, name, day in found]
    made = line(Who.OBSERVER, points)
    assert (made is None) == (not points)
    if made is None:
        return
    places = [each.place for each in made.points]
    assert len(places) == len(set(places)) and set(places) == {each.place for each in points}
    assert [each.when for each in made.points] == sorted(each.when for each in made.points)
    for each in made.points:
        same = [one.value for one in points if one.place == each.place]
        assert (each.low, each.high) == (min(same), max(same)) and each.value == median(same)
        assert len(each.words.split(", ")) == len(same)


@given(st.lists(values, min_size=1, max_size=10))
def test_a_scale_around_nought_has_room_for_all(some: list[float]) -> None:
    """And names nought, which is in it."""
    scale = around_nought(some, figure)
    assert scale.low <= min(0, *some) and scale.high >= max(0, *some) and scale.low < scale.high
    assert 0 in {value for value, _ in scale.ticks}
    assert [value for value, _ in scale.ticks] == sorted({v for v, _ in scale.ticks}, reverse=True)
