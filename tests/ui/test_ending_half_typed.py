"""Ending with a line that is half typed: it is kept or left out by choice, and never forgotten."""

from __future__ import annotations

from pathlib import Path

import pytest

from facilitui.commands.half_typed import ASKED_BY, half_told
from facilitui.core.sessions import moves
from facilitui.screens.dialogs.confirm import ConfirmDialog
from facilitui.screens.dialogs.numbered import NumberedDialog
from facilitui.screens.live.lines import PURPOSES, kept_as
from tests.core.making import Script
from tests.storage.broken_disks import FullDisk
from tests.ui.debriefing import NOTES, reopen
from tests.ui.driving import HOSTILE, SMALLEST
from tests.ui.hosting import BLOCKS, Stage, hosted, kinds, log
from tests.ui.test_live_lines import drafts, entry, typed


async def half_typed(stage: Stage, *lines: tuple[str, str]) -> None:
    """Lines that were begun by their keys, and left."""
    for key, text in lines:
        await stage.app.press(key)
        await stage.app.put(text)
        await stage.app.press("escape")


@pytest.mark.parametrize("size", SMALLEST)
async def test_the_end_asks_about_a_half_typed_line_and_keeps_it(
    home: Path, size: tuple[int, int]
) -> None:
    """What it is and how long is told, and it is recorded just before the end."""
    async with hosted(home, size) as stage:
        await half_typed(stage, ("c", HOSTILE))
        await stage.app.press("e")
        assert isinstance(stage.app.app.screen, NumberedDialog)
        told = " ".join(stage.app.text().split())
        assert "A line is half typed." in told and f"{len(HOSTILE.split())} words" in told
        assert "[/b]" not in told
        await stage.app.press("1")
        assert kinds(home)[-2:] == ["captured", "session_ended"] and drafts(home) == {}
        assert log(home)[-2]["body"]["text"] == HOSTILE


async def test_it_can_be_left_out_and_gone_on_with(home: Path) -> None:
    """Going on keeps it half typed; left out it is nowhere any more, neither now nor later."""
    async with hosted(home) as stage:
        await half_typed(stage, ("p", "why?"))
        for keys in (("3",), ("escape",)):
            await stage.app.press("e")
            await stage.app.press(*keys)
            assert stage.state.running and drafts(home) == {"park": "why?"}
        await stage.app.press("e")
        await stage.app.press("2")
        assert stage.state.ended_at is not None and "parked" not in kinds(home)
        await stage.app.press("escape")
        assert drafts(home) == {}


async def test_a_line_in_the_middle_of_its_typing_is_asked_about(home: Path) -> None:
    """A slide clicker came to the end meanwhile: the line is taken up as it stands."""
    async with hosted(home) as stage:
        await half_typed(stage, ("p", "later"))
        await stage.app.press("c")
        await stage.app.write("the last")
        for _ in range(8):
            await stage.app.press("pagedown")
        assert isinstance(stage.app.app.screen, NumberedDialog)
        assert "2 lines are half typed" in " ".join(stage.app.text().split())
        await stage.app.press("3")
        assert entry(stage).is_open and typed(stage) == "the last"
        await stage.app.press("pagedown")
        await stage.app.press("1")
        assert sorted(kinds(home)[-3:-1]) == ["captured", "parked"] and drafts(home) == {}
        assert not entry(stage).is_open and "debrief now" in stage.app.keys_told


async def test_a_line_that_the_disk_refuses_ends_nothing(home: Path) -> None:
    """It is said, the session goes on, and the line is still there."""
    disk = FullDisk()
    async with hosted(home, disk=disk) as stage:
        await half_typed(stage, ("c", "half"))
        disk.room = 0
        await stage.app.press("e")
        await stage.app.press("1")
        assert stage.state.running and "the disk is full" in stage.app.notice
        disk.room = 1 << 40
        await stage.app.press("c")
        assert typed(stage) == "half"


async def test_nothing_half_typed_is_asked_about_as_before(home: Path) -> None:
    """Nor is a line that was emptied."""
    async with hosted(home) as stage:
        await half_typed(stage, ("c", "  "))
        await stage.app.press("e")
        assert isinstance(stage.app.app.screen, ConfirmDialog)


def test_what_can_be_taken_as_nothing_else_is_a_capture() -> None:
    """A number of people that cannot be, and who leads where no block runs."""
    begun = Script(BLOCKS).press(moves.forward).state
    assert kept_as("attendance", "8", begun) == "attendance"
    assert kept_as("attendance", "9999", begun) == "capture"
    assert kept_as("lead", "Ana", begun) == "lead"
    over = Script(BLOCKS)
    for _ in range(8):
        over.press(moves.forward)
    assert kept_as("lead", "Ana", over.state) == "capture"


@pytest.mark.parametrize("text", ["half a thought", HOSTILE])
async def test_the_debrief_shows_what_was_half_typed_when_it_ended(home: Path, text: str) -> None:
    """Where the program was killed in between: told by its kind, shown whole with the marks."""
    async with hosted(home) as stage:
        await half_typed(stage, ("c", text))
        await stage.hosted.do(moves.end)
        await stage.app.press("escape")
        await reopen(stage)
        assert "Half typed when it ended: capture" in stage.app.notice
        shown = " ".join(stage.app.panels().split())
        assert "Half typed 1" in shown and text not in stage.app.panels()
        await stage.app.press(NOTES)
        assert f"half typed, capture: {text}"[:30] in " ".join(stage.app.panels().split())
        assert drafts(home) == {"capture": text}


async def test_the_debrief_tells_of_half_typed_lines_until_one_is_saved(home: Path) -> None:
    """Each time it is opened, and as no problem; afterwards they wait with the marks alone."""
    async with hosted(home) as stage:
        await half_typed(stage, ("c", "hm"), ("l", "8"))
        await stage.hosted.keep_line("take_back", "what nobody asks for")
        await stage.hosted.do(moves.end)
        await stage.app.press("escape")
        for _ in range(2):
            await reopen(stage)
            assert stage.app.notice == "Half typed when it ended: capture, here; f9 shows them."
            await stage.app.press("escape")
        await reopen(stage)
        await stage.app.put("they quote")
        await stage.app.press("ctrl+s")
        await stage.app.press("escape")
        await reopen(stage)
        assert stage.app.notice == ""
        await stage.app.press(NOTES)
        assert "half typed, capture: hm" in " ".join(stage.app.panels().split())


async def test_the_debrief_shows_what_the_disk_refused(home: Path) -> None:
    """It is only remembered, and the program that remembers it still runs."""
    disk = FullDisk()
    async with hosted(home, disk=disk) as stage:
        room, disk.room = disk.room, 0
        await half_typed(stage, ("c", "refused"))
        disk.room = room
        await stage.hosted.do(moves.end)
        room, disk.room = disk.room, 0
        await stage.app.press("escape")
        await reopen(stage)
        assert "Half typed when it ended: capture" in stage.app.notice
        assert drafts(home) == {}
        disk.room = room


def test_every_line_that_is_typed_is_told_by_its_key() -> None:
    """And nothing else is, whatever somebody wrote into a draft by hand."""
    assert list(ASKED_BY) == list(PURPOSES)
    told = "Half typed: capture (c), park (p), lead (L), norm (o), here (l)"
    assert half_told([HOSTILE, *PURPOSES, "take_back"]) == told
    assert half_told(["park"], ended=True) == "Half typed when it ended: park; f9 shows it."
    assert half_told([HOSTILE], ended=True) == half_told(["end"]) == half_told([]) == ""
