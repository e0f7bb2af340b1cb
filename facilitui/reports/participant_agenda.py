"""The agenda for participants: why, what for, when, and nothing that is the facilitator's own."""

from __future__ import annotations

from facilitui.core.handout import Handout
from facilitui.core.plan import Plan
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


def participant_agenda(handout: Handout) -> Document:
    """The document that everybody who comes may have."""
    plan = handout.plan
    facts = [("When", p.when(handout)), ("Where", p.where(handout))]
    found: list[Part] = [Definitions(tuple(facts))]
    if plan.purpose:
        found += [Heading("Why we meet"), Paragraph(plan.purpose)]
    if plan.goals:
        found += [Heading("What we aim for"), Bullets(tuple(goal.text for goal in plan.goals))]
    found += _agenda(handout)
    if plan.mode is Mode.ASYNCHRONOUS and plan.check_ins:
        found += _check_ins(plan)
    if handout.norms:
        found += [Heading("How we work together"), Bullets(handout.norms)]
    if things := _things(plan):
        found += [Heading("What to bring and what we use"), Bullets(things)]
    return Document(handout.title, tuple(found), left_out(plan))


def _agenda(handout: Handout) -> list[Part]:
    if not handout.slots:
        return []
    people = handout.plan.audience.count
    rows = tuple(
        (p.starts(handout, slot.start), p.figure(slot.block.minutes), slot.block.title)
        for slot in handout.slots
    )
    table = Table((p.start_heading(handout), "Minutes", "What"), rows, frozenset({0, 1}))
    found: list[Part] = [Heading("Agenda"), table]
    for slot in handout.slots:
        if slot.block.groups:
            told = p.side_by_side(slot.block.groups, people, leads=False)
            found += [Heading(f"{slot.block.title}, side by side", 3), Bullets(tuple(told))]
    return found


def _check_ins(plan: Plan) -> list[Part]:
    rows = tuple(
        (p.day(each.at), p.clock(each.at), each.prompt or "check-in") for each in plan.check_ins
    )
    return [Heading("Check-ins"), Table(("Day", "Time", "What"), rows, frozenset({1}))]


def _things(plan: Plan) -> tuple[str, ...]:
    """Materials of a difficult conversation would give away what it is about."""
    materials = () if plan.sensitive else plan.materials
    resources = (f"{each.name}: {each.where}".rstrip(": ") for each in plan.resources)
    return tuple(each for each in (*materials, *resources) if each.strip())


def left_out(plan: Plan) -> tuple[str, ...]:
    """What participants do not get to see of a plan; never what it says.

    A difficult conversation and what comes after it are among the facilitator's notes, so that
    nothing here tells that there is one.
    """
    blocks = (*plan.blocks, *plan.parked)
    people = plan.people or plan.planned_with or any(block.lead for block in blocks)
    led = any(group.lead for block in blocks for group in block.groups)
    about = plan.audience
    told = (
        (True, "the facilitator's notes, words and what to watch for"),
        (bool(people or led), "names of people"),
        (bool(about.who or about.needs or about.comfort), "what is known about participants"),
        (bool(plan.evidence), "how the effect will be seen"),
        (bool(plan.parked), "parked blocks"),
        (bool(plan.carried or plan.asked), "what earlier sessions left open"),
        (
            bool(plan.improvement or plan.learning_model or plan.research),
            "what the design rests on",
        ),
    )
    return tuple(words for there, words in told if there)
