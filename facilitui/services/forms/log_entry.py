"""The form of whatever is logged under a requirement of a pathway.

It asks for the requirement's own fields, and beside them for a day, what it is for and rests on, a
session, a note, a link and a file: each where that kind of requirement has it.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from datetime import date, time

from facilitui.core.pathways.log_entry import LogEntry
from facilitui.core.pathways.requirements import (
    CheckIns,
    ChecklistOf,
    CredentialOf,
    Deadline,
    EvidenceOf,
    Writing,
)
from facilitui.core.pathways.standings.entries import EntryLack, Logging
from facilitui.core.pathways.standings.scope import Scope
from facilitui.core.pathways.standings.slots import Slots, slots_of
from facilitui.core.safe_text import line
from facilitui.services.forms import log_slot as at
from facilitui.services.forms import log_told as told
from facilitui.services.forms import log_values as own
from facilitui.services.forms import moments
from facilitui.services.forms import reading as r
from facilitui.services.forms.day_hints import how_past_day, read_as
from facilitui.services.forms.doubt import Doubt
from facilitui.services.forms.form import POINT, Following, Form, FormField, Kind, Values, read_all
from facilitui.services.forms.log_scales import refuse_both
from facilitui.services.forms.looked_file import LINK, file_field, file_said, link_field
from facilitui.services.forms.reason import reason_field

ON, AT, PLANNED, NOTE = "on", "at", "planned", "note"
HELD = (("", "held"), ("yes", "still to come"))


def log_entry_form(
    said: LogEntry, asked: Logging | None, scope: Scope, *, revised: bool, moves: bool
) -> Form[LogEntry]:
    """What something logged has to tell; `asked` is None where the pathway asks for it no more.

    `moves` where somebody may still say what it is for.
    """
    where = tuple(_where(said, asked, scope, moves=moves))
    answers = (*_written(said, asked), *own.own_fields(said, asked, scope.today))
    when = tuple(_when(said, asked, scope.today))
    is_first = bool(answers) and not isinstance(asked, Writing)
    beside = tuple(_beside(said, asked, scope))
    is_settled = revised and (not moves or at.is_placed(_slots(asked, scope), said.slot))
    asks_where = any(each.shape is not Kind.TOLD for each in where)
    is_known = is_first and said.on is not None and (is_settled or not asks_where)
    needs_reason = asked is None or not told.log_lacks(said, asked, scope)
    fields = (
        *(() if is_settled else where),
        *(when if is_first else ()),
        *answers,
        *_headed("Beside it" if answers else "", beside if is_first else (*when, *beside)),
        *(_headed("What it is for", where) if is_settled else ()),
        *own.gone_fields(said, asked),
        *reason_field(revised=revised and _wants_reason(said, asked), needed=needs_reason),
    )
    shown = said

    def change(said: LogEntry, values: Values) -> LogEntry:
        refuse_both(asked, {field.key: field.value for field in fields} | dict(values))
        return state_of(said, values)

    def state_of(said: LogEntry, values: Values) -> LogEntry:
        return said.model_copy(update=_updates(said, shown, asked, scope, fields, values))

    def lacks(state: LogEntry) -> Sequence[EntryLack]:
        """What it lacks to count, in the order of the form."""
        places = {field.key: place for place, field in enumerate(fields)}
        lacking = told.log_lacks(state, asked, scope)
        return sorted(lacking, key=lambda e: places.get(_field_of(e, asked), len(fields)))

    def follow(values: Values) -> Mapping[str, Following]:
        state = state_of(said, _readable(fields, values))
        day = told.typed_day_told(state, asked, scope)
        below = read_as(values.get(ON, ""), state.on, scope.today)
        below += told.before_told(state, asked, scope)
        return {
            at.UPON: Following(choices=at.basis_choices(state, asked, scope)),
            PLANNED: Following(below=told.planned_told(state, values.get(PLANNED, ""))),
            NOTE: Following(below=told.words_told(state, asked, scope.pathway)),
            **({ON: Following(day, below=below)} if day else {}),
            "": told.whole_told(state, asked, lacks(state)),
        }

    def doubt(values: Values) -> Doubt | None:
        lacking = lacks(state_of(said, _readable(fields, values)))
        keys = tuple(key for each in lacking if (key := _field_of(each, asked)))
        said_of = (told.not_counted_told(lacking), next(iter(keys), ""), keys)
        return Doubt(*said_of) if lacking else None

    prompts = (f"{POINT}{line(each)}" for each in at.prompts(said, asked, scope))
    title, text = _title(said, asked, scope, moves=moves), line(asked.text if asked else said.text)
    lead = "\n".join((*([text] if text != title else []), *prompts))
    return Form(
        title,
        fields,
        change,
        follow,
        needs_reason=needs_reason,
        doubt=doubt,
        begins=answers[0].key if is_known else "",
        subject="the entry",
        lead=lead,
    )


def _wants_reason(said: LogEntry, asked: Logging | None) -> bool:
    """Whether a change is told with one: a document is written bit by bit, what was planned is
    held."""
    return not (isinstance(asked, Writing | ChecklistOf) or said.planned)


def _field_of(lack: EntryLack, asked: Logging | None) -> str:
    """The first field that what is lacking is written into; empty where that is none."""
    if lack.field:
        return f"{own.OWN}{lack.field}"
    if lack.is_day:
        return ON
    if lack.is_held:
        return NOTE if isinstance(asked, Writing) or _is_words(asked) else LINK
    return {told.NO_SLOT: at.SLOT, told.NO_BASIS: at.UPON}.get(lack, "")


def _headed(section: str, fields: Sequence[FormField]) -> Iterator[FormField]:
    """Fields under a heading of their own."""
    yield from (replace(each, section=section) for each in fields[:1])
    yield from fields[1:]


def _slots(asked: Logging | None, scope: Scope, *, part_first: bool = False) -> Slots | None:
    return slots_of(asked, scope, part_first=part_first) if asked is not None else None


def _where(
    said: LogEntry, asked: Logging | None, scope: Scope, *, moves: bool
) -> Iterator[FormField]:
    slots = _slots(asked, scope, part_first=True)
    if slots is not None and moves:
        yield at.slot_field(slots, said.slot)
    yield from at.basis_field(said, asked, scope, moves=moves)


def _written(said: LogEntry, asked: Logging | None) -> Iterator[FormField]:
    """What is asked for in words alone, which comes before all else: text, or what is shown."""
    if isinstance(asked, Writing):
        yield FormField(NOTE, "Text", said.note, "what you write", kind=Kind.TEXT, read=r.text)
    elif _is_words(asked):
        hint = "what it shows, in words"
        yield FormField(NOTE, "Note", said.note, hint, kind=Kind.TEXT, read=r.text)


def _is_words(asked: Logging | None) -> bool:
    """Whether evidence is asked for that has no questions of its own."""
    return isinstance(asked, EvidenceOf) and not own.asks_of(asked)


def _when(said: LogEntry, asked: Logging | None, today: date) -> Iterator[FormField]:
    may_come = isinstance(asked, CheckIns)

    def read(typed: str) -> object:
        if may_come or typed == _iso(said.on):
            return own.any_day(typed, today, "the day")
        return moments.past_day(typed, today, "the day", nearer=True)

    hint = moments.HOW_DAY if may_come else how_past_day(today)
    day = FormField(ON, "Day", _iso(said.on), hint, read=read)
    yield replace(day, required=True)  # what cannot be read is not left out: it may be what counts
    if may_come or said.at is not None:
        at_time = f"{said.at:%H:%M}" if said.at is not None else ""
        yield FormField(AT, "Time", at_time, "15:45; it may stay empty", read=_time)
    if may_come or said.planned:
        planned = "yes" if said.planned else ""
        yield FormField(PLANNED, "It is", planned, "held, or still to come", HELD, read=r.yes)


def _beside(said: LogEntry, asked: Logging | None, scope: Scope) -> Iterator[FormField]:
    """The session, a note, a link and a file, each where it can be asked for or is there."""
    if not isinstance(asked, CredentialOf | Writing | Deadline | ChecklistOf) or said.session:
        yield from at.session_field(said, scope)
    if not (isinstance(asked, Writing) or _is_words(asked)):
        hint = "anything else to remember; optional"
        yield FormField(NOTE, "Note", said.note, hint, kind=Kind.TEXT, read=r.text)
    if not isinstance(asked, ChecklistOf) or said.link or said.file_hash:
        yield link_field(said.link)
        yield file_field(said.file_name, said.file_hash)


def _updates(
    said: LogEntry,
    shown: LogEntry,
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
    new |= own.values_said(said, shown, asked, read)
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
    called = told.called(said, asked)
    if slot and isinstance(asked, CheckIns):
        return f"{called} of {slot}"
    return slot or called


def _time(typed: str) -> time | None:
    return moments.time_of_day(typed, "the time")


def _iso(day: date | None) -> str:
    return day.isoformat() if day else ""
