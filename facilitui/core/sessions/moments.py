"""The moments of a session that something said of it can be about."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from facilitui.core import bodies as b
from facilitui.core.debriefs.sorting import note_told
from facilitui.core.sessions.course import Course
from facilitui.core.sessions.events import Event
from facilitui.core.sessions.replay_words import said_of
from facilitui.core.sessions.session import Note, NoteKind, SessionState, Wait
from facilitui.core.told import capital, figure, in_quotes

_DEEDS = (
    *(b.NormInvoked, b.NormChecked, b.Paused, b.MinutesChanged),
    *(b.LeadChanged, b.StepSkipped, b.StepReopened, b.RecoveryApplied),
)
"""What the host did that shows how somebody facilitates, besides what the state remembers."""


@dataclass(frozen=True, slots=True)
class Moment:
    """One moment."""

    elapsed: float
    """Seconds since the session began."""
    told: str
    """What happened at it; what was typed then is private."""
    part: str = ""
    """The name of the part that ran; empty between parts, and where it is told already."""


def moments_of(events: Sequence[Event]) -> tuple[Moment, ...]:
    """What was begun, waited, kept and decided, in order; nothing that was taken back."""
    deeds = _Deeds()
    state = Course().along(events, deeds.tell).state
    found = (*_of_state(state), *deeds.found)
    return tuple(sorted(found, key=lambda moment: moment.elapsed))


def _of_state(state: SessionState) -> Iterator[Moment]:
    names = {run.part.id: run.part.title for run in state.runs}
    for run in state.runs:
        if run.began is not None:
            yield Moment(run.began, f"Begins: {run.part.title}")
    for wait in state.waits:
        yield Moment(wait.began, _wait(wait), names.get(wait.part, ""))
    for note in state.notes:
        yield Moment(note.elapsed, _note(note), names.get(note.part, ""))


def _wait(wait: Wait) -> str:
    """How long it was against its target; of one that was interrupted no length is known."""
    target = f", target {figure(wait.target_seconds)} s" if wait.target_seconds else ""
    return "Wait, interrupted" if wait.dropped else f"Wait of {wait.lasted} s{target}"


def _note(note: Note) -> str:
    """A line that was captured in quotation marks; all else in words."""
    return in_quotes(note.text) if note.kind is NoteKind.CAPTURE else capital(note_told(note))


class _Deeds:
    """What the host did, told event by event; minutes given one after another are one deed."""

    def __init__(self) -> None:
        self.found: list[Moment] = []
        self._before = SessionState()
        self._giving = ""
        """The part that the last deed gave or took minutes; empty where it was another."""

    def tell(self, event: Event, after: SessionState, gone: bool) -> None:
        """The next event, the state after it, and whether it was taken back."""
        body, before = event.body, self._before
        self._before = after
        if gone or not isinstance(body, _DEEDS) or _says_nothing(body):
            return
        giving = body.part if isinstance(body, b.MinutesChanged) else ""
        if giving and giving == self._giving:
            self.found.pop()
        self._giving = giving
        part = after.now.part.title if after.now is not None else ""
        self.found.append(Moment(event.elapsed, said_of((event,), before, after).words, part))


def _says_nothing(body: object) -> bool:
    """Whether it is a question that the group did not answer."""
    return isinstance(body, b.NormChecked) and body.answer is None
