"""When each block begins: computed from what comes before it, unless it is pinned.

A pinned start is kept even where the block before it runs longer: overlaps and gaps are shown,
never silently mended. All arithmetic is in UTC, so that a clock change in the night of a
session moves nothing.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime, time, timedelta, tzinfo

from facilitui.core.plans.agenda import AgendaBlock, Part
from facilitui.core.plans.plan import Plan

HALF_A_DAY = timedelta(hours=12)


@dataclass(frozen=True, slots=True)
class Slot:
    """One block's place in time. Times are aware, in the session's own zone."""

    block: AgendaBlock
    start: datetime
    end: datetime
    gap: float
    """Minutes of nothing before a pinned start."""
    overlap: float
    """Minutes by which something ahead of it on the agenda runs past its start."""

    def part_starts(self) -> tuple[tuple[datetime, Part], ...]:
        """Each part with the moment it begins."""
        starts: list[tuple[datetime, Part]] = []
        at = self.start
        for part in self.block.parts:
            starts.append((at, part))
            at = later(at, part.minutes)
        return tuple(starts)


def later(moment: datetime, minutes: float) -> datetime:
    """The moment so many minutes on, in the same zone, whatever its clocks do meanwhile."""
    return _on(moment, timedelta(minutes=minutes))


def _on(moment: datetime, by: timedelta) -> datetime:
    return (moment.astimezone(UTC) + by).astimezone(moment.tzinfo)


def seconds_later(moment: datetime, seconds: float) -> datetime:
    """The moment so many seconds on, in the same zone, whatever its clocks do meanwhile.

    What no calendar holds, which only a damaged log can ask for, counts for nothing.
    """
    try:
        return _on(moment, timedelta(seconds=seconds))
    except (OverflowError, ValueError):
        return moment


def local_moment(told: datetime, zone: tzinfo) -> datetime:
    """The moment that a time means in a zone; one that its clocks leave out is put on as they are.

    `told` is without a zone.
    """
    return later(told.replace(tzinfo=zone), 0)


def minutes_between(first: datetime, second: datetime) -> float:
    """How many minutes pass from one aware moment to another; negative if it lies before."""
    return (second.astimezone(UTC) - first.astimezone(UTC)).total_seconds() / 60


def pinned_moment(start: datetime, at: time) -> datetime:
    """The moment a pinned wall-clock time means in a session that begins at `start`.

    In the hour that comes twice it is the first one, unless only the second is still to come; in
    the hour that never comes it is as much later as the clocks are put on.
    """
    moment = datetime.combine(start.date(), at, start.tzinfo)
    if start - moment > HALF_A_DAY:
        moment = datetime.combine(start.date() + timedelta(days=1), at, start.tzinfo)
    again = moment.replace(fold=1)
    if minutes_between(start, moment) < 0 <= minutes_between(start, again):
        moment = again
    return later(moment, 0)


def minutes_taken(slots: Sequence[Slot]) -> float:
    """Minutes on the clock from when a session begins until the last of its blocks ends.

    Waiting for a pinned start is in it, and what two blocks take at the same time only once.
    """
    if not slots:
        return 0.0
    first = slots[0]
    end = latest(*(slot.end for slot in slots))
    return max(0.0, first.gap - first.overlap + minutes_between(first.start, end))


def minutes_twice(slots: Sequence[Slot]) -> float:
    """Minutes of blocks during which something ahead of them on the agenda still runs."""
    return sum(min(slot.overlap, slot.block.minutes) for slot in slots[1:])


def agenda_end(slots: Sequence[Slot], start: datetime) -> datetime:
    """When the last of all blocks ends, which need not be the one that stands last."""
    return latest(start, *(slot.end for slot in slots))


def booked_end(slots: Sequence[Slot], start: datetime, minutes: float) -> datetime:
    """When a session of so many minutes is over for everybody: all its time is booked, used or not.

    An agenda that takes longer ends it later.
    """
    return latest(agenda_end(slots, start), later(start, minutes))


def latest(*moments: datetime) -> datetime:
    """The latest of some moments, also in an hour that their clocks show twice."""
    return max(moments, key=lambda moment: moment.astimezone(UTC))


def has_times(plan: Plan, blocks: Iterable[AgendaBlock]) -> bool:
    """Whether somebody chose a time of day: when it begins, or when one of its blocks does."""
    return plan.start is not None or any(block.pinned_start is not None for block in blocks)


def schedule(blocks: Iterable[AgendaBlock], start: datetime) -> tuple[Slot, ...]:
    """Where each block lies when the session begins at `start` (aware, in its own zone)."""
    slots: list[Slot] = []
    at = busy_until = start
    for block in blocks:
        begins = at
        if block.pinned_start is not None:
            begins = pinned_moment(start, block.pinned_start)
        apart = minutes_between(busy_until, begins)
        at = later(begins, block.minutes)
        slots.append(Slot(block, begins, at, gap=max(0.0, apart), overlap=max(0.0, -apart)))
        busy_until = latest(busy_until, at)
    return tuple(slots)
