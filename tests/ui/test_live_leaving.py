"""Live: how a session ends, is left, and is come back to."""

from __future__ import annotations

from datetime import timedelta
from pathlib import Path

import pytest

from facilitui.core.sessions import moves
from facilitui.messages import going as m
from facilitui.screens.debrief import DebriefScreen
from facilitui.screens.dialogs.confirm import ConfirmDialog
from facilitui.screens.home import HomeScreen
from facilitui.screens.live import LiveScreen
from facilitui.screens.live.debriefing import not_ended
from tests.core.making import Script, agenda, part
from tests.storage.broken_disks import FailingSync, FullDisk
from tests.ui.debriefing import write
from tests.ui.hosting import AT, hosted, kinds, log


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
        await stage.app.press("n", "b", "space", "plus", "w", "m", "S", "u", "c", "p", "o", "e")
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


async def test_the_end_tells_which_debrief_is_written_by_now(home: Path) -> None:
    """At the door, and then in full, each with its time; the keys say what is left to do."""
    async with hosted(home) as stage:
        await stage.app.press("e", "y")
        assert "door debrief, two minutes" in stage.app.keys_told
        stage.clock.at += timedelta(minutes=5)
        for key, told, left in (
            ("f", "door debrief written 15:35", "d full debrief"),
            ("d", "debrief written 15:35", "d open it"),
        ):
            await stage.app.press(key)
            await write(stage, "learned", key)
            await stage.app.press("ctrl+s")
            await stage.app.press("escape")
            assert isinstance(stage.app.app.screen, LiveScreen)
            assert (
                told in stage.text() and left in stage.text() and "debrief now" not in stage.text()
            )
        assert "two minutes" not in stage.app.keys_told and "door" not in stage.text()


async def test_leaving_keeps_the_session_going(home: Path) -> None:
    """Home offers to resume it; the time went on meanwhile."""
    async with hosted(home, below=None) as stage:
        await stage.app.press("escape")
        assert isinstance(stage.app.app.screen, HomeScreen)
        assert "step 1 of 4" in stage.app.text()
        stage.clock.at += timedelta(seconds=25)
        await stage.app.press("r")
        assert isinstance(stage.app.app.screen, LiveScreen)
        resumed = stage.screen.hosted
        assert resumed.now()[0] == 25 and resumed.state.current == 0


async def test_a_disk_that_confirms_nothing_holds_nobody_up(home: Path) -> None:
    """The screen is left all the same; what was written is there when it is come back to."""
    disk = FailingSync(home)
    async with hosted(home, disk=disk, below=None) as stage:
        disk.failing = True
        await stage.app.press("m")
        await stage.app.press("escape")
        assert isinstance(stage.app.app.screen, HomeScreen)
        disk.failing = False
        assert kinds(home)[-1] == "marked"


async def test_a_key_may_outlast_its_screen(home: Path) -> None:
    """What a slow disk took is not drawn on a screen that was left meanwhile."""
    async with hosted(home, below=None) as stage:
        screen = stage.screen
        await stage.app.press("escape")
        screen.refresh_view()
        await screen.ticking.tick()
        assert isinstance(stage.app.app.screen, HomeScreen)


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
        copied = stage.screen.hosted
        assert not copied.read_only and len(copied.state.notes) == 1
        await stage.app.press("a", "m")
        assert len(stage.app.sent(m.CopyRequested)) == 1 and len(copied.state.notes) == 2


async def test_a_session_that_could_not_begin_leaves_no_folder(home: Path) -> None:
    """The disk filled up just then: it is said, and with room again one session begins."""
    disk = FullDisk()
    async with hosted(home, begin=False, disk=disk) as stage:
        disk.room = 3000
        await stage.app.press("n")
        assert "the disk is full" in stage.app.notice and stage.hosted.ready is not None
        assert list(home.glob("sessions/*")) == []
        disk.room = 1 << 40
        await stage.app.press("n")
        assert stage.state.running and len(list(home.glob("sessions/*"))) == 1


def test_the_key_that_leads_to_the_debrief_is_the_one_that_the_screen_names() -> None:
    """Once nothing is ahead that is `n`, which a first time only goes on to the end."""
    script = Script(agenda(part("a", 5), part("b", 5))).press(moves.forward)
    told = [not_ended(script.state)]
    for _ in range(2):
        told.append(not_ended(script.press(moves.forward).state))
    assert [each.removeprefix("The debrief comes after the end; ") for each in told] == [
        "e ends the session.",
        "n goes on to the end.",
        "n ends the session.",
    ]
