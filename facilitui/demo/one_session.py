"""One session of the demonstration: planned, run and debriefed."""

from __future__ import annotations

from facilitui.bootstrap import Wiring
from facilitui.core.sessions.facts import SessionFacts, session_facts
from facilitui.demo.clock import SimulatedClock
from facilitui.demo.course import Course
from facilitui.demo.reflecting import reflect
from facilitui.demo.running import Say, run_session

AGENDA = "collaborative_inquiry_student_work"


async def one_session(
    wiring: Wiring, clock: SimulatedClock, say: Say, going: Course
) -> tuple[str, str, SessionFacts]:
    """Plan, run and debrief a session; its debrief as a document, its id, and its facts."""
    hosted = await wiring.hosting.prepare_plan(await _plan(wiring, clock, say, going))
    await run_session(hosted, going, clock, say)
    await hosted.leave()
    say("")
    told = await reflect(wiring, hosted.session, going)
    return told, hosted.session, session_facts(hosted.state)


def nothing(line: str) -> None:
    """What happens in a session that is told in a line."""


async def _plan(wiring: Wiring, clock: SimulatedClock, say: Say, going: Course) -> str:
    desk = await wiring.planning.begin(AGENDA)
    start = clock.at.replace(tzinfo=None)
    told = {"start": start, "zone": "UTC", "planned_with": going.planned_with}
    desk.change(lambda plan: plan.model_copy(update=told), "date")
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
