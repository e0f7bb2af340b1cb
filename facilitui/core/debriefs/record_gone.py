"""A session whose record is gone: what its debrief alone still tells of it."""

from __future__ import annotations

from facilitui.core.bodies import SessionStarted
from facilitui.core.debriefs.debrief import Debrief
from facilitui.core.plans.plan import Goal
from facilitui.core.sessions.events import Head
from facilitui.core.sessions.session import Note, NoteKind, SessionState
from facilitui.core.vocabulary import Mode

RECORD_GONE = "The session's record is gone; what the journal has of it is here."
NO_SORTING = "The session's record is gone: what was sorted stays as it is."
NO_REPLAY = "The session's record is gone: no moment of it can be looked at."


def state_kept(debrief: Debrief) -> SessionState:
    """What is left of a session: its name, the goals that were judged, marks told, and quotes.

    Nothing that ran is made up: it has no beginning, no parts and no times.
    """
    goals = tuple(  # as the entry has them, which a plan might not
        Goal.model_construct(id=each.goal, text=each.text) for each in debrief.judgements
    )
    started = SessionStarted(
        session=debrief.session,
        plan=debrief.plan,
        title=debrief.title,
        zone=debrief.zone,
        mode=debrief.mode or Mode.IN_PERSON,
        goals=goals,
    )
    marks = (Note(each.mark, NoteKind.MARK, 0, "") for each in debrief.marks)
    quotes = (
        Note(-place, NoteKind.CAPTURE, 0, "", text, released=True)
        for place, text in enumerate(debrief.quotes, 1)
    )
    head = Head(hash=debrief.log_head)
    return SessionState(head=head, started=started, notes=(*quotes, *marks))


def with_facts(typed: Debrief, saved: Debrief | None) -> Debrief:
    """What was typed, with the facts that were saved: nothing else has them any more."""
    if saved is None or typed.facts:
        return typed
    run = {"facts": saved.facts, "log_head": saved.log_head, "sensitive": saved.sensitive}
    return typed.model_copy(update=run)
