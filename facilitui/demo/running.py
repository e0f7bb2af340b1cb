"""Running a session of the demonstration, key by key."""

from __future__ import annotations

from collections.abc import Callable

from facilitui.core.seconds_told import ran_of
from facilitui.core.sessions import moves, people_moves
from facilitui.core.sessions.facts import session_facts
from facilitui.core.sessions.session import NoteKind, PartRun, Stage
from facilitui.core.sessions.timing import minutes_behind
from facilitui.core.told import minutes, minutes_run
from facilitui.demo.clock import SimulatedClock
from facilitui.demo.course import Course
from facilitui.services.sessions.hosted_session import HostedSession

OVERRUN = "presentation"
"""The step that runs over, by a part of its name."""
DIRECTION_SECONDS = 45.0
TICK_SECONDS = 20.0
"""Between two looks of the host at the clock; after half a minute without one it was away."""
QUESTION_SECONDS = 20.0
"""For so long a question is put, and so long every part takes at least."""
SAID = ("“I looked at the work, not at the score.”", "“Their second try tells more.”")
"""What participants say, one after the other."""
Say = Callable[[str], None]


async def run_session(
    hosted: HostedSession, course: Course, clock: SimulatedClock, say: Say
) -> None:
    """Run a session from its beginning to its end."""
    say("")
    say("RUN")
    await clock.pass_seconds(course.begins_late)
    await hosted.begin()
    if course.here is not None:
        await hosted.do(moves.attend(course.here))
    while (run := hosted.state.now) is not None:
        await _run_part(hosted, run, course, clock)
        await hosted.do(moves.forward)
        _tell_part(hosted, run.part.id, clock, say)
    for seat in range(course.heard):
        await hosted.do(people_moves.hear(seat + 1))
    await hosted.do(moves.end)
    facts = session_facts(hosted.state)
    say(
        f"  {clock.at:%H:%M}  end, {ran_of(facts.ran, facts.planned)}, "
        f"{facts.waits_reached} of {len(facts.waits)} waits reached their target"
    )


async def _pass(hosted: HostedSession, clock: SimulatedClock, seconds: float) -> None:
    """Let time pass with the host there all the while."""
    while seconds > 0:
        await clock.pass_seconds(min(TICK_SECONDS, seconds))
        await hosted.tick()
        seconds -= TICK_SECONDS


async def _run_part(
    hosted: HostedSession, run: PartRun, course: Course, clock: SimulatedClock
) -> None:
    if run.stage is Stage.DIRECTIONS:
        await _pass(hosted, clock, DIRECTION_SECONDS)
        await hosted.do(moves.forward)
    seconds = run.minutes * 60
    if run.part.question is not None:
        seconds -= await _wait(hosted, course, clock)
    if OVERRUN in run.part.name.lower():
        await hosted.do(lambda state: moves.change_minutes(state, 1))
        seconds += course.runs_over
    if run.part.silent:
        await hosted.do(moves.mark)
    await _pass(hosted, clock, max(QUESTION_SECONDS, seconds))
    if run.part.protected and not run.part.silent:
        before = len(hosted.state.notes_of(NoteKind.CAPTURE))
        await hosted.do(moves.capture(SAID[before % len(SAID)]))


async def _wait(hosted: HostedSession, course: Course, clock: SimulatedClock) -> float:
    """A question and a silence, which reaches its target or not."""
    await _pass(hosted, clock, QUESTION_SECONDS)
    await hosted.do(moves.open_or_close_wait)
    wait = hosted.state.wait
    reaches = course.waits[len(hosted.state.waits) % len(course.waits)]
    length = (wait.target_seconds if wait else 0) + (1 if reaches else -2)
    await _pass(hosted, clock, length)
    await hosted.do(moves.open_or_close_wait)
    return QUESTION_SECONDS + length


def _tell_part(hosted: HostedSession, part: str, clock: SimulatedClock, say: Say) -> None:
    run = next(run for run in hosted.state.runs if run.part.id == part)
    elapsed, now = hosted.now()
    behind = minutes_behind(hosted.state, elapsed, now, now.tzinfo)
    late = f"{behind:+d} min" if behind else "as planned"
    ran = minutes_run(run.seconds(elapsed) / 60)
    say(
        f"  {clock.at:%H:%M}  {minutes(run.part.minutes):>4} ({ran})  "
        f"{run.part.title}{'  silent' if run.part.silent else ''}  {late}"
    )
