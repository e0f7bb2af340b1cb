"""What tells one thing that is to be sorted from another."""

from __future__ import annotations

from dataclasses import replace

from facilitui.core.pathways.case import Case, Source
from facilitui.core.pathways.sorting_told import Sortable, day_of
from facilitui.core.vocabulary import Role
from tests.core.pathways.journals import CLEE, enrolled, heard, held, observed, progress

STAYS = {"learning": 0, "apprentice": 100}


def told(case: Case, *sources: Source) -> tuple[str, ...]:
    """What is told of some sources, where one session was sorted."""
    enrolment = enrolled(CLEE, STAYS, ["old"])
    return Sortable(progress(enrolment, CLEE, case), case).told(sources)


def test_role_observation_debrief_and_phase_are_told() -> None:
    """One's own look at it is no observation."""
    old = held("old", 10, role=Role.APPRENTICE, debriefed=True)
    new = held("new", 101, role=Role.CO_FACILITATOR)
    bare, early = held("bare", 102), held("early", -5)
    seen = (observed("old", 10), observed("new", 101, role=Role.SELF))
    case = Case((old, new, bare, early), seen)
    first, second = (CLEE.phases[0].name, CLEE.phases[1].name)
    assert told(case, old.source, new.source, bare.source, early.source) == (
        f"apprentice · observed · debriefed · {first}",
        f"co-facilitator · not observed · not debriefed · {second}",
        f"not observed · not debriefed · {second}",
        "not observed · not debriefed · in no phase",
    )


def test_what_belongs_to_no_session_is_called_what_it_is() -> None:
    """A video that somebody looked at, and answers."""
    video, slips = observed("v", 5), heard("f", 5)
    alone = replace(video, source=replace(video.source, session=""))
    answers = replace(slips, source=replace(slips.source, session=""))
    case = Case(observed=(alone,), heard=(answers,))
    phase = CLEE.phases[0].name
    assert told(case, alone.source, answers.source) == (
        f"an observation · {phase}",
        f"answers · {phase}",
    )


def test_those_that_look_the_same_are_told_by_their_ids() -> None:
    """Two of one title on one day; another day is enough to tell one from another."""
    two = [held(name, 5) for name in ("a", "b")]
    same = [replace(each, source=replace(each.source, told="Tuning")) for each in two]
    other = held("c", 6)
    third = replace(other, source=replace(other.source, told="Tuning"))
    lines = told(Case((*same, third)), *(each.source for each in (*same, third)))
    assert [line.rpartition(" · ")[2] for line in lines] == ["a", "b", CLEE.phases[0].name]
    assert (day_of(third.source), day_of(replace(third.source, on=None))) == (
        "16 Jan 2026",
        "no day",
    )
