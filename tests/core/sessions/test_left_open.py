"""A session that lay open: gone on with, or ended as if its host had done it before leaving."""

from __future__ import annotations

from dataclasses import replace
from datetime import datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from facilitui.core import bodies as b
from facilitui.core.plans.agenda import AgendaBlock
from facilitui.core.sessions import moves
from facilitui.core.sessions.clock import GAP_SECONDS, Reading
from facilitui.core.sessions.facts import SessionFacts, session_facts
from facilitui.core.sessions.left_open import TakeUp, end_where_left, go_on, going_on_told, over_at
from facilitui.core.sessions.moves import Move
from facilitui.core.sessions.session import SessionState
from facilitui.core.sessions.timing import minutes_behind, projected_end
from facilitui.core.vocabulary import Silence, Who
from tests.core.making import START, Script, agenda, part, plain

BLOCKS = agenda(
    part("open", 10, who=Who.FACILITATOR),
    part("work/pairs", 2, who=Who.PAIRS),
    part("work/quiet", 5, silence=Silence.ALL, who=Who.GROUP),
    part("close", 3),
    lead="Ana",
)
KEYS = {
    "n": moves.forward,
    "b": moves.back,
    "s": moves.skip,
    "p": moves.pause_or_resume,
    "w": moves.open_or_close_wait,
    "m": moves.mark,
    "u": moves.take_back,
}
BEAT = 10
"""How long ago a host may have been alive when it last said so."""
DAY = 86_400
OVER = 20 * 60 + 3600
"""Seconds after its beginning from which on it is long over."""
pressed = st.lists(st.tuples(st.integers(0, 200), st.sampled_from("nnnnbspwmu")), max_size=12)


def begun(
    keys: list[tuple[int, str]] | None = None, blocks: tuple[AgendaBlock, ...] = BLOCKS
) -> Script:
    """A session of twenty minutes in which such keys were pressed."""
    end = START + timedelta(minutes=20)
    script = Script(blocks, planned_start=START, planned_end=end).press(moves.forward)
    for seconds, key in keys or ():
        script.wait(seconds).press(KEYS[key])
    return script


def taken_up(script: Script, take_up: TakeUp, away: float, unsaid: float = 0) -> Script:
    """Taken up after so many seconds; its host had last said so long before that it was alive."""
    alive_at = script.now - timedelta(seconds=unsaid)
    script.wait(away)
    return script.append(take_up(script.state, alive_at, script.reading))


def rebooting(state: SessionState, alive_at: datetime | None, reading: Reading) -> Move:
    """Ended on a machine that was started again meanwhile."""
    other = replace(reading, boot_id="boot-2", boot_seconds=7.0)
    return end_where_left(state, alive_at, other)


def figures(facts: SessionFacts) -> list[float]:
    """All lengths that the facts tell, in minutes."""
    assert facts.began_at is not None and facts.ended_at is not None
    until = (facts.ended_at - facts.began_at).total_seconds() / 60
    clocks = [minutes for each in facts.parts for minutes in (each.ran, each.directions)]
    return [until, facts.ran, facts.silent, sum(facts.led.values()), *clocks]


@given(
    pressed,
    st.integers(0, 1200),
    st.integers(0, BEAT - 1),
    st.integers(3600, 30 * DAY),
    st.booleans(),
)
def test_ended_late_is_as_if_it_had_been_ended_when_the_host_was_last_there(
    keys: list[tuple[int, str]], watched: int, unsaid: int, away: int, reboot: bool
) -> None:
    """Whatever was pressed, however long ago, on whichever boot: the same facts within a beat."""
    at_once = begun(keys).wait(watched + unsaid).press(moves.end)
    later = begun(keys).wait(watched + unsaid)
    taken_up(later, rebooting if reboot else end_where_left, away, unsaid)
    assert not later.state.running and later.state.ended_at == later.now
    truly, told = session_facts(at_once.state), session_facts(later.state)
    assert figures(told) == pytest.approx(figures(truly), abs=(BEAT + 1) / 60)
    assert [each.skipped for each in told.parts] == [each.skipped for each in truly.parts]
    assert (told.waits, told.waits_marked) == (truly.waits, truly.waits_marked)
    assert told.ended_late == pytest.approx(truly.ended_late, abs=1)


@given(pressed, st.lists(st.tuples(st.integers(60, 3 * DAY), st.integers(0, 60)), max_size=4))
def test_who_only_looked_in_between_adds_nothing_but_the_looking(
    keys: list[tuple[int, str]], looks: list[tuple[int, int]]
) -> None:
    """Gone on with again and again without a key, then ended: the days between count never."""
    at_once = begun(keys).press(moves.end)
    later = begun(keys)
    for away, seconds in looks:
        taken_up(later, go_on, OVER + away).wait(seconds)
    taken_up(later, end_where_left, OVER)
    truly, told = (figures(session_facts(each.state)) for each in (at_once, later))
    looked = sum(seconds for _, seconds in looks) / 60
    for before, after in zip(truly, told, strict=True):
        assert before - 1 / 60 <= after <= before + looked + 1 / 60


def test_a_gap_that_somebody_went_on_after_is_left_as_it_was() -> None:
    """A laptop that slept while people worked: that is decided in the debrief, not here."""
    script = taken_up(begun(), go_on, 1500).press(moves.mark)
    taken_up(script, end_where_left, DAY)
    assert [(gap.seconds, gap.counts) for gap in script.state.gaps] == [(1500, True), (DAY, False)]
    assert session_facts(script.state).ran == 25


def test_a_gap_within_the_planned_time_is_left_as_it_was() -> None:
    """Though nobody pressed a key after it: the host may only have watched."""
    script = taken_up(begun(), go_on, 600).wait(60)
    taken_up(script, end_where_left, DAY)
    assert [gap.counts for gap in script.state.gaps] == [True, False]
    facts = session_facts(script.state)
    assert facts.ended_at == START + timedelta(seconds=660) and facts.ran == 11


@pytest.mark.parametrize("take_up", [go_on, end_where_left])
def test_a_moment_without_a_host_is_no_gap(take_up: TakeUp) -> None:
    """Neither for going on nor for ending; the end alone is written."""
    script = begun().wait(GAP_SECONDS)
    body = (b.SessionEnded(),) if take_up is end_where_left else ()
    assert take_up(script.state, None, script.reading) == body


def test_a_wall_clock_that_jumped_is_no_gap() -> None:
    """Within one boot only its own clock tells how long nobody was there."""
    script = begun().wait(GAP_SECONDS)
    jumped = replace(script.reading, at=script.reading.at + timedelta(hours=2))
    assert go_on(script.state, None, jumped) == ()


@pytest.mark.parametrize("seconds", [64.5, 65.5])
def test_a_gap_is_marked_as_long_as_it_was_told(seconds: float) -> None:
    """Half a second is one more, before it is gone on with and after."""
    script = begun().wait(seconds)
    told = going_on_told(script.state, START, script.reading)
    (gap,) = go_on(script.state, START, script.reading)
    assert isinstance(gap, b.GapNoticed) and f"; the {gap.seconds:.0f} s since" in told


def test_going_on_on_another_boot_keeps_the_clock_and_marks_the_gap() -> None:
    """First who goes on, then for how long nobody did."""
    script = begun().wait(3600)
    script.reading = replace(script.reading, boot_id="boot-2", boot_seconds=7.0)
    taken_up(script, go_on, 0, 3600)
    assert [type(event.body) for event in script.events[-2:]] == [b.TakenOver, b.GapNoticed]
    assert script.state.gaps[0].counts and script.elapsed == 3600


def test_the_log_keeps_the_true_moment_and_the_clocks_tell_the_other() -> None:
    """Ended two days later, after its planned end by then, it was over where it was left."""
    script = taken_up(begun().wait(900), end_where_left, 2 * DAY)
    state, left = script.state, START + timedelta(seconds=900)
    assert state.ended_at == left + timedelta(days=2) and over_at(state) == left
    assert projected_end(state, script.elapsed, script.now) == left
    assert minutes_behind(state, script.elapsed, script.now) == -5
    counted = script.append((b.GapDecided(gap=state.gaps[0].seq, counts=True),)).state
    assert over_at(counted) == counted.ended_at


def test_an_end_that_was_pressed_is_when_it_was_over() -> None:
    """Gaps before it change nothing about that, counted or not; nor does a session without any."""
    script = taken_up(begun(blocks=plain(30)), go_on, 1300).press(moves.mark)
    script.press(moves.end).append((b.GapDecided(gap=script.state.gaps[0].seq, counts=False),))
    assert over_at(script.state) == script.state.ended_at == script.now
    assert over_at(SessionState()) is None and over_at(begun().state) is None


@given(st.floats(0, 1e300), st.floats(0, 1e300))
def test_no_gap_puts_the_end_before_the_beginning(seconds: float, elapsed: float) -> None:
    """Whatever a damaged log claims; a log tells its moments to the millisecond."""
    script = begun().wait(min(elapsed, 1e6)).append((b.GapNoticed(seconds=seconds),))
    gap = script.state.gaps[0].seq
    script.press(moves.end).append((b.GapDecided(gap=gap, counts=False),))
    over = over_at(script.state)
    assert over is not None and START <= over <= script.now + timedelta(milliseconds=1)
