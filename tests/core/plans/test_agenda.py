"""Expanding a plan into what is run."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from facilitui.core.library.protocol import Cycle
from facilitui.core.plans.agenda import expand, expand_block
from facilitui.core.plans.alignment import talk_totals
from facilitui.core.plans.editing import with_minutes
from facilitui.core.plans.plan import Audience, Block, Plan
from facilitui.core.plans.plan_parts import Grouping, ParallelGroup, StepMinutes
from facilitui.core.plans.plan_words import SizeRule
from facilitui.core.vocabulary import BlockKind, Per, Question, Silence, Who
from tests.core.making import final_word, good_plan, minutes_of, protocol, step, tuning
from tests.core.plan_strategies import PROTOCOLS, plans


def test_a_block_without_a_protocol_is_one_part() -> None:
    """It has the block's own minutes, words and kind of work; it may give up half of its time."""
    block = Block(
        id="b1", title="Sort", kind=BlockKind.BREAKOUT, minutes=15, say="Go", show="Sort", watch="x"
    )
    (part,) = expand_block(block, None, 9).parts
    assert (part.id, part.block, part.title, part.label) == ("b1", "b1", "Sort", "Sort")
    assert (part.minutes, part.min, part.max) == (15, 8, 30)
    assert (part.who, part.say, part.show, part.watch) == (Who.SMALL_GROUPS, "Go", "Sort", "x")
    assert not part.protected


@given(st.floats(0.25, 480), st.booleans())
def test_a_part_lies_within_its_own_limits(minutes: float, protected: bool) -> None:
    """However short a block is, its least time is no more than it has."""
    block = Block(id="b1", title="x", minutes=minutes, protected=protected)
    (part,) = expand_block(block, None, 0).parts
    assert 0 < part.min <= part.minutes <= part.max
    assert (part.min == part.minutes) >= protected


def test_own_limits_are_kept() -> None:
    """What the plan says a block needs is what it may be shortened to."""
    (part,) = expand_block(Block(id="b", title="x", minutes=10, min=9, max=11), None, 0).parts
    assert (part.min, part.max) == (9, 11)


@pytest.mark.parametrize("used", [None, tuning()])
def test_the_process_debrief_is_protected(used: object) -> None:
    """By default, whether it uses a protocol or not (design §3)."""
    block = Block(id="b", title="x", kind=BlockKind.PROCESS_DEBRIEF, minutes=40)
    expanded = expand_block(block, used, 8)  # type: ignore[arg-type]
    assert all(part.protected for part in expanded.parts)


def test_a_cycle_runs_through_its_steps_and_then_again() -> None:
    """The Final Word for twenty: four turns of four steps between reading and debrief."""
    block = Block(id="fw", title="Final Word", minutes=42, protocol="final_word")
    expanded = expand_block(block, final_word(), 20)
    turns = [
        f"fw/{name}/{n}" for n in (1, 2, 3, 4) for name in ("why", "respond", "last", "change")
    ]
    assert [part.id for part in expanded.parts] == ["fw/mark", *turns, "fw/debrief"]
    assert expanded.minutes == 42 == expanded.usual
    assert expanded.parts[1].title == "why (presenter 1 of 4)"
    assert expanded.parts[-2].label == "4/4 change"
    assert len({part.id for part in expanded.parts}) == len(expanded.parts)


@given(st.integers(1, 480), st.integers(0, 60))
def test_turns_of_one_cycle_are_equal(minutes: int, people: int) -> None:
    """However the time is cut, nobody's turn is shorter than another's."""
    block = Block(id="b", title="x", minutes=minutes)
    expanded = expand_block(block, final_word(), people)
    lengths = minutes_of([expanded])
    for name in ("why", "respond", "last", "change"):
        assert len({each for key, each in lengths.items() if key.startswith(f"b/{name}/")}) == 1
    assert expanded.shortest is not None and expanded.minutes >= expanded.shortest


def test_a_part_carries_all_that_its_step_says() -> None:
    """The fold reads no library, so the part has it all."""
    made = protocol(
        step(
            *("s", 2, 4, 6),
            who=Who.TRIOS,
            silence=Silence.TURN,
            say="Go",
            show="Two minutes each",
            watch="x",
            question=Question.OPEN_OPINION,
            turn_minutes=2,
            short="short",
        )
    )
    block = Block(id="b", title="x", minutes=4, protected=True, optional=True)
    (part,) = expand_block(block, made, 9).parts
    assert (part.id, part.name, part.short, part.min, part.max) == ("b/s", "s", "short", 2, 6)
    assert (part.who, part.silence, part.question) == (
        Who.TRIOS,
        Silence.TURN,
        Question.OPEN_OPINION,
    )
    assert (part.say, part.show, part.watch) == ("Go", "Two minutes each", "x")
    assert part.protected and part.optional and not part.silent


@pytest.mark.parametrize(("minutes", "each"), [(6, 2), (4, 4 / 3), (9, 3), (3, 1)])
def test_turns_share_what_their_step_was_given(minutes: float, each: float) -> None:
    """Three turns stay three when a step is fitted: the people are as many."""
    made = protocol(step("s", 3, 6, 9, turn_minutes=2))
    (part,) = expand_block(Block(id="b", title="x", minutes=minutes), made, 9).parts
    assert part.minutes == minutes
    assert part.turn_minutes == pytest.approx(each)


def test_a_protocol_that_is_not_known_leaves_its_block_whole() -> None:
    """A missing file stops nothing."""
    plan = good_plan(blocks=(Block(id="b", title="x", minutes=20, protocol="gone"),))
    (block,) = expand(plan, {})
    assert (block.minutes, block.protocol, block.usual) == (20, "", None)


def test_a_plan_is_expanded_for_the_people_it_expects() -> None:
    """The audience's count decides how often a cycle repeats."""
    block = Block(id="b", title="x", minutes=60, protocol="w")
    word = final_word()
    for people, parts in ((20, 18), (21, 22), (0, 18)):
        plan = good_plan(blocks=(block,), audience=Audience(who="us", count=people))
        assert len(expand(plan, {"w": word})[0].parts) == parts


def test_a_cycle_of_one_is_not_counted_aloud() -> None:
    """One turn is just the step, but keeps its place in the id."""
    made = protocol(step("s", 1, 2, 3, cycle="A"), cycles=[Cycle(id="A", times=1, per=Per.ROUND)])
    (part,) = expand_block(Block(id="b", title="x", minutes=2), made, 9).parts
    assert (part.id, part.title) == ("b/s/1", "s")


@given(plans())
def test_every_plan_can_be_expanded(plan: Plan) -> None:
    """A block for each block, parts with ids of their own, each within its own limits."""
    blocks = expand(plan, PROTOCOLS)
    assert [block.id for block in blocks] == [block.id for block in plan.blocks]
    parts = [part for block in blocks for part in block.parts]
    assert len({part.id for part in parts}) == len(parts)
    assert all(0 < part.min <= part.minutes <= part.max for part in parts)
    for block, planned in zip(blocks, plan.blocks, strict=True):
        assert block.parts and block.minutes == sum(part.minutes for part in block.parts)
        if block.usual is None:
            assert block.minutes == planned.minutes


@given(plans())
def test_what_is_remembered_is_what_would_be_worked_out(plan: Plan) -> None:
    """Blocks that did not change are not worked out again, and nobody can tell."""
    count = plan.audience.count
    anew = [
        expand_block(block, PROTOCOLS.get(block.protocol or ""), count) for block in plan.blocks
    ]
    assert list(expand(plan, PROTOCOLS)) == anew == list(expand(plan, PROTOCOLS))


def test_a_change_works_out_one_block() -> None:
    """The others are the very same ones; with other people or other steps all are new."""
    blocks = (Block(id="a", title="A"), Block(id="b", title="B", minutes=42, protocol="w"))
    plan = good_plan(blocks=blocks)
    word = final_word()
    before = expand(plan, {"w": word})
    after = expand(with_minutes(plan, "a", 5), {"w": word})
    assert after[0].minutes == 15 and after[1] is before[1]
    more = plan.model_copy(update={"audience": Audience(who="us", count=21)})
    assert len(expand(more, {"w": word})[1].parts) == 22
    shorter = word.model_copy(update={"steps": word.steps[:1]})
    assert len(expand(plan, {"w": shorter})[1].parts) == 1
    assert expand(plan, {})[1].protocol == ""


def test_turns_follow_the_sub_groups_that_were_chosen() -> None:
    """21 people with nobody in a larger group than four need four turns, not five."""
    block = Block(id="fw", title="x", minutes=42, grouping=Grouping(size=4, rule=SizeRule.AT_MOST))
    expanded = expand_block(block, final_word(), 21)
    assert (expanded.minutes, expanded.usual, expanded.sizes) == (42, 42, (4, 4, 4, 3, 3, 3))
    assert len(expanded.parts) == 18
    plain = expand_block(block, None, 21)
    assert plain.sizes == (4, 4, 4, 3, 3, 3) and plain.minutes == 42
    assert expand_block(Block(id="a", title="A"), None, 21).sizes == ()


def test_parallel_groups_are_carried_and_set_the_pace() -> None:
    """Two groups of ten or eleven each; whoever leads or follows sees who is where."""
    groups = (ParallelGroup(name="North", lead="Ana"), ParallelGroup(name="South"))
    expanded = expand_block(Block(id="fw", title="x", minutes=42, groups=groups), final_word(), 21)
    assert expanded.groups == groups
    assert expanded.sizes == (6, 5)
    assert expanded.parts[1].cycles == 6


def test_minutes_that_were_set_for_a_step_are_its_minutes_in_every_turn() -> None:
    """The others share what is left, and a step that is not there is passed over."""
    steps = (StepMinutes(step="why", minutes=2), StepMinutes(step="gone", minutes=99))
    block = Block(id="fw", title="x", minutes=42, steps=steps)
    lengths = minutes_of([expand_block(block, final_word(), 20)])
    assert [lengths[f"fw/why/{n}"] for n in (1, 2, 3, 4)] == [2] * 4
    assert sum(lengths.values()) == 42
    long = block.model_copy(update={"steps": (StepMinutes(step="mark", minutes=60),)})
    expanded = expand_block(long, final_word(), 20)
    assert (expanded.parts[0].minutes, expanded.parts[0].max) == (60, 60)
    assert expanded.shortest is not None and expanded.minutes > 42


def test_a_block_runs_its_own_steps_of_a_protocol() -> None:
    """A part of a protocol has that part's usual minutes; backwards there is nothing to run."""
    block = Block(id="t", title="x", minutes=20, first_step="present", last_step="clarify")
    expanded = expand_block(block, tuning(), 9)
    assert [part.id for part in expanded.parts] == ["t/present", "t/clarify"]
    assert (expanded.minutes, expanded.usual, expanded.shortest) == (20, 20, 13)
    backwards = block.model_copy(update={"first_step": "clarify", "last_step": "present"})
    expanded = expand_block(backwards, tuning(), 9)
    assert [part.id for part in expanded.parts] == ["t"]
    assert (expanded.minutes, expanded.usual) == (20, None)


def test_a_block_can_say_who_speaks_in_it() -> None:
    """A lecture is one voice, writing is silence; both count as what they are."""
    plan = good_plan(
        blocks=(
            Block(id="talk", title="Talk", minutes=20, who=Who.FACILITATOR),
            Block(id="write", title="Write", minutes=10, silence=Silence.ALL),
            Block(id="work", title="Work", minutes=30),
        )
    )
    totals = talk_totals(expand(plan, {}))
    assert (totals.facilitator, totals.silent, totals.participants) == (20, 10, 30)
    write = expand(plan, {})[1].parts[0]
    assert write.protected and write.min == 10
