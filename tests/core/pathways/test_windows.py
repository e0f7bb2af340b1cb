"""Which days count for which phase: that of moving on is still of the phase that is left."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from facilitui.core.pathways.case import Case, Window
from facilitui.core.pathways.enrolment import Enrolment, Entered
from facilitui.core.pathways.progress import PhaseProgress
from facilitui.core.pathways.windows import windows_of
from tests.core.pathways.journals import (
    CLEE,
    OF_PHASE,
    TODAY,
    areas,
    day,
    enrolled,
    held,
    logged,
    observed,
    progress,
    stands,
)

SEEN = Case(observed=tuple(observed(f"s{at}", at, {"asking": 3}) for at in (110, 120)))


def test_only_the_phase_that_was_entered_first_begins_on_its_day() -> None:
    """The next one begins a day later; all days are of one phase, without a gap."""
    found = windows_of(enrolled(CLEE, OF_PHASE))
    assert found == {
        "learning": (Window(day(0), day(100)),),
        "apprentice": (Window(day(101), day(200)),),
        "fully_approved": (Window(day(201), None),),
    }


def test_several_phases_entered_on_one_day() -> None:
    """Somebody may come with everything done (A-47): that day is of the first of them alone."""
    found = windows_of(enrolled(CLEE, [("learning", 0), ("apprentice", 0), ("fully_approved", 0)]))
    within = {phase for phase, stays in found.items() for stay in stays if stay.has(day(0))}
    after = {phase for phase, stays in found.items() for stay in stays if stay.has(day(1))}
    assert (within, after) == ({"learning"}, {"fully_approved"})


def test_the_last_phase_ends_with_the_day_of_closing() -> None:
    """That day counts, and nothing after it; of an enrolment opened again it does."""
    enrolment = enrolled(CLEE, OF_PHASE, ["a", "b"], closed_on=day(250))
    assert windows_of(enrolment)["fully_approved"] == (Window(day(201), day(250)),)
    seen = Case(observed=(observed("a", 250), observed("b", 251)))
    assert stands("observed_for_approval", enrolment, CLEE, seen).have == 1
    again = enrolment.model_copy(update={"closed_on": None})
    assert stands("observed_for_approval", again, CLEE, seen).have == 2


@given(st.lists(st.dates(max_value=date(9999, 12, 30)), min_size=1, max_size=6), st.dates())
def test_days_in_their_order_leave_no_gap(days: list[date], on: date) -> None:
    """Every day since the first phase was entered is of exactly one, and no earlier one of any."""
    entered = tuple(Entered(phase=str(at), on=each) for at, each in enumerate(sorted(days)))
    stays = [each for found in windows_of(Enrolment(entered=entered)).values() for each in found]
    assert sum(stay.has(on) for stay in stays) == (min(days) <= on)


def test_a_phase_that_was_entered_on_the_last_day_of_all_has_none() -> None:
    """There is no day after it."""
    entered = (Entered(phase="a", on=day(0)), Entered(phase="b", on=date.max))
    assert windows_of(Enrolment(entered=entered)) == {"a": (Window(day(0), date.max),)}


@pytest.mark.parametrize("after", [120, 121, 130])
def test_what_met_a_gate_still_meets_it_once_the_next_phase_is_entered(after: int) -> None:
    """Also on the very day of the second observation, and it counts for no other phase."""
    stays = [("learning", 0), ("apprentice", 100), ("fully_approved", after)]
    told = progress(enrolled(CLEE, stays, ["s110", "s120"], areas=(areas("asking"),)), CLEE, SEEN)
    gate = told.phases[1].gate
    assert gate is not None and gate.meets
    assert told.of("observed_for_approval").have == 0  # type: ignore[union-attr]


def phase_of(case: Case, today: date = TODAY) -> PhaseProgress:
    """The second phase, which is entered on day 100 and where somebody is."""
    enrolment = enrolled(CLEE, [("learning", 0), ("apprentice", 100)], ["a"])
    return progress(enrolment, CLEE, case, today).phases[1]


@pytest.mark.parametrize(
    ("case", "today"),
    [
        (Case((held("a", 100),)), TODAY),
        (Case(observed=(observed("a", 100),)), TODAY),
        (Case(logged=(logged("community", after=100),)), TODAY),
        (Case(), day(100)),
    ],
)
def test_from_when_on_a_phase_counts_is_told_where_it_matters(case: Case, today: date) -> None:
    """Something is of the day on which it was entered, or may still be held on it."""
    assert phase_of(case, today).counts_from == day(101)


def test_from_when_on_a_phase_counts_is_not_told_where_nobody_can_be_mistaken() -> None:
    """Nothing of that day serves the enrolment, or it counts of whatever day as a letter does; and
    the first phase counts from its own day."""
    assert phase_of(Case(logged=(logged("acceptance", after=100),))).counts_from is None
    assert phase_of(Case((held("a", 101), held("b", 100)))).counts_from is None
    told = progress(enrolled(CLEE, None, ["a"]), CLEE, Case((held("a", 0),)), day(0))
    assert (told.phases[0].counts_from, told.phases[1].counts_from) == (None, None)


def test_when_a_phase_was_left_is_the_day_the_next_was_entered() -> None:
    """Not the day after, nor that of closing, on which no other one was entered."""
    told = progress(enrolled(CLEE, OF_PHASE, closed_on=day(220)), CLEE, Case())
    assert [each.left_on for each in told.phases] == [day(100), day(200), None]
