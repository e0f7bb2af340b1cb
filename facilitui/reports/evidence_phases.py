"""The phases of an enrolment in its evidence summary: each requirement with what there is of it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from facilitui.core.pathways.areas import names_told
from facilitui.core.pathways.pathway import Pathway
from facilitui.core.pathways.progress import PhaseProgress, Progress, SlotProgress
from facilitui.core.pathways.requirements import ScoreGate
from facilitui.core.pathways.rules import own_rule_of, rule_of
from facilitui.core.pathways.standings.counting import NOTHING_YET, told_with
from facilitui.core.pathways.stays import Stay, stays_of
from facilitui.core.pathways.summary import Summary, sources_of
from facilitui.core.pathways.told import asked, rule
from facilitui.core.pathways.words import Standing
from facilitui.core.safe_text import line
from facilitui.core.told import capital, day_of_month, plural
from facilitui.reports.document import Bullets, Heading, Paragraph, Part
from facilitui.reports.evidence_hiding import Hiding
from facilitui.reports.evidence_lines import Lines

NO_APPROVAL = "being in it is no approval"
MEETS = "meets the recorded criteria"
NOT_ENTERED = "Not entered yet. It asks for:"
NOTHING, NOTHING_COUNTS = "Nothing recorded yet.", "Nothing that counts yet."
_WORDS = {
    Standing.MET: MEETS,
    Standing.MISSING: "not met yet",
    Standing.LOGGED: "recorded; the programme decides",
    Standing.WAITING: "waiting for an opportunity",
    Standing.UNKNOWN: "cannot be told yet",
    Standing.SET_ASIDE: "set aside",
    Standing.NOT_NEEDED: "not needed",
}

_IN_SLOT = {Standing.MET: "recorded", Standing.LOGGED: "recorded", Standing.MISSING: "open"}
"""Only the whole of something meets criteria."""


def phase_now(current: PhaseProgress, pathway: Pathway) -> str:
    """The phase that somebody is in since when; where gates lead on, that it is no approval."""
    on = f", entered on {day_of_month(current.entered.on)}" if current.entered is not None else ""
    leads_on = any(each.gate is not None for each in pathway.phases)
    return f"{current.phase.name}{on}{f'; {NO_APPROVAL}' if leads_on else ''}"


def row(phase: PhaseProgress, summary: Summary, hiding: Hiding) -> tuple[str, str, str]:
    """A phase in the overview: what it is called, each day it was entered on, its gate."""
    stays = stays_of(summary.progress.enrolment, phase.phase.id)
    days = [
        f"{day_of_month(each.entered.on)}{' (override)' if each.entered.lacked else ''}"
        for each in stays
    ]
    gate = hiding.told(phase.gate.told) if phase.gate is not None else "none"
    return phase.phase.name, ", ".join(days) or "not entered", gate


def told(phase: PhaseProgress, summary: Summary, lines: Lines, hiding: Hiding) -> Iterator[Part]:
    """A phase with all its requirements and its gate; of one not entered only what it asks."""
    yield Heading(phase.phase.name)
    yield from [Paragraph(phase.phase.purpose)] if phase.phase.purpose else []
    if phase.entered is None:
        shown = [each for each in phase.requirements if each.reason.strip() or sources_of(each)]
        rest = tuple(each.requirement.text for each in phase.requirements if each not in shown)
        yield Paragraph(NOT_ENTERED, soft=True)
        yield Bullets(rest)
    else:
        shown = [*phase.requirements]
        yield from entered(stays_of(summary.progress.enrolment, phase.phase.id), hiding)
        if phase.counts_from is not None:
            since = f"It counts from {day_of_month(phase.counts_from)}"
            yield Paragraph(f"{since}: what is of the day before is of the phase that was left.")
    for each in shown:
        yield from _requirement(each, summary, lines, hiding)
    yield from _gate(phase, hiding)


def entered(stays: Iterable[Stay], hiding: Hiding) -> Iterator[Part]:
    """Each time that a phase was entered, with what was lacking then."""
    for each in stays:
        left = f"; the next one was entered on {day_of_month(each.left_on)}" if each.left_on else ""
        yield Paragraph(f"{day_of_month(each.entered.on)}{left}", "Entered")
        if each.entered.lacked:
            yield Paragraph("It was entered although this was not met then:", "Override")
            yield Bullets(tuple(map(hiding.told, each.entered.lacked)))
        reason = hiding.typed(each.entered.reason.strip())
        if each.entered.lacked or reason:
            yield Paragraph(reason or "none was given", "Reason")


def _requirement(each: Progress, summary: Summary, lines: Lines, hiding: Hiding) -> Iterator[Part]:
    is_scored = isinstance(each.requirement, ScoreGate) and each.areas is not None
    where = f"{each.have} of {plural(each.need or 0, 'area')}" if is_scored else _by_itself(each)
    listed = summary.answers(each.by)
    more = [one for one in each.remarks if one not in listed]
    yield Heading(each.requirement.text, 3)
    yield Paragraph(capital(_asks(each, summary, hiding)), "Asks")
    yield Paragraph(hiding.told_of(_stands(each, where), each), "Stands")
    if each.reason.strip() and line(each.reason.strip()) not in where:
        yield Paragraph(hiding.typed(each.reason.strip()), "Reason")
    if lacks := _open(each):
        yield Paragraph(hiding.told_of("; ".join(lacks), each), "Open")
    if more:
        yield Paragraph(hiding.told_of("; ".join(more), each), "To be known")
    if isinstance(each.requirement, ScoreGate):
        yield from _areas(each, each.requirement, hiding)
    yield from _evidence(each, lines, hiding)


def _by_itself(each: Progress) -> str:
    """Where it stands, without the remarks that are told apart from it here."""
    return each.told.replace(told_with("", each.remarks), "", 1) if each.remarks else each.told


def stands(standing: Standing, told: str = "") -> str:
    """Where something stands, in words; "meets the recorded criteria" only where that is so."""
    word = _WORDS[standing]
    if standing is Standing.LOGGED and told:
        return told
    if told.lower().startswith(word):
        return told
    return f"{word} ({told})" if told else word


def still_open(lacks: Iterable[str]) -> tuple[str, ...]:
    """What is missing, but for that nothing is there, which says itself."""
    return tuple(each for each in lacks if each != NOTHING_YET)


def _open(each: Progress) -> tuple[str, ...]:
    """Likewise, but for what its slots say below."""
    names = tuple(slot.name for slot in each.slots)
    return tuple(one for one in still_open(each.lacks) if not names or not one.startswith(names))


def _stands(each: Progress, where: str) -> str:
    if each.requirement.wished and each.standing is Standing.MISSING:
        return where or "not recorded"
    return stands(each.standing, where)


def _asks(each: Progress, summary: Summary, hiding: Hiding) -> str:
    """What is asked, by the rule that the programme stated to this enrolment where it did."""
    enrolment, requirement = summary.progress.enrolment, each.requirement
    if not isinstance(requirement, ScoreGate):
        return asked(requirement, summary.progress.pathway)
    words = rule(rule_of(requirement, enrolment), each.areas)
    own = own_rule_of(requirement, enrolment)
    if own is None:
        return words
    return f"{words}; as {hiding.typed(own.source)} stated it on {day_of_month(own.on)}"


def _areas(each: Progress, gate: ScoreGate, hiding: Hiding) -> Iterator[Part]:
    areas = each.areas
    if areas is not None and not gate.areas:
        named = names_told([areas.names.get(area, area) for area in areas.areas])
        on = f", {day_of_month(areas.on)}" if areas.on else ""
        yield Paragraph(f"{named}; {hiding.typed(areas.source)}{on}", "Priority areas")


def _evidence(each: Progress, lines: Lines, hiding: Hiding) -> Iterator[Part]:
    within = {source for slot in each.slots for source in slot.by}
    items = [_slot(slot, each, lines, hiding) for slot in each.slots]
    others = (source for source in sources_of(each) if source not in within)
    items += [lines.of(source, each.requirement, each) for source in others]
    nothing = NOTHING_COUNTS if still_open(each.lacks) else NOTHING
    yield Bullets(tuple(items)) if items else Paragraph(nothing, soft=True)


def _slot(slot: SlotProgress, each: Progress, lines: Lines, hiding: Hiding) -> str:
    there = [lines.of(source, each.requirement, each) for source in slot.by]
    told = "; ".join(
        (
            _IN_SLOT.get(slot.standing) or _WORDS[slot.standing],
            *still_open(slot.lacks),
            *slot.remarks,
        )
    )
    return "\n".join([f"{hiding.called(slot)}: {hiding.told_of(told, each)}", *there])


def _gate(phase: PhaseProgress, hiding: Hiding) -> Iterator[Part]:
    if phase.gate is not None and phase.phase.gate is not None:
        yield Heading("Gate", 3)
        yield Paragraph(phase.phase.gate.text)
        yield Paragraph(capital(hiding.told(phase.gate.told)), "Stands")
        if phase.gate.lacks:
            yield Bullets(tuple(one.requirement.text for one in phase.gate.lacks))
