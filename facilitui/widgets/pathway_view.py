"""A board's heading, what is said below it, and the page of what is marked."""

from __future__ import annotations

from facilitui import text as t
from facilitui.core.pathways.enrolled import Enrolled
from facilitui.core.pathways.progress import PathwayProgress
from facilitui.core.told import capital, day_of_month
from facilitui.widgets.pathway_page import gate_lines, requirement_lines, step_lines
from facilitui.widgets.pathway_rows import ASKED, GATE, STEP
from facilitui.widgets.problem_lines import problem

MOST_SAID = 2
"""Notices below a board; there are seldom any."""
MOVES = "v shows what that changes; nothing is changed by itself."
READS = "v takes the pathway's file as it is now, once you have seen what that changes."


def head_lines(enrolled: Enrolled | None, width: int) -> t.Lines:
    """Whose way it is and through what; below it the phase it is in."""
    if enrolled is None:
        return [t.spread(t.strong("Pathway"), t.soft("reading…"), width), t.BLANK]
    said = enrolled.enrolment
    pathway = said.pathway_name or said.pathway
    name = t.strong(said.name or pathway)
    if said.name:
        name = t.join(name, "   ", t.soft(pathway))
    place = t.soft(_place_told(enrolled))
    where = where_told(enrolled, counted=bool(place))
    return [t.spread(name, place, width), t.fitted(t.soft(where), width)]


def _place_told(enrolled: Enrolled) -> str:
    """The how-manieth of how many phases it is in; of one alone, or of none, nothing."""
    whole = enrolled.progress
    if whole is None or whole.current is None or len(whole.phases) < 2:
        return ""
    return f"phase {whole.phases.index(whole.current) + 1} of {len(whole.phases)}"


def where_told(enrolled: Enrolled, *, counted: bool = False) -> str:
    """The phase it is in and since when, or that it is closed; never that one was passed.

    `counted` where the how-manieth phase it is stands beside it.
    """
    said, whole = enrolled.enrolment, enrolled.progress
    closed = f"closed {day_of_month(said.closed_on)}" if said.closed_on else ""
    if whole is None or whole.current is None:
        begun = f"begun {day_of_month(said.started_on)}" if said.started_on else "not begun"
        return closed or begun
    name = whole.current.phase.name
    if closed:
        return f"{capital(closed)}, {name}"
    place = "" if counted or name.casefold().startswith("phase") else _place_told(enrolled)
    at = f"in {place}" if place else ""
    entered = whole.current.entered
    on = f"entered {day_of_month(entered.on)}" if entered else ""
    return capital(", ".join(filter(None, (at, name, on))))


def said_lines(enrolled: Enrolled, width: int) -> t.Lines:
    """What may make it too little, and that the pathway's file is another one by now."""
    lines = problem(enrolled.broken, width) if enrolled.broken else []
    if enrolled.progress is None:
        takes = [] if enrolled.broken else [t.BLANK, *t.wrapped(READS, width)]
        return [*lines, *problem(enrolled.notice, width), *takes]
    if enrolled.changed_to and enrolled.file_told:
        lines += problem(f"{enrolled.file_told}. {MOVES}", width)
    notices = [each for each in enrolled.progress.notices if each != enrolled.older]  # it is above
    for each in notices[:MOST_SAID]:
        lines += problem(each, width)
    more = len(notices) - MOST_SAID
    return [*lines, *([t.soft(f"  and {more} more")] if more > 0 else [])]


def page_lines(whole: PathwayProgress, key: str, width: int) -> t.Lines:
    """The page of a row."""
    if key == STEP:
        return step_lines(whole, width)
    if key.startswith(GATE):
        id = key.removeprefix(GATE)
        return [
            line
            for each in whole.phases
            if each.phase.id == id
            for line in gate_lines(each, whole, width)
        ]
    found = whole.of(key.removeprefix(ASKED))
    return requirement_lines(found, whole, width) if found is not None else []
