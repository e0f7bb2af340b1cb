"""The card of a cycle, such as Plan, Do, Study, Act: empty to be written on, or filled (D-14).

It is made to lie on a table, so that nobody on the roster is named on it.
"""

from __future__ import annotations

from collections.abc import Iterator

from facilitui.core.pathways.case import Logged
from facilitui.core.pathways.pathway import CyclePart, Cycles, Pathway
from facilitui.core.pathways.requirements import CheckIns, Log
from facilitui.core.pathways.summary import Summary
from facilitui.core.pathways.words import Holder, Per
from facilitui.core.told import day_of_month
from facilitui.reports.document import (
    Bullets,
    Definitions,
    Document,
    Heading,
    Paragraph,
    Part,
    Record,
    Records,
    Room,
)
from facilitui.reports.evidence_hiding import ROSTER_PURGED, Hiding, hidden_told
from facilitui.reports.evidence_lines import NO_NOTE
from facilitui.reports.evidence_words import answers_of, day_on_paper

_WHOSE = {Holder.PERSON: "Name", Holder.GROUP: "Group"}


def empty_card(pathway: Pathway, cycles: Cycles) -> Document:
    """One page: what each part asks, and room to write; with nobody's words, to be handed over."""
    head = (
        (_WHOSE[pathway.holder], Room(1)),
        (cycles.name, f"…… of {cycles.count}"),
        ("Begun on", Room(1)),
    )
    parts: list[Part] = [Definitions(head)]
    for part in cycles.parts:
        parts += [*_part(part), Room()]
    return Document(f"{cycles.name}: {pathway.name}", tuple(parts), closes=False)


def cycle_card(summary: Summary, cycles: Cycles, number: int) -> Document:
    """What was recorded of one cycle, part by part; room to write where nothing was."""
    of_cycle = [each for each in summary.logged if each.said.slot.cycle == number]
    enrolment, hiding = summary.progress.enrolment, Hiding(summary)
    name = hiding.typed(enrolment.name.strip())
    told = (
        (_WHOSE[enrolment.holder], name),
        (cycles.name, f"{number} of {cycles.count}"),
        *_check_ins(summary, of_cycle),
        ("Written", day_of_month(summary.on)),
    )
    purged = [Paragraph(ROSTER_PURGED)] if summary.roster_purged else []
    parts: list[Part] = [Definitions(tuple(pair for pair in told if pair[1])), *purged]
    if schools := tuple(_statements(summary, hiding)):
        parts += [Paragraph("What each school says now:"), Records(schools)]
    for part in cycles.parts:
        there = [each for each in of_cycle if each.said.slot.part == part.id]
        parts += [*_part(part), *_recorded(there, summary, hiding)]
    title = f"{cycles.name} {number}: {name or enrolment.pathway_name}"
    return Document(title, tuple(parts), hidden_told(summary, hiding))


def _part(part: CyclePart) -> list[Part]:
    return [Heading(part.name), *([Bullets(part.prompts)] if part.prompts else [])]


def _recorded(there: list[Logged], summary: Summary, hiding: Hiding) -> list[Part]:
    if not there:
        return [Room()]
    return [Paragraph("Recorded:"), Records(tuple(_said(each, summary, hiding) for each in there))]


def _statements(summary: Summary, hiding: Hiding) -> Iterator[Record]:
    """What each school says now of what the work is about: the newest of each."""
    asked = [
        each.id
        for each in summary.progress.pathway.requirements
        if isinstance(each, Log) and each.current and each.per is Per.SCHOOL
    ]
    said = {(each.said.requirement, each.said.slot.school): each.said for each in summary.logged}
    for requirement in asked:
        for school in summary.progress.enrolment.schools:
            if (newest := said.get((requirement, school.id))) is not None:
                answers = tuple(answers_of(newest, summary, hiding))
                yield Record("", school.name, answers or (("", NO_NOTE),))


def _check_ins(summary: Summary, of_cycle: list[Logged]) -> Iterator[tuple[str, str]]:
    all_asked = summary.progress.pathway.requirements
    asked = {each.id for each in all_asked if isinstance(each, CheckIns)}
    days = [
        f"{day_on_paper(each.said.on)}{' (still to come)' if each.said.planned else ''}"
        for each in of_cycle
        if each.said.requirement in asked
    ]
    if days:
        yield "Check-ins", ", ".join(days)


def _said(each: Logged, summary: Summary, hiding: Hiding) -> Record:
    answers = tuple(answers_of(each.said, summary, hiding)) or (("", NO_NOTE),)
    return Record(day_on_paper(each.said.on), answers=answers)
