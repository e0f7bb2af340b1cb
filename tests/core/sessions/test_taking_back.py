"""Taking back: the session reads as if the key had never been, its clock included."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from facilitui.core import bodies as b
from facilitui.core.sessions import moves
from facilitui.core.sessions.course import Course
from facilitui.core.sessions.events import Event, UnknownBody, head_of
from facilitui.core.sessions.fold import fold
from facilitui.core.sessions.session import Stage
from tests.core.making import START, Script, chained, made, plain, timeless
from tests.core.strategies import damaged, started


def test_a_key_taken_back_after_the_end_changes_nothing() -> None:
    """The record of a session that is over cannot be rewritten by a late event."""
    script = Script(plain(5, 5)).press(moves.forward).wait(60).press(moves.forward).wait(60)
    last = script.state.keys[-1]
    script.press(moves.end)
    ended = timeless(script.state)
    script.append((b.KeyTakenBack(seq=last),)).append((b.RecoveryUndone(recovery=last),))
    assert timeless(script.state) == ended == timeless(fold(script.events))


def test_only_what_came_before_can_be_taken_back() -> None:
    """A number that no event has yet takes nothing back when one gets it."""
    events = chained([started, b.KeyTakenBack(seq=3), b.StepStarted(part="a")])
    assert Course().along(events[:2]).after(events[2]).state == fold(events)
    assert fold(events).current == 0


@given(damaged, st.integers(2, 14))
def test_a_key_taken_back_reads_as_if_it_had_never_been(events: list[Event], key: int) -> None:
    """Whichever key it is and whatever came after it, only the moment is still the log's."""
    if any(isinstance(event.body, b.SessionEnded) for event in events):
        return
    last = made(b.KeyTakenBack(seq=key), head_of(events[-1]), elapsed=events[-1].elapsed)
    without = [event for event in events if not belongs(event, key)]
    assert timeless(fold([*events, last])) == timeless(fold(without))


def belongs(event: Event, key: int) -> bool:
    """Whether an event is one that this key made and that a key can make at all."""
    lasting = (b.SessionStarted, b.HostNotes, b.KeyTakenBack, b.CaptureReleased, b.TakenOver)
    if isinstance(event.body, (UnknownBody, b.GapNoticed, b.GapDecided, *lasting)):
        return False
    return event.seq == key or (event.body.part_of == key and event.seq > 0)


@given(st.lists(st.integers(1, 90), min_size=3, max_size=3))
def test_a_key_of_several_events_is_taken_back_as_one(pauses: list[int]) -> None:
    """Next with an open wait makes three events; taken back, the wait and the clock go on."""
    script = Script(plain(5, 5)).press(moves.forward).wait(pauses[0])
    script.press(moves.open_or_close_wait).wait(pauses[1])
    before = script.state
    script.press(moves.forward).wait(pauses[2])
    assert [type(event.body) for event in script.events[-3:]] == [
        b.WaitClosed,
        b.StepFinished,
        b.StepStarted,
    ]
    script.press(moves.take_back)
    assert timeless(script.state) == timeless(before)
    assert script.ran("a") == pytest.approx(sum(pauses))
    assert script.run("b").stage is Stage.AHEAD


def test_a_pause_taken_back_never_stopped_the_clock() -> None:
    """The clock reads as if the pause had never been."""
    script = Script(plain(5)).press(moves.forward).wait(10).press(moves.pause_or_resume).wait(20)
    assert script.ran("a") == 10
    script.press(moves.take_back)
    assert not script.state.paused
    assert script.ran("a") == 30


def test_taking_back_goes_on_key_by_key() -> None:
    """Each take-back undoes one key more, until none is left."""
    script = Script(plain(5, 5, 5))
    states = [timeless(script.state)]
    for _ in range(3):
        script.press(moves.forward).wait(30)
        states.append(timeless(script.state))
    for earlier in reversed(states[:-1]):
        script.press(moves.take_back)
        assert timeless(script.state) == earlier
    assert moves.take_back(script.state) == ()


def test_what_begins_a_session_is_no_key() -> None:
    """The first event, and the events that came with it, cannot be taken back with `u`."""
    script = Script()
    first = script.events[0].seq
    script.append((b.AttendanceTaken(count=9, part_of=first),))
    assert script.state.keys == ()
    script.append((b.KeyTakenBack(seq=first),))
    assert script.state.began_at == START


def test_a_recovery_is_undone_as_a_whole_and_the_undoing_can_be_taken_back() -> None:
    """Apply, undo and taking the undoing back: each is an event, and each shows."""
    script = Script(plain(5, 10, 10)).press(moves.forward)
    script.append((b.RecoveryApplied(minutes={"b": 6}, skipped=("c",)),))
    applied = timeless(script.state)
    assert (script.run("b").minutes, script.run("c").stage) == (6, Stage.SKIPPED)
    recovery = script.state.keys[-1]
    script.append((b.RecoveryUndone(recovery=recovery),))
    assert (script.run("b").minutes, script.run("c").stage) == (10, Stage.AHEAD)
    script.press(moves.take_back)
    assert timeless(script.state) == applied


def test_undoing_a_recovery_undoes_nothing_else() -> None:
    """A number that is not a recovery's leaves the session as it is."""
    script = Script(plain(5, 5)).press(moves.forward)
    script.append((b.RecoveryUndone(recovery=script.state.keys[0]),))
    assert script.state.current == 0
