"""How people are divided is said in one way, wherever it is said."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from facilitui.core.plans.agenda import AgendaBlock, expand_block
from facilitui.core.plans.grouping import sub_groups
from facilitui.core.plans.plan import Block
from facilitui.core.plans.plan_parts import Grouping
from facilitui.core.plans.plan_words import SizeRule
from facilitui.core.plans.seating_words import divided, seated
from facilitui.core.plans.side_by_side import sub_groups_told
from facilitui.core.sessions.seats import turn_lengths, turns_told
from facilitui.core.vocabulary import TurnsFor
from tests.core.making import protocol, step

TALK = protocol(step("talk", 3, 6, 6, turn_minutes=2, turns=TurnsFor.EACH), id="talk")


def talking(people: int, size: int) -> AgendaBlock:
    """Equal turns in groups of a size."""
    block = Block(id="t", title="x", minutes=6, protocol="talk", grouping=Grouping(size=size))
    return expand_block(block, TALK, people)


@pytest.mark.parametrize(
    ("sizes", "told"),
    [
        ((4, 4, 3, 3, 3, 3), "four threes and two fours"),
        ((5, 4), "one four and one five"),
        ((4, 4, 3), "two fours and one three"),
        ((9,), "one group of nine"),
        ((2,) * 13, "13 pairs"),
        ((), ""),
    ],
)
def test_groups_are_told_by_their_sizes(sizes: tuple[int, ...], told: str) -> None:
    """The most common size first."""
    assert seated(sizes) == told


@given(st.integers(2, 200), st.integers(2, 8), st.sampled_from(SizeRule))
def test_what_was_offered_is_what_is_formed(people: int, size: int, rule: SizeRule) -> None:
    """A choice and what stands at the step name the same groups."""
    offered = divided(people, size, rule).partition(": ")[2]
    formed = seated(sub_groups(people, size, rule))
    assert sorted(offered.split(" and ")) == sorted(formed.split(" and "))


def test_only_where_there_are_several_groups_is_it_told() -> None:
    """All in one group need not be told so."""
    assert sub_groups_told(talking(7, 3)) == "one three and one four"
    assert sub_groups_told(talking(3, 3)) == sub_groups_told(None) == ""


def test_turns_that_become_shorter_are_told() -> None:
    """Though the block keeps its minutes; turns that stay are not talked of."""
    threes, fours = turn_lengths(talking(6, 3)), talking(8, 4)
    assert turns_told(threes, fours) == "turns of 1:30 instead of 2:00"
    assert turns_told(threes, talking(9, 3)) == turns_told({}, fours) == ""
