"""Live: the timer is the agenda, what is shown was written first, and no key hurts."""

from __future__ import annotations

from pathlib import Path

import pytest

from facilitui.core.sessions.session import Stage as PartStage
from facilitui.screens.home import HomeScreen
from tests.storage.broken_disks import FullDisk
from tests.ui.hosting import TITLE, hosted, kinds, log


async def test_before_it_begins_nothing_is_written(home: Path) -> None:
    """What will be run, and who is expected; leaving it is as if it had never been."""
    async with hosted(home, begin=False, below=None) as stage:
        text = stage.text()
        for told in ("PRIVATE", "not begun", TITLE, "See what the work shows.", "9 expected"):
            assert told in text
        assert "20 min, ends 15:50 if it begins now" in text
        await stage.app.press("w", "m", "b", "space", "u", "S", "j", "c", "p", "L", "e")
        assert stage.screen is stage.app.app.screen
        await stage.app.press("escape")
        assert isinstance(stage.app.app.screen, HomeScreen)
    assert not list(home.glob("sessions/*"))


async def test_beginning_starts_the_first_clock(home: Path) -> None:
    """And everything that the log needs is in it before the screen shows it."""
    async with hosted(home) as stage:
        assert kinds(home)[0] == "session_started" and kinds(home)[-1] == "step_started"
        text = stage.text()
        for told in ("● live", "9 expected", "left of 10 min", "“Welcome to all", "Breathe"):
            assert told in text, told
        assert "Wait for others" in stage.app.panel("side")
        assert "15:50" in stage.app.panel("ends") and stage.state.current == 0


async def test_a_step_for_pairs_waits_for_its_cue(home: Path) -> None:
    """Directions first, with a clock of their own; a second n starts the step's clock."""
    async with hosted(home) as stage:
        await stage.app.press("n")
        assert "DIRECTIONS" in stage.text() and stage.state.now is not None
        await stage.move(15)
        assert "DIRECTIONS 0:15" in stage.text()
        await stage.app.press("pagedown")
        assert "DIRECTIONS" not in stage.text() and stage.state.now.part.name == "work/pairs"
        assert stage.state.now.stage is PartStage.RUNNING


async def test_going_back_reopens_a_step_with_its_time(home: Path) -> None:
    """Nothing is before the first one, and that is told."""
    async with hosted(home) as stage:
        await stage.app.press("b")
        assert stage.app.notice == "There is no step before this one."
        await stage.move(60)
        await stage.app.press("n", "pageup")
        assert stage.state.current == 0 and stage.state.now is not None
        assert stage.state.now.seconds(stage.hosted.now()[0]) == 60


async def test_a_pause_stops_the_steps_clock_and_not_the_sessions_end(home: Path) -> None:
    """The end moves on with the real time."""
    async with hosted(home) as stage:
        await stage.move(60)
        await stage.app.press("space")
        await stage.move(120)
        assert "PAUSED" in stage.text() and "‖ paused" in stage.app.panel("head")
        assert "15:52" in stage.app.panel("ends") and stage.state.paused
        await stage.app.press("space")
        assert "PAUSED" not in stage.text()
        assert stage.state.now is not None
        assert stage.state.now.seconds(stage.hosted.now()[0]) == 60


async def test_minutes_more_and_less_move_the_end(home: Path) -> None:
    """With either key for more; never below a minute."""
    async with hosted(home) as stage:
        await stage.app.press("plus", "equals_sign", "minus")
        assert "left of 11 min" in stage.text() and "15:51" in stage.app.panel("ends")
        await stage.app.press(*["minus"] * 12)
        assert "left of 1 min" in stage.text()


@pytest.mark.parametrize(
    ("seconds", "word"), [(479, "left"), (480, "◔ SOON"), (599, "◔ SOON"), (600, "◉ OVER")]
)
async def test_soon_and_over_come_at_their_second(home: Path, seconds: int, word: str) -> None:
    """Soon in the last fifth, over at zero: each with a glyph and a word."""
    async with hosted(home) as stage:
        await stage.move(seconds)
        text = stage.app.panel("clock")
        assert word in text
        assert ("SOON" in text, "OVER" in text) == ("SOON" in word, "OVER" in word)


async def test_a_silent_step_says_so(home: Path) -> None:
    """With a glyph and a word, on the clock and in what comes next."""
    async with hosted(home) as stage:
        await stage.app.press("n")
        assert "silent" in stage.app.panel("next")
        await stage.app.press("n", "n")
        assert "⌁ SILENT" in stage.app.panel("clock")


async def test_a_wait_grows_towards_its_mark_and_past_it(home: Path) -> None:
    """`w` opens and closes it; a step key closes it too."""
    async with hosted(home) as stage:
        await stage.app.press("w")
        wait = stage.state.wait
        assert (
            wait is not None and "waited 0 s · you can wait" in stage.text() and "┼" in stage.text()
        )
        await stage.move(wait.target_seconds - 1)
        assert "┿" not in stage.text()
        await stage.move(4)
        assert "┿" in stage.text() and f"{wait.target_seconds + 3:.0f} s" in stage.text()
        await stage.app.press("w")
        assert stage.state.wait is None and stage.state.waits[0].reached
        assert "you can wait" not in stage.text()
        await stage.app.press("w", "n")
        assert stage.state.wait is None and len(stage.state.waits) == 2
        assert not stage.state.waits[1].reached


async def test_a_mark_needs_no_typing(home: Path) -> None:
    """It is counted; what was kept is shown only when it is asked for."""
    async with hosted(home) as stage:
        await stage.move(61)
        await stage.app.press("m")
        assert stage.app.notice == "marked" and "15:31" not in stage.app.panel("side")
        await stage.app.press("k")
        assert "15:31 marked" in stage.app.panel("side")
        await stage.app.press("k")
        assert "15:31 marked" not in stage.app.panel("side")


async def test_the_last_key_is_taken_back_with_all_it_did(home: Path) -> None:
    """One by one, to the beginning; then there is nothing to take back."""
    async with hosted(home) as stage:
        first = stage.state
        await stage.move(30)
        await stage.app.press("plus", "m", "n")
        assert stage.state.current == 1
        await stage.app.press("u")
        assert stage.state.current == 0 and "taken back" in stage.app.notice
        await stage.app.press("u", "u")
        assert stage.state.runs == first.runs and stage.state.notes == ()
        await stage.app.press("u", "u")
        assert stage.app.notice == "Nothing to take back." and stage.state.current == 0


async def test_a_step_can_be_left_out(home: Path) -> None:
    """And brought back."""
    async with hosted(home) as stage:
        await stage.app.press("S")
        assert stage.state.runs[0].stage is PartStage.SKIPPED and stage.state.current == 1
        await stage.app.press("u")
        assert stage.state.current == 0


async def test_the_agenda_follows_the_step(home: Path) -> None:
    """The current part is the marked row; what is done has a tick and its real minutes."""
    async with hosted(home) as stage:
        rows = stage.app.row_list("agenda")
        assert rows.marked == "open" and not rows.can_focus
        await stage.move(180)
        await stage.app.press("n", "n")
        assert rows.marked == "work/pairs"
        assert "✓" in stage.app.rows("agenda").split("\n")[0]


async def test_zoom_leaves_clock_step_and_next(home: Path) -> None:
    """And brings the rest back."""
    async with hosted(home) as stage:
        assert "Norm to watch" in stage.app.text()
        await stage.app.press("z")
        assert "Norm to watch" not in stage.app.text() and "Agenda" not in stage.app.text()
        assert "left of 10 min" in stage.app.text() and "Next" in stage.app.text()
        await stage.app.press("z")
        assert "Norm to watch" in stage.app.text()


async def test_what_cannot_be_written_changes_nothing(home: Path) -> None:
    """The sentence stands in the key line, the screen is as it was, the next try works."""
    disk = FullDisk()
    async with hosted(home, disk=disk) as stage:
        before, shown = stage.state, stage.text()
        disk.room = 0
        for key in ("n", "m", "plus", "w", "space", "S"):
            await stage.app.press(key)
            assert "disk is full" in stage.app.notice, key
            assert stage.state is before and stage.text() == shown
        disk.room = 1 << 30
        await stage.app.press("n")
        assert stage.state.current == 1 and len(log(home)) == len(stage.hosted.events)


async def test_a_session_that_cannot_begin_says_so(home: Path) -> None:
    """And begins once there is room."""
    disk = FullDisk()
    async with hosted(home, disk=disk, begin=False) as stage:
        disk.room = 0
        await stage.app.press("n")
        assert "disk is full" in stage.app.notice and "not begun" in stage.text()
        disk.room = 1 << 30
        await stage.app.press("n")
        assert "● live" in stage.text() and kinds(home).count("session_started") == 1


async def test_a_gap_is_noticed_once_and_marked(home: Path) -> None:
    """A laptop slept for an hour: told, counted, and no second time."""
    async with hosted(home) as stage:
        await stage.move(5)
        await stage.move(3600, watched=False)
        assert stage.app.notice == "60 min without the program, counted"
        assert "60 min without the program" in " ".join(stage.app.panel("side").split())
        assert "OVER" in stage.text() and kinds(home)[-1] == "gap_noticed"
        stage.app.screen.key_line.clear()
        await stage.move(1)
        assert stage.app.notice == "" and kinds(home).count("gap_noticed") == 1


@pytest.mark.parametrize("size", [(60, 16), (80, 24), (120, 40), (20, 5), (1, 1), (200, 50)])
async def test_every_size_shows_what_matters(home: Path, size: tuple[int, int]) -> None:
    """From 60×16 on: where, how long, who, what is next, when it ends. Below that no crash."""
    async with hosted(home, size) as stage:
        await stage.app.press("n", "n", "w", "m")
        if size >= (60, 16):
            for told in ("PRIVATE", "work/pairs", "left of 2 min", "Next", "now ends"):
                assert told in stage.app.text(), told
