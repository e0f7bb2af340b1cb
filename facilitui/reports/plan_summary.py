"""A plan on one page: the four questions, the agenda, what serves which goal, what to look at."""

from __future__ import annotations

from collections.abc import Sequence

from facilitui.core.alignment import Answered, GoalAlignment
from facilitui.core.checks import Check, Weight
from facilitui.core.handout import Handout
from facilitui.core.plan import Plan
from facilitui.reports import parts as p
from facilitui.reports.document import (
    Bullets,
    Definitions,
    Document,
    Heading,
    Paragraph,
    Part,
    Table,
)


def plan_summary(
    handout: Handout,
    goals: Sequence[GoalAlignment],
    answered: Answered,
    checks: Sequence[Check],
) -> Document:
    """The document that `plan show` prints."""
    plan = handout.plan
    facts = [("When", p.when(handout)), ("Where", p.where(handout)), ("Why", plan.purpose)]
    found: list[Part] = [
        Definitions(tuple((name, value or "nothing yet") for name, value in facts)),
        Heading(f"The four questions: {answered.count} of 4"),
        Definitions(_questions(handout)),
        *_agenda(handout),
        *_alignment(goals),
        Heading("To look at"),
    ]
    if checks:
        told = (f"{'!' if each.weight > Weight.LOOK else '·'} {each.text}" for each in checks)
        found.append(Bullets(tuple(told)))
    else:
        found.append(Paragraph("Nothing."))
    return Document(handout.title, tuple(found))


def _questions(handout: Handout) -> tuple[tuple[str, str], ...]:
    plan = handout.plan
    about = plan.audience
    count = f"{about.count} people" if about.count else ""
    who = "; ".join(part for part in (about.who, count, about.experience, about.needs) if part)
    goals = "\n".join(f"{each.id} ({each.kind.label.lower()}) {each.text}" for each in plan.goals)
    minutes = sum(slot.block.minutes for slot in handout.slots)
    actions = f"{len(plan.blocks)} blocks, {p.figure(minutes)} of {p.figure(plan.minutes)} minutes"
    return (
        ("1 Audience", who or "nobody yet"),
        ("2 Goals", goals or "none yet"),
        ("3 Actions", actions if plan.blocks else "none yet"),
        ("4 Evidence", _evidence(plan) or "none yet"),
    )


def _evidence(plan: Plan) -> str:
    lines: list[str] = []
    for each in plan.evidence:
        about = ", ".join(part for part in (each.text, each.when, each.who) if part)
        goals = f" → {' '.join(each.goals)}" if each.goals else ""
        lines.append(f"{each.kind.label}{f': {about}' if about else ''}{goals}")
    return "\n".join(lines)


def _agenda(handout: Handout) -> list[Part]:
    if not handout.slots:
        return [Heading("Agenda"), Paragraph("Nothing yet.")]
    rows = tuple(
        (
            p.starts(handout, slot.start),
            p.figure(slot.block.minutes),
            slot.block.title,
            " ".join(slot.block.goals) or "–",
            slot.block.lead,
        )
        for slot in handout.slots
    )
    columns = (p.start_heading(handout), "Min", "Block", "Goals", "Lead")
    return [Heading("Agenda"), Table(columns, rows, frozenset({0, 1}))]


def _alignment(goals: Sequence[GoalAlignment]) -> list[Part]:
    if not goals:
        return []
    rows = tuple(
        (
            row.goal.id,
            "; ".join(block.title for block in row.actions) or "✗ no action",
            "; ".join(each.kind.label for each in row.evidence) or "✗ no evidence",
        )
        for row in goals
    )
    return [Heading("Goal, action, evidence"), Table(("Goal", "Actions", "Evidence"), rows)]
