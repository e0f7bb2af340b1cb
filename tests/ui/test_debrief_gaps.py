"""Debrief: stretches without the program, each of which counts or does not."""

from __future__ import annotations

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from pathlib import Path

import pytest
from textual.widgets import TextArea

from facilitui.core.debriefs.sorting import Heap
from facilitui.core.sessions import moves
from facilitui.screens.debrief import DebriefScreen
from facilitui.screens.dialogs.gaps import GapsDialog
from facilitui.storage.disk import Disk
from tests.core.making import agenda, part
from tests.storage.broken_disks import FullDisk
from tests.ui.debriefing import desk, draft, editors, reopen, saved, sort, sorted_enough, write
from tests.ui.driving import HOSTILE, SMALLEST
from tests.ui.hosting import BLOCKS, Stage, hosted, kinds

NAMED = agenda(
    part("open", 10).model_copy(update={"name": HOSTILE}), *(p for b in BLOCKS[1:] for p in b.parts)
)


async def slept(stage: Stage) -> None:
    """Five minutes, a laptop asleep for 25, directions with a gap of a minute, the end."""
    await stage.move(300)
    await stage.move(1500, watched=False)
    await stage.hosted.do(moves.forward)
    await stage.move(60, watched=False)
    await stage.app.press("e", "y")


@asynccontextmanager
async def debriefing(
    home: Path, size: tuple[int, int] = (120, 40), *, disk: Disk | None = None
) -> AsyncIterator[Stage]:
    """A session that ended, and its debrief."""
    async with hosted(home, size, disk=disk, blocks=NAMED) as stage:
        await slept(stage)
        await stage.app.press("escape")
        await reopen(stage)
        yield stage


def facts(stage: Stage) -> str:
    """What stands beside the debrief."""
    return " ".join(stage.app.panels().split())


async def test_a_gap_is_left_out_and_counted_again_by_one_key(home: Path) -> None:
    """Written at once each time; the figures beside the debrief are those of the answer."""
    async with debriefing(home) as stage:
        assert "2 gaps of 26 min, counted" in facts(stage) and "All blocks 20 31 +11" in facts(
            stage
        )
        await sort(stage, Heap.GAPS)
        assert isinstance(stage.app.app.screen, GapsDialog)
        rows = [" ".join(line.split()) for line in stage.app.rows("choices").splitlines()]
        assert rows[0] == "15:35, 25 min ● counts" and rows[2] == "16:00, 60 s ● counts"
        assert rows[3] == "work/pairs" and "[@click=app.quit]" in rows[1]
        await stage.app.press("space")
        assert kinds(home)[-1] == "gap_decided" and "6 min run" in stage.app.panel("head")
        assert "15:35, 25 min" in stage.app.text() and "○ does not count" in stage.app.text()
        await stage.app.press("down", "space")
        await sorted_enough(stage)
        assert "2 gaps of 26 min, not counted" in facts(stage)
        assert "All blocks 20 5 −15" in facts(stage)
        await sort(stage, Heap.GAPS)
        await stage.app.press("space")
        await stage.app.press("down", "space")
        await sorted_enough(stage)
        assert "All blocks 20 31 +11" in facts(stage) and kinds(home).count("gap_decided") == 4


async def test_what_was_typed_stays_and_what_is_saved_names_the_log_as_it_is_now(
    home: Path,
) -> None:
    """The debrief is not saved any more, as the facts in the journal are others."""
    async with debriefing(home) as stage:
        editors(stage)["learned"].query_one(TextArea).text = HOSTILE
        await stage.app.press("ctrl+s")
        _, first = await saved(stage)
        assert "saved" in stage.app.panel("head") and "not saved" not in stage.app.panel("head")
        await sort(stage, Heap.GAPS)
        await stage.app.press("space")
        await sorted_enough(stage)
        assert isinstance(stage.app.app.screen, DebriefScreen)
        assert "not saved yet" in stage.app.panel("head")
        assert editors(stage)["learned"].text == HOSTILE == first.learned
        await reopen(stage)
        assert "not saved yet" in stage.app.panel("head")
        await stage.app.press("ctrl+s")
        await stage.app.put("the gap was a break")
        await stage.app.press("enter")
        rev, second = await saved(stage)
        assert rev == 2 and second.log_head == desk(stage).state.head.hash != first.log_head
        told = [{fact.name: fact.value for fact in each.facts} for each in (first, second)]
        assert [each["Minutes run"] for each in told] == ["31", "6"]
        assert told[1]["Without the program"] == "2 gaps of 26 min, 1 not counted"
        assert not (await stage.app.wiring.safekeeping.verify()).broken


async def test_what_the_run_asks_follows_its_figures(home: Path) -> None:
    """An overrun that was a sleep is asked about no more, unless something was written to it."""
    async with debriefing(home) as stage:
        assert "overrun" in editors(stage)
        stage.app.app.screen.set_focus(editors(stage)["commitment:0"].query_one(TextArea))
        await stage.app.press("o", "h")
        await sort(stage, Heap.GAPS)
        await stage.app.press("space")
        await sorted_enough(stage)
        assert "overrun" not in editors(stage) and draft(home)["commitments"] is not None
        assert editors(stage)["commitment:0"].text == "oh"
        assert editors(stage)["commitment:0"].query_one(TextArea).has_focus
        await sort(stage, Heap.GAPS)
        await stage.app.press("space")
        await sorted_enough(stage)
        await write(stage, "overrun", "a laptop slept")
        await sort(stage, Heap.GAPS)
        await stage.app.press("space")
        await sorted_enough(stage)
        assert editors(stage)["overrun"].text == "a laptop slept"


async def test_what_cannot_be_written_is_told_and_nothing_changes(home: Path) -> None:
    """A full disk, and another copy that holds the session; then it works."""
    disk = FullDisk()
    async with debriefing(home, (60, 16), disk=disk) as stage:
        await sort(stage, Heap.GAPS)
        disk.room = 0
        await stage.app.press("space")
        assert "disk is full" in stage.app.panel("note") and "31 min run" in stage.app.text()
        disk.room = 1 << 30
        other = await stage.app.wiring.hosting.resume(stage.hosted.session)
        await stage.app.press("space")
        told = " ".join(stage.app.panel("note").split())
        assert "Another copy hosts it" in told and "● counts" in stage.app.text()
        await other.leave()
        assert "gap_decided" not in kinds(home)
        await stage.app.press("space")
        assert "left out" in stage.app.panel("note") and "6 min run" in stage.app.text()


@pytest.mark.parametrize("size", SMALLEST)
async def test_the_smallest_window_shows_a_gap_uncut(home: Path, size: tuple[int, int]) -> None:
    """When, how long, in which step, whether it counts, what that means, the keys; of many too."""
    async with hosted(home, size, blocks=NAMED) as stage:
        for _ in range(9):
            await stage.move(60, watched=False)
        await stage.app.press("e", "y")
        await stage.app.press("escape")
        await reopen(stage)
        await sort(stage, Heap.GAPS)
        await stage.app.press("end", "space")
        text = " ".join(stage.app.text().split())
        for told in ("15:38, 60 s", "○ does not count", "[/foo]", "space change", "done"):
            assert told in text, told
        assert "left out of the minutes run" in " ".join(stage.app.panel("note").split())


async def test_live_says_after_the_end_that_there_is_something_to_decide(home: Path) -> None:
    """Whether it counts is told where that is decided, in the debrief that lies over it."""
    async with hosted(home, (80, 24)) as stage:
        await slept(stage)
        assert "2 gaps of 26 min: decide them in the debrief" in facts(stage)
        await stage.app.press("d")
        await sort(stage, Heap.GAPS)
        await stage.app.press("space")
        await sorted_enough(stage)
        assert "2 gaps of 26 min, 1 not counted" in facts(stage)
        await stage.app.press("escape")
        assert "1 gap of 60 s: decide it in the debrief" in facts(stage)
        await stage.app.press("d")
        await sort(stage, Heap.GAPS)
        await stage.app.press("down", "space")
        await sorted_enough(stage)
        await stage.app.press("escape")
        assert "2 gaps of 26 min, not counted" in facts(stage)
        assert "decide" not in facts(stage)


async def test_live_shows_what_was_decided_in_the_debrief_opened_from_it(home: Path) -> None:
    """Its figures after the end are those of the record, not of when it was last seen."""
    async with hosted(home, blocks=NAMED) as stage:
        await slept(stage)
        assert "31 of 20 min" in facts(stage)
        await stage.app.press("d")
        await sort(stage, Heap.GAPS)
        await stage.app.press("space")
        await sorted_enough(stage)
        await stage.app.press("escape")
        assert stage.screen is stage.app.app.screen and "6 of 20 min" in facts(stage)
