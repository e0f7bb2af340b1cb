"""Changes of an enrolment: each says why, changes what it is about, and done twice nothing more."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from facilitui.core.errors import FacilituiError
from facilitui.core.pathways.case import Case, Observed, Source
from facilitui.core.pathways.enrolling import (
    begun,
    begun_on,
    closed,
    enrolment_changes,
    last_day,
    opened_again,
    sorted_told,
    with_areas,
    with_sorted,
)
from facilitui.core.pathways.enrolment import Enrolment, Entered, OwnRule, PriorityAreas, SetAside
from facilitui.core.pathways.stating import asked_again, with_aside, with_rule, without_rule
from facilitui.core.vocabulary import Role
from tests.library.pathways import named

DAY = date(2026, 3, 3)
ANA = begun(named("clee_part_time_facilitator"), "Ana", DAY)
words = st.text(max_size=8)
days = st.dates(date(2020, 1, 1), date(2030, 1, 1))
areas = st.builds(
    PriorityAreas, areas=st.lists(words, min_size=1, max_size=3), source=words, on=days
)
asides = st.builds(SetAside, requirement=words, waits=st.booleans(), reason=words, on=days)
rules = st.builds(OwnRule, requirement=words, at_least=st.integers(1, 9), source=words, on=days)


@given(areas, asides, rules, st.dictionaries(words, st.booleans(), max_size=3), days)
def test_done_twice_it_changes_nothing_more(
    some: PriorityAreas, aside: SetAside, rule: OwnRule, decided: dict[str, bool], on: date
) -> None:
    """And the journal can read again what each made."""
    changes: tuple[Callable[[Enrolment], Enrolment], ...] = (
        lambda each: with_areas(each, some),
        lambda each: with_aside(each, aside, "[x]"),
        lambda each: asked_again(each, aside.requirement, "[x]", on),
        lambda each: with_rule(each, rule, "[x]"),
        lambda each: without_rule(each, rule.requirement, "[x]", on),
        lambda each: with_sorted(each, decided, Case()),
        lambda each: closed(each, on),
    )
    for change in changes:
        once = change(ANA)
        assert change(once) == once
        assert Enrolment.model_validate(once.model_dump(mode="json")) == once
        assert bool(enrolment_changes(ANA, once)) == (once != ANA) == bool(once.reason)


@given(areas, areas)
def test_areas_of_the_same_day_only_correct(first: PriorityAreas, second: PriorityAreas) -> None:
    """What scored a phase never changes unless somebody said that it was a mistake."""
    once = with_areas(ANA, first)
    second = second.model_copy(update={"on": first.on})
    if second != first:
        with pytest.raises(FacilituiError, match="say that these correct them"):
            with_areas(once, second)
    assert with_areas(once, second, corrects=once).areas == (second,)


def test_it_begins_in_the_first_phase_on_its_first_day() -> None:
    """Another first day is the phase's too, unless the next one was entered before."""
    assert ANA.entered == (Entered(phase="learning", on=DAY),)
    later = DAY + timedelta(days=9)
    moved = begun_on(ANA, later)
    assert (moved.started_on, moved.entered[0].on) == (later, later)
    two = ANA.model_copy(update={"entered": (*ANA.entered, Entered(phase="x", on=DAY))})
    with pytest.raises(ValueError, match="the next phase was entered before"):
        begun_on(two, later)
    bare = begun_on(Enrolment(), DAY)
    assert (bare.started_on, bare.entered) == (DAY, ())
    assert last_day(Enrolment()) is None and last_day(two) == DAY


def test_what_was_sorted_is_told() -> None:
    """How many count, and how many do not."""
    assert sorted_told({"a": True}, Case()) == "1 session counts"
    assert sorted_told({"a": False, "b": False}, Case()) == "2 sessions do not count"
    told = sorted_told({"a": True, "b": True, "c": False}, Case())
    assert told == "2 sessions count, 1 session does not"
    seen = Observed(Source("entry-v", "", DAY, "A video"), Role.STAFF)
    told = sorted_told({"a": True, "entry-v": False}, Case(observed=(seen,)))
    assert told == "1 session counts, 1 observation does not"


def test_closing_can_be_taken_back() -> None:
    """A note is why the revision was made."""
    over = closed(ANA, DAY, " they moved ")
    assert (over.closed_on, over.reason) == (DAY, "they moved")
    assert enrolment_changes(opened_again(over), ANA) == ()
