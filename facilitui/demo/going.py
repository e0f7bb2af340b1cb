"""Going the whole way, once or several times, and giving an account of it."""

from __future__ import annotations

import asyncio
import shlex
from datetime import datetime, timedelta

from facilitui.bootstrap import Wiring
from facilitui.core.facts import SessionFacts, session_facts
from facilitui.core.seconds_told import ran_of
from facilitui.core.told import short_day
from facilitui.demo.clock import SimulatedClock
from facilitui.demo.course import Course, course
from facilitui.demo.mentored import bring
from facilitui.demo.reflecting import reflect
from facilitui.demo.running import Say, run_session
from facilitui.storage.paths import Home
from facilitui.storage.system_clock import SystemClock

AGENDA = "collaborative_inquiry_student_work"
A_WEEK, A_DAY = timedelta(days=7), timedelta(days=1)
AT_MOST = timedelta(hours=3)
"""A session with its debrief takes no longer."""


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
    told, session, _ = await _one(wiring, clock, say, course(sessions - 1, sessions))
    say(told)
    if gone:
        await bring(wiring, [*gone, session])
    verdict = await wiring.safekeeping.verify()
    say(f"Journal: {verdict.looked_at}, {'damaged' if verdict.broken else 'verified'}.")
    say(f"Everything is in {wiring.home.root}")
    say(f"To look around in it: facilitui --home {shlex.quote(str(wiring.home.root))}")
    return 1 if verdict.broken else 0


async def _one(
    wiring: Wiring, clock: SimulatedClock, say: Say, going: Course
) -> tuple[str, str, SessionFacts]:
    """Plan, run and debrief a session; its debrief as a document, its id, and its facts."""
    hosted = await wiring.hosting.prepare_plan(await _plan(wiring, clock, say))
    await run_session(hosted, going, clock, say)
    await hosted.leave()
    say("")
    told = await reflect(wiring, hosted.session, going)
    return told, hosted.session, session_facts(hosted.state)


async def _before(wiring: Wiring, clock: SimulatedClock, going: Course) -> tuple[str, str]:
    """One of the sessions before the last: all of it in a line, and its id."""
    day = short_day(clock.at.date())
    _, session, facts = await _one(wiring, clock, _nothing, going)
    told = (
        ran_of(facts.ran, facts.planned),
        f"{facts.waits_reached} of {len(facts.waits)} waits reached their target",
        f"goal {going.verdict.label.lower()}",
        "observed" if going.observed else "",
    )
    return f"{day:>11}  {', '.join(filter(None, told))}", session


def _nothing(line: str) -> None:
    """What happens in a session that is told in a line."""


async def _plan(wiring: Wiring, clock: SimulatedClock, say: Say) -> str:
    desk = await wiring.planning.begin(AGENDA)
    start = clock.at.replace(tzinfo=None)
    desk.change(lambda plan: plan.model_copy(update={"start": start, "zone": "UTC"}), "date")
    await desk.write()
    view = desk.view
    say(f"PLAN  {view.plan.title}")
    say(f"      {view.plan.audience.count} {view.plan.audience.who}")
    for row in view.goals:
        say(f"  {row.goal.id}  {row.goal.text}")
    for slot in view.slots:
        say(f"  {slot.start:%H:%M}  {slot.block.minutes:>3g} min  {slot.block.title}")
    say(f"      plan {view.answered.count} of 4, {len(view.checks)} to look at again")
    for check in view.checks:
        say(f"      ! {check.text}")
    return desk.name
