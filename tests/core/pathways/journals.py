"""Enrolments in the shipped pathways, with what a journal holds for them."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date, timedelta
from typing import Any

from facilitui.core.debriefs.debrief_words import ObservationMode
from facilitui.core.debriefs.scores import RubricRef
from facilitui.core.pathways.case import Case, Heard, Logged, Observed, SessionHeld, Source
from facilitui.core.pathways.enrolment import (
    Enrolment,
    Entered,
    PriorityAreas,
    School,
    Serves,
    SetAside,
)
from facilitui.core.pathways.log_entry import LogEntry, Slot
from facilitui.core.pathways.pathway import Pathway
from facilitui.core.pathways.progress import PathwayProgress, Progress
from facilitui.core.pathways.working_out import progress_of
from facilitui.core.vocabulary import Role
from tests.library.pathways import named

ME = "enrolment-1"
START = date(2026, 1, 10)
TODAY = date(2026, 12, 1)
RUBRIC = RubricRef(id="ours", version="1", name="Ours")
CLEE = named("clee_part_time_facilitator")
CORE = named("core_community_of_practice")
NEA = named("nea_micro_credential_plc")
CODEORG = named("codeorg_facilitator_development")
SCHOOLS = (School(id="s1", name="North"), School(id="s2", name="South"))
OF_PHASE = {"learning": 0, "apprentice": 100, "fully_approved": 200}
"""How many days after the start each phase of CLEE's was entered, where it was."""


def day(after: int) -> date:
    """The day so many days after the enrolment began."""
    return START + timedelta(days=after)


def source(name: str, after: int | None, session: bool = True) -> Source:
    """Where something stands; it is called by its name."""
    on = None if after is None else day(after)
    return Source(f"entry-{name}", name if session else "", on, name)


def held(name: str, after: int, **keys: Any) -> SessionHeld:
    """A session of that day."""
    return SessionHeld(source(name, after), **keys)


def observed(
    name: str,
    after: int | None,
    levels: Mapping[str, int] | None = None,
    *,
    lacks: tuple[str, ...] = (),
    rubric: RubricRef = RUBRIC,
    role: Role = Role.STAFF,
    mode: ObservationMode = ObservationMode.LIVE,
) -> Observed:
    """An observation of a session of that name, by staff."""
    levels = levels or {}
    names = {area: area.capitalize() for area in levels}
    return Observed(source(name, after), role, mode, lacks, rubric, levels, names)


def heard(name: str, after: int, effect: int = 0, growth: int = 0) -> Heard:
    """What participants of a session answered, and showed: so many of effect, so many of growth."""
    return Heard(
        source(name, after), max(effect, growth), effect, growth, rated=effect, surer=growth
    )


def logged(
    requirement: str,
    name: str = "",
    after: int | None = 5,
    *,
    revision: int = 1,
    enrolment: str = ME,
    **keys: Any,
) -> Logged:
    """Something logged under a requirement; slots are given by their fields.

    All was asked then that a shipped pathway asks under it.
    """
    shipped = (each.requirement(requirement) for each in (CLEE, CORE, NEA, CODEORG))
    fields = (field for asked in shipped for field in getattr(asked, "fields", ()))
    keys.setdefault("asks", {each.id: each.ask for each in fields})
    slot = Slot(**{each: keys.pop(each) for each in Slot.model_fields if each in keys})
    name = name or requirement
    on = None if after is None else day(after)
    said = LogEntry(enrolment=enrolment, requirement=requirement, slot=slot, on=on, **keys)
    return Logged(Source(f"log_entry-{name}", "", on, name), said, revision)


def enrolled(
    pathway: Pathway,
    phases: Mapping[str, int] | Sequence[tuple[str, int]] | None = None,
    counts: Sequence[str] = (),
    **keys: Any,
) -> Enrolment:
    """An enrolment that began on the first day; phases by the day that each was entered."""
    stays = [*(phases.items() if isinstance(phases, Mapping) else phases or ())]
    stays = stays or [(pathway.phases[0].id, 0)]
    return Enrolment(
        name="Ann",
        holder=pathway.holder,
        pathway=pathway.id,
        pathway_name=pathway.name,
        version=pathway.version,
        started_on=START,
        entered=tuple(Entered(phase=phase, on=day(after)) for phase, after in stays),
        serves=tuple(Serves(key=key) for key in counts),
        **keys,
    )


def areas(*ids: str, rubric: RubricRef = RUBRIC, **keys: Any) -> PriorityAreas:
    """Priority areas as the programme designated them."""
    return PriorityAreas(rubric=rubric, areas=ids, source="Ms Day", on=START, **keys)


def progress(
    enrolment: Enrolment, pathway: Pathway, case: Case, today: date = TODAY
) -> PathwayProgress:
    """Where the enrolment stands."""
    return progress_of(ME, enrolment, pathway, case, today)


def of(told: PathwayProgress, requirement: str) -> Progress:
    """Where one requirement stands, which must be there."""
    found = told.of(requirement)
    assert found is not None
    return found


def stands(
    requirement: str, enrolment: Enrolment, pathway: Pathway, case: Case, today: date = TODAY
) -> Progress:
    """The same at once."""
    return of(progress(enrolment, pathway, case, today), requirement)


def asking(*requirements: Mapping[str, Any], **keys: Any) -> Pathway:
    """A group's pathway of one phase that asks for these, each with an id."""
    asked = [{"text": str(each["id"]).capitalize(), **each} for each in requirements]
    about = {"id": "own", "name": "Own", "programme": "Ours", "source": "Nowhere"}
    phases = [{"id": "one", "name": "One", "requirements": asked}]
    return Pathway.model_validate({**about, "holder": "group", "phases": phases, **keys})


def of_core(requirement: str, *entries: Logged, **keys: Any) -> Progress:
    """Where a requirement of a community stands, which has two schools."""
    enrolment = enrolled(CORE, **{"schools": SCHOOLS, **keys})
    return stands(requirement, enrolment, CORE, Case(logged=entries))


def of_own(asked: dict[str, Any], *entries: Logged, **keys: Any) -> Progress:
    """Where the one requirement of a pathway of our own stands."""
    pathway = asking({"id": "it", **asked}, **keys)
    return stands("it", enrolled(pathway), pathway, Case(logged=entries))


def aside(requirement: str, waits: bool = False, reason: str = "") -> SetAside:
    """A requirement that is set aside, or waits."""
    return SetAside(requirement=requirement, waits=waits, reason=reason, on=START)


def attestations(*asked: dict[str, Any], **keys: Any) -> Pathway:
    """A pathway that asks for these alone."""
    return asking(*({"kind": "attestation", **each} for each in asked), **keys)


def told_of(pathway: Pathway, *ids: str, **keys: Any) -> PathwayProgress:
    """Where an enrolment stands for which these were logged."""
    entries = tuple(logged(id) for id in ids)
    return progress(enrolled(pathway, **keys), pathway, Case(logged=entries))
