"""A rehearsal from the Plan screen: Live at any speed, what it came to, nothing on the disk."""

from __future__ import annotations

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from dataclasses import dataclass
from datetime import timedelta
from pathlib import Path

import pytest

from facilitui.core.plans.plan import Plan
from facilitui.demo import SimulatedClock
from facilitui.messages.going import PlanRequested, PromptHushed, QuotesRequested
from facilitui.screens.live import RehearsalScreen
from facilitui.screens.plan import PlanScreen
from tests.core.making import good_plan
from tests.ui.driving import HOSTILE, SMALLEST, Driven, driven
from tests.ui.hosting import AT

ALL_OF_IT = (*("n",) * 6, "enter")
"""From the beginning to the end, which is confirmed."""


@dataclass
class Stage:
    """A rehearsal with the clocks behind it."""

    app: Driven
    clock: SimulatedClock

    @property
    def screen(self) -> RehearsalScreen:
        """The rehearsal, on top."""
        screen = self.app.screen
        assert isinstance(screen, RehearsalScreen), screen
        return screen

    @property
    def elapsed(self) -> float:
        """Seconds since the rehearsal began, by its own clock."""
        return self.screen.hosted.now()[0]

    async def move(self, seconds: float) -> None:
        """Let real time pass, with a tick often enough for any speed."""
        while seconds > 0:
            self.clock.at += timedelta(seconds=min(0.25, seconds))
            seconds -= 0.25
            await self.screen.ticking.tick()
        await self.app.settle()


async def stored(app: Driven, plan: Plan) -> str:
    """A plan as a file of the home."""
    name = await app.wiring.plans.free_name(plan.title)
    return (await app.wiring.plans.save(name, plan, "")).name


@asynccontextmanager
async def rehearsed(
    home: Path, size: tuple[int, int] = (120, 40), title: str = "Looking at student work"
) -> AsyncIterator[Stage]:
    """A rehearsal that has not begun, over the plan it is of."""
    clock = SimulatedClock(AT)
    async with driven(home, size, clock=clock) as app:
        plan = await stored(app, good_plan(title=title, zone=""))
        app.app.post_message(PlanRequested(plan))
        await app.settle()
        await app.press("R")
        yield Stage(app, clock)


def files(home: Path) -> dict[str, bytes]:
    """Everything in a home, byte for byte."""
    return {str(p.relative_to(home)): p.read_bytes() for p in home.rglob("*") if p.is_file()}


@pytest.mark.parametrize("size", SMALLEST)
async def test_it_says_that_it_is_a_rehearsal(tmp_path: Path, size: tuple[int, int]) -> None:
    """REHEARSAL and the speed stand in place of PRIVATE in little room, all the time."""
    async with rehearsed(tmp_path, size) as stage:
        assert "REHEARSAL 1×" in stage.app.text()
        await stage.app.press("n", "greater_than_sign", "greater_than_sign")
        assert "REHEARSAL 5×" in stage.app.text()
        assert "PRIVATE" not in stage.app.text()


async def test_it_goes_by_what_was_set_for_live(tmp_path: Path) -> None:
    """From how many minutes on lateness is marked, too."""
    (tmp_path / "config.toml").write_text("late_minutes = 12\n", "utf-8")
    async with rehearsed(tmp_path) as stage:
        assert stage.screen.view().late_minutes == 12


async def test_time_runs_as_fast_as_it_is_told_to(tmp_path: Path) -> None:
    """Each key of the speed holds from its own moment on; below real time the world stands."""
    async with rehearsed(tmp_path) as stage:
        await stage.app.press("n")
        await stage.move(10)
        assert stage.elapsed == 10
        await stage.app.press(*["greater_than_sign"] * 5)
        await stage.move(10)
        assert stage.elapsed == 610
        assert "OVER" in stage.app.panel("clock")
        await stage.app.press(*["less_than_sign"] * 9)
        await stage.move(10)
        assert stage.elapsed == 610
        assert "REHEARSAL stands still" in stage.app.panel("head")


async def test_a_fast_clock_is_drawn_often_and_one_that_stands_is_not(tmp_path: Path) -> None:
    """The next drawing comes when the shown second changes, at most ten times a second."""
    async with rehearsed(tmp_path) as stage:
        await stage.app.press("n")
        ticking = stage.screen.ticking
        assert ticking._delay() == 1.0
        await stage.app.press("greater_than_sign")
        assert ticking._delay() == 0.5
        await stage.app.press(*["greater_than_sign"] * 4)
        assert ticking._delay() == 0.1
        await stage.app.press(*["less_than_sign"] * 9)
        assert ticking._delay() == 1.0


@pytest.mark.parametrize("size", SMALLEST)
async def test_the_end_tells_planned_and_ran(tmp_path: Path, size: tuple[int, int]) -> None:
    """Each block with what was planned and what it took; again and back, never a debrief."""
    async with rehearsed(tmp_path, size) as stage:
        await stage.app.press("n", *["greater_than_sign"] * 9)
        await stage.move(12)
        await stage.app.press("n")
        await stage.move(30)
        await stage.app.press("n", "n", "n", "n", "enter")
        told = stage.app.panel("guide")
        assert "It took 42 of 60 min, 18 min shorter than planned." in " ".join(told.split())
        rows = [" ".join(line.split()) for line in told.splitlines()]
        assert "Opening 10 12" in rows
        assert "Work 35 30" in rows
        assert rows[-1].startswith("Look back 5")
        for told_line in told.splitlines():
            assert told_line.strip() in " ".join(stage.app.text().split("\n"))
        assert "a again" in stage.app.keys_told
        assert "back to the plan" in stage.app.keys_told
        assert "debrief" not in stage.app.text()


async def test_nothing_is_debriefed_and_nothing_is_on_the_disk(tmp_path: Path) -> None:
    """A whole rehearsal with marks and lines leaves the home byte for byte as it was."""
    async with rehearsed(tmp_path) as stage:
        before = files(tmp_path)
        await stage.app.press("n", "m", "w", "w", "c")
        await stage.app.write("a line")
        await stage.app.press("enter", "p")
        await stage.app.write("half of one")
        await stage.app.press("escape")
        await stage.move(30)
        await stage.app.press(*ALL_OF_IT[1:])
        assert stage.screen.hosted.state.ended_at is not None
        stage.screen.post_message(PromptHushed("start-with-why", lambda: None))
        await stage.app.press("d", "f", "g")
        assert not stage.app.sent(QuotesRequested)
        assert isinstance(stage.app.screen, RehearsalScreen)
        await stage.app.press("escape")
        assert files(tmp_path) == before
        assert await stage.app.wiring.hosting.rows() == ()


async def test_it_never_says_that_something_is_kept(tmp_path: Path) -> None:
    """Neither of a line nor before its end."""
    async with rehearsed(tmp_path) as stage:
        await stage.app.press("n", "c")
        await stage.app.put("They laughed")
        await stage.app.press("enter")
        assert stage.app.notice == "captured, private"
        await stage.app.press("e")
        told = stage.app.text()
        assert "End the rehearsal now?" in told
        assert "still ahead; nothing of a rehearsal is kept." in told


async def test_again_begins_anew_and_escape_goes_back_to_the_plan(tmp_path: Path) -> None:
    """Once it is over, a rehearses the plan once more from its start."""
    async with rehearsed(tmp_path) as stage:
        await stage.app.press("a")
        assert stage.screen.hosted.ready is not None
        await stage.app.press(*ALL_OF_IT, "a")
        await stage.app.settle()
        assert stage.screen.hosted.ready is not None
        assert stage.screen.hosted.state.ended_at is None
        await stage.app.press("escape")
        assert isinstance(stage.app.screen, PlanScreen)


async def test_what_is_on_the_plan_now_is_rehearsed(tmp_path: Path) -> None:
    """Minutes that were just changed, and are in no file yet, are those that run."""
    async with rehearsed(tmp_path) as stage:
        await stage.app.press("escape")
        await stage.app.press("plus", "R")
        ready = stage.screen.hosted.ready
        assert ready is not None
        assert ready.blocks[0].minutes == 11


@pytest.mark.parametrize("size", SMALLEST)
async def test_hostile_titles_are_only_text(tmp_path: Path, size: tuple[int, int]) -> None:
    """A title is shown as it was typed, to the end."""
    async with rehearsed(tmp_path, size, title=HOSTILE) as stage:
        await stage.app.press(*ALL_OF_IT)
        assert "REHEARSAL" in stage.app.text()
        assert "\x1b" not in stage.app.text()
