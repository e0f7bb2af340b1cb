"""A phase that was gone back into is the current one: what is stated there stands there."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from facilitui.core.pathways.case import Case, Observed
from facilitui.core.pathways.enrolment import Enrolment, OwnRule, PriorityAreas, SetAside
from facilitui.core.pathways.entering import leaving
from facilitui.core.pathways.going_back import stands_otherwise
from facilitui.core.pathways.standings.scope import scope_of
from facilitui.core.pathways.stating import asked_again, with_aside, with_rule
from facilitui.core.pathways.windows import windows_of
from facilitui.core.pathways.words import Standing
from facilitui.core.vocabulary import Role
from tests.core.pathways.journals import (
    CLEE,
    ME,
    TODAY,
    areas,
    day,
    enrolled,
    observed,
    progress,
    stands,
)

STAYS = (("learning", 0), ("apprentice", 100), ("fully_approved", 200), ("apprentice", 230))
GATE, ROLE = "scores_as_apprentice", "apprentice_role"
AREAS = (areas("a").model_copy(update={"on": day(105)}),)
SEEN = (observed("x", 110, {"a": 3}),)


def rule(least: int, after: int) -> OwnRule:
    """What the programme stated so many days after the enrolment began."""
    return OwnRule(requirement=GATE, at_least=least, source="Ms Doe", on=day(after))


def aside(after: int, *, waits: bool = False) -> SetAside:
    """The same of what is set aside, or waits."""
    return SetAside(requirement=ROLE, waits=waits, reason=str(after), on=day(after))


def again(**keys: object) -> Enrolment:
    """An enrolment that is in its second phase once more, scored in its first stay."""
    return enrolled(CLEE, STAYS, ["x"], **{"areas": AREAS, **keys})


@pytest.mark.parametrize("seen", [(), SEEN, (*SEEN, observed("me", 235, {"b": 1}, role=Role.SELF))])
@pytest.mark.parametrize("on", [230, 240])
def test_what_is_stated_in_the_current_stay_stands_for_it(
    seen: tuple[Observed, ...], on: int
) -> None:
    """Whatever was scored or stated in the first one, and from the day on which it was entered."""
    case = Case(observed=seen)
    told = asked_again(again(aside=(aside(110),)), ROLE, "x", day(on))
    assert stands(ROLE, told, CLEE, case).standing is Standing.MISSING
    told = with_aside(again(aside=(aside(110, waits=True),)), aside(on), "x")
    found = stands(ROLE, told, CLEE, case)
    assert (found.standing, found.reason) == (Standing.SET_ASIDE, str(on))
    told = with_rule(again(rules=(rule(3, 110),)), rule(4, on), "x")
    found = stands(GATE, told, CLEE, case)
    assert (found.standing, found.own_rule) == (Standing.MISSING, rule(4, on))
    newer = areas("b").model_copy(update={"on": day(on)})
    found = stands(GATE, again(areas=(*AREAS, newer)), CLEE, case)
    assert (found.standing, found.areas) == (Standing.MISSING, newer)


LEVELS = st.dictionaries(st.sampled_from("abc"), st.integers(1, 4))


@given(
    st.lists(st.integers(0, 300), min_size=1, max_size=5).map(sorted),
    st.lists(st.tuples(st.integers(0, 320), LEVELS), max_size=4),
    st.lists(st.integers(0, 320), max_size=4),
)
def test_until_when_statements_count_hangs_on_the_stays_alone(
    entered: list[int], scored: list[tuple[int, dict[str, int]]], designated: list[int]
) -> None:
    """Nothing that was scored or designated moves it."""
    phases = [CLEE.phases[at % len(CLEE.phases)].id for at in range(len(entered))]
    stays = [*zip(phases, entered, strict=True)]
    seen = tuple(observed(f"s{at}", on, levels) for at, (on, levels) in enumerate(scored))
    named = tuple(areas("a").model_copy(update={"on": day(on)}) for on in designated)
    counts = [each.source.key for each in seen]
    plain, full = (enrolled(CLEE, stays), enrolled(CLEE, stays, counts, areas=named))
    for phase, windows in windows_of(plain).items():
        untils = {
            scope_of(ME, each, CLEE, Case(observed=seen), TODAY).within(windows).until
            for each in (plain, full)
        }
        is_current = phase == plain.phase
        assert untils == {TODAY if is_current else windows[-1].last}


def test_going_back_tells_before_what_stands_otherwise_then() -> None:
    """Nothing is scored anew without a word."""
    stays = STAYS[:3]
    named: tuple[PriorityAreas, ...] = (*AREAS, areas("b").model_copy(update={"on": day(210)}))
    enrolment, case = enrolled(CLEE, stays, ["x"], areas=named), Case(observed=SEEN)
    now = progress(enrolment, CLEE, case)
    then = leaving(now, "apprentice", day(230), case, TODAY)
    (told,) = stands_otherwise(now, then, "apprentice")
    assert told.startswith("“Reach 3s in the areas") and told.endswith(": met now, missing then.")
    same = enrolment.model_copy(update={"areas": AREAS})
    now = progress(same, CLEE, case)
    then = leaving(now, "apprentice", day(230), case, TODAY)
    assert not [*stands_otherwise(now, then, "apprentice")]
