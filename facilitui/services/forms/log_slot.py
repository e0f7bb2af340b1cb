"""What something logged is for and rests on, as the choices of its form."""

from __future__ import annotations

from datetime import date

from facilitui.core.pathways.case import Logged
from facilitui.core.pathways.log_entry import LogEntry, Slot
from facilitui.core.pathways.requirements import Log, Writing
from facilitui.core.pathways.standings.entries import Logging
from facilitui.core.pathways.standings.scope import Scope
from facilitui.core.pathways.standings.slots import Slots, slots_of
from facilitui.core.pathways.words import Per
from facilitui.core.safe_text import line, quoted
from facilitui.core.sealing import canonical
from facilitui.core.told import short_day
from facilitui.services.forms.form import Choices, FormField, Kind

SLOT, UPON, SESSION = "slot", "upon", "session"
"""The fields of what it is for, of what it rests on, and of the session that it belongs to."""
NOT_TOLD = "not told yet"
NAMED = 40
"""So much is said of what is to be logged first."""
_AT = "@"


def stands_once(asked: Logging) -> bool:
    """Whether there is one entry for each slot, which is written on, and never a second one."""
    return isinstance(asked, Writing) or (isinstance(asked, Log) and asked.current)


def is_placed(slots: Slots | None, slot: Slot) -> bool:
    """Whether a slot is one of those that are asked for, or none is asked for."""
    return slots is None or slots.place(slot) in {slots.place(each) for each, _ in slots.named}


def open_slot(asked: Logging, slots: Slots, given: Slot, scope: Scope) -> Slot:
    """Of the slots that a given one may mean, the first for which nothing is there; else the first.

    It is as it was given where it means none.
    """
    said = {name: value for name in slots.asks if (value := getattr(given, name))}
    meant = [
        each
        for each, _ in slots.named
        if all(getattr(each, name) == value for name, value in said.items())
    ]
    there = {slots.place(each.said.slot) for each in scope.logged.get(asked.id, ())}
    left = [each for each in meant if slots.place(each) not in there]
    return next(iter(left or meant), given)


def slot_called(asked: Logging | None, slot: Slot, scope: Scope) -> str:
    """What a slot is called; empty where nothing is asked for anew, or it is none of those."""
    slots = slots_of(asked, scope) if asked is not None else None
    names = {slots.place(each): name for each, name in slots.named} if slots else {}
    return line(names.get(slots.place(slot), "")) if slots else ""


def slot_field(slots: Slots, slot: Slot) -> FormField:
    """Which of those it is for; what it was for though that is none of them any more stays."""
    named = {_key(each): (each, name) for each, name in slots.named}
    known = tuple((key, line(name)) for key, (_, name) in named.items())
    own = _key(slot)
    gone = ((own, "none of these any more"),) if any(slots.place(slot)) and own not in named else ()

    def read(typed: str) -> Slot:
        if typed == own:
            return slot
        if typed in named:
            return named[typed][0]
        if not typed:
            return Slot()
        raise ValueError("what it is for is no longer asked for; choose another one")

    choices = (("", NOT_TOLD), *known, *gone)
    value = own if any(slots.place(slot)) else ""
    return FormField(SLOT, "For", value, f"which {slots.unit}", choices, read=read)


def prompts(said: LogEntry, asked: Logging | None, scope: Scope) -> tuple[str, ...]:
    """What the pathway asks of the part of a cycle that something is for; else nothing."""
    cycles = scope.pathway.cycles
    if asked is None or asked.per is not Per.PART or cycles is None:
        return ()
    return next((each.prompts for each in cycles.parts if each.id == said.slot.part), ())


def _key(slot: Slot) -> str:
    """What a slot is told from others by, as the value of a choice."""
    return canonical(slot.model_dump(exclude_defaults=True))


def session_field(said: LogEntry, scope: Scope) -> tuple[FormField, ...]:
    """Which of the sessions that serve the enrolment it belongs to, where there are any."""
    held = sorted(scope.sessions, key=lambda each: each.source.on or date.min, reverse=True)
    known = {
        each.source.session: _dated(each.source.told, each.source.on)
        for each in held
        if each.source.session
    }
    if said.session and said.session not in known:
        known[said.session] = "a session that does not count here"
    if not known:
        return ()

    def read(typed: str) -> str:
        if typed and typed not in known:
            raise ValueError("that session does not count for this enrolment; choose another one")
        return typed

    choices = (("", "none"), *known.items())
    hint = "those that count for this enrolment"
    return (FormField(SESSION, "Session", said.session, hint, choices, read=read),)


def bases(asked: Logging | None, school: str, scope: Scope) -> tuple[Logged, ...]:
    """What something can rest on; for a school only what is of the same one, or of none."""
    if not isinstance(asked, Log) or asked.upon is None:
        return ()
    there = scope.logged.get(asked.upon, ())
    return tuple(each for each in there if not school or each.said.slot.school in ("", school))


def resting_on(said: LogEntry, basis: Logged) -> LogEntry:
    """It resting on something as that stands now."""
    on = {"upon": basis.source.entry, "upon_revision": basis.revision}
    return said.model_copy(update=on)


def basis_field(
    said: LogEntry, asked: Logging | None, scope: Scope, *, moves: bool
) -> tuple[FormField, ...]:
    """What it rests on, where the requirement asks for that; the version it rested on stays.

    Where there is nothing yet that it could rest on, that is told and nothing is asked.
    """
    if not isinstance(asked, Log) or asked.upon is None:
        return ()
    choices = basis_choices(said, asked, scope)
    known = {value for each in bases(asked, "", scope) if (value := _value(each))}

    def read(typed: str) -> tuple[str, int]:
        if typed and typed not in known and typed != _said(said):
            raise ValueError("what it rests on was changed or is gone; choose it again")
        entry, _, revision = typed.rpartition(_AT)
        return entry, int(revision or 0)

    if not said.upon and not bases(asked, "" if moves else said.slot.school, scope):
        upon = scope.pathway.requirement(asked.upon)
        first = f": log {quoted(upon.text, NAMED)} first" if upon is not None else ""
        return (FormField(UPON, "Rests on", f"nothing yet{first}", kind=Kind.TOLD, read=read),)
    hint = "choose what it follows from"
    return (FormField(UPON, "Rests on", _said(said), hint, choices, read=read),)


def basis_choices(said: LogEntry, asked: Logging | None, scope: Scope) -> Choices:
    """What it can rest on now that it is for what it says, and what it rests on already."""
    now = {
        _value(each): _told(asked, each, scope) for each in bases(asked, said.slot.school, scope)
    }
    if said.upon and _said(said) not in now:
        named = {each.source.entry: each for each in bases(asked, "", scope)}
        basis = named.get(said.upon)
        begins = f"{quoted(basis.source.told)}, " if basis is not None else "one that is gone, "
        now[_said(said)] = f"{begins}version {said.upon_revision}, as it was"
    return (("", NOT_TOLD), *now.items())


def _told(asked: Logging | None, basis: Logged, scope: Scope) -> str:
    """How it begins, for what it is, and which version stands now."""
    upon = scope.pathway.requirement(asked.upon or "") if isinstance(asked, Log) else None
    name = slot_called(upon, basis.said.slot, scope) if isinstance(upon, Log) else ""
    told = (name, _dated(quoted(basis.source.told), basis.said.on), f"version {basis.revision}")
    return ", ".join(filter(None, told))


def _dated(told: str, on: date | None) -> str:
    return ", ".join(filter(None, (line(told), short_day(on) if on else "")))


def _value(basis: Logged) -> str:
    return f"{basis.source.entry}{_AT}{basis.revision}"


def _said(said: LogEntry) -> str:
    return f"{said.upon}{_AT}{said.upon_revision}" if said.upon else ""
