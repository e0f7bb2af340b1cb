"""What there is for each goal, and what was planned to show it and never came."""

from __future__ import annotations

from facilitui import text as t
from facilitui.core.debriefs.evidence_there import GoalEvidence, evidence_there
from facilitui.core.sessions.session import NoteKind
from facilitui.services.debriefs.debrief_desk import DebriefDesk

MOST_LINES = 3
"""Of a goal's own words."""


def evidence_lines(desk: DebriefDesk, width: int) -> t.Lines:
    """Each goal with its verdict, what there is for it and what is missing; nothing without any."""
    found = evidence_there(desk.facts, desk.debrief, desk.beside.attached, desk.beside.heard)
    if not found:
        return []
    anything = desk.facts.count(NoteKind.CAPTURE) > 0
    told = [line for each in found for line in _goal(each, width, anything=anything)]
    return [t.heading("Evidence"), *told]


def _goal(each: GoalEvidence, width: int, *, anything: bool) -> t.Lines:
    goal = t.wrapped(f"{each.goal.id} {each.goal.text}", width)
    verdict = each.verdict.label.lower() if each.verdict is not None else ""
    known = ", ".join(filter(None, (verdict, each.told)))
    missing = each.missing(anything=anything)
    below = [
        *(t.wrapped(known, width - 2, t.SOFT) if known else []),
        *(line for told in missing for line in t.wrapped(told, width - 2)),
    ]
    nothing = [t.soft("nothing shows it yet")]
    return [*t.clipped(goal, MOST_LINES, width), *t.labelled("", below or nothing, 2)]
