"""The phases of an enrolment in its evidence summary: each requirement with what there is of it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from facilitui.core.pathways.enrolment import Entered
from facilitui.core.pathways.pathway import Pathway
from facilitui.core.pathways.progress import GateProgress, PhaseProgress, Progress
from facilitui.core.pathways.remarks import (
    all_said,
)
from facilitui.core.pathways.stays import Stay, lacking_behind, stays_of
from facilitui.core.pathways.summary import Summary, sources_of
from facilitui.core.pathways.whose_words import Said, joined
from facilitui.core.pathways.words import Standing
from facilitui.core.told import capital, day_of_month
from facilitui.reports.document import Bullets, Heading, Paragraph, Part
from facilitui.reports.evidence_hiding import Hiding
from facilitui.reports.evidence_lines import Lines
from facilitui.reports.evidence_requirements import STANDING_WORDS, requirement_told

OVERRIDDEN = " (override)"
"""It stands where what lacked is; of a phase before that is asked no more, where one went on."""
NO_APPROVAL = "being in it is no approval"
NOT_ENTERED = "Not entered yet. It asks for:"
NOTHING = "Nothing recorded yet."
ONLY_WISHED = "Looked for, not required, and nothing is recorded of it:"


def phase_now(current: PhaseProgress, pathway: Pathway) -> str:
    """The phase that somebody is in since when; where gates lead on, that it is no approval."""
    on = f", entered on {day_of_month(current.entered.on)}" if current.entered is not None else ""
    leads_on = any(each.gate is not None for each in pathway.phases)
    return f"{current.phase.name}{on}{f'; {NO_APPROVAL}' if leads_on else ''}"


def row(phase: PhaseProgress, summary: Summary, hiding: Hiding) -> tuple[str, str, str]:
    """A phase in the overview: what it is called, each day it was entered on, its gate."""
    enrolment, pathway = summary.progress.enrolment, summary.progress.pathway
    behind = {e.on for one in pathway.phases for e in lacking_behind(enrolment, one.id)}
    days = [
        f"{day_of_month(e.on)}{'' if not e.lacked or e.on in behind else OVERRIDDEN}"
        for e in (each.entered for each in stays_of(enrolment, phase.phase.id))
    ]
    over = lacking_behind(enrolment, phase.phase.id)
    gate = hiding.told(phase.gate.in_short or phase.gate.said) if phase.gate is not None else "none"
    return phase.phase.name, ", ".join(days) or "not entered", "; ".join((gate, *map(_over, over)))


def _over(entered: Entered) -> str:
    """That another phase was entered without what this one's gate needs."""
    return f"gone on without it on {day_of_month(entered.on)}{OVERRIDDEN}"


def told(phase: PhaseProgress, summary: Summary, lines: Lines, hiding: Hiding) -> Iterator[Part]:
    """A phase with all its requirements and its gate; of one not entered only what it asks."""
    yield Heading(phase.phase.name)
    yield from [Paragraph(phase.phase.purpose)] if phase.phase.purpose else []
    if phase.entered is None:
        shown = [
            each
            for each in phase.requirements
            if each.reason.strip() or sources_of(each) or each.there
        ]
        rest = tuple(each.requirement.text for each in phase.requirements if each not in shown)
        yield Paragraph(NOT_ENTERED, soft=True)
        yield Bullets(rest)
    else:
        shown = [*phase.requirements]
        yield from entered(stays_of(summary.progress.enrolment, phase.phase.id), hiding)
        if phase.counts_from is not None:
            since = f"It counts from {day_of_month(phase.counts_from)}"
            yield Paragraph(f"{since}; what is of an earlier day counts for the phase before.")
    empty = [each for each in shown if _is_only_wished(each)]
    for each in shown:
        if each not in empty:
            yield from requirement_told(each, summary, lines, hiding)
    if empty:
        yield Paragraph(ONLY_WISHED, soft=True)
        yield Bullets(tuple(_wished(each, hiding) for each in empty))
    yield from _gate(phase, hiding)


def _is_only_wished(each: Progress) -> bool:
    """Whether it is not required and nothing of it is there: a line says all of that."""
    is_empty = each.standing is Standing.MISSING and not sources_of(each) and not each.lacking
    return each.requirement.wished and is_empty and not each.reason.strip()


def _wished(each: Progress, hiding: Hiding) -> str:
    return hiding.told(joined((each.requirement.text, all_said(each.remarks))))


def entered(stays: Iterable[Stay], hiding: Hiding) -> Iterator[Part]:
    """Each time that a phase was entered, with what was lacking then."""
    for each in stays:
        left = f"; the next one was entered on {day_of_month(each.left_on)}" if each.left_on else ""
        yield Paragraph(f"{day_of_month(each.entered.on)}{left}", "Entered")
        if each.entered.lacked:
            yield Paragraph("It was entered although this was not met then:", "Override")
            yield Bullets(each.entered.lacked)
        reason = hiding.typed(each.entered.reason.strip())
        if each.entered.lacked or reason:
            yield Paragraph(reason or "none was given", "Reason")


def _gate(phase: PhaseProgress, hiding: Hiding) -> Iterator[Part]:
    if phase.gate is not None and phase.phase.gate is not None:
        yield Heading(f"Gate of {phase.phase.name}", 3)
        yield Paragraph(phase.phase.gate.text)
        yield Paragraph(capital(hiding.told(_gate_said(phase.gate))), "Stands")
        if phase.gate.lacks:
            yield Bullets(tuple(map(_lacked, phase.gate.lacks)))


def _gate_said(gate: GateProgress) -> Said:
    """Where it stands, without the names that stand below it."""
    is_aside = all(each.standing is Standing.SET_ASIDE for each in gate.lacks)
    return gate.said if is_aside or not gate.in_short else joined((gate.in_short, gate.beside))


def _lacked(each: Progress) -> str:
    """Something that a gate lacks, with where it stands where that is more than not met."""
    word = "" if each.standing is Standing.MISSING else STANDING_WORDS[each.standing]
    return ": ".join(filter(None, (each.requirement.text, word)))
