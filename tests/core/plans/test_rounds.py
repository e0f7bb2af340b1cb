"""Rounds: every repetition of the same steps is told once, and nothing is lost or doubled."""

from __future__ import annotations

from datetime import UTC, datetime, time
from zoneinfo import ZoneInfo

from hypothesis import given
from hypothesis import strategies as st

from facilitui.core.library.protocol import Cycle, Protocol
from facilitui.core.plans.agenda import expand_block
from facilitui.core.plans.grouping import Room, run_of
from facilitui.core.plans.plan import Block, Plan
from facilitui.core.plans.rounds import rounds_of, stretches
from facilitui.core.plans.schedule import Slot, latest, minutes_taken, schedule
from facilitui.core.vocabulary import Per
from tests.core.making import final_word, plain, protocol, step, tuning
from tests.core.plan_strategies import plans, slots_of

START = datetime(2026, 11, 25, 15, 30, tzinfo=UTC)


def slot_of(made: Protocol, minutes: float, people: int = 4) -> Slot:
    """A block that runs a protocol from 15:30."""
    block = Block(id="b", title="B", minutes=minutes, protocol=made.id)
    (slot,) = schedule([expand_block(block, made, people)], START)
    return slot


def test_the_rounds_of_a_cycle_are_one_entry() -> None:
    """With the beginning of each, and the steps of the first."""
    mark, rounds, debrief = stretches(slot_of(final_word(), 42))
    assert (mark.times, debrief.times, rounds.times, rounds.minutes) == (1, 1, 4, 8)
    assert [f"{at:%H:%M}" for at in rounds.starts] == ["15:35", "15:43", "15:51", "15:59"]
    told = [(f"{at:%H:%M}", part.name, part.minutes) for at, part in rounds.steps]
    assert told == [
        ("15:35", "why", 3),
        ("15:38", "respond", 3),
        ("15:41", "last", 1),
        ("15:42", "change", 1),
    ]


def test_two_cycles_one_behind_the_other_stay_two() -> None:
    """Also where both are run equally often, and one that is run once is only its steps."""
    made = protocol(
        *(step(name, 1, 1, 1, cycle=cycle) for name, cycle in zip("abcd", "AABC", strict=True)),
        cycles=tuple(
            Cycle(id=cycle, times=times, per=Per.ROUND)
            for cycle, times in (("A", 2), ("B", 2), ("C", 1))
        ),
    )
    found = stretches(slot_of(made, 7))
    assert [(each.times, [part.name for _, part in each.steps]) for each in found] == [
        (2, ["a", "b"]),
        (2, ["c"]),
        (1, ["d"]),
    ]


@given(plans())
def test_no_part_is_lost_or_told_twice(plan: Plan) -> None:
    """The rounds make up the block again, each as long as the first."""
    for slot in slots_of(plan):
        found = stretches(slot)
        assert sum(each.times * len(each.steps) for each in found) == len(slot.block.parts)
        together = sum(each.times * each.minutes for each in found)
        assert abs(together - slot.block.minutes) < 1e-6
        starts = [at for at, _ in slot.part_starts()]
        assert [at for each in found for at in each.starts] == sorted(
            at for each in found for at in each.starts
        )
        assert {at for each in found for at in each.starts} <= set(starts)


@given(plans())
def test_what_an_agenda_takes_is_the_sum_of_its_blocks(plan: Plan) -> None:
    """Where nothing waits and nothing overlaps."""
    slots = slots_of(plan)
    if not any(slot.gap or slot.overlap for slot in slots):
        alone = sum(slot.block.minutes for slot in slots)
        assert abs(minutes_taken(slots) - alone) < 1e-6


def test_two_blocks_at_once_take_their_time_once() -> None:
    """And waiting for a pinned start counts."""
    first, second = plain(60, 60)
    pinned = second.model_copy(update={"pinned_start": time(16, 10)})
    assert minutes_taken(schedule([first, pinned], START)) == 100
    late = second.model_copy(update={"pinned_start": time(17)})
    assert minutes_taken(schedule([first, late], START)) == 150
    assert minutes_taken(()) == 0


def test_the_latest_moment_is_found_in_the_hour_that_comes_twice() -> None:
    """01:10 of the second time lies behind 01:50 of the first."""
    zone = ZoneInfo("America/Toronto")
    first, again = (datetime(2026, 11, 1, 1, m, tzinfo=zone, fold=f) for m, f in ((50, 0), (10, 1)))
    assert latest(first, again) is again and latest(again, first) is again


def test_a_cycle_stands_once_with_its_rounds() -> None:
    """20 in fours take four turns, 21 take five; what happens once is not said to repeat."""
    four, five = (rounds_of(final_word(), run_of(final_word(), Room(n))) for n in (20, 21))
    rounds = [(each.times, each.once, each.in_all) for each in four if each.repeats]
    assert rounds == [(4, 8, 32)]
    assert [each.times for each in five if each.repeats] == [5]
    assert [each.for_what for each in four if each.repeats] == [
        "a turn for everybody in the largest group"
    ]
    assert not any(each.repeats for each in rounds_of(tuning(), run_of(tuning(), Room(8))))


@given(st.integers(1, 300))
def test_rounds_are_the_run_in_its_order(people: int) -> None:
    """No step is lost or told twice, and their minutes are the run's."""
    for made in (final_word(), tuning()):
        run = run_of(made, Room(people))
        found = rounds_of(made, run)
        assert [step for each in found for step in each.steps] == list(run.steps)
        assert sum(each.in_all for each in found) == run.usual
