"""Somebody on their way through a pathway, through the services that the screens use."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import datetime, timedelta
from textwrap import TextWrapper

from facilitui.bootstrap import Wiring
from facilitui.core.base import LONGEST_LINE
from facilitui.core.errors import FacilituiError
from facilitui.core.pathways.log_entry import Slot
from facilitui.core.pathways.progress import PathwayProgress, PhaseProgress
from facilitui.core.pathways.remarks import texts
from facilitui.core.safe_text import quoted
from facilitui.core.seconds_told import ran_of
from facilitui.core.told import short_day
from facilitui.demo.clock import SimulatedClock
from facilitui.demo.course import Course
from facilitui.demo.one_session import nothing, one_session
from facilitui.demo.running import Say
from facilitui.demo.writing import write
from facilitui.services.forms.log_values import OWN

WIDTH = 80
AFTER_DAY = " " * 17
"""As wide as a day with what stands behind it."""


@dataclass(frozen=True, slots=True)
class Stop:
    """That somebody was stopped at a gate, or came to the last one."""

    phase: str
    """The id of the phase whose gate it is."""
    lacked: tuple[str, ...]
    """The ids of what its gate needs and was not met; nothing once it meets."""


@dataclass
class Way:
    """One enrolment of the demonstration, and what became of it so far."""

    wiring: Wiring
    clock: SimulatedClock
    say: Say
    ends: datetime
    """When its last session begins."""
    id: str = ""
    """The enrolment's entry, once there is one."""
    stops: list[Stop] = field(default_factory=list)
    """Each time that the engine was asked about a gate."""
    went_on: bool = False
    """Whether it ever let somebody go on without a reason whom a gate should have stopped."""

    def at(self, days: int) -> None:
        """So many days before the last session, at its time of the day."""
        self.clock.at = self.ends - timedelta(days=days)

    @property
    def today(self) -> str:
        """The day it is, as a form takes it."""
        return self.clock.at.date().isoformat()

    def day(self, days: int) -> str:
        """The day so many days before the last session, as a form takes it."""
        return (self.ends - timedelta(days=days)).date().isoformat()

    def tell(self, what: str) -> None:
        """Say what happened, with its day."""
        self._say(f"{short_day(self.clock.at.date()):>15}  ", what)

    def tell_more(self, what: str) -> None:
        """Say more of what happened."""
        self._say(AFTER_DAY, what)

    def _say(self, before: str, what: str) -> None:
        folded = TextWrapper(
            WIDTH,
            before,
            AFTER_DAY,
            break_long_words=False,
            break_on_hyphens=False,
        )
        self.say(folded.fill(what))

    async def enrol(self, pathway: str, **typed: str) -> None:
        """Enrol in a pathway today."""
        made = await self.wiring.pathway_desk.enrol(pathway, anew=True)
        self.id = await write(made, **typed)
        where = await self.progress()
        phase = where.current.phase.name if where.current else ""
        self.tell(f"{typed['name']} enrols in {where.pathway.name}; in {phase}")

    async def progress(self) -> PathwayProgress:
        """Where it stands."""
        return (await self.wiring.progressing.of(self.id)).told

    async def log(self, requirement: str, slot: Slot | None = None, /, **typed: str) -> str:
        """Log something; what it is about comes first. Its entry."""
        return await write(await self.wiring.pathway_log.form(self.id, requirement, slot), **typed)

    async def asked(self, requirement: str, slot: Slot | None = None, /, **typed: str) -> str:
        """Log something today, with what the pathway itself asks for by the ids of its fields."""
        made = await self.wiring.pathway_log.form(self.id, requirement, slot)
        keys = {key: own for key in typed if (own := f"{OWN}{key}") in made.values}
        return await write(
            made, on=self.today, **{keys.get(key, key): text for key, text in typed.items()}
        )

    async def paper(self, key: str) -> None:
        """Write a document of it, and say where it lies."""
        told = await self.wiring.pathway_documents.write(self.id, key)
        for line in told.splitlines():
            self.tell_more(line)

    async def held(self, course: Course, told: str) -> str:
        """Hold a session and say that it counts; its id."""
        _, session, facts = await one_session(self.wiring, self.clock, nothing, course)
        self.tell(f"{told}; {ran_of(facts.ran, facts.planned)}")
        await self.sort()
        return session

    async def sort(self) -> None:
        """Say that all counts of which nobody said so yet."""
        unsorted = (await self.progress()).unsorted
        await self.wiring.pathway_changes.sort(self.id, {each.key: True for each in unsorted})

    async def gate(self) -> PhaseProgress:
        """Ask where the gate of the current phase stands, and say what it lacks."""
        here = (await self.progress()).current
        if here is None or here.gate is None:
            raise FacilituiError("there is no gate here")
        self.stops.append(
            Stop(here.phase.id, tuple(each.requirement.id for each in here.gate.lacks))
        )
        lacks = here.gate.lacks
        open_ones = f"{len(lacks)} not met yet" if lacks else here.gate.told
        self.tell(f"Gate of {here.phase.name}: {open_ones}")
        for each in lacks:
            name = quoted(each.requirement.text, LONGEST_LINE)
            self.tell_more(f"· {name}: {'; '.join(texts(each.lacks))}")
        return here

    async def stopped(self, phase: str) -> None:
        """Try to enter a phase without a reason, which the gate before it has to refuse."""
        await self.gate()
        try:
            await write(await self.wiring.pathway_desk.phase(self.id, phase))
        except FacilituiError:
            self.tell("Stopped: it can be entered only with a reason")
        else:
            self.went_on = True
            self.tell("Not stopped, though the gate should have done so")

    async def enter(self, phase: str, why: str = "") -> None:
        """Enter a phase, with a reason where something before it is not met."""
        if not why:
            await self.gate()
        typed = {"why": why} if why else {}
        await write(await self.wiring.pathway_desk.phase(self.id, phase), **typed)
        here = (await self.progress()).current
        name = here.phase.name if here else phase
        self.tell(f"Entered {name}" + (f" all the same: {why}" if why else ""))
