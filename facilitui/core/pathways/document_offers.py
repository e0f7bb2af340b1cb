"""The documents of a pathway: what there is to take along, filled from an enrolment or empty."""

from __future__ import annotations

from collections.abc import Collection, Iterator
from dataclasses import dataclass
from enum import StrEnum

from facilitui.core.pathways.pathway import DocumentForm, Pathway
from facilitui.core.pathways.requirements import CheckIns, Writing
from facilitui.core.reports.handout import Format
from facilitui.core.told import plural

PAPER = (Format.MARKDOWN, Format.HTML)


class Sort(StrEnum):
    """What a document is."""

    SUMMARY = "summary"
    CARD = "card"
    FORM = "form"
    CHECK_INS = "check-ins"


@dataclass(frozen=True, slots=True)
class DocumentOffer:
    """One document that can be taken along."""

    key: str
    """What it is asked for by; no other of its pathway has it."""
    name: str
    told: str
    """What it is, in a few words."""
    sort: Sort
    forms: tuple[Format, ...] = PAPER
    """The kinds of file that there are of it, the usual one first."""
    cycle: int | None = None
    """Which cycle a card is filled from; None for an empty one."""
    document: str = ""
    """The id of the pathway's document."""


def offers_of(
    pathway: Pathway, *, enrolled: bool, recorded: Collection[int] | None = None
) -> tuple[DocumentOffer, ...]:
    """Everything that there is of a pathway; without an enrolment what is filled in by hand.

    `recorded` are the cycles of which anything was, counted from 1; None where that is not known.
    """
    offers = [*(_own(pathway) if enrolled else ()), *_cards(pathway, recorded, enrolled=enrolled)]
    taken = {each.key for each in offers}
    return (*offers, *(_form(form, pathway, taken) for form in pathway.documents))


def _own(pathway: Pathway) -> Iterator[DocumentOffer]:
    told = f"for {pathway.reader}" if pathway.reader else "requirement by requirement"
    yield DocumentOffer("summary", "My evidence summary", told, Sort.SUMMARY)
    if any(isinstance(each, CheckIns) for each in pathway.requirements):
        words = "all that have a day, for a calendar"
        yield DocumentOffer("check-ins", "Check-ins", words, Sort.CHECK_INS, (Format.ICALENDAR,))


def _cards(
    pathway: Pathway, recorded: Collection[int] | None, *, enrolled: bool
) -> Iterator[DocumentOffer]:
    cycles = pathway.cycles
    if cycles is None:
        return
    yield DocumentOffer("card", f"{cycles.name}, empty card", "to be written on", Sort.CARD)
    for number in range(1, cycles.count + 1) if enrolled else ():
        is_empty = recorded is not None and number not in recorded
        name = f"{cycles.name} {number}, {'empty ' if is_empty else ''}card"
        told = "nothing is recorded there yet" if is_empty else "filled from what was recorded"
        yield DocumentOffer(f"card-{number}", name, told, Sort.CARD, cycle=number)


def _form(form: DocumentForm, pathway: Pathway, taken: set[str]) -> DocumentOffer:
    asked = any(
        isinstance(each, Writing) and each.document == form.id for each in pathway.requirements
    )
    told = plural(len(form.parts), "part") + ("" if asked else ", asked by no requirement")
    key = f"document-{form.id}" if form.id in taken else form.id
    return DocumentOffer(key, form.name, told, Sort.FORM, document=form.id)
