"""Sub-groups, and how often a cycle repeats for them (facts §0)."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from facilitui.core.library.protocol import Cycle, Group
from facilitui.core.plans.grouping import (
    Room,
    longest,
    parallel_sizes,
    repeats,
    room_of,
    run_of,
    shortest,
    steps_between,
    sub_groups,
    usual,
)
from facilitui.core.plans.plan_parts import Grouping, ParallelGroup
from facilitui.core.plans.plan_words import SizeRule
from facilitui.core.vocabulary import Per, TurnsFor
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


@pytest.mark.parametrize(
    ("people", "size", "groups"),
    [
        (20, 4, (4,) * 5),
        (21, 4, (4, 4, 4, 3, 3, 3)),
        (9, 4, (3, 3, 3)),
        (5, 4, (3, 2)),
        (3, 4, (3,)),
        (5, 2, (2, 2, 1)),
        (0, 4, ()),
    ],
)
def test_by_the_other_rule_nobody_sits_in_a_larger_one(
    people: int, size: int, groups: tuple[int, ...]
) -> None:
    """Twenty-one in fours are then three fours and three threes."""
    assert sub_groups(people, size, SizeRule.AT_MOST) == groups


@given(st.integers(1, 1000), st.integers(2, 60))
def test_by_the_other_rule_there_are_no_more_groups_than_it_takes(people: int, size: int) -> None:
    """All are seated, evenly, and one group fewer would be too large."""
    groups = sub_groups(people, size, SizeRule.AT_MOST)
    assert sum(groups) == people
    assert groups[0] <= size and groups[0] - groups[-1] <= 1
    assert (len(groups) - 1) * size < people


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


def groups_of(*people: int) -> tuple[ParallelGroup, ...]:
    return tuple(ParallelGroup(name=f"Group {n}", people=each) for n, each in enumerate(people))


@pytest.mark.parametrize(
    ("people", "given_numbers", "sizes"),
    [
        (20, (0, 0), (10, 10)),
        (21, (0, 0), (11, 10)),
        (20, (8, 0, 0), (8, 6, 6)),
        (20, (0, 12, 0), (4, 12, 4)),
        (20, (15, 15, 0), (15, 15, 0)),
        (0, (0, 5), (0, 5)),
        (20, (), ()),
    ],
)
def test_parallel_groups_share_those_who_are_in_no_other(
    people: int, given_numbers: tuple[int, ...], sizes: tuple[int, ...]
) -> None:
    """A number that was given is kept, even where they are more than come."""
    assert parallel_sizes(people, groups_of(*given_numbers)) == sizes


@given(st.integers(0, 1000), st.lists(st.integers(0, 300), max_size=60))
def test_parallel_groups_keep_their_order_and_lose_nobody(people: int, numbers: list[int]) -> None:
    """Each has the number it was given; the open ones have all the others, evenly."""
    sizes = parallel_sizes(people, groups_of(*numbers))
    assert [size for size, each in zip(sizes, numbers, strict=True) if each] == [
        each for each in numbers if each
    ]
    shares = [size for size, each in zip(sizes, numbers, strict=True) if not each]
    if shares:
        assert sum(shares) == max(0, people - sum(numbers))
        assert max(shares) - min(shares) <= 1


def test_the_largest_of_parallel_groups_sets_the_pace() -> None:
    """42 people in two places are 21 in each, and their rounds wait for the five."""
    room = room_of(42, groups_of(0, 0), None)
    assert room.people == 21
    assert run_of(final_word(), room).usual == 50
    assert room_of(42, (), None).people == 42


def test_a_chosen_size_takes_the_place_of_the_protocols_own() -> None:
    """21 in fours with nobody in a larger one take 42 minutes; in pairs there are fewer rounds."""
    at_most = run_of(final_word(), Room(21, Grouping(size=4, rule=SizeRule.AT_MOST)))
    assert (at_most.sizes, at_most.usual) == ((4, 4, 4, 3, 3, 3), 42)
    assert run_of(final_word(), Room(20, Grouping(size=2))).usual == 10 + 2 * 8
    assert run_of(final_word(), Room(0, Grouping(size=2))).sizes == (2, 2)
    assert run_of(tuning(), Room(9, Grouping(size=3))).usual == 67


@given(st.integers(0, 1000), st.integers(2, 60), st.sampled_from(SizeRule))
def test_a_run_is_never_longer_than_its_longest(people: int, size: int, rule: SizeRule) -> None:
    """Shortest, usual and longest grow, and silence is part of the usual time."""
    run = run_of(final_word(), Room(people, Grouping(size=size, rule=rule)))
    assert 0 < run.shortest <= run.usual <= run.longest
    assert 0 <= run.silent <= run.usual
    assert run.counts["why"] == run.sizes[0]


@pytest.mark.parametrize(
    ("first", "last", "run"),
    [
        (None, None, ["mark", "why", "respond", "last", "change", "debrief"]),
        (None, "mark", ["mark"]),
        ("why", "change", ["why", "respond", "last", "change"]),
        ("last", None, ["last", "change", "debrief"]),
        ("debrief", "debrief", ["debrief"]),
        ("debrief", "mark", []),
        ("gone", "gone", ["mark", "why", "respond", "last", "change", "debrief"]),
    ],
)
def test_a_part_of_a_protocol_is_run(first: str | None, last: str | None, run: list[str]) -> None:
    """From one step to another; a step that is not there cuts nothing."""
    assert [each.id for each in steps_between(final_word(), first, last)] == run


def test_a_cycle_that_was_cut_by_hand_goes_on_repeating() -> None:
    """What is left of it is run as often as the whole would have been."""
    run = run_of(final_word(), Room(20), "last", None)
    assert run.counts == {"last": 4, "change": 4, "debrief": 1}
    assert run.usual == 4 * 2 + 5
    assert run_of(final_word(), Room(20), "debrief", "mark").usual == 0


@pytest.mark.parametrize(
    ("turns", "people", "count"),
    [
        (TurnsFor.FIXED, 20, 3),
        (TurnsFor.FIXED, 21, 3),
        (TurnsFor.EACH, 20, 4),
        (TurnsFor.EACH, 21, 5),
        (TurnsFor.OTHERS, 20, 3),
        (TurnsFor.OTHERS, 21, 4),
        (TurnsFor.OTHERS, 1, 1),
    ],
)
def test_turns_are_for_those_who_sit_together(turns: TurnsFor, people: int, count: int) -> None:
    """For everybody in the sub-group, for all but one of them, or as many as the minutes hold."""
    made = protocol(
        step("a", 1, 3, 3, turn_minutes=1, turns=turns),
        step("b", 1, 2, 3),
        group=Group(min=3, max=40, ideal=16, sub=4, default=4),
    )
    run = run_of(made, Room(people))
    assert [run.turns(each) for each in made.steps] == [count, 0]
