"""The demonstration: a whole session without a screen, through the services the screens use.

A shipped agenda is planned, run step by step on a simulated clock with waits, marks, a line
captured and a step that runs over, debriefed, saved and verified.
"""

from __future__ import annotations

import asyncio
from collections.abc import Callable
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta, tzinfo

from facilitui.bootstrap import Wiring
from facilitui.core import moves
from facilitui.core.asked_moments import to_pull
from facilitui.core.clock import Reading
from facilitui.core.debrief import CaptureSorted
from facilitui.core.debrief_words import Verdict
from facilitui.core.facts import session_facts
from facilitui.core.session import NoteKind, PartRun, Stage
from facilitui.core.timing import minutes_behind
from facilitui.core.told import minutes
from facilitui.reports.entry_markdown import entry_markdown
from facilitui.services.hosted_session import HostedSession
from facilitui.storage.paths import Home
from facilitui.storage.system_clock import SystemClock

AGENDA = "collaborative_inquiry_student_work"
OVERRUN = "presentation"
"""The step that runs over, by a part of its name."""
OVER_SECONDS = 330.0
DIRECTION_SECONDS = 45.0
TICK_SECONDS = 20.0
"""Between two looks of the host at the clock; after half a minute without one it was away."""

Say = Callable[[str], None]


@dataclass
class SimulatedClock:
    """A clock that moves when it is told to, at a pace if one is given."""

    at: datetime
    speed: float = 0.0
    """How much faster than real time; 0 is at once."""

    def read(self) -> Reading:
        """All that it shows."""
        return Reading(self.at, "simulated", self.at.timestamp())

    def zone(self, name: str) -> tzinfo:
        """Everything happens in UTC."""
        return UTC

    async def pass_seconds(self, seconds: float) -> None:
        """Let time pass."""
        self.at += timedelta(seconds=seconds)
        if self.speed:
            await asyncio.sleep(seconds / self.speed)


def run_demo(home: Home, speed: float, say: Say) -> int:
    """Go the whole way and print an account; 0 if the journal holds what it should."""
    today = SystemClock().read().at
    clock = SimulatedClock(today.replace(hour=15, minute=30, second=0, microsecond=0), speed)
    wiring = Wiring(home, clock=clock)
    try:
        return asyncio.run(_demonstrate(wiring, clock, say))
    finally:
        wiring.close()


async def _demonstrate(wiring: Wiring, clock: SimulatedClock, say: Say) -> int:
    plan_name = await _plan(wiring, clock, say)
    hosted = await wiring.hosting.prepare_plan(plan_name)
    await _run(hosted, clock, say)
    await hosted.leave()
    say("")
    say(await _debrief(wiring, hosted.session))
    count, findings, problems = await wiring.reviewing.verify()
    broken = bool(problems) or any(finding.broken for finding in findings)
    say(f"Journal: {count} documents, {'damaged' if broken else 'verified'}.")
    say(f"Everything is in {wiring.home.root}")
    return 1 if broken else 0


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


async def _run(hosted: HostedSession, clock: SimulatedClock, say: Say) -> None:
    say("")
    say("RUN")
    await clock.pass_seconds(120)
    await hosted.begin()
    while (run := hosted.state.now) is not None:
        await _run_part(hosted, run, clock)
        await hosted.do(moves.forward)
        _tell_part(hosted, run.part.id, clock, say)
    await hosted.do(moves.end)
    facts = session_facts(hosted.state)
    say(
        f"  {clock.at:%H:%M}  end, {minutes(facts.ran)} of {minutes(facts.planned)} min, "
        f"{facts.waits_reached} of {len(facts.waits)} waits reached their target"
    )


async def _pass(hosted: HostedSession, clock: SimulatedClock, seconds: float) -> None:
    """Let time pass with the host there all the while."""
    while seconds > 0:
        await clock.pass_seconds(min(TICK_SECONDS, seconds))
        await hosted.tick()
        seconds -= TICK_SECONDS


async def _run_part(hosted: HostedSession, run: PartRun, clock: SimulatedClock) -> None:
    if run.stage is Stage.DIRECTIONS:
        await _pass(hosted, clock, DIRECTION_SECONDS)
        await hosted.do(moves.forward)
    seconds = run.minutes * 60
    if run.part.question is not None:
        seconds -= await _wait(hosted, clock)
    if OVERRUN in run.part.name.lower():
        await hosted.do(lambda state: moves.change_minutes(state, 1))
        seconds += OVER_SECONDS
    if run.part.silent:
        await hosted.do(moves.mark)
    await _pass(hosted, clock, max(20.0, seconds))
    if run.part.protected and not run.part.silent:
        before = len(hosted.state.notes_of(NoteKind.CAPTURE))
        await hosted.do(moves.capture(SAID[before % len(SAID)]))


async def _wait(hosted: HostedSession, clock: SimulatedClock) -> float:
    """A question and a silence: every second one reaches its target."""
    await _pass(hosted, clock, 20)
    await hosted.do(moves.open_or_close_wait)
    wait = hosted.state.wait
    length = (wait.target_seconds if wait else 0) + (1 if len(hosted.state.waits) % 2 == 0 else -2)
    await _pass(hosted, clock, length)
    await hosted.do(moves.open_or_close_wait)
    return 20 + length


def _tell_part(hosted: HostedSession, part: str, clock: SimulatedClock, say: Say) -> None:
    run = next(run for run in hosted.state.runs if run.part.id == part)
    elapsed, now = hosted.now()
    behind = minutes_behind(hosted.state, elapsed, now, now.tzinfo)
    late = f"{behind:+d} min" if behind else "as planned"
    ran = minutes(run.seconds(elapsed) / 60)
    say(
        f"  {clock.at:%H:%M}  {minutes(run.part.minutes):>4} ({ran})  "
        f"{run.part.title}{'  silent' if run.part.silent else ''}  {late}"
    )


async def _debrief(wiring: Wiring, session: str) -> str:
    desk = await wiring.reflecting.open(session)
    for note in to_pull(desk.facts):
        desk.sort_capture(CaptureSorted(capture=note.seq, goals=(GOAL_SHOWN,)))
    await desk.look_again()
    for question, text in _WRITTEN.items():
        desk.write(question, text)
    desk.judge(GOAL_SHOWN, Verdict.MET)
    await desk.save()
    saved = await wiring.reviewing.read(f"debrief-{session}")
    return entry_markdown(saved.document, saved.record, desk.zone)


SAID = ("“I looked at the work, not at the score.”", "“Their second try tells more.”")
"""What participants say, one after the other."""
GOAL_SHOWN = "G1"
"""The goal that the captures are evidence for."""
_WRITTEN = {
    "learned": "Seven of nine could point to evidence of reasoning; their notes quote the "
    "learner, not the score.",
    "waits_reached": "Longer answers, and somebody spoke for the first time.",
    "overrun": "The presenter was heard out; we paid with the last round of feedback.",
    "evidence": "From the changed tasks, which everybody brings to the next meeting.",
    "w3.what": "The silent reading carried the feedback that followed.",
    "w3.so_what": "Time given to looking is not lost to talking.",
    "w3.now_what": "I will keep the silence whole when time runs short.",
    f"goal:{GOAL_SHOWN}": "Seven of nine exit tickets name a place in the work.",
    "commitment:0": "Count to five after the second answer, before I speak.",
}
"""What is written to which question."""
