"""The fold: a session's state is what its events add up to, and nothing else.

It is pure and total: it reads no clock, file or library, and every sequence of events, damaged
and blanked ones included, folds to a state.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace
from typing import Any

from facilitui.core import bodies as b
from facilitui.core.sessions import fold_clock, fold_notes
from facilitui.core.sessions.clock import moment_at
from facilitui.core.sessions.events import Event, UnknownBody, head_of
from facilitui.core.sessions.fold_parts import close_wait, part_id, stand_still, with_run
from facilitui.core.sessions.session import (
    PartRun,
    SessionState,
    Stage,
)

_NEVER_TAKEN_BACK: set[type[b.Body]] = {
    b.SessionStarted,
    b.HostNotes,
    b.SessionEnded,
    b.KeyTakenBack,
    b.GapNoticed,
    b.GapDecided,
    b.CaptureReleased,
    b.TakenOver,
}
_AFTER_THE_END: set[type[b.Body]] = {b.GapDecided, b.CaptureReleased}
REWRITES = (b.KeyTakenBack, b.RecoveryUndone)
"""After these what was before reads otherwise."""


def fold(events: Sequence[Event]) -> SessionState:
    """The state after these events, which are one session's, in order."""
    gone = taken_back(events)
    state = SessionState()
    for place, event in enumerate(events):
        state = gone_on(state, event, gone=place in gone)
    return state


def gone_on(state: SessionState, event: Event, *, gone: bool) -> SessionState:
    """The state after one event more; of one that was taken back only the moment counts."""
    return _moved_on(state, event) if gone else _folded(state, event)


def taken_back(events: Sequence[Event]) -> frozenset[int]:
    """Places of the events that a later one, itself not taken back, makes as if never there.

    Read from the end, so that it is known of each whether it counts before it takes anything back.
    """
    bodies = [event.body for event in events]
    ends = next((i for i, body in enumerate(bodies) if type(body) is b.SessionEnded), None)
    keys: set[int] = set()
    recoveries: set[int] = set()
    gone: set[int] = set()
    for place in reversed(range(len(events) if ends is None else ends)):
        event, body = events[place], bodies[place]
        if type(body) is b.KeyTakenBack:
            keys.add(body.seq)
        elif isinstance(body, UnknownBody) or type(body) in _NEVER_TAKEN_BACK:
            continue
        elif event.seq in keys or body.part_of in keys:
            gone.add(place)
        elif type(body) is b.RecoveryUndone:
            recoveries.add(body.recovery)
        elif type(body) is b.RecoveryApplied and event.seq in recoveries:
            gone.add(place)
    return frozenset(gone)


def _moved_on(state: SessionState, event: Event, **changes: Any) -> SessionState:
    return replace(
        state,
        head=head_of(event),
        elapsed=max(state.elapsed, event.elapsed),
        at=event.envelope.at,
        **changes,
    )


def _folded(state: SessionState, event: Event) -> SessionState:
    body = event.body
    if isinstance(body, UnknownBody):
        unknown = (*state.unknown, event.envelope.kind)
        unreadable = state.unreadable or event.unreadable
        return _moved_on(state, event, unknown=unknown, unreadable=unreadable)
    if state.ended_at is not None and type(body) not in _AFTER_THE_END:
        return _moved_on(state, event)
    is_key = body.part_of is None and type(body) not in _NEVER_TAKEN_BACK
    state = _moved_on(state, event, keys=(*state.keys, event.seq) if is_key else state.keys)
    folder = _FOLDERS.get(type(body))
    return folder(state, body, event) if folder else state


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
    ended_in = part_id(state)
    state = stand_still(close_wait(state, event.elapsed, dropped=True), event.elapsed)
    if state.now is not None:
        state = with_run(state, state.now.part.id, stage=Stage.DONE)
    ended = moment_at(state.began_at or event.envelope.at, state.elapsed)
    return replace(state, current=None, paused=False, ended_at=ended, ended_in=ended_in)


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
