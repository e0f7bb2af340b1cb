"""Live: the timer is the agenda, what is shown was written first, and no key hurts."""

from __future__ import annotations

from datetime import timedelta
from pathlib import Path

import pytest

from facilitui import messages as m
from facilitui.bootstrap import Wiring
from facilitui.core.session import Stage as PartStage
from facilitui.demo import SimulatedClock
from facilitui.screens.debrief import DebriefScreen
from facilitui.screens.dialogs.confirm import ConfirmDialog
from facilitui.screens.home import HomeScreen
from facilitui.screens.live import LiveScreen
from facilitui.storage.paths import Home
from facilitui.widgets.terminal_title import give_title_back, keep_title, set_title
from tests.storage.broken_disks import FullDisk
from tests.ui.hosting import AT, TITLE, hosted, kinds, log


async def test_before_it_begins_nothing_is_written(home: Path) -> None:
    """What will be run, and who is expected; leaving it is as if it had never been."""
    async with hosted(home, begin=False) as stage:
        text = stage.text()
        for told in ("PRIVATE", "not begun", TITLE, "See what the work shows.", "9 expected"):
            assert told in text
        assert "20 min, ends 15:50" in text
        await stage.app.press("w", "m", "b", "space", "u", "s", "c", "p", "L", "o", "e")
        assert stage.screen is stage.app.app.screen
        await stage.app.press("escape")
        assert isinstance(stage.app.app.screen, HomeScreen)
    assert not list(home.glob("sessions/*"))


async def test_beginning_starts_the_first_clock(home: Path) -> None:
    """And everything that the log needs is in it before the screen shows it."""
    async with hosted(home) as stage:
        assert kinds(home)[0] == "session_started" and kinds(home)[-1] == "step_started"
        text = stage.text()
        for told in ("● live", "9 here", "left of 10 min", "“Welcome to all of you”", "Breathe"):
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
        assert wait is not None and "you can wait  0 s" in stage.text() and "┼" in stage.text()
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
        await stage.app.press("s")
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
        for key in ("n", "m", "plus", "w", "space", "s"):
            await stage.app.press(key)
            assert "no space left" in stage.app.notice, key
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
        assert "no space left" in stage.app.notice and "not begun" in stage.text()
        disk.room = 1 << 30
        await stage.app.press("n")
        assert "● live" in stage.text() and kinds(home).count("session_started") == 1


async def test_a_gap_is_noticed_once_and_marked(home: Path) -> None:
    """A laptop slept for an hour: told, counted, and no second time."""
    async with hosted(home) as stage:
        await stage.move(5)
        await stage.move(3600, watched=False)
        assert "away for a while" in stage.app.notice
        assert "60 min without the program" in " ".join(stage.app.panel("side").split())
        assert "OVER" in stage.text() and kinds(home)[-1] == "gap_noticed"
        stage.app.screen.key_line.clear()
        await stage.move(1)
        assert stage.app.notice == "" and kinds(home).count("gap_noticed") == 1


async def test_ending_is_asked_first(home: Path) -> None:
    """`n` and escape go on; yes ends it, and nothing of it can be changed any more."""
    async with hosted(home) as stage:
        await stage.move(120)
        await stage.app.press("e")
        assert isinstance(stage.app.app.screen, ConfirmDialog)
        assert "3 steps still ahead" in stage.app.panels()
        await stage.app.press("escape")
        assert stage.state.running
        await stage.app.press("e", "n")
        assert stage.state.running and stage.state.current == 0
        await stage.app.press("e", "y")
        assert stage.state.ended_at == AT + timedelta(seconds=120) and "■ ended" in stage.text()
        assert "debrief now" in stage.app.keys_told and "later" in stage.app.keys_told
        count = len(log(home))
        await stage.app.press("n", "b", "space", "plus", "w", "m", "s", "u", "c", "p", "o", "e")
        assert len(log(home)) == count and kinds(home)[-1] == "session_ended"


@pytest.mark.parametrize(("key", "door"), [("d", False), ("f", True)])
async def test_after_the_end_the_debrief_is_a_key_away(home: Path, key: str, door: bool) -> None:
    """In full or at the door; before the end these keys do nothing."""
    async with hosted(home) as stage:
        await stage.app.press(key)
        assert not stage.app.sent(m.DebriefRequested)
        await stage.app.press("e", "y", key)
        assert [each.door for each in stage.app.sent(m.DebriefRequested)] == [door]
        assert isinstance(stage.app.app.screen, DebriefScreen)
        assert ("Door debrief" in stage.app.panel("head")) is door


async def test_leaving_keeps_the_session_going(home: Path) -> None:
    """Home offers to resume it; the time went on meanwhile."""
    async with hosted(home) as stage:
        await stage.app.press("escape")
        assert isinstance(stage.app.app.screen, HomeScreen)
        assert "step 1 of 4" in stage.app.text()
        stage.clock.at += timedelta(seconds=25)
        await stage.app.press("r")
        assert isinstance(stage.app.app.screen, LiveScreen)
        resumed = stage.screen._hosted
        assert resumed.now()[0] == 25 and resumed.state.current == 0


async def test_a_session_that_another_copy_hosts_is_only_shown(home: Path) -> None:
    """It says who hosts it, and refuses every key with that reason."""
    async with hosted(home) as stage:
        other = Wiring(Home(home), clock=SimulatedClock(AT))
        try:
            from facilitui.opening import Opening

            await stage.app.show(await Opening(other).resumed(stage.hosted.session))
            assert "read only" in stage.text() and "another copy of facilitui" in stage.app.notice
            count = len(log(home))
            for key in ("n", "m", "plus"):
                stage.app.screen.key_line.clear()
                await stage.app.press(key)
                assert "another copy of facilitui" in stage.app.notice, key
            assert len(log(home)) == count
        finally:
            other.close()


async def test_a_damaged_session_goes_on_in_a_copy(home: Path) -> None:
    """What is proved is shown; `a` goes on from there, the damaged one stays as it is."""
    async with hosted(home) as stage:
        await stage.app.press("m", "m", "m", "escape")
        file = max(home.glob("sessions/*/events.jsonl"))
        lines = file.read_bytes().splitlines(keepends=True)
        broken = b"".join([*lines[:-2], lines[-2].replace(b"marked", b"mARKed"), lines[-1]])
        file.write_bytes(broken)
        await stage.app.show(await stage.app.opening.resumed(stage.hosted.session))
        assert stage.app.panel("guide").startswith("line 7 of the log")
        stage.app.screen.key_line.clear()
        assert "go on in a copy" in stage.app.keys_told
        await stage.app.press("a")
        assert "● live" in stage.text() and file.read_bytes() == broken
        copied = stage.screen._hosted
        assert not copied.read_only and len(copied.state.notes) == 1
        await stage.app.press("a", "m")
        assert len(stage.app.sent(m.CopyRequested)) == 1 and len(copied.state.notes) == 2


@pytest.mark.parametrize("size", [(60, 16), (80, 24), (120, 40), (20, 5), (1, 1), (200, 50)])
async def test_every_size_shows_what_matters(home: Path, size: tuple[int, int]) -> None:
    """From 60×16 on: where, how long, who, what is next, when it ends. Below that no crash."""
    async with hosted(home, size) as stage:
        await stage.app.press("n", "n", "w", "m")
        if size >= (60, 16):
            for told in ("PRIVATE", "work/pairs", "left of 2 min", "Next", "now ends"):
                assert told in stage.app.text(), told


def test_the_terminals_title_says_private_and_is_given_back() -> None:
    """Nothing in a plan's title reaches the terminal as a control."""

    class Driver:
        """What was written to the terminal."""

        written = ""

        def write(self, text: str) -> None:
            self.written += text

    class App:
        """Only what the helpers ask."""

        is_headless = False
        _driver = Driver()

    app = App()
    keep_title(app)  # type: ignore[arg-type]
    set_title(app, "PRIVATE · \x1b]2;x\x07\x9c[x]\n")  # type: ignore[arg-type]
    give_title_back(app)  # type: ignore[arg-type]
    written = app._driver.written
    title = written.split("\x1b]2;")[1]
    assert title.startswith("PRIVATE · ") and title.endswith("\x07") and "[x]" in title
    assert title.count("\x07") == 1 and not {"\x1b", "\x9c", "\n"} & set(title[:-1])
    assert written.startswith("\x1b[22;2t") and written.endswith("\x1b[23;2t")
