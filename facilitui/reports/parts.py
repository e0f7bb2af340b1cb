"""What several documents say in the same words: when and where, the agenda, the people."""

from __future__ import annotations

from datetime import datetime

from facilitui.core.agenda import AgendaBlock
from facilitui.core.grouping import parallel_sizes
from facilitui.core.handout import Handout
from facilitui.core.plan_parts import ParallelGroup
from facilitui.core.schedule import minutes_between


def figure(minutes: float) -> str:
    """Minutes to the half: 5, 2.5."""
    return f"{round(minutes * 2) / 2:g}"


def turn(minutes: float) -> str:
    """How long a turn is, to the second: 2 min, 1:30 min, 0:15 min."""
    whole, seconds = divmod(round(minutes * 60), 60)
    return f"{whole}:{seconds:02} min" if seconds else f"{whole} min"


def clock(moment: datetime) -> str:
    """A time of day."""
    return f"{moment:%H:%M}"


def day(moment: datetime) -> str:
    """A day: Wednesday 25 November 2026."""
    return f"{moment:%A} {moment.day} {moment:%B} {moment.year}"


def when(handout: Handout) -> str:
    """The day, the time from start to end, and the zone."""
    minutes = figure(handout.plan.minutes)
    if not handout.dated:
        return f"no date yet; {minutes} minutes"
    end = handout.end if handout.slots else None
    until = f" to {clock(end)}" if end else f", {minutes} minutes"
    zone = f" ({handout.zone})" if handout.zone else ""
    over = f" on {day(end)}" if end and end.date() != handout.start.date() else ""
    return f"{day(handout.start)}, {clock(handout.start)}{until}{over}{zone}"


def where(handout: Handout) -> str:
    """How the session meets, and its place and link as they are written."""
    plan = handout.plan
    parts = (plan.mode.label, plan.place, plan.link if plan.mode.has_link or plan.link else "")
    return "; ".join(part.strip() for part in parts if part.strip())


def starts(handout: Handout, moment: datetime) -> str:
    """When something begins; without a date, how long after the beginning."""
    if handout.dated:
        return clock(moment)
    whole = round(minutes_between(handout.start, moment))
    return f"{whole // 60}:{whole % 60:02}"


def start_heading(handout: Handout) -> str:
    """What stands above those times."""
    return "Start" if handout.dated else "After"


def sitting(block: AgendaBlock, people: int) -> str:
    """How people sit: "4 groups: 5, 4, 4, 4"; empty where they are in one."""
    sizes = block.sizes
    if len(sizes) < 2 or not people:
        return ""
    if len(set(sizes)) == 1:
        return f"{len(sizes)} groups of {sizes[0]}"
    return f"{len(sizes)} groups: {', '.join(str(size) for size in sizes)}"


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
