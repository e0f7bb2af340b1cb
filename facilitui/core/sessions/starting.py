"""Beginning a session: what is put into its log, so that it never needs the library again."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from datetime import datetime, tzinfo

from facilitui.core import bodies as b
from facilitui.core.agendas_outside.lead_words import host_of, named
from facilitui.core.library.norms import Norm
from facilitui.core.library.protocol import Protocol
from facilitui.core.plans.agenda import AgendaBlock
from facilitui.core.plans.plan import Plan
from facilitui.core.plans.schedule import booked_end, local_moment, minutes_between, schedule
from facilitui.core.sessions.clock import Reading
from facilitui.core.sessions.moves import Move, open_part
from facilitui.core.sessions.session import PartRun
from facilitui.core.told import people
from facilitui.core.vocabulary import Question

NEAR_MINUTES = 30
"""A plan's own time holds if the session begins within this of it; else it was run as it came."""


@dataclass(frozen=True, slots=True)
class Prepared:
    """A plan made ready to run: everything resolved, nothing begun."""

    plan: Plan
    plan_name: str
    blocks: tuple[AgendaBlock, ...]
    norms: tuple[Norm, ...] = ()
    wait_targets: Mapping[Question, float] = field(default_factory=dict)
    attendance: int = 0
    protocols: Mapping[str, Protocol] = field(default_factory=dict)
    """By id: what the agenda is made from again where other numbers of people come."""
    planned: tuple[AgendaBlock, ...] | None = None
    """The planned agenda, where another one was accepted for those who are here."""
    counted: bool = False
    """Whether `attendance` was told; until then it is how many are expected."""
    unlike_plan: tuple[str, ...] = ()
    """What will not run as it was planned, a sentence each."""

    @property
    def people_told(self) -> str:
        """How many come, in words."""
        return people(self.attendance, counted=self.counted)


def watching(ready: Prepared, norm: str) -> Prepared:
    """What is ready, with another norm to watch."""
    norms = ready.plan.norms.model_copy(update={"watch": norm})
    return replace(ready, plan=ready.plan.model_copy(update={"norms": norms}))


def planned_start(plan: Plan, at: datetime, zone: tzinfo) -> datetime | None:
    """The plan's start as an aware moment, if the session begins near it; else None."""
    if plan.start is None:
        return None
    start = local_moment(plan.start, zone)
    return start if abs(minutes_between(start, at)) <= NEAR_MINUTES else None


def opening(ready: Prepared, session: str, reading: Reading, zone: tzinfo) -> Move:
    """The events that begin a session: its agenda, who is here, its norms, the first part."""
    plan = ready.plan
    parts = [part for block in ready.blocks for part in block.parts]
    first = (open_part(PartRun(parts[0], parts[0].minutes)),) if parts else ()
    return (
        _started(ready, session, reading, zone),
        b.HostNotes(
            watch={part.id: part.watch for part in parts if part.watch},
            aftercare=plan.aftercare,
        ),
        b.AttendanceTaken(count=ready.attendance, expected=not ready.counted),
        b.NormsAgreed(
            norms=ready.norms,
            own=tuple(norm.id for norm in plan.norms.own),
            watch=plan.norms.watch or "",
        ),
        *first,
    )


def _started(ready: Prepared, session: str, reading: Reading, zone: tzinfo) -> b.SessionStarted:
    plan = ready.plan
    start = planned_start(plan, reading.at, zone)
    begins = start or reading.at.astimezone(zone)
    slots = schedule(ready.blocks, begins)
    return b.SessionStarted(
        session=session,
        plan=ready.plan_name,
        title=plan.title,
        purpose=plan.purpose,
        planned_start=start,
        planned_end=booked_end(slots, begins, plan.minutes),
        zone=plan.zone,
        mode=plan.mode,
        host=host_of(plan.people),
        link=plan.link,
        sensitive=plan.sensitive,
        goals=plan.goals,
        evidence=plan.evidence,
        blocks=tuple(_as_run(block, plan) for block in ready.blocks),
        wait_targets=dict(ready.wait_targets),
        anchor=reading.anchor,
    )


def _as_run(block: AgendaBlock, plan: Plan) -> AgendaBlock:
    """A block without what only the host should know, and with the name of who leads it."""
    parts = tuple(part.model_copy(update={"watch": ""}) for part in block.parts)
    return block.model_copy(update={"parts": parts, "lead": named(block.lead, plan.people)})
