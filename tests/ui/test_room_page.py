"""The room's page fills any window exactly, is read from afar, and takes every text as text."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from facilitui import text as t
from facilitui.core import safe_text
from facilitui.core.sessions.room import Place, RoomClock, RoomMoment, RoomRow, RoomView
from facilitui.core.sessions.timing import Pace
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
    RoomMoment.STEP,
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
    pace=st.sampled_from(Pace),
)
views = st.builds(
    RoomView,
    st.sampled_from(RoomMoment),
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
@pytest.mark.parametrize("moment", list(RoomMoment))
def test_at_the_usual_sizes_no_line_is_too_wide(size: tuple[int, int], moment: RoomMoment) -> None:
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


@pytest.mark.parametrize(("pace", "sign"), [(Pace.SOON, "◔ SOON"), (Pace.OVER, "◉ ")])
def test_soon_and_over_have_a_sign_and_no_colour(pace: Pace, sign: str) -> None:
    """Told quietly, in the style of what else stands under the clock."""
    clock = RoomClock(left=9, told="left of 5 min", pace=pace)
    lines = room_lines(replace(STEP, clock=clock), 80, 24)
    (line,) = [each for each in lines if "left of" in each.plain]
    at = line.plain.index(sign)
    assert {span.style for span in line.spans if span.start <= at < span.end} == {t.SOFT}


def test_what_a_step_needs_goes_before_the_norms() -> None:
    """Where groups have places to go to, these and a large clock; else the norms."""
    groups = tuple(f"Group {name} · Room {name}" for name in "ABCDEF")
    page = told(replace(STEP, groups=groups), 80, 24)
    assert all(group in page for group in groups) and "Our norms" not in page
    assert sum("█" in line for line in page.split("\n")) == 5


def test_on_a_low_page_norms_are_whole_or_counted() -> None:
    """Each begins a line; those that have no room are counted under their heading."""
    norms = tuple(f"Norm number {number} is long enough to fill a line." for number in range(1, 13))
    few = " ".join(told(replace(STEP, norms=norms[:3]), 80, 24).split())
    assert all(norm in few for norm in norms[:3]) and "more" not in few
    page = told(replace(STEP, norms=norms), 80, 24)
    kept = [norm for norm in norms if norm in " ".join(page.split())]
    lines = [line.strip() for line in page.splitlines()]
    assert kept == list(norms[: len(kept)]) and f"and {12 - len(kept)} more" in page
    assert [line for line in lines if line.endswith(kept[0])] == [f"Our norms   · {kept[0]}"]
    assert "…" not in page


@pytest.mark.parametrize("steps", [5, 11, 30])
def test_the_outline_and_the_purpose_go_before_all_norms_but_the_first(steps: int) -> None:
    """No block that has room is cut for norms, and however long the outline, one norm stands."""
    rows = tuple(RoomRow(f"Part {n}", Place.AHEAD) for n in range(steps))
    norms = tuple(f"Norm {number}." for number in range(1, 11))
    purpose = "See what the work shows about how they think, and what we try next with it. " * 2
    page = told(replace(STEP, outline=rows, norms=norms, purpose=purpose), 80, 24)
    assert steps > 11 or all(row.title in page for row in rows)
    assert "· Norm 1." in page and " ".join(purpose.split()) in " ".join(page.split())


@pytest.mark.parametrize(("width", "margin"), [(60, 2), (80, 2), (119, 2), (120, 3), (160, 3)])
def test_the_margins_are_those_of_every_screen(width: int, margin: int) -> None:
    """At either side, so that covering a screen moves nothing."""
    lines = [line.plain.rstrip() for line in room_lines(STEP, width, 24)]
    filled = [line for line in lines if line]
    assert min(len(line) - len(line.lstrip()) for line in filled) == margin
    assert max(map(len, filled)) <= width - margin


def test_many_norms_stand_side_by_side_or_are_counted() -> None:
    """Every one on a wall; on a smaller screen those that have room, and how many more."""
    norms = tuple(f"Norm {number}." for number in range(1, 13))
    wall = told(replace(STEP, norms=norms), 160, 50)
    assert all(norm in wall for norm in norms) and "more" not in wall
    page = told(replace(STEP, norms=norms), 100, 40)
    assert "· Norm 6." in page and "Norm 7." not in page and "· and 6 more" in page


def test_an_outline_has_air_where_there_is_room() -> None:
    """A blank line between blocks, none between the steps of one."""
    tall = [line[2:20].strip() for line in told(STEP, 120, 40).split("\n")]
    at = tall.index("✓ Opening")
    assert tall[at + 1] == "" and tall[at + 2] == "▾ Tuning" and tall[at + 3] == "▶   Clarify"


def test_without_a_title_the_room_is_welcomed_all_the_same() -> None:
    """With one blank line between, not three."""
    view = RoomView(RoomMoment.WELCOME, clock=RoomClock(told="we begin soon"))
    lines = [line.strip() for line in told(view, 80, 24).split("\n")]
    assert lines.index("we begin soon") - lines.index("Welcome") <= 3


@given(st.integers(1, 4))
def test_enlarging_changes_no_shape(times: int) -> None:
    """Each dot becomes a square of so many, so every row is there so many times."""
    rows = enlarged(big("10:45"), times)
    assert len(rows) == 5 * times and {len(row) for row in rows} == {len(big("10:45")[0]) * times}
    assert enlarged(big("10:45"), 1) == big("10:45")


def test_without_room_for_figures_they_are_written() -> None:
    """In the smallest window the time can still be read."""
    assert largest("16:05", 20, 3) == ["16:05"]
