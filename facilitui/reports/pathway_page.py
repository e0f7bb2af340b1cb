"""A pathway on one page: what it asks for in short, then all of that, then what is to be read."""

from __future__ import annotations

from collections.abc import Iterator

from facilitui.core.journals.said import some
from facilitui.core.pathways.names_in_a_row import joined
from facilitui.core.pathways.pathway import Pathway, Phase, RoleName
from facilitui.core.pathways.requirement_words import asked, cycles_told, field_told
from facilitui.core.pathways.requirements import LogField, Requirement
from facilitui.core.pathways.words import Holder
from facilitui.core.told import capital, day_of_month, plural
from facilitui.reports import parts as p
from facilitui.reports.document import Bullets, Definitions, Document, Heading, Paragraph, Part

DECISION = "the programme's, always; what you record only shows what has been done"
_WHOSE = {Holder.PERSON: "one person's way", Holder.GROUP: "a group's way"}


def pathway_page(pathway: Pathway) -> Document:
    """All that a pathway says, what it asks for before all else."""
    parts = (*_in_short(pathway), *_phases(pathway), *_cycles(pathway), *_lists(pathway))
    return Document(pathway.name, (*parts, *_cards(pathway), *_about(pathway)), closes=False)


def _in_short(pathway: Pathway) -> Iterator[Part]:
    phases = plural(len(pathway.phases), "phase")
    asked_for = plural(len(pathway.requirements), "requirement")
    yield Paragraph(f"{capital(_WHOSE[pathway.holder])}: {phases}, {asked_for}.")
    yield Heading("What it asks, in short")
    for phase in pathway.phases:
        yield from [Paragraph(phase.name)] if len(pathway.phases) > 1 else []
        yield Bullets(tuple(each.text for each in phase.requirements))


def _about(pathway: Pathway) -> Iterator[Part]:
    read_on = f", read on {day_of_month(pathway.checked_on)}" if pathway.checked_on else ""
    pairs = (
        ("Id", pathway.id),
        ("Programme", pathway.programme),
        ("Source", f"{pathway.source}{read_on}"),
        ("Version", pathway.version),
        ("Whose", _WHOSE[pathway.holder]),
        ("Read by", pathway.reader),
        ("Decision", DECISION),
    )
    yield Heading("About this pathway")
    yield Definitions(tuple(pair for pair in pairs if pair[1]))
    if pathway.roles:
        yield Heading("Roles")
        yield Bullets(tuple(map(_role, pathway.roles)))


def _role(named: RoleName) -> str:
    """What the programme calls a role, and by which word a debrief asks for it."""
    labels = [role.label for role in named.roles]
    called = named.name.casefold()
    if len(labels) == 1 and labels[0].casefold() == called:
        return named.name
    return f"{named.name}, who is entered here as {joined((each.lower() for each in labels), 'or')}"


def _phases(pathway: Pathway) -> Iterator[Part]:
    for phase in pathway.phases:
        yield Heading(phase.name)
        if phase.purpose:
            yield Paragraph(phase.purpose, "Purpose")
        for each in phase.requirements:
            yield from _requirement(each, pathway)
        yield from _gate(phase)


def _requirement(each: Requirement, pathway: Pathway) -> Iterator[Part]:
    fields: tuple[LogField, ...] = getattr(each, "fields", ())
    written = f"Written down: {' · '.join(map(field_told, fields))}" if fields else ""
    yield Paragraph(each.text)
    yield Bullets(some(capital(asked(each, pathway)), written))


def _gate(phase: Phase) -> Iterator[Part]:
    if phase.gate is not None:
        texts = {each.id: each.text for each in phase.requirements}
        yield Paragraph(phase.gate.text, "Gate")
        yield Paragraph("It needs:")
        yield Bullets(tuple(texts[need] for need in phase.gate.needs))


def _cycles(pathway: Pathway) -> Iterator[Part]:
    if pathway.cycles is not None:
        yield Heading(pathway.cycles.name)
        yield Paragraph(capital(cycles_told(pathway.cycles)))
        for part in pathway.cycles.parts:
            yield Paragraph(part.name)
            yield Bullets(part.prompts)


def _lists(pathway: Pathway) -> Iterator[Part]:
    for domain in pathway.domains:
        yield Heading(domain.name)
        yield Bullets(tuple(each.text for each in domain.practices))
    for checklist in pathway.checklists:
        yield Heading(checklist.name)
        yield Bullets(tuple(item.called for item in checklist.items))
    for form in pathway.documents:
        yield Heading(form.name)
        yield from [Paragraph(form.reader, "For")] if form.reader else []
        asks = (
            (part.ask, f"at most {part.words} words" if part.words else "", part.name)
            for part in form.parts
        )
        yield Bullets(
            tuple(
                f"{name}: {'; '.join(some(ask, words))}" if ask or words else name
                for ask, words, name in asks
            )
        )


def _cards(pathway: Pathway) -> Iterator[Part]:
    if pathway.cards:
        yield Heading("To read")
    for card in pathway.cards:
        yield Paragraph(card.name)
        yield Bullets((p.flowing(card.text),))
    if pathway.note:
        yield Heading("Note")
        yield Paragraph(p.flowing(pathway.note))
