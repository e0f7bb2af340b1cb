"""What something that was logged lacks to count under its requirement, said by itself.

Where it stands among others, in which phase and upon what, is told by the other standings.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date

from facilitui.core.pathways.log_entry import LogEntry
from facilitui.core.pathways.pathway import Pathway
from facilitui.core.pathways.requirements import (
    Attestation,
    CheckIns,
    ChecklistOf,
    CredentialOf,
    Deadline,
    EvidenceOf,
    Log,
    LogField,
    Requirement,
    Writing,
)
from facilitui.core.pathways.words import FieldType
from facilitui.core.safe_text import quoted
from facilitui.core.told import day_of_month

Logging = (
    Log | EvidenceOf | CheckIns | Attestation | CredentialOf | Writing | Deadline | ChecklistOf
)
"""The kinds of requirements under which something is logged."""


WORDS = "a file, a link or words"


def fields_of(asked: Requirement) -> tuple[LogField, ...]:
    """What a requirement wants written down of its own."""
    return getattr(asked, "fields", ())


def is_to_come(asked: Requirement, said: LogEntry) -> bool:
    """Whether it is planned: only a check-in can be."""
    return said.planned and isinstance(asked, CheckIns)


def most_words(asked: Writing, said: LogEntry, pathway: Pathway) -> int | None:
    """How many words the part of a document that something was written for may have.

    None where the programme prints no limit, or it is for no part of it.
    """
    parts = pathway.document(asked.document).parts
    return next((each.words for each in parts if each.id == said.slot.part), None)


@dataclass(frozen=True, slots=True)
class EntryLack:
    """One thing that something logged lacks to count."""

    text: str
    """As the end of a sentence that begins with what it is and "lacks"."""
    brief: str
    """The same in two or three words."""
    ask: str = ""
    """The question to which there is no answer; empty where it is something else."""
    field: str = ""
    """The id of what asks it."""
    is_day: bool = False
    """Whether it is about the day."""
    is_held: bool = False
    """Whether it is what is held: a file, a link, or words in their place."""


def brief_of(lacks: Sequence[EntryLack]) -> str:
    """All that one entry lacks, in a few words: "lacks an answer", "lacks its day and more"."""
    first, *others = lacks
    if others and all(each.ask for each in lacks):
        return f"lacks {len(lacks)} answers"
    return f"lacks {first.brief}{' and more' if others else ''}"


def entry_lacks(asked: Requirement, said: LogEntry, today: date) -> tuple[EntryLack, ...]:
    """What it lacks by itself.

    `today` is the day it is here. It lacks no answer to what was not asked when it was written: a
    pathway that asks for more now takes nothing away. What is written of a document needs no day,
    and a check-in that is planned lacks nothing by being to come.
    """
    return tuple(_lacks(asked, said, today))


def _lacks(asked: Requirement, said: LogEntry, today: date) -> Iterator[EntryLack]:
    if said.on is None and not isinstance(asked, Writing):
        yield EntryLack("its day", "its day", is_day=True)
    if said.on is not None and said.on > today and not is_to_come(asked, said):
        text = f"a day that has been: {day_of_month(said.on)} is still to come"
        yield EntryLack(text, "a day that has been", is_day=True)
    unanswered = False
    for field in fields_of(asked):
        must = field.id in said.asks and not field.optional and field.type is not FieldType.TICK
        if must and not said.values.get(field.id, "").strip():
            unanswered = True  # whose answer is words as well: it lacks one thing, not two
            yield EntryLack(f"an answer to {quoted(field.ask)}", "an answer", field.ask, field.id)
    held = bool(said.file_hash or said.link.strip())
    words = said.note.strip() or any(value.strip() for value in said.values.values())
    match asked:
        case CredentialOf() if not held:
            yield EntryLack("its file or its link", "its file or link", is_held=True)
        case EvidenceOf() | Writing() if not (held or words or unanswered):
            yield EntryLack(WORDS, WORDS, is_held=True)
        case _:
            return
