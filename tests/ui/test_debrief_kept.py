"""Debrief: what is written is kept at once, saved as a revision, and never lost."""

from __future__ import annotations

from pathlib import Path

import pytest
from textual.widgets import TextArea

from facilitui.screens.dialogs.choose import ChooseDialog
from facilitui.screens.home import HomeScreen
from tests.storage.broken_disks import FullDisk
from tests.ui.debriefing import debriefing, draft, editors, reopen, saved, write
from tests.ui.driving import HOSTILE
from tests.ui.hosting import TITLE


async def test_what_is_written_is_kept_as_a_draft(home: Path) -> None:
    """A moment after it was typed, and there again after a kill."""
    async with debriefing(home) as stage:
        await stage.app.write("They wait 5.")
        editors(stage)["learned"].hand_over()
        await stage.app.settle()
        assert draft(home)["learned"] == "They wait 5."
        assert "not saved yet" in stage.app.panel("head")
        await reopen(stage)
        assert editors(stage)["learned"].text == "They wait 5."


async def test_another_frame_is_kept_at_once(home: Path) -> None:
    """As what was typed a moment before is: a kill loses neither."""
    async with debriefing(home) as stage:
        await stage.app.pilot.press("o", "h")
        await stage.app.press("f4")
        assert isinstance(stage.app.app.screen, ChooseDialog)
        frames = stage.app.row_list("choices")
        other = next(key for key in frames.keys if key != frames.marked)
        frames.mark(other)
        await stage.app.press("enter")
        assert (draft(home)["frame"], draft(home)["learned"]) == (other, "oh")


async def test_a_draft_of_another_version_is_put_aside_and_told(home: Path) -> None:
    """It would be written over by the first letter that is typed."""
    async with debriefing(home) as stage:
        await write(stage, "learned", "They wait.")
        await stage.app.press("escape")
        (left,) = home.glob("drafts/debrief-*.json")
        left.write_text('{"learned": ["[x]"]}', "ascii")
        await reopen(stage)
        assert stage.app.notice.startswith("! What was typed last cannot be read")
        assert not editors(stage)["learned"].text
    (aside,) = home.glob("drafts/debrief-*.unread.json")
    assert aside.read_text("ascii") == '{"learned": ["[x]"]}'


@pytest.mark.parametrize("leave", ["escape", "ctrl+q"])
async def test_leaving_keeps_what_was_typed_last(home: Path, leave: str) -> None:
    """However lately."""
    async with debriefing(home, below=None) as stage:
        await stage.app.pilot.press("o", "h", leave)
        if leave == "escape":
            await stage.app.settle()
            assert isinstance(stage.app.app.screen, HomeScreen)
    assert draft(home)["learned"] == "oh"


async def test_saving_makes_an_entry_and_then_a_revision(home: Path) -> None:
    """The draft is gone, the heading says when; nothing written saves nothing."""
    async with debriefing(home, below=None) as stage:
        await stage.app.press("ctrl+s")
        assert stage.app.notice == "Nothing is written yet."
        for number, text in enumerate(("They waited.", "They waited long."), 1):
            await write(stage, "learned", text)
            await stage.app.press("f2", *(["enter"] if number > 1 else []))
            assert stage.app.notice == "Saved to the journal."
            assert "saved 15:55" in stage.app.panel("head")
            rev, debrief = await saved(stage)
            assert (rev, debrief.learned) == (number, text)
        assert not list(home.glob("drafts/debrief-*"))
        shown = await stage.app.wiring.reviewing.searching.find("waited long")
        assert [row.title for row in shown.rows] == [TITLE]
        await stage.app.press("escape")
        assert "no debrief yet" not in stage.app.text()


async def test_saving_takes_what_was_typed_last(home: Path) -> None:
    """Without waiting for a moment of quiet."""
    async with debriefing(home) as stage:
        await stage.app.pilot.press("o", "h", "ctrl+s")
        await stage.app.settle()
        assert (await saved(stage))[1].learned == "oh"


@pytest.mark.parametrize("text", ["x " * 10_000, HOSTILE, "a\n\n\tb\r\nc", "\ud800 half"], ids=len)
async def test_every_text_comes_back_as_it_was_written(home: Path, text: str) -> None:
    """From the draft and from the journal, in every place, whatever it holds and however long."""
    async with debriefing(home) as stage:
        for question in ("learned", "commitment:0"):
            editors(stage)[question].query_one(TextArea).text = text
            editors(stage)[question].hand_over()
        await stage.app.settle()
        shown = editors(stage)["learned"].text
        assert shown.replace("\r\n", "\n") == text.replace("\r\n", "\n")
        assert draft(home)["learned"] == shown
        await stage.app.press("ctrl+s")
        assert (await saved(stage))[1].commitments[0].text == shown
        await reopen(stage)
        assert editors(stage)["learned"].text == shown and stage.app.app.is_running


async def test_a_full_disk_is_told_and_everything_stays(home: Path) -> None:
    """Saving works once there is room; leaving and quitting do not crash."""
    disk = FullDisk()
    async with debriefing(home, disk=disk) as stage:
        disk.room = 0
        await write(stage, "learned", "typed")
        assert "disk is full" in stage.app.notice
        await stage.app.press("ctrl+s")
        assert "disk is full" in stage.app.notice and "not saved yet" in stage.app.panel("head")
        assert editors(stage)["learned"].text == "typed"
        disk.room = 1 << 30
        await stage.app.press("ctrl+s")
        assert (await saved(stage))[1].learned == "typed"
        disk.room = 0
        await write(stage, "learned", "lost")
        await stage.app.pilot.press("ctrl+q")
    assert stage.app.app.crash is None
