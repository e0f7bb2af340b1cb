"""Folding what happens to parts and their clocks."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from typing import Any

from facilitui.core import bodies as b
from facilitui.core.sessions.events import Event
from facilitui.core.sessions.fold_parts import part_id, stand_still, with_run
from facilitui.core.sessions.session import Recovery, SessionState, Stage


def _show(state: SessionState, body: b.StepShown, event: Event) -> SessionState:
    return _open(state, body.part, event.elapsed, Stage.DIRECTIONS)


def _start(state: SessionState, body: b.StepStarted, event: Event) -> SessionState:
    return _open(state, body.part, event.elapsed, Stage.RUNNING)


def _reopen(state: SessionState, body: b.StepReopened, event: Event) -> SessionState:
    left = state.now
    state = _open(state, body.part, event.elapsed, Stage.RUNNING)
    if left is not None and state.now is not None and left.part.id != state.now.part.id:
        state = with_run(state, left.part.id, stage=Stage.AHEAD)
    return state


def _open(state: SessionState, part: str, elapsed: float, stage: Stage) -> SessionState:
    """Make a part the current one; whatever was current stands still where it was."""
    index = state.index_of(part)
    if index is None:
        return state
    state = stand_still(state, elapsed)
    if state.now is not None and state.current != index:
        state = with_run(state, state.now.part.id, stage=Stage.DONE)
    began = state.runs[index].began
    shown = stage is Stage.DIRECTIONS
    state = with_run(
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
        state = replace(stand_still(state, elapsed), current=None, paused=False)
    return with_run(state, part, stage=stage)


def _pause(state: SessionState, body: b.Paused, event: Event) -> SessionState:
    if state.now is None or state.now.stage is not Stage.RUNNING:
        return state
    return replace(stand_still(state, event.elapsed), paused=True)


def _resume(state: SessionState, body: b.Resumed, event: Event) -> SessionState:
    if state.now is not None and state.paused and state.now.stage is Stage.RUNNING:
        state = with_run(state, state.now.part.id, since=event.elapsed)
    return replace(state, paused=False)


def _change_minutes(state: SessionState, body: b.MinutesChanged, event: Event) -> SessionState:
    return with_run(state, body.part, minutes=max(0.0, body.minutes))


def _change_lead(state: SessionState, body: b.LeadChanged, event: Event) -> SessionState:
    run = state.now
    if run is not None and run.since is not None and run.part.block == body.block:
        state = stand_still(state, event.elapsed)
        state = with_run(state, run.part.id, since=event.elapsed)
    return replace(state, leads={**state.leads, body.block: body.lead})


def _recover(state: SessionState, body: b.RecoveryApplied, event: Event) -> SessionState:
    recovery = Recovery(event.seq, event.elapsed, part_id(state), body)
    state = replace(state, recoveries=(*state.recoveries, recovery))
    return recovered(state, body)


def recovered(state: SessionState, body: b.RecoveryApplied) -> SessionState:
    """The state with a recovery in it: only parts still ahead change."""
    future = {run.part.id for run in state.runs if run.stage is Stage.AHEAD}
    for part, minutes in body.minutes.items():
        if part in future:
            state = with_run(state, part, minutes=max(0.0, minutes))
    for part in future.intersection(body.skipped):
        state = with_run(state, part, stage=Stage.SKIPPED)
    return replace(state, planned_end=body.planned_end or state.planned_end)


FOLDERS: dict[type[b.Body], Callable[[SessionState, Any, Event], SessionState]] = {
    b.StepShown: _show,
    b.StepStarted: _start,
    b.StepFinished: _finish,
    b.StepSkipped: _skip,
    b.StepReopened: _reopen,
    b.Paused: _pause,
    b.Resumed: _resume,
    b.MinutesChanged: _change_minutes,
    b.LeadChanged: _change_lead,
    b.RecoveryApplied: _recover,
}
