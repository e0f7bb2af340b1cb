"""The moments of a session that lie behind what a debrief asks, and what was typed at them."""

from __future__ import annotations

from datetime import UTC, datetime, tzinfo

from facilitui.core.debriefs.debrief import Debrief
from facilitui.core.debriefs.debrief_answers import MARK
from facilitui.core.sessions.clock import moment_at
from facilitui.core.sessions.facts import SessionFacts
from facilitui.core.sessions.session import Note, NoteKind
from facilitui.core.told import clock, in_quotes, length


def moment_asked(debrief: Debrief, facts: SessionFacts, question: str) -> float | None:
    """Seconds into the session at which what a question is about can be looked at, if anywhere."""
    kind, _, which = question.partition(":")
    if kind == MARK:
        found = (note.elapsed for note in facts.notes if str(note.seq) == which)
        return next(found, None)
    return next((each.moment for each in debrief.prompts if each.id == question), None)


def to_pull(facts: SessionFacts) -> tuple[Note, ...]:
    """The captures and the parked lines that can be pulled into an answer, in order."""
    kinds = {NoteKind.CAPTURE, NoteKind.PARKED}
    return tuple(note for note in facts.notes if note.kind in kinds and note.text.strip())


def is_private(note: Note) -> bool:
    """Whether no report tells it, as it is a capture that nobody released."""
    return note.kind is NoteKind.CAPTURE and not note.released


def pulled(note: Note, began_at: datetime | None, zone: tzinfo) -> str:
    """A line as it stands in an answer: in quotation marks, with its time."""
    when = time_of(note.elapsed, began_at, zone)
    return f"{in_quotes(note.text)}{f' ({when})' if when else ''}"


def time_of(elapsed: float, began_at: datetime | None, zone: tzinfo) -> str:
    """The time of day of a moment; empty for a session that never began."""
    return "" if began_at is None else clock(moment_at(began_at, elapsed).astimezone(zone))


def at_told(elapsed: float, began: datetime | None) -> str:
    """The time of day of a moment where the session began; without that, how far into it it is."""
    if began is None:
        return f"{length(elapsed)} after the beginning"
    return f"at {time_of(elapsed, began, began.tzinfo or UTC)}"
