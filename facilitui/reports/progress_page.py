"""Where an enrolment stands, phase by phase, as plain words for a terminal."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import zip_longest

from facilitui.core.journals.said import some
from facilitui.core.pathways.enrolled import Enrolled
from facilitui.core.pathways.enrolment import Entered
from facilitui.core.pathways.previewing import Preview
from facilitui.core.pathways.progress import PathwayProgress, PhaseProgress, Progress
from facilitui.core.pathways.remarks import still_open, texts
from facilitui.core.pathways.words import Standing
from facilitui.core.told import day_of_month
from facilitui.reports.document import Bullets, Definitions, Document, Heading, Paragraph, Part
from facilitui.reports.evidence_phases import phase_now

BOARD = "in facilitui: P, then enter"
"""Where the board of an enrolment is."""


def progress_page(enrolled: Enrolled) -> Document:
    """An enrolment with every requirement of every phase, and its one next step."""
    enrolment, progress = enrolled.enrolment, enrolled.progress
    title = enrolment.name.strip() or enrolment.pathway_name
    older = (Paragraph(enrolled.older),) if enrolled.older else ()
    head = Definitions(tuple(pair for pair in _head(enrolled) if pair[1]))
    if progress is None:
        return Document(title, (*older, head, Paragraph(enrolled.notice)), closes=False)
    phases = (part for each in progress.phases for part in _phase(each, enrolment.entered))
    return Document(title, (*older, head, *phases, *_gone(progress)), closes=False)


def preview_page(enrolled: Enrolled, preview: Preview) -> Document:
    """What moving to its pathway's changed file would change for an enrolment."""
    title = enrolled.enrolment.name.strip() or enrolled.enrolment.pathway_name
    return Document(title, (Bullets(preview.lines),), closes=False)


def in_short(enrolled: Enrolled) -> tuple[str, ...]:
    """An enrolment in a list: what it is, where it stands, what is next."""
    enrolment, progress = enrolled.enrolment, enrolled.progress
    what = ", ".join(some(enrolment.name, enrolment.pathway_name))
    closed = f"closed on {day_of_month(enrolment.closed_on)}" if enrolment.closed_on else ""
    if progress is None or enrolled.older:
        return some(what, closed, enrolled.older or enrolled.notice)
    current = progress.current
    step = "" if closed else f"next: {progress.step.text}"
    return some(
        what, phase_now(current, progress.pathway) if current is not None else "", closed, step
    )


def _head(enrolled: Enrolled) -> Iterator[tuple[str, str]]:
    enrolment, progress = enrolled.enrolment, enrolled.progress
    yield "Id", enrolled.id
    yield "Pathway", f"{enrolment.pathway_name}, version {enrolment.version}"
    yield "Begun", day_of_month(enrolment.started_on) if enrolment.started_on else ""
    if progress is not None and progress.current is not None:
        yield (
            "Last in" if enrolment.closed_on or enrolled.older else "Now in",
            phase_now(progress.current, progress.pathway),
        )
    yield "Closed", day_of_month(enrolment.closed_on) if enrolment.closed_on else ""
    if enrolled.changed_to:
        yield "Changed", _changed(enrolled)
    if progress is not None:
        yield "Sort", _unsorted(progress)
        if enrolment.closed_on is None and not enrolled.older:
            yield "Next", progress.step.text


def _unsorted(progress: PathwayProgress) -> str:
    where = f"s on its board ({BOARD})"
    return f"{progress.unsorted_told} not sorted yet: {where}" if progress.unsorted else ""


def _changed(enrolled: Enrolled) -> str:
    """That its file says something else, and what tells how."""
    now, was = enrolled.changed_to, enrolled.enrolment.version
    told = f"is still version {now}" if now == was else f"is version {now} now"
    how = f"`facilitui pathway move {enrolled.id}` prints what would change"
    return f"the file {told}, and says something else; {how}"


def _phase(phase: PhaseProgress, entered: Sequence[Entered]) -> Iterator[Part]:
    yield Heading(phase.phase.name)
    if phase.entered is None:
        yield Paragraph("Not entered yet. It asks for:")
        yield Bullets(tuple(each.requirement.text for each in phase.requirements))
        return
    yield from _stays(phase.phase.id, entered)
    if phase.counts_from is not None:
        yield Paragraph(f"It counts from {day_of_month(phase.counts_from)}")
    for each in phase.requirements:
        yield Paragraph(each.requirement.text)
        yield Bullets(_told(each))
    if phase.gate is not None and phase.phase.gate is not None:
        yield Paragraph(phase.phase.gate.text, "Gate")
        yield Bullets((phase.gate.told,))


def _stays(phase: str, entered: Sequence[Entered]) -> Iterator[Part]:
    """Each time that a phase was entered, with what was lacking then."""
    for each, following in zip_longest(entered, entered[1:]):
        if each.phase != phase:
            continue
        until = f", the next one on {day_of_month(following.on)}" if following is not None else ""
        yield Paragraph(f"Entered on {day_of_month(each.on)}{until}")
        if each.lacked:
            yield Paragraph(each.reason.strip() or "no reason was given", "Override")
            yield Bullets(tuple(f"lacked then: {text}" for text in each.lacked))


def _gone(progress: PathwayProgress) -> Iterator[Part]:
    """Phases that were entered and that the pathway has no more."""
    entered = progress.enrolment.entered
    known = {each.id for each in progress.pathway.phases}
    for phase in dict.fromkeys(each.phase for each in entered if each.phase not in known):
        yield Heading(phase)
        yield Paragraph("The pathway has no such phase any more.")
        yield from _stays(phase, entered)


def _told(each: Progress) -> tuple[str, ...]:
    open_slots = [slot for slot in each.slots if slot.standing is Standing.MISSING]
    lacks = "" if open_slots else "; ".join(texts(each.open))
    slots = (": ".join(some(slot.name, "; ".join(still_open(slot.lacks)))) for slot in open_slots)
    word = "there" if each.idle else "lacks"
    still = (f"{word}: {told}" for told in (lacks, *slots) if told)
    return some(_standing(each), *still, *texts(each.more))


def _standing(each: Progress) -> str:
    """The word for where it stands, unless what is told of it says so."""
    word = each.standing.label.lower()
    is_wished = each.requirement.wished and each.standing is Standing.MISSING
    said = is_wished or each.standing is Standing.LOGGED or each.names_standing
    return each.told if said and each.told else ": ".join(some(word, each.told))
