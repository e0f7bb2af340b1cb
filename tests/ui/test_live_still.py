"""What the host is to say stands still while its step runs, whatever else comes and goes."""

from __future__ import annotations

from functools import partial
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from facilitui.core.plans.agenda import AgendaBlock, Part
from facilitui.core.sessions import moves
from facilitui.core.vocabulary import BlockKind, Per, Question, Silence, Who
from facilitui.widgets.live_clock import clock_lines, room_under, title_lines
from facilitui.widgets.live_guide import guide_lines
from facilitui.widgets.live_view import LiveView
from tests.core.making import Script, agenda, part
from tests.ui.driving import SIZES
from tests.ui.hosting import hosted

SAID = "“Word"
KEYS = (
    moves.open_or_close_wait,
    moves.pause_or_resume,
    partial(moves.change_minutes, by=1),
    partial(moves.change_minutes, by=-1),
)


def blocks_of(step: Part, kind: BlockKind) -> tuple[AgendaBlock, ...]:
    """A step of a kind, and one after it, so that lateness has something to cost."""
    return (*agenda(step, kind=kind), *agenda(part("after", 9)))


STEPS = [
    blocks_of(part("a", 4, say=SAID[1:] * 9, **fields), kind)
    for kind, fields in (
        (BlockKind.ACTIVITY, {}),
        (BlockKind.ACTIVITY, {"question": Question.OPEN_OPINION}),
        (BlockKind.ACTIVITY, {"turn_minutes": 1.0, "question": Question.OPEN_OPINION}),
        (BlockKind.ACTIVITY, {"silence": Silence.ALL}),
        (BlockKind.BREAKOUT, {"who": Who.PAIRS}),
        (BlockKind.BREAK, {}),
    )
]


def row_said(view: LiveView, width: int, high: int) -> int | None:
    """In which row what to say begins, on a page with so many rows for it and the clock."""
    clock = clock_lines(view, width)
    room = max(0, high - len(clock))
    lines = [*clock, *guide_lines(view, width, room, room_under(view, width))]
    return next((row for row, line in enumerate(lines) if SAID in line.plain), None)


@given(
    st.sampled_from(STEPS),
    st.sampled_from([30, 41, 56, 68]),
    st.integers(8, 30),
    st.lists(st.tuples(st.sampled_from(KEYS), st.integers(0, 200)), max_size=8),
)
def test_what_to_say_never_moves_while_its_step_runs(
    blocks: tuple[AgendaBlock, ...], width: int, high: int, done: list[tuple[moves.Decide, int]]
) -> None:
    """A hint, a wait, a change of turns, a break that is over: it stays, or gives way whole."""
    script = Script(blocks, attendance=9).press(moves.forward)
    rows = {row_said(LiveView(script.state, script.elapsed, script.now), width, high)}
    for key, seconds in done:
        script.press(key).wait(seconds)
        rows.add(row_said(LiveView(script.state, script.elapsed, script.now), width, high))
    assert len(rows - {None}) <= 1


def rows_of(script: Script, width: int, high: int, below: int) -> tuple[int | None, ...]:
    """Where Say and Who begin, and where Say ends, with so many lines taken from below."""
    view = LiveView(script.state, script.elapsed, script.now)
    clock = clock_lines(view, width)
    guide = guide_lines(view, width, max(0, high - len(clock) - below), room_under(view, width))
    lines = [line.plain for line in (*clock, *guide)]
    begun = [next((n for n, each in enumerate(lines) if w in each), None) for w in (SAID, "Who  ")]
    return (*begun, next((n for n, each in enumerate(lines) if "”" in each), None))


@given(
    st.sampled_from(STEPS),
    st.sampled_from([41, 56, 68]),
    st.integers(14, 30),
    st.integers(0, 3),
    st.lists(st.tuples(st.sampled_from(KEYS), st.integers(0, 200)), max_size=4),
)
def test_who_speaks_stays_too_where_there_is_room_for_what_is_added(
    blocks: tuple[AgendaBlock, ...],
    width: int,
    high: int,
    below: int,
    done: list[tuple[moves.Decide, int]],
) -> None:
    """Empty lines give way first, and all that is said stays whole until Who has one line."""
    script = Script(blocks, attendance=9).press(moves.forward)
    first = rows_of(script, width, high, 0)
    for key, seconds in done:
        script.press(key).wait(seconds)
        assert rows_of(script, width, high, 0) == first
    if first[2] is not None and high - below > max(each or 0 for each in first) + 1:
        assert rows_of(script, width, high, below) == first


@pytest.mark.parametrize("step", [STEPS[0], STEPS[1], STEPS[3]])
def test_a_plain_step_leaves_no_empty_line_above_what_is_said(
    step: tuple[AgendaBlock, ...],
) -> None:
    """Its clock never grows, so nothing waits for that."""
    script = Script(step, attendance=9).press(moves.forward)
    for key in (moves.open_or_close_wait, moves.pause_or_resume):
        assert room_under(LiveView(script.state, script.elapsed, script.now), 56) == 0
        script.press(key).wait(90)


@pytest.mark.parametrize("size", SIZES[1:2])
@pytest.mark.parametrize("blocks", STEPS)
async def test_on_the_page_it_stays_where_it_is(
    home: Path, size: tuple[int, int], blocks: tuple[AgendaBlock, ...]
) -> None:
    """Through directions, a wait, the last minutes and what runs over, with a prompt below."""
    async with hosted(home, size, blocks=blocks) as stage:
        rows = set()
        for key, seconds in (("", 0), ("w", 20), ("w", 100), ("", 95), ("", 60)):
            if key:
                await stage.app.press(key)
            await stage.move(seconds)
            lines = stage.app.text().split("\n")
            rows |= {row for row, line in enumerate(lines) if SAID in line}
        assert len(rows) <= 1
        assert rows or size[1] <= 16


def test_say_is_the_last_to_give_way() -> None:
    """In a plain step its first line outlives who speaks, and names the key that shows all."""
    script = Script(agenda(part("a", 9, say="word " * 60))).press(moves.forward)
    view = LiveView(script.state, script.elapsed, script.now)
    (line,) = guide_lines(view, 42, 1, room_under(view, 42))
    assert line.plain.startswith("Say") and line.plain.endswith("t shows all")


def test_how_people_sit_is_told_before_who_speaks() -> None:
    """What is needed most stays where only one row is left for both."""
    step = part("a", 9, who=Who.FACILITATOR)
    (block, *after) = blocks_of(step, BlockKind.ACTIVITY)
    block = block.model_copy(update={"sizes": (3, 3, 3, 3, 4, 4)})
    script = Script((block, *after), attendance=20).press(moves.forward)
    (line,) = guide_lines(LiveView(script.state, script.elapsed, script.now), 42, 1)
    assert "Four threes and two fours" in line.plain


@pytest.mark.parametrize(("width", "told"), [(60, "Listen to all"), (34, "Listen"), (16, "2/3")])
def test_a_heading_counts_its_repetition_in_one_form(width: int, told: str) -> None:
    """With the name or with the short one; only where neither has room with two figures."""
    fields = {"name": "Listen to all that they say", "short": "Listen", "cycle": 2, "cycles": 3}
    step = part("a", 9).model_copy(update={**fields, "per": Per.QUESTION})
    script = Script(agenda(step)).press(moves.forward)
    title = title_lines(LiveView(script.state, script.elapsed, script.now), width)[-1].plain
    assert title.startswith(told) and ("(question 2 of 3)" in title) == (width > 16)
