"""Checks of a plan: what to look at again, each with a reason. Nothing is ever mended by itself."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from enum import IntEnum

from facilitui.core.agenda import AgendaBlock, expand
from facilitui.core.alignment import align
from facilitui.core.plan import ALL_GOALS, Plan
from facilitui.core.protocol import Protocol
from facilitui.core.schedule import Slot
from facilitui.core.vocabulary import BlockKind

A_SECOND = 1 / 60
"""In minutes; sums of fractions that differ by less are the same to a person."""


class Weight(IntEnum):
    """How much a check weighs; the weightiest are shown first."""

    WRONG = 3
    HOLE = 2
    LOOK = 1


@dataclass(frozen=True, slots=True)
class Check:
    """One thing to look at again."""

    weight: Weight
    text: str
    place: str
    """What it is about: a block's or a goal's id, or the name of a part of the plan."""


def check_plan(
    plan: Plan, protocols: Mapping[str, Protocol], slots: tuple[Slot, ...] = ()
) -> tuple[Check, ...]:
    """Everything to look at again in a plan, the weightiest first."""
    blocks = expand(plan, protocols)
    found = [
        *_names(plan, protocols),
        *_questions(plan),
        *_time(plan, blocks, slots),
        *_protocols(plan, blocks, protocols),
        *_conditions(plan),
        *_words(plan),
    ]
    return tuple(sorted(found, key=lambda check: -check.weight))


def _names(plan: Plan, protocols: Mapping[str, Protocol]) -> Iterator[Check]:
    goals = {goal.id for goal in plan.goals} | {ALL_GOALS}
    for block in plan.blocks:
        if block.protocol and block.protocol not in protocols:
            text = f"{block.title}: there is no protocol “{block.protocol}”"
            yield Check(Weight.WRONG, text, block.id)
        for goal in block.goals:
            if goal not in goals:
                text = f"{block.title} names goal {goal}, which is not there"
                yield Check(Weight.WRONG, text, block.id)
    for each in plan.evidence:
        for goal in each.goals:
            if goal not in goals:
                text = f"{each.kind.label} names goal {goal}, which is not there"
                yield Check(Weight.WRONG, text, "evidence")


def _questions(plan: Plan) -> Iterator[Check]:
    if not plan.purpose:
        yield Check(Weight.HOLE, "No purpose yet: why do you meet?", "purpose")
    if not plan.audience.who:
        yield Check(Weight.HOLE, "No audience yet: who is coming?", "audience")
    elif not plan.audience.count:
        yield Check(Weight.LOOK, "How many are coming? Turns follow their number", "audience")
    if not plan.goals:
        yield Check(Weight.HOLE, "No goals yet: what should they know or do?", "goals")
    for row in align(plan):
        if not row.actions:
            yield Check(Weight.HOLE, f"{row.goal.id} has no action", row.goal.id)
        if not row.evidence:
            yield Check(Weight.HOLE, f"{row.goal.id} has no evidence", row.goal.id)
    for block in plan.blocks:
        if block.kind.needs_goal and not block.goals:
            yield Check(Weight.LOOK, f"{block.title} serves no goal", block.id)


def _time(plan: Plan, blocks: tuple[AgendaBlock, ...], slots: tuple[Slot, ...]) -> Iterator[Check]:
    apart = sum(block.minutes for block in blocks) - plan.minutes
    if blocks and abs(apart) >= A_SECOND:
        word = "over" if apart > 0 else "under"
        yield Check(Weight.HOLE, f"{abs(apart):g} min {word} the time there is", "agenda")
    for slot in slots:
        if slot.overlap >= A_SECOND:
            text = f"{slot.block.title} begins {slot.overlap:g} min before the block ahead ends"
            yield Check(Weight.WRONG, text, slot.block.id)
        if slot.gap >= A_SECOND:
            text = f"{slot.gap:g} min of nothing before {slot.block.title}"
            yield Check(Weight.LOOK, text, slot.block.id)


def _protocols(
    plan: Plan, blocks: tuple[AgendaBlock, ...], protocols: Mapping[str, Protocol]
) -> Iterator[Check]:
    count = plan.audience.count
    for planned, block in zip(plan.blocks, blocks, strict=True):
        protocol = protocols.get(planned.protocol or "")
        if protocol is None or block.usual is None or block.shortest is None:
            continue
        if abs(block.minutes - planned.minutes) >= A_SECOND:
            text = f"{block.title} takes {block.minutes:g} min, not {planned.minutes:g}"
            yield Check(Weight.HOLE, text, block.id)
        elif block.usual - block.minutes >= A_SECOND:
            text = (
                f"{block.title} in {block.minutes:g} of its {protocol.provenance.minutes_word} "
                f"{block.usual:g} min; the shortest is {block.shortest:g}"
            )
            yield Check(Weight.LOOK, text, block.id)
        if count and not protocol.group.min <= count <= protocol.group.max:
            text = (
                f"{protocol.name} is for {protocol.group.min} to {protocol.group.max} people, "
                f"not {count}"
            )
            yield Check(Weight.LOOK, text, block.id)
        if plan.mode not in protocol.modes:
            text = f"{protocol.name} does not work {plan.mode.label.lower()}"
            yield Check(Weight.LOOK, text, block.id)


def _words(plan: Plan) -> Iterator[Check]:
    for block in plan.blocks:
        for what, text, most in (("say", block.say, 25), ("show", block.show, 12)):
            if (count := len(text.split())) > most:
                told = f"{block.title}: {count} words to {what}; {most} are heard"
                yield Check(Weight.LOOK, told, block.id)


def _conditions(plan: Plan) -> Iterator[Check]:
    if not plan.blocks:
        return
    kinds = {block.kind for block in plan.blocks}
    if not (plan.norms.sets or plan.norms.own):
        yield Check(Weight.LOOK, "No norms yet", "norms")
    for kind, word in (
        (BlockKind.OPENING, "opening"),
        (BlockKind.CLOSING, "closing"),
        (BlockKind.PROCESS_DEBRIEF, "process debrief"),
    ):
        if kind not in kinds:
            yield Check(Weight.LOOK, f"No {word}", "agenda")
