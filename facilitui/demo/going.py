"""Going the whole way, once or several times, and giving an account of it."""

from __future__ import annotations

import asyncio
import shlex
from collections.abc import Awaitable, Callable
from datetime import datetime, timedelta

from facilitui.bootstrap import Wiring
from facilitui.core.seconds_told import ran_of
from facilitui.core.told import short_day
from facilitui.demo.candidate import go_as_candidate
from facilitui.demo.clock import SimulatedClock
from facilitui.demo.community import go_as_community
from facilitui.demo.course import Course, course
from facilitui.demo.mentored import bring
from facilitui.demo.one_session import nothing, one_session
from facilitui.demo.running import Say
from facilitui.demo.way import Way
from facilitui.storage.paths import Home
from facilitui.storage.system_clock import SystemClock

A_WEEK, A_DAY = timedelta(days=7), timedelta(days=1)
AT_MOST = timedelta(hours=3)
"""A session with its debrief takes no longer."""

WAYS = {"candidate": go_as_candidate, "community": go_as_community}
"""The ways through a pathway that there are, by what they are called on the command line."""


def run_demo(home: Home, speed: float, say: Say, sessions: int = 1) -> int:
    """Go the whole way and print an account; 0 if the journal holds what it should.

    Of several sessions, a week apart, the last one is the latest that is over and told in full.
    """
    clock = SimulatedClock(last_start(SystemClock().read().at), speed)
    wiring = Wiring(home, clock=clock)
    try:
        return asyncio.run(_demonstrate(wiring, clock, say, sessions))
    finally:
        wiring.close()


def run_way(home: Home, speed: float, say: Say, which: str) -> int:
    """Go a candidate's or a community's whole way through a pathway, and print an account.

    0 if the journal holds what it should, and every gate stopped whom it had to.
    """
    clock = SimulatedClock(last_start(SystemClock().read().at), speed)
    wiring = Wiring(home, clock=clock)
    try:
        return asyncio.run(_go_way(Way(wiring, clock, say, clock.at), WAYS[which]))
    finally:
        wiring.close()


async def _go_way(way: Way, go: Callable[[Way], Awaitable[None]]) -> int:
    await go(way)
    way.say("")
    return max(int(way.went_on), await _told_last(way.wiring, way.say))


def last_start(now: datetime) -> datetime:
    """Half past three of today, or of the day before where that is not over by now."""
    today = now.replace(hour=15, minute=30, second=0, microsecond=0)
    return today if today + AT_MOST <= now else today - A_DAY


async def _demonstrate(wiring: Wiring, clock: SimulatedClock, say: Say, sessions: int) -> int:
    today, gone = clock.at, list[str]()
    for number in range(sessions - 1):
        clock.at = today - (sessions - 1 - number) * A_WEEK
        told, session = await _before(wiring, clock, course(number, sessions))
        gone.append(session)
        say(told)
    if sessions > 1:
        say("")
        clock.at = today
    told, session, _ = await one_session(wiring, clock, say, course(sessions - 1, sessions))
    say(told)
    if gone:
        await bring(wiring, [*gone, session])
    return await _told_last(wiring, say)


async def _told_last(wiring: Wiring, say: Say) -> int:
    """Whether the journal holds what it should, and where it lies."""
    verdict = await wiring.safekeeping.verify()
    say(f"Journal: {verdict.looked_at}, {'damaged' if verdict.broken else 'verified'}.")
    say(f"Everything is in {wiring.home.root}")
    say(f"To look around in it: facilitui --home {shlex.quote(str(wiring.home.root))}")
    return 1 if verdict.broken else 0


async def _before(wiring: Wiring, clock: SimulatedClock, going: Course) -> tuple[str, str]:
    """One of the sessions before the last: all of it in a line, and its id."""
    day = short_day(clock.at.date())
    _, session, facts = await one_session(wiring, clock, nothing, going)
    told = (
        ran_of(facts.ran, facts.planned),
        f"{facts.waits_reached} of {len(facts.waits)} waits reached their target",
        f"goal {going.verdict.label.lower()}",
        "observed" if going.observed else "",
    )
    return f"{day:>11}  {', '.join(filter(None, told))}", session
