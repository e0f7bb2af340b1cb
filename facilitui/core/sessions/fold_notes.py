"""Folding what people do: being there, norms, waits, marks and captures; and gaps."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from typing import Any

from facilitui.core import bodies as b
from facilitui.core.sessions.events import Event
from facilitui.core.sessions.fold_parts import close_wait, led_by, part_id
from facilitui.core.sessions.session import Gap, NormCheck, Note, NoteKind, SessionState, Wait


def _attend(state: SessionState, body: b.AttendanceTaken, event: Event) -> SessionState:
    return replace(state, attendance=max(0, body.count), counted=not body.expected)


def _agree_norms(state: SessionState, body: b.NormsAgreed, event: Event) -> SessionState:
    return replace(state, norms=body.norms, own_norms=frozenset(body.own), watched=body.watch)


def _add_norm(state: SessionState, body: b.NormAdded, event: Event) -> SessionState:
    added = body.norm
    if added is None:
        return state
    others = tuple(norm for norm in state.norms if norm.id != added.id)
    own = state.own_norms | {added.id}
    return replace(state, norms=(*others, added), own_norms=own)


def _watch_norm(state: SessionState, body: b.NormWatched, event: Event) -> SessionState:
    return replace(state, watched=body.norm)


def _check_norm(state: SessionState, body: b.NormChecked, event: Event) -> SessionState:
    check = NormCheck(body.norm, body.moment, body.answer, event.elapsed)
    return replace(state, norm_checks=(*state.norm_checks, check))


def _dismiss_prompt(state: SessionState, body: b.PromptDismissed, event: Event) -> SessionState:
    return replace(state, dismissed=state.dismissed | {body.prompt})


def _invoke_norm(state: SessionState, body: b.NormInvoked, event: Event) -> SessionState:
    return replace(state, invoked=(*state.invoked, body.norm))


def _open_wait(state: SessionState, body: b.WaitOpened, event: Event) -> SessionState:
    state = close_wait(state, event.elapsed, dropped=True)
    wait = Wait(event.seq, part_id(state), event.elapsed, body.target_seconds, body.question)
    return replace(state, wait=wait)


def _end_wait(state: SessionState, body: b.WaitClosed, event: Event) -> SessionState:
    return close_wait(state, event.elapsed, dropped=body.dropped)


def _keep_note(kind: NoteKind) -> Callable[[SessionState, Any, Event], SessionState]:
    def keep(state: SessionState, body: Any, event: Event) -> SessionState:
        text = body.note if kind is NoteKind.MARK else body.text
        note = Note(event.seq, kind, event.elapsed, part_id(state), text)
        return replace(state, notes=(*state.notes, note))

    return keep


def _release(state: SessionState, body: b.CaptureReleased, event: Event) -> SessionState:
    notes = tuple(
        replace(note, released=not body.withdrawn) if note.seq == body.capture else note
        for note in state.notes
    )
    return replace(state, notes=notes)


def _hear_voice(state: SessionState, body: b.VoiceHeard, event: Event) -> SessionState:
    return replace(state, voices=(*state.voices, body.seat))


def _notice_gap(state: SessionState, body: b.GapNoticed, event: Event) -> SessionState:
    """Keep a gap, and drop the wait it lies in: nobody could have ended that by hand."""
    run, seconds = state.now, max(0.0, body.seconds)
    gap = Gap(event.seq, part_id(state), seconds, noticed=event.elapsed)
    if run is not None:
        gap = replace(
            gap,
            ran=min(seconds, run.seconds(event.elapsed) - run.ran),
            directions=min(seconds, run.direction_seconds(event.elapsed) - run.directions),
            lead=led_by(state),
        )
    state = replace(state, gaps=(*state.gaps, gap))
    return close_wait(state, event.elapsed, dropped=True)


def _decide_gap(state: SessionState, body: b.GapDecided, event: Event) -> SessionState:
    gaps = tuple(
        replace(gap, counts=body.counts) if gap.seq == body.gap else gap for gap in state.gaps
    )
    return replace(state, gaps=gaps)


FOLDERS: dict[type[b.Body], Callable[[SessionState, Any, Event], SessionState]] = {
    b.AttendanceTaken: _attend,
    b.NormsAgreed: _agree_norms,
    b.NormAdded: _add_norm,
    b.NormWatched: _watch_norm,
    b.NormChecked: _check_norm,
    b.PromptDismissed: _dismiss_prompt,
    b.NormInvoked: _invoke_norm,
    b.WaitOpened: _open_wait,
    b.WaitClosed: _end_wait,
    b.Marked: _keep_note(NoteKind.MARK),
    b.Captured: _keep_note(NoteKind.CAPTURE),
    b.CaptureReleased: _release,
    b.Parked: _keep_note(NoteKind.PARKED),
    b.VoiceHeard: _hear_voice,
    b.GapNoticed: _notice_gap,
    b.GapDecided: _decide_gap,
}
