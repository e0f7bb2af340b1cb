"""The purpose and the four questions: audience, goals, actions, evidence."""

from __future__ import annotations

from collections.abc import Iterator

from facilitui.core.checks.check import Check, make_check, short
from facilitui.core.checks.subject import Subject
from facilitui.core.plans.alignment import align

_HOLES = {
    "action": "Nothing in the agenda works towards it; mark the blocks that do, or add one.",
    "evidence": "Nothing will show whether it was reached; say what will, when, and who "
    "collects it.",
}


def open_questions(subject: Subject) -> Iterator[Check]:
    """What is not yet thought through."""
    yield from _purpose(subject)
    yield from _audience(subject)
    yield from _goals(subject)
    yield from _unconnected(subject)


def _purpose(subject: Subject) -> Iterator[Check]:
    if not subject.plan.purpose.strip():
        yield make_check(
            "no-purpose",
            "",
            "No purpose yet: why do you meet?",
            "People give their time to a why; one sentence is what the session opens with.",
            "about#purpose",
        )


def _audience(subject: Subject) -> Iterator[Check]:
    audience = subject.plan.audience
    if not audience.who.strip():
        yield make_check(
            "no-audience",
            "",
            "No audience yet: who is coming?",
            "Goals and actions are chosen for somebody; say who they are and how many.",
            "audience",
        )
    elif not audience.count:
        yield make_check(
            "no-number",
            "",
            "How many are coming? Turns follow their number",
            "Rounds and sub-groups take as long as there are people in them; a good guess is "
            "enough.",
            "audience#count",
        )


def _goals(subject: Subject) -> Iterator[Check]:
    if not subject.plan.goals:
        yield make_check(
            "no-goals",
            "",
            "No goals yet: what should they know or do?",
            "Actions and evidence answer to goals; write what people should know or be able to "
            "do afterwards.",
            "goals",
        )
    for row in align(subject.plan):
        told = f": {short(row.goal.text, 34)}" if row.goal.text else ""
        for missing in row.missing:
            yield make_check(
                f"no-{missing}",
                row.goal.id,
                f"{short(row.goal.id, 12)} has no {missing}{told}",
                _HOLES[missing],
                f"matrix {row.goal.id}",
            )


def _unconnected(subject: Subject) -> Iterator[Check]:
    for action in subject.actions:
        if action.planned.kind.needs_goal and not action.planned.goals:
            yield make_check(
                "no-goal",
                action.planned.id,
                f"{action.name} serves no goal",
                "Time that serves no goal is taken from those that do; name its goal, or ask "
                "whether it is needed.",
                action.place,
            )
    for each in subject.plan.evidence:
        if not each.goals:
            yield make_check(
                "shows-no-goal",
                each.id,
                f"{each.kind.label} is for no goal",
                "Evidence is collected to judge a goal by; say which one this is about.",
                f"evidence {each.id}",
            )
