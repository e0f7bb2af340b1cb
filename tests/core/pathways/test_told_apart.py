"""What tells one thing that is there of a requirement from others of its title and day."""

from __future__ import annotations

from dataclasses import replace

import pytest

from facilitui.core.debriefs.debrief_words import ObservationMode, Partner, Support
from facilitui.core.pathways.case import Case
from facilitui.core.pathways.progress import Progress
from facilitui.core.vocabulary import Mode, Role
from tests.core.pathways.journals import (
    CLEE,
    OF_PHASE,
    areas,
    day,
    enrolled,
    heard,
    held,
    logged,
    observed,
    of,
    of_core,
    progress,
)

HELD = held(
    "talk",
    110,
    role=Role.APPRENTICE,
    support=Support.SOME,
    mode=Mode.IN_PERSON,
    planned_with=frozenset({Role.STAFF}),
    partners=frozenset({Partner.STAFF}),
    debriefed=True,
    led=True,
)
SEEN = observed("talk", 110, {"x": 3}, mode=ObservationMode.LIVE)
CASE = Case(sessions=(HELD,), observed=(SEEN,), heard=(heard("talk", 210, 2, 1),))


def stands(requirement: str, case: Case = CASE) -> Progress:
    """Where a requirement of CLEE's stands."""
    whole = progress(enrolled(CLEE, OF_PHASE, ["talk"], areas=(areas("x", "y"),)), CLEE, case)
    return of(whole, requirement)


@pytest.mark.parametrize(
    ("requirement", "about"),
    [
        ("apprentice_role", "as apprentice, with some support, in person"),
        ("planning_with_staff", "planned with CLEE staff"),
        ("debriefing_with_staff", "debriefed with staff, led by oneself"),
        ("observed_as_apprentice", "observed live by CLEE staff"),
    ],
)
def test_each_is_told_by_what_its_requirement_is_about(requirement: str, about: str) -> None:
    """Two sessions of one title and day are told apart by that."""
    assert [each.about for each in stands(requirement).by] == [about]


def test_answers_are_told_by_how_they_spread() -> None:
    """Of the session, and its answers, of another phase."""
    (source,) = stands("participant_feedback").by
    assert source.about == CASE.heard[0].told


def test_an_entry_is_told_by_what_it_was_logged_for() -> None:
    """Its school; what lacks something by the same."""
    found = of_core(
        "evidence_students",
        logged("evidence_students", "Talk", school="s1", note="Talk"),
    )
    there = [*found.by, *(each.source for each in found.lacking if each.source is not None)]
    assert [each.about for each in there] == ["North"]


def test_what_it_is_told_by_makes_nothing_another_thing() -> None:
    """It is found among others whatever is told of it."""
    (source,) = stands("apprentice_role").by
    assert source == HELD.source and source in {HELD.source} and source.about


def test_each_area_has_its_level_and_who_scored_it_when() -> None:
    """Also one that nobody scored, and one below what is asked."""
    low = replace(SEEN, levels={"x": 2}, names={"x": "Opening"})
    x, y = stands("scores_as_apprentice", replace(CASE, observed=(low,))).levels
    assert (x.name, x.level, y.name, y.level, y.source) == ("Opening", 2, "y", None, None)
    assert x.source is not None and x.source.on == day(110)
    assert x.source.about == "observed live by CLEE staff"
