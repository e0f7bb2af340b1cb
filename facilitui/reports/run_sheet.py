"""The facilitator's run sheet: everything that is needed in the room, by block and by step."""

from __future__ import annotations

from facilitui.core.agenda import Part as AgendaPart
from facilitui.core.handout import Handout
from facilitui.core.plan import Block, Plan
from facilitui.core.plan_words import ReadyItem
from facilitui.core.schedule import Slot
from facilitui.core.vocabulary import Silence
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


def run_sheet(handout: Handout) -> Document:
    """The document for whoever leads."""
    plan = handout.plan
    found: list[Part] = []
    if plan.sensitive:
        found.append(Paragraph("A difficult conversation: keep this sheet to yourself.", soft=True))
    found += [Definitions(_about(handout)), *_goals(plan), *_overview(handout)]
    for slot in handout.slots:
        found += _block(handout, slot)
    if handout.norms:
        found += [Heading("Norms"), Bullets(handout.norms)]
    found += [*_evidence(plan), *_things(plan), *_carried(plan)]
    if plan.aftercare:
        found += [Heading("Afterwards"), Paragraph(plan.aftercare)]
    if plan.note:
        found += [Heading("Notes"), Paragraph(plan.note)]
    ticked = tuple(item in plan.ready for item in ReadyItem)
    found += [Heading("Ready"), Bullets(tuple(item.label for item in ReadyItem), ticked)]
    return Document(f"Run sheet: {handout.title}", tuple(found), _left_out(plan))


def _about(handout: Handout) -> tuple[tuple[str, str], ...]:
    plan = handout.plan
    about = plan.audience
    count = f"{about.count} people" if about.count else ""
    who = "; ".join(part for part in (about.who, count, *about.roles, about.experience) if part)
    comfort = "; ".join(f"{each.item}: {each.level.label}" for each in about.comfort)
    people = "; ".join(f"{each.name} ({each.role.label.lower()})" for each in plan.people)
    pairs = (
        ("When", p.when(handout)),
        ("Where", p.where(handout)),
        ("Why", plan.purpose),
        ("Who comes", who),
        ("What they need", about.needs),
        ("At ease with", comfort),
        ("Who leads", people),
    )
    return tuple((name, value) for name, value in pairs if value)


def _goals(plan: Plan) -> list[Part]:
    if not plan.goals:
        return []
    items = (f"{goal.id} ({goal.kind.label.lower()}): {goal.text}" for goal in plan.goals)
    return [Heading("Goals"), Bullets(tuple(items))]


def _overview(handout: Handout) -> list[Part]:
    if not handout.slots:
        return []
    rows = tuple(
        (
            p.starts(handout, slot.start),
            p.figure(slot.block.minutes),
            slot.block.title,
            slot.block.lead,
            " ".join(slot.block.goals),
        )
        for slot in handout.slots
    )
    columns = (p.start_heading(handout), "Minutes", "Block", "Lead", "Goals")
    return [Heading("Agenda"), Table(columns, rows, frozenset({0, 1}))]


def _block(handout: Handout, slot: Slot) -> list[Part]:
    block, people = slot.block, handout.plan.audience.count
    planned = handout.plan.block(block.id)
    start, minutes = p.starts(handout, slot.start), p.figure(block.minutes)
    found: list[Part] = [Heading(f"{start}  {block.title} ({minutes} min)")]
    lead = f"led by {block.lead}" if block.lead else ""
    traits = [block.kind.label, block.protocol, lead, *_traits(planned), *_timing(slot)]
    traits.append(p.sitting(block, people))
    found.append(Paragraph(" · ".join(each for each in traits if each), soft=True))
    if block.groups:
        found.append(Bullets(tuple(p.side_by_side(block.groups, people, leads=True))))
    if planned is not None:
        # What a single part says is the block's own; steps have words of their own.
        own = (("Say", planned.say), ("Show", planned.show), ("Watch", planned.watch))
        found += [Paragraph(text, label) for label, text in own if text]
        if planned.note:
            found.append(Paragraph(planned.note, "Note"))
    if block.protocol:
        for moment, part in slot.part_starts():
            found += _step(f"{p.starts(handout, moment)}  ", part)
    return found


def _traits(block: Block | None) -> list[str]:
    if block is None:
        return []
    told = ((block.protected, "protected"), (block.optional, "optional"))
    asked = [f"asks: {block.question.label.lower()}"] if block.question else []
    return [*(words for there, words in told if there), *asked]


def _timing(slot: Slot) -> list[str]:
    told: list[str] = []
    if slot.block.pinned_start is not None:
        told.append(f"pinned to {slot.block.pinned_start:%H:%M}")
    if slot.overlap >= 1:
        told.append(f"begins {p.figure(slot.overlap)} min before the block ahead ends")
    if slot.gap >= 1:
        told.append(f"{p.figure(slot.gap)} min of nothing before it")
    return told


def _step(start: str, part: AgendaPart) -> list[Part]:
    silence = part.silence.label if part.silence is not Silence.NONE else ""
    turns = f"turns of {p.turn(part.turn_minutes)}" if part.turn_minutes else ""
    asked = f"asks: {part.question.label.lower()}" if part.question else ""
    traits = " · ".join(each for each in (part.who.label, silence, turns, asked) if each)
    words = (("Say", part.say), ("Show", part.show), ("Watch", part.watch))
    return [
        Heading(f"{start}{part.title} ({p.figure(part.minutes)} min)", 3),
        Paragraph(traits, soft=True),
        *(Paragraph(text, label) for label, text in words if text),
    ]


def _evidence(plan: Plan) -> list[Part]:
    if not plan.evidence:
        return []
    rows = tuple(
        (each.kind.label, each.text, each.when, each.who, " ".join(each.goals))
        for each in plan.evidence
    )
    return [Heading("Evidence"), Table(("Kind", "What", "When", "Who", "Goals"), rows)]


def _things(plan: Plan) -> list[Part]:
    found: list[Part] = []
    resources = tuple(f"{each.name}: {each.where}".rstrip(": ") for each in plan.resources)
    if plan.materials or resources:
        found += [Heading("Materials"), Bullets((*plan.materials, *resources))]
    if plan.visuals:
        shown = (f"{each.title}, {each.credit or 'no credit yet'}" for each in plan.visuals)
        found += [Heading("Visuals"), Bullets(tuple(shown))]
    if plan.check_ins:
        dates = (f"{p.day(c.at)}, {p.clock(c.at)}: {c.prompt}" for c in plan.check_ins)
        found += [Heading("Check-ins"), Bullets(tuple(dates))]
    return found


def _carried(plan: Plan) -> list[Part]:
    found: list[Part] = []
    if plan.carried:
        items = (f"{each.text} ({each.outlook.label.lower()})" for each in plan.carried)
        found += [Heading("Commitments to come back to"), Bullets(tuple(items))]
    if plan.asked:
        items = (f"{each.text}: {each.answer or 'no answer yet'}" for each in plan.asked)
        found += [Heading("What participants asked for"), Bullets(tuple(items))]
    return found


def _left_out(plan: Plan) -> tuple[str, ...]:
    design = plan.improvement or plan.learning_model or plan.research
    told = (
        (bool(plan.parked), "parked blocks"),
        (bool(plan.planned_with), "who planned with you"),
        (bool(design), "what the design rests on"),
        (bool(plan.dismissed), "checks that were set aside"),
    )
    return tuple(words for there, words in told if there)
