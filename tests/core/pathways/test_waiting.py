"""When something waits for an opportunity no more: by what came on that day or later."""

from __future__ import annotations

from datetime import timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from facilitui.core.pathways.case import Case, Heard
from facilitui.core.pathways.enrolment import Enrolment, SetAside
from facilitui.core.pathways.progress import Progress
from facilitui.core.pathways.remarks import texts
from facilitui.core.pathways.words import Standing
from facilitui.core.vocabulary import Role
from tests.core.pathways.journals import (
    CLEE,
    OF_PHASE,
    asking,
    day,
    enrolled,
    heard,
    held,
    logged,
    observed,
    of,
    progress,
    source,
)

OVER = "it was said to wait on 8 Aug 2026; what is of that day counts as come since"
KINDS = {
    "sessions": {},
    "planning": {},
    "debriefs": {},
    "observations": {},
    "evidence": {},
    "check_ins": {},
    "feedback": {"shows": ["effect"]},
}


def waiting(since: int) -> SetAside:
    """That it waits from so many days after the enrolment began."""
    return SetAside(requirement="it", waits=True, reason="autumn", on=day(since))


def of_kind(kind: str, came: int, since: int) -> Progress:
    """Where one thing of a kind without a number stands, of which something came on a day."""
    pathway = asking({"kind": kind, "id": "it", **KINDS[kind]})
    case = Case(
        (held("s", came, planned_with=frozenset({Role.STAFF}), debriefed=True),),
        (observed("s", came),),
        (heard("s", came, effect=1),),
        (logged("it", after=came, link="https://it.example"),),
    )
    enrolment = enrolled(pathway, None, ["s"], aside=(waiting(since),))
    return of(progress(enrolment, pathway, case), "it")


@pytest.mark.parametrize("kind", KINDS)
def test_what_came_on_that_day_or_later_ends_the_waiting_of_every_kind(kind: str) -> None:
    """Whoever says in the morning that it waits, and is called in the afternoon, waits no more."""
    before, same, later = (of_kind(kind, came, 210) for came in (209, 210, 211))
    assert [each.standing for each in (before, same, later)] == [
        Standing.WAITING,
        Standing.LOGGED,
        Standing.LOGGED,
    ]
    assert before.told.startswith("waiting for an opportunity (autumn); 1 logged")
    assert (same.reason, later.reason) == ("", "")


@pytest.mark.parametrize("kind", KINDS)
def test_waiting_that_was_over_on_its_first_day_says_so(kind: str) -> None:
    """Nobody knows which came first, and who meant the next one sees why it does not wait."""
    before, same, later = (of_kind(kind, came, 210) for came in (209, 210, 211))
    assert [OVER in texts(each.remarks) for each in (before, same, later)] == [False, True, False]


@given(st.lists(st.integers(0, 300), max_size=4, unique=True), st.integers(0, 300))
def test_only_what_came_since_ends_the_waiting(days: list[int], since: int) -> None:
    """Without a number; and whatever was there before, however much of it."""
    pathway = asking({"kind": "sessions", "id": "it"})
    case = Case(tuple(held(f"s{after}", after) for after in days))
    keys = [f"s{after}" for after in days]
    enrolment = enrolled(pathway, None, keys, aside=(waiting(since),))
    found = of(progress(enrolment, pathway, case), "it")
    over = any(after >= since for after in days)
    assert (found.standing is Standing.WAITING) == (not over)
    assert (max(days, default=-1) == since) == any(
        "said to wait" in one for one in texts(found.remarks)
    )


def test_a_gate_is_not_shut_by_waiting_that_is_over() -> None:
    """Feedback of the very day that it was said to wait on meets the criteria as any other."""
    answers = Heard(source("b", 210), 5, effect=3, growth=2, rated=5, surer=2)
    waits = SetAside(requirement="participant_feedback", waits=True, on=day(210))
    enrolment: Enrolment = enrolled(CLEE, OF_PHASE, ["b"], aside=(waits,))
    told = progress(enrolment, CLEE, Case(heard=(answers,)))
    gate = told.phases[2].gate
    assert gate is not None
    assert "participant_feedback" not in [each.requirement.id for each in gate.lacks]
    earlier = enrolled(
        CLEE,
        OF_PHASE,
        ["b"],
        aside=(waits.model_copy(update={"on": waits.on + timedelta(days=1)}),),
    )
    gate = progress(earlier, CLEE, Case(heard=(answers,))).phases[2].gate
    assert gate is not None
    assert "participant_feedback" in [each.requirement.id for each in gate.lacks]
