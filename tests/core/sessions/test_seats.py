"""Seats: whose turn it is and whose cycle, with nobody named."""

from __future__ import annotations

from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from facilitui.core.library.protocol import Cycle
from facilitui.core.plans.agenda import Part, expand_block
from facilitui.core.plans.plan import Block
from facilitui.core.sessions.seats import presenter_seat, presenter_told, seat_told, turn_seat
from facilitui.core.sessions.session import PartRun
from facilitui.core.sessions.timing import turn
from facilitui.core.vocabulary import Per, TurnsFor
from tests.core.making import final_word, part, protocol, step


def seats(cycle: int, turns: int, of: TurnsFor, **fields: Any) -> list[int]:
    """The seats that have the turns of one pass, in order."""
    each = part("a", cycle=cycle, turns_for=of, **fields)
    return [turn_seat(each, number, turns) for number in range(1, turns + 1)]


def test_turns_of_a_round_begin_with_the_next_seat_each_time() -> None:
    """Three in a Microlab: one, two, three; then two, three, one; then three, one, two."""
    rounds = [seats(cycle, 3, TurnsFor.EACH, per=Per.QUESTION) for cycle in (1, 2, 3)]
    assert rounds == [[1, 2, 3], [2, 3, 1], [3, 1, 2]]
    assert seats(0, 4, TurnsFor.EACH) == [1, 2, 3, 4]


def test_the_others_answer_the_presenter_one_after_the_other() -> None:
    """Round from the seat after the presenter's, who has none of these turns."""
    rounds = [seats(cycle, 3, TurnsFor.OTHERS, per=Per.PARTICIPANT) for cycle in (1, 2, 4)]
    assert rounds == [[2, 3, 4], [3, 4, 1], [1, 2, 3]]


@given(st.integers(0, 30), st.integers(1, 30), st.sampled_from([TurnsFor.EACH, TurnsFor.OTHERS]))
def test_everybody_has_one_turn_in_a_pass(cycle: int, turns: int, of: TurnsFor) -> None:
    """No seat twice and none that is not there, whatever the cycle."""
    found = seats(cycle, turns, of)
    people = turns + (of is TurnsFor.OTHERS)
    assert len(set(found)) == turns
    assert set(found) <= set(range(1, people + 1))


def test_turns_of_a_fixed_number_are_nobodys() -> None:
    """Nor are cycles that are not run for every member."""
    assert seats(2, 3, TurnsFor.FIXED) == [0, 0, 0]
    assert turn_seat(part("a"), 1, 3) == 0
    assert presenter_seat(part("a", cycle=2, cycles=3, per=Per.QUESTION)) == 0
    assert presenter_told(part("a"), ()) == ""


@pytest.mark.parametrize(
    ("seat", "sizes", "told"),
    [
        (2, (4, 4), "seat 2"),
        (4, (4, 4, 3, 3, 3, 3), "seat 4 in 2 groups"),
        (5, (5, 4), "seat 5 in 1 group"),
        (3, (), "seat 3"),
        (9, (4, 4), "seat 9"),
    ],
)
def test_a_seat_that_not_every_group_has_says_so(
    seat: int, sizes: tuple[int, ...], told: str
) -> None:
    """The smaller groups then have that turn free."""
    assert seat_told(seat, sizes) == told


def test_a_protocols_parts_know_whose_cycle_they_are() -> None:
    """Four in a Final Word: each is the presenter once."""
    block = expand_block(
        Block(id="w", title="x", minutes=45, protocol="final_word"), final_word(), 8
    )
    told = [presenter_told(each, block.sizes) for each in block.parts if each.name == "last"]
    assert told == [f"presenter {n} of 4, seat {n}" for n in (1, 2, 3, 4)]
    assert all(presenter_seat(each) == 0 for each in block.parts if not each.cycle)


def test_a_protocols_turns_know_who_has_them() -> None:
    """Where a step is made of turns, and nowhere else; an old log has neither and still reads."""
    made = protocol(
        step("talk", 3, 6, 6, cycle="A", turn_minutes=2, turns=TurnsFor.EACH),
        step("stop", 1, 1, 1, cycle="A"),
        cycles=(Cycle(id="A", times=2, per=Per.QUESTION),),
    )
    block = expand_block(Block(id="w", title="x", minutes=20, protocol="made"), made, 3)
    talk, stop, *_ = block.parts
    assert (talk.turns_for, talk.per) == (TurnsFor.EACH, Per.QUESTION)
    assert (stop.turns_for, stop.per) == (None, Per.QUESTION)
    assert Part.model_validate({"id": "w", "cycle": 1, "cycles": 2}).per is None


def test_a_change_of_turns_is_called_for_five_seconds() -> None:
    """Not the first turn, which nobody changes to, nor the last one once it is over."""
    talk = part("a", 6, turn_minutes=2)
    turns = [turn(PartRun(talk, 6, ran=ran), 0) for ran in range(400)]
    called = [ran for ran, now in enumerate(turns) if now and now.just_changed]
    assert called == [*range(120, 125), *range(240, 245)]
