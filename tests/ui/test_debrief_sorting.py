"""Debrief: waits and norms sorted by one key each, and captures released one by one."""

from __future__ import annotations

import re
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from datetime import timedelta
from pathlib import Path

import pytest

from facilitui.core import bodies as b
from facilitui.core.debriefs.sorting import Heap
from facilitui.core.library.norms import Norm, NormAnswer, NormFate, NormMoment
from facilitui.core.sessions import moves
from facilitui.core.sessions.people_moves import check_norm, hear
from facilitui.core.vocabulary import WaitEnding
from facilitui.screens.debrief import DebriefScreen
from facilitui.screens.dialogs.quotes import QuotesDialog
from facilitui.screens.dialogs.sort import SortDialog
from facilitui.screens.live import LiveScreen
from tests.ui.debriefing import KEYS, desk, draft, reopen, saved, sort, sorted_enough, write
from tests.ui.driving import HOSTILE, SMALLEST
from tests.ui.hosting import Stage, hosted, kinds


async def run(stage: Stage) -> None:
    """Two waits, a norm called on, two captures, some voices, the end."""
    for text in ("they quoted the work", HOSTILE):
        await stage.hosted.do(moves.capture(text))
    for seconds in (3, 12):
        await stage.hosted.do(moves.open_or_close_wait)
        stage.clock.at += timedelta(seconds=seconds)
        await stage.hosted.do(moves.open_or_close_wait)
    await stage.hosted.do(moves.invoke_norm("wait"))
    for seat in (1, 2, 1):
        await stage.hosted.do(hear(seat))
    await stage.move(1200)
    await stage.app.press("e", "y")


@asynccontextmanager
async def debriefing(home: Path, size: tuple[int, int] = (120, 40)) -> AsyncIterator[Stage]:
    """A session that ended, and its debrief."""
    async with hosted(home, size) as stage:
        await run(stage)
        await stage.app.press("escape")
        await reopen(stage)
        yield stage


async def test_waits_are_sorted_by_one_key_each(home: Path) -> None:
    """Each goes into the draft at once and on to the next; the facts count them; 0 opens again."""
    async with debriefing(home) as stage:
        await sort(stage, Heap.WAITS)
        assert isinstance(stage.app.app.screen, SortDialog)
        assert "15:30  3 of 5 s" in stage.app.rows("choices")
        await stage.app.press("1")
        await stage.app.press("3")
        endings = [each.ending for each in desk(stage).debrief.waits]
        assert endings == [WaitEnding.ANSWERED_AT_ONCE, WaitEnding.WAITED_PAST_TARGET]
        kept = draft(home)["waits"]
        assert isinstance(kept, list) and [each["ending"] for each in kept] == endings
        await stage.app.press("up", "0")
        await sorted_enough(stage)
        assert [each.ending for each in desk(stage).debrief.waits] == endings[1:]
        facts = " ".join(stage.app.panels().split())
        assert "Sorted Wait: waited past target 1" in facts
        assert "Voices 2 of 9, 3 times" in facts


async def test_norms_are_sorted_and_all_of_it_is_in_the_entry(home: Path) -> None:
    """With their texts, so that the entry stands by itself; opened again it is there."""
    async with debriefing(home) as stage:
        await sort(stage, Heap.NORMS)
        first, second = stage.app.rows("choices").splitlines()[:2]
        assert "Wait for others" in first + second and "called on 1×" in first + second
        await stage.app.press("4")
        await sorted_enough(stage)
        await sort(stage, Heap.WAITS)
        await stage.app.press("2")
        await sorted_enough(stage)
        await write(stage, "learned", "to wait")
        await stage.app.press("ctrl+s")
        _, debrief = await saved(stage)
        assert [(each.text, each.fate) for each in debrief.norms] == [
            ("Wait for others", NormFate.REPAIRED)
        ]
        facts = {each.name: each.value for each in debrief.facts}
        assert facts["Wait: waited to target"] == facts["Norm: repaired"] == "1"
        await reopen(stage)
        await sort(stage, Heap.NORMS)
        assert "repaired" in stage.app.rows("choices")


async def test_space_answers_and_enter_only_goes_on(home: Path) -> None:
    """Enter leaves a row as it is, space takes the next answer and stays; nothing closes by it."""
    async with debriefing(home) as stage:
        await sort(stage, Heap.WAITS)
        await stage.app.press("enter", "enter", "up")
        assert desk(stage).debrief.waits == ()
        await stage.app.press("space", "enter", "space", "space")
        first, second = (each.ending for each in desk(stage).debrief.waits)
        assert [first, second] == list(WaitEnding)[:2]
        assert isinstance(stage.app.app.screen, SortDialog)
        await stage.app.press("space", "space", "space", "space", "space")
        assert desk(stage).debrief.waits[1].ending is first
        await stage.app.press("0")
        assert len(desk(stage).debrief.waits) == 1


@pytest.mark.parametrize("size", SMALLEST)
async def test_what_the_run_knows_of_a_norm_is_seen_whole(
    home: Path, size: tuple[int, int]
) -> None:
    """What was answered while it ran, too, whatever the norm's own length."""
    text = "Notice who has not spoken, and leave them room to begin before anybody goes on"
    norms = (Norm(id="wait", text=text),)
    async with hosted(home, size) as stage:
        await stage.hosted.do(lambda state: (b.NormsAgreed(norms=norms, watch="wait"),))
        await stage.hosted.do(check_norm(NormMoment.MIDWAY, NormAnswer.KEPT))
        await stage.hosted.do(moves.end)
        await stage.app.press("escape")
        await reopen(stage)
        await sort(stage, Heap.NORMS)
        told = " ".join(stage.app.rows("choices").split())
        assert "watched, kept" in told and "goes on" in told and "…" not in told


@pytest.mark.parametrize("size", SMALLEST)
async def test_all_lists_to_decide_have_the_same_keys(home: Path, size: tuple[int, int]) -> None:
    """Whoever knows one knows them all."""
    async with hosted(home, size) as stage:
        await stage.move(10)
        await stage.move(300, watched=False)
        await run(stage)
        await stage.app.press("escape")
        await reopen(stage)
        feet = set()
        for heap in (Heap.WAITS, Heap.NORMS, Heap.CAPTURES, Heap.QUOTES, Heap.GAPS):
            await sort(stage, heap)
            assert "1 " in stage.app.panel("note") and "2 " in stage.app.panel("note")
            feet.add(stage.app.panel("foot").strip())
            await sorted_enough(stage)
        assert len(feet) == 1 and feet.pop().startswith("space change   enter go on")


async def test_a_capture_is_released_only_when_consent_was_asked_for(home: Path) -> None:
    """Escape keeps it private; released it is in the next entry, taken back in none after it."""
    async with debriefing(home) as stage:
        await write(stage, "learned", "to listen")
        await sort(stage, Heap.QUOTES)
        assert isinstance(stage.app.app.screen, QuotesDialog)
        assert re.match(r"\d\d:\d\d  they quoted the work .*private", stage.app.rows("choices"))
        await stage.app.press("space")
        assert "agreed to be quoted?" in stage.app.text()
        await stage.app.press("escape")
        assert "0 of 2 released" in stage.app.text() and "capture_released" not in kinds(home)
        await stage.app.press("down", "space")
        await stage.app.press("y")
        assert "1 of 2 released" in stage.app.text() and kinds(home)[-1] == "capture_released"
        await sorted_enough(stage)
        assert isinstance(stage.app.app.screen, DebriefScreen)
        assert desk(stage).debrief.quotes == (HOSTILE,)
        assert "Captures, may be quoted 1" in " ".join(stage.app.panels().split())
        await stage.app.press("ctrl+s")
        _, first = await saved(stage)
        assert first.quotes == (HOSTILE,) and first.log_head == desk(stage).state.head.hash
        await sort(stage, Heap.QUOTES)
        await stage.app.press("down", "space")
        assert "cannot be called back" in " ".join(stage.app.panels().split())
        await stage.app.press("y")
        await sorted_enough(stage)
        assert "not saved yet" in stage.app.panel("head")
        await stage.app.press("ctrl+s")
        await stage.app.press("enter")
        rev, second = await saved(stage)
        assert rev == 2 and second.quotes == ()


async def test_quotes_are_released_from_live_after_the_end(home: Path) -> None:
    """Not before; then the debrief knows of it, however it is opened."""
    async with hosted(home) as stage:
        await stage.app.press("g")
        assert isinstance(stage.app.app.screen, LiveScreen)
        assert "once the session has ended" in stage.app.notice
        await run(stage)
        await stage.app.press("g", "space")
        await stage.app.press("y")
        await stage.app.press("escape")
        assert isinstance(stage.app.app.screen, LiveScreen)
        await stage.app.press("d")
        assert desk(stage).debrief.quotes == ("they quoted the work",)
        await sort(stage, Heap.QUOTES)
        await stage.app.press("space")
        await stage.app.press("y")
        await sorted_enough(stage)
        assert list(desk(stage).debrief.quotes) == []


async def test_the_debrief_from_live_can_release_quotes(home: Path) -> None:
    """Live, which lies under it, does not hold the session any more."""
    async with hosted(home) as stage:
        await run(stage)
        await stage.app.press("d")
        await sort(stage, Heap.QUOTES)
        await stage.app.press("space")
        await stage.app.press("y")
        assert "1 of 2 released" in stage.app.text()


async def test_where_there_is_nothing_to_sort_that_is_told(home: Path) -> None:
    """No empty lists are offered."""
    async with hosted(home) as stage:
        await stage.hosted.do(moves.end)
        await stage.app.press("escape")
        await reopen(stage)
        await stage.app.press(KEYS["debrief.sort"])
        assert stage.app.row_list("choices").keys == ("norms", "goals")
        await stage.app.press("escape")
        await stage.app.press(KEYS["debrief.pull"])
        assert stage.app.notice == "Nothing was captured or parked that could be pulled in."


@pytest.mark.parametrize("size", SMALLEST)
async def test_all_answers_are_in_view_in_the_smallest_window(
    home: Path, size: tuple[int, int]
) -> None:
    """By their digits, as little as there is room."""
    async with debriefing(home, size) as stage:
        await sort(stage, Heap.WAITS)
        text = stage.app.text()
        for number, ending in enumerate(WaitEnding, 1):
            assert f"{number} {ending.label.lower()}" in text, ending
        assert "3 of 5 s" in text and "12 of 5 s" in text and "done" in text


async def test_what_may_be_quoted_already_is_not_called_private(home: Path) -> None:
    """What a quote means is that of the marked capture; the other one is still private."""
    async with debriefing(home) as stage:
        await sort(stage, Heap.QUOTES)
        await stage.app.press("space")
        await stage.app.press("y")
        await sorted_enough(stage)
        await sort(stage, Heap.CAPTURES)
        await stage.app.press("1")
        told = " ".join(stage.app.panel("note").split())
        assert "It may be quoted" in told and "private" not in told
        await stage.app.press("enter", "1")
        assert "It stays private" in " ".join(stage.app.panel("note").split())
