"""The facts of a run: they add up, and what is taken out is taken out everywhere."""

from __future__ import annotations

from datetime import timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from facilitui.core import bodies as b
from facilitui.core.sessions import moves
from facilitui.core.sessions.facts import session_facts
from facilitui.core.sessions.session import NoteKind
from facilitui.core.vocabulary import Silence, Who
from tests.core.making import START, Script, agenda, part, plain

KEYS = {
    "n": moves.forward,
    "b": moves.back,
    "s": moves.skip,
    "p": moves.pause_or_resume,
    "w": moves.open_or_close_wait,
}
presses = st.lists(st.tuples(st.integers(0, 300), st.sampled_from("nnnbspw")), max_size=14)


@given(presses, st.lists(st.sampled_from(["", "Ana", "Bo"]), min_size=4, max_size=4))
def test_what_ran_adds_up_to_the_session_less_its_pauses(
    pressed: list[tuple[int, str]], leads: list[str]
) -> None:
    """Parts and directions take all the time that was neither paused nor between parts."""
    who = (Who.PAIRS, Who.GROUP, Who.FACILITATOR, Who.TRIOS)
    blocks = tuple(
        block for n in range(4) for block in agenda(part(f"p{n}", 5, who=who[n]), lead=leads[n])
    )
    script, idle = Script(blocks), 0
    for seconds, key in pressed:
        state = script.state
        idle += seconds if state.current is None or state.paused else 0
        script.wait(seconds).press(KEYS[key])
    script.press(moves.end)
    facts = session_facts(script.state)
    assert facts.ran * 60 == pytest.approx(script.elapsed - idle)
    assert facts.planned == 20 and facts.over == pytest.approx(facts.ran - 20)
    assert sum(part.over + part.directions for part in facts.parts) == pytest.approx(facts.over)
    assert sum(block.ran for block in facts.blocks) == pytest.approx(facts.ran)
    clocks = sum(part.ran for part in facts.parts)
    assert sum(facts.led.values()) == pytest.approx(clocks)
    for lead in facts.led:
        own = [p.ran for p, name in zip(facts.parts, leads, strict=True) if name == lead]
        assert facts.led[lead] == pytest.approx(sum(own))


def test_planned_and_run_stand_side_by_side() -> None:
    """A minute more changes what it is to take, never what was planned."""
    end = START + timedelta(minutes=15)
    script = Script(
        agenda(part("a", 10), part("b/1", 3, silence=Silence.ALL), part("b/2", 2, protected=True)),
        planned_start=START - timedelta(minutes=3),
        planned_end=end,
        title="x",
    )
    script.press(moves.forward).wait(720).press(lambda state: moves.change_minutes(state, 1))
    script.press(moves.forward).wait(150).press(moves.forward, moves.skip).wait(60)
    script.append((b.Captured(text="x"),)).append((b.Marked(),)).press(moves.end)
    facts = session_facts(script.state)
    assert [(each.planned, each.ran) for each in facts.parts] == [(10, 12), (3, 2.5), (2, 0)]
    assert [each.skipped for each in facts.parts] == [False, False, True]
    assert [(each.planned, each.ran, each.over) for each in facts.blocks] == [
        (10, 12, 2),
        (5, 2.5, -2.5),
    ]
    assert (facts.silent, facts.started_late, facts.ended_late) == (2.5, 3, 1)
    assert (facts.count(NoteKind.CAPTURE), facts.count(NoteKind.PARKED)) == (1, 0)


@pytest.mark.parametrize("counts", [True, False])
def test_a_gap_taken_out_is_taken_out_of_part_and_lead(counts: bool) -> None:
    """Minutes led become evidence: a laptop's sleep is nobody's work once it is taken out."""
    script = Script(agenda(part("a", 10), lead="Ana")).press(moves.forward).wait(300)
    script.wait(7200).append((b.GapNoticed(seconds=7200),)).wait(300).press(moves.end).wait(86_400)
    script.append((b.GapDecided(gap=script.state.gaps[0].seq, counts=counts),))
    facts = session_facts(script.state)
    length = 130 if counts else 10
    assert (facts.ran, facts.led) == (length, {"Ana": length})
    assert facts.blocks[0].ran == length


def test_a_gap_in_a_pause_takes_nothing_from_the_clock() -> None:
    """The clock stood anyway, so there is nothing to take out."""
    script = Script(plain(10)).press(moves.forward).wait(300).press(moves.pause_or_resume)
    script.wait(1000).append((b.GapNoticed(seconds=1000),)).press(moves.end)
    script.append((b.GapDecided(gap=script.state.gaps[0].seq, counts=False),))
    assert session_facts(script.state).ran == 5


def test_a_gap_in_directions_is_taken_out_of_them() -> None:
    """Not out of the step, whose clock had not begun."""
    script = Script(agenda(part("a", 10, who=Who.PAIRS))).press(moves.forward).wait(60)
    script.wait(600).append((b.GapNoticed(seconds=600),)).press(moves.forward).wait(300)
    script.press(moves.end)
    script.append((b.GapDecided(gap=script.state.gaps[0].seq, counts=False),))
    (ran,) = session_facts(script.state).parts
    assert (ran.ran, ran.directions) == (5, 1)


def test_a_gap_never_takes_out_more_than_ran() -> None:
    """A part that began within the gap gives only what it had."""
    script = Script(plain(10, 10)).press(moves.forward).wait(300).press(moves.forward)
    script.append((b.GapNoticed(seconds=200),)).wait(60).press(moves.end)
    script.append((b.GapDecided(gap=script.state.gaps[0].seq, counts=False),))
    facts = session_facts(script.state)
    assert [each.ran for each in facts.parts] == [5, 1]
    assert facts.led == {"": 6}


@pytest.mark.parametrize("counts", [True, False])
def test_waits_count_unless_they_were_dropped_or_slept_through(counts: bool) -> None:
    """One that was paused in, or in which the laptop slept, reached nothing, however it counts."""
    script = Script(plain(10)).press(moves.forward)
    script.press(moves.open_or_close_wait).wait(4).press(moves.open_or_close_wait)
    script.press(moves.open_or_close_wait).wait(6).press(moves.open_or_close_wait)
    script.press(moves.open_or_close_wait).wait(9).press(moves.pause_or_resume)
    script.press(moves.pause_or_resume, moves.open_or_close_wait).wait(7202)
    script.append((b.GapNoticed(seconds=7200),))
    assert script.state.wait is None
    script.wait(60).press(moves.open_or_close_wait).wait(5).press(moves.forward, moves.end)
    script.append((b.GapDecided(gap=script.state.gaps[0].seq, counts=counts),))
    facts = session_facts(script.state)
    assert [wait.seconds for wait in facts.waits] == [4, 6, 5]
    assert (facts.waits_reached, facts.median_wait, facts.waits_marked) == (2, 5, 5)
    assert session_facts(Script().state).median_wait is None


def test_a_part_that_was_left_halfway_was_run() -> None:
    """It is told as skipped, but its block is not told as never run."""
    script = Script(plain(10, 5)).press(moves.forward).wait(480).press(moves.skip, moves.end)
    facts = session_facts(script.state)
    assert (facts.parts[0].skipped, facts.parts[0].ran) == (True, 8)
    assert [block.skipped for block in facts.blocks] == [False, False]
    untouched = session_facts(Script(plain(10)).press(moves.end).state)
    assert untouched.blocks[0].skipped and untouched.parts[0].skipped
