"""A session that was run, and its replay."""

from __future__ import annotations

from collections.abc import AsyncIterator, Awaitable, Callable, Iterable
from contextlib import asynccontextmanager
from dataclasses import replace
from datetime import timedelta
from pathlib import Path

from facilitui.bootstrap import Wiring
from facilitui.core.sessions import moves
from facilitui.core.sessions.moves import Decide
from facilitui.demo import SimulatedClock
from facilitui.messages.going import ReplayRequested
from tests.core.making import good_plan
from tests.ui.driving import HOSTILE, Below, Driven, NoHome, driven
from tests.ui.hosting import AT, BLOCKS, TITLE

SECRET = "what only the host wrote"
Press = tuple[float, Decide]
KEYS: tuple[Press, ...] = (
    (60, moves.mark),
    (60, moves.capture(SECRET)),
    (480, moves.forward),
    (5, moves.take_back),
    (7, moves.forward),
    (30, moves.forward),
    (90, moves.pause_or_resume),
    (40, moves.pause_or_resume),
    (30, moves.forward),
    (10, moves.park(HOSTILE)),
    (280, moves.forward),
    (100, moves.end),
)
"""Each with the seconds before it: 19 min 52 s in all."""
ENDED_AT, LENGTH = "15:50", "19:52"


@asynccontextmanager
async def replayed(
    home: Path,
    size: tuple[int, int] = (120, 40),
    keys: Iterable[Press] = KEYS,
    title: str = TITLE,
    below: Below = NoHome,
) -> AsyncIterator[Driven]:
    """The replay of a session in which these keys were pressed; without `below` over Home."""
    clock = SimulatedClock(AT)
    async with driven(home, size, clock=clock, below=below) as app:
        session = await run_session(app.wiring, clock, keys, title)
        app.app.post_message(ReplayRequested(session))
        await app.settle()
        yield app


async def run_session(
    wiring: Wiring, clock: SimulatedClock, keys: Iterable[Press] = KEYS, title: str = TITLE
) -> str:
    """Run a session in which these keys are pressed, and give its name."""
    hosted = await wiring.hosting.prepare(good_plan(title=title, zone=""), "work")
    assert hosted.ready is not None
    hosted._ready = replace(hosted.ready, blocks=BLOCKS)
    await hosted.begin()
    for seconds, key in keys:
        await pass_seconds(hosted.tick, clock, seconds)
        await hosted.do(key)
    await hosted.leave()
    return hosted.session


async def pass_seconds(
    tick: Callable[[], Awaitable[bool]], clock: SimulatedClock, seconds: float
) -> None:
    """Let time pass with the program open."""
    while seconds > 0:
        clock.at += timedelta(seconds=min(20.0, seconds))
        seconds -= 20
        await tick()
