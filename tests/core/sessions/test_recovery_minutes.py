"""What is won is the lateness as it is told: no minute more, and the same while that stands."""

from __future__ import annotations

from datetime import timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from facilitui.core.plans.agenda import AgendaBlock
from facilitui.core.sessions import moves
from facilitui.core.sessions.recovery import Proposal, Way, minutes_late, proposals
from tests.core.making import START, Script, agenda, part, plain
from tests.core.recoveries import agendas, keys, lates, moment, overrunning

whole = st.integers(1, 40).map(float)
planned = st.lists(st.tuples(whole, whole, st.booleans()), min_size=1, max_size=5)
"""Of each part two lengths, of which the longer is planned, and whether it is protected."""


@given(planned, lates)
def test_just_the_minutes_that_are_told_are_won(
    lengths: list[tuple[float, float, bool]], late: float
) -> None:
    """Six told are six won, where there is so much; protected parts give only what is lacking."""
    parts = [
        part(f"p{n}", max(one, two), min=min(one, two), protected=kept)
        for n, (one, two, kept) in enumerate(lengths)
    ]
    script = overrunning((*plain(5), *agenda(*parts)), late)
    told = minutes_late(script.state, moment(script))
    flexible = sum(each.minutes - each.min for each in parts if not each.protected)
    most = sum(each.minutes - each.min for each in parts)
    found = [each for each in proposals(script.state, moment(script)) if each.way is Way.SHORTER]
    assert bool(found) is (min(told, most) > 0)
    for each in found:
        assert each.won == pytest.approx(min(told, most), abs=1e-6)
        assert each.late == told - min(told, most)
        assert f"We are {told} minute" in each.say
        gave = [run.part.minutes - run.minutes for run in each.after.runs if run.part.protected]
        assert sum(gave) == pytest.approx(max(0.0, min(told, most) - flexible))


@given(agendas(), lates, keys, st.integers(0, 59))
def test_a_proposal_stands_for_as_long_as_the_minutes_that_are_told(
    blocks: tuple[AgendaBlock, ...], late: float, pressed: int, later: int
) -> None:
    """The seconds that go by within a minute change neither what is proposed nor its order."""
    script = overrunning(blocks, late, pressed)
    told = minutes_late(script.state, moment(script))
    before = [_deed(each) for each in proposals(script.state, moment(script))]
    script.wait(later)
    after = [_deed(each) for each in proposals(script.state, moment(script))]
    same = minutes_late(script.state, moment(script)) == told
    assert (before == after) is (same or script.state.finished)


def _deed(each: Proposal) -> tuple[object, ...]:
    """What it would do and how it begins to be said."""
    return each.key, each.body.minutes, each.body.skipped, each.body.planned_end, each.say[:19]


def test_only_whole_minutes_are_taken_where_there_is_less_to_give() -> None:
    """Half a minute would be told as one or as none by the second in which it is asked for."""
    script = overrunning((*plain(5), *agenda(part("x", 9, min=4.5))), 6)
    (first, *_) = proposals(script.state, moment(script))
    assert first.body.minutes == {"x": 5} and first.late == 2


def test_before_a_pin_the_told_minutes_are_taken() -> None:
    """Whatever the second: so many that it begins on time as both are told."""
    pin = (START + timedelta(minutes=15)).time()
    blocks = (*plain(5, 10), *agenda(part("c", 10), pinned_start=pin))
    script = Script(blocks, planned_end=START + timedelta(minutes=21)).press(moves.forward)
    script.wait(300 + 155)
    for _ in range(50):
        (first, *_) = proposals(script.wait(1).state, moment(script))
        assert first.body.minutes == {"b": 7, "c": 6} and first.late == 0
