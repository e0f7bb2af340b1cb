"""How often somebody practised: counted by the rules of the requirements, over all phases."""

from __future__ import annotations

from dataclasses import replace

from facilitui.core.pathways.case import Case
from facilitui.core.pathways.summary import Summary
from facilitui.core.pathways.summary_counts import Practised, practised
from facilitui.core.vocabulary import Role
from tests.core.pathways.journals import (
    CLEE,
    OF_PHASE,
    TODAY,
    day,
    enrolled,
    held,
    observed,
    progress,
)


def counted(case: Case, **keys: object) -> Practised:
    """What is counted of somebody for whom three sessions serve."""
    enrolment = enrolled(CLEE, OF_PHASE, ["a", "b", "c"]).model_copy(update=keys)
    return practised(Summary(progress(enrolment, CLEE, case), case, TODAY, {}))


def test_a_session_is_observed_once_however_many_observed_it() -> None:
    """And with feedback once, where one of them gave it as it is asked."""
    first = observed("a", 110)
    other = replace(
        first, source=replace(first.source, entry="entry-other"), lacks=("the feedback",)
    )
    found = counted(Case(observed=(first, other, observed("b", 120, lacks=("the feedback",)))))
    assert (found.observed, found.with_feedback) == (2, 1)


def test_ones_own_look_at_oneself_is_not_counted_as_observed() -> None:
    """As no requirement takes it for one."""
    assert counted(Case(observed=(observed("a", 110, role=Role.SELF),))).observed == 0


def test_nothing_counts_that_came_after_the_end() -> None:
    """The day of closing does."""
    case = Case((held("a", 220, debriefed=True), held("b", 221, debriefed=True)))
    assert counted(case).reflected == 2
    assert counted(case, closed_on=day(220)).reflected == 1
