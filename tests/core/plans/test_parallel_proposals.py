"""Groups side by side, proposed where one would be too large or a breakout has none."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from facilitui.core.plans.grouping import parallel_sizes
from facilitui.core.plans.plan import Audience, Block, Plan
from facilitui.core.plans.plan_parts import ParallelGroup, Person
from facilitui.core.plans.proposals import (
    Proposal,
    in_force,
    parallel_proposals,
    whole_proposals,
)
from facilitui.core.vocabulary import BlockKind, Role
from tests.core.making import HOSTILE, tuning
from tests.core.plan_strategies import PROTOCOLS

WORD = Block(id="fw", title="Final Word", minutes=42, protocol="final_word")
TUNING = Block(id="t", title="Tuning", minutes=67, protocol="tuning")
PEOPLE = (
    Person(name="Ana", role=Role.FACILITATOR),
    Person(name="Tim", role=Role.TIMEKEEPER),
    Person(name=HOSTILE, role=Role.APPRENTICE),
)


def planned(count: int, block: Block = TUNING) -> Plan:
    return Plan(audience=Audience(count=count), blocks=(block,), people=PEOPLE)


def side_by_side(people: int, block: Block = TUNING) -> tuple[Proposal, ...]:
    made = PROTOCOLS.get(block.protocol or "")
    return parallel_proposals(planned(people, block), block, made)


def test_a_group_beyond_the_range_is_offered_as_parallel_groups() -> None:
    """20 people are too many for one Tuning: two groups of ten first, with what they need."""
    two, three, *_ = side_by_side(20)
    assert two.text == "20 people in two groups of ten"
    assert two.note == "67 min, as now"
    assert two.needs == (
        "2 leads",
        "2 places",
        "2 sets of materials",
        f"could lead: Ana, {HOSTILE}",
    )
    assert [(each.name, each.lead) for each in two.groups] == [
        ("Group 1", "Ana"),
        ("Group 2", HOSTILE),
    ]
    assert three.text == "20 people in three groups: two of seven and one of six"
    assert [each.lead for each in three.groups] == ["Ana", HOSTILE, ""]


def test_uneven_groups_are_told_as_they_are() -> None:
    """21 in two groups are eleven and ten."""
    assert side_by_side(21)[0].text == "21 people in two groups, of eleven and ten"


def test_a_group_within_the_range_is_not_divided() -> None:
    """Unless it is a breakout, which is nothing else; one that is divided is left alone."""
    assert side_by_side(12) == ()
    breakout = Block(id="b", title="B", kind=BlockKind.BREAKOUT, minutes=15)
    assert side_by_side(12, breakout)[0].text == "Twelve people in two groups of six"
    divided = breakout.model_copy(update={"groups": (ParallelGroup(name="A"),)})
    assert side_by_side(12, divided) == ()


@pytest.mark.parametrize("people", [0, 1, 2, 3])
def test_too_few_people_cannot_be_divided_into_enough(people: int) -> None:
    """Where not even two groups would be in range, there is no proposal."""
    assert side_by_side(people) == ()


def test_a_range_that_no_division_meets_gives_none() -> None:
    """Seven people in groups of five or six: one is too large, two are too small."""
    made = tuning()
    narrow = made.model_copy(
        update={"group": made.group.model_copy(update={"min": 5, "max": 6, "ideal": 6})}
    )
    assert parallel_proposals(planned(7), TUNING, narrow) == ()


@given(st.integers(0, 1000), st.sampled_from(BlockKind), st.booleans())
def test_every_parallel_group_is_in_range(people: int, kind: BlockKind, steps: bool) -> None:
    """All that are offered, the fewest groups first; everybody is in one of them."""
    made = tuning() if steps else None
    block = TUNING.model_copy(update={"kind": kind, "protocol": "tuning" if steps else None})
    offered = parallel_proposals(planned(people, block), block, made)
    counts = [len(each.groups) for each in offered]
    assert counts == sorted(set(counts))
    for each in offered:
        sizes = parallel_sizes(people, each.groups)
        assert sum(sizes) == people
        if made is not None:
            assert made.group.min <= min(sizes) and max(sizes) <= made.group.max
        assert len({group.name for group in each.groups}) == len(each.groups)


def test_parallel_groups_set_the_pace_of_a_round() -> None:
    """The largest sub-group of the largest group does: 11 in fours make a six."""
    offered = side_by_side(41, WORD)
    assert [(each.text, each.minutes) for each in offered[:3]] == [
        ("41 people in two groups, of 21 and 20", 50),
        ("41 people in three groups: two of 14 and one of 13", 50),
        ("41 people in four groups: one of eleven and three of ten", 58),
    ]


def test_what_is_divided_can_be_one_group_again() -> None:
    """Offered only then; and what is in force is known among what is proposed."""
    two, *_ = offered = side_by_side(20)
    divided = TUNING.model_copy(update={"groups": two.groups})
    assert whole_proposals(planned(20), TUNING, tuning()) == ()
    whole = whole_proposals(planned(20, divided), divided, tuning())
    assert [(each.text, each.groups) for each in whole] == [("All in one group", ())]
    assert in_force(divided, offered) == 0
    assert in_force(TUNING, offered) is None and in_force(TUNING, whole) == 0
