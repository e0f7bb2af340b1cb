"""The agenda for participants: why, what for, when, and nothing that is the facilitator's own."""

from __future__ import annotations

from facilitui.core.plans.plan import Plan
from facilitui.core.reports.handout import Handout
from facilitui.core.vocabulary import GoalKind, Mode
from facilitui.reports import parts as p
from facilitui.reports.document import (
    Bullets,
    Definitions,
    Document,
    Heading,
    Paragraph,
    Part,
)

_AFTERWARDS = {
    GoalKind.KNOW: "To know afterwards",
    GoalKind.DO: "To be able to do afterwards",
    GoalKind.BOTH: "To know and be able to do afterwards",
}


def participant_agenda(handout: Handout) -> Document:
    """The document that everybody who comes may have."""
    plan = handout.plan
    facts = [("When", p.when(handout)), ("Where", p.where(handout))]
    found: list[Part] = [Definitions(tuple(facts))]
    if plan.purpose:
        found += [Heading("Why we meet"), Paragraph(plan.purpose)]
    found += [*_goals(plan), *_agenda(handout)]
    if plan.mode is Mode.ASYNCHRONOUS:
        found += p.check_ins(plan)
    if handout.norms:
        found += [Heading("How we work together"), Bullets(handout.norms)]
    if things := _things(plan):
        found += [Heading("What to bring and what we use"), Bullets(things)]
    return Document(handout.title, tuple(found), left_out(plan))


def _goals(plan: Plan) -> list[Part]:
    found: list[Part] = []
    for kind, words in _AFTERWARDS.items():
        texts = tuple(g.text for g in plan.goals if g.kind is kind and g.text.strip())
        if texts:
            found += [Heading(words, 3), Bullets(texts)]
    return [Heading("What we aim for"), *found] if found else []


def _agenda(handout: Handout) -> list[Part]:
    people = handout.plan.audience.count
    found = p.agenda(handout, ("Minutes", "What"), lambda block: (block.title,))
    for slot in handout.slots:
        if slot.block.groups:
            told = p.side_by_side(slot.block.groups, people, leads=False)
            found += [Heading(f"{slot.block.title}, side by side", 3), Bullets(tuple(told))]
    return found


def _things(plan: Plan) -> tuple[str, ...]:
    """Materials of a difficult conversation would give away what it is about."""
    materials = () if plan.sensitive else plan.materials
    return (*(each for each in materials if each.strip()), *p.resources(plan))


def left_out(plan: Plan) -> tuple[str, ...]:
    """What participants do not get to see of a plan; never what it says.

    A difficult conversation and what comes after it are among the facilitator's notes, so that
    nothing here tells that there is one.
    """
    blocks = (*plan.blocks, *plan.parked)
    people = plan.people or plan.planned_with or any(block.lead for block in blocks)
    led = any(group.lead for block in blocks for group in block.groups)
    about = plan.audience
    known = about.who or about.roles or about.experience or about.needs or about.comfort
    told = (
        (True, "the facilitator's notes, words and what to watch for"),
        (bool(people or led), "names of people"),
        (bool(known), "what is known about participants"),
        (bool(plan.evidence), "how the effect will be seen"),
        (bool(plan.parked), "parked blocks"),
        (bool(plan.carried or plan.asked), "what earlier sessions left open"),
        (
            bool(plan.improvement or plan.learning_model or plan.research),
            "what the design rests on",
        ),
        (p.is_fitted(plan), p.FITTED),
    )
    return tuple(words for there, words in told if there)
