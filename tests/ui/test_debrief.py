"""Debrief: what is written is kept at once, saved as a revision, and found again."""

from __future__ import annotations

import json
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from datetime import date, timedelta
from pathlib import Path

import pytest
from textual.widgets import Input, TextArea

from facilitui.commands.debrief import DEBRIEF
from facilitui.core import moves
from facilitui.core.debrief import Debrief
from facilitui.core.journal import debrief_of
from facilitui.screens.debrief import DebriefScreen
from facilitui.screens.home import HomeScreen
from facilitui.services.reflecting import DebriefDesk
from facilitui.storage.disk import Disk
from facilitui.widgets.line_entry import LineEntry
from facilitui.widgets.question_editor import QuestionEditor
from tests.storage.broken_disks import FullDisk
from tests.ui.driving import HOSTILE
from tests.ui.hosting import TITLE, Stage, hosted

KEYS = {command.id: command.keys.split(",")[0] for command in DEBRIEF}
NOTES, FRAME, DUE = (KEYS[f"debrief.{name}"] for name in ("notes", "frame", "due"))


@asynccontextmanager
async def debriefing(
    home: Path,
    size: tuple[int, int] = (120, 40),
    *,
    door: bool = False,
    disk: Disk | None = None,
) -> AsyncIterator[Stage]:
    """A session that ended, and its debrief."""
    async with hosted(home, size, disk=disk) as stage:
        await stage.hosted.do(moves.capture("they quoted the work"))
        stage.clock.at += timedelta(minutes=25)
        await stage.hosted.do(moves.end)
        await stage.app.press("escape")
        await reopen(stage, door=door)
        yield stage


async def reopen(stage: Stage, *, door: bool = False) -> None:
    """The debrief as it is opened from Home."""
    await stage.app.show(await stage.app.opening.debrief(stage.hosted.session, door=door))


def desk(stage: Stage) -> DebriefDesk:
    """The debrief that is open."""
    screens = [each for each in stage.app.app.screen_stack if isinstance(each, DebriefScreen)]
    return screens[-1]._desk


def editors(stage: Stage) -> dict[str, QuestionEditor]:
    """The questions by their ids, in order."""
    found = stage.app.app.screen.query(QuestionEditor).results(QuestionEditor)
    return {each.question: each for each in found}


async def write(stage: Stage, question: str, text: str) -> None:
    """Write an answer and let a moment pass."""
    editor = editors(stage)[question]
    editor.query_one(TextArea).text = text
    editor.hand_over()
    await stage.app.settle()


def draft(home: Path) -> dict[str, object]:
    """The draft that is kept."""
    (file,) = home.glob("drafts/debrief-*.json")
    kept: dict[str, object] = json.loads(file.read_text("ascii"))
    return kept


async def saved(stage: Stage) -> tuple[int, Debrief]:
    """The newest revision in the journal."""
    document, found = await stage.app.wiring.reviewing.read(f"debrief-{stage.hosted.session}")
    assert debrief_of(document) == found
    return int(document["rev"]), found


async def test_questions_stand_beside_the_facts(home: Path) -> None:
    """Learners first, then what the run asks, a frame, one commitment; the marks are hidden."""
    async with debriefing(home) as stage:
        asked = list(editors(stage))
        assert asked[0] == "learned" and asked[-1] == "commitment"
        assert stage.app.app.screen.focused is editors(stage)["learned"].query_one(TextArea)
        text = stage.app.panels()
        for told in ("What did participants learn", "From the run", "The run", TITLE, "25"):
            assert told in text, told
        assert "they quoted the work" not in text
        await stage.app.press(NOTES)
        assert "they quoted the work" in " ".join(stage.app.panels().split())
        await stage.app.press(NOTES)
        assert "they quoted the work" not in stage.app.panels()


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


@pytest.mark.parametrize("leave", ["escape", "ctrl+q"])
async def test_leaving_keeps_what_was_typed_last(home: Path, leave: str) -> None:
    """However lately."""
    async with debriefing(home) as stage:
        await stage.app.pilot.press("o", "h", leave)
        if leave == "escape":
            await stage.app.settle()
            assert isinstance(stage.app.app.screen, HomeScreen)
    assert draft(home)["learned"] == "oh"


async def test_saving_makes_an_entry_and_then_a_revision(home: Path) -> None:
    """The draft is gone, the heading says when; nothing written saves nothing."""
    async with debriefing(home) as stage:
        await stage.app.press("ctrl+s")
        assert stage.app.notice == "Nothing is written yet."
        for number, text in enumerate(("They waited.", "They waited long."), 1):
            await write(stage, "learned", text)
            await stage.app.press("f2")
            assert stage.app.notice == "Saved to the journal."
            assert "saved 15:55" in stage.app.panel("head")
            rev, debrief = await saved(stage)
            assert (rev, debrief.learned) == (number, text)
        assert not list(home.glob("drafts/debrief-*"))
        shown = await stage.app.wiring.reviewing.find("waited long")
        assert [row.title for row in shown.rows] == [TITLE]
        await stage.app.press("escape")
        assert "no debrief yet" not in stage.app.text()


async def test_saving_takes_what_was_typed_last(home: Path) -> None:
    """Without waiting for a moment of quiet."""
    async with debriefing(home) as stage:
        await stage.app.pilot.press("o", "h", "ctrl+s")
        await stage.app.settle()
        assert (await saved(stage))[1].learned == "oh"


async def test_another_frame_keeps_the_answers_of_the_last_one(home: Path) -> None:
    """Below, then in their places when it is chosen again, and in the journal."""
    async with debriefing(home) as stage:
        first = desk(stage).debrief.frame
        question = desk(stage).asked()[0].id
        await write(stage, question, "kept")
        await stage.app.press(FRAME, "down", "enter")
        assert desk(stage).debrief.frame != first
        assert editors(stage)[question].text == "kept" and list(editors(stage))[-1] == question
        other = desk(stage).asked()[0].id
        await write(stage, other, "other")
        await stage.app.press(FRAME)
        stage.app.row_list("choices").mark(first)
        await stage.app.press("enter")
        assert editors(stage)[question].text == "kept"
        await stage.app.press(FRAME, "escape", "ctrl+s")
        answers = {each.id: each.text for each in (await saved(stage))[1].answers if each.text}
        assert answers == {question: "kept", other: "other"}


async def test_a_door_debrief_is_short_and_completed_later(home: Path) -> None:
    """Three questions; Home offers to complete it, and that is revision 2 of the same entry."""
    async with debriefing(home, door=True) as stage:
        assert list(editors(stage)) == ["learned", "door.moment", "door.change"]
        await write(stage, "learned", "at the door")
        await write(stage, "door.moment", "the silence")
        await stage.app.press("ctrl+s", "escape")
        assert "door debrief, not yet full" in stage.app.text()
        stage.app.row_list("rows").mark(f"door {stage.hosted.session}")
        await stage.app.press("enter")
        assert isinstance(stage.app.app.screen, DebriefScreen) and len(editors(stage)) > 4
        assert editors(stage)["learned"].text == "at the door"
        await write(stage, desk(stage).asked()[0].id, "in full")
        await stage.app.press("ctrl+s", "escape")
        rev, debrief = await saved(stage)
        assert rev == 2 and not debrief.door and debrief.learned == "at the door"
        assert [each.text for each in debrief.answers if each.text] == ["in full", "the silence"]
        assert "door debrief" not in stage.app.rows("rows")


async def test_the_commitments_date_can_be_set(home: Path) -> None:
    """What is no date is told and stays in the line; escape leaves the date as it was."""
    async with debriefing(home) as stage:
        assert desk(stage).debrief.commitment.due == date(2026, 12, 9)
        await stage.app.press(DUE)
        line = stage.app.app.screen.query_one(LineEntry)
        assert line.query_one(Input).value == "2026-12-09"
        await stage.app.put("2026-13-45")
        await stage.app.press("enter")
        assert "2026-12-09" in stage.app.notice
        assert line.is_open and line.query_one(Input).value == "2026-13-45"
        await stage.app.put("2027-01-08")
        await stage.app.press("enter")
        assert not line.is_open and desk(stage).debrief.commitment.due == date(2027, 1, 8)
        await stage.app.press(DUE, "escape")
        assert desk(stage).debrief.commitment.due == date(2027, 1, 8)
        assert isinstance(stage.app.app.screen, DebriefScreen)


async def test_after_a_date_the_keys_are_where_they_were(home: Path) -> None:
    """What is typed next goes into the answer that was being written."""
    async with debriefing(home) as stage:
        await stage.app.press("tab")
        writing = stage.app.app.screen.focused
        await stage.app.press(DUE, "enter")
        assert stage.app.app.screen.focused is writing
        await stage.app.press(DUE, "escape")
        assert stage.app.app.screen.focused is writing


async def test_tab_goes_from_question_to_question(home: Path) -> None:
    """Round and back, and never into anything else."""
    async with debriefing(home) as stage:
        areas = [each.query_one(TextArea) for each in editors(stage).values()]
        for wanted in [*areas[1:], areas[0]]:
            await stage.app.pilot.press("tab")
            assert stage.app.app.screen.focused is wanted
        await stage.app.press("shift+tab")
        assert stage.app.app.screen.focused is areas[-1]


@pytest.mark.parametrize("text", ["x " * 10_000, HOSTILE, "a\n\n\tb\r\nc", "\ud800 half"], ids=len)
async def test_every_text_comes_back_as_it_was_written(home: Path, text: str) -> None:
    """From the draft and from the journal, in every place, whatever it holds and however long."""
    async with debriefing(home) as stage:
        for question in ("learned", "commitment"):
            editors(stage)[question].query_one(TextArea).text = text
            editors(stage)[question].hand_over()
        await stage.app.settle()
        shown = editors(stage)["learned"].text
        assert shown.replace("\r\n", "\n") == text.replace("\r\n", "\n")
        assert draft(home)["learned"] == shown
        await stage.app.press("ctrl+s")
        assert (await saved(stage))[1].commitment.text == shown
        await reopen(stage)
        assert editors(stage)["learned"].text == shown and stage.app.app.is_running


async def test_a_full_disk_is_told_and_everything_stays(home: Path) -> None:
    """Saving works once there is room; leaving and quitting do not crash."""
    disk = FullDisk()
    async with debriefing(home, disk=disk) as stage:
        disk.room = 0
        await write(stage, "learned", "typed")
        assert "no space left" in stage.app.notice
        await stage.app.press("ctrl+s")
        assert "no space left" in stage.app.notice and "not saved yet" in stage.app.panel("head")
        assert editors(stage)["learned"].text == "typed"
        disk.room = 1 << 30
        await stage.app.press("ctrl+s")
        assert (await saved(stage))[1].learned == "typed"
        disk.room = 0
        await write(stage, "learned", "lost")
        await stage.app.pilot.press("ctrl+q")
    assert stage.app.app.crash is None


@pytest.mark.parametrize("size", [(60, 16), (80, 24), (20, 5), (1, 1), (200, 50)])
async def test_every_size_can_be_written_in(home: Path, size: tuple[int, int]) -> None:
    """The question being answered is in view from 60×16 on; below that no crash."""
    async with debriefing(home, size) as stage:
        await stage.app.write("They waited")
        if size >= (60, 16):
            assert "What did participants learn" in stage.app.text()
            assert "They waited" in stage.app.text()
        assert editors(stage)["learned"].text == "They waited"
