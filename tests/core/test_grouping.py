"""Sub-groups, and how often a cycle repeats for them (facts §0)."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from facilitui.core.grouping import longest, repeats, shortest, sub_groups, usual
from facilitui.core.protocol import Cycle, Group
from facilitui.core.vocabulary import Per
from tests.core.making import final_word, protocol, step, tuning


@pytest.mark.parametrize(
    ("people", "size", "groups"),
    [
        (20, 4, (4,) * 5),
        (21, 4, (5, 4, 4, 4, 4)),
        (23, 4, (5, 5, 5, 4, 4)),
        (7, 4, (7,)),
        (3, 4, (3,)),
        (1, 2, (1,)),
        (5, 2, (3, 2)),
        (0, 4, ()),
    ],
)
def test_people_sit_together_as_a_facilitator_would_seat_them(
    people: int, size: int, groups: tuple[int, ...]
) -> None:
    """Twenty in fours are five fours; twenty-one make one five."""
    assert sub_groups(people, size) == groups


@given(st.integers(0, 1000), st.integers(2, 60))
def test_nobody_is_left_over_and_no_group_is_small(people: int, size: int) -> None:
    """Sizes add up, differ by one at most, and lie below the size only for fewer people."""
    groups = sub_groups(people, size)
    assert sum(groups) == people
    assert list(groups) == sorted(groups, reverse=True)
    if people:
        assert groups[0] - groups[-1] <= 1
        assert groups[-1] >= min(size, people)


@pytest.mark.parametrize(("people", "times"), [(20, 4), (21, 5), (4, 4), (3, 3), (0, 4)])
def test_a_cycle_repeats_for_the_largest_sub_group(people: int, times: int) -> None:
    """20 people in fours take four turns, not twenty; with one five there are five."""
    word = final_word()
    assert [repeats(word, each, people) for each in word.steps] == [1, *(times,) * 4, 1]


def test_the_final_word_takes_its_minutes() -> None:
    """42 minutes for twenty people, 50 where there is a five, as the facts have it."""
    assert usual(final_word(), 20) == 42
    assert usual(final_word(), 21) == 50
    assert shortest(final_word(), 20) == 6 + 4 * 6.5
    assert longest(final_word(), 20) == 13 + 4 * 10


def test_the_tuning_takes_its_minutes() -> None:
    """Usually 67 minutes, 37 at the shortest, whoever comes."""
    for people in (0, 4, 9, 40):
        assert (usual(tuning(), people), shortest(tuning(), people)) == (67, 37)


@pytest.mark.parametrize("per", [each for each in Per if each is not Per.PARTICIPANT])
def test_other_cycles_repeat_as_they_say(per: Per) -> None:
    """Rounds, questions, stations and groups do not depend on who comes."""
    made = protocol(step("a", 1, 2, 3, cycle="A"), cycles=[Cycle(id="A", times=3, per=per)])
    assert {repeats(made, made.steps[0], people) for people in (0, 1, 99)} == {3}


def test_without_sub_groups_everybody_has_a_turn() -> None:
    """Where the whole group works together the largest sub-group is the group."""
    made = protocol(
        step("a", 1, 2, 3, cycle="A"),
        cycles=[Cycle(id="A", times=8, per=Per.PARTICIPANT)],
        group=Group(min=2, max=12, ideal=8, default=6),
    )
    assert repeats(made, made.steps[0], 9) == 9
    assert repeats(made, made.steps[0], 0) == 6
