"""Cutting one block of an agenda in two."""

from __future__ import annotations

from datetime import time
from itertools import chain

import pytest
from hypothesis import assume, given

from facilitui.core.library.protocol import Protocol
from facilitui.core.plans import agenda_editing as editing
from facilitui.core.plans.agenda import expand, expand_block
from facilitui.core.plans.plan import Audience, Block, Plan
from facilitui.core.plans.plan_parts import Grouping, ParallelGroup, StepMinutes
from tests.core.edit_strategies import block_at, numbers, split_somewhere
from tests.core.making import HOSTILE, final_word, tuning
from tests.core.plan_strategies import PROTOCOLS, ROUNDS, plans

OPENING = Block(id="open", title="Opening", minutes=15, pinned_start=time(8))
WORD = Block(id="fw", title=HOSTILE, minutes=42, protocol="final_word", pinned_start=time(9))


@pytest.mark.parametrize(
    ("made", "points"),
    [
        (final_word(), ["mark", "change"]),
        (tuning(), [each.id for each in tuning().steps[:-1]]),
        (ROUNDS, ["begin", "answer"]),
    ],
)
def test_a_cycle_is_never_cut(made: Protocol, points: list[str]) -> None:
    """A protocol can be cut before and behind a cycle, between two, but not within one."""
    block = Block(id="a", title="A", protocol=made.id)
    assert [step.id for step in editing.split_points(block, made)] == points
    assert editing.split_points(block, None) == ()
    assert editing.split_points(Block(id="a", title="A"), made) == ()


def test_only_the_blocks_own_steps_can_be_cut_behind() -> None:
    """What is left of a block that was cut can be cut again, but not behind its last step."""
    block = Block(id="a", title="A", protocol="tuning", first_step="clarify", last_step="prepare")
    assert [step.id for step in editing.split_points(block, tuning())] == ["clarify", "examine"]
    backwards = block.model_copy(update={"first_step": "reflect", "last_step": "intro"})
    assert editing.split_points(backwards, tuning()) == ()


def test_a_block_split_again_and_again_has_parts_of_their_own() -> None:
    """Each second half has an id that no other block has."""
    plan = Plan(blocks=(OPENING, WORD))
    for block_id in ("open", "open", "open-2"):
        plan, second = editing.split(plan, block_id, None, None)
        assert plan.block(second) is not None
    assert len({block.id for block in plan.blocks}) == 5
    assert sum(block.minutes for block in plan.blocks) == 57


def test_a_plain_block_is_halved() -> None:
    """Into whole minutes, both under its title; a pin stays with the first half."""
    plan = Plan(blocks=(OPENING, WORD))
    made, second = editing.split(plan, "open", None, None)
    assert [block.id for block in made.blocks] == ["open", second, "fw"]
    assert [block.minutes for block in made.blocks[:2]] == [7, 8]
    assert [block.title for block in made.blocks[:2]] == ["Opening"] * 2
    assert [block.pinned_start for block in made.blocks[:2]] == [time(8), None]


def test_a_protocol_is_cut_behind_a_step() -> None:
    """At its usual minutes each part has its own; step minutes go with their step."""
    block = WORD.model_copy(
        update={
            "grouping": Grouping(size=4),
            "steps": (
                StepMinutes(step="debrief", minutes=5),
                StepMinutes(step="mark", minutes=5),
            ),
        }
    )
    made, name = editing.split(
        Plan(audience=Audience(count=20), blocks=(block,)), "fw", final_word(), "mark"
    )
    first, second = made.blocks
    assert (first.id, first.first_step, first.last_step, first.minutes) == ("fw", None, "mark", 5)
    assert (second.id, second.first_step, second.last_step, second.minutes) == (
        *(name, "why", None),
        37,
    )
    assert [each.step for each in first.steps] == ["mark"]
    assert [each.step for each in second.steps] == ["debrief"]
    assert first.grouping == second.grouping == block.grouping
    assert (first.pinned_start, second.pinned_start) == (time(9), None)
    assert [block.minutes for block in expand(made, PROTOCOLS)] == [5, 37]


def test_usual_minutes_stay_usual() -> None:
    """Half a minute is no reason to round what each part takes anyway."""
    block = Block(id="r", title="Rounds", minutes=71.5, protocol="rounds")
    plan = Plan(audience=Audience(count=20), blocks=(block,))
    made, _ = editing.split(plan, "r", ROUNDS, "begin")
    assert [block.minutes for block in made.blocks] == [2.5, 69]


@pytest.mark.parametrize(("minutes", "behind", "first"), [(45, "examine", 27), (100, "intro", 7)])
def test_other_minutes_are_divided_in_proportion(minutes: float, behind: str, first: float) -> None:
    """40 of the usual 67 minutes make 27 of 45, in whole minutes."""
    plan = Plan(blocks=(Block(id="a", title="A", minutes=minutes, protocol="tuning"),))
    made, _ = editing.split(plan, "a", tuning(), behind)
    assert [block.minutes for block in made.blocks] == [first, minutes - first]


@given(plans(1), numbers, numbers)
def test_split_parts_add_up(plan: Plan, number: int, where: int) -> None:
    """Together they have the minutes and the steps of the block, and each is a block of its own."""
    block = block_at(plan, number)
    assert block is not None
    try:
        made = split_somewhere(plan, block.id, where)
    except ValueError:
        assume(False)
    row = made.blocks if block in plan.blocks else made.parked
    at = [each.id for each in row].index(block.id)
    first, second = row[at : at + 2]
    assert first.minutes + second.minutes == pytest.approx(block.minutes, abs=1e-9)
    if block.minutes * 2 % 1 == 0:
        assert first.minutes + second.minutes == block.minutes
    assert min(first.minutes, second.minutes) > 0
    protocol = PROTOCOLS.get(block.protocol or "")
    if protocol is not None:
        assert {*first.steps, *second.steps} == {*block.steps}
        count = plan.audience.count
        whole, *parts = (
            [part.id.partition("/")[2] for part in expand_block(each, protocol, count).parts]
            for each in (block, first, second)
        )
        assert [*chain(*parts)] == whole
    assert made.model_validate(made.model_dump()) == made


@pytest.mark.parametrize(
    ("block", "protocol", "behind", "why"),
    [
        ({"minutes": 1.5}, None, None, "too short"),
        ({"protocol": "gone"}, None, "mark", "not in the library"),
        ({"protocol": "final_word"}, final_word(), None, "behind a step"),
        ({"protocol": "final_word"}, final_word(), "why", "behind a step"),
        ({"protocol": "final_word"}, final_word(), "debrief", "behind a step"),
        ({"protocol": "final_word"}, final_word(), HOSTILE, "behind a step"),
    ],
)
def test_what_cannot_be_split_says_why(
    block: dict[str, object], protocol: Protocol | None, behind: str | None, why: str
) -> None:
    """A sentence, and the plan stays what it was."""
    plan = Plan(blocks=(Block.model_validate({"id": "a", "title": "A", **block}),))
    with pytest.raises(ValueError, match=why):
        editing.split(plan, "a", protocol, behind)
    with pytest.raises(ValueError, match="no such block"):
        editing.split(plan, "gone", protocol, behind)


def test_a_share_of_the_limits_goes_to_each_half() -> None:
    """In half minutes, never past what the half is planned with."""
    groups = (ParallelGroup(name="North"), ParallelGroup(name="South"))
    plan = Plan(blocks=(Block(id="a", title="A", minutes=15, min=9, max=20, groups=groups),))
    made, _ = editing.split(plan, "a", None, None)
    assert [(block.min, block.max) for block in made.blocks] == [(4, 9.5), (4.5, 11)]
    assert all(block.groups == groups for block in made.blocks)
