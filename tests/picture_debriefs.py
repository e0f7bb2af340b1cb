"""The homes of `make pictures` in which a session has ended, filled through the services."""

from __future__ import annotations

import asyncio
from collections.abc import Callable, Coroutine
from dataclasses import dataclass
from datetime import datetime, timedelta
from pathlib import Path

from facilitui.bootstrap import Wiring
from facilitui.core import bodies as b
from facilitui.core.debriefs.debrief import CaptureSorted
from facilitui.core.debriefs.debrief_questions import of_frame
from facilitui.core.debriefs.debrief_words import CaptureSort, Verdict
from facilitui.core.journals.attaching_ports import Progress
from facilitui.core.library.norms import NormFate
from facilitui.core.sessions import moves
from facilitui.core.sessions.session import NoteKind, Stage
from facilitui.core.vocabulary import WaitEnding
from facilitui.demo import SimulatedClock
from facilitui.services.debriefs.debrief_desk import DebriefDesk
from facilitui.services.sessions.hosted_session import HostedSession
from facilitui.storage.paths import Home
from tests.picture_states import PictureHomes

BEN, ANA = "Ben Okafor", "Ana Duarte"
RAN_OVER = {"Clarifying questions": 190.0, "Commitments": -60.0}
CAPTURED = {
    "Clarifying questions": "Mia asked twice what the task asks for before she judged.",
    "Presenter reflects": "“I would have graded the handwriting.”",
    "Commitments": "We will look at the task before we look at the answers.",
}
LEARNED = (
    "Seven of nine could point to evidence of reasoning in the samples; their notes quote the "
    "learner and not the score."
)
HEARD = "Longer answers, and Mia spoke for the first time."
COMMITMENT = "Count to five after the second answer, before I speak."
THEIRS = "They read before they judged. I am less sure that the feedback can be used tomorrow."
SEEN = "You waited after the question, and rarely after the answer. Two people never spoke."
HEADINGS = (
    "Timestamp,Email address,What we did is useful for my work,I could speak in my own way,"
    "There was enough time to think,I could say what I did not know,"
    "Before today how sure were you,And now?,What will you try?,What should we change?"
)
"""What a form tool writes above the answers."""
FORM, FILE = "answers.csv", "exit-tickets.pdf"
"""What a form tool exported, one answer of which cannot be read; and what can be attached."""
ANSWERS = (
    "4,4,3,4,1,3,I will ask what in the work shows it,more time for the quiet reading",
    "5,3,3,4,2,3,Read before I judge,",
    "3,4,2,4,1,3,Count to five,a break after the protocol",
    "5,5,4,4,2,4,,",
    "4,3,3,3,2,2,Bring two pieces of work,more time for the quiet reading",
    "4,4,often,4,1,2,Name the evidence first,",
)


@dataclass(frozen=True, slots=True)
class Ended:
    """A home, the session in it that ended last, and when the pictures of it begin."""

    folder: Path
    session: str
    at: datetime


Fill = Callable[[Wiring, str], Coroutine[None, None, None]]
"""Puts something about a session into a home."""


def ended(homes: PictureHomes, name: str, *fill: Fill) -> Ended:
    """A home whose last session ended ten minutes ago, with all that a run can hold."""
    folder = homes.copy(homes.running, name)
    rows = (f"11/25/2026 16:{50 + n},p{n}@school.example,{row}" for n, row in enumerate(ANSWERS))
    (folder / FORM).write_text("\n".join((HEADINGS, *rows, "")), "utf-8")
    (folder / FILE).write_bytes(b"%PDF-1.7 " * 20_000)
    at = asyncio.run(_ended(Home(folder), homes.session, homes.running_at, fill))
    return Ended(folder, homes.session, at)


async def _ended(home: Home, session: str, at: datetime, fill: tuple[Fill, ...]) -> datetime:
    clock = SimulatedClock(at)
    wiring = Wiring(home, clock=clock)
    hosted = await wiring.hosting.resume(session)
    await hosted.do(moves.attend(9))
    await hosted.do(moves.invoke_norm(hosted.state.norms[0].id))
    for seat in (1, 2, 3, 1, 4, 1, 5, 7, 2, 1, 8):
        await hosted.do(_voice(seat))
    while (run := hosted.state.now) is not None:
        if run.stage is Stage.DIRECTIONS:
            await _pass(hosted, clock, 25)
            await hosted.do(moves.forward)
        await _keep(hosted, clock, run.part.name)
        left = run.minutes * 60 - 40 + RAN_OVER.get(run.part.name, 0.0)
        await _pass(hosted, clock, max(0.0, left))
        await hosted.do(moves.forward)
    await hosted.do(moves.end)
    await hosted.leave()
    clock.at += timedelta(minutes=10)
    for each in fill:
        await each(wiring, session)
    wiring.close()
    return clock.at


def _voice(seat: int) -> Callable[..., moves.Move]:
    return lambda state: (b.VoiceHeard(seat=seat),)


async def _keep(hosted: HostedSession, clock: SimulatedClock, part: str) -> None:
    """Waits that reach their target and one that does not; a mark, a capture."""
    for seconds in (4.0, 8.0) if part in {"Clarifying questions", "Process debrief"} else ():
        await hosted.do(moves.open_or_close_wait)
        await _pass(hosted, clock, seconds)
        await hosted.do(moves.open_or_close_wait)
    if part in CAPTURED:
        await hosted.do(moves.capture(CAPTURED[part]))
    if part == "Warm then cool feedback":
        await hosted.do(moves.mark)


async def _pass(hosted: HostedSession, clock: SimulatedClock, seconds: float) -> None:
    """Let time pass with the program open, which looks at its clock again and again."""
    while seconds > 0:
        clock.at += timedelta(seconds=min(20.0, seconds))
        seconds -= 20.0
        await hosted.tick()


# What is written afterwards


async def half_debriefed(wiring: Wiring, session: str) -> None:
    """The debrief, half answered and half sorted, and saved."""
    desk = await wiring.reflecting.open(session)
    desk.write("learned", LEARNED)
    desk.write(desk.debrief.prompts[0].id, HEARD)
    desk.write(of_frame(desk.debrief)[0].id, "The silent reading carried what followed.")
    desk.write("commitment:0", COMMITMENT)
    desk.promise_by("", "2026-12-09")
    _sort(desk)
    about, before = desk.about_form(), desk.debrief
    told = {"partners": "co_facilitator", "with_whom": BEN, "stance": "guide", "support": "2"}
    desk.tell_about(about, {field.key: field.value for field in about.fields} | told, before)
    await desk.save()


def _sort(desk: DebriefDesk) -> None:
    captures = [note.seq for note in desk.facts.notes if note.kind is NoteKind.CAPTURE]
    desk.sort_capture(CaptureSorted(capture=captures[0], sorts=(CaptureSort.QUOTE,)))
    desk.sort_capture(CaptureSorted(capture=captures[1], goals=(desk.facts.goals[0].id,)))
    desk.sort_wait(desk.facts.waits[0].seq, WaitEnding.WAITED_PAST_TARGET)
    desk.sort_norm(desk.state.norms[0], NormFate.KEPT)
    desk.judge(desk.facts.goals[0].id, Verdict.PARTLY)


async def seen_by_others(wiring: Wiring, session: str) -> None:
    """A second lens, an observation, what participants said, a file."""
    lens = await wiring.reflecting.open(session, BEN)
    lens.write("learned", THEIRS)
    lens.write(of_frame(lens.debrief)[0].id, "The silent reading carried what followed.")
    lens.judge(lens.facts.goals[0].id, Verdict.MET)
    await lens.save()
    form = await wiring.observing.open(session)
    told = {"mode": "live", "observed_on": "2026-11-25", "giver": ANA, "feedback": SEEN}
    form.take({field.key: field.value for field in form.form.fields} | told)
    await form.save()
    folder = wiring.home.root
    hearing = wiring.hearing
    await hearing.take(session, await hearing.preview(str(folder / FORM)), 9)
    await wiring.attaching.add(session, str(folder / FILE), Progress())
    scores = await wiring.scoring.open(session)
    for place, row in enumerate(scores.rows[:5]):
        scores.score(row.id, 2 + place % 3)
    await scores.save()
