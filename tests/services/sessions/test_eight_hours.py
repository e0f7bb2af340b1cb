"""A session of eight hours: its clock is right, its log replays, and its memory stays flat."""

from __future__ import annotations

import random
import tracemalloc
from collections.abc import Sequence
from dataclasses import replace
from datetime import timedelta

from facilitui.services.sessions.hosted_session import HostedSession
from tests.core.state_text import state_text
from tests.services.eight_hours import (
    MOST_GROWTH,
    SECONDS,
    Truth,
    day,
    held,
    keys,
    made_again,
    read_again,
)
from tests.services.rooms import Room

BUSY = (0.9, 1.0, 1.1, 4.0, 20.0)
"""Seconds between two ticks of a machine so busy that they come when they can."""


class Day:
    """One day of one host."""

    def __init__(self, room: Room, hosted: HostedSession, ticks: Sequence[float]) -> None:
        self.room, self.hosted, self.ticks = room, hosted, ticks
        self.chance, self.truth = random.Random(8), Truth()
        self.now, self.worst = 0.0, 0.0

    async def until(self, moment: float) -> None:
        """Let time pass until then."""
        while self.now < moment:
            step = min(moment - self.now, self.chance.choice(self.ticks))
            self.now += step
            self.room.clock.move(step)
            await self.hosted.tick()
            self.truth.passed(self.hosted.state, self.now)
            shown = self.truth.error(self.hosted.state, self.hosted.now()[0])
            self.worst = max(self.worst, shown)

    async def go_through(self, begin: float, end: float) -> None:
        """Press all that is pressed between two moments of the day."""
        for moment, key in keys():
            if begin <= moment < end:
                await self.until(moment)
                await self.hosted.do(key)
        await self.until(end)


async def started(ticks: Sequence[float] = BUSY) -> Day:
    room = Room(day())
    return Day(room, await room.begun(), ticks)


async def test_the_clock_is_right_all_day_and_the_log_replays_byte_for_byte() -> None:
    """Also where the wall clock is put right at noon: the machine's own clock drives it."""
    day = await started()
    await day.go_through(0, SECONDS / 2)
    wrong = day.room.clock.reading
    day.room.clock.reading = replace(wrong, at=wrong.at - timedelta(hours=1))
    await day.go_through(SECONDS / 2, SECONDS)
    events = day.hosted.events
    assert len(events) >= 500
    assert day.worst <= 0.01
    assert not day.hosted.state.gaps
    assert read_again(events) == state_text(day.hosted.state)
    day.room.sessions.held.clear()
    day.room.sessions.alive_at = day.room.clock.read().at
    again = await day.room.hosting.resume(day.hosted.session)
    assert state_text(again.state) == state_text(day.hosted.state)
    assert again.now() == day.hosted.now()


async def test_memory_grows_by_the_events_alone() -> None:
    """Over the second half of the day the host holds hardly more than what was pressed."""
    tracemalloc.start()
    try:
        day = await started(BUSY[-1:])
        await day.go_through(0, SECONDS / 2)
        noon, count = held(), len(day.hosted.events)
        await day.go_through(SECONDS / 2, SECONDS)
        evening = held()
        kept = made_again(day.hosted.events[count - 1 :])
        events = held() - evening
    finally:
        tracemalloc.stop()
    assert len(kept) > 200
    assert evening - noon - events < MOST_GROWTH * noon


async def test_an_hour_of_ticking_keeps_nothing() -> None:
    """A clock that only runs holds no more after an hour than after a minute.

    What grows with each tick grows in every hour; what the interpreter sets aside once does not.
    """
    tracemalloc.start()
    try:
        day = await started()
        await day.until(60)
        grown = []
        for hour in (1, 2):
            before = held()
            await day.until(hour * 3600)
            grown.append(held() - before)
        assert min(grown) < 4096
    finally:
        tracemalloc.stop()
