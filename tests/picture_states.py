"""The homes that pictures are taken in, filled through the services."""

from __future__ import annotations

import asyncio
import os
import shutil
import time
from collections.abc import Callable, Coroutine
from datetime import UTC, date, datetime, timedelta
from pathlib import Path
from threading import Lock

from facilitui.bootstrap import Wiring
from facilitui.core import bodies as b
from facilitui.core.debriefs.debrief_questions import of_frame
from facilitui.core.sessions import moves
from facilitui.core.sessions.session import PartRun, Stage
from facilitui.demo import SimulatedClock
from facilitui.services.sessions.hosted_session import HostedSession
from facilitui.storage.paths import Home

BEGINS = datetime(2026, 11, 25, 15, 30, tzinfo=UTC)
BEFORE = BEGINS - timedelta(minutes=80)
LEFT = 72.0
"""Seconds left of the step at which the session for the pictures is taken up."""
STOPS_AT = "Clarifying questions"
PLAN, OTHER = "looking-at-student-work", "naming-the-problem-we-share"
LATE = {"Opening and why": 120.0, "Norms, add yours": -60.0, "Presentation and focus question": 180}
LEARNED = (
    "Seven of nine could point to evidence of reasoning; their notes quote the learner.",
    "The silent reading carried the feedback that followed.",
    "Two voices took most of the first round; the go-around changed that.",
    "The exit tickets name a next step, but only half of them a date.",
)
PROMISED = (
    "Count to five after the second answer, before I speak.",
    "Ask for the evidence before the opinion.",
    "Let the group add a norm of its own.",
)
TITLES = ("Student work, third look", "Book study, chapter 4", "Naming our problem", "Data talk")


class OutsideClock:
    """The program's clock, moved through the file that FACILITUI_TEST_CLOCK names."""

    def __init__(self, file: Path, at: datetime) -> None:
        self.file = file
        self.hold(at)

    def hold(self, at: datetime) -> None:
        """Let it be a moment, from which it goes on."""
        self.at = at
        new = self.file.with_suffix(".new")
        new.write_text(f"{at.timestamp() - time.time():.3f}", "ascii")
        new.replace(self.file)


class PictureHomes:
    """An empty home, a full one, and one in the middle of a session, to be copied from."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder
        self._filling = Lock()
        self.full = self._made("full")
        asyncio.run(_fill(Home(self.full)))
        self.running = self.copy(self.full, "running")
        self.session, self.running_at = asyncio.run(_run_until(Home(self.running)))
        _alive(self.running, self.session, self.running_at)
        self.over_at = self.running_at + timedelta(seconds=LEFT + 100)
        self.over = self.copy(self.running, "over")
        _alive(self.over, self.session, self.over_at)
        self.troubled = self.copy(self.full, "troubled")
        _break(Home(self.troubled))

    def empty(self, name: str) -> Path:
        """A new home without anything."""
        return self._made(name)

    def copy(self, home: Path, name: str) -> Path:
        """A home of its own for a program that changes it; times of change are kept."""
        return Path(shutil.copytree(home, self._folder / name))

    def once(self, name: str, fill: Callable[[Home], Coroutine[None, None, None]]) -> Path:
        """A home filled for the first scene that asks for it, to be copied by all that do."""
        with self._filling:
            folder = self._folder / name
            if not folder.exists():
                asyncio.run(fill(Home(self._made(name))))
        return folder

    def clock(self, name: str, at: datetime) -> OutsideClock:
        """A clock of its own for a program."""
        return OutsideClock(self._folder / f"{name}.clock", at)

    def _made(self, name: str) -> Path:
        folder = self._folder / name
        folder.mkdir(mode=0o700)
        return folder


async def _fill(home: Home) -> None:
    clock = SimulatedClock(BEFORE - timedelta(days=40))
    wiring = Wiring(home, clock=clock)
    plan = (await wiring.planning.shelf()).agendas["collaborative_inquiry_student_work"]
    for number, title in enumerate(TITLES):
        clock.at = BEFORE - timedelta(days=9 * (4 - number))
        hosted = await wiring.hosting.prepare(plan.model_copy(update={"title": title}), "past")
        await _play(hosted, clock, "")
        await hosted.do(moves.end)
        await hosted.leave()
        if number < len(TITLES) - 1:
            await _debrief(wiring, hosted.session, number)
    dated = {"start": BEGINS.replace(tzinfo=None), "zone": "UTC"}
    await _plan(wiring, "collaborative_inquiry_student_work", {**dated, "evidence": ()})
    other = await _plan(wiring, "community_of_practice_problem_of_practice", {})
    await _plan(wiring, "book_study", {})
    clock.at = BEFORE - timedelta(days=1)
    hosted = await wiring.hosting.prepare_plan(other)
    await hosted.begin()
    await _pass(hosted, clock, 540)
    await hosted.do(moves.forward)
    await hosted.leave()
    wiring.close()
    for minutes, name in enumerate(sorted(home.plans.glob("*.toml"))):
        changed = (clock.at + timedelta(minutes=minutes)).timestamp()
        os.utime(name, (changed, changed))


async def _plan(wiring: Wiring, agenda: str, fields: dict[str, object]) -> str:
    desk = await wiring.planning.begin(agenda)
    evidence = desk.plan.evidence[:1]
    if "evidence" in fields:
        fields = {**fields, "evidence": evidence}
    desk.change(lambda plan: plan.model_copy(update=fields), "what is given")
    await desk.write()
    return desk.name


async def _play(hosted: HostedSession, clock: SimulatedClock, until: str) -> None:
    """Run a session up to a step, or past its last one; some steps run over."""
    await hosted.begin()
    while (run := hosted.state.now) is not None and run.part.name != until:
        if run.stage is Stage.DIRECTIONS:
            await _pass(hosted, clock, 25)
            await hosted.do(moves.forward)
        await _keep_something(hosted, clock, run)
        await _pass(hosted, clock, run.minutes * 60 - 30 + LATE.get(run.part.name, 0.0))
        await hosted.do(moves.forward)


async def _pass(hosted: HostedSession, clock: SimulatedClock, seconds: float) -> None:
    """Let time pass with the program open, which looks at its clock again and again."""
    while seconds > 0:
        step = min(20.0, seconds)
        seconds -= step
        clock.at += timedelta(seconds=step)
        await hosted.tick()


async def _keep_something(hosted: HostedSession, clock: SimulatedClock, run: PartRun) -> None:
    await _pass(hosted, clock, 12)
    if run.part.question is not None:
        await hosted.do(moves.open_or_close_wait)
    await _pass(hosted, clock, 6)
    if run.part.question is not None:
        await hosted.do(moves.open_or_close_wait)
    await _pass(hosted, clock, 12)
    if run.part.name == "Opening and why":
        await hosted.do(lambda state: (b.Marked(),))
        await hosted.do(lambda state: (b.Parked(text="How do we grade this?"),))
    if run.part.name == "Presentation and focus question":
        await hosted.do(lambda state: (b.Captured(text="“I looked at the work, not the score.”"),))


async def _debrief(wiring: Wiring, session: str, number: int) -> None:
    desk = await wiring.reflecting.open(session)
    desk.write("learned", LEARNED[number])
    for place, each in enumerate((*desk.debrief.prompts, *of_frame(desk.debrief))):
        desk.write(each.id, LEARNED[(number + place + 1) % len(LEARNED)])
    desk.write("commitment:0", PROMISED[number])
    desk.promise_by("", f"{date(2026, 11, 23) + timedelta(days=2 * number)}")
    await desk.save()


async def _run_until(home: Home) -> tuple[str, datetime]:
    """Run the next session up to the step that the pictures begin at; gives it and the moment."""
    clock = SimulatedClock(BEGINS)
    wiring = Wiring(home, clock=clock)
    hosted = await wiring.hosting.prepare_plan(PLAN)
    await _play(hosted, clock, STOPS_AT)
    run = hosted.state.now
    assert run is not None, f"the agenda has no step called {STOPS_AT} any more"
    await hosted.leave()
    wiring.close()
    return hosted.session, clock.at + timedelta(seconds=run.minutes * 60 - LEFT)


def _alive(home: Path, session: str, at: datetime) -> None:
    """A log's own time of change is when a host was last alive, so nobody was away."""
    os.utime(home / "sessions" / session / "events.jsonl", (at.timestamp(), at.timestamp()))


def _break(home: Home) -> None:
    """A file of each kind that cannot be read."""
    folder = home.own("protocols")
    folder.mkdir(mode=0o700)
    (folder / "our_own.toml").write_text('kind = "protocol"\nname = "Our own\n', "utf-8")
    (home.plans / "torn.toml").write_text('kind = "plan"\ntitle = 7\n', "utf-8")
    (home.journal / "2026-09.json").write_text("{", "utf-8")
