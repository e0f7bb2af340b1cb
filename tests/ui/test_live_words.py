"""What Live says agrees with what is: the clock's words, the head, the keys, the end."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta
from pathlib import Path

import pytest

from facilitui.commands.live import LIVE
from facilitui.core.plans.agenda import AgendaBlock
from facilitui.core.sessions import moves
from facilitui.core.vocabulary import BlockKind, Silence, Who
from facilitui.screens.live.showing import running_keys
from facilitui.text import Lines
from facilitui.widgets.live_clock import clock_lines, title_lines
from facilitui.widgets.live_guide import guide_lines, next_lines
from facilitui.widgets.live_head import ends_lines, head
from facilitui.widgets.live_view import LiveView
from tests.core.making import HOSTILE, START, Script, agenda, part
from tests.ui.hosting import hosted


def view_of(script: Script, width: int = 120) -> LiveView:
    """What the host sees."""
    return LiveView(script.state, script.elapsed, script.now, width=width)


def begun(*blocks: AgendaBlock, booked: int = 0) -> Script:
    """A session in its first part, with so many minutes booked."""
    end = START + timedelta(minutes=booked) if booked else None
    return Script(blocks, planned_start=START, planned_end=end).press(moves.forward)


def text(lines: Lines) -> str:
    """What stands in some lines."""
    return "\n".join(line.plain.rstrip() for line in lines)


def words(script: Script) -> str:
    """The line of keys, all of it."""
    shown = (each for each in running_keys(view_of(script), LIVE) if each.in_line)
    return "   ".join(f"{each.key_label} {each.word}" for each in shown)


@pytest.mark.parametrize(
    ("silence", "kind", "seconds", "told"),
    [
        (Silence.NONE, BlockKind.ACTIVITY, 69, "‖ PAUSED  left of 3 min"),
        (Silence.NONE, BlockKind.ACTIVITY, 249, "‖ PAUSED  over its 3 min"),
        (Silence.ALL, BlockKind.ACTIVITY, 69, "‖ PAUSED  ⌁ SILENT  left of 3 min"),
        (Silence.ALL, BlockKind.ACTIVITY, 249, "‖ PAUSED  ⌁ SILENT  over its 3 min"),
        (Silence.NONE, BlockKind.BREAK, 66, "‖ PAUSED  1:54 left"),
        (Silence.NONE, BlockKind.BREAK, 249, "‖ PAUSED  over its 3 min"),
    ],
)
def test_a_pause_says_what_is_left_or_past(
    silence: Silence, kind: BlockKind, seconds: int, told: str
) -> None:
    """As the clock above it stands."""
    script = begun(*agenda(part("a", 3, silence=silence), kind=kind))
    script.wait(seconds).press(moves.pause_or_resume)
    assert told in text(clock_lines(view_of(script), 60))


@pytest.mark.parametrize("width", [39, 41, 56])
@pytest.mark.parametrize(("seconds", "told"), [(600, "◔ SOON"), (780, "◉ OVER")])
def test_soon_and_over_stand_beside_silent(width: int, seconds: int, told: str) -> None:
    """Whole, at every width of the column; when it ends gives way."""
    script = begun(*agenda(part("a", 12, silence=Silence.ALL))).wait(seconds)
    shown = text(clock_lines(view_of(script), width))
    assert f"{told}  SILENT  " in shown and "…" not in shown
    assert ("left of 12 min" if seconds < 720 else "over its 12 min") in shown


def test_the_keys_say_what_they_do_now() -> None:
    """Start, go on, end wait, end; what would do nothing is not offered."""
    script = begun(*agenda(part("a", 5, who=Who.PAIRS)), *agenda(part("b", 5)))
    assert words(script).startswith("n start   + − minute   w wait")
    assert words(script.press(moves.forward)).startswith("n next   space pause   + − minute")
    assert "w end wait" in words(script.press(moves.open_or_close_wait))
    paused = words(script.press(moves.pause_or_resume))
    assert "space go on" in paused and "w " not in paused
    assert words(script.press(moves.forward)).startswith("n next   b back   space pause")
    assert words(script.press(moves.forward)).startswith("n end   b back   m mark")


def test_between_steps_n_goes_on_and_ends_nothing() -> None:
    """As in a log that was cut before its first step began."""
    script = begun(*agenda(part("a", 5)), *agenda(part("b", 5)))
    view = replace(view_of(script), state=replace(script.state, current=None))
    title = "\n".join(line.plain for line in title_lines(view, 40))
    assert title == "Between steps\nn goes on: a"
    assert running_keys(view, LIVE)[0].word == "go on"


def test_recovering_is_offered_second_where_it_is_late_and_only_there() -> None:
    """However long the step itself is over; from as many minutes as was set."""
    script = begun(*agenda(part("a", 5)), *agenda(part("b", 5)), booked=40).wait(900)
    assert not words(script).startswith("n next   r recover")
    script.wait(1500)
    assert words(script).startswith("n next   r recover")
    patient = replace(view_of(script), late_minutes=60)
    assert running_keys(patient, LIVE)[1].id != "live.recover"


def test_while_norms_are_agreed_on_the_key_that_adds_one_stands_second() -> None:
    """And elsewhere where it always stands."""
    script = begun(*agenda(part("a", 5), kind=BlockKind.NORMS), *agenda(part("b", 5)))
    assert words(script).startswith("n next   o add a norm")
    assert "o norm" in words(script.press(moves.forward))


@pytest.mark.parametrize(
    ("seconds", "told"),
    [
        (0, "now ends 21:05 · then 25 min free"),
        (-120, "now ends 21:03 −2 · then 27 min free"),
        (240, "now ends 21:09 +4 · then 21 min free"),
        (1500, "now ends 21:30 as booked"),
        (1620, "now ends 21:32 +2 min"),
    ],
)
def test_booked_time_that_is_not_planned_is_free(seconds: int, told: str) -> None:
    """It is neither early from the first second, nor late before it is used up."""
    script = begun(*agenda(part("a", 20)), *agenda(part("b", 15)), booked=60)
    script.wait(1200 + seconds).press(moves.forward)
    view = view_of(script)
    assert text(head(view, 112)).endswith(told)
    assert ("min free" in text(ends_lines(view, 38))) == ("free" in told)


@pytest.mark.parametrize("width", [38, 56, 76, 112])
def test_the_end_keeps_its_place_while_a_line_is_typed(width: int) -> None:
    """Whatever key stands before it goes; the title stays as it was where there is one."""
    script = begun(*agenda(part("a", 5)), booked=5).wait(700)
    view = view_of(script, width + 4)
    shown, typed = (text(head(each, width)) for each in (view, replace(view, typing=True)))
    assert shown.index("now ends") == typed.index("now ends")
    assert width < 70 or shown == typed


def test_what_is_next_names_the_block_that_it_opens() -> None:
    """Where that has several steps; whole in two rows, or as much as one row has room for."""
    steps = [part(f"t/{i}", 5).model_copy(update={"name": "Introduction"}) for i in (1, 2)]
    opened = agenda(*steps)[0].model_copy(update={"title": "Tuning protocol"})
    script = begun(*agenda(part("a", 5)), opened)
    assert "Tuning protocol: Introduction" in text(next_lines(view_of(script), 39))
    short = " ".join(text(next_lines(view_of(script, 80), 41)).split())
    assert short == "Next Tuning protocol: t/1 5 min"
    assert text(next_lines(view_of(script, 80), 26)).endswith("Tuning prot…  10 min")
    assert "Tuning" not in text(next_lines(view_of(script.press(moves.forward)), 39))


def test_where_a_block_is_one_step_its_own_place_is_told() -> None:
    """Also on a narrow screen, where it stands behind the title."""
    script = begun(*agenda(part("a", 5)), *agenda(part("b", 5)))
    assert text(title_lines(view_of(script), 39)).startswith("Block 1 of 2\n")
    assert text(title_lines(view_of(script, 60), 56)).endswith("Block 1 of 2")


def test_who_leads_is_left_out_where_it_is_only_a_role() -> None:
    """A name is told, whatever it is."""
    for lead, told in (("Lead facilitator", False), ("Ana", True), (HOSTILE, True)):
        script = begun(*agenda(part("a", 5), lead=lead))
        assert ("led by" in text(guide_lines(view_of(script), 60, 9))) == told


def test_the_end_is_told_once_and_what_to_do_stands_out() -> None:
    """Of a session and of its rehearsal; the time of day stands in one place."""
    script = begun(*agenda(part("a", 5)), booked=60).wait(60).press(moves.end)
    view = view_of(script)
    for each, what in ((view, "session"), (replace(view, rehearsed=True), "rehearsal")):
        shown = [
            title_lines(each, 39),
            clock_lines(each, 39),
            head(each, 112),
            ends_lines(each, 38),
        ]
        whole = "\n".join(map(text, shown))
        assert f"The {what} is over" in whole and whole.count("20:31") == 1
        assert "Ended 20:31" in whole and "ended 4 min early" in whole
    (line,) = [each for each in clock_lines(view, 39) if "debrief now" in each.plain]
    assert line.plain == "d debrief now · escape later"
    assert any(span.start == 0 and "bold" in str(span.style) for span in line.spans)


async def test_keys_that_can_do_nothing_say_why(home: Path) -> None:
    """A wait while it is paused, a debrief before the end; closing a wait says how long it was."""
    async with hosted(home) as stage:
        await stage.app.press("w")
        await stage.move(12)
        await stage.app.press("w")
        assert stage.app.notice == "waited 12 s"
        await stage.app.press("space", "w")
        assert stage.app.notice == "Paused; space goes on first." and len(stage.state.waits) == 1
        await stage.app.press("d")
        assert stage.app.notice == "The debrief comes after the end; e ends the session."


async def test_before_the_start_only_what_was_done_can_be_taken_back(home: Path) -> None:
    """And the norm to watch is seen where there is no room at the side."""
    async with hosted(home, (80, 24), begin=False) as stage:
        assert "u take back" not in stage.app.keys_told and "begins" not in stage.app.panel("head")
        assert "Norm  Wait for others" in stage.app.panel("guide")
        await stage.app.press("o", "1")
        assert stage.app.notice == "watched from the start"
        assert "Norm  Listen first" in stage.app.panel("guide")
        offered = stage.screen.keys_now(stage.screen.view())
        assert "live.as-before" in {each.id for each in offered}
        await stage.app.press("u")
        assert "Norm  Wait for others" in stage.app.panel("guide")


async def test_a_norm_is_added_with_two_keys_while_they_are_agreed_on(home: Path) -> None:
    """The first row adds one; the digits call on the others as ever."""
    blocks = agenda(part("norms", 5), kind=BlockKind.NORMS) + agenda(part("after", 5))
    async with hosted(home, blocks=blocks) as stage:
        await stage.app.press("o")
        rows = stage.app.rows("choices").split("\n")
        assert "Add one of our own" in rows[0] and "1  Listen first" in rows[1]
        await stage.app.press("enter")
        assert stage.screen.lines.is_open
        await stage.app.press("escape")
        await stage.app.press("o", "2")
        assert stage.state.invoked == ("wait",)


async def test_what_the_glyph_of_silence_means_is_told_where_there_is_room(home: Path) -> None:
    """Under the agenda of a large screen, if it has a silent step at all."""
    async with hosted(home) as stage:
        assert "⌁  silent, gives time last" in stage.app.panel("ends")
    async with hosted(home, blocks=agenda(part("a", 5))) as stage:
        assert "⌁" not in stage.text()


@pytest.mark.parametrize("width", [70, 80, 100, 120])
def test_the_state_is_never_cut_and_the_title_stays_before_what_is_free(width: int) -> None:
    """People go before the words that nobody hosts it, and free minutes before the title."""
    view = view_of(begun(*agenda(part("a", 5)), booked=40), width)
    started = view.state.started.model_copy(update={"title": "Looking at student work"})
    view = replace(view, state=replace(view.state, started=started, attendance=170000))
    assert "Looking" in text(head(view, width)) or width < 80
    lost = replace(view, lost="host gone 16:23")
    assert "host gone 16:23" in text(head(lost, width))
