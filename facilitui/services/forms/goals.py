"""The forms of goals, and of the evidence for them."""

from __future__ import annotations

from collections.abc import Sequence

from facilitui.core.checks.check import short
from facilitui.core.plans import editing
from facilitui.core.plans.alignment import align
from facilitui.core.plans.plan import ALL_GOALS, Evidence, Goal, Plan
from facilitui.core.plans.plan_words import Outcome
from facilitui.core.vocabulary import EvidenceKind
from facilitui.core.words import Word
from facilitui.services.forms import reading as r
from facilitui.services.forms.form import Choices, Form, FormField, Kind, Values, read_all, words

EVERY_GOAL = "all, later ones too"
"""Ticking each goal is something else: a goal that is added later is then not served."""


def goal_choices(plan: Plan, named: Sequence[str]) -> Choices:
    """The goals that can be ticked; one that is named but not there can be taken out."""
    there = tuple((goal.id, f"{goal.id}  {goal.text}".strip()) for goal in plan.goals)
    everyone = ((ALL_GOALS, EVERY_GOAL),)
    known = {value for value, _ in (*there, *everyone)}
    gone = tuple((name, f"{name}  not there") for name in named if name not in known)
    return (*there, *everyone, *gone)


def goals_field(plan: Plan, named: Sequence[str]) -> FormField:
    """Which goals something serves."""
    hint = "which goals it serves" if plan.goals else "there are no goals yet"
    return FormField(
        "goals",
        "Goals",
        " ".join(named),
        hint,
        goal_choices(plan, named),
        kind=Kind.MANY,
        read=r.several,
    )


def _what(text: str, hint: str) -> FormField:
    """The words of a goal, or of what shows it."""
    return FormField("text", "What", text, hint, name="words", read=r.a_line("what"))


def _kind(label: str, kind: Word, hint: str) -> FormField:
    """Which kind of its sort something is."""
    sort = type(kind)
    return FormField("kind", label, kind.value, hint, words(sort), name="kind", read=sort)


def goal_form(plan: Plan, goal: Goal) -> Form[Plan]:
    """What they should know or be able to do."""
    fields = (
        _what(goal.text, "what they leave with: quote the work when they speak of it"),
        _kind("They will", goal.kind, "know it, be able to do it, or both"),
        FormField(
            "outcomes",
            "Outcomes",
            " ".join(goal.outcomes),
            "what it is for in the end; may be left out",
            words(Outcome),
            kind=Kind.MANY,
            read=lambda text: tuple(Outcome(each) for each in r.several(text)),
        ),
    )

    def change(plan: Plan, values: Values) -> Plan:
        changed = goal.model_copy(update=read_all(fields, values))
        if not changed.text and plan.goal(goal.id) is None:
            return plan
        return editing.with_goal(plan, changed)

    return Form(f"2  Goal {goal.id}", fields, change, subject=f"goal {goal.id}")


def new_goal_form(plan: Plan) -> Form[Plan]:
    """The form of a goal that is not there yet."""
    return goal_form(plan, Goal(id=editing.next_goal_id(plan), text=""))


def evidence_form(plan: Plan, evidence: Evidence) -> Form[Plan]:
    """How a goal's effect will be seen."""
    fields = (
        _what(evidence.text, "what you will look at: a sentence on a card"),
        _kind("Kind", evidence.kind, "how the effect will be seen"),
        goals_field(plan, evidence.goals),
        FormField(
            "when",
            "When",
            evidence.when,
            "at the door; in three weeks",
            name="time",
            read=r.a_line("when"),
        ),
        FormField(
            "who",
            "Who",
            evidence.who,
            "who collects it",
            name="collector",
            read=r.a_line("who"),
        ),
    )
    name = r.flat(evidence.text) or evidence.kind.label.lower()

    def change(plan: Plan, values: Values) -> Plan:
        changed = evidence.model_copy(update=read_all(fields, values))
        known = any(each.id == evidence.id for each in plan.evidence)
        # One that was only looked at is none; its kind alone says already what will be seen.
        return editing.with_evidence(plan, changed) if known or changed != evidence else plan

    subject, place = f"the evidence “{short(name)}”", f"evidence {evidence.id}"
    return Form("4  Evidence", fields, change, subject=subject, place=place)


def new_evidence_form(plan: Plan) -> Form[Plan]:
    """The form of an evidence measure, for the goals that have none yet."""
    missing = tuple(aligned.goal.id for aligned in align(plan) if not aligned.evidence)
    evidence = editing.new_evidence(plan, EvidenceKind.EXIT_TICKET)
    return evidence_form(plan, evidence.model_copy(update={"goals": missing}))
