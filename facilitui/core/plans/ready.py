"""The ready list: what has to be done before people come, and needs no thinking."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from facilitui.core.plans.editing import changed
from facilitui.core.plans.plan import Plan
from facilitui.core.plans.plan_words import ReadyItem
from facilitui.core.vocabulary import Role

NAMES_TOLD = 3


@dataclass(frozen=True, slots=True)
class Ready:
    """One thing to be done, and whether it is."""

    item: ReadyItem
    done: bool
    by_hand: bool
    """Whether somebody ticks it; if not, it follows from the plan."""
    told: str = ""
    """What it is about: the room, the link, who is to be briefed."""


def ready_list(plan: Plan) -> tuple[Ready, ...]:
    """What has to be done for this plan."""
    return tuple(_ready(plan, item, told) for item, told in _needed(plan))


def toggled_ready(plan: Plan, item: ReadyItem) -> Plan:
    """The plan with something ticked off, or no longer. What follows from the plan stays."""
    if item is ReadyItem.VISUALS_CREDITED:
        return plan
    ticked = {*plan.ready} ^ {item}
    return changed(plan, ready=tuple(each for each in ReadyItem if each in ticked))


def partners(plan: Plan) -> tuple[str, ...]:
    """Everybody but the facilitator who has a part in the session or leads some of it."""
    facilitators = {
        _same(person.name) for person in plan.people if person.role in {Role.FACILITATOR, Role.SELF}
    }
    found: dict[str, str] = {}
    for name in _names(plan):
        if _same(name) and _same(name) not in facilitators:
            found.setdefault(_same(name), name.strip())
    return tuple(found.values())


def _names(plan: Plan) -> Iterator[str]:
    yield from (person.name for person in plan.people)
    for block in plan.blocks:
        yield block.lead
        yield from (group.lead for group in block.groups)


def _same(name: str) -> str:
    """A name as it is compared; people write it in several ways."""
    return " ".join(name.split()).casefold()


def _ready(plan: Plan, item: ReadyItem, told: str) -> Ready:
    if item is ReadyItem.VISUALS_CREDITED:
        credited = all(visual.credit.strip() for visual in plan.visuals)
        return Ready(item, done=credited, by_hand=False, told=told)
    return Ready(item, done=item in plan.ready, by_hand=True, told=told)


def _needed(plan: Plan) -> Iterator[tuple[ReadyItem, str]]:
    """Which items apply, in their own order, each with what it is about."""
    if plan.mode.has_link:
        yield ReadyItem.LINK_SENT, plan.link
    if plan.mode.has_room:
        yield ReadyItem.ROOM, plan.place
    if plan.materials:
        count = len(plan.materials)
        yield ReadyItem.MATERIALS, "1 thing" if count == 1 else f"{count} things"
    if plan.visuals:
        credited = sum(bool(visual.credit.strip()) for visual in plan.visuals)
        yield ReadyItem.VISUALS_CREDITED, f"{credited} of {len(plan.visuals)} credited"
    yield ReadyItem.SCREEN_LOCK, ""
    yield ReadyItem.RUN_SHEET, ""
    if names := partners(plan):
        yield ReadyItem.PARTNER_BRIEFED, _listed(names)


def _listed(names: tuple[str, ...]) -> str:
    told = ", ".join(names[:NAMES_TOLD])
    return f"{told} and {len(names) - NAMES_TOLD} more" if len(names) > NAMES_TOLD else told
