"""Rehearsing: a clock at any speed, and a session of which nothing is kept."""

from __future__ import annotations

from datetime import datetime, timedelta
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given
from hypothesis import strategies as st

from facilitui.core import bodies as b
from facilitui.core.library.shelf import Shelf
from facilitui.core.sessions import moves
from facilitui.core.sessions.clock import GAP_SECONDS
from facilitui.services.plans.rehearsing import (
    MOST_AT_ONCE,
    SPEEDS,
    Rehearsal,
    Rehearsing,
    SpeedClock,
    passed,
)
from tests.core.making import START, good_plan
from tests.services.fakes import FixedLibrary, MovableClock, counting

AN_HOUR = 3600.0


async def rehearsal(clock: MovableClock, **plan: object) -> Rehearsal:
    rehearsing = Rehearsing(FixedLibrary(Shelf()), clock, counting())
    return await rehearsing.rehearse(good_plan(**plan), "work")


@given(st.lists(st.tuples(st.integers(-7, 7), st.floats(0, 0.3)), max_size=30))
def test_what_passes_is_the_sum_at_each_speed(steps: list[tuple[int, float]]) -> None:
    """Looked at often enough, the rehearsal's time is real time times the speed of each moment."""
    real = MovableClock()
    clock = SpeedClock(real, START)
    expected = 0.0
    for by, seconds in steps:
        clock.change(by)
        assert clock.speed in SPEEDS
        real.move(seconds)
        expected += seconds * clock.speed
        reading = clock.read()
        assert reading.boot_seconds == pytest.approx(expected, abs=1e-4)
        assert reading.at == START + timedelta(seconds=reading.boot_seconds)


@given(st.floats(-1e6, 1e12), st.sampled_from(SPEEDS))
def test_the_world_never_jumps_and_never_goes_back(real: float, speed: int) -> None:
    """However long nobody looked, or whatever the clock did, it goes on by a little at most."""
    assert 0 <= passed(real, speed) <= MOST_AT_ONCE < GAP_SECONDS


def test_a_world_that_stands_still_goes_on_where_it_stood() -> None:
    """At the lowest speed no time passes, however much really does."""
    real = MovableClock()
    clock = SpeedClock(real, START)
    real.move(5)
    clock.change(-1)
    real.move(AN_HOUR)
    assert (clock.speed, clock.read().boot_seconds) == (0, 5)
    clock.change(1)
    real.move(2)
    assert clock.read().boot_seconds == 7


def test_speeds_end_at_both_ends() -> None:
    """More than the fastest and less than standing still is neither."""
    clock = SpeedClock(MovableClock(), START)
    clock.change(100)
    assert clock.speed == 60
    clock.change(-100)
    assert clock.speed == 0


async def test_it_begins_when_the_session_is_planned() -> None:
    """So that planned and projected times mean something; a plan without a start begins now."""
    real = MovableClock()
    planned = await rehearsal(real, start=datetime(2027, 3, 1, 9, 0), zone="America/Toronto")
    assert planned.clock.read().at == datetime(2027, 3, 1, 9, tzinfo=ZoneInfo("America/Toronto"))
    undated = await rehearsal(real, start=None)
    assert undated.clock.read().at == real.read().at


async def test_a_whole_plan_at_sixty_times() -> None:
    """An hour's plan takes a minute; nothing is taken for a gap, and the facts are exact."""
    real = MovableClock()
    once = await rehearsal(real)
    await once.hosted.begin()
    once.clock.change(len(SPEEDS))
    while (run := once.hosted.state.now) is not None:
        left = run.minutes * 60 / 60
        while left > 0:
            real.move(min(0.25, left))
            left -= 0.25
            assert not await once.hosted.tick()
        await once.hosted.do(moves.forward)
    await once.hosted.do(moves.end)
    assert not any(isinstance(e.body, b.GapNoticed) for e in once.hosted.events)
    assert [round(r.seconds(0)) for r in once.hosted.state.runs] == [600, 2100, 600, 300]
    assert (real.read().at - START).total_seconds() == pytest.approx(60, abs=0.1)


async def test_a_machine_that_slept_makes_it_wait() -> None:
    """An hour of sleep is a moment of the rehearsal, and no gap."""
    real = MovableClock()
    once = await rehearsal(real)
    await once.hosted.begin()
    await once.hosted.tick()
    real.move(AN_HOUR)
    assert not await once.hosted.tick()
    assert once.hosted.now()[0] == MOST_AT_ONCE


async def test_half_a_line_is_kept_while_it_lasts() -> None:
    """A line that was left comes back, and is forgotten with the rehearsal."""
    real = MovableClock()
    once = await rehearsal(real)
    await once.hosted.begin()
    await once.hosted.keep_line("capture", "[x] half")
    assert await once.hosted.half_lines() == {"capture": "[x] half"}
    await once.hosted.keep_line("capture", "")
    assert await once.hosted.half_lines() == {}
    again = await rehearsal(real)
    assert again.hosted.events == ()
