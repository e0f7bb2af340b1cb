"""How many came to a session: told once, and the same wherever it stands."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace

from facilitui.core.debriefs.debrief import Debrief
from facilitui.core.debriefs.debrief_about import entry_id
from facilitui.core.journals.journal import Document, body_of, latest
from facilitui.core.sessions.facts import SessionFacts
from facilitui.core.sessions.session import SessionState


def attended(facts: SessionFacts, debrief: Debrief | None) -> SessionFacts:
    """The facts with how many came: as the debrief tells, else as the run counted or expected."""
    if debrief is None or debrief.attendance is None:
        return facts
    return replace(facts, attendance=debrief.attendance, counted=True)


def came_to(state: SessionState | None, told: int | None) -> int | None:
    """How many came: as its debrief told, else as the run counted; None where nobody did."""
    counted = state.attendance if state is not None and state.counted else None
    return counted if told is None else told


def attendance_told(documents: Iterable[Document], session: str) -> int | None:
    """How many came as the newest revision of a session's debrief tells, if it does."""
    own = latest(each for each in documents if each["id"] == entry_id(session))
    told = (body_of(each).get("attendance") for each in own.values())
    return next((each for each in told if type(each) is int and each >= 0), None)
