"""Enrolments made by hand, and the screens that show them, for tests and pictures."""

from __future__ import annotations

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from dataclasses import dataclass, field
from datetime import UTC, date, datetime
from functools import cache
from pathlib import Path
from typing import Any

from facilitui.core.debriefs.debrief_words import ObservationMode, Partner, Support
from facilitui.core.errors import FacilituiError, NotFound
from facilitui.core.pathways.board_actions import Deed
from facilitui.core.pathways.case import Case, Heard, Logged, Observed, SessionHeld, Source
from facilitui.core.pathways.enrolled import Enrolled
from facilitui.core.pathways.enrolment import (
    Enrolment,
    Entered,
    PriorityAreas,
    School,
    Serves,
)
from facilitui.core.pathways.log_entry import LogEntry, Slot
from facilitui.core.pathways.pathway import Pathway
from facilitui.core.pathways.roster import RosterMember
from facilitui.core.pathways.working_out import progress_of
from facilitui.core.vocabulary import Role
from facilitui.demo import SimulatedClock
from facilitui.screens.pathway.board import BoardScreen
from facilitui.services.pathways.journal_read import PathwayJournal
from facilitui.services.pathways.progressing import PathwayFiles
from facilitui.widgets.pathway_rows import ASKED
from tests.library.pathways import named
from tests.ui.driving import Driven, NoHome, driven

TODAY = date(2026, 11, 25)
AT = datetime(2026, 11, 25, 13, 10, tzinfo=UTC)
CLEE, CORE = "clee_part_time_facilitator", "core_community_of_practice"
MINE, GROUP, OLD = "enrolment-a1", "enrolment-b2", "enrolment-c3"


@cache
def pathway(id: str) -> Pathway:
    """A pathway that is shipped."""
    return named(id)


def enrolment(id: str, **fields: Any) -> Enrolment:
    """One in a pathway that is shipped, in its first phase since it was begun."""
    said = pathway(id)
    begun = date(2026, 9, 1)
    whole: dict[str, Any] = {
        "name": "Ana Ruiz",
        "holder": said.holder,
        "pathway": id,
        "pathway_name": said.name,
        "version": said.version,
        "started_on": begun,
        "entered": (Entered(phase=said.phases[0].id, on=begun),),
        **fields,
    }
    return Enrolment(**whole)


def source(entry: str, session: str, on: date, told: str) -> Source:
    """Where something stands."""
    return Source(entry, session, on, told)


HELD = tuple(
    SessionHeld(
        source(f"debrief-{n}", f"s{n}", date(2026, 10, 2 + 5 * n), f"Looking at student work {n}"),
        role=Role.APPRENTICE,
        support=Support.SOME,
        planned_with=frozenset({Role.STAFF}),
        partners=frozenset({Partner.STAFF}),
        debriefed=True,
    )
    for n in range(1, 5)
)
SEEN = (
    Observed(
        source("observation-1", "s1", date(2026, 10, 7), "Observed by Mia Chen"),
        Role.STAFF,
        ObservationMode.LIVE,
        levels={"questions": 3, "silence": 2},
        names={"questions": "Questions and wait time", "silence": "Silence"},
    ),
)
HEARD = (
    Heard(
        source("feedback-1", "s1", date(2026, 10, 7), "Looking at student work 1"), 9, 7, 5, 9, 5
    ),
)


def mine(*, full: bool = True, **fields: Any) -> Enrolment:
    """A person's enrolment: in the second phase with some of it there, or just begun."""
    if not full:
        return enrolment(CLEE, **fields)
    lacked = ("Receive CLEE's acceptance as an apprentice; keep its date and letter",)
    return enrolment(
        CLEE,
        **{
            "entered": (
                Entered(phase="learning", on=date(2026, 9, 1)),
                Entered(
                    phase="apprentice",
                    on=date(2026, 10, 1),
                    lacked=lacked,
                    reason="The letter is on its way",
                ),
            ),
            "serves": tuple(Serves(key=f"s{n}") for n in range(1, 4)),
            **fields,
        },
    )


def logged(enrolment: str, requirement: str, n: int, on: date, **fields: Any) -> Logged:
    """Something logged under a requirement."""
    said = LogEntry(enrolment=enrolment, requirement=requirement, on=on, **fields)
    return Logged(source(f"log_entry-{requirement}-{n}", "", on, said.note or requirement), said)


CASE = Case(
    sessions=HELD,
    observed=SEEN,
    heard=HEARD,
    logged=(
        logged(MINE, "application", 1, date(2026, 9, 20), note="Sent with two letters"),
        logged(
            MINE,
            "training_course",
            1,
            date(2026, 9, 5),
            note="Enrolled",
            slot=Slot(part="Enrolled"),
        ),
    ),
    members={
        GROUP: (
            RosterMember(id="m1", name="Ben Okoro", role="member", school="north"),
            RosterMember(id="m2", name="Ira Sand", role="coordinator", school="south"),
        )
    },
)
AREAS = PriorityAreas(
    areas=("questions", "silence"),
    names={"questions": "Questions and wait time", "silence": "Silence"},
    source="Mia Chen, CLEE",
    on=date(2026, 10, 1),
)


def group(**fields: Any) -> Enrolment:
    """A group's enrolment, with two schools."""
    schools = (School(id="north", name="North School"), School(id="south", name="South School"))
    return enrolment(CORE, **{"name": "Maths CoP", "schools": schools, **fields})


@dataclass
class Kept:
    """What stands in for the service that reads enrolments."""

    enrolments: dict[str, Enrolment] = field(default_factory=dict)
    case: Case = CASE
    changed_to: str = ""
    broken: str = ""
    lost: str = ""
    """Why no enrolment's pathway can be read; empty where it can."""
    looked: int = 0
    """How often they were read."""

    today = TODAY

    async def found(self) -> PathwayJournal:
        """All that enrolments are told from."""
        return PathwayJournal(self.case, self.enrolments)

    async def files(self) -> PathwayFiles:
        """None of them changes."""
        return {}, ()

    async def all(self) -> tuple[Enrolled, ...]:
        """All of them."""
        self.looked += 1
        return tuple(self.one(id) for id in self.enrolments)

    async def of(self, id: str) -> Enrolled:
        """One of them."""
        self.looked += 1
        if id not in self.enrolments:
            raise NotFound("there is no such enrolment")
        return self.one(id)

    def one(self, id: str) -> Enrolled:
        """One of them, with where it stands."""
        said = self.enrolments[id]
        if self.lost:
            return Enrolled(id, said, None, self.lost, self.changed_to, self.broken)
        progress = progress_of(id, said, pathway(said.pathway), self.case, TODAY)
        return Enrolled(id, said, progress, changed_to=self.changed_to, broken=self.broken)


def kept(**changes: Any) -> Kept:
    """A person's and a group's enrolment, and one that is closed."""
    old = replace_name(mine(full=False, closed_on=date(2026, 6, 30)), "A first try")
    return Kept({MINE: mine(), GROUP: group(), OLD: old}, **changes)


def replace_name(said: Enrolment, name: str) -> Enrolment:
    """The same under another name."""
    return said.model_copy(update={"name": name})


@asynccontextmanager
async def pathways(
    home: Path, there: Kept, size: tuple[int, int] = (120, 40), **services: Any
) -> AsyncIterator[Driven]:
    """The application with these enrolments, and services in place of its own."""
    async with driven(home, size, clock=SimulatedClock(AT), below=NoHome) as app:
        app.wiring.__dict__.update(progressing=there, **services)
        yield app


ALL_SORTED = tuple(Serves(key=f"s{n}") for n in range(1, 5))


async def board(app: Driven, id: str = MINE) -> BoardScreen:
    """The board of an enrolment, opened."""
    await app.show(await app.opening.board(id))
    return on_top(app)


def on_top(app: Driven) -> BoardScreen:
    """The screen on top, which is a board."""
    assert isinstance(app.screen, BoardScreen), app.screen
    return app.screen


def deed(app: Driven) -> Deed:
    """What enter does about what is marked."""
    return on_top(app).deed


async def mark(app: Driven, requirement: str) -> None:
    """Mark a requirement."""
    screen = on_top(app)
    assert f"{ASKED}{requirement}" in screen.rows.keys
    screen.rows.mark(f"{ASKED}{requirement}")
    await app.settle()


class Refuses:
    """A service that does nothing."""

    def __getattr__(self, name: str) -> Any:
        """Each of its verbs says so."""

        async def refuse(*_: object) -> None:
            raise FacilituiError("not here")

        return refuse


REFUSING: dict[str, Any] = dict.fromkeys(
    ("pathway_desk", "pathway_changes", "pathway_log", "pathway_documents", "last_deeds"),
    Refuses(),
)
