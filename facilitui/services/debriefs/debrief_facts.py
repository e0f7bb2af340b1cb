"""What the journal has of a session beside its debrief, and what is asked in sight of it."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import Any, TypeVar

from pydantic import ValidationError

from facilitui.core.base import Record
from facilitui.core.debriefs.debrief import KIND as DEBRIEF
from facilitui.core.debriefs.debrief import Answer, Debrief
from facilitui.core.debriefs.evidence_there import lacking
from facilitui.core.debriefs.prompts import asked_by_now
from facilitui.core.journals.attachment import KIND as ATTACHMENT
from facilitui.core.journals.attachment import Attachment
from facilitui.core.journals.journal import Document, body_of
from facilitui.core.journals.of_session import may_tell_of
from facilitui.core.responses.feedback import KIND as FEEDBACK
from facilitui.core.responses.feedback import Feedback
from facilitui.core.responses.feedback_together import together
from facilitui.core.sessions.attended import attendance_told
from facilitui.core.sessions.facts import SessionFacts

R = TypeVar("R", Attachment, Feedback)


@dataclass(frozen=True, slots=True)
class Beside:
    """What the journal has of a session beside its debrief.

    What cannot be read counts for nothing here: the page that shows it tells so.
    """

    attached: tuple[Attachment, ...] = ()
    """The files that were attached to the session."""
    heard: tuple[Feedback, ...] = ()
    """What participants said about it, all that came in as one picture."""
    lenses: tuple[str, ...] = ()
    """The other people who debriefed the session."""


@dataclass(frozen=True, slots=True)
class Written:
    """Which debrief of a session is in the journal."""

    door: bool
    at: datetime | None
    """When it was saved; None where that is no moment of any calendar."""


def asked_of(
    debrief: Debrief, facts: SessionFacts, criterion: str, beside: Beside
) -> tuple[Answer, ...]:
    """What the run asks by now; what was answered of it stays."""
    missing = lacking(facts, debrief, beside.attached, beside.heard)
    named = tuple(each.with_goals for each in missing)
    return asked_by_now(debrief.prompts, facts, criterion, named)


def beside_in(documents: Iterable[Document], session: str) -> Beside:
    """What there is of a session, by the newest revisions of the journal's entries."""
    kinds, newest = (ATTACHMENT, FEEDBACK, DEBRIEF), tuple(documents)
    found = may_tell_of((each for each in newest if each.get("kind") in kinds), session)
    bodies = [(each["kind"], body_of(each)) for each in found]
    own = [(kind, body) for kind, body in bodies if body.get("session") == session]
    files = (_read(Attachment, body) for kind, body in own if kind == ATTACHMENT)
    heard = (_read(Feedback, body) for kind, body in own if kind == FEEDBACK)
    lenses = {body.get("lens") for kind, body in own if kind == DEBRIEF}
    return Beside(
        attached=tuple(filter(None, files)),
        heard=together(tuple(filter(None, heard)), attendance_told(newest, session)),
        lenses=tuple(sorted(name for name in lenses if name and isinstance(name, str))),
    )


def heard_with(record: Record | None, documents: Iterable[Document]) -> tuple[Feedback, ...]:
    """The picture that answers are a part of; none where they are all of it, or taken out."""
    if not isinstance(record, Feedback) or record.withdrawn:
        return ()
    pictures = beside_in(documents, record.session).heard
    whole = sum(len(each.responses) for each in pictures)
    return pictures if whole > len(record.responses) else ()


def _read(model: type[R], body: Mapping[str, Any]) -> R | None:
    try:
        return model.model_validate(body)
    except ValidationError:
        return None
