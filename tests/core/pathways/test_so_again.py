"""What is so again of an enrolment, in one short sentence with its day."""

from __future__ import annotations

from datetime import date
from typing import Any

import pytest

from facilitui.core.pathways.enrolling import details_changed
from facilitui.core.pathways.enrolment import (
    Enrolment,
    Entered,
    OwnRule,
    PriorityAreas,
    School,
    Serves,
    SetAside,
)
from facilitui.core.pathways.so_again import so_again
from facilitui.core.safe_text import quoted
from tests.library.pathways import named

CLEE = named("clee_part_time_facilitator")
TODAY = date(2026, 11, 25)
BEGUN = Entered(phase="learning", on=date(2026, 3, 3))
SECOND = Entered(phase="apprentice", on=date(2026, 10, 1), reason="so")
AREAS = PriorityAreas(areas=("a",), source="staff", on=date(2025, 9, 27))
OBSERVED = CLEE.phases[1].requirements[0]
WAITING = SetAside(requirement=OBSERVED.id, waits=True, on=TODAY)
RULE = OwnRule(requirement=OBSERVED.id, at_least=2, source="staff", on=TODAY)
NOW: dict[str, Any] = {
    "name": "Ana",
    "version": "2",
    "started_on": BEGUN.on,
    "entered": (BEGUN, SECOND),
}


def said(**fields: Any) -> Enrolment:
    """An enrolment in its second phase, but for some fields."""
    return Enrolment(**{**NOW, **fields})


SCHOOL = School(id="n", name="North")
ASKED = quoted(OBSERVED.text)


@pytest.mark.parametrize(
    ("now", "before", "told"),
    [
        ({}, {"entered": (BEGUN,)}, "“Phase 1: Learning” again, entered 3 Mar"),
        (
            {"entered": (BEGUN, SECOND.model_copy(update={"on": TODAY}))},
            {},
            "“Phase 2: Apprentice” again, entered 1 Oct",
        ),
        (
            {"started_on": TODAY, "entered": (SECOND,)},
            {"entered": (BEGUN,)},
            "Begun on 3 Mar again",
        ),
        ({"name": "[x]"}, {}, "It is called “Ana” again"),
        ({"areas": (AREAS, AREAS)}, {"areas": (AREAS,)}, "The areas since 27 Sep 2025 stand again"),
        ({"areas": (AREAS,)}, {}, "No priority areas are entered"),
        ({"aside": (WAITING,)}, {}, f"{ASKED} is asked again"),
        ({}, {"aside": (WAITING,)}, f"{ASKED} is waiting again"),
        ({"rules": (RULE,)}, {}, f"{ASKED} has the file's rule again"),
        ({}, {"serves": (Serves(key="a"),)}, "1 session counts, as before"),
        ({"closed_on": TODAY}, {}, "It is open again"),
        ({}, {"closed_on": TODAY}, "Closed again, since 25 Nov"),
        ({"version": "3", "entered": (BEGUN,)}, {}, "It goes by version 2 of the pathway again"),
        ({"schools": (SCHOOL,)}, {}, "Its schools as before"),
        (
            {"name": "B", "schools": (SCHOOL,)},
            {},
            "It is called “Ana” again, its schools as before",
        ),
        (
            {"name": "B", "areas": (AREAS,), "closed_on": TODAY},
            {},
            "As before again: what it is called, the priority areas and whether it is closed",
        ),
    ],
)
def test_what_is_so_again_is_told_once(
    now: dict[str, Any], before: dict[str, Any], told: str
) -> None:
    """What it is now, never what was done to it; a day of this year without its year."""
    assert so_again(said(**now), said(**before), CLEE, TODAY) == told


def test_without_its_pathway_ids_stand_for_names() -> None:
    """That is all that the enrolment itself says."""
    assert (
        so_again(said(), said(entered=(BEGUN,)), None, TODAY) == "“learning” again, entered 3 Mar"
    )


def test_only_what_somebody_writes_is_a_detail() -> None:
    """A phase's day is one where the enrolment itself begins on another one."""
    other = BEGUN.model_copy(update={"on": TODAY})
    begun = said(entered=(BEGUN,))
    assert details_changed(begun, said(entered=(other,), started_on=TODAY)) == ("when it began",)
    assert details_changed(begun, said(name="B", entered=(BEGUN,))) == ("what it is called",)
    assert details_changed(begun, said()) == ()
    assert details_changed(begun, said(name="B")) == ()
