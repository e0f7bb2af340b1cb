"""Sessions that were held and debriefed before a story begins, through the services themselves."""

from __future__ import annotations

import asyncio
from collections.abc import Callable, Coroutine, Mapping
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any

from facilitui.bootstrap import Wiring
from facilitui.core.sessions import moves
from facilitui.core.sessions.people_moves import release
from facilitui.core.sessions.session import NoteKind
from facilitui.demo import SimulatedClock
from facilitui.services.sessions.hosted_session import HostedSession
from facilitui.storage.paths import Home
from tests.story.steps import plan_file

CAME = 9
TICK = 20.0
"""Seconds between two looks at the clock: more than thirty would count as a gap."""
RAN = (11, 20)
"""Minutes of the two blocks, the first of which was to take five."""


def held(home: Path, title: str, hours_ago: float, *, private: str = "", quote: str = "") -> str:
    """Hold a session that is marked once, with a capture that was released and one that was not.

    Gives its id.
    """

    async def hold(wiring: Wiring, clock: SimulatedClock) -> str:
        hosted = await wiring.hosting.prepare_plan(plan_file(home, title))
        await hosted.begin()
        await hosted.do(moves.attend(CAME))
        await hosted.do(moves.mark)
        for text in filter(None, (private, quote)):
            await hosted.do(moves.capture(text))
        for minutes in RAN:
            await _pass(hosted, clock, minutes)
            await hosted.do(moves.forward)
        await hosted.do(moves.end)
        for note in hosted.state.notes_of(NoteKind.CAPTURE):
            if note.text == quote:
                await hosted.do(release(note.seq))
        await hosted.leave()
        return hosted.session

    return _done(home, hours_ago, hold)


def debriefed(home: Path, session: str, hours_ago: float, answers: Mapping[str, str]) -> None:
    """Debrief a session in the first frame, with answers by the ids of their questions."""

    async def debrief(wiring: Wiring, clock: SimulatedClock) -> str:
        desk = await wiring.reflecting.open(session)
        for question, text in answers.items():
            desk.write(question, text)
        await desk.save()
        return session

    _done(home, hours_ago, debrief)


async def _pass(hosted: HostedSession, clock: SimulatedClock, minutes: float) -> None:
    """Let time pass with its host there."""
    for _ in range(round(minutes * 60 / TICK)):
        clock.at += timedelta(seconds=TICK)
        await hosted.tick()


def _done(
    home: Path, hours_ago: float, work: Callable[[Wiring, SimulatedClock], Coroutine[Any, Any, str]]
) -> str:
    clock = SimulatedClock(datetime.now(UTC) - timedelta(hours=hours_ago))
    wiring = Wiring(Home(home), clock=clock)
    try:
        return asyncio.run(work(wiring, clock))
    finally:
        wiring.close()
