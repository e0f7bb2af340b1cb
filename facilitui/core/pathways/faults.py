"""What is wrong with a pathway as a whole: ids that are there twice, names of what is not there.

A sentence begins with the key that it is about, by which its line in the file is found. A pathway
that was read in part is told of too: an empty id may be any, and nothing is said of what is empty.
"""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping, Sequence
from itertools import islice
from typing import TYPE_CHECKING

from facilitui.core.pathways.circle_faults import circles_of_logs, circles_of_phase
from facilitui.core.pathways.requirements import (
    NOT_APART,
    Asking,
    Attestation,
    ChecklistOf,
    CredentialOf,
    Deadline,
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
_CHOOSING = frozenset({FieldType.CHOICE, FieldType.SCALE})
_PLAIN = frozenset(FieldType) - _CHOOSING
_NO_CHOICE = frozenset(FieldType) - {FieldType.CHOICE}
_NUMBERS: Mapping[type[Requirement], str] = {
    ScoreGate: "scores, which say how high by at_least",
    Attestation: "an attestation, which is given once or for each of its parts",
    CredentialOf: "a credential, which is received once or in each of its forms",
    Writing: "a document, which has its parts",
    Deadline: "a deadline, which comes again after its months",
    ChecklistOf: "a checklist, which has its items",
}
"""The kinds of which no number can be asked for, and what says how much of them is asked."""


def faults_of(pathway: Pathway) -> tuple[str, ...]:
    """Each as a sentence without its full stop; at most 100 of them."""
    return tuple(islice(_faults_of(pathway), MOST_TOLD))


def _faults_of(pathway: Pathway) -> Iterator[str]:
    yield from _doubled("phases", [each.id for each in pathway.phases])
    yield from _doubled_requirements(pathway.phases)
    for number, phase in enumerate(pathway.phases, 1):
        yield from _of_phase(f"phases[{number}]", phase, pathway)
    yield from circles_of_logs(pathway)
    for name in ("roles", "domains", "checklists", "documents", "cards"):
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
    yield from circles_of_phase(where, phase)


def _of_requirement(
    where: str, each: Requirement, own: Sequence[str], pathway: Pathway
) -> Iterator[str]:
    others = [name for name in own if name != each.id]
    yield from _again(f"{where} needs", each.needs)
    yield from _unknown_of(f"{where} needs", each.needs, others, _OTHER)
    yield from _unknown(f"{where} instead_of", each.instead_of, others, _OTHER)
    if each.instead_of in each.needs:
        yield f"{where} instead_of is {each.instead_of}, which it needs as well"
    if each.count is not None and type(each) in _NUMBERS:
        yield f"{where} count is not for {_NUMBERS[type(each)]}"
    if each.per is not None:
        yield from _of_per(where, each, each.per, pathway)
    match each:
        case Writing():
            known = [one.id for one in pathway.documents]
            yield from _unknown(f"{where} document", each.document, known, "document")
        case ChecklistOf():
            known = [one.id for one in pathway.checklists]
            yield from _unknown(f"{where} checklist", each.checklist, known, "checklist")
        case Log():
            known = [one.id for one in pathway.requirements if _may_be_log(one)]
            known = [name for name in known if name != each.id]
            yield from _unknown(f"{where} upon", each.upon, known, "other log")
            known = [one.id for one in each.fields if one.type not in _NO_CHOICE]
            yield from _unknown(f"{where} with_whom", each.with_whom, known, "field with a choice")
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


def _of_per(where: str, each: Requirement, per: Per, pathway: Pathway) -> Iterator[str]:
    if type(each) in NOT_APART:
        names = NOT_APART[type(each)]
        yield f"{where} per is {per}, but {names} are not kept apart for each {per}"
        return
    if per in {Per.CYCLE, Per.PART} and pathway.cycles is None:
        yield f"{where} per is {per}, but the pathway has no [cycles]"
    if per in {Per.SCHOOL, Per.MEMBER} and pathway.holder is Holder.PERSON:
        yield f"{where} per is {per}, but the pathway's holder is one person"
    if per is Per.PART and (own := _own_parts(each)):
        yield f"{where} per is {per}, but {own} of its own; it can be asked for each cycle"


def _own_parts(each: Requirement) -> str:
    """What a requirement is made of by itself; empty for nothing."""
    match each:
        case Attestation() if each.parts:
            return "this attestation has parts"
        case CredentialOf() if each.forms:
            return "this credential has forms"
        case Writing():
            return "a document has parts"
        case ChecklistOf():
            return "a checklist has items"
        case _:
            return ""


def _of_field(where: str, field: LogField) -> Iterator[str]:
    if field.type in _CHOOSING and len(field.choices) < 2:
        yield f"{where} choices must have at least two entries for a {field.type}"
    if field.choices and field.type in _PLAIN:
        yield f"{where} choices are only for a choice or a scale, not for a {field.type}"
    yield from _again(f"{where} choices", field.choices)


def _may_be_log(each: Requirement) -> bool:
    """Also one of which no kind could be read."""
    return isinstance(each, Log) or type(each) is Asking


def _doubled_requirements(phases: Sequence[Phase]) -> Iterator[str]:
    seen: set[str] = set()
    for number, phase in enumerate(phases, 1):
        for place, each in enumerate(phase.requirements, 1):
            if each.id and each.id in seen:
                yield f"phases[{number}] requirements[{place}] id is {each.id} a second time"
            seen.add(each.id)


def _doubled(where: str, ids: Sequence[str]) -> Iterator[str]:
    for number, each in _repeated(ids):
        if each:
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
    if name and name not in known and "" not in known:
        yield f"{where} names {name}, which is no {what}{suggestion(name, known)}"
