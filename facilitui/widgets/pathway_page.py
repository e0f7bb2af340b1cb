"""The page of what is marked on a board: a requirement, a gate, or the next step."""

from __future__ import annotations

from collections.abc import Sequence

from facilitui import text as t
from facilitui.core.pathways.enrolment import Entered
from facilitui.core.pathways.gates import is_done
from facilitui.core.pathways.progress import (
    PathwayProgress,
    PhaseProgress,
    Progress,
)
from facilitui.core.pathways.remarks import Remark, RemarkKind, texts
from facilitui.core.pathways.requirement_words import asked
from facilitui.core.pathways.requirements import ScoreGate
from facilitui.core.pathways.stated import ruled
from facilitui.core.pathways.stays import lacking_behind
from facilitui.core.pathways.words import Standing, StepKind
from facilitui.core.told import capital, sentence
from facilitui.widgets.pathway_page_lines import PageLines
from facilitui.widgets.pathway_rows import over_told, phase_parts, told_in_list
from facilitui.widgets.pathway_words import gate_mark, mark_of

NOT_THERE = (Standing.MISSING, Standing.UNKNOWN, Standing.WAITING)
"""Where it is wanted to know how something is met before anything else of it."""
LACKING = "There, though it lacks something"
"""Of what is met otherwise or set aside: nobody has to do anything about it."""
IN_DEBRIEF = "Its debrief says your role, your help and who took part: j opens it, then e, f6."
"""Behind what does not count by that."""
DECISION = "Whether it opens is the programme's decision."
NUMBERLESS = "For what is only logged no number is given."


def requirement_lines(each: Progress, whole: PathwayProgress, width: int) -> t.Lines:
    """A requirement: its text, where it stands, what meets it and what lacks, its rule."""
    page = PageLines(t.reading(width), is_open=whole.enrolment.closed_on is None)
    page.said(each.requirement.text, bold=True)
    if len(whole.phases) > 1:
        is_open = whole.enrolment.closed_on is None
        for phase in (one for one in whole.phases if each in one.requirements):
            page.told_together((phase.phase.name, told_in_list(phase, is_open=is_open)))
    page.gap()
    _about(page, each, whole)
    return page.lines


def _about(page: PageLines, each: Progress, whole: PathwayProgress) -> None:
    """All that is to be read of a requirement below its text."""
    page.stands(each)
    if each.standing not in (Standing.SET_ASIDE, Standing.NOT_NEEDED):
        page.told(f"{each.uncounted}." if each.uncounted else "")
        page.told(IN_DEBRIEF if each.uncounted and each.by_debrief else "")
    lacking = LACKING if each.idle else "Still lacking"
    page.listed(lacking, () if each.slots else texts(each.open))
    page.how(each, *NOT_THERE)
    page.remarked(texts(one for one in each.remarks if not _has_its_line(one, each)))
    page.slots(each)
    page.areas(each)
    in_slots = {source for slot in each.slots for source in slot.by}
    by = () if each.levels else tuple(one for one in each.by if one not in in_slots)
    page.by("Met by" if each.standing is Standing.MET else "There so far", by)
    page.by(
        "There of it itself" if each.other else "There before",
        [one for one in each.own if one not in in_slots],
    )
    page.headed("Asked for")
    page.said(f"{capital(_asked(each, whole))}.")
    page.rule(each, whole.pathway)
    page.how(each, Standing.LOGGED)
    page.source(whole)


def _has_its_line(remark: Remark, each: Progress) -> bool:
    """Whether it is told with what is there: how the answers of a session that counts spread."""
    return remark.kind is RemarkKind.ANSWERS and remark.source in each.by


def _asked(each: Progress, whole: PathwayProgress) -> str:
    """What it asks in words; a rule that the programme stated to this enrolment is told as that."""
    gate = each.requirement
    by_rule = ruled(gate, each.own_rule) if isinstance(gate, ScoreGate) else gate
    return asked(by_rule, whole.pathway, each.areas)


def gate_lines(phase: PhaseProgress, whole: PathwayProgress, width: int) -> t.Lines:
    """The gate of a phase: what it needs, where that stands, and whose decision it is."""
    page = PageLines(t.reading(width), is_open=whole.enrolment.closed_on is None)
    page.said(f"Gate of {phase.phase.name}", bold=True)
    page.told_together(phase_parts(phase))
    page.gap()
    gate, needs = phase.gate, phase.phase.gate
    if gate is None or needs is None:
        return page.lines
    needed = [one for one in phase.requirements if one.requirement.id in needs.needs]
    over = lacking_behind(whole.enrolment, phase.phase.id)
    now = f"now: {gate.brief}" if over else gate.brief  # below stands what lacked on another day
    page.marked_line(gate_mark(meets=gate.meets), now)
    for told in dict.fromkeys(each.beside_told for each in needed if each.beside):
        page.told(f"{capital(told)}.")
    page.gap()
    _entered_all_the_same(page, over, whole)
    page.said(needs.text)
    page.headed("It needs")
    for each in needed:
        page.marked(mark_of(each), each.requirement.text, page.told_of(each))
    is_logged = any(each.standing is Standing.LOGGED for each in needed)
    if last := [*[NUMBERLESS] * is_logged, *[DECISION] * (not is_done(gate))]:
        page.gap()
        page.told(" ".join(last))
    return page.lines


def _entered_all_the_same(page: PageLines, over: Sequence[Entered], whole: PathwayProgress) -> None:
    """Who went on without what a gate needs, when and why: whatever it meets by now."""
    for entered in over:
        for told in over_told((entered,), whole.pathway):
            page.said(sentence(told))
        page.listed("Not met on that day", entered.lacked)
        page.gap()


def step_lines(whole: PathwayProgress, width: int) -> t.Lines:
    """The next step with all that is to be read of what it is about."""
    page = PageLines(t.reading(width), is_open=whole.enrolment.closed_on is None)
    page.said(f"{capital(whole.step.text)}.", bold=True)
    page.gap()
    if (found := whole.of(whole.step.requirement)) is not None:
        if whole.step.kind is not StepKind.DO:  # which begins with that text
            page.said(found.requirement.text)
        _about(page, found, whole)
    page.by("Not sorted yet", whole.unsorted)
    if whole.current is not None and whole.current.phase.purpose:
        page.headed(whole.current.phase.name)
        page.said(whole.current.phase.purpose)
    return page.lines
