"""The page of what is marked on a board: a requirement, a gate, or the next step."""

from __future__ import annotations

from facilitui import text as t
from facilitui.core.pathways.progress import (
    PathwayProgress,
    PhaseProgress,
    Progress,
)
from facilitui.core.pathways.requirements import ScoreGate
from facilitui.core.pathways.rules import rule_of
from facilitui.core.pathways.standings.counting import NOTHING_YET
from facilitui.core.pathways.stays import lacking_behind, phase_named
from facilitui.core.pathways.told import asked
from facilitui.core.pathways.words import Standing
from facilitui.core.safe_text import line, quoted
from facilitui.core.told import capital, day_of_month
from facilitui.widgets.pathway_page_lines import PageLines
from facilitui.widgets.pathway_rows import phase_told
from facilitui.widgets.pathway_words import standing_told

NOT_THERE = (Standing.MISSING, Standing.UNKNOWN, Standing.WAITING)
"""Where it is wanted to know how something is met before anything else of it."""
DECISION = "Whether it opens is the programme's decision."
NUMBERLESS = "For what is only logged no number is given."


def requirement_lines(each: Progress, whole: PathwayProgress, width: int) -> t.Lines:
    """A requirement: its text, where it stands, what meets it and what lacks, its rule."""
    page = PageLines(t.reading(width))
    page.said(each.requirement.text, bold=True)
    page.gap()
    _about(page, each, whole)
    return page.lines


def _about(page: PageLines, each: Progress, whole: PathwayProgress) -> None:
    """All that is to be read of a requirement below its text."""
    page.stands(each)
    page.reason(each)
    if each.standing not in (Standing.SET_ASIDE, Standing.NOT_NEEDED):
        page.told(f"{each.uncounted}." if each.uncounted else "")
    page.listed("Still open", _lacks(each))
    page.how(each, *NOT_THERE)
    page.remarked(each.more)
    page.slots(each.slots)
    page.by("Met by" if each.standing is Standing.MET else "There so far", each.by)
    page.headed("Asked for")
    page.said(f"{capital(_asked(each, whole))}.")
    page.rule(each, whole)
    page.how(each, Standing.LOGGED)
    page.areas(each)
    page.source(whole)


def _lacks(each: Progress) -> tuple[str, ...]:
    """What is missing beyond what its line, or its slots below, tell already."""
    there = each.told.casefold()
    lacks = (one for one in each.lacks if one != NOTHING_YET and one.casefold() not in there)
    return () if each.slots else tuple(lacks)


def _asked(each: Progress, whole: PathwayProgress) -> str:
    """What it asks in words; a rule that the programme stated to this enrolment is told as that."""
    gate = each.requirement
    ruled = rule_of(gate, whole.enrolment) if isinstance(gate, ScoreGate) else gate
    return asked(ruled, whole.pathway, each.areas)


def gate_lines(phase: PhaseProgress, whole: PathwayProgress, width: int) -> t.Lines:
    """The gate of a phase: what it needs, where that stands, and whose decision it is."""
    page = PageLines(t.reading(width))
    page.said(f"{phase.phase.name}: gate", bold=True)
    page.told(phase_told(phase))
    page.gap()
    gate, needs = phase.gate, phase.phase.gate
    if gate is None or needs is None:
        return page.lines
    page.said(needs.text)
    page.gap()
    needed = [one for one in phase.requirements if one.requirement.id in needs.needs]
    page.marked_line(Standing.MET if gate.meets else Standing.MISSING, gate.brief)
    for told in dict.fromkeys(each.beside for each in needed if each.beside):
        page.told(f"{capital(told)}.")
    page.headed("It needs")
    for each in needed:
        page.marked(each.standing, each.requirement.text, standing_told(each))
    is_logged = any(each.standing is Standing.LOGGED for each in needed)
    is_said = "programme" in gate.brief  # whose decision it is
    if last := [*[NUMBERLESS] * is_logged, *[DECISION] * (not is_said)]:
        page.gap()
        page.told(" ".join(last))
    for entered in lacking_behind(whole.enrolment, phase.phase.id):
        name = phase_named(entered.phase, (whole.pathway,))
        on = day_of_month(entered.on)
        page.listed(f"Not met when {quoted(name)} was entered on {on}", entered.lacked)
        page.told(f"Entered all the same: {entered.reason}" if entered.reason else "")
    return page.lines


def step_lines(whole: PathwayProgress, width: int) -> t.Lines:
    """The next step with all that is to be read of what it is about."""
    page = PageLines(t.reading(width))
    page.said(f"{capital(whole.step.text)}.", bold=True)
    page.gap()
    if (found := whole.of(whole.step.requirement)) is not None:
        if not whole.step.text.startswith(line(found.requirement.text)):
            page.said(found.requirement.text)
        _about(page, found, whole)
    page.by("Not sorted yet", whole.unsorted)
    if whole.current is not None and whole.current.phase.purpose:
        page.headed(whole.current.phase.name)
        page.said(whole.current.phase.purpose)
    return page.lines
