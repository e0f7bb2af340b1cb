"""The rows of a picture: what was missed never looks reached, nor what ran longer as planned."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from facilitui.core.told import figure
from facilitui.core.trends.trend_drift import drift_trends
from facilitui.core.trends.trend_evidence import Evidence
from facilitui.core.trends.trend_picture import (
    drawn_beside,
    fitting_height,
    least_height,
    picture,
    spark,
)
from facilitui.core.trends.trend_scale import around_nought, rows_of
from facilitui.core.trends.trend_sessions import session_trends
from facilitui.core.trends.trends import Trend
from tests.core.trending import protocol, session, waits

lengths = st.lists(st.integers(0, 90), min_size=1, max_size=8)


def waited(some: list[int], target: float = 60) -> Trend:
    """How long the waits of one target were, one a session."""
    held = tuple(session(week, **waits(each, target=target)) for week, each in enumerate(some))
    return next(e for e in session_trends(Evidence(held)) if e.name.startswith("How long"))


def took(planned: float, *ran: float) -> Trend:
    """How much longer than planned a step ran, session by session."""
    held = tuple(session(n, **protocol(("look", planned, each))) for n, each in enumerate(ran))
    return [*drift_trends(Evidence(held))][1]


def drawn(of: Trend, most: int = 9) -> tuple[list[str], list[str]]:
    """The names of a picture's rows, and the rows."""
    made = picture(of, 24, fitting_height(of, most) + 1, None)
    return [*made.labels], ["".join(sign for sign, _ in row) for row in made.rows]


def beside(some: list[int]) -> list[tuple[str, str]]:
    """What is told of the glyphs that stand beside a line."""
    trend = waited(some)
    return [*drawn_beside(trend, picture(trend, 24, fitting_height(trend, 9) + 1, None))]


@given(lengths, st.integers(3, 14))
def test_the_target_is_drawn_between_what_was_missed_and_what_was_reached(
    some: list[int], most: int
) -> None:
    """Whatever was waited, and however few rows there are."""
    trend = waited(some)
    labels, rows = drawn(trend, most)
    target = labels.index("target 60 s")
    assert "0 s" in labels and len([each for each in labels if each]) == len(trend.scale.ticks)
    at = rows_of(trend.scale, trend.values, fitting_height(trend, most))
    high = trend.scale.high
    for each in some:
        row, side = at.of(each), at.side(each)
        assert {0: "●", 1: "▀", -1: "▄"}[side] in rows[row]
        place = (row, -side)
        assert (place > (target, 0)) == (each < 60) and (place < (target, 0)) == (each > 60)
        assert (
            abs(row - (high - each) / high * (at.count - 1)) <= 1.5
        )  # no leap where there is none


def test_a_wait_just_missed_stands_at_the_line_of_its_target() -> None:
    """Below it, as is the end of a range: not a third of the picture further down."""
    labels, rows = drawn(waited([58, 61, 61, 61]))
    assert labels[:3] == ["61 s", "target 60 s", ""] and rows[1].count("▄") == 1
    assert not any("●" in row for row in rows[1:])
    assert beside([58, 61]) == [("▄", "just below the line")] and beside([20, 70]) == []
    held = (session(0, **waits(20, 40, 58, target=60)), session(1, **waits(70, target=60)))
    trend = next(e for e in session_trends(Evidence(held)) if e.name.startswith("How long"))
    labels, rows = drawn(trend)
    assert "│" not in rows[labels.index("target 60 s")] and any("│" in row for row in rows)


@given(st.lists(st.integers(-900, 900), min_size=1, max_size=8), st.integers(3, 14))
def test_no_second_looks_as_planned(seconds: list[int], most: int) -> None:
    """A step that ran longer stands above nought, one that ran shorter below it."""
    trend = took(20, *(20 + each / 60 for each in seconds))
    labels, _ = drawn(trend, most)
    at = rows_of(trend.scale, trend.values, fitting_height(trend, most))
    nought = labels.index("as planned")
    small = spark(trend, len(seconds))
    for each, sign in zip(seconds, small, strict=True):
        row = at.of(each / 60)
        assert (row < nought) == (each > 0) and (row > nought) == (each < 0)
        assert (sign == "▁") == (each == 0) and (sign in "▔▀") == (each < 0)


def test_little_is_much_of_a_short_step() -> None:
    """45 s of 2 minutes: as high as it is long; of 12 minutes it is little."""
    short, long = took(2, 2.75, 2.75, 2.75), took(12, 12.75, 12.75, 12.75)
    assert (short.scale.high, long.scale.high) == (1, 5)
    labels, rows = drawn(short)
    assert labels == ["+1 min", "", "as planned", ""]
    assert rows[1].count("●") == 3 and "┴" in rows[2]
    assert short.places[0].at.words == "45 s longer than 2 min"


def test_a_picture_has_rows_for_what_lies_between() -> None:
    """What is named has one of its own even where there are too few."""
    trend = waited([58, 59, 61, 61])
    assert least_height(trend) == 3 and drawn(trend, 3)[0][:2] == ["61 s", "target 60 s"]
    few = rows_of(trend.scale, trend.values, 3)
    assert few.at == (0, 1, 2) and rows_of(trend.scale, trend.values, 2).count == 2


@given(st.lists(st.floats(-1e4, 1e4), min_size=1, max_size=9), st.integers(1, 20))
def test_rows_keep_the_order_of_values(some: list[float], count: int) -> None:
    """And none is outside of the picture."""
    scale = around_nought(some, figure)
    rows = rows_of(scale, sorted(some), count)
    at = [rows.of(each) for each in sorted(some)]
    assert at == sorted(at, reverse=True) and all(0 <= each < count for each in at)


def test_waits_are_in_the_order_of_their_targets() -> None:
    """The shortest first, and those without one last."""
    held = (
        session(0, **waits(6, 6, 6)),
        session(1, **waits(61, 61, target=60)),
        session(2, **waits(3, target=3)),
        session(3, **waits(9, 9, 9, 9, target=0)),
    )
    names = [each.name for each in session_trends(Evidence(held))][1:]
    assert names == [
        f"How long, {each}" for each in ("target 3 s", "target 5 s", "target 60 s")
    ] + ["How long, no target"]
    assert waited([58, 58]).places[0].at.words == "58 s"
    assert session_trends(Evidence((session(0, **waits(6, 6)),)))  # one value is told once
    (_, same) = session_trends(Evidence((session(0, **waits(6, 6)),)))
    assert same.places[0].at.words == "6 s"
