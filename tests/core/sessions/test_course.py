"""The course of a session: always what the fold says, and folded anew no further than needed."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from facilitui.core import bodies as b
from facilitui.core.sessions import moves
from facilitui.core.sessions.course import Course
from facilitui.core.sessions.events import Event
from facilitui.core.sessions.fold import fold, gone_on, taken_back
from facilitui.core.sessions.session import SessionState
from tests.core.making import Script, blanked, chained, made, plain, timeless
from tests.core.state_text import state_text
from tests.core.strategies import damaged, logs, started

_TAKING_BACK = st.integers(1, 40).map(lambda seq: b.KeyTakenBack(seq=seq))
_UNDOING = st.integers(1, 40).map(lambda seq: b.RecoveryUndone(recovery=seq))
rewritten = st.lists(
    _TAKING_BACK
    | _UNDOING
    | st.sampled_from(
        [
            b.RecoveryApplied(minutes={"c/1": 1}, skipped=("c/2",)),
            b.StepStarted(part="b"),
            b.MinutesChanged(part="a", minutes=9),
            b.Marked(part_of=3),
        ]
    ),
    max_size=40,
).map(lambda rest: chained((started, *rest)))
"""Sessions in which hardly anything happens but taking back, and taking that back."""


def each_step(events: Sequence[Event]) -> Course:
    """The course that one event after the other makes; at each step it is what the fold says."""
    course = Course()
    for count, event in enumerate(events, 1):
        course = course.after(event)
        assert state_text(course.state) == state_text(fold(events[:count]))
        assert course.gone == taken_back(events[:count])
    return course


@given(st.data(), logs | damaged)
def test_every_sequence_of_events_adds_up_step_by_step(
    data: st.DataObject, events: list[Event]
) -> None:
    """Shuffled, blanked, foreign and hostile logs too: the same state, byte for byte."""
    assert each_step(events).events == tuple(events)
    each_step(data.draw(st.permutations(events)))
    each_step([blanked(event) if event.seq % 2 else event for event in events])


@given(rewritten)
def test_whatever_is_taken_back_and_that_again(events: list[Event]) -> None:
    """Keys, recoveries and the undoing of recoveries, long ago and just now."""
    each_step(events)


@given(logs | rewritten, st.lists(st.integers(0, 40), max_size=6))
def test_it_goes_to_any_moment_and_on_from_there(events: list[Event], counts: list[int]) -> None:
    """Forwards and backwards, it is as the session was when only so much had happened."""
    course = Course()
    for count in counts:
        course = course.along(events[:count])
        assert state_text(course.state) == state_text(fold(events[:count]))
        assert course.events == tuple(events[:count])


@given(logs | damaged | rewritten)
def test_without_a_recovery_it_is_as_if_that_had_been_undone(events: list[Event]) -> None:
    """Each that is in force, long ago or just now; the undoing is only one key more."""
    course = Course().along(events)
    if course.state.ended_at is not None or len({event.seq for event in events}) < len(events):
        return
    for each in course.state.recoveries:
        undoing = made(b.RecoveryUndone(recovery=each.seq), course.state.head)
        undone = timeless(course.after(undoing).state)
        without = timeless(course.without(each.seq).state)
        assert without == replace(undone, keys=undone.keys[:-1])
    assert course.without(10**9) is course


def marked(count: int) -> Course:
    """A session with so many marks in it."""
    script = Script(plain(30)).press(moves.forward)
    return script.press(*[moves.mark] * count).course


@pytest.mark.parametrize("back", [1, 2, 3, 30, 100, 250])
def test_taking_back_folds_at_most_twice_what_came_since(
    monkeypatch: pytest.MonkeyPatch, back: int
) -> None:
    """It costs by how long ago the key was, not by how long the session has run."""
    course, folds = marked(300), 0

    def counted(state: SessionState, event: Event, *, gone: bool) -> SessionState:
        nonlocal folds
        folds += 1
        return gone_on(state, event, gone=gone)

    monkeypatch.setattr("facilitui.core.sessions.course.gone_on", counted)
    seq = course.state.head.seq - back + 1
    (event,) = chained([b.KeyTakenBack(seq=seq)])
    taken = course.after(event)
    assert len(taken.gone) == 1 and folds <= 2 * (back + 1)
    folds = 0
    course.without(seq)
    assert folds <= 2 * back
    folds = 0
    taken.after(chained([b.Marked()])[0])
    assert folds == 1


def test_few_states_are_kept() -> None:
    """The first, the last, and one for each doubling of the way back, however long it is."""
    course = Course()
    for event in marked(300).events:
        course = course.after(event)
        assert len(course.kept) <= len(course.events).bit_length() + 1
