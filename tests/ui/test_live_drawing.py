"""How Live is drawn: large where there is room, nothing cut in silence, keys where they work."""

from __future__ import annotations

from dataclasses import replace
from functools import partial
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from facilitui.core.plans.agenda import Part
from facilitui.core.sessions import moves
from facilitui.core.sessions.starting import Prepared
from facilitui.core.vocabulary import BlockKind, Question, Silence, Who
from facilitui.screens.dialogs.page import PageDialog
from facilitui.widgets.agenda_rows import agenda_rows
from facilitui.widgets.digits import ROWS
from facilitui.widgets.live_clock import clock_lines
from facilitui.widgets.live_guide import guide_lines, next_lines
from facilitui.widgets.live_view import LiveView
from tests.core.making import HOSTILE, Script, agenda, good_plan, part
from tests.ui.driving import FARTHEST
from tests.ui.hosting import hosted

LONGEST = "A name of 23 characters"
"""As long as a short name may be."""
LONG = "Silent examination of the work and of all that came with it"
SIDES = (32, 39)
"""How wide the agenda is beside the clock."""


def view_of(script: Script, width: int = 120) -> LiveView:
    """What the host sees."""
    return LiveView(script.state, script.elapsed, script.now, width=width)


def begun(*parts: Part, kind: BlockKind = BlockKind.ACTIVITY) -> Script:
    """A session in its first part."""
    return Script(agenda(*parts, kind=kind)).press(moves.forward)


def figures(view: LiveView, width: int, high: int) -> int:
    """In how many rows the clock is drawn."""
    lines = [line.plain for line in clock_lines(view, width, high)]
    return sum(any(sign in line for sign in "█▀▄") for line in lines)


@pytest.mark.parametrize(
    ("width", "high", "rows"), [(56, 12, 5), (76, 13, 10), (114, 29, 15), (45, 0, 5), (20, 30, 0)]
)
def test_the_clock_is_as_large_as_it_may_be(width: int, high: int, rows: int) -> None:
    """Never smaller than five rows where it fits, and written where it does not."""
    view = view_of(begun(part("a", 9)))
    assert figures(view, width, high) == rows
    assert rows or "9:00" in [line.plain for line in clock_lines(view, width, high)]


def test_the_rows_under_the_clock_stay_where_they_are() -> None:
    """A clock that is written takes the rows of one that is drawn."""
    view = view_of(begun(part("a", 9)))
    assert len(clock_lines(view, 20)) == len(clock_lines(view, 60)) == ROWS + 3


@pytest.mark.parametrize("width", SIDES)
def test_no_short_name_is_cut(width: int) -> None:
    """Also of a step within a block, beside its minutes."""
    steps = [part(f"a/{i}", minutes) for i, minutes in enumerate((12, 100, 2.5))]
    steps = [each.model_copy(update={"short": LONGEST}) for each in steps]
    rows = agenda_rows(view_of(begun(*steps)), airy=False)
    shown = [row.draw(width, False)[0].plain for row in rows]
    assert len(shown) == 4 and not any("…" in line for line in shown[1::2])


def test_a_long_name_is_announced_whole_where_there_is_room() -> None:
    """In two lines on a wide screen; elsewhere by its short name, and silent in a word."""
    long = part("b", 12, silence=Silence.ALL).model_copy(update={"name": LONG})
    script = begun(part("a", 9), long)
    wide = [line.plain for line in next_lines(view_of(script), 68)]
    assert LONG in wide[0] and wide[1].strip() == "12 min, silent"
    (narrow,) = next_lines(view_of(script, 80), 40)
    assert "b" in narrow.plain.split() and narrow.plain.endswith("12 min, silent")


def test_text_that_goes_on_says_so_once_and_names_its_key() -> None:
    """One "…" and the key that shows all."""
    script = begun(part("a", 9, say="word " * 80))
    lines = [line.plain for line in guide_lines(view_of(script), 40, 6)]
    cut = next(line for line in lines if "…" in line)
    assert cut.count("…") == 1 and cut.endswith("word…  t shows all")


async def test_the_key_that_shows_all_is_named_only_while_it_is_one(home: Path) -> None:
    """While a line is typed `t` is a letter of it; the text is cut all the same."""
    blocks = agenda(part("a", 9, say="word " * 80))
    async with hosted(home, (80, 24), blocks=blocks) as stage:
        assert "t shows all" in stage.app.panel("guide")
        await stage.app.press("c", "t")
        guide = stage.app.panel("guide")
        assert "shows all" not in guide and "…" in guide and stage.screen.lines._entry.text == "t"
        await stage.app.press("enter")
        await stage.app.press("t")
        assert isinstance(stage.app.app.screen, PageDialog)


def test_what_stands_before_the_start_is_not_cut_in_silence() -> None:
    """A purpose that is too long for its lines ends in "…"."""
    ready = Prepared(good_plan(purpose="word " * 50), "plan", (), attendance=9)
    lines = guide_lines(replace(view_of(Script()), ready=ready), 40, 3)
    assert len(lines) == 3 and lines[-1].plain.endswith("…")


@pytest.mark.parametrize(("count", "told"), [(0, 0), (1, 1), (2, 2), (5, 3)])
def test_what_will_not_run_as_planned_stands_first(count: int, told: int) -> None:
    """Two of it at most, and how many more; who is expected is seen below."""
    unlike = tuple(f"{HOSTILE} {each}" for each in range(count))
    ready = Prepared(good_plan(purpose="Why"), "plan", (), attendance=9, unlike_plan=unlike)
    lines = guide_lines(replace(view_of(Script()), ready=ready), 90, 6)
    marked = [line.plain.startswith("! ") for line in lines if line.plain]
    assert marked == [True] * told + [False] * 2
    assert lines[-1].plain.startswith("Who")
    assert count < 5 or any("3 more" in line.plain for line in lines)


def test_what_is_next_has_the_minutes_it_was_given() -> None:
    """A step that `b` left after it was given another minute keeps that."""
    script = Script(agenda(part("a", 9), part("b", 1)))
    script.press(moves.forward, moves.forward, partial(moves.change_minutes, by=1), moves.back)
    (line,) = next_lines(view_of(script), 40)
    assert line.plain.endswith("2 min")


def test_a_wait_is_told_in_full_seconds() -> None:
    """As the debrief judges it: 4.6 seconds are not five."""
    script = begun(part("a", 9)).press(moves.open_or_close_wait).wait(4.6)
    assert clock_lines(view_of(script), 60)[-1].plain.endswith("waited 4 s · you can wait")


def test_a_break_has_nobody_who_speaks() -> None:
    """Nothing is said of it."""
    script = begun(part("a", 9), kind=BlockKind.BREAK)
    assert not guide_lines(view_of(script), 40, 6)
    assert guide_lines(view_of(begun(part("a", 9))), 40, 6)


def test_keys_are_named_only_where_they_work() -> None:
    """The host is told what a key does; who follows is not."""
    asked = begun(part("a", 9, question=Question.OPEN_OPINION))
    paused = Script(agenda(part("a", 9))).press(moves.forward, moves.pause_or_resume)
    done = begun(part("a", 9)).press(moves.forward)
    for script, told in (
        (asked, "w when you have asked"),
        (paused, "space goes on"),
        (done, "b goes back to the step before"),
    ):
        view = view_of(script)
        assert any(told in line.plain for line in clock_lines(view, 60))
        for other in (replace(view, hosting=False), replace(view, read_only=True)):
            assert not any(told in line.plain for line in clock_lines(other, 60))


def test_a_key_is_bold_and_what_it_does_is_not() -> None:
    """As in the key line."""
    script = begun(part("a", 9)).press(moves.pause_or_resume)
    (line,) = [each for each in clock_lines(view_of(script), 60) if "space" in each.plain]
    at = line.plain.index("space")
    bold = [span for span in line.spans if span.start == at and "bold" in str(span.style)]
    assert [(span.start, span.end) for span in bold] == [(at, at + len("space"))]


@given(st.integers(1, 130), st.integers(0, 40), st.sampled_from([40, 60, 80, 120, 200]))
def test_nothing_is_wider_than_its_room(width: int, high: int, whole: int) -> None:
    """Whatever was written, and however small the window."""
    step = part("a", 9, say=HOSTILE, watch=HOSTILE).model_copy(update={"name": HOSTILE})
    view = view_of(begun(step, step.model_copy(update={"id": "b"})), whole)
    lines = [*clock_lines(view, width, high), *next_lines(view, width)]
    assert width < 20 or max(line.cell_length for line in lines) <= width
    assert len(guide_lines(view, width, high)) <= max(0, high)


async def test_zoomed_the_clock_is_larger_and_everything_is_there(home: Path) -> None:
    """The step, the clock, when it ends and what is next; the agenda has given way."""
    async with hosted(home, (80, 24)) as stage:
        await stage.app.press("z")
        text = stage.app.text()
        assert sum("█" in line for line in text.split("\n")) >= 9
        for told in ("open", "left of 10 min", "ends 15:40", "Next", "work/pairs", "n next"):
            assert told in text, told
        assert "Agenda" not in text
        await stage.app.press("z")
        assert "Agenda" in stage.app.text()


@pytest.mark.parametrize("size", FARTHEST)
async def test_zoomed_nothing_stands_beside_the_clock(home: Path, size: tuple[int, int]) -> None:
    """At every size; the same key brings it all again, and nothing is laid out twice for it."""
    async with hosted(home, size) as stage:
        before = stage.app.text()
        await stage.app.press("z")
        for told in ("Norm to watch", "Agenda", "Say", "Who"):
            assert told not in stage.app.text(), told
        await stage.app.press("z")
        assert stage.app.text() == before


@pytest.mark.parametrize(
    ("height", "told"),
    [
        (1, ["Who"]),
        (2, ["", "Say"]),
        (3, ["", "Say", "Who"]),
        (4, ["", "Say", "", "Who"]),
        (5, ["", "Say", "", "", "Who"]),
    ],
)
def test_what_the_clock_may_come_to_take_stays_empty_above_what_to_say(
    height: int, told: list[str]
) -> None:
    """But where nothing could be said then; the two lines to say stay together."""
    view = view_of(begun(part("a", 9, say="word " * 10)))
    lines = guide_lines(view, 40, height, gap=1)
    assert [line.plain[:8].strip() for line in lines] == told


def test_directions_are_counted_in_full_seconds() -> None:
    """As waits are: 14.6 seconds are not fifteen."""
    script = Script(agenda(part("p", 9, who=Who.PAIRS))).press(moves.forward).wait(14.6)
    assert any("DIRECTIONS 0:14" in line.plain for line in clock_lines(view_of(script), 60))
