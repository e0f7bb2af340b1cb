"""Expanding a plan into what is run."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from facilitui.core.agenda import expand, expand_block
from facilitui.core.plan import Audience, Block
from facilitui.core.protocol import Cycle
from facilitui.core.vocabulary import BlockKind, Per, Question, Silence, Who
from tests.core.making import final_word, good_plan, minutes_of, protocol, step, tuning


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
    assert expanded.parts[1].title == "why (1 of 4)"
    assert expanded.parts[-2].label == "change 4/4"
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
