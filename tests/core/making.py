"""What the tests of a session are made with: plans, protocols, agendas, and a simulated host."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from typing import Any

from facilitui.core import bodies as b
from facilitui.core.library.protocol import Cycle, Group, Protocol, Step
from facilitui.core.plans.agenda import AgendaBlock, Part
from facilitui.core.plans.plan import Audience, Block, Evidence, Goal, Plan
from facilitui.core.plans.plan_parts import PlannedNorms
from facilitui.core.sealing import canonical
from facilitui.core.sessions.clock import Reading, elapsed_at
from facilitui.core.sessions.course import Course
from facilitui.core.sessions.events import Event, Head, head_of, make_event, read_event
from facilitui.core.sessions.moves import Move
from facilitui.core.sessions.session import PartRun, SessionState
from facilitui.core.vocabulary import (
    BlockKind,
    EvidenceKind,
    Family,
    Per,
    Provenance,
    Purpose,
    Silence,
    Who,
)

START = datetime(2026, 11, 25, 20, 30, tzinfo=UTC)
"""When simulated sessions begin: 15:30 in Toronto."""
HOSTILE = "[x] [Q1] [/b] [=] \x1b[31m‮ \ud800 👩🏽‍🏫 日本"
"""Markup, a terminal control, reordering, half a character, and ordinary text."""


def part(name: str, minutes: float = 5, **fields: Any) -> Part:
    """One timed part; its block is what stands before the first slash of its name."""
    fields.setdefault("block", name.split("/")[0])
    return Part(id=name, name=name, short=name, minutes=minutes, **fields)


def agenda(*parts: Part, **fields: Any) -> tuple[AgendaBlock, ...]:
    """The blocks that these parts make; `fields` are given to each of them."""
    names = dict.fromkeys(each.block for each in parts)
    return tuple(
        AgendaBlock(id=name, title=name, parts=tuple(p for p in parts if p.block == name), **fields)
        for name in names
    )


def plain(*minutes: float) -> tuple[AgendaBlock, ...]:
    """Blocks of one part each, called a, b, c and so on, whose clocks start at once."""
    return agenda(*(part(chr(ord("a") + i), length) for i, length in enumerate(minutes)))


def step(name: str, least: float, ideal: float, most: float, **fields: Any) -> Step:
    """One step of a protocol, for the whole group unless told otherwise."""
    fields.setdefault("who", Who.WHOLE_GROUP)
    return Step(id=name, name=name, min=least, ideal=ideal, max=most, **fields)


def protocol(*steps: Step, cycles: Sequence[Cycle] = (), **fields: Any) -> Protocol:
    """A protocol of these steps."""
    given: dict[str, Any] = {
        "id": "made",
        "name": "Made",
        "family": (Family.IDEA,),
        "purposes": (Purpose.EXPLORE,),
        "purpose": "To be tested.",
        "group": Group(min=2, max=40, ideal=8, default=8),
        "origin": "own",
        "provenance": Provenance.OWN,
    }
    return Protocol(**(given | fields), steps=tuple(steps), cycles=tuple(cycles))


def final_word() -> Protocol:
    """The Final Word as the facts (§3.3) have it."""
    quiet = {"who": Who.INDIVIDUALS, "silence": Silence.ALL}
    return protocol(
        step("mark", 3, 5, 8, **quiet),
        step("why", 2, 3, 3, cycle="A"),
        step("respond", 3, 3, 5, cycle="A"),
        step("last", 1, 1, 1, cycle="A"),
        step("change", 0.5, 1, 1, cycle="A"),
        step("debrief", 3, 5, 5, debrief=True),
        cycles=(Cycle(id="A", times=4, per=Per.PARTICIPANT),),
        id="final_word",
        name="The Final Word",
        group=Group(min=3, max=40, ideal=16, sub=4, default=4),
        provenance=Provenance.STORED,
    )


def tuning() -> Protocol:
    """The Tuning Protocol as the facts (§3.2) have it."""
    return protocol(
        step("intro", 1, 5, 5, who=Who.FACILITATOR),
        step("present", 10, 15, 15, who=Who.PRESENTER),
        step("clarify", 3, 5, 5, who=Who.PRESENTER_AND_GROUP),
        step("examine", 5, 15, 15, who=Who.INDIVIDUALS, silence=Silence.ALL),
        step("prepare", 2, 2, 3, who=Who.INDIVIDUALS, silence=Silence.ALL),
        step("feedback", 10, 15, 15, who=Who.GROUP),
        step("reflect", 3, 5, 5, who=Who.PRESENTER),
        step("debrief", 3, 5, 5, debrief=True),
        id="tuning",
        name="Tuning Protocol",
        group=Group(min=4, max=12, ideal=8, default=8),
        provenance=Provenance.MIXED,
    )


def good_plan(**changes: Any) -> Plan:
    """A plan with nothing to look at again."""
    fields: dict[str, Any] = {
        "title": "Looking at student work",
        "purpose": "See what the work shows.",
        "start": datetime(2026, 11, 25, 15, 30),
        "zone": "America/Toronto",
        "minutes": 60,
        "audience": Audience(who="grade-7 teachers", count=9),
        "goals": (Goal(id="G1", text="know the criteria"), Goal(id="G2", text="use them")),
        "blocks": (
            Block(id="open", title="Opening", kind=BlockKind.OPENING, minutes=10),
            Block(id="work", title="Work", minutes=35, goals=("G1", "G2")),
            Block(
                id="close", title="Commitments", kind=BlockKind.CLOSING, minutes=10, goals=("G2",)
            ),
            Block(id="look", title="Look back", kind=BlockKind.PROCESS_DEBRIEF, minutes=5),
        ),
        "evidence": (Evidence(id="E1", kind=EvidenceKind.EXIT_TICKET, goals=("all",)),),
        "norms": PlannedNorms(sets=("seven_norms",)),
    }
    return Plan(**(fields | changes))


class Script:
    """A host that presses keys on a simulated clock, as the host service does.

    A key's first event is the key; the others name it in `part_of`.
    """

    def __init__(self, blocks: Iterable[AgendaBlock] = (), **started: Any) -> None:
        self.course = Course()
        self.reading = Reading(at=START, boot_id="boot-1", boot_seconds=1000.0, machine="one")
        anchor = self.reading.anchor
        self.append((b.SessionStarted(blocks=tuple(blocks), anchor=anchor, **started),))

    @property
    def events(self) -> tuple[Event, ...]:
        """Everything that was written."""
        return self.course.events

    @property
    def state(self) -> SessionState:
        """How it stands."""
        return self.course.state

    @property
    def elapsed(self) -> float:
        """Seconds since the session began, by its own clock."""
        return elapsed_at(self.state, self.reading)

    @property
    def now(self) -> datetime:
        """The simulated wall clock."""
        return self.reading.at

    def wait(self, seconds: float) -> Script:
        """Let time pass, awake or asleep."""
        self.reading = replace(
            self.reading,
            at=self.reading.at + timedelta(seconds=seconds),
            boot_seconds=self.reading.boot_seconds + seconds,
        )
        return self

    def press(self, *keys: Callable[[SessionState], Move]) -> Script:
        """Press keys one after the other, all at this moment."""
        for key in keys:
            self.append(key(self.state))
        return self

    def append(self, move: Move) -> Script:
        """Write a key's events, as the host service does."""
        first, elapsed = self.state.head.seq + 1, self.elapsed
        for number, each in enumerate(move):
            body = each.model_copy(update={"part_of": first}) if number else each
            event = made(body, self.state.head, self.now, elapsed)
            self.course = self.course.after(event)
        return self

    def run(self, name: str) -> PartRun:
        """A part and how it has run."""
        return next(run for run in self.state.runs if run.part.id == name)

    def ran(self, name: str) -> float:
        """Seconds a part's clock has run by now."""
        return self.run(name).seconds(self.elapsed)


def made(
    body: b.Body, head: Head | None = None, at: datetime = START, elapsed: float = 0.0
) -> Event:
    """One event; its salt follows from its place."""
    head = head or Head()
    return make_event(body, head=head, at=at, elapsed=elapsed, salt=f"{head.seq:032x}")


def chained(bodies: Iterable[b.Body], every: float = 10.0) -> list[Event]:
    """Events of these bodies, one after the other."""
    events: list[Event] = []
    head = Head()
    for number, body in enumerate(bodies):
        elapsed = number * every
        events.append(made(body, head, START + timedelta(seconds=elapsed), elapsed))
        head = head_of(events[-1])
    return events


def changed(event: Event, **fields: Any) -> Event:
    """An event whose envelope was tampered with."""
    return read_event(canonical({**event.document, **fields}))


def blanked(event: Event) -> Event:
    """An event whose body was left out."""
    return changed(event, body="", salt="")


def timeless(state: SessionState) -> SessionState:
    """A state without what even an event that was taken back moves on."""
    return replace(state, head=Head(), elapsed=0, at=None)


def minutes_of(blocks: Iterable[AgendaBlock]) -> Mapping[str, float]:
    """What each part is planned to take, by id."""
    return {each.id: each.minutes for block in blocks for each in block.parts}
