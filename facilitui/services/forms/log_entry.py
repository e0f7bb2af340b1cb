"""The form of whatever is logged under a requirement of a pathway.

It asks for the requirement's own fields, and beside them for a day, what it is for and rests on, a
session, a note, a link and a file: each where that kind of requirement has it.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from datetime import date

from facilitui.core.pathways.log_entry import LogEntry
from facilitui.core.pathways.requirements import (
    CheckIns,
    ChecklistOf,
    CredentialOf,
    Deadline,
    EvidenceOf,
    Writing,
)
from facilitui.core.pathways.standings.entries import Logging
from facilitui.core.pathways.standings.scope import Scope
from facilitui.core.pathways.standings.slots import slots_of
from facilitui.core.safe_text import line
from facilitui.services.entry_form import reason_field
from facilitui.services.forms import log_slot as at
from facilitui.services.forms import log_told as told
from facilitui.services.forms import log_values as own
from facilitui.services.forms import moments
from facilitui.services.forms import reading as r
from facilitui.services.forms.form import Following, Form, FormField, Kind, Values, read_all
from facilitui.services.forms.looked_file import file_field, file_said, link_field

ON, PLANNED, NOTE = "on", "planned", "note"
HELD = (("", "held"), ("yes", "still to come"))
DAY_HINT = "25 Nov, yesterday or 2026-11-25"


def log_entry_form(
    said: LogEntry, asked: Logging | None, scope: Scope, *, revised: bool, moves: bool
) -> Form[LogEntry]:
    """What something logged has to tell; `asked` is None where the pathway asks for it no more.

    `moves` where somebody may still say what it is for.
    """
    fields = (
        *_where(said, asked, scope, moves=moves),
        *_written(said, asked),
        *own.own_fields(said, asked, scope.today),
        *_when(said, asked, scope.today),
        *_beside(said, asked, scope),
        *own.gone_fields(said, asked),
        *reason_field(revised=revised and _wants_reason(said, asked)),
    )

    def change(said: LogEntry, values: Values) -> LogEntry:
        return said.model_copy(update=_updates(said, asked, scope, fields, values))

    def follow(values: Values) -> Mapping[str, Following]:
        state = change(said, _readable(fields, values))
        lacking = told.log_lacks(state, asked, scope)
        day = told.day_told(state, asked, scope.today)
        return {
            at.UPON: Following(choices=at.basis_choices(state, asked, scope)),
            NOTE: Following(below=told.words_told(state, asked, scope.pathway)),
            **({ON: Following(day)} if day else {}),
            "": Following(told.whole_told(state, asked, lacking)),
        }

    lead = line(asked.text if asked else said.text)
    title = _title(said, asked, scope, moves=moves)
    return Form(title, fields, change, follow, subject="the entry", lead=lead)


def _wants_reason(said: LogEntry, asked: Logging | None) -> bool:
    """Whether a change needs one: a document is written bit by bit, what was planned is held."""
    return not (isinstance(asked, Writing | ChecklistOf) or said.planned)


def _where(
    said: LogEntry, asked: Logging | None, scope: Scope, *, moves: bool
) -> Iterator[FormField]:
    slots = slots_of(asked, scope) if asked is not None else None
    if slots is not None and moves:
        yield at.slot_field(slots, said.slot)
    yield from at.basis_field(said, asked, scope, moves=moves)


def _written(said: LogEntry, asked: Logging | None) -> Iterator[FormField]:
    """What is written of a document's part, which comes before all else."""
    if isinstance(asked, Writing):
        yield FormField(NOTE, "Text", said.note, "what you write", kind=Kind.TEXT, read=r.text)


def _when(said: LogEntry, asked: Logging | None, today: date) -> Iterator[FormField]:
    may_come = isinstance(asked, CheckIns)

    def read(typed: str) -> object:
        if may_come or typed == _iso(said.on):
            return own.any_day(typed, today, "the day")
        return moments.past_day(typed, today, "the day")

    section = "Beside it" if own.asks_of(asked) else ""
    yield FormField(ON, "Day", _iso(said.on), DAY_HINT, section=section, read=read)
    if may_come or said.planned:
        planned = "yes" if said.planned else ""
        yield FormField(PLANNED, "It is", planned, "held, or still to come", HELD, read=r.yes)


def _beside(said: LogEntry, asked: Logging | None, scope: Scope) -> Iterator[FormField]:
    """The session, a note, a link and a file, each where it can be asked for or is there."""
    if not isinstance(asked, CredentialOf | Writing | Deadline | ChecklistOf) or said.session:
        yield from at.session_field(said, scope)
    if not isinstance(asked, Writing):
        is_words = isinstance(asked, EvidenceOf) and not own.asks_of(asked)
        hint = "what it shows, in words" if is_words else "anything else to remember; optional"
        yield FormField(NOTE, "Note", said.note, hint, kind=Kind.TEXT, read=r.text)
    if not isinstance(asked, ChecklistOf) or said.link or said.file_hash:
        yield link_field(said.link)
        yield file_field(said.file_name, said.file_hash)


def _updates(
    said: LogEntry,
    asked: Logging | None,
    scope: Scope,
    fields: Sequence[FormField],
    values: Values,
) -> dict[str, object]:
    """What the values mean for the entry. Raises ValueError."""
    read = file_said(read_all(fields, values))
    if not read:
        return {}
    new = {key: value for key, value in read.items() if key in LogEntry.model_fields}
    new |= own.values_said(said, asked, read)
    if isinstance(basis := read.get(at.UPON), tuple):
        new["upon"], new["upon_revision"] = basis
    day = new.get(ON)
    if isinstance(asked, CheckIns) and PLANNED not in new and isinstance(day, date):
        new[PLANNED] = said.planned or day > scope.today
    return new


def _readable(fields: Sequence[FormField], values: Values) -> dict[str, str]:
    """The values that were changed and can be read by themselves."""
    typed = {field: values.get(field.key, field.value) for field in fields}
    changed = {field: value for field, value in typed.items() if value != field.value}
    return {field.key: value for field, value in changed.items() if not _is_wrong(field, value)}


def _is_wrong(field: FormField, value: str) -> bool:
    try:
        if field.read is not None:
            field.read(value)
    except ValueError:
        return True
    return False


def _title(said: LogEntry, asked: Logging | None, scope: Scope, *, moves: bool) -> str:
    """For which slot it is, where that is settled; else what such an entry is called."""
    slot = "" if moves else at.slot_called(asked, said.slot, scope)
    return slot or told.CALLED.get(asked.kind if asked else "", told.SOMETHING)


def _iso(day: date | None) -> str:
    return day.isoformat() if day else ""
