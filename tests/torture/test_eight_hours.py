"""Eight hours of one session in two minutes of real ones, through real files, on a busy machine."""

from __future__ import annotations

import asyncio
import multiprocessing
import time
import tracemalloc
from collections.abc import Iterator
from datetime import UTC, datetime, timedelta, tzinfo
from pathlib import Path

import pytest

from facilitui.core.sessions.clock import Reading
from facilitui.services.sessions.hosted_session import HostedSession
from facilitui.services.sessions.hosting import Hosting
from tests.core.making import START
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
from tests.services.fakes import FixedLibrary, MemoryPlans, counting
from tests.services.memory_files import MemoryDrafts
from tests.storage.chains import store_of

TIMES = 240
"""How much faster than the world's the session's clock runs."""
MOST_WRONG = 1.0
"""Seconds of the session."""


class FastClock:
    """The machine's steady clock, so many times as fast."""

    def __init__(self) -> None:
        self._began = time.monotonic()

    def read(self) -> Reading:
        passed = (time.monotonic() - self._began) * TIMES
        return Reading(START + timedelta(seconds=passed), "boot-1", 1000.0 + passed, "one")

    def zone(self, name: str) -> tzinfo:
        return UTC


@pytest.fixture
def busy_machine() -> Iterator[None]:
    """As many processes as the machine has cores do nothing but work."""
    workers = [
        multiprocessing.Process(target=_work, daemon=True)
        for _ in range(multiprocessing.cpu_count())
    ]
    for worker in workers:
        worker.start()
    yield
    for worker in workers:
        worker.kill()
        worker.join()


def _work() -> None:
    while True:
        sum(range(100_000))


@pytest.mark.torture
@pytest.mark.timeout(400)
@pytest.mark.usefixtures("busy_machine")
async def test_a_working_day_on_a_busy_machine(home: Path) -> None:
    """The clock is right all day, the file replays byte for byte, and nothing else is kept."""
    tracemalloc.start()
    try:
        store, plans, clock = store_of(home), MemoryPlans(), FastClock()
        plans.put("day", day())
        hosting = Hosting(store, plans, MemoryDrafts(), FixedLibrary(), clock, counting())
        hosted = await hosting.prepare_plan("day")
        await hosted.begin()
        watch = Watch(hosted)
        await watch.go_through(0, SECONDS / 2)
        noon, count = await settled(hosted), len(hosted.events)
        await watch.go_through(SECONDS / 2, SECONDS)
        evening = await settled(hosted)
        kept = made_again(hosted.events[count - 1 :])
        events = held() - evening
    finally:
        tracemalloc.stop()
    await hosted.leave()
    found = await store.read(hosted.session)
    store.close()
    growth = (evening - noon - events) / noon
    print(f"{len(found.events)} events, wrong by {watch.worst:.3f} s, growth {growth:.1%}")
    assert len(found.events) >= 500 and len(kept) > 200
    assert watch.worst <= MOST_WRONG
    assert growth < MOST_GROWTH
    assert read_again(found.events) == state_text(hosted.state)


async def settled(hosted: HostedSession) -> int:
    """Bytes that are in use, once all that was written is on the disk."""
    while hosted.behind:
        await asyncio.sleep(0.01)
    return held()


class Watch:
    """Presses the keys of the day when their moment comes, and looks at the clock in between."""

    def __init__(self, hosted: HostedSession) -> None:
        self.hosted, self.truth, self.worst = hosted, Truth(), 0.0

    async def go_through(self, begin: float, end: float) -> None:
        """Press all that is pressed between two moments of the day."""
        for moment, key in keys():
            if begin <= moment < end:
                await self.until(moment)
                state = self.hosted.state
                for event in await self.hosted.do(key):
                    self.truth.passed(state, self.since_the_beginning(event.envelope.at))
        await self.until(end)

    async def until(self, moment: float) -> None:
        """Let time pass until then; the truth is the wall clock, read along with the other."""
        while (shown := self.hosted.now())[0] < moment:
            self.truth.passed(self.hosted.state, self.since_the_beginning(shown[1]))
            self.worst = max(self.worst, self.truth.error(self.hosted.state, shown[0]))
            await asyncio.sleep(2 / TIMES)
            await self.hosted.tick()

    def since_the_beginning(self, at: datetime) -> float:
        """Seconds by the wall clock since the session began."""
        assert self.hosted.state.began_at is not None
        return (at - self.hosted.state.began_at).total_seconds()
