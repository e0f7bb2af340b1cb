"""A run as it is read: each cycle once, with how often it is run and how long a round is."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from facilitui.core.grouping import Room, run_of
from facilitui.core.protocol_rounds import rounds_of
from tests.core.making import final_word, tuning


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
    for protocol in (final_word(), tuning()):
        run = run_of(protocol, Room(people))
        found = rounds_of(protocol, run)
        assert [step for each in found for step in each.steps] == list(run.steps)
        assert sum(each.in_all for each in found) == run.usual
