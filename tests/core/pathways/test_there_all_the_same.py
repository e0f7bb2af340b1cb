"""What is logged under a requirement is there, also where nothing is asked of it any more."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

import pytest
from hypothesis import given

from facilitui.core.debriefs.debrief_words import Support
from facilitui.core.pathways.board_actions import Deed, deed_of, is_logged
from facilitui.core.pathways.case import Case
from facilitui.core.pathways.enrolment import Enrolment
from facilitui.core.pathways.pathway import Pathway
from facilitui.core.pathways.progress import Progress
from facilitui.core.pathways.remarks import texts
from facilitui.core.pathways.requirements import CheckIns, Log
from facilitui.core.pathways.summary import sources_of
from facilitui.core.pathways.words import Standing
from facilitui.core.vocabulary import Role
from tests.core.pathways.journals import (
    CLEE,
    OF_PHASE,
    aside,
    enrolled,
    held,
    logged,
    of,
    of_core,
    progress,
)
from tests.core.pathways.test_any_enrolment import requirements, told_cases

COURSE = tuple(logged("training_course", part, part=part) for part in ("Enrolled", "Completed"))
WHOLE = {"training": "Workshops", "provider": "A school"}
HALF = logged("prior_training", "half", None, values={"training": "Workshops"})


def prior(**keys: Any) -> Progress:
    """Where earlier training stands of which a half is written down, beside the course."""
    said = enrolled(CLEE, **keys)
    return of(progress(said, CLEE, Case(logged=(*COURSE, HALF))), "prior_training")


def test_what_is_not_needed_says_that_something_is_there() -> None:
    """And what that lacks; enter goes on with it, and nothing is written twice."""
    found = prior()
    assert found.standing is Standing.NOT_NEEDED
    assert found.told.startswith("not needed: ") and found.told.endswith("; 1 is there")
    assert texts(found.open) == ("“half” lacks its day, an answer to “Who gave it?”",)
    assert [each.entry for each in found.there] == ["log_entry-half"]
    assert deed_of(found, unsorted=False) is Deed.GO_ON


@pytest.mark.parametrize("waits", [False, True])
def test_what_was_set_aside_or_waits_does_so_too(waits: bool) -> None:
    """Whoever set it aside wrote something before."""
    found = prior(aside=(aside("prior_training", waits, "Later"),))
    said = Standing.NOT_NEEDED if waits else Standing.SET_ASIDE
    assert found.standing is said and "1 is there" in found.told
    assert [each.entry for each in found.there] == ["log_entry-half"]
    assert deed_of(found, unsorted=False) is Deed.GO_ON


def test_what_waits_is_gone_on_with_where_it_lacks_something() -> None:
    """Nothing that is there is written a second time."""
    said = enrolled(CLEE, aside=(aside("prior_training", True, "CLEE has to answer"),))
    found = of(progress(said, CLEE, Case(logged=(HALF,))), "prior_training")
    assert found.standing is Standing.WAITING and found.there
    assert deed_of(found, unsorted=False) is Deed.GO_ON


def test_of_what_another_one_meets_its_own_beginning_is_there() -> None:
    """The course that was begun, where earlier training was accepted in its place."""
    entries = (COURSE[0], logged("application"), logged("prior_training", "whole", values=WHOLE))
    found = of(progress(enrolled(CLEE), CLEE, Case(logged=entries)), "training_course")
    assert found.standing is Standing.MET and found.told.endswith("; 1 is there")
    assert [each.told for each in found.by] == ["whole"] and found.lacks == ()
    assert [each.told for each in found.own] == ["Enrolled"]
    assert {each.told for each in sources_of(found)} == {"whole", "Enrolled"}


def test_what_is_of_a_school_that_is_gone_is_there() -> None:
    """Also where no school is left that it could be of."""
    for schools in ({}, {"schools": ()}):
        found = of_core(
            "problem_of_practice", logged("problem_of_practice", "theirs", school="s9"), **schools
        )
        assert [each.told for each in found.there] == ["theirs"], found


@given(told_cases())
def test_whatever_is_logged_is_there(case: tuple[Pathway, Enrolment, Case]) -> None:
    """But for what is still to come, what a newer statement replaced, and whose member left."""
    pathway, enrolment, journal = case
    for each in requirements(told := progress(enrolment, pathway, journal)):
        asked = each.requirement
        stands = isinstance(asked, Log) and asked.current
        if stands or isinstance(asked, CheckIns) or not is_logged(asked):
            continue
        gone = {member.id for member in journal.members.get(told.id, ()) if member.left}
        entries = {
            one.source.entry
            for one in journal.logged_for(told.id)
            if one.said.requirement == asked.id and one.said.slot.member not in gone
        }
        if each.standing is Standing.MET and not each.other:  # what meets it is enough to find
            assert each.there
        else:
            assert entries <= {one.entry for one in each.there}


def test_a_session_in_another_role_is_found_by_its_requirement() -> None:
    """Its debrief says the role; what is of another phase is not told to be kept out by that."""
    session = held("mine", 110, role=Role.FACILITATOR, support=Support.SOME, debriefed=True)
    early = held("early", 50, role=Role.FACILITATOR, debriefed=True)
    undebriefed = held("bare", 120)
    bare = replace(undebriefed, source=replace(undebriefed.source, entry=""))
    said = enrolled(CLEE, OF_PHASE, ["mine", "early", "bare"])
    told = progress(said, CLEE, Case(sessions=(session, early, bare)))
    found = of(told, "apprentice_role")
    assert [each.told for each in found.by_debrief] == ["mine"]
    assert found.by_debrief[0].about.endswith("facilitator, with some support")
    assert deed_of(found, unsorted=False) is Deed.OPEN
