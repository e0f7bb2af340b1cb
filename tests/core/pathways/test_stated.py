"""What was stated stands for a phase by one rule of time: what was stated last by its end."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from facilitui.core.pathways.case import Case, Observed
from facilitui.core.pathways.enrolment import Enrolment, OwnRule, PriorityAreas, SetAside
from facilitui.core.pathways.progress import Progress
from facilitui.core.pathways.remarks import texts
from facilitui.core.pathways.requirements import ScoreGate
from facilitui.core.pathways.stated import Stated, areas_of_file
from facilitui.core.pathways.words import Standing
from tests.core.pathways.journals import (
    CLEE,
    OF_PHASE,
    TODAY,
    areas,
    day,
    enrolled,
    observed,
    stands,
)

SEEN = (observed("x", 110, {"a": 3}), observed("y", 220, {"b": 4}))
GATE = next(each for each in CLEE.requirements if isinstance(each, ScoreGate))
ASKED = ("scores_as_apprentice", "scores_for_approval")


def designated(area: str, after: int | None) -> PriorityAreas:
    """One area, designated so many days after the enrolment began."""
    on = None if after is None else day(after)
    return areas(area).model_copy(update={"on": on})


def of_both(*named: PriorityAreas) -> tuple[Progress, Progress]:
    """Where the score gates of the second and of the third phase stand."""
    enrolment = enrolled(CLEE, OF_PHASE, ["x", "y"], areas=named)
    second, third = (stands(each, enrolment, CLEE, Case(observed=SEEN)) for each in ASKED)
    return second, third


def test_what_is_designated_in_a_later_phase_scores_nothing_anew() -> None:
    """The second phase keeps the areas that stood when it ended."""
    second, third = of_both(designated("a", 50), designated("b", 210))
    assert (second.standing, third.standing) == (Standing.MET, Standing.MET)
    assert [found.areas and found.areas.areas for found in (second, third)] == [("a",), ("b",)]
    assert not second.remarks


def test_the_day_counts_and_not_when_they_were_typed() -> None:
    """What was designated before is entered later by many."""
    second, third = of_both(designated("b", 210), designated("a", 50))
    assert (second.standing, third.standing) == (Standing.MET, Standing.MET)


def test_where_none_were_designated_by_then_the_first_ones_after_it_stand_and_say_so() -> None:
    """Otherwise a phase that is over could never be told."""
    second, _ = of_both(designated("b", 230), designated("a", 220))
    told = "its areas were designated on 18 Aug 2026, after this phase"
    assert (second.standing, texts(second.remarks)[0]) == (Standing.MET, told)
    assert told in second.told


def test_areas_that_are_still_to_come_stand_for_nothing_yet() -> None:
    """Neither alone nor beside others."""
    to_come = designated("b", 900)
    told = "areas that are designated from 28 Jun 2028 on do not stand yet"
    alone, _ = of_both(to_come)
    assert (alone.standing, alone.areas, texts(alone.remarks)) == (Standing.UNKNOWN, None, (told,))
    _, third = of_both(designated("b", 50), to_come)
    assert (third.standing, texts(third.remarks)) == (Standing.MET, (told,))


def test_a_phase_gone_back_into_is_the_current_one() -> None:
    """What was designated in between stands for it, whether or not anything is scored in it."""
    stays = (("learning", 0), ("apprentice", 100), ("fully_approved", 200), ("apprentice", 230))
    named = (designated("a", 50), designated("b", 210))

    def second(*more: Observed) -> Progress:
        seen = (*SEEN, *more)
        keys = [each.source.key for each in seen]
        enrolment = enrolled(CLEE, stays, keys, areas=named)
        return stands(ASKED[0], enrolment, CLEE, Case(observed=seen))

    for found in (second(), second(observed("z", 240, {"b": 2}))):
        assert (found.standing, texts(found.remarks)) == (Standing.MISSING, ())
        assert found.areas is not None and found.areas.areas == ("b",)


def test_of_two_on_one_day_the_last_entered_stands() -> None:
    """A mistake that was corrected on the same day."""
    second, _ = of_both(designated("b", 50), designated("a", 50))
    assert second.areas is not None and second.areas.areas == ("a",)


@given(st.lists(st.none() | st.integers(-50, 400)), st.integers(0, 300))
def test_areas_stand_by_their_days_alone(days: list[int | None], end: int) -> None:
    """None of a later day stands where there is one of an earlier; without any it is the file's."""
    named = tuple(designated(f"n{at}", after) for at, after in enumerate(days))
    until = min(day(end), TODAY)
    found = Stated(CLEE, Enrolment(areas=named), until, TODAY).areas(GATE)
    known = [each for each in named if each.on is None or each.on <= TODAY]
    by_then = [each for each in known if each.on is None or each.on <= until]
    if not known:
        assert found == areas_of_file(GATE, CLEE)
    else:
        assert found in (by_then or known)


@given(st.lists(st.integers(-50, 400)), st.integers(0, 300), st.integers(0, 300))
def test_one_rule_of_time_holds_for_all_that_is_stated(
    days: list[int], end: int, today: int
) -> None:
    """Areas, rules and what is set aside: whatever their days, the one of the same place stands."""
    enrolment = Enrolment(
        areas=tuple(designated(str(at), after) for at, after in enumerate(days)),
        rules=tuple(
            OwnRule(requirement=GATE.id, at_least=3, source=str(at), on=day(after))
            for at, after in enumerate(days)
        ),
        aside=tuple(
            SetAside(requirement=GATE.id, reason=str(at), on=day(after))
            for at, after in enumerate(days)
        ),
    )
    stated = Stated(CLEE, enrolment, min(day(end), day(today)), day(today))
    areas, own, aside = stated.areas(GATE), stated.own_rule(GATE), stated.aside(GATE.id)
    stands = _place(days, min(end, today), today)
    assert stands == (int(own.source) if own else None)
    assert stands == (int(aside.reason) if aside else None)
    assert stands == (int(areas.areas[0]) if areas else None)


def _place(days: list[int], until: int, today: int) -> int | None:
    """The last one stated by then; else the first one stated since; none of tomorrow."""
    by_then = [(on, at) for at, on in enumerate(days) if on <= until]
    since = [(on, -at) for at, on in enumerate(days) if until < on <= today]
    return max(by_then)[1] if by_then else -min(since)[1] if since else None


def own_rule(after: int) -> OwnRule:
    """An easier rule, stated so many days after the enrolment began."""
    return OwnRule(requirement=ASKED[0], at_least=2, source="Ms Doe", on=day(after))


def test_a_rule_that_is_still_to_come_changes_nothing_yet() -> None:
    """It is told, and neither scores anything nor stands at the gate."""
    enrolment = enrolled(
        CLEE, OF_PHASE, ["x"], areas=(designated("a", 50),), rules=(own_rule(900),)
    )
    case = Case(observed=(observed("x", 110, {"a": 2}),))
    found = stands(ASKED[0], enrolment, CLEE, case)
    told = "a rule that is stated from 28 Jun 2028 on does not stand yet"
    assert (found.standing, texts(found.remarks)) == (Standing.MISSING, (told,))
    assert (found.own_rule, found.beside, "at 3 or higher" in found.told) == (None, (), True)


def test_a_rule_that_was_stated_after_the_phase_says_so() -> None:
    """It stands, since none stood before it; the gate says when it was stated."""
    enrolment = enrolled(
        CLEE, OF_PHASE, ["x"], areas=(designated("a", 50),), rules=(own_rule(220),)
    )
    found = stands(ASKED[0], enrolment, CLEE, Case(observed=(observed("x", 110, {"a": 2}),)))
    told = "this rule was stated by “Ms Doe” on 18 Aug 2026, after this phase"
    assert (found.standing, texts(found.remarks)) == (Standing.MET, (told,))
    assert found.beside_told == "scores by a rule that “Ms Doe” stated on 18 Aug 2026"
    within = enrolment.model_copy(update={"rules": (own_rule(110),)})
    found = stands(ASKED[0], within, CLEE, Case(observed=(observed("x", 110, {"a": 2}),)))
    assert texts(found.remarks) == ("this rule was stated by “Ms Doe”",)


@pytest.mark.parametrize(("waits", "word"), [(True, "waits"), (False, "is set aside")])
def test_what_is_set_aside_from_a_day_to_come_is_asked_until_then(waits: bool, word: str) -> None:
    """A computer whose clock was wrong opens no gate, and closes none."""
    to_come = SetAside(requirement="apprentice_role", waits=waits, reason="autumn", on=day(900))
    enrolment = enrolled(CLEE, OF_PHASE, aside=(to_come,))
    found = stands("apprentice_role", enrolment, CLEE, Case())
    assert (found.standing, found.reason) == (Standing.MISSING, "")
    assert texts(found.remarks) == (f"it {word} from 28 Jun 2028 on, and not yet",)
