"""The fields that a pathway asks for by itself, as text, and what is typed into them."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping
from datetime import date

from facilitui.core.pathways.entry_first_words import begins_in
from facilitui.core.pathways.log_entry import LogEntry
from facilitui.core.pathways.requirements import LogField
from facilitui.core.pathways.standings.entries import Logging, fields_of
from facilitui.core.pathways.words import FieldType
from facilitui.core.reviews.question import digest
from facilitui.core.safe_text import line, quoted_typing
from facilitui.services.forms import log_scales as scales
from facilitui.services.forms import moments
from facilitui.services.forms import reading as r
from facilitui.services.forms.form import Choices, FormField, Kind
from facilitui.services.forms.links import read_link
from facilitui.services.forms.log_slot import NOT_TOLD

OWN, BEFORE = scales.ONE, "before-"
"""How the keys of such fields begin: those of the pathway now, and of one before."""
NO_FILE = "a path of a file is no link"
SHORT_ASK = 22
"""Questions of so many characters stand beside their fields; of longer ones each stands above."""
_ANSWER = "Answer"
_NUMBER = re.compile(r"[-+−]?\d{1,12}(?:[.,]\d{1,6})?", re.ASCII)
_HINTS = {
    FieldType.DATE: moments.HOW_DAY,
    FieldType.TIME: "15:45",
    FieldType.NUMBER: "a number, such as 3 or 1.5",
    FieldType.LINK: "a web address, from https:// on",
    FieldType.SCALE: "one of these, from one end to the other",
    FieldType.CHOICE: "one of these",
}


def own_fields(said: LogEntry, asked: Logging | None, today: date) -> Iterator[FormField]:
    """Those that the requirement asks for, with what was written into them."""
    fields = _fields(asked)
    beside = all(len(line(field.ask)) <= SHORT_ASK for field in fields)
    for field in fields:
        value = said.values.get(field.id, "")
        if field not in scales.scales_in(asked):
            yield _field(field, value, today, beside=beside)
            continue
        yield _field(field, scales.halves(value, field)[0], today, beside=beside)
        yield scales.meeting_field(field, value)


def gone_fields(said: LogEntry, asked: Logging | None) -> Iterator[FormField]:
    """Those that were filled in and that the requirement asks for no more."""
    known = {each.id for each in _fields(asked)}
    section = "Asked for before"
    for name, value in said.values.items():
        if name not in known and value:
            ask = line(said.asks.get(name, name))
            label = ask if len(ask) <= SHORT_ASK else _ANSWER
            hint = f"{ask}: it is asked for no more, and stays for as long as it stands here"
            yield FormField(
                f"{BEFORE}{digest(name)}",
                label,
                value,
                hint,
                kind=Kind.TEXT,
                section=section,
                read=r.text,
            )
            section = ""


def values_said(
    said: LogEntry, shown: LogEntry, asked: Logging | None, read: Mapping[str, object]
) -> dict[str, dict[str, str] | str]:
    """What an entry's own fields say, and asked, once some of them were read anew.

    What is asked only since it was written is among what was asked once it is answered. What was
    `shown` may be emptied elsewhere by now: what is typed into it is said all the same.
    """
    values = dict(said.values)
    for field in _fields(asked):
        if field in scales.scales_in(asked):
            values[field.id] = scales.scale_said(field, values.get(field.id, ""), read)
        elif (key := f"{OWN}{field.id}") in read:
            values[field.id] = str(read[key])
    for name in shown.values:
        if (key := f"{BEFORE}{digest(name)}") in read:
            values[name] = str(read[key])
    values = {name: text for name, text in values.items() if text}
    known = said.asks.keys() | values.keys()
    now = {name: ask for name, ask in asks_of(asked).items() if name in known}
    first = begins_in(values, asked) if asked is not None else said.begins_in
    before = {name: ask for name, ask in shown.asks.items() if name in values}
    return {"values": values, "asks": {**before, **said.asks, **now}, "begins_in": first}


def asks_of(asked: Logging | None) -> dict[str, str]:
    """What these fields ask, by their ids, whether or not anything is written into them."""
    return {field.id: field.ask for field in _fields(asked)}


def _fields(asked: Logging | None) -> tuple[LogField, ...]:
    return fields_of(asked) if asked is not None else ()


def any_day(typed: str, today: date, what: str) -> date | None:
    """A day that has been or is to come, None where left empty. Raises ValueError."""
    is_past = typed.strip().lower() == "yesterday"
    return moments.past_day(typed, today, what) if is_past else moments.day(typed, today, what)


def _field(field: LogField, value: str, today: date, *, beside: bool) -> FormField:
    ask = line(field.ask)
    own = _HINTS.get(field.type, "")
    hint = "; ".join(filter(None, (own, "it may stay empty" if field.optional else "")))
    return FormField(
        f"{OWN}{field.id}",
        ask if beside else _ANSWER,
        value,
        hint,
        choices=_choices(field, value),
        kind=_KINDS.get(field.type),
        section="" if beside else ask,
        read=_reader(field, value, today),
        name=ask.lower() if beside else "an answer",
    )


_KINDS = {FieldType.TEXT: Kind.TEXT, FieldType.TICK: Kind.YES}


def _choices(field: LogField, value: str) -> Choices:
    """What there is to choose from, and what was chosen though it is none of that any more."""
    if field.type not in (FieldType.CHOICE, FieldType.SCALE):
        return ()
    gone = ((value, f"{line(value)} (before)"),) if value and value not in field.choices else ()
    return (("", NOT_TOLD), *((each, line(each)) for each in field.choices), *gone)


def _reader(field: LogField, saved: str, today: date) -> Callable[[str], str]:
    """What a text means as it is kept; what was saved once stays as it is."""
    what = "the answer"

    def read(typed: str) -> str:
        if typed == saved:
            return typed
        match field.type:
            case FieldType.TEXT:
                return r.text(typed)
            case FieldType.TICK:
                return "yes" if r.yes(typed) else ""
            case FieldType.DATE:
                day = any_day(typed, today, "the day")
                return day.isoformat() if day else ""
            case FieldType.TIME:
                at = moments.time_of_day(typed, "a time")
                return f"{at:%H:%M}" if at else ""
            case FieldType.NUMBER:
                return _number(typed)
            case FieldType.LINK:
                return read_link(r.line(typed, "the link"), NO_FILE)
            case FieldType.CHOICE | FieldType.SCALE if typed and typed not in field.choices:
                raise ValueError(f"{quoted_typing(typed)} is none of these any more: choose one")
            case _:
                return r.line(typed, what)

    return read


def _number(typed: str) -> str:
    """A number as it is kept: 1.5; empty where left empty. Raises ValueError."""
    text = typed.strip()
    if text and _NUMBER.fullmatch(text) is None:
        raise ValueError(f"{quoted_typing(text)} is no number; write 3 or 1.5")
    return text.replace(",", ".").replace("−", "-").removeprefix("+")
