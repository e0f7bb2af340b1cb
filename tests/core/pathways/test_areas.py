"""Which priority areas stand for a phase: those that were designated by its end."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from facilitui.core.pathways.areas import areas_of, areas_of_file
from facilitui.core.pathways.case import Case, Observed
from facilitui.core.pathways.enrolment import Enrolment, PriorityAreas
from facilitui.core.pathways.progress import Progress
from facilitui.core.pathways.requirements import ScoreGate
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
    assert (second.standing, second.remarks[0]) == (Standing.MET, told)
    assert told in second.told


def test_areas_that_are_still_to_come_stand_for_nothing_yet() -> None:
    """Neither alone nor beside others."""
    to_come = designated("b", 900)
    told = "areas that are designated from 28 Jun 2028 on do not stand yet"
    alone, _ = of_both(to_come)
    assert (alone.standing, alone.areas, alone.remarks) == (Standing.UNKNOWN, None, (told,))
    _, third = of_both(designated("b", 50), to_come)
    assert (third.standing, third.remarks) == (Standing.MET, (told,))


def test_going_back_into_a_phase_scores_nothing_anew_by_itself() -> None:
    """What was designated in between stands from the first score of the new stay on."""
    stays = (("learning", 0), ("apprentice", 100), ("fully_approved", 200), ("apprentice", 230))
    named = (designated("a", 50), designated("b", 210))

    def second(*more: Observed) -> Progress:
        seen = (*SEEN, *more)
        keys = [each.source.key for each in seen]
        enrolment = enrolled(CLEE, stays, keys, areas=named)
        return stands(ASKED[0], enrolment, CLEE, Case(observed=seen))

    told = "areas designated on 8 Aug 2026 stand here once something is scored in this stay"
    again = second()
    assert (again.standing, again.remarks) == (Standing.MET, (told,))
    assert again.areas is not None and again.areas.areas == ("a",)
    scored = second(observed("z", 240, {"b": 2}))
    assert (scored.standing, scored.remarks) == (Standing.MISSING, ())
    assert scored.areas is not None and scored.areas.areas == ("b",)


def test_of_two_on_one_day_the_last_entered_stands() -> None:
    """A mistake that was corrected on the same day."""
    second, _ = of_both(designated("b", 50), designated("a", 50))
    assert second.areas is not None and second.areas.areas == ("a",)


@given(st.lists(st.none() | st.integers(-50, 400)), st.integers(0, 300))
def test_areas_stand_by_their_days_alone(days: list[int | None], end: int) -> None:
    """None of a later day stands where there is one of an earlier; without any it is the file's."""
    gate = next(each for each in CLEE.requirements if isinstance(each, ScoreGate))
    named = tuple(designated(f"n{at}", after) for at, after in enumerate(days))
    until = min(day(end), TODAY)
    found = areas_of(gate, CLEE, Enrolment(areas=named), until, TODAY)
    known = [each for each in named if each.on is None or each.on <= TODAY]
    by_then = [each for each in known if each.on is None or each.on <= until]
    if not known:
        assert found == areas_of_file(gate, CLEE)
    else:
        assert found in (by_then or known)
