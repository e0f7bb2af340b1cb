"""The fold: a session's state is what its events add up to, and nothing else.

It is pure and total: it reads no clock, file or library, and every sequence of events, damaged
and blanked ones included, folds to a state.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import replace
from typing import Any

from facilitui.core import bodies as b
from facilitui.core import fold_clock, fold_notes
from facilitui.core.events import Event, UnknownBody, head_of
from facilitui.core.fold_parts import close_wait, stand_still, with_run
from facilitui.core.session import (
    PartRun,
    SessionState,
    Stage,
)

_NEVER_TAKEN_BACK = (
    b.SessionStarted,
    b.HostNotes,
    b.SessionEnded,
    b.KeyTakenBack,
    b.GapNoticed,
    b.GapDecided,
    b.CaptureReleased,
    b.TakenOver,
)
_AFTER_THE_END = (b.GapDecided, b.CaptureReleased)


def fold(events: Sequence[Event]) -> SessionState:
    """The state after these events, which are one session's, in order."""
    state = SessionState()
    for after, _ in folding(events):
        state = after
    return state


def folding(events: Sequence[Event]) -> Iterator[tuple[SessionState, bool]]:
    """The state after each event, as if what was taken back had never been; whether that was."""
    gone = _taken_back(events)
    state = SessionState()
    for place, event in enumerate(events):
        state = _moved_on(state, event) if place in gone else _folded(state, event)
        yield state, place in gone


def advance(state: SessionState, events: Sequence[Event], event: Event) -> SessionState:
    """The state after one event more. `events` are those that made `state`."""
    if isinstance(event.body, b.KeyTakenBack | b.RecoveryUndone):
        return fold((*events, event))
    return _folded(state, event)


def _taken_back(events: Sequence[Event]) -> frozenset[int]:
    """Places of the events that a later one, itself not taken back, makes as if never there.

    Read from the end, so that it is known of each whether it counts before it takes anything back.
    """
    bodies = [event.body for event in events]
    ends = next((i for i, body in enumerate(bodies) if isinstance(body, b.SessionEnded)), None)
    keys: set[int] = set()
    recoveries: set[int] = set()
    gone: set[int] = set()
    for place in reversed(range(len(events) if ends is None else ends)):
        event, body = events[place], bodies[place]
        if isinstance(body, b.KeyTakenBack):
            keys.add(body.seq)
        elif isinstance(body, (UnknownBody, *_NEVER_TAKEN_BACK)):
            continue
        elif event.seq in keys or body.part_of in keys:
            gone.add(place)
        elif isinstance(body, b.RecoveryUndone):
            recoveries.add(body.recovery)
        elif isinstance(body, b.RecoveryApplied) and event.seq in recoveries:
            gone.add(place)
    return frozenset(gone)


def _moved_on(state: SessionState, event: Event) -> SessionState:
    return replace(
        state,
        head=head_of(event),
        elapsed=max(state.elapsed, event.elapsed),
        at=event.envelope.at,
    )


def _folded(state: SessionState, event: Event) -> SessionState:
    state = _moved_on(state, event)
    body = event.body
    if isinstance(body, UnknownBody):
        return replace(
            state,
            unknown=(*state.unknown, event.envelope.kind),
            unreadable=state.unreadable or event.unreadable,
        )
    if state.ended_at is not None and not isinstance(body, _AFTER_THE_END):
        return state
    folder = _FOLDERS.get(type(body))
    state = folder(state, body, event) if folder else state
    if body.part_of is None and not isinstance(body, _NEVER_TAKEN_BACK):
        state = replace(state, keys=(*state.keys, event.seq))
    return state


def _start_session(state: SessionState, body: b.SessionStarted, event: Event) -> SessionState:
    if state.began_at is not None:
        return state
    return replace(
        state,
        started=body,
        began_at=event.envelope.at,
        anchor=body.anchor,
        anchor_elapsed=event.elapsed,
        planned_end=body.planned_end,
        runs=tuple(PartRun(part, part.minutes) for block in body.blocks for part in block.parts),
    )


def _host_notes(state: SessionState, body: b.HostNotes, event: Event) -> SessionState:
    runs = tuple(
        replace(run, part=run.part.model_copy(update={"watch": body.watch[run.part.id]}))
        if run.part.id in body.watch
        else run
        for run in state.runs
    )
    return replace(state, runs=runs, aftercare=body.aftercare or state.aftercare)


def _end_session(state: SessionState, body: b.SessionEnded, event: Event) -> SessionState:
    state = stand_still(close_wait(state, event.elapsed, dropped=True), event.elapsed)
    if state.now is not None:
        state = with_run(state, state.now.part.id, stage=Stage.DONE)
    return replace(state, current=None, paused=False, ended_at=event.envelope.at)


def _take_over(state: SessionState, body: b.TakenOver, event: Event) -> SessionState:
    return replace(state, anchor=body.anchor, anchor_elapsed=event.elapsed)


_FOLDERS: dict[type[b.Body], Callable[[SessionState, Any, Event], SessionState]] = {
    **fold_clock.FOLDERS,
    **fold_notes.FOLDERS,
    b.SessionStarted: _start_session,
    b.HostNotes: _host_notes,
    b.SessionEnded: _end_session,
    b.TakenOver: _take_over,
}
