"""Every row of the fact sheet's parts A and D has a place, and each of these places is there."""

from __future__ import annotations

import pkgutil
import tomllib
from collections.abc import Iterator
from functools import cache
from importlib import import_module
from pathlib import Path

import pytest

import facilitui.commands
from facilitui.commands import Command
from facilitui.core.pathways.document_offers import offers_of
from facilitui.core.pathways.pathway import Pathway
from facilitui.reports.document import Definitions, Heading, Paragraph, Part
from facilitui.reports.evidence_summary import evidence_summary
from tests.library.pathways import named
from tests.library.pathways import rows as rows_of
from tests.reports import communities, enrolments

HERE = Path(__file__).parent
ROOT = HERE.parents[1]
TABLE = tomllib.loads((HERE / "pathway_rows.toml").read_text("utf-8"))
ROWS: dict[str, list[str]] = TABLE["rows"]
FOLDERS = {
    "protocol": ROOT / "protocols",
    "agenda": ROOT / "agendas",
    "norms": ROOT / "facilitui" / "data" / "norms",
}
TOLD_AS_A_WHOLE = {"note", "holder", "rubric"}
"""Places of a pathway that have no row of their own."""
CARDS_ALONE = [f"A-{n:02}" for n in (6, 7, 10, 13, 15, 18)] + [f"D-{n}" for n in range(28, 34)]
"""What is to be read, and tracked nowhere."""

every_row = pytest.mark.parametrize("row", sorted(ROWS))


@cache
def pathway_of(row: str) -> Pathway:
    return named(TABLE["pathways"][row[0]])


def places(pathway: Pathway) -> Iterator[tuple[str, set[str]]]:
    """Everything in a pathway that has a row or several, by its place."""
    for phase in pathway.phases:
        yield f"phase:{phase.id}", set(rows_of(phase.row))
        if phase.gate is not None:
            yield f"gate:{phase.id}", set(rows_of(phase.gate.row))
        for requirement in phase.requirements:
            yield f"requirement:{requirement.id}", set(rows_of(requirement.row))
    for role in pathway.roles:
        yield f"role:{role.id}", set(rows_of(role.row))
    for domain in pathway.domains:
        yield f"domain:{domain.id}", set(rows_of(domain.row))
        for practice in domain.practices:
            yield f"practice:{practice.id}", set(rows_of(practice.row))
    for checklist in pathway.checklists:
        for item in checklist.items:
            yield f"item:{checklist.id} {item.id}", set(rows_of(item.row))
    for document in pathway.documents:
        yield f"document:{document.id}", set(rows_of(document.row))
    for card in pathway.cards:
        yield f"card:{card.id}", set(card.rows)
    if pathway.cycles is not None:
        yield "cycles", set(rows_of(pathway.cycles.row))
        for part in pathway.cycles.parts:
            yield f"cycle_part:{part.id}", set(rows_of(part.row))


@cache
def commands() -> frozenset[str]:
    """The ids of all commands."""
    names = [each.name for each in pkgutil.iter_modules(facilitui.commands.__path__)]
    modules = [import_module(f"facilitui.commands.{name}") for name in names]
    values = [value for module in modules for value in vars(module).values()]
    several = [one for value in values if isinstance(value, tuple) for one in value]
    return frozenset(each.id for each in (*values, *several) if isinstance(each, Command))


def is_field(told: str) -> bool:
    """Whether a class of that module has that field, or that word."""
    module, owner, name = told.rsplit(".", 2)
    found = getattr(import_module(module), owner)
    fields = getattr(found, "model_fields", None) or getattr(found, "__dataclass_fields__", {})
    return name in fields or name in getattr(found, "__members__", {})


@cache
def summarised(row: str) -> frozenset[str]:
    """All headings and labels in the evidence summary of somebody in that pathway."""
    summary = enrolments.candidate() if row[0] == "A" else communities.community()
    return frozenset(word for part in evidence_summary(summary).parts for word in _words(part))


def _words(part: Part) -> tuple[str, ...]:
    match part:
        case Heading(text):
            return (text,)
        case Paragraph(_, label):
            return (label,)
        case Definitions(pairs):
            return tuple(name for name, _ in pairs)
    return ()


def is_there(row: str, place: str) -> bool:
    """Whether a place is one that is there."""
    sort, _, told = place.partition(":")
    if sort in FOLDERS:
        return (FOLDERS[sort] / f"{told}.toml").is_file()
    if sort == "field":
        return is_field(told)
    if sort == "key":
        return told in commands()
    if sort == "summary":
        return told in summarised(row)
    if sort == "paper":
        return told in {each.key for each in offers_of(pathway_of(row), enrolled=True)}
    if place in TOLD_AS_A_WHOLE:
        return bool(getattr(pathway_of(row), place))
    return place in dict(places(pathway_of(row)))


def test_the_table_is_complete() -> None:
    """All rows of parts A and D, in their order, and the one from outside the documents."""
    of_clee = [f"A-{number:02}" for number in range(1, 49)]
    of_core = [f"D-{number:02}" for number in range(1, 37)]
    assert list(ROWS) == [*of_clee, *of_core, "D-x1"]


@every_row
def test_a_row_lives_where_the_table_says(row: str) -> None:
    """Each has a place that is there, and none that is not: nothing is still to come."""
    assert ROWS[row]
    assert [place for place in ROWS[row] if not is_there(row, place)] == []


@every_row
def test_a_pathway_names_a_row_where_the_table_has_it(row: str) -> None:
    """Neither knows of a place in the file that the other does not."""
    told = {place for place, rows in places(pathway_of(row)) if row in rows}
    of_file = {place.partition(":")[0] for place, _ in places(pathway_of(row))}
    listed = {place for place in ROWS[row] if place.partition(":")[0] in of_file}
    assert listed == told


@pytest.mark.parametrize("row", CARDS_ALONE)
def test_some_rows_are_cards_and_no_trackers(row: str) -> None:
    """What the programme gives, or leaves to each, is read and not ticked off."""
    told = [place for place, rows in places(pathway_of(row)) if row in rows]
    assert [place for place in told if place.startswith("card:")]
    assert [place for place in told if place.startswith(("requirement:", "gate:"))] == []
