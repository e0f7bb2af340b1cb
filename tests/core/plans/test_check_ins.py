"""Dates to check in: each keeps its name for as long as it is the same to a person."""

from __future__ import annotations

from datetime import datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st
from pydantic import ValidationError

from facilitui.core.plans.check_ins import in_order, named
from facilitui.core.plans.plan import Plan
from facilitui.core.plans.plan_parts import CheckIn

FIRST = datetime(2026, 11, 27, 9)
moments = st.integers(0, 5).map(lambda days: FIRST + timedelta(days=days))
names = st.none() | st.sampled_from(["a", "check-in-1", "check-in-3"])
check_ins = st.lists(
    st.builds(CheckIn, at=moments, prompt=st.sampled_from(["", "x", "y"]), id=names),
    max_size=5,
    unique_by=lambda each: each.id or object(),
).map(tuple)


def plain(*prompts: str) -> tuple[CheckIn, ...]:
    """One date a day, without names."""
    return tuple(
        CheckIn(at=FIRST + timedelta(days=day), prompt=prompt) for day, prompt in enumerate(prompts)
    )


@given(check_ins, check_ins)
def test_every_date_has_a_name_of_its_own(
    after: tuple[CheckIn, ...], before: tuple[CheckIn, ...]
) -> None:
    """Nothing else of it changes, and naming them again changes nothing."""
    found = named(after, named(before))
    assert len({each.id for each in found}) == len(found) and all(each.id for each in found)
    assert [(each.at, each.prompt) for each in found] == [(each.at, each.prompt) for each in after]
    assert all(new.id == old.id for new, old in zip(found, after, strict=True) if old.id)
    assert named(found, named(before)) == found


@given(st.permutations(range(4)), st.integers(0, 4))
def test_what_is_typed_anew_is_known_again(order: list[int], kept: int) -> None:
    """In any order, some of them left out, though none of them says its name."""
    before = named(plain("a", "b", "c", "d"))
    chosen = [before[at] for at in order[:kept]]
    typed = [each.model_copy(update={"id": None}) for each in chosen]
    assert list(named(typed, before)) == chosen


def test_a_date_is_moved_or_asked_something_else() -> None:
    """One of the two stays, so it is the same; where both change it is another."""
    before = named(plain("a", "b", "c"))
    after = named(
        (
            CheckIn(at=FIRST + timedelta(days=9), prompt="a"),
            CheckIn(at=before[1].at, prompt="B"),
            CheckIn(at=FIRST + timedelta(days=8), prompt="C"),
        ),
        before,
    )
    assert [each.id for each in after] == ["check-in-1", "check-in-2", "check-in-4"]


def test_a_file_without_names_gives_each_its_place() -> None:
    """The same whenever it is read; and no two may share one that was written down."""
    plan = Plan(check_ins=plain("a", "b"))
    assert [each.id for each in plan.check_ins] == ["check-in-1", "check-in-2"]
    twice = [each.model_copy(update={"id": "x"}) for each in plain("a", "b")]
    with pytest.raises(ValidationError, match="two check_ins have the id x"):
        Plan(check_ins=tuple(twice))


def test_people_meet_them_in_the_order_of_time() -> None:
    """However they were written down."""
    dates = plain("a", "b", "c")
    assert in_order((dates[2], dates[0], dates[1])) == dates
