"""Debrief: what can be sorted, pulled into an answer and looked at again, by the keyboard alone."""

from __future__ import annotations

from datetime import timedelta
from pathlib import Path

import pytest
from textual.widgets import TextArea

from facilitui.core.debriefs.debrief_words import CaptureSort, Verdict
from facilitui.core.debriefs.sorting import Heap
from facilitui.core.sessions import moves
from facilitui.messages.going import ReplayRequested
from facilitui.screens.debrief import DebriefScreen
from facilitui.screens.dialogs.heaps import HeapsDialog
from facilitui.screens.dialogs.sort import SortDialog
from facilitui.screens.replay import ReplayScreen
from tests.ui.debriefing import KEYS, desk, draft, editors, reopen, sort
from tests.ui.driving import HOSTILE, SMALLEST
from tests.ui.hosting import Stage, hosted

PULL, MOMENT, SORT = (KEYS[f"debrief.{name}"] for name in ("pull", "moment", "sort"))


async def run(stage: Stage) -> None:
    """Captures, a mark two minutes in, a wait, the end; then its debrief."""
    for text in (HOSTILE, "they quoted the work"):
        await stage.hosted.do(moves.capture(text))
    await stage.move(120)
    await stage.hosted.do(moves.mark)
    await stage.hosted.do(moves.open_or_close_wait)
    stage.clock.at += timedelta(seconds=9)
    await stage.hosted.do(moves.open_or_close_wait)
    await stage.move(900)
    await stage.app.press("e", "y")
    await stage.app.press("escape")
    await reopen(stage)


async def test_captures_and_goals_are_sorted_from_one_list(home: Path) -> None:
    """A capture can be a quote and show goals; each answer is kept at once, the facts follow."""
    async with hosted(home) as stage:
        await run(stage)
        await sort(stage, Heap.CAPTURES)
        assert "1 quote" in stage.app.panel("note") and "5 shows G1: know" in stage.app.panel(
            "note"
        )
        await stage.app.press("enter", "up", "1", "5")
        assert "stays private until it is released" in stage.app.panel("note")
        assert "quote, shows G1" in stage.app.rows("choices")
        await stage.app.press("space", "6", "5", "down", "6", "2", "2")
        (first, second) = desk(stage).debrief.captures
        assert (first.sorts, first.goals) == ((CaptureSort.OBSERVATION,), ("G2",))
        assert (second.sorts, second.goals) == ((), ("G2",))
        assert draft(home)["captures"] and desk(stage).debrief.quotes == ()
        await stage.app.press("escape")
        assert "What each capture is 2 of 2" in " ".join(stage.app.rows("choices").split())
        stage.app.row_list("choices").mark(Heap.GOALS)
        await stage.app.press("enter")
        rows = " ".join(stage.app.rows("choices").split())
        assert "shown by: “" in rows and "“they quoted the work”" in rows
        await stage.app.press("2")
        assert isinstance(stage.app.app.screen, SortDialog)
        await stage.app.press("escape")
        heaps = stage.app.app.screen
        assert isinstance(heaps, HeapsDialog)
        await stage.app.press("escape")
        heaps.show_again()  # as when it was left before the record was read again
        (judged,) = desk(stage).debrief.judgements
        assert (judged.goal, judged.verdict) == ("G1", Verdict.PARTLY)
        assert "Partly" in editors(stage)["goal:G1"].ask
        assert "\nShown by: “" in editors(stage)["goal:G2"].ask
        facts = " ".join(stage.app.panels().split())
        assert "Exit ticket for G1: nothing sorted yet" in facts and "2 captures" in facts
        assert "Capture: evidence 2 Capture: observation 1" in facts and "Goal: partly 1" in facts


async def test_a_capture_is_pulled_in_where_the_cursor_is(home: Path) -> None:
    """With its time, to be undone as what is typed is; escape changes nothing."""
    async with hosted(home, (60, 16)) as stage:
        await run(stage)
        area = editors(stage)["learned"].query_one(TextArea)
        area.text = "They said and left"
        area.cursor_location = (0, 9)
        await stage.app.press(PULL)
        assert "reports leave it out until it is released" in " ".join(stage.app.text().split())
        await stage.app.press("escape")
        assert area.text == "They said and left"
        await stage.app.press(PULL, "down", "enter")
        pulled = "They said “they quoted the work” (15:30) and left"
        assert area.text == pulled and area.has_focus
        assert "stands in the debrief now" in stage.app.notice
        await stage.app.press("X")
        assert area.text == pulled.replace(") and", ")X and")
        await stage.app.press("ctrl+z", "ctrl+z")
        assert area.text == "They said and left"
        await stage.app.press(PULL, "enter")
        assert HOSTILE.strip() in area.text
        assert editors(stage)["learned"].text == area.text


@pytest.mark.parametrize("size", SMALLEST)
async def test_a_question_leads_to_its_moment_and_escape_comes_back(
    home: Path, size: tuple[int, int]
) -> None:
    """To where one was, with what was typed; so does a capture in its list."""
    async with hosted(home, size) as stage:
        await run(stage)
        debrief = stage.app.app.screen
        await stage.app.press(MOMENT)
        assert "no one moment" in stage.app.notice
        mark = next(name for name in editors(stage) if name.startswith("mark:"))
        area = editors(stage)[mark].query_one(TextArea)
        debrief.set_focus(area)
        await stage.app.press("o", "h", MOMENT)
        replay = stage.app.app.screen
        assert isinstance(replay, ReplayScreen) and replay._position.elapsed == 120
        assert "Moment marked" in stage.app.text()
        await stage.app.press("escape")
        assert stage.app.app.screen is debrief and isinstance(debrief, DebriefScreen)
        assert area.has_focus and area.text == "oh"
        await sort(stage, Heap.WAITS)
        await stage.app.press(MOMENT)
        asked = [each.at for each in stage.app.seen if isinstance(each, ReplayRequested)]
        assert set(asked) == {120.0}


async def test_the_keys_of_a_list_stay_in_view_with_all_its_answers(home: Path) -> None:
    """In the lowest window, with what an answer means."""
    async with hosted(home, (60, 16)) as stage:
        await run(stage)
        await sort(stage, Heap.CAPTURES)
        await stage.app.press("1")
        await stage.app.press("up")
        told = stage.app.text()
        for words in ("quote", "6 shows G2", "stays private", "space change", "1 of 2"):
            assert words in told, words
