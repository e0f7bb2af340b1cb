"""Ways through pathways as the demonstration goes them, and what is found of them afterwards."""

from __future__ import annotations

import asyncio
import shutil
from collections.abc import Awaitable, Callable, Mapping
from dataclasses import dataclass
from datetime import UTC, date, datetime, timedelta
from pathlib import Path
from typing import TypeVar

from facilitui.bootstrap import Wiring
from facilitui.core.pathways.case import Case
from facilitui.core.pathways.progress import PathwayProgress
from facilitui.core.pathways.words import Standing
from facilitui.core.pathways.working_out import progress_of
from facilitui.demo.clock import SimulatedClock
from facilitui.demo.going import WAYS
from facilitui.demo.way import Stop, Way
from facilitui.storage.paths import Home

LAST = datetime(2026, 11, 25, 15, 30, tzinfo=UTC)
"""When the last session of a way begins."""
TODAY = LAST.date()
T = TypeVar("T")


@dataclass(frozen=True)
class Gone:
    """A way that was gone to its end."""

    home: Path
    id: str
    """The enrolment's entry."""
    stops: tuple[Stop, ...]
    went_on: bool
    said: str
    progress: PathwayProgress
    case: Case

    def copied(self, to: Path) -> Path:
        """The same home, to be changed."""
        return Path(shutil.copytree(self.home, to))

    def under(self, case: Case, today: date = TODAY) -> PathwayProgress:
        """Where it would stand with another journal."""
        told = self.progress
        return progress_of(self.id, told.enrolment, told.pathway, case, today)


def go(which: str, home: Path) -> Gone:
    """Go a way in a new home."""
    said: list[str] = []

    async def going(wiring: Wiring) -> Gone:
        way = Way(wiring, clock_of(wiring), said.append, LAST)
        await WAYS[which](way)
        case = (await wiring.progressing.found()).case
        told = await way.progress()
        return Gone(home, way.id, tuple(way.stops), way.went_on, "\n".join(said), told, case)

    return within(home, going)


def clock_of(wiring: Wiring) -> SimulatedClock:
    """The clock that a home of these goes by."""
    assert isinstance(wiring.clock, SimulatedClock)
    return wiring.clock


def within(home: Path, work: Callable[[Wiring], Awaitable[T]]) -> T:
    """Do something with a home's services, an hour after the last session."""
    wiring = Wiring(Home(home), clock=SimulatedClock(LAST + timedelta(hours=3)))

    async def working() -> T:
        return await work(wiring)

    try:
        return asyncio.run(working())
    finally:
        wiring.close()


def progress_in(home: Path, id: str) -> PathwayProgress:
    """Where an enrolment stands in a home."""

    async def look(wiring: Wiring) -> PathwayProgress:
        return (await wiring.progressing.of(id)).told

    return within(home, look)


def lacking(told: PathwayProgress) -> Mapping[str, tuple[str, ...]]:
    """By the phase what its gate needs and is not met."""
    return {
        each.phase.id: tuple(one.requirement.id for one in each.gate.lacks)
        for each in told.phases
        if each.gate is not None
    }


def standings(told: PathwayProgress) -> Mapping[str, tuple[Standing, int, str]]:
    """Where each requirement stands, how much of it there is, and in words."""
    every = (each for phase in told.phases for each in phase.requirements)
    return {each.requirement.id: (each.standing, each.have, each.told) for each in every}
