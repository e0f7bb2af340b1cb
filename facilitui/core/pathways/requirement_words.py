"""What a pathway asks for, in words: each kind of requirement, a gate's rule, cycles.

Each function gives one line that a terminal shows and never obeys, without a full stop.
"""

from __future__ import annotations

from collections.abc import Iterable

from facilitui.core.base import LONGEST_LINE
from facilitui.core.debriefs.debrief_words import Support
from facilitui.core.pathways.enrolment import PriorityAreas
from facilitui.core.pathways.facts_told import role_told
from facilitui.core.pathways.names_in_a_row import joined, names_told
from facilitui.core.pathways.pathway import Cycles, Pathway
from facilitui.core.pathways.requirements import (
    Attestation,
    CheckIns,
    ChecklistOf,
    CredentialOf,
    Deadline,
    Debriefs,
    EvidenceOf,
    Log,
    LogField,
    Observations,
    ParticipantFeedback,
    Planning,
    Requirement,
    ScoreGate,
    Sessions,
    Writing,
)
from facilitui.core.pathways.stated import areas_of_file
from facilitui.core.pathways.words import FieldType, Per, Shows
from facilitui.core.safe_text import line, quoted
from facilitui.core.told import day_of_month, plural

NO_NUMBER = "no number given; the programme decides"
NO_AREAS = "cannot be told yet: no priority areas are entered"
WISHED = "looked for, not required"
_SUPPORT = {
    Support.NONE: "without support",
    Support.LITTLE: "with a little support at most",
    Support.SOME: "with some support at most",
    Support.MUCH: "with any support",
}
_SHOWS = {Shows.EFFECT: "effective facilitation", Shows.GROWTH: "their growth"}
_PER = {
    Per.CYCLE: "for each cycle",
    Per.PART: "for each part of each cycle",
    Per.SCHOOL: "for each school",
    Per.MEMBER: "for each member",
}
_TYPES = {FieldType.NUMBER: "a number", FieldType.TIME: "a time", FieldType.LINK: "a link"}
"""What a field takes that its question alone may not tell."""


def asked(
    requirement: Requirement,
    pathway: Pathway,
    priority: PriorityAreas | None = None,
    *,
    judged: bool = True,
) -> str:
    """What asks how many of what, of whom, and upon what it depends.

    `priority` are the areas that an enrolment goes by; without them it is told by the file alone.
    `judged` is False where beside it stands that no number is given, or that it is not required.
    """
    each = requirement
    if isinstance(each, ScoreGate):
        priority = priority or areas_of_file(each, pathway)
    told = [_what(each, pathway, priority)]
    if each.per is not None:
        long = set(",:;") & set(told[0])
        told = [*told, _PER[each.per]] if long else [f"{told[0]} {_PER[each.per]}"]
    told += ["the newest counts"] if isinstance(each, Log) and each.current else []
    told += [_number(each)] if judged and _number(each) else []
    told += ["as opportunities come"] if each.by_opportunity else []
    told += [f"only after {_all(_texts(each.needs, pathway))}"] if each.needs else []
    if each.instead_of is not None:
        told.append(f"once it is met, so is {_all(_texts([each.instead_of], pathway))}")
    if isinstance(each, ScoreGate) and priority is None:
        told.append(NO_AREAS)
    told += [WISHED] if judged and each.wished else []
    return line("; ".join(told))


def rule(gate: ScoreGate, priority: PriorityAreas | None = None, under: str = "") -> str:
    """What scores have to reach, whose they are and which of them count.

    `priority` are the areas that are known, each told by what it is called; `under` is what was
    scored with, where that is not clear.
    """
    told = f"{_areas(gate, priority)} at {gate.at_least} or higher"
    if gate.one_at_least is not None:
        told += f", and at least one at {gate.one_at_least} or higher"
    by = f"{_either(role.label.lower() for role in gate.roles)} " if gate.roles else ""
    scored_with = f" under {under}" if under else ""
    return line(f"{told}; the latest {by}score of each in this phase{scored_with}")


def field_told(field: LogField) -> str:
    """What is asked for each time, what there is to choose from, whether it may stay empty and
    whether it goes into papers."""
    takes = " / ".join(field.choices) or _TYPES.get(field.type, "")
    told = (
        field.ask,
        f"({takes})" if takes else "",
        "(optional)" if field.optional else "",
        "(stays out of every paper)" if field.private else "",
    )
    return line(" ".join(filter(None, told)))


def cycles_told(cycles: Cycles) -> str:
    """How many rounds there are, and of which parts each is made."""
    parts = _all(part.name for part in cycles.parts)
    return line(f"{plural(cycles.count, 'round')}, each made of {parts}")


def pathway_told(pathway: Pathway, *, own: bool) -> str:
    """Whose way it is, how large, which version, and where it comes from."""
    told = (
        pathway.holder.label.lower(),
        plural(len(pathway.phases), "phase"),
        plural(len(pathway.requirements), "requirement"),
        f"version {pathway.version}",
        "your own" if own else "shipped",
    )
    return line(", ".join(told))


def _what(each: Requirement, pathway: Pathway, priority: PriorityAreas | None) -> str:
    match each:
        case Sessions():
            modes = f"{_either(mode.adjective for mode in each.modes)} " if each.modes else ""
            parts = [_counted(each.count, f"{modes}session")]
            parts += [f"as {_either(role_told(r, pathway) for r in each.roles)}"] * bool(each.roles)
            parts += [_SUPPORT[each.support_at_most]] if each.support_at_most else []
            return " ".join(parts)
        case Planning():
            by = f" with {_either(r.label.lower() for r in each.roles)}" if each.roles else ""
            return f"{_counted(each.count, 'session')} planned together{by}"
        case Debriefs():
            told = _counted(each.count, "debrief")
            partners = [one.beside for one in each.partners]
            told += f" with {_either(partners)}" if partners else ""
            return f"{told}, led by oneself" if each.led else told
        case Observations():
            by = f"{_either(r.label.lower() for r in each.roles)} " if each.roles else ""
            told = f"{_counted(each.count, 'observation')} with {by}feedback"
            modes = _either(mode.label.lower() for mode in each.modes)
            return f"{told}{f', {modes}' if modes else ''}, in this phase"
        case ScoreGate():
            return rule(each, priority)
        case ParticipantFeedback():
            times = f" of {plural(each.count, 'session')}" if each.count else ""
            shown = _all(_SHOWS[one] for one in each.shows)
            return f"participants' feedback{times} that shows {shown}"
        case CheckIns():
            return _counted(each.count, "check-in")
        case EvidenceOf():
            pieces = _counted(each.count, "piece")
            return f"{pieces} of evidence: a file, a link or words"
        case Log():
            return _entries(each, pathway)
        case _:
            return _one_of(each, pathway)


def _entries(each: Log, pathway: Pathway) -> str:
    told = "a statement" if each.current else _counted(each.count, "log entry", "log entries")
    if not each.upon:
        return told
    return f"{told}, each resting on an entry under {_all(_texts([each.upon], pathway))}"


def _one_of(
    each: Attestation | CredentialOf | Writing | Deadline | ChecklistOf, pathway: Pathway
) -> str:
    """What nobody asks for several times."""
    match each:
        case Attestation():
            told = "the programme's word, with its day" if each.by_programme else "a day"
            told += f" for each of: {', '.join(each.parts)}" if each.parts else ""
            told += "" if each.by_programme else "; a note is optional"
            beside = "; how many sessions the journal holds is told beside it"
            return told + (beside if each.beside_sessions else "")
        case CredentialOf():
            told = "a credential with its day, and its file or link"
            return told + (f", in each form: {', '.join(each.forms)}" if each.forms else "")
        case Writing():
            form = pathway.document(each.document)
            return f"the document {quoted(form.name)}, {plural(len(form.parts), 'part')}"
        case ChecklistOf():
            found = pathway.checklist(each.checklist)
            return f"the checklist {quoted(found.name)}, {plural(len(found.items), 'item')}"
        case Deadline():
            return _by_when(each)


def _by_when(each: Deadline) -> str:
    told = f"by {day_of_month(each.on)}" if each.on else "by a day that the programme sets"
    if each.months is None:
        return told
    return f"{told}, and again every {plural(each.months, 'month').removeprefix('1 ')}"


_COUNTED = (
    *(Sessions, Planning, Debriefs, Observations, ParticipantFeedback),
    *(Log, EvidenceOf, CheckIns),
)
"""The kinds of which a programme may ask for a number."""


def _number(each: Requirement) -> str:
    """That the programme prints none, where one would be looked for."""
    stands = isinstance(each, Log) and each.current
    open_ended = isinstance(each, _COUNTED) and each.count is None
    return NO_NUMBER if open_ended and not stands and not each.wished else ""


def _areas(gate: ScoreGate, priority: PriorityAreas | None) -> str:
    names, areas = (priority.names, priority.areas) if priority else ({}, gate.areas)
    called = [names.get(area, area) for area in areas]
    row = names_told(called, " and ")
    if gate.areas:
        several = f"each of the areas {f'({row})' if ';' in row else row}"
        return several if len(called) > 1 else f"the area {row}"
    return f"every priority area ({row})" if called else "every priority area"


def _counted(count: int | None, one: str, many: str = "") -> str:
    return plural(count, one, many) if count is not None else many or f"{one}s"


def _texts(ids: Iterable[str], pathway: Pathway) -> list[str]:
    """The texts of requirements, as they stand in a sentence about another one."""
    known = {each.id: each.text for each in pathway.requirements}
    return [quoted(known[id], LONGEST_LINE) for id in ids]


def _all(words: Iterable[str]) -> str:
    return joined(words, "and")


def _either(words: Iterable[str]) -> str:
    return joined(words, "or")
