"""The facts that go into the journal with a debrief, and what lies there beside it."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import Any, TypeVar

from pydantic import ValidationError

from facilitui.core.attachment import KIND as ATTACHMENT
from facilitui.core.attachment import Attachment
from facilitui.core.attended import attendance_told, attended
from facilitui.core.base import Record
from facilitui.core.debrief import Answer, Debrief, FactLine
from facilitui.core.evidence_there import unmet
from facilitui.core.facts import SessionFacts
from facilitui.core.feedback import KIND as FEEDBACK
from facilitui.core.feedback import Feedback
from facilitui.core.feedback_together import together
from facilitui.core.gaps import gaps_told
from facilitui.core.journal import Document, body_of
from facilitui.core.prompts import asked_by_now
from facilitui.core.session import NoteKind
from facilitui.core.sorting import sorted_counts
from facilitui.core.told import figure

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
    missing = unmet(facts, debrief, beside.attached, beside.heard)
    return asked_by_now(debrief.prompts, facts, criterion, missing)


def fact_lines(facts: SessionFacts, debrief: Debrief) -> tuple[FactLine, ...]:
    """The facts that go into the journal with a debrief, as they stood then."""
    facts = attended(facts, debrief)
    lines = [
        ("Minutes planned", figure(facts.planned)),
        ("Minutes run", f"{facts.ran:.0f}"),
        ("People", facts.people_told),
        ("Silent work, minutes", f"{facts.silent:.0f}"),
        ("Waits marked, by hand", f"{len(facts.waits)}"),
        ("Waits that reached their target", f"{facts.waits_reached}"),
        *_waits(facts),
        ("Norms called on", f"{len(facts.norms_invoked)}"),
        ("Voices heard", f"{facts.heard}" if facts.heard else "not counted"),
        ("Marks", f"{facts.count(NoteKind.MARK)}"),
        ("Captures", f"{facts.count(NoteKind.CAPTURE)}"),
        ("Parked", f"{facts.count(NoteKind.PARKED)}"),
    ]
    if facts.gaps:
        lines.append(("Without the program", gaps_told(facts.gaps)))
    led = [(f"Minutes led by {who or 'the host'}", f"{m:.0f}") for who, m in facts.led.items()]
    told = [(name, f"{count}") for name, count in sorted_counts(debrief, facts)]
    return tuple(FactLine(name=name, value=value) for name, value in (*lines, *told, *led))


def _waits(facts: SessionFacts) -> list[tuple[str, str]]:
    """What there is to say of several waits; nothing of none, which have no median."""
    middle, longest = facts.median_wait, facts.longest_wait
    if middle is None or longest is None:
        return []
    return [("Median wait, seconds", f"{middle}"), ("Longest wait, seconds", f"{longest.lasted}")]


def beside_in(documents: Iterable[Document], session: str) -> Beside:
    """What there is of a session, by the newest revisions of the journal's entries."""
    kinds, newest = (ATTACHMENT, FEEDBACK), tuple(documents)
    bodies = [(each["kind"], body_of(each)) for each in newest if each.get("kind") in kinds]
    own = [(kind, body) for kind, body in bodies if body.get("session") == session]
    files = (_read(Attachment, body) for kind, body in own if kind == ATTACHMENT)
    heard = (_read(Feedback, body) for kind, body in own if kind == FEEDBACK)
    came = attendance_told(newest, session)
    return Beside(tuple(filter(None, files)), together(tuple(filter(None, heard)), came))


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
