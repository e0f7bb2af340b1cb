"""Checks of any plan at all: never an error, never twice the same, always in one order."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from facilitui.core.checks import (
    Check,
    check_plan,
    sorted_out,
    with_dismissed,
    without_dismissed,
)
from facilitui.core.checks.check import short
from facilitui.core.plans.agenda import expand
from facilitui.core.plans.alignment import align
from facilitui.core.plans.plan import Plan
from facilitui.core.plans.plan_parts import Dismissed
from facilitui.core.vocabulary import Question
from tests.core.making import HOSTILE
from tests.core.plan_strategies import PROTOCOLS, plans, slots_of

PLACES = {
    *("about", "audience", "goals", "agenda", "evidence", "norms", "people", "materials"),
    *("foundations", "check_ins"),
}
PLACES_WITH_ID = {"matrix", "block", "evidence"}
waits = st.none() | st.dictionaries(st.sampled_from(Question), st.just(5.0), max_size=3)


def checks(plan: Plan) -> tuple[Check, ...]:
    return check_plan(plan, PROTOCOLS, slots_of(plan))


@given(plans(), waits, st.booleans())
def test_any_plan_can_be_checked(
    plan: Plan, targets: dict[Question, float] | None, timed: bool
) -> None:
    """Whatever is in it, each check says what and why in a line, once, and where to go."""
    found = check_plan(plan, PROTOCOLS, slots_of(plan) if timed else (), targets)
    ids = [check.id for check in found]
    assert len(set(ids)) == len(ids)
    for check in found:
        assert 0 < len(check.text) <= 80 and len(check.id) <= 300
        assert check.reason.endswith(".") and check.reason[0].isupper()
        place, kind = check.place.partition("#")[0], check.place.split(" ")[0]
        assert place in PLACES or kind in PLACES_WITH_ID


@given(plans())
def test_every_place_is_there(plan: Plan) -> None:
    """A jump to a block, to evidence or to a goal's column finds it."""
    for check in checks(plan):
        what, _, of = check.place.partition(" ")
        if what == "block":
            assert plan.block(of) is not None
        elif what == "matrix":
            assert plan.goal(of) is not None
        elif of:
            assert what == "evidence" and of in {each.id for each in plan.evidence}


@given(plans())
def test_the_order_is_always_the_same(plan: Plan) -> None:
    """The weightiest first; a kind of check goes down the agenda; a second look is no other."""
    found = checks(plan)
    weights = [check.weight for check in found]
    assert weights == sorted(weights, reverse=True)
    assert found == checks(plan)
    assert found == check_plan(plan, PROTOCOLS, slots_of(plan), blocks=expand(plan, PROTOCOLS))
    agenda = [f"block {block.id}" for block in plan.blocks]
    for kind in {check.id.split(" ")[0] for check in found}:
        told = [check.place for check in found if check.id.split(" ")[0] == kind]
        down = [agenda.index(place) for place in told if place in agenda]
        assert down == sorted(down)


@given(plans())
def test_holes_are_those_of_the_alignment(plan: Plan) -> None:
    """A goal is told to have no action or no evidence where it has none, and only there."""
    holes = {f"no-{missing} {row.goal.id}" for row in align(plan) for missing in row.missing}
    found = {check.id for check in checks(plan) if check.place.startswith("matrix ")}
    assert found == holes


@given(plans(), st.data())
def test_dismissing_sets_exactly_one_aside(plan: Plan, data: st.DataObject) -> None:
    """The note is kept beside it and the others stay open, however much it weighs."""
    found = checks(plan)
    if not found:
        return
    chosen = data.draw(st.sampled_from(found))
    changed = with_dismissed(plan, chosen.id, HOSTILE)
    out = sorted_out(changed, checks(changed))
    assert out.dismissed == ((chosen, HOSTILE),)
    assert out.open == tuple(check for check in found if check is not chosen)
    assert without_dismissed(changed, chosen.id) == plan


@given(plans())
def test_dismissals_outlive_what_they_were_about(plan: Plan) -> None:
    """A dismissal of something that no longer arises is not shown."""
    found = checks(plan)
    given_up = tuple(Dismissed(check=each) for each in (*(check.id for check in found), "gone x"))
    out = sorted_out(plan.model_copy(update={"dismissed": given_up}), found)
    assert not out.open and len(out.dismissed) == len(found)


def test_a_later_note_takes_the_place_of_the_earlier() -> None:
    """A check has one note, however often somebody changes their mind."""
    plan = with_dismissed(with_dismissed(Plan(), "no-purpose", "later"), "no-purpose", "said aloud")
    assert plan.dismissed == (Dismissed(check="no-purpose", note="said aloud"),)
    assert without_dismissed(plan, "no-goals") is plan


def test_long_names_leave_room() -> None:
    """A title of any length is cut where a line would have no room for the rest."""
    assert short("Work") == "Work"
    assert short("W" * 300) == "W" * 23 + "…"


@pytest.mark.parametrize(
    ("most", "told"),
    [(11, "Change one…"), (17, "Change one…"), (18, "Change one…"), (19, "Change one coming…")],
)
def test_names_are_cut_between_words(most: int, told: str) -> None:
    """Half a word says less than none."""
    assert short("Change one coming, task", most) == told


@given(st.text(max_size=60), st.integers(2, 40))
def test_a_cut_name_has_room(name: str, most: int) -> None:
    """It is as it was or ends in "…", and what is left of it is how it began."""
    told = short(name, most)
    assert len(told) <= most
    assert told == name or (name.startswith(told[:-1]) and told[-1] == "…")
