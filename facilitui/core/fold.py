"""The fold: a session's state is what its events add up to, and nothing else.

It is pure and total: it reads no clock, file or library, and every sequence of events, damaged
and blanked ones included, folds to a state.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace
from typing import Any

from facilitui.core import bodies as b
from facilitui.core.events import Event, UnknownBody, head_of
from facilitui.core.session import (
    Gap,
    Note,
    NoteKind,
    PartRun,
    SessionState,
    Stage,
    Wait,
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
    gone = _taken_back(events)
    state = SessionState()
    for place, event in enumerate(events):
        state = _moved_on(state, event) if place in gone else _folded(state, event)
    return state


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
    return replace(state, runs=runs)


def _end_session(state: SessionState, body: b.SessionEnded, event: Event) -> SessionState:
    state = _stand_still(_close_wait(state, event.elapsed, dropped=True), event.elapsed)
    if state.now is not None:
        state = _with_run(state, state.now.part.id, stage=Stage.DONE)
    return replace(state, current=None, paused=False, ended_at=event.envelope.at)


def _show(state: SessionState, body: b.StepShown, event: Event) -> SessionState:
    return _open(state, body.part, event.elapsed, Stage.DIRECTIONS)


def _start(state: SessionState, body: b.StepStarted, event: Event) -> SessionState:
    return _open(state, body.part, event.elapsed, Stage.RUNNING)


def _reopen(state: SessionState, body: b.StepReopened, event: Event) -> SessionState:
    left = state.now
    state = _open(state, body.part, event.elapsed, Stage.RUNNING)
    if left is not None and state.now is not None and left.part.id != state.now.part.id:
        state = _with_run(state, left.part.id, stage=Stage.AHEAD)
    return state


def _open(state: SessionState, part: str, elapsed: float, stage: Stage) -> SessionState:
    """Make a part the current one; whatever was current stands still where it was."""
    index = state.index_of(part)
    if index is None:
        return state
    state = _stand_still(state, elapsed)
    if state.now is not None and state.current != index:
        state = _with_run(state, state.now.part.id, stage=Stage.DONE)
    began = state.runs[index].began
    shown = stage is Stage.DIRECTIONS
    state = _with_run(
        state,
        part,
        stage=stage,
        shown=elapsed if shown else None,
        since=None if shown else elapsed,
        began=elapsed if began is None else began,
    )
    return replace(state, current=index, paused=False)


def _finish(state: SessionState, body: b.StepFinished, event: Event) -> SessionState:
    return _leave(state, body.part, event.elapsed, Stage.DONE)


def _skip(state: SessionState, body: b.StepSkipped, event: Event) -> SessionState:
    return _leave(state, body.part, event.elapsed, Stage.SKIPPED)


def _leave(state: SessionState, part: str, elapsed: float, stage: Stage) -> SessionState:
    index = state.index_of(part)
    if index is None:
        return state
    if index == state.current:
        state = replace(_stand_still(state, elapsed), current=None, paused=False)
    return _with_run(state, part, stage=stage)


def _pause(state: SessionState, body: b.Paused, event: Event) -> SessionState:
    if state.now is None or state.now.stage is not Stage.RUNNING:
        return state
    return replace(_stand_still(state, event.elapsed), paused=True)


def _resume(state: SessionState, body: b.Resumed, event: Event) -> SessionState:
    if state.now is not None and state.paused and state.now.stage is Stage.RUNNING:
        state = _with_run(state, state.now.part.id, since=event.elapsed)
    return replace(state, paused=False)


def _stand_still(state: SessionState, elapsed: float) -> SessionState:
    """Stop the current part's clock, and count what ran for whoever led it."""
    run = state.now
    if run is None:
        return state
    lead, ran = state.lead_of(run), run.seconds(elapsed) - run.ran
    state = replace(state, led={**state.led, lead: state.led.get(lead, 0.0) + ran})
    return _with_run(
        state,
        run.part.id,
        ran=run.seconds(elapsed),
        since=None,
        directions=run.direction_seconds(elapsed),
        shown=None,
    )


def _change_minutes(state: SessionState, body: b.MinutesChanged, event: Event) -> SessionState:
    return _with_run(state, body.part, minutes=max(0.0, body.minutes))


def _change_lead(state: SessionState, body: b.LeadChanged, event: Event) -> SessionState:
    run = state.now
    if run is not None and run.since is not None and run.part.block == body.block:
        state = _stand_still(state, event.elapsed)
        state = _with_run(state, run.part.id, since=event.elapsed)
    return replace(state, leads={**state.leads, body.block: body.lead})


def _attend(state: SessionState, body: b.AttendanceTaken, event: Event) -> SessionState:
    return replace(state, attendance=max(0, body.count))


def _agree_norms(state: SessionState, body: b.NormsAgreed, event: Event) -> SessionState:
    return replace(state, norms=body.norms, watched=body.watch)


def _add_norm(state: SessionState, body: b.NormAdded, event: Event) -> SessionState:
    added = body.norm
    if added is None:
        return state
    others = tuple(norm for norm in state.norms if norm.id != added.id)
    own = state.own_norms | {added.id}
    return replace(state, norms=(*others, added), own_norms=own)


def _invoke_norm(state: SessionState, body: b.NormInvoked, event: Event) -> SessionState:
    return replace(state, invoked=(*state.invoked, body.norm))


def _open_wait(state: SessionState, body: b.WaitOpened, event: Event) -> SessionState:
    state = _close_wait(state, event.elapsed, dropped=True)
    wait = Wait(event.seq, _part_id(state), event.elapsed, body.target_seconds, body.question)
    return replace(state, wait=wait)


def _end_wait(state: SessionState, body: b.WaitClosed, event: Event) -> SessionState:
    return _close_wait(state, event.elapsed, dropped=body.dropped)


def _close_wait(state: SessionState, elapsed: float, *, dropped: bool) -> SessionState:
    if state.wait is None:
        return state
    seconds = max(0.0, elapsed - state.wait.began)
    wait = replace(state.wait, seconds=seconds, dropped=dropped)
    return replace(state, wait=None, waits=(*state.waits, wait))


def _keep_note(kind: NoteKind) -> Callable[[SessionState, Any, Event], SessionState]:
    def keep(state: SessionState, body: Any, event: Event) -> SessionState:
        text = body.note if kind is NoteKind.MARK else body.text
        note = Note(event.seq, kind, event.elapsed, _part_id(state), text)
        return replace(state, notes=(*state.notes, note))

    return keep


def _release(state: SessionState, body: b.CaptureReleased, event: Event) -> SessionState:
    notes = tuple(
        replace(note, released=True) if note.seq == body.capture else note for note in state.notes
    )
    return replace(state, notes=notes)


def _hear_voice(state: SessionState, body: b.VoiceHeard, event: Event) -> SessionState:
    return replace(state, voices=(*state.voices, body.seat))


def _recover(state: SessionState, body: b.RecoveryApplied, event: Event) -> SessionState:
    future = {run.part.id for run in state.runs if run.stage is Stage.AHEAD}
    for part, minutes in body.minutes.items():
        if part in future:
            state = _with_run(state, part, minutes=max(0.0, minutes))
    for part in future.intersection(body.skipped):
        state = _with_run(state, part, stage=Stage.SKIPPED)
    return replace(state, planned_end=body.planned_end or state.planned_end)


def _notice_gap(state: SessionState, body: b.GapNoticed, event: Event) -> SessionState:
    run, seconds = state.now, max(0.0, body.seconds)
    gap = Gap(event.seq, _part_id(state), seconds, noticed=event.elapsed)
    if run is not None:
        gap = replace(
            gap,
            ran=min(seconds, run.seconds(event.elapsed) - run.ran),
            directions=min(seconds, run.direction_seconds(event.elapsed) - run.directions),
            lead=state.lead_of(run),
        )
    return replace(state, gaps=(*state.gaps, gap))


def _decide_gap(state: SessionState, body: b.GapDecided, event: Event) -> SessionState:
    gaps = tuple(
        replace(gap, counts=body.counts) if gap.seq == body.gap else gap for gap in state.gaps
    )
    return replace(state, gaps=gaps)


def _take_over(state: SessionState, body: b.TakenOver, event: Event) -> SessionState:
    return replace(state, anchor=body.anchor, anchor_elapsed=event.elapsed)


def _with_run(state: SessionState, part: str, **changes: Any) -> SessionState:
    runs = tuple(replace(r, **changes) if r.part.id == part else r for r in state.runs)
    return replace(state, runs=runs)


def _part_id(state: SessionState) -> str:
    return state.now.part.id if state.now is not None else ""


_FOLDERS: dict[type[b.Body], Callable[[SessionState, Any, Event], SessionState]] = {
    b.SessionStarted: _start_session,
    b.HostNotes: _host_notes,
    b.SessionEnded: _end_session,
    b.AttendanceTaken: _attend,
    b.NormsAgreed: _agree_norms,
    b.NormAdded: _add_norm,
    b.NormInvoked: _invoke_norm,
    b.StepShown: _show,
    b.StepStarted: _start,
    b.StepFinished: _finish,
    b.StepSkipped: _skip,
    b.StepReopened: _reopen,
    b.Paused: _pause,
    b.Resumed: _resume,
    b.MinutesChanged: _change_minutes,
    b.LeadChanged: _change_lead,
    b.WaitOpened: _open_wait,
    b.WaitClosed: _end_wait,
    b.Marked: _keep_note(NoteKind.MARK),
    b.Captured: _keep_note(NoteKind.CAPTURE),
    b.CaptureReleased: _release,
    b.Parked: _keep_note(NoteKind.PARKED),
    b.VoiceHeard: _hear_voice,
    b.RecoveryApplied: _recover,
    b.GapNoticed: _notice_gap,
    b.GapDecided: _decide_gap,
    b.TakenOver: _take_over,
}
