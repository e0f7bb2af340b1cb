"""Entering phases: what lacks is told, kept and never stops anybody."""

from __future__ import annotations

from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from facilitui.core.errors import FacilituiError
from facilitui.core.pathways.case import Case
from facilitui.core.pathways.enrolment import Enrolment
from facilitui.core.pathways.entering import entered, lacking, leaving
from tests.core.pathways.journals import (
    CLEE,
    TODAY,
    areas,
    day,
    enrolled,
    logged,
    observed,
    progress,
)

ACCEPTANCE = "Receive CLEE's acceptance as an apprentice; keep its date and letter"
OBSERVED = (
    "Be observed twice in this phase, live or on video, each time with feedback from CLEE staff"
)
SCORES = "Reach 3s in the areas of CLEE's facilitator rubric that it designates as priorities"
ACCEPTED = Case(logged=(logged("acceptance"),))


def enter(
    phase: str, after: int, reason: str = "", case: Case = ACCEPTED, **keys: Any
) -> Enrolment:
    """An enrolment in CLEE's pathway that enters a phase so many days after its first day."""
    enrolment = enrolled(CLEE, **keys)
    told = progress(enrolment, CLEE, case)
    return entered(enrolment, CLEE, told, phase, day(after), reason)


def refused(*asked: Any, **keys: Any) -> str:
    """Why a phase is not entered."""
    with pytest.raises(FacilituiError) as caught:
        enter(*asked, **keys)
    return str(caught.value)


def test_the_next_phase_is_entered_where_its_gate_meets_the_recorded_criteria() -> None:
    """Nothing lacks, and no reason is asked."""
    found = enter("apprentice", 30)
    assert [(each.phase, each.on, each.lacked) for each in found.entered][1:] == [
        ("apprentice", day(30), ())
    ]
    assert (found.phase, found.reason) == ("apprentice", "“Phase 2: Apprentice” was entered")


def test_a_gate_that_is_not_met_needs_a_reason_and_is_kept_with_what_lacked() -> None:
    """The override is logged: nobody is stopped, and nothing is hidden."""
    told = refused("apprentice", 30, case=Case())
    assert told == (
        "Not met before it: “Receive CLEE's acceptance as an … keep its date and letter”; "
        "write why it is entered all the same."
    )
    assert refused("apprentice", 30, " \n", case=Case()) == told
    found = enter("apprentice", 30, "The letter is on its way", case=Case()).entered[-1]
    assert (found.lacked, found.reason) == ((ACCEPTANCE,), "The letter is on its way")


def test_a_phase_that_is_left_out_is_named_with_what_its_gate_lacks() -> None:
    """Apprentice and then approved: leaving out is possible, and told (A-46)."""
    enrolment = enrolled(CLEE)
    told = progress(enrolment, CLEE, ACCEPTED)
    assert lacking(told, "fully_approved") == ("Phase 2: Apprentice", OBSERVED, SCORES)
    found = enter("fully_approved", 30, "Full-time facilitator before").entered[-1]
    assert found.lacked == ("Phase 2: Apprentice", OBSERVED, SCORES)
    nowhere = progress(Enrolment(), CLEE, Case())
    assert lacking(nowhere, "learning") == ()
    assert lacking(nowhere, "apprentice") == ("Phase 1: Learning", ACCEPTANCE)


def test_going_back_is_allowed_and_kept() -> None:
    """It lacks nothing; going on again asks for the gate as it stands then."""
    stays = [("learning", 0), ("apprentice", 30)]
    found = enter("learning", 40, phases=stays)
    assert [each.phase for each in found.entered] == ["learning", "apprentice", "learning"]
    there = progress(enrolled(CLEE, stays), CLEE, Case())
    assert lacking(there, "learning") == ()
    assert lacking(there, "fully_approved") == (OBSERVED, SCORES)
    told = progress(found, CLEE, Case())
    assert lacking(told, "apprentice") == (ACCEPTANCE,)
    assert lacking(told, "fully_approved") == (ACCEPTANCE, OBSERVED, SCORES)


def test_a_day_before_the_last_phase_was_entered_is_refused() -> None:
    """The same day is not: somebody may come with everything done (A-47)."""
    stays = [("learning", 0), ("apprentice", 30)]
    assert refused("learning", 29, phases=stays) == (
        "“Phase 2: Apprentice” was entered on 9 Feb 2026; choose that day or a later one for "
        "this phase."
    )
    assert enter("learning", 30, phases=stays).entered[-1].on == day(30)
    gone = refused("apprentice", -1, case=Case(), reason="x", phases=[("gone", 0)])
    assert gone.startswith("“gone” was entered on 10 Jan 2026")
    enrolment = Enrolment(started_on=day(0))
    told = progress(enrolment, CLEE, ACCEPTED)
    with pytest.raises(FacilituiError, match="It began on 10 Jan 2026; choose that day"):
        entered(enrolment, CLEE, told, "learning", day(-1), "")


def test_the_current_phase_is_not_entered_twice() -> None:
    """Nor one of a closed enrolment, nor one that there is not."""
    assert refused("learning", 30) == (
        "“Phase 1: Learning” was entered on 10 Jan 2026 already; choose another phase."
    )
    assert refused("apprentice", 30, closed_on=day(20)) == (
        "It is closed; open it again, then enter the phase."
    )
    assert refused("nowhere", 30).startswith(
        "This pathway has no phase “nowhere”; choose one of “Phase 1: Learning”, “Phase 2"
    )


SEEN_AT = (110, 120)
TWICE = Case(observed=tuple(observed(f"s{at}", at, {"asking": 3}) for at in SEEN_AT))


@given(st.integers(100, 130))
def test_what_opens_a_gate_counts_behind_it_no_more(after: int) -> None:
    """Whatever the day: what lacked then is what the gate lacks afterwards, and all of it.

    What is of the day itself is still there: nothing that met the gate slips away by going on.
    """
    enrolment = enrolled(
        CLEE,
        {"learning": 0, "apprentice": 100},
        counts=[f"s{at}" for at in SEEN_AT],
        areas=(areas("asking"),),
    )
    told = progress(enrolment, CLEE, TWICE)
    assert lacking(told, "fully_approved") == ()
    left = leaving(told, "fully_approved", day(after), TWICE, TODAY)
    made = entered(enrolment, CLEE, left, "fully_approved", day(after), "so")
    counted = sum(at <= after for at in SEEN_AT)
    lacked = {0: (OBSERVED, SCORES), 1: (OBSERVED,), 2: ()}[counted]
    assert made.entered[-1].lacked == lacked
    afterwards = progress(made, CLEE, TWICE).phases[1].gate
    assert afterwards is not None
    assert tuple(each.requirement.text for each in afterwards.lacks) == lacked
