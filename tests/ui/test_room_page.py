"""The room's page fills any window exactly, is read from afar, and takes every text as text."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from facilitui import text as t
from facilitui.core import safe_text
from facilitui.core.room import Moment, Place, RoomClock, RoomRow, RoomView
from facilitui.widgets.digits import big
from facilitui.widgets.larger_digits import enlarged, largest
from facilitui.widgets.room_page import room_lines
from tests.core.strategies import texts

AT = datetime(2026, 11, 25, 16, 5, tzinfo=UTC)
ROWS = (
    RoomRow("Opening", Place.DONE),
    RoomRow("Tuning", Place.HERE),
    RoomRow("Clarify", Place.HERE, step=True),
    RoomRow("Examine", Place.AHEAD, step=True),
    RoomRow("Close", Place.AHEAD),
)
STEP = RoomView(
    Moment.STEP,
    title="Looking together",
    purpose="See what the work shows",
    outline=ROWS,
    step="Clarify",
    show="Questions of fact only",
    clock=RoomClock(left=252, told="left of 5 min"),
    norms=("Listen first", "Wait for others"),
)
clocks = st.builds(
    RoomClock,
    left=st.none() | st.floats(0, 1e6),
    at=st.none() | st.just(AT),
    label=st.sampled_from(["", "back at", "quiet until"]),
    told=texts,
)
views = st.builds(
    RoomView,
    st.sampled_from(Moment),
    title=texts,
    purpose=texts,
    outline=st.lists(
        st.builds(RoomRow, texts, st.sampled_from(Place), st.booleans()), max_size=60
    ).map(tuple),
    step=texts,
    show=texts | st.just("word " * 400),
    quiet=st.booleans(),
    clock=clocks,
    groups=st.lists(texts, max_size=12).map(tuple),
    norms=st.lists(texts, max_size=12).map(tuple),
    norms_now=st.booleans(),
)


def told(view: RoomView, width: int, height: int) -> str:
    """The page as it is read."""
    return "\n".join(line.plain for line in room_lines(view, width, height))


@given(views, st.integers(1, 200), st.integers(1, 60))
def test_any_view_fills_any_window(view: RoomView, width: int, height: int) -> None:
    """Never a line more than there is, nor a line that is a control."""
    lines = room_lines(view, width, height, "host gone 0:20")
    assert len(lines) <= height
    assert all(safe_text.line(line.plain) == line.plain for line in lines)
    assert width < 20 or max(line.cell_length for line in lines) <= width


@pytest.mark.parametrize("size", [(60, 16), (80, 24), (120, 40), (160, 50)])
@pytest.mark.parametrize("moment", list(Moment))
def test_at_the_usual_sizes_no_line_is_too_wide(size: tuple[int, int], moment: Moment) -> None:
    """Each line fits its window, and the page says that it may be shared."""
    lines = room_lines(replace(STEP, moment=moment), *size)
    assert len(lines) == size[1]
    assert max(line.cell_length for line in lines) <= size[0]
    assert any("SAFE TO SHARE" in line.plain for line in lines)


@pytest.mark.parametrize("size", [(60, 16), (80, 24), (120, 40), (160, 50)])
def test_the_step_its_clock_and_what_it_shows_are_never_cut(size: tuple[int, int]) -> None:
    """Whatever else gives way."""
    page = told(STEP, *size)
    assert "Clarify" in page and "Questions of fact only" in page and "left of 5 min" in page
    assert "█" in page


def test_a_wall_is_used() -> None:
    """The more room, the larger the figures."""
    heights = [
        sum("█" in line or "▀" in line for line in told(STEP, *size).split("\n"))
        for size in ((80, 24), (160, 50), (240, 70))
    ]
    assert heights == sorted(set(heights)) and heights[0] == 5


def test_nothing_is_ever_red_or_in_the_colour_of_urgency() -> None:
    """The figures look the same at the last second as before, and a silence is soft."""
    for left in (252.0, 1.0):
        lines = room_lines(replace(STEP, clock=RoomClock(left=left)), 80, 24)
        figures = [line for line in lines if "█" in line.plain]
        assert all(t.MARK not in str(line.spans) for line in figures)
    quiet = replace(STEP, quiet=True, clock=RoomClock(at=AT, label="quiet until"))
    (figure, *_) = [line for line in room_lines(quiet, 80, 24) if "█" in line.plain]
    assert t.SOFT in str(figure.spans)


def test_in_a_long_outline_here_is_in_sight() -> None:
    """However far down it lies."""
    rows = tuple(RoomRow(f"part {n}", Place.DONE if n < 70 else Place.AHEAD) for n in range(90))
    rows = (*rows[:70], RoomRow("the middle", Place.HERE), *rows[70:])
    assert "▶ the middle" in told(replace(STEP, outline=rows), 80, 24)


def test_in_their_own_block_the_norms_are_the_matter() -> None:
    """They stand in the middle then, and not at the foot as well."""
    page = told(replace(STEP, norms_now=True, show=""), 80, 24)
    assert page.count("Listen first") == 1 and "Our norms" not in page
    assert "Our norms" in told(STEP, 80, 24)


@given(st.integers(1, 4))
def test_enlarging_changes_no_shape(times: int) -> None:
    """Each dot becomes a square of so many, so every row is there so many times."""
    rows = enlarged(big("10:45"), times)
    assert len(rows) == 5 * times and {len(row) for row in rows} == {len(big("10:45")[0]) * times}
    assert enlarged(big("10:45"), 1) == big("10:45")


def test_without_room_for_figures_they_are_written() -> None:
    """In the smallest window the time can still be read."""
    assert largest("16:05", 20, 3) == ["16:05"]
