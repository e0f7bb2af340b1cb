"""Home: which session `r` goes on with, how it stands, and what ending it keeps."""

from __future__ import annotations

from datetime import timedelta
from pathlib import Path

import pytest

from facilitui.bootstrap import Wiring
from facilitui.core.sessions import moves
from facilitui.demo import SimulatedClock
from facilitui.messages import going as m
from facilitui.screens.live import LiveScreen
from tests.core.making import good_plan
from tests.ui.driving import HOSTILE, SMALLEST, driven
from tests.ui.home_filled import NOW, put, run
from tests.ui.test_home_unended import LATER, left


async def test_r_goes_on_with_the_one_that_is_marked(
    home: Path, clock: SimulatedClock, wiring: Wiring
) -> None:
    """With the newest where the mark is on something else."""
    first = await left(wiring)
    clock.at += timedelta(minutes=10)
    second = await run(wiring, "work", end=False)
    bare = await run(wiring, "work", end=True)
    async with driven(home, clock=clock) as app:
        for marked in (first, second, bare):
            app.row_list("rows").mark(f"{'debrief' if marked == bare else 'session'} {marked}")
            await app.press("r")
            await app.press("escape")
        asked = [each.session for each in app.sent(m.ResumeRequested)]
        assert asked == [first, second, second]


@pytest.mark.parametrize("size", SMALLEST)
async def test_a_paused_one_and_booked_time_are_told(
    home: Path, clock: SimulatedClock, wiring: Wiring, size: tuple[int, int]
) -> None:
    """With a glyph and in words; the end by the name that Live gives it."""
    plan = good_plan(start=NOW.replace(tzinfo=None), zone="", minutes=480)
    await put(wiring, "work", plan)
    hosted = await wiring.hosting.resume(await run(wiring, "work", end=False))
    await hosted.do(moves.pause_or_resume)
    await hosted.leave()
    async with driven(home, size, clock=clock) as app:
        assert "‖ paused at step 1 of 4" in app.text()
        assert "booked until 17:00" in app.text() and "planned end" not in app.text()


async def test_what_is_half_typed_is_told_before_it_is_ended_and_kept(
    home: Path, clock: SimulatedClock, wiring: Wiring
) -> None:
    """As how many words, never which."""
    await left(wiring)
    async with driven(home, clock=clock) as app:
        await app.press("r")
        await app.press("c")
        await app.put(HOSTILE)
        await app.press("escape")
        await app.press("escape")
        clock.at = LATER
        await app.press("enter")
        await app.press("down")
        told = " ".join(app.panel("note").split())
        assert f"kept as a capture of {len(HOSTILE.split())} words" in told
        await app.press("2")
        assert isinstance(app.screen, LiveScreen)
        assert [note.text for note in app.screen.hosted.state.notes] == [HOSTILE.strip()]
        assert not await app.screen.hosted.half_lines()
