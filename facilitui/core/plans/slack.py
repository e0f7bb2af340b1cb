"""Time that is booked and that no block of the agenda takes."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime, timedelta, tzinfo

from facilitui.core.plans.schedule import agenda_end, schedule
from facilitui.core.sessions.session import SessionState
from facilitui.core.sessions.timing import end_agreed, minutes_late
from facilitui.core.told import minutes_told


@dataclass(frozen=True, slots=True)
class Apart:
    """How an end lies to the plan, in whole minutes."""

    minutes: int
    """Behind the agenda's planned end, below zero if before; once none are free behind the end."""
    free: int
    """Booked minutes that are left over, where not all of them were planned."""


def apart_from_plan(state: SessionState, end: datetime, zone: tzinfo | None = None) -> Apart:
    """How an end lies to the plan, whether it is still to come or has come."""
    late, unused = minutes_late(state, end), unused_minutes(state, zone)
    free = max(0, -late) if unused else 0
    return Apart(late + unused if free else late, free)


def unused_minutes(state: SessionState, zone: tzinfo | None = None) -> int:
    """Minutes between the end of the agenda as it was planned and the end that was booked.

    None are told once another end was agreed on, nor where a damaged log asks for what no
    calendar holds. `zone` is where pinned starts are told in; without it, as the end was written.
    """
    begins, booked = state.started.planned_start or state.began_at, state.planned_end
    if begins is None or booked is None or end_agreed(state):
        return 0
    begins = begins.astimezone(zone or booked.tzinfo)
    try:
        ends = agenda_end(schedule(state.started.blocks, begins), begins)
    except (OverflowError, ValueError):
        return 0
    return max(0, minutes_told(ends, booked))


def end_word(state: SessionState, zone: tzinfo | None = None) -> str:
    """What the end is that lateness is told from: agreed on as it ran, planned, or only booked."""
    if end_agreed(state):
        return "agreed"
    return "booked" if unused_minutes(state, zone) else "planned"


def end_name(state: SessionState, zone: tzinfo | None = None) -> str:
    """What stands before the time of that end: agreed end, planned end, booked until."""
    word = end_word(state, zone)
    return "booked until" if word == "booked" else f"{word} end"


def agenda_was_to_end(state: SessionState, zone: tzinfo | None = None) -> datetime | None:
    """When the agenda was to end as it was planned; None where that is the end it goes by."""
    unused = unused_minutes(state, zone)
    if state.planned_end is None or not unused:
        return None
    return state.planned_end - timedelta(minutes=unused)
