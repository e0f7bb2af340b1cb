"""A requirement in an evidence summary: what it asks, where it stands, what there is of it."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from facilitui.core.pathways.names_in_a_row import names_told
from facilitui.core.pathways.progress import Progress, SlotProgress
from facilitui.core.pathways.remarks import LackKind, Remark, RemarkKind, all_said, without
from facilitui.core.pathways.requirement_words import asked, rule
from facilitui.core.pathways.requirements import (
    CheckIns,
    Log,
    ParticipantFeedback,
    Requirement,
    ScoreGate,
)
from facilitui.core.pathways.standings.counting import of_slot
from facilitui.core.pathways.stated import ruled
from facilitui.core.pathways.summary import Summary, sources_of
from facilitui.core.pathways.summary_counts import is_without_number
from facilitui.core.pathways.whose_words import Said, joined, words
from facilitui.core.pathways.words import Standing
from facilitui.core.told import capital, day_of_month, plural
from facilitui.reports.document import Heading, Paragraph, Part, Record, Records
from facilitui.reports.evidence_hiding import Hiding
from facilitui.reports.evidence_lines import Lines

MEETS = "meets the recorded criteria"
LACKING = "There, lacking"
"""Of what is met otherwise or set aside."""
NOT_COUNTED = "answers that show nothing of what is asked"
STANDING_WORDS = {
    Standing.MET: MEETS,
    Standing.MISSING: "not met yet",
    Standing.LOGGED: "recorded; the programme decides",
    Standing.WAITING: "waiting for an opportunity",
    Standing.UNKNOWN: "cannot be told yet",
    Standing.SET_ASIDE: "set aside",
    Standing.NOT_NEEDED: "not needed",
}

_IS_THERE, NOT_THERE = frozenset({Standing.MET, Standing.LOGGED}), "not there yet"
"""Of a slot; only the whole of something meets criteria."""


def requirement_told(
    each: Progress, summary: Summary, lines: Lines, hiding: Hiding
) -> Iterator[Part]:
    """It under a heading of its own."""
    is_scored = isinstance(each.requirement, ScoreGate) and each.areas is not None
    there = f"{each.have} of {plural(each.need or 0, 'area')}" if is_scored else ""
    yield Heading(each.requirement.text, 3)
    if each.standing is not Standing.NOT_NEEDED and not _is_bare(each.requirement):
        yield Paragraph(capital(_asks(each, summary, hiding)), "Asks")
    if isinstance(each.requirement, ScoreGate) and each.own_rule is not None:
        yield Paragraph(capital(_ruled(each, each.requirement)), "In the pathway's file")
    yield Paragraph(hiding.told(_stands(each, there)), "Stands")
    if there and each.reason.strip():  # else it stands in the line above
        yield Paragraph(hiding.typed(each.reason.strip()), "Reason")
    if lacks := all_said(without(each.lacks, LackKind.SLOT, LackKind.NOTHING)):
        yield Paragraph(hiding.told(lacks), LACKING if each.idle else "Still lacking")
    of_slots = {of_slot(slot, one) for slot in each.slots for one in slot.remarks}
    others = (one for one in each.remarks if one not in of_slots)
    if more := all_said(one for one in others if not _has_its_line(one, each)):
        yield Paragraph(hiding.told(more), "Please note")
    if isinstance(each.requirement, ScoreGate):
        yield from _areas(each, each.requirement, summary, hiding)
    yield from _evidence(each, lines, hiding)


def _is_bare(asked: Requirement) -> bool:
    """Whether its text says all that it asks: entries of a log or check-ins, however many."""
    is_more = asked.per or asked.needs or asked.instead_of or asked.by_opportunity
    if is_more or not isinstance(asked, Log | CheckIns) or asked.count is not None:
        return False
    return isinstance(asked, CheckIns) or not (asked.upon or asked.current)


def _stands(each: Progress, there: str) -> Said:
    """Where it stands; "meets the recorded criteria" only where that is so.

    `there` is told in place of how it is counted; empty for nothing else.
    """
    told, word = there or each.plain_said, STANDING_WORDS[each.standing]
    if each.requirement.wished and each.standing is Standing.MISSING:
        return told or "not recorded"
    says_itself = not there and each.names_standing and each.standing is not Standing.MET
    is_judged = each.standing is Standing.LOGGED or is_without_number(each)
    if told and (says_itself or is_judged):
        return told
    return words(word, " (", told, ")") if told else word


def _has_its_line(remark: Remark, each: Progress) -> bool:
    """Whether it is told with a piece of evidence, with what does not count, or with the rule."""
    is_listed = remark.source in each.by or bool(remark.uncounted)
    return remark.kind is RemarkKind.RULE or (remark.kind is RemarkKind.ANSWERS and is_listed)


def _asks(each: Progress, summary: Summary, hiding: Hiding) -> str:
    """What is asked, by the rule that the programme stated to this enrolment where it did."""
    requirement, own = each.requirement, each.own_rule
    if not isinstance(requirement, ScoreGate):
        is_judged = bool(each.rule) and not each.other and each.standing is not Standing.SET_ASIDE
        return asked(requirement, summary.progress.pathway, judged=not is_judged)
    words = _ruled(each, ruled(requirement, own))
    if own is None:
        return words
    return f"{words}; as {hiding.typed(own.source)} stated it on {day_of_month(own.on)}"


def _ruled(each: Progress, gate: ScoreGate) -> str:
    """A rule for scores; priority areas have a line of their own, which names them."""
    return rule(gate, each.areas if gate.areas else None)


def _areas(each: Progress, gate: ScoreGate, summary: Summary, hiding: Hiding) -> Iterator[Part]:
    """Which they are and who says so: somebody who entered them, or the programme's own file."""
    areas = each.areas
    if areas is not None and not gate.areas:
        named = names_told([areas.names.get(area, area) for area in areas.areas])
        on = f", {day_of_month(areas.on)}" if areas.on else ""
        is_typed = areas in summary.progress.enrolment.areas
        source = hiding.typed(areas.source) if is_typed else areas.source
        yield Paragraph(f"{named}; {source}{on}", "Priority areas")


def _evidence(each: Progress, lines: Lines, hiding: Hiding) -> Iterator[Part]:
    """What there is; that there is nothing is said by where it stands."""
    within = {source for slot in each.slots for source in slot.by}
    items = [_slot(slot, each, lines, hiding) for slot in each.slots]
    others = (source for source in sources_of(each) if source not in within)
    items += [lines.of(source, each.requirement, each) for source in others]
    if items:
        yield Records(tuple(items))
    if isinstance(each.requirement, ParticipantFeedback):
        yield from _not_counted(each, tuple(_showing_nothing(each, lines)))


def _not_counted(each: Progress, items: tuple[Record, ...]) -> Iterator[Part]:
    """How many sets of answers do not count here and why, also those of other phases."""
    if items or each.uncounted:
        yield Paragraph(f"{each.uncounted or NOT_COUNTED}.", "Not counted")
        yield from [Records(items)] if items else []


def _showing_nothing(each: Progress, lines: Lines) -> Iterator[Record]:
    """What was heard in the phase and does not count: how it spread, and why it does not."""
    for remark in each.remarks:
        if remark.source is not None and remark.uncounted:
            why = Record(f"Does not count: {remark.uncounted}.")
            yield replace(lines.of(remark.source, None), records=(why,))


def _slot(slot: SlotProgress, each: Progress, lines: Lines, hiding: Hiding) -> Record:
    """A slot with what there is of it; where that says it is there, no word for it is needed."""
    there = tuple(lines.of(source, each.requirement, each) for source in slot.by)
    standing = STANDING_WORDS[slot.standing]
    if there or slot.lacking:
        standing = "" if slot.standing in _IS_THERE else standing
    elif slot.standing is Standing.MISSING:
        standing = NOT_THERE
    lacks = all_said(without(slot.lacks, LackKind.NOTHING))
    told = hiding.told(joined((standing, lacks, all_said(slot.remarks))))
    if not told and len(there) == 1 and not there[0].label:
        return replace(there[0], label=hiding.called(slot))
    return Record(told, hiding.called(slot), records=there)
