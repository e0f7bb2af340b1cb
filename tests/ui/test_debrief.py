"""Debrief: the questions beside the facts of the run, and the keys that go through them."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest
from textual.widgets import Input, TextArea

from facilitui.core.debriefs.debrief_questions import of_frame
from facilitui.screens.debrief import DebriefScreen
from facilitui.widgets.line_entry import LineEntry
from facilitui.widgets.panel import Panel
from tests.ui.debriefing import DUE, FRAME, NOTES, debriefing, desk, editors, saved, write
from tests.ui.hosting import TITLE


async def test_questions_stand_beside_the_facts(home: Path) -> None:
    """Learners first, then what the run asks, a frame, one commitment; the marks are hidden."""
    async with debriefing(home) as stage:
        asked = list(editors(stage))
        assert asked[0] == "learned" and asked[-1] == "commitment:0"
        assert stage.app.app.screen.focused is editors(stage)["learned"].query_one(TextArea)
        text = stage.app.panels()
        for told in ("What did participants learn", "From the run", "Blocks", TITLE, "25"):
            assert told in text, told
        assert "they quoted the work" not in text
        await stage.app.press(NOTES)
        assert "they quoted the work" in " ".join(stage.app.panels().split())
        await stage.app.press(NOTES)
        assert "they quoted the work" not in stage.app.panels()


@pytest.mark.parametrize(("size", "margin"), [((60, 16), 2), ((80, 24), 2), ((120, 40), 3)])
async def test_the_facts_keep_the_margin_and_leave_the_bar_air(
    home: Path, size: tuple[int, int], margin: int
) -> None:
    """Where they stand alone they begin under the heading; they end where the keys do."""
    async with debriefing(home, size) as stage:
        await stage.app.press(NOTES)
        facts, screen = stage.app.screen.query_one("#facts"), stage.app.screen
        (panel,) = facts.query(Panel)
        assert panel.content_region.right == size[0] - margin
        assert facts.scrollable_content_region.right - panel.content_region.right == 1
        assert {each.styles.margin.bottom for each in editors(stage).values()} == {1}
        if size[0] < 80:
            heading = screen.query_one("#head", Panel)
            assert panel.content_region.x == heading.content_region.x == margin


async def test_another_frame_keeps_the_answers_of_the_last_one(home: Path) -> None:
    """Below, then in their places when it is chosen again, and in the journal."""
    async with debriefing(home) as stage:
        first = desk(stage).debrief.frame
        question = of_frame(desk(stage).debrief)[0].id
        await write(stage, question, "kept")
        await stage.app.press(FRAME, "down", "enter")
        assert desk(stage).debrief.frame != first
        assert editors(stage)[question].text == "kept" and list(editors(stage))[-1] == question
        other = of_frame(desk(stage).debrief)[0].id
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
    async with debriefing(home, door=True, below=None) as stage:
        assert list(editors(stage)) == ["learned", "door.moment", "door.change"]
        await write(stage, "learned", "at the door")
        await write(stage, "door.moment", "the silence")
        await stage.app.press("ctrl+s", "escape")
        assert "door debrief, not yet full" in stage.app.text()
        stage.app.row_list("rows").mark(f"door {stage.hosted.session}")
        await stage.app.press("enter")
        assert isinstance(stage.app.app.screen, DebriefScreen) and len(editors(stage)) > 4
        assert editors(stage)["learned"].text == "at the door"
        assert "door form saved" in stage.app.panel("head")
        await write(stage, of_frame(desk(stage).debrief)[0].id, "in full")
        assert "not saved yet" in stage.app.panel("head")
        await stage.app.press("ctrl+s", "escape")
        rev, debrief = await saved(stage)
        assert rev == 2 and not debrief.door and debrief.learned == "at the door"
        assert [each.text for each in debrief.answers if each.text] == ["in full", "the silence"]
        assert "door debrief" not in stage.app.rows("rows")


async def test_the_commitments_date_can_be_set(home: Path) -> None:
    """What is no date is told and stays in the line; an empty line takes the date away."""
    async with debriefing(home) as stage:
        assert desk(stage).debrief.commitments[0].due == date(2026, 12, 9)
        await stage.app.press(DUE)
        line = stage.app.app.screen.query_one(LineEntry)
        assert line.query_one(Input).value == "Wed 9 Dec 2026"
        await stage.app.put("2026-13-45")
        await stage.app.press("enter")
        assert stage.app.notice == "! There is no 45 month 13 in 2026"
        assert line.is_open and line.query_one(Input).value == "2026-13-45"
        await stage.app.put("8 jan")
        await stage.app.press("enter")
        assert not line.is_open and desk(stage).debrief.commitments[0].due == date(2027, 1, 8)
        assert stage.app.notice == "By Friday 8 January 2027."
        await stage.app.press(DUE, "escape")
        assert desk(stage).debrief.commitments[0].due == date(2027, 1, 8)
        assert isinstance(stage.app.app.screen, DebriefScreen)
        await stage.app.press(DUE, "backspace", "enter")
        assert desk(stage).debrief.commitments[0].due is None


async def test_a_reason_that_is_asked_for_stays_asked_for(home: Path) -> None:
    """The key for a date asks nothing else over it; what was typed of the reason stands there."""
    async with debriefing(home) as stage:
        await write(stage, "learned", "to listen")
        await stage.app.press("ctrl+s")
        await write(stage, "learned", "to listen longer")
        await stage.app.press("ctrl+s")
        await stage.app.put("Ben asked")
        await stage.app.press(DUE)
        line = stage.app.app.screen.query_one(LineEntry)
        assert line.purpose == "why" and line.text == "Ben asked"
        await stage.app.press("enter")
        assert (await saved(stage))[1].reason == "Ben asked"


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


@pytest.mark.parametrize("size", [(60, 16), (1, 1), (200, 50)])
async def test_every_size_can_be_written_in(home: Path, size: tuple[int, int]) -> None:
    """The question being answered is in view from 60×16 on; below that no crash."""
    async with debriefing(home, size) as stage:
        await stage.app.write("They waited")
        if size >= (60, 16):
            assert "What did participants learn" in stage.app.text()
            assert "They waited" in stage.app.text()
        assert editors(stage)["learned"].text == "They waited"
