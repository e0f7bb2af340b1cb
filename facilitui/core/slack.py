"""Time that is booked and that no block of the agenda takes."""

from __future__ import annotations

from datetime import tzinfo

from facilitui.core.schedule import agenda_end, schedule
from facilitui.core.session import SessionState
from facilitui.core.timing import end_agreed
from facilitui.core.told import minutes_told


def unused_minutes(state: SessionState, zone: tzinfo | None = None) -> int:
    """Minutes between the end of the agenda as it was planned and the end that was booked.

    None are told once another end was agreed on, nor where a damaged log asks for what no
    calendar holds. `zone` is where pinned starts are told in.
    """
    begins, booked = state.started.planned_start or state.began_at, state.planned_end
    if begins is None or booked is None or end_agreed(state):
        return 0
    begins = begins.astimezone(zone)
    try:
        ends = agenda_end(schedule(state.started.blocks, begins), begins)
    except (OverflowError, ValueError):
        return 0
    return max(0, minutes_told(ends, booked))
