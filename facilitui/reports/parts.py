"""What several documents say in the same words: when and where, the agenda, the people."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable
from datetime import datetime

from facilitui.core.plans.agenda import AgendaBlock
from facilitui.core.plans.check_ins import in_order
from facilitui.core.plans.grouping import parallel_sizes
from facilitui.core.plans.plan import Evidence, Goal, Plan
from facilitui.core.plans.plan_changes import since_begun
from facilitui.core.plans.plan_parts import ParallelGroup
from facilitui.core.plans.schedule import Slot, later
from facilitui.core.plans.side_by_side import sub_groups_told
from facilitui.core.reports.handout import Handout
from facilitui.core.told import A_SECOND, clock, day, figure, offset, to_the_second
from facilitui.core.vocabulary import GoalKind
from facilitui.reports.document import Heading, Paragraph, Part, Table

NOTHING = "Nothing planned"
"""What stands in the agenda while a pinned start is waited for."""
FITTED = "what was changed of the agenda it began from"
"""What documents leave out of a plan that is fitted."""
_GOALS = {GoalKind.KNOW: "know", GoalKind.DO: "do", GoalKind.BOTH: "know and do"}
_WRAPPED = re.compile(r"(?<=[^\n]{60})\n(?=[^\s\d*+•–-])")
"""A line break that only keeps a file narrow: behind a long line, before more of the sentence."""


def turn(minutes: float) -> str:
    """How long a turn is, to the second: 2 min, 1:30 min, 0:15 min."""
    return f"{to_the_second(minutes).removesuffix(':00')} min"


def flowing(text: str) -> str:
    """Writing without the line breaks that only keep a file narrow; lists keep theirs."""
    return _WRAPPED.sub(" ", text)


def when(handout: Handout) -> str:
    """The day, the time from start to end, and the zone."""
    if not handout.timed:
        return f"no date yet; {figure(handout.plan.minutes)} minutes"
    if not handout.dated:
        return f"no date yet; {clock(handout.start)} to {clock(handout.end)}"
    zone = f" ({handout.zone})" if handout.zone else ""
    over = f" on {day(handout.end)}" if handout.end.date() != handout.start.date() else ""
    return f"{day(handout.start)}, {clock(handout.start)} to {clock(handout.end)}{over}{zone}"


def where(handout: Handout) -> str:
    """How the session meets, and its place and link as they are written."""
    plan = handout.plan
    way = f"{plan.mode.label}{'' if plan.mode.at_once else ', each in their own time'}"
    parts = (way, plan.place, plan.link if plan.mode.has_link or plan.link else "")
    return "; ".join(part.strip() for part in parts if part.strip())


def audience(plan: Plan) -> str:
    """Who comes: who they are, how many, in which roles, with what behind them."""
    about = plan.audience
    count = f"{about.count} people" if about.count else ""
    return "; ".join(part for part in (about.who, count, *about.roles, about.experience) if part)


def goals(named: Iterable[Goal]) -> tuple[str, ...]:
    """Each goal with its id and whether it is to be known or done."""
    return tuple(f"{goal.id} ({_GOALS[goal.kind]}): {goal.text}" for goal in named)


def evidence(title: str, measures: Iterable[Evidence]) -> list[Part]:
    """How the effect will be seen: each measure with when, who collects it and what it shows."""
    rows = tuple(
        (each.kind.label, each.text, each.when, each.who, " ".join(each.goals)) for each in measures
    )
    return [Heading(title), Table(("Kind", "What", "When", "Who", "Goals"), rows)] if rows else []


def words(say: str, show: str, watch: str = "") -> list[Part]:
    """What is to be said and shown, and what only the host watches for."""
    told = (("Say", say), ("Show", show), ("Watch", watch))
    return [Paragraph(text, label) for label, text in told if text]


def resources(plan: Plan) -> tuple[str, ...]:
    """What people work with, each with where it is."""
    told = (": ".join(part for part in (each.name, each.where) if part) for each in plan.resources)
    return tuple(each for each in told if each.strip())


def is_fitted(plan: Plan) -> bool:
    """Whether anything was changed of an agenda that the plan began from."""
    begun = since_begun(plan)
    return begun is not None and bool(begun.changes)


def starts(handout: Handout, moment: datetime) -> str:
    """When something begins; without a date, how long after the beginning."""
    return clock(moment) if handout.timed else offset(handout.start, moment)


def agenda(
    handout: Handout, columns: tuple[str, ...], cells: Callable[[AgendaBlock], tuple[str, ...]]
) -> list[Part]:
    """The agenda with its starts, then its minutes and more under these columns.

    A wait for a pinned start is a row of its own, and so is the time that is left at the end.
    Where a start is pinned, or lies before the end of what is ahead of it, a last column says so.
    """
    if not handout.slots:
        return []
    rows = [row for slot in handout.slots for row in _rows(handout, slot, cells)]
    notes = [_note(handout, slot) for slot in handout.slots]
    if handout.free:
        begins, minutes = handout.free
        empty = ("",) * len(columns[2:])
        rows.append((starts(handout, begins), figure(minutes), free(handout), *empty, ""))
    heads = ("Start" if handout.timed else "After", *columns, "Note")
    if not any(notes):
        heads, rows = heads[:-1], [row[:-1] for row in rows]
    told = [Paragraph(words, soft=True) for words in handout.clock_words]
    return [Heading("Agenda"), Table(heads, tuple(rows), frozenset({0, 1})), *told]


def free(handout: Handout) -> str:
    """What stands in the agenda for the time that is left."""
    return f"Free until {starts(handout, handout.end)}"


def _rows(
    handout: Handout, slot: Slot, cells: Callable[[AgendaBlock], tuple[str, ...]]
) -> list[tuple[str, ...]]:
    told = cells(slot.block)
    start, minutes = starts(handout, slot.start), figure(slot.block.minutes)
    row = (start, minutes, *told, _note(handout, slot))
    if slot.gap < A_SECOND:
        return [row]
    empty = ("",) * (len(told) - 1)
    idle = (starts(handout, waits_from(slot)), figure(slot.gap), NOTHING, *empty, f"until {start}")
    return [idle, row]


def waits_from(slot: Slot) -> datetime:
    """When nothing is left to do but to wait for a block's pinned start."""
    return later(slot.start, -slot.gap)


def _note(handout: Handout, slot: Slot) -> str:
    return ", ".join(timing(handout, slot))


def timing(handout: Handout, slot: Slot) -> list[str]:
    """What is to be known of a start that is not simply the end of what comes ahead of it."""
    told: list[str] = []
    if slot.block.pinned_start is not None:
        told.append(f"at {clock(slot.start)} sharp")
    if slot.overlap >= A_SECOND:
        first = slot is handout.slots[0]
        ahead = "the session begins" if first else "what is ahead of it ends"
        told.append(f"{figure(slot.overlap)} min before {ahead}")
    return told


def check_ins(plan: Plan) -> list[Part]:
    """The dates of an asynchronous session, the earliest first."""
    rows = tuple(
        (day(each.at), clock(each.at), each.prompt or "check-in")
        for each in in_order(plan.check_ins)
    )
    if not rows:
        return []
    return [Heading("Check-ins"), Table(("Day", "Time", "What"), rows, frozenset({1}))]


def sitting(block: AgendaBlock, people: int) -> str:
    """How people sit: "four threes and two fours"; empty where they are in one."""
    return sub_groups_told(block) if people else ""


def side_by_side(groups: tuple[ParallelGroup, ...], people: int, *, leads: bool) -> list[str]:
    """Each parallel group with how many are in it, where it meets and what it does."""
    sizes = parallel_sizes(people, groups)
    told: list[str] = []
    for group, size in zip(groups, sizes, strict=True):
        parts = [f"{size} people" if size else "", group.place, group.task]
        if leads and group.lead:
            parts.insert(1, f"led by {group.lead}")
        about = "; ".join(part for part in parts if part)
        told.append(f"{group.name}: {about}" if about else group.name)
    return told
