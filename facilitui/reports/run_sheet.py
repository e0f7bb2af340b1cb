"""The facilitator's run sheet: everything that is needed in the room, by block and by step."""

from __future__ import annotations

from datetime import datetime

from facilitui.core.plans.agenda import Part as AgendaPart
from facilitui.core.plans.plan import Block, Plan
from facilitui.core.plans.ready import Ready, ready_list
from facilitui.core.plans.rounds import Stretch, stretches
from facilitui.core.plans.schedule import Slot
from facilitui.core.reports.handout import Handout
from facilitui.core.told import A_SECOND, figure, offset
from facilitui.core.vocabulary import Mode, Question, Silence
from facilitui.reports import parts as p
from facilitui.reports.document import (
    Bullets,
    Definitions,
    Document,
    Heading,
    Paragraph,
    Part,
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
    if handout.free:
        begins, minutes = handout.free
        found.append(_head(handout, begins, p.free(handout), minutes, 2))
    found += [*_norms(handout), *p.evidence("Evidence", plan.evidence)]
    found += [*_things(plan), *_carried(plan)]
    if plan.aftercare:
        found += [Heading("Afterwards"), Paragraph(plan.aftercare)]
    if plan.note:
        found += [Heading("Notes"), Paragraph(p.flowing(plan.note))]
    return Document(f"Run sheet: {handout.title}", (*found, *_ready(plan)), _left_out(plan))


def _about(handout: Handout) -> tuple[tuple[str, str], ...]:
    plan = handout.plan
    comfort = "; ".join(f"{each.item}: {each.told}" for each in plan.audience.comfort)
    people = "; ".join(f"{each.name} ({each.role.label.lower()})" for each in plan.people)
    pairs = (
        ("When", p.when(handout)),
        ("Where", p.where(handout)),
        ("Why", plan.purpose),
        ("Who comes", p.audience(plan)),
        ("What they need", plan.audience.needs),
        ("At ease with", comfort),
        ("Who leads", people),
        ("Norm to watch", handout.watch),
    )
    return tuple((name, value) for name, value in pairs if value)


def _goals(plan: Plan) -> list[Part]:
    return [Heading("Goals"), Bullets(p.goals(plan.goals))] if plan.goals else []


def _overview(handout: Handout) -> list[Part]:
    return p.agenda(
        handout,
        ("Minutes", "Block", "Lead", "Goals"),
        lambda block: (block.title, block.lead, " ".join(block.goals)),
    )


def _block(handout: Handout, slot: Slot) -> list[Part]:
    block, people = slot.block, handout.plan.audience.count
    planned = handout.plan.block(block.id)
    found: list[Part] = []
    if slot.gap >= A_SECOND:
        found.append(_head(handout, p.waits_from(slot), p.NOTHING, slot.gap, 2))
    found.append(_head(handout, slot.start, block.title, block.minutes, 2))
    lead = f"led by {block.lead}" if block.lead else ""
    traits = [block.kind.label, block.protocol, lead, *_traits(planned), *p.timing(handout, slot)]
    found.append(_aside(*traits, p.sitting(block, people)))
    if block.groups:
        found.append(Bullets(tuple(p.side_by_side(block.groups, people, leads=True))))
    if planned is not None:
        # What a single part says is the block's own; steps have words of their own.
        found += p.words(planned.say, planned.show, planned.watch)
        if planned.note:
            found.append(Paragraph(p.flowing(planned.note), "Note"))
    if block.protocol:
        for stretch in stretches(slot):
            found += _stretch(handout, stretch)
    return found


def _head(handout: Handout, at: datetime, title: str, minutes: float, level: int) -> Heading:
    return Heading(f"{p.starts(handout, at)}  {title} ({figure(minutes)} min)", level)


def _aside(*traits: str) -> Paragraph:
    return Paragraph(" · ".join(each for each in traits if each), soft=True)


def _traits(block: Block | None) -> list[str]:
    if block is None:
        return []
    told = ((block.protected, "protected"), (block.optional, "optional"))
    return [*(words for there, words in told if there), _asks(block.question)]


def _asks(question: Question | None) -> str:
    return f"asks: {question.label.lower()}" if question else ""


def _stretch(handout: Handout, stretch: Stretch) -> list[Part]:
    """A step; or the steps of a round once, counted from its beginning, and when each begins."""
    if stretch.times == 1:
        at, part = stretch.steps[0]
        return [_head(handout, at, part.name, part.minutes, 3), *_step(part)]
    begin = [p.starts(handout, at) for at in stretch.starts]
    rounds = f"Rounds: {stretch.times} × {figure(stretch.minutes)} min"
    found: list[Part] = [
        _head(handout, stretch.starts[0], rounds, stretch.times * stretch.minutes, 3),
        Paragraph(", ".join(begin), "Rounds begin"),
    ]
    for at, part in stretch.steps:
        after = offset(stretch.starts[0], at)
        found += [Heading(f"+{after}  {part.name} ({figure(part.minutes)} min)", 4), *_step(part)]
    return found


def _step(part: AgendaPart) -> list[Part]:
    silence = part.silence.label if part.silence is not Silence.NONE else ""
    turns = f"turns of {p.turn(part.turn_minutes)}" if part.turn_minutes else ""
    return [
        _aside(part.who.label, silence, turns, _asks(part.question)),
        *p.words(part.say, part.show, part.watch),
    ]


def _norms(handout: Handout) -> list[Part]:
    if not handout.norms:
        return []
    room = [Paragraph("Ask the group what it would add.", soft=True)]
    return [
        Heading("Norms"),
        Bullets(handout.norms),
        *(room if handout.plan.norms.room_for_own else []),
    ]


def _things(plan: Plan) -> list[Part]:
    found: list[Part] = []
    if things := (*plan.materials, *p.resources(plan)):
        found += [Heading("Materials"), Bullets(things)]
    if plan.visuals:
        shown = (f"{each.title}: {each.credit or 'no credit yet'}" for each in plan.visuals)
        found += [Heading("Visuals"), Bullets(tuple(shown))]
    return [*found, *(p.check_ins(plan) if plan.mode is Mode.ASYNCHRONOUS else [])]


def _carried(plan: Plan) -> list[Part]:
    found: list[Part] = []
    if plan.carried:
        items = (f"{each.text} ({each.outlook.label.lower()})" for each in plan.carried)
        found += [Heading("Commitments to come back to"), Bullets(tuple(items))]
    if plan.asked:
        items = (f"{each.text}: {each.answer or 'no answer yet'}" for each in plan.asked)
        found += [Heading("What participants asked for"), Bullets(tuple(items))]
    return found


def _ready(plan: Plan) -> list[Part]:
    """What is still to be done before people come, as the Plan screen has it."""
    items = ready_list(plan)
    told = Bullets(tuple(_item(each) for each in items), tuple(each.done for each in items))
    return [Heading("Ready"), told]


def _item(ready: Ready) -> str:
    return f"{ready.item.label}: {ready.told}" if ready.told else ready.item.label


def _left_out(plan: Plan) -> tuple[str, ...]:
    design = plan.improvement or plan.learning_model or plan.research
    told = (
        (bool(plan.parked), "parked blocks"),
        (bool(plan.planned_with), "who planned with you"),
        (bool(design), "what the design rests on"),
        (bool(plan.dismissed), "checks that were set aside"),
        (p.is_fitted(plan), p.FITTED),
    )
    return tuple(words for there, words in told if there)
