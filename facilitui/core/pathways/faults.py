"""What is wrong with a pathway as a whole: ids that are there twice, names of what is not there.

A sentence begins with the key that it is about, by which its line in the file is found.
"""

from __future__ import annotations

from collections.abc import Collection, Iterator, Sequence
from itertools import islice
from typing import TYPE_CHECKING

from facilitui.core.pathways.circles import circles
from facilitui.core.pathways.requirements import (
    Attestation,
    ChecklistOf,
    CredentialOf,
    Log,
    LogField,
    Requirement,
    ScoreGate,
    Writing,
)
from facilitui.core.pathways.words import FieldType, Holder, Per
from facilitui.core.safe_text import quoted
from facilitui.core.suggesting import suggestion

if TYPE_CHECKING:
    from facilitui.core.pathways.pathway import Pathway, Phase

MOST_TOLD = 100
"""Nobody mends more at once, and a file from outside may hold faults without end."""
_OTHER = "other requirement of this phase"


def faults_of(pathway: Pathway) -> tuple[str, ...]:
    """Each as a sentence without its full stop; at most 100 of them."""
    return tuple(islice(_faults_of(pathway), MOST_TOLD))


def _faults_of(pathway: Pathway) -> Iterator[str]:
    yield from _doubled("phases", [each.id for each in pathway.phases])
    yield from _doubled_requirements(pathway.phases)
    for number, phase in enumerate(pathway.phases, 1):
        yield from _of_phase(f"phases[{number}]", phase, pathway)
    yield from _circles_of_logs(pathway)
    for name in ("domains", "checklists", "documents", "cards"):
        yield from _doubled(name, [each.id for each in getattr(pathway, name)])
    for number, domain in enumerate(pathway.domains, 1):
        yield from _doubled(f"domains[{number}] practices", [each.id for each in domain.practices])
    for number, checklist in enumerate(pathway.checklists, 1):
        yield from _doubled(f"checklists[{number}] items", [each.id for each in checklist.items])
    for number, document in enumerate(pathway.documents, 1):
        yield from _doubled(f"documents[{number}] parts", [each.id for each in document.parts])
    if pathway.cycles is not None:
        yield from _doubled("cycles.parts", [each.id for each in pathway.cycles.parts])
    yield from _again("rubric.priority", pathway.rubric.priority)


def _of_phase(where: str, phase: Phase, pathway: Pathway) -> Iterator[str]:
    own = [each.id for each in phase.requirements]
    if phase.gate is not None:
        needs, at = phase.gate.needs, f"{where} gate.needs"
        yield from _again(at, needs)
        yield from _unknown_of(at, needs, own, "requirement of this phase")
        wished = {each.id for each in phase.requirements if each.wished}
        for number, name in enumerate(needs, 1):
            if name in wished:
                yield f"{at}[{number}] names {name}, which is only wished"
    for number, each in enumerate(phase.requirements, 1):
        yield from _of_requirement(f"{where} requirements[{number}]", each, own, pathway)
    instead = {each.id: (each.instead_of,) for each in phase.requirements if each.instead_of}
    needed = {each.id: each.needs for each in phase.requirements}
    for key, named in (("instead_of", instead), ("needs", needed)):
        for circle in circles(named):
            at = f"{where} requirements[{own.index(circle[0]) + 1}]"
            yield f"{at} {key} leads in a circle: {_told(circle)}"


def _of_requirement(
    where: str, each: Requirement, own: Sequence[str], pathway: Pathway
) -> Iterator[str]:
    others = [name for name in own if name != each.id]
    yield from _again(f"{where} needs", each.needs)
    yield from _unknown_of(f"{where} needs", each.needs, others, _OTHER)
    yield from _unknown(f"{where} instead_of", each.instead_of, others, _OTHER)
    if each.instead_of in each.needs:
        yield f"{where} instead_of is {each.instead_of}, which it needs as well"
    if each.per in {Per.CYCLE, Per.PART} and pathway.cycles is None:
        yield f"{where} per is {each.per}, but the pathway has no [cycles]"
    if each.per is Per.MEMBER and pathway.holder is Holder.PERSON:
        yield f"{where} per is {each.per}, but the pathway's holder is one person"
    match each:
        case Writing():
            known = [one.id for one in pathway.documents]
            yield from _unknown(f"{where} document", each.document, known, "document")
        case ChecklistOf():
            known = [one.id for one in pathway.checklists]
            yield from _unknown(f"{where} checklist", each.checklist, known, "checklist")
        case Log():
            known = [one.id for one in pathway.requirements if isinstance(one, Log)]
            known = [name for name in known if name != each.id]
            yield from _unknown(f"{where} upon", each.upon, known, "other log")
        case ScoreGate():
            yield from _again(f"{where} areas", each.areas)
            if each.one_at_least is not None and each.one_at_least <= each.at_least:
                yield f"{where} one_at_least must be more than at_least, which is {each.at_least}"
        case Attestation():
            yield from _again(f"{where} parts", each.parts)
        case CredentialOf():
            yield from _again(f"{where} forms", each.forms)
    fields: Sequence[LogField] = getattr(each, "fields", ())
    yield from _doubled(f"{where} fields", [field.id for field in fields])
    for number, field in enumerate(fields, 1):
        yield from _of_field(f"{where} fields[{number}]", field)


def _of_field(where: str, field: LogField) -> Iterator[str]:
    takes = field.type in {FieldType.CHOICE, FieldType.SCALE}
    if takes and len(field.choices) < 2:
        yield f"{where} choices must have at least two entries for a {field.type}"
    if field.choices and not takes:
        yield f"{where} choices are only for a choice or a scale, not for a {field.type}"
    yield from _again(f"{where} choices", field.choices)


def _circles_of_logs(pathway: Pathway) -> Iterator[str]:
    places = {
        each.id: f"phases[{number}] requirements[{place}]"
        for number, phase in enumerate(pathway.phases, 1)
        for place, each in enumerate(phase.requirements, 1)
    }
    logs = [each for each in pathway.requirements if isinstance(each, Log)]
    for circle in circles({each.id: (each.upon,) for each in logs if each.upon}):
        yield f"{places[circle[0]]} upon leads in a circle: {_told(circle)}"


def _doubled_requirements(phases: Sequence[Phase]) -> Iterator[str]:
    seen: set[str] = set()
    for number, phase in enumerate(phases, 1):
        for place, each in enumerate(phase.requirements, 1):
            if each.id in seen:
                yield f"phases[{number}] requirements[{place}] id is {each.id} a second time"
            seen.add(each.id)


def _doubled(where: str, ids: Sequence[str]) -> Iterator[str]:
    for number, each in _repeated(ids):
        yield f"{where}[{number}] id is {each} a second time"


def _again(where: str, words: Sequence[str]) -> Iterator[str]:
    for number, each in _repeated(words):
        yield f"{where}[{number}] is {quoted(each)} a second time"


def _repeated(words: Sequence[str]) -> Iterator[tuple[int, str]]:
    """Those that were there before, by their numbers from 1 on."""
    seen: set[str] = set()
    for number, each in enumerate(words, 1):
        if each in seen:
            yield number, each
        seen.add(each)


def _unknown_of(
    where: str, names: Sequence[str], known: Collection[str], what: str
) -> Iterator[str]:
    for number, name in enumerate(names, 1):
        yield from _unknown(f"{where}[{number}]", name, known, what)


def _unknown(where: str, name: str | None, known: Collection[str], what: str) -> Iterator[str]:
    if name is not None and name not in known:
        yield f"{where} names {name}, which is no {what}{suggestion(name, known)}"


def _told(circle: Sequence[str]) -> str:
    return ", ".join((*circle, circle[0]))
