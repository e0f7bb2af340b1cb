"""What is proposed for the people of a block, to be chosen by a person."""

from __future__ import annotations

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from facilitui.core.library.protocol import Protocol
from facilitui.core.plans.agenda import expand_block
from facilitui.core.plans.agenda_editing import with_set_minutes
from facilitui.core.plans.grouping import Room, run_of, sub_groups
from facilitui.core.plans.plan import Audience, Block, Plan
from facilitui.core.plans.plan_parts import Grouping
from facilitui.core.plans.plan_words import SizeRule
from facilitui.core.plans.proposals import (
    Proposal,
    grouping_proposals,
    in_force,
    parallel_proposals,
    whole_proposals,
    with_proposal,
)
from facilitui.core.vocabulary import BlockKind, TurnsFor
from tests.core.edit_strategies import block_at, numbers
from tests.core.making import final_word, protocol, step, tuning
from tests.core.plan_strategies import PROTOCOLS, ROUNDS, plans

WORD = Block(id="fw", title="Final Word", minutes=42, protocol="final_word")


def planned(count: int, block: Block = WORD) -> Plan:
    return Plan(audience=Audience(count=count), blocks=(block,))


def told(people: int, block: Block, made: Protocol | None) -> dict[str, Proposal]:
    """The sub-groups that are proposed, by their words."""
    offered = grouping_proposals(planned(people, block), block, made)
    return {each.text: each for each in offered}


def test_the_final_word_for_21() -> None:
    """Four fours and one five take eight minutes more; three fours and three threes take none."""
    offered = told(21, WORD, final_word())
    first, second, *others = offered
    assert first == "21 in fours: four fours and one five"
    assert second == "21 in fours: three fours and three threes"
    assert (offered[first].note, offered[first].minutes) == ("+8 min", 50)
    assert (offered[second].note, offered[second].minutes) == ("42 min, as now", 42)
    assert offered[second].grouping == Grouping(size=4, rule=SizeRule.AT_MOST)
    assert with_proposal(planned(21), "fw", offered[first]).blocks[0].minutes == 50
    assert (
        others
        == [
            "21 in pairs: nine pairs and one three",
            "21 in threes: seven threes",
            "21 in fives: three fives and one six",
            "21 in fives: one five and four fours",
            "21 in sixes: one six and three fives",
        ]
        or others == list(offered)[2:]
    )


def test_every_seating_is_offered_once() -> None:
    """20 in fours are five fours by either rule; who sits the same is not asked twice."""
    assert list(told(20, WORD, final_word()))[:2] == [
        "20 in fours: five fours",
        "20 in pairs: ten pairs",
    ]
    assert list(told(9, WORD, final_word())) == [
        "Nine in fours: one four and one five",
        "Nine in pairs: three pairs and one three",
        "Nine in threes: three threes",
    ]


def test_a_protocol_without_sub_groups_is_first_offered_as_it_is() -> None:
    """All together is its own way, and the way back from any other."""
    offered = told(7, Block(id="a", title="A", minutes=30, protocol="rounds"), ROUNDS)
    assert list(offered) == [
        "Seven all together",
        "Seven in pairs: two pairs and one three",
        "Seven in threes: one three and one four",
    ]
    assert [each.minutes for each in offered.values()] == [32.5, 20.5, 23.5]
    assert offered["Seven all together"].grouping is None


def test_a_plain_block_can_be_done_in_sub_groups() -> None:
    """It keeps its minutes; a break has none, nor has a protocol without cycles per person."""
    block = Block(id="a", title="A", kind=BlockKind.BREAKOUT, minutes=15)
    offered = told(14, block, None)
    assert list(offered) == [
        "14 all together",
        "14 in pairs: seven pairs",
        "14 in threes: two threes and two fours",
        "14 in threes: four threes and one pair",
        "14 in fours: one four and two fives",
    ]
    assert {each.note for each in offered.values()} == {"15 min, as now"}
    assert not told(14, block.model_copy(update={"kind": BlockKind.BREAK}), None)
    assert not told(14, block.model_copy(update={"protocol": "tuning"}), tuning())
    assert not told(14, block.model_copy(update={"protocol": "gone"}), None)


def test_turns_that_would_be_shorter_are_said_beside_minutes_that_stay() -> None:
    """ "As now" is not all of it where four share what three had."""
    made = protocol(step("talk", 3, 6, 6, turn_minutes=2, turns=TurnsFor.EACH), id="talk")
    block = Block(id="a", title="A", minutes=6, protocol="talk", grouping=Grouping(size=3))
    made = made.model_copy(update={"group": made.group.model_copy(update={"sub": 3})})
    offered = told(12, block, made)
    fours = next(each for name, each in offered.items() if "in fours" in name)
    assert (fours.note, fours.needs) == ("6 min, as now", ("turns of 1:30 instead of 2:00",))
    assert all(not each.needs for name, each in offered.items() if "in threes" in name)


def test_large_sub_groups_are_named_by_their_number() -> None:
    """Seven fours who cannot be divided are a group of seven."""
    assert next(iter(told(7, WORD, final_word()))) == "Seven in fours: one group of seven"


@pytest.mark.parametrize("people", [0, 1])
def test_nobody_is_divided_before_it_is_known_who_comes(people: int) -> None:
    """Without two people there are no sub-groups to choose from."""
    assert told(people, WORD, final_word()) == {}


@given(st.integers(2, 1000), st.none() | st.sampled_from([final_word(), ROUNDS]))
def test_proposals_seat_everybody_and_nobody_alone(people: int, made: Protocol | None) -> None:
    """Each seats all, no two seat them alike, and each says what it takes."""
    block = Block(id="a", title="A", minutes=42, protocol=made.id if made else None)
    offered = grouping_proposals(planned(people, block), block, made)
    seatings = []
    for each in offered:
        if each.grouping is None:
            continue
        seating = sub_groups(people, each.grouping.size, each.grouping.rule)
        assert sum(seating) == people and seating[-1] > 1 and each.grouping.size in seating
        seatings.append(seating)
        if made:
            assert each.minutes == min(480, run_of(made, Room(people, each.grouping)).usual)
    assert len(set(seatings)) == len(seatings)
    assert offered[0].grouping is None
    assert len({each.text for each in offered}) == len(offered)


def test_minutes_follow_only_where_they_were_the_usual_ones() -> None:
    """Minutes that no way takes were chosen by somebody: they stay, and the note says so."""
    plan = planned(20)
    offered = grouping_proposals(plan, WORD, final_word())
    pairs = next(each for each in offered if "pairs" in each.text)
    assert pairs.note == "−16 min"
    assert with_proposal(plan, "fw", pairs).blocks[0].minutes == 26
    other = with_set_minutes(plan, "fw", 45)
    offered = grouping_proposals(other, other.blocks[0], final_word())
    pairs = next(each for each in offered if "pairs" in each.text)
    assert (pairs.note, pairs.keeps) == ("usually 26 min", "it keeps its 45 min")
    made = with_proposal(other, "fw", pairs).blocks[0]
    assert (made.minutes, made.grouping) == (45, Grouping(size=2))


def test_choosing_the_protocols_own_way_takes_the_choice_back() -> None:
    """The plan is then what it was before anything was chosen."""
    plan = planned(20)
    pairs = grouping_proposals(plan, WORD, final_word())[1]
    chosen = with_proposal(plan, "fw", pairs)
    own = grouping_proposals(chosen, chosen.blocks[0], final_word())[0]
    assert own.note == "+16 min"
    assert with_proposal(chosen, "fw", own) == plan
    assert with_proposal(plan, "gone", pairs) is plan


@given(plans(1), numbers)
def test_how_people_sit_now_is_among_what_is_offered(plan: Plan, number: int) -> None:
    """Whatever size somebody typed: what is marked at first is what holds, and is said once."""
    block = block_at(plan, number)
    assert block is not None
    alone = block.model_copy(update={"groups": ()})
    made = PROTOCOLS.get(block.protocol or "")
    offered = (*grouping_proposals(plan, alone, made), *whole_proposals(plan, alone, made))
    assume(offered)
    now = in_force(alone, offered)
    assert now is not None and offered[now].grouping == alone.grouping
    assert len({each.text for each in offered}) == len(offered)


def test_a_size_that_nobody_proposed_has_a_row_of_its_own() -> None:
    """Behind the protocol's own way; one that seats people as another does stands in its place."""
    sevens = WORD.model_copy(update={"grouping": Grouping(size=7)})
    assert list(told(21, sevens, final_word()))[:2] == [
        "21 in fours: four fours and one five",
        "21 in groups of seven: three groups of seven",
    ]
    alike = WORD.model_copy(update={"grouping": Grouping(size=4, rule=SizeRule.AT_MOST)})
    assert list(told(20, alike, final_word())) == list(told(20, WORD, final_word()))
    nobody = whole_proposals(planned(0, sevens), sevens, final_word())
    assert [each.text for each in nobody] == ["In groups of seven", "All in one group"]


@given(plans(1), numbers, numbers)
def test_what_is_chosen_is_what_is_run(plan: Plan, number: int, which: int) -> None:
    """A chosen proposal is in the block, its minutes are the usual ones, the rest is untouched."""
    block = block_at(plan, number)
    made = PROTOCOLS.get((block and block.protocol) or "")
    assert block is not None
    offered = (*grouping_proposals(plan, block, made), *parallel_proposals(plan, block, made))
    assume(offered)
    each = offered[which % len(offered)]
    chosen = with_proposal(plan, block.id, each).block(block.id)
    assert chosen is not None
    assert (chosen.grouping, chosen.groups) == (each.grouping, each.groups)
    assert chosen.minutes == (each.minutes if each.follows else block.minutes)
    expanded = expand_block(chosen, made, plan.audience.count)
    if expanded.usual is not None:
        assert each.minutes == min(480, expanded.usual)
    kept = {"grouping", "groups", "minutes", "min", "max"}
    assert chosen.model_dump(exclude=kept) == block.model_dump(exclude=kept)
    again = grouping_proposals(plan, chosen, made)
    if each in again:
        assert with_proposal(plan, block.id, each).block(block.id) == chosen
