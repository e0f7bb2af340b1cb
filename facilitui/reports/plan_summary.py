"""A plan on one page: the four questions, the agenda, what serves which goal, what to look at."""

from __future__ import annotations

from collections.abc import Sequence

from facilitui.core.checks import Check, Weight
from facilitui.core.plans.alignment import Answered, GoalAlignment
from facilitui.core.plans.plan import Plan
from facilitui.core.plans.plan_changes import SinceBegun
from facilitui.core.plans.schedule import minutes_twice
from facilitui.core.reports.handout import Handout
from facilitui.core.told import A_SECOND, figure
from facilitui.core.vocabulary import Mode
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
    begun: SinceBegun | None = None,
) -> Document:
    """The document that `plan show` prints; `begun` is the agenda that the plan began from."""
    plan = handout.plan
    facts = [("When", p.when(handout)), ("Where", p.where(handout)), ("Why", plan.purpose)]
    facts += [("Began from", begun.told())] if begun else []
    found: list[Part] = [
        Definitions(tuple((name, value or "nothing yet") for name, value in facts)),
        Heading(f"The four questions: {answered.count} of 4"),
        Definitions(_questions(handout)),
        *_agenda(handout),
        *(p.check_ins(plan) if plan.mode is Mode.ASYNCHRONOUS else []),
        *_alignment(goals),
        *_changes(begun),
        Heading("To look at"),
    ]
    if checks:
        told = (f"{'!' if each.weight > Weight.LOOK else '·'} {each.text}" for each in checks)
        found.append(Bullets(tuple(told)))
    else:
        found.append(Paragraph("Nothing."))
    return Document(handout.title, tuple(found))


def _changes(begun: SinceBegun | None) -> list[Part]:
    if begun is None or not begun.changes:
        return []
    told = tuple(each.told() for each in begun.changes)
    return [Heading("Changed of the agenda it began from"), Bullets(told)]


def _questions(handout: Handout) -> tuple[tuple[str, str], ...]:
    plan = handout.plan
    who = "; ".join(part for part in (p.audience(plan), plan.audience.needs) if part)
    return (
        ("1 Audience", who or "nobody yet"),
        ("2 Goals", "\n".join(p.goals(plan.goals)) or "none yet"),
        ("3 Actions", _actions(handout) or "none yet"),
        ("4 Evidence", _evidence(plan) or "none yet"),
    )


def _actions(handout: Handout) -> str:
    """How many blocks there are, and what they take by the clock, waits and overlaps included."""
    plan = handout.plan
    if not plan.blocks:
        return ""
    blocks = "1 block" if len(plan.blocks) == 1 else f"{len(plan.blocks)} blocks"
    told = [f"{blocks}, {figure(handout.minutes)} of {figure(plan.minutes)} minutes"]
    idle = sum(slot.gap for slot in handout.slots)
    twice = minutes_twice(handout.slots)
    if idle >= A_SECOND:
        told.append(f"{figure(idle)} of them with nothing planned")
    if twice >= A_SECOND:
        told.append(f"{figure(twice)} of them planned twice")
    return "; ".join(told)


def _evidence(plan: Plan) -> str:
    lines: list[str] = []
    for each in plan.evidence:
        about = ", ".join(part for part in (each.text, each.when, each.who) if part)
        goals = f" → {' '.join(each.goals)}" if each.goals else ""
        lines.append(f"{each.kind.label}{f': {about}' if about else ''}{goals}")
    return "\n".join(lines)


def _agenda(handout: Handout) -> list[Part]:
    found = p.agenda(
        handout,
        ("Min", "Block", "Goals", "Lead"),
        lambda block: (block.title, " ".join(block.goals) or "–", block.lead),
    )
    return found or [Heading("Agenda"), Paragraph("Nothing yet.")]


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
