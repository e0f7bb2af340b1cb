"""What the host's keys do about people: the norm to watch, voices, prompts, quotes."""

from __future__ import annotations

from facilitui.core import bodies as b
from facilitui.core.library.norms import NormAnswer, NormMoment
from facilitui.core.sessions.moves import Decide, Move, while_running
from facilitui.core.sessions.session import NoteKind, SessionState


def watch_norm(norm: str) -> Decide:
    """Name the norm to watch from now on."""

    def decide(state: SessionState) -> Move:
        known = any(each.id == norm for each in state.norms)
        if not known or norm == state.watched:
            return ()
        return while_running(state, b.NormWatched(norm=norm))

    return decide


def check_norm(moment: NormMoment, answer: NormAnswer) -> Decide:
    """Say how the group is doing with the norm to watch; each moment is told of once."""

    def decide(state: SessionState) -> Move:
        if not state.watched or moment in {check.moment for check in state.norm_checks}:
            return ()
        body = b.NormChecked(norm=state.watched, moment=moment, answer=answer)
        return while_running(state, body)

    return decide


def hear(seat: int) -> Decide:
    """Count that somebody spoke, by seat."""
    return lambda state: while_running(state, b.VoiceHeard(seat=seat))


def dismiss_prompt(prompt: str) -> Decide:
    """Show a prompt no more in this session."""

    def decide(state: SessionState) -> Move:
        if prompt in state.dismissed:
            return ()
        return while_running(state, b.PromptDismissed(prompt=prompt))

    return decide


def release(capture: int, *, withdrawn: bool = False) -> Decide:
    """Let a capture be quoted, with consent, or no longer; also after the end."""

    def decide(state: SessionState) -> Move:
        found = (note for note in state.notes_of(NoteKind.CAPTURE) if note.seq == capture)
        if not any(note.released is withdrawn for note in found):
            return ()
        return (b.CaptureReleased(capture=capture, withdrawn=withdrawn),)

    return decide
