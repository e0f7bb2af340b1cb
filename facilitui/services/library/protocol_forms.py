"""The forms a protocol is written in: its facts, its group, its cycles, its steps."""

from __future__ import annotations

from facilitui.core.library import protocol_editing as editing
from facilitui.core.library.protocol import Cycle, Group, Protocol
from facilitui.core.vocabulary import Family, Mode, Per, Provenance, Purpose
from facilitui.core.words import Word
from facilitui.services.forms import reading as r
from facilitui.services.forms.form import Form, FormField, Kind, Values, read_all, words
from facilitui.services.library.protocol_reading import name, sub_group, whole
from facilitui.services.library.protocol_step_forms import step_form

MOST_PEOPLE, MOST_TIMES = 1000, 60
ProtocolForm = Form[Protocol]


def form_of(protocol: Protocol, place: str) -> ProtocolForm | None:
    """The form of a place: "about", "group", "credit", "notes", "cycle A", "step ID"."""
    what, _, id = place.partition(" ")
    simple = {"about": about_form, "group": group_form, "credit": credit_form, "notes": notes_form}
    if what in simple:
        return simple[what](protocol)
    step = next((each for each in protocol.steps if what == "step" and each.id == id), None)
    if step is not None:
        return step_form(protocol, step)
    cycle = next((each for each in protocol.cycles if what == "cycle" and each.id == id), None)
    return cycle_form(cycle) if cycle is not None else None


def about_form(protocol: Protocol) -> ProtocolForm:
    """What it is called and what it is for."""
    named = "" if protocol.name == editing.UNNAMED else protocol.name
    fields = (
        FormField("name", "Name", named, "what it is called", read=name("a protocol")),
        FormField(
            "purpose", "Purpose", protocol.purpose, "in a sentence", read=r.a_line("purpose")
        ),
        _many("purposes", "For", protocol.purposes, Purpose, "what it is found by"),
        _many("family", "Family", protocol.family, Family, "what it works on"),
    )
    return _simple("The protocol", fields)


def group_form(protocol: Protocol) -> ProtocolForm:
    """How many people it is good for, where they meet, which roles it needs."""
    group = protocol.group
    people = whole("the number of people", 1, MOST_PEOPLE)
    sub = str(group.sub) if group.sub else ""
    fields = (
        FormField("min", "At least", f"{group.min}", "people", read=people),
        FormField("ideal", "Best with", f"{group.ideal}", "people", read=people),
        FormField("max", "At most", f"{group.max}", "people", read=people),
        FormField("sub", "Sub-groups", sub, "of how many; empty for all together", read=sub_group),
        FormField("default", "Assumed", f"{group.default}", "while nothing is known", read=people),
        _many("modes", "Meets", protocol.modes, Mode, "how a session that uses it may meet"),
        _lines("roles", "Roles", protocol.roles, "one a line: presenter, timekeeper"),
    )

    def change(protocol: Protocol, values: Values) -> Protocol:
        read = read_all(fields, values)
        sizes = {key: read.pop(key) for key in tuple(read) if key in Group.model_fields}
        changed = protocol.group.model_copy(update=sizes)
        if not changed.min <= changed.ideal <= changed.max:
            told = f"{changed.min}, {changed.ideal}, {changed.max}"
            raise ValueError(f"at least, best with and at most must grow, but are {told}")
        return editing.changed(protocol, group=changed, **read)

    return Form("Group", fields, change)


def credit_form(protocol: Protocol) -> ProtocolForm:
    """Whom it is after, what its owner allows, how well its minutes are known."""
    fields = (
        FormField("origin", "After", protocol.origin, "or: our own", read=r.a_line("after")),
        FormField(
            "terms", "Terms", protocol.terms, "what its owner allows", read=r.a_line("terms")
        ),
        _lines("sources", "Sources", protocol.sources, "one a line: where to read about it"),
        FormField(
            "provenance",
            "Minutes",
            protocol.provenance.value,
            "how well steps and minutes are known",
            words(Provenance),
            read=Provenance,
        ),
    )
    return _simple("Credit", fields)


def notes_form(protocol: Protocol) -> ProtocolForm:
    """What goes wrong easily, and whatever else should be known."""
    fields = (
        _lines("pitfalls", "Pitfalls", protocol.pitfalls, "one a line: what goes wrong easily"),
        FormField(
            "note", "Note", protocol.note, "for whoever runs it", kind=Kind.TEXT, read=r.text
        ),
    )
    return _simple("Pitfalls and note", fields)


def people_form(people: int) -> Form[int]:
    """For how many people times are worked out."""
    read = whole("the number of people", 1, MOST_PEOPLE)
    field = FormField("people", "People", f"{people}", "times are worked out for them", read=read)

    def change(people: int, values: Values) -> int:
        return read(values["people"]) if "people" in values else people

    return Form("For how many people?", (field,), change)


def cycle_form(cycle: Cycle) -> ProtocolForm:
    """How often the steps of a cycle repeat."""
    fields = (
        FormField(
            "times",
            "Times",
            f"{cycle.times}",
            "per participant the largest sub-group decides",
            read=whole("times", 1, MOST_TIMES),
        ),
        FormField("per", "Once for every", cycle.per.value, "", words(Per), read=Per),
    )

    def change(protocol: Protocol, values: Values) -> Protocol:
        return editing.with_cycle(protocol, cycle.model_copy(update=read_all(fields, values)))

    return Form(f"Cycle {cycle.id}", fields, change)


def _simple(title: str, fields: tuple[FormField, ...]) -> ProtocolForm:
    """A form whose fields are the protocol's own."""
    return Form(
        title,
        fields,
        lambda protocol, values: editing.changed(protocol, **read_all(fields, values)),
    )


def _many(key: str, label: str, chosen: tuple[Word, ...], kind: type[Word], hint: str) -> FormField:
    def read(typed: str) -> tuple[Word, ...]:
        found = tuple(kind(each) for each in r.several(typed))
        if not found:
            raise ValueError("at least one is ticked here")
        return found

    value = " ".join(each.value for each in chosen)
    return FormField(key, label, value, hint, words(kind), kind=Kind.MANY, read=read)


def _lines(key: str, label: str, lines: tuple[str, ...], hint: str) -> FormField:
    read = r.listed(lines, r.flat, lambda typed: r.line(typed, "this"))
    return FormField(key, label, r.in_lines(lines, r.flat), hint, kind=Kind.LIST, read=read)
