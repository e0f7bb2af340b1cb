"""A session before its host, on a clock that the tests move."""

from __future__ import annotations

import json
from collections.abc import AsyncIterator, Iterator
from contextlib import asynccontextmanager, contextmanager
from dataclasses import dataclass, replace
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any

from facilitui.bootstrap import Wiring
from facilitui.core.library.norms import Norm
from facilitui.core.plans.agenda import AgendaBlock
from facilitui.core.plans.plan_parts import PlannedNorms
from facilitui.core.sessions.session import SessionState
from facilitui.core.vocabulary import Question, Silence, Who
from facilitui.demo import SimulatedClock
from facilitui.opening.screens import Opening
from facilitui.screens.live import LiveScreen
from facilitui.services.sessions.hosted_session import HostedSession
from facilitui.storage.disk import Disk
from facilitui.storage.paths import Home
from tests.core.making import agenda, good_plan, part
from tests.ui.driving import Below, Driven, NoHome, driven

AT = datetime(2026, 11, 25, 15, 30, tzinfo=UTC)
TITLE = "Looking at student work"
NORMS = (Norm(id="listen", text="Listen first"), Norm(id="wait", text="Wait for others"))
BLOCKS = agenda(
    part("open", 10, say="Welcome to all of you", question=Question.OPEN_OPINION, watch="Breathe"),
    part("work/pairs", 2, who=Who.PAIRS),
    part("work/quiet", 5, silence=Silence.ALL, who=Who.GROUP),
    part("close", 3),
)
"""Twenty minutes: one that opens at once, one with directions, a silent one, an end."""


@dataclass
class Stage:
    """A Live screen and everything to look behind it with."""

    app: Driven
    clock: SimulatedClock
    hosted: HostedSession

    @property
    def state(self) -> SessionState:
        """What the events add up to."""
        return self.hosted.state

    @property
    def screen(self) -> LiveScreen:
        """The screen, under whatever dialog."""
        return next(each for each in self.app.app.screen_stack if isinstance(each, LiveScreen))

    async def move(self, seconds: float, *, watched: bool = True) -> None:
        """Let time pass; `watched` is with a tick often enough for no gap."""
        while watched and seconds > 20:
            self.clock.at += timedelta(seconds=20)
            seconds -= 20
            await self.hosted.tick()
        self.clock.at += timedelta(seconds=seconds)
        await self.screen.ticking.tick()
        await self.app.settle()

    def text(self) -> str:
        """All panels of the page."""
        return self.app.panels()


@asynccontextmanager
async def hosted(
    home: Path,
    size: tuple[int, int] = (120, 40),
    *,
    begin: bool = True,
    disk: Disk | None = None,
    title: str = TITLE,
    blocks: tuple[AgendaBlock, ...] = BLOCKS,
    below: Below = NoHome,
    live: bool = True,
) -> AsyncIterator[Stage]:
    """A session ready to begin, or in its first step; without `below` over Home.

    Without `live` it has begun, and no screen of it is made that would be left at once.
    """
    clock = SimulatedClock(AT)
    async with driven(home, size, clock=clock, disk=disk, below=below) as app:
        norms = PlannedNorms(own=NORMS, watch="wait")
        minutes = sum(block.minutes for block in blocks)
        plan = good_plan(title=title, zone="", norms=norms, minutes=minutes)
        session = await app.wiring.hosting.prepare(plan, "work")
        assert session.ready is not None
        session._ready = replace(session.ready, blocks=blocks)
        if not live:
            await session.begin()
        else:
            live_screen = LiveScreen(session, debriefs=app.wiring.reflecting.written)
            await app.show(live_screen, seen=not begin)
            if begin:
                await app.press("n")
        yield Stage(app, clock, session)


@contextmanager
def second_copy(home: Path) -> Iterator[Opening]:
    """Another copy of the program over the same home, to be begun around the first.

    Its stores outlive the first: where that shows one of its screens, a last look at them may come
    while it ends.
    """
    other = Wiring(Home(home), clock=SimulatedClock(AT))
    try:
        yield Opening(other)
    finally:
        other.close()


def log(home: Path) -> list[dict[str, Any]]:
    """The lines of the newest session's log, with their bodies."""
    file = max(home.glob("sessions/*/events.jsonl"))
    lines = [json.loads(line) for line in file.read_text("ascii").splitlines()]
    return [{**line, "body": json.loads(line["body"])} for line in lines]


def kinds(home: Path) -> list[str]:
    """What the log holds."""
    return [line["kind"] for line in log(home)]
