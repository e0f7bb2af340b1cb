"""Any case and any enrolment that could come from outside, right and wrong ones."""

from __future__ import annotations

from datetime import date, timedelta
from typing import Any

from hypothesis import strategies as st

from facilitui.core.debriefs.debrief_words import ObservationMode, Partner, Support
from facilitui.core.debriefs.scores import RubricRef
from facilitui.core.pathways.case import Case, Heard, Logged, Observed, SessionHeld, Source
from facilitui.core.pathways.enrolment import (
    Enrolment,
    Entered,
    OwnRule,
    PriorityAreas,
    School,
    Serves,
    SetAside,
)
from facilitui.core.pathways.log_entry import LogEntry, Slot
from facilitui.core.pathways.pathway import Pathway
from facilitui.core.pathways.roster import RosterMember
from facilitui.core.vocabulary import Mode, Role
from tests.core.making import HOSTILE
from tests.core.pathways.journals import CLEE, CODEORG, CORE, ME, NEA, START

PATHWAYS = (CLEE, CORE, NEA, CODEORG)
AREAS = ("listening", "pace", HOSTILE)
KEYS = [*(f"s{number}" for number in range(8)), "", HOSTILE]

texts = st.sampled_from(["x", "", HOSTILE])
days = st.integers(0, 60).map(lambda after: START + timedelta(days=after)) | st.sampled_from(
    [date.min, date.max]
)
roles = st.sampled_from([Role.STAFF, Role.APPRENTICE, Role.FACILITATOR, Role.SELF])
rubrics = st.sampled_from(
    [RubricRef(), RubricRef(id="ours", version="1"), RubricRef(id="ours", version="2")]
)
_counts = st.integers(0, 3)


def _some(values: Any) -> st.SearchStrategy[Any]:
    return st.frozensets(st.sampled_from(values), max_size=2)


@st.composite
def sources(draw: st.DrawFn, known: st.SearchStrategy[date] = days) -> Source:
    """Where something stands: an entry of its own, of some session or of none."""
    entry = f"entry-{draw(st.integers(0, 10**9))}"
    on = draw(st.none() | known)
    return Source(entry, draw(st.sampled_from(KEYS)), on, draw(texts))


def held(known: st.SearchStrategy[date] = days) -> st.SearchStrategy[SessionHeld]:
    """Any session."""
    return st.builds(
        SessionHeld,
        source=sources(known),
        role=st.none() | roles,
        support=st.none() | st.sampled_from(Support),
        mode=st.none() | st.sampled_from(Mode),
        planned_with=st.none() | _some([Role.STAFF, Role.PEER]),
        partners=_some([Partner.STAFF, Partner.PEERS]),
        led=st.booleans(),
        debriefed=st.booleans(),
    )


def observed(known: st.SearchStrategy[date] = days) -> st.SearchStrategy[Observed]:
    """Any observation."""
    return st.builds(
        Observed,
        source=sources(known),
        role=roles,
        mode=st.none() | st.sampled_from(ObservationMode),
        lacks=st.sampled_from([(), ("the feedback",)]),
        rubric=rubrics,
        levels=st.dictionaries(st.sampled_from(AREAS), st.integers(1, 9), max_size=3),
        names=st.dictionaries(st.sampled_from(AREAS), texts, max_size=1),
    )


def heard(known: st.SearchStrategy[date] = days) -> st.SearchStrategy[Heard]:
    """Any feedback."""
    return st.builds(
        Heard, source=sources(known), responses=_counts, effect=_counts, growth=_counts
    )


def _ids(pathway: Pathway) -> list[str]:
    return [*(each.id for each in pathway.requirements), "gone", HOSTILE]


def _parts(pathway: Pathway) -> list[str]:
    cycles = pathway.cycles.parts if pathway.cycles else ()
    of_forms = (part.id for form in pathway.documents for part in form.parts)
    items = (item.id for checklist in pathway.checklists for item in checklist.items)
    own = (part for each in pathway.requirements for part in getattr(each, "parts", ()))
    return [*(each.id for each in cycles), *of_forms, *items, *own, "", "gone"]


@st.composite
def logged(draw: st.DrawFn, pathway: Pathway, known: st.SearchStrategy[date] = days) -> Logged:
    """Anything logged, of this enrolment most of the time."""
    source = draw(sources(known))
    slot = Slot(
        cycle=draw(st.none() | st.integers(1, 4)),
        part=draw(st.sampled_from(_parts(pathway))),
        school=draw(st.sampled_from(["s1", "s2", "", "gone"])),
        member=draw(st.sampled_from(["m1", "m2", "", "gone"])),
    )
    requirement = draw(st.sampled_from(_ids(pathway)))
    asked = pathway.requirement(requirement)
    fields = getattr(asked, "fields", ())
    said = LogEntry(
        enrolment=draw(st.sampled_from([ME, ME, ME, "enrolment-2", ""])),
        requirement=requirement,
        slot=slot,
        on=source.on,
        planned=draw(st.booleans()),
        note=draw(texts),
        values={field.id: draw(texts) for field in fields},
        asks={field.id: draw(texts) for field in fields if draw(st.booleans())},
        upon=draw(st.sampled_from(["", "gone", source.entry])),
        upon_revision=draw(st.integers(0, 3)),
        link=draw(texts),
    )
    return Logged(source, said, draw(st.integers(1, 4)))


_members = st.builds(
    RosterMember, id=st.sampled_from(["m1", "m2", HOSTILE]), name=texts, left=st.booleans()
)


def cases(pathway: Pathway, known: st.SearchStrategy[date] = days) -> st.SearchStrategy[Case]:
    """Any case; its entries have ids of their own, as those of a journal do."""
    return st.builds(
        Case,
        sessions=st.lists(held(known), max_size=4).map(tuple),
        observed=st.lists(observed(known), max_size=5).map(tuple),
        heard=st.lists(heard(known), max_size=3).map(tuple),
        logged=st.lists(logged(pathway, known), max_size=10).map(tuple),
        members=st.dictionaries(
            st.sampled_from([ME, "x"]), st.lists(_members, max_size=3).map(tuple), max_size=2
        ),
        unread=st.sampled_from([(), (HOSTILE,)]),
    ).filter(_has_own_ids)


def _has_own_ids(case: Case) -> bool:
    entries = [
        *(each.source.entry for each in case.sessions),
        *(each.source.entry for each in case.observed),
        *(each.source.entry for each in case.heard),
        *(each.source.entry for each in case.logged),
    ]
    return len({*entries}) == len(entries)


def entered(pathway: Pathway) -> st.SearchStrategy[tuple[Entered, ...]]:
    """Any stays, of phases that the pathway has or has not, and in any order of days."""
    phases = st.sampled_from([*(each.id for each in pathway.phases), "gone", HOSTILE])
    stays = st.lists(st.builds(Entered, phase=phases, on=days), max_size=5)
    return stays.map(tuple) | stays.map(lambda found: tuple(sorted(found, key=lambda e: e.on)))


@st.composite
def enrolments(draw: st.DrawFn, pathway: Pathway) -> Enrolment:
    """Any enrolment."""
    ids = st.sampled_from(_ids(pathway))
    aside = st.builds(SetAside, requirement=ids, waits=st.booleans(), reason=texts, on=days)
    levels = st.integers(1, 9)
    rules = st.builds(
        OwnRule,
        requirement=ids,
        at_least=levels,
        one_at_least=st.none() | levels,
        source=texts,
        on=days,
    )
    named = st.lists(st.sampled_from(AREAS), min_size=1, max_size=3).map(tuple)
    areas = st.builds(
        PriorityAreas,
        rubric=rubrics,
        areas=named,
        names=st.dictionaries(st.sampled_from(AREAS), texts, max_size=1),
        source=texts,
        on=days,
    )
    school = st.builds(School, id=st.sampled_from(["s1", "s2", HOSTILE]), name=texts)
    serves = st.builds(
        Serves, key=st.sampled_from(KEYS), counts=st.sampled_from([True, True, False])
    )
    return Enrolment(
        name=draw(texts),
        pathway=pathway.id,
        version=draw(texts),
        started_on=draw(st.none() | days),
        schools=tuple(draw(st.lists(school, max_size=3))),
        entered=draw(entered(pathway)),
        areas=tuple(draw(st.lists(areas, max_size=2))),
        aside=tuple(draw(st.lists(aside, max_size=4))),
        rules=tuple(draw(st.lists(rules, max_size=2))),
        serves=tuple(draw(st.lists(serves, max_size=9))),
        closed_on=draw(st.none() | days),
    )
