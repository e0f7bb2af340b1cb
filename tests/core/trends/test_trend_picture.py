"""Trends as pictures: every session is seen, nothing is drawn that is not there."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from facilitui.core.told import figure
from facilitui.core.trends.trend_picture import (
    BASE,
    BOTH,
    HERE,
    Ink,
    drawn_apart,
    fitting_height,
    picture,
    spark,
)
from facilitui.core.trends.trend_scale import Drawn, Scale, around_nought
from facilitui.core.trends.trends import Point, Trend, TrendLine, Who, side_by_side

LEVELS = Scale(Drawn.DOTS, 1, 4, tuple((level, str(level)) for level in (4, 3, 2, 1)))
SHARES = Scale(Drawn.BARS, 0, 100, ((100, "100 %"), (50, "50 %"), (0, "0 %")))
START = datetime(2026, 9, 1, tzinfo=UTC)


def line(who: Who, values: dict[int, float], spread: float = 0) -> TrendLine:
    """Values by their week."""
    return TrendLine(
        who,
        tuple(
            Point(
                f"s{week}",
                "e",
                "T",
                START + timedelta(weeks=week),
                value,
                value - spread,
                value + spread,
                figure(value),
            )
            for week, value in sorted(values.items())
        ),
    )


def trend(scale: Scale, *lines: TrendLine) -> Trend:
    """A trend to be drawn."""
    return Trend("k", "g", "n", ("s.",), "l", scale, lines)


def drawn(of: Trend, width: int = 20, height: int = 5, marked: int = 0) -> list[str]:
    """Its picture as lines of signs."""
    return ["".join(sign for sign, _ in row) for row in picture(of, width, height, marked).rows]


values = st.dictionaries(st.integers(0, 60), st.floats(-90, 90), min_size=1, max_size=50)


@given(values, st.integers(1, 90), st.integers(1, 14), st.integers(0, 60), st.booleans())
def test_any_trend_fits_its_picture(
    found: dict[int, float], width: int, height: int, marked: int, observed: bool
) -> None:
    """All rows are as wide as was asked; each session that is drawn has its value in a column."""
    lines = (line(Who.OBSERVER if observed else Who.SELF, found),)
    made = trend(around_nought([*found.values()], figure), *lines)
    marked = min(marked, len(made.places) - 1)
    shown = picture(made, width, height, marked)
    assert {len(row) for row in shown.rows} == {width}
    assert len(shown.rows) == max(2, height - 1) + 1 == len(shown.labels)
    signs = "".join(sign for row in shown.rows for sign, _ in row)
    assert signs.count("○" if observed else "●") == shown.count <= len(found)
    assert signs.count(HERE) == 1 and shown.first <= marked < shown.first + shown.count
    assert shown.count == min(len(found), width)
    small = spark(made, width)
    assert len(small) == min(width, len(found)) and " " not in small


def test_oneself_and_an_observer_have_signs_of_their_own() -> None:
    """And where they agree another one, all named with a word."""
    both = trend(LEVELS, line(Who.SELF, {0: 1, 1: 3, 2: 4}), line(Who.OBSERVER, {1: 3, 2: 2, 3: 2}))
    assert drawn(both, 12, marked=1) == [
        "┈┈┈┈┈┈┈●┈┈┈┈",
        f"┈┈┈┈{BOTH}┈┈┈┈┈┈┈",
        "┈┈┈┈┈┈┈○┈┈○┈",
        f"{BASE}●{BASE * 10}",
        f"    {HERE}       ",
    ]
    assert drawn_apart(both) == [("●", "yourself"), ("○", "observer"), (BOTH, "both the same")]
    assert drawn_apart(trend(LEVELS, line(Who.SELF, {0: 1}))) == []
    assert spark(both, 9) == "▁▅▇ "  # what only an observer said is a gap in one's own line


def test_what_several_gave_is_a_line_through_their_median() -> None:
    """From the lowest to the highest."""
    made = trend(LEVELS, line(Who.OBSERVER, {0: 2.0}, spread=1))
    column = [row[3] for row in drawn(made, 7)]
    assert column == ["┈", "│", "○", "│", HERE]


def test_stems_stand_on_nought() -> None:
    """What is longer above, what is shorter below, nought on the line itself."""
    made = trend(around_nought([4, 0, -4], figure), line(Who.RUN, {0: 4, 1: 0, 2: -4}))
    assert drawn(made, 9, height=6, marked=2) == [
        "┈●┈┈┈┈┈┈┈",
        " │       ",
        f"{BASE}┴{BASE * 2}●{BASE * 2}┬{BASE}",
        "       │ ",
        "┈┈┈┈┈┈┈●┈",
        f"       {HERE} ",
    ]


@pytest.mark.parametrize(
    ("share", "bar"),
    [(0, "    ━"), (1, "    ▀"), (49.9, "  ▃█▀"), (50, "  ▄█▀"), (99.9, "▃███▀"), (100, "▄███▀")],
)
def test_bars_are_as_high_as_what_they_tell(share: float, bar: str) -> None:
    """From line to line, which go through the middle of their rows; what is near one misses it.

    One of nought is seen all the same: it is not missing.
    """
    made = trend(SHARES, line(Who.RUN, {0: share}))
    rows = picture(made, 1, 6, 0).rows
    column = "".join(row[0][0] if row[0][1] is Ink.VALUE else " " for row in rows)
    assert column[:5] == bar


def test_of_many_sessions_those_around_the_marked_one_are_drawn() -> None:
    """The newest, unless an older one is marked."""
    made = trend(LEVELS, line(Who.SELF, {week: 1 + week % 4 for week in range(50)}))
    assert picture(made, 10, 5, 49).first == 40 and picture(made, 10, 5, 3).first == 3
    assert [row.count(HERE) for row in drawn(made, 10, marked=3)][-1] == 1


def among(trend: Trend, weeks: int) -> Trend:
    """The same among the sessions of so many weeks."""
    held = [(f"session s{week}", START + timedelta(weeks=week)) for week in range(weeks)]
    return side_by_side([trend], held)[0]


def test_a_missing_session_is_a_gap() -> None:
    """In the small picture and in the large one; what is marked stands in its own column."""
    made = among(trend(LEVELS, line(Who.SELF, {0: 1, 3: 4})), 5)
    assert spark(made, 9) == "▁  ▇ " and spark(made, 3) == " ▇ "
    shown = drawn(made, 10, marked=1)
    assert shown[0] == "┈┈┈┈┈┈┈●┈┈" and shown[-1] == f"       {HERE}  "


def test_a_small_picture_of_minutes_stands_on_nought() -> None:
    """As planned is the lowest, what is shorter hangs from the top; a fraction is nought."""
    values = [0.0, -4e-15, 5.0, -1.0, -5.0]
    made = trend(around_nought(values, figure), line(Who.RUN, dict(enumerate(values))))
    assert spark(made, 9) == "▁▁▇▔▀"
    flat = trend(around_nought([-4e-15], figure), line(Who.RUN, {0: -4e-15, 1: 0.0}))
    assert spark(flat, 9) == "▁▁"


def test_what_is_flat_takes_few_rows() -> None:
    """However much room there is; what is not flat takes it."""
    flat = trend(around_nought([0.0], figure), line(Who.RUN, {0: 0.0, 1: 0.0}))
    other = trend(around_nought([0.0, 4], figure), line(Who.RUN, {0: 0.0, 1: 4.0}))
    assert fitting_height(flat, 11) == 3 and fitting_height(other, 11) == 11


def test_bars_have_air_between() -> None:
    """And pictures reach from one side to the other while nobody sees that gaps differ by one."""
    made = trend(SHARES, line(Who.RUN, dict.fromkeys(range(7), 100.0)))
    assert drawn(made, 31)[0] == "┈┈▄▄┈┈▄▄┈┈┈▄▄┈┈▄▄┈┈▄▄┈┈┈▄▄┈┈▄▄┈"
    many = trend(LEVELS, line(Who.SELF, dict.fromkeys(range(24), 4.0)))
    assert drawn(many, 43)[0] == "●" * 24 + " " * 19
    assert drawn(many, 60)[0] == "┈●" * 24 + " " * 12
    assert picture(many, 60, 6, 0).used == 48


def test_a_range_never_crosses_the_line_of_nought() -> None:
    """It ends above it, wherever its lowest is rounded to."""
    scale = Scale(Drawn.DOTS, 0, 60, ((60, "60 s"), (0, "0 s")))
    made = trend(scale, line(Who.RUN, {0: 31.0}, spread=30))
    column = [row[3] for row in drawn(made, 7, 6)]
    assert column[-2] == BASE and "│" in column
