"""Beginning and ending against the plan, in words."""

from __future__ import annotations

from datetime import datetime
from math import ceil

from facilitui.core.plans.schedule import minutes_between

_A_MOMENT = 0.5
"""In minutes: who is nearer than that to a time is there."""


def until_start(planned: datetime, now: datetime) -> str:
    """How far off the planned start is, in words: in 4 min, now, 4 min late."""
    left = minutes_between(now, planned)
    if abs(left) < _A_MOMENT:
        return "now"
    return f"in {ceil(left)} min" if left > 0 else f"{max(1, int(-left))} min late"


def kept_time(
    started_late: int | None, ended_late: int | None, after_agreed: int | None = None, free: int = 0
) -> str:
    """How a session kept its times: started 4 late, ended on time; empty where none were planned.

    Minutes after the planned ones; None is not known. One that goes on has only its start.
    `after_agreed` are those after another end that was agreed on while it ran: that is told too.
    `free` minutes of what was booked were left over, which is told of one that ended late.
    """
    times = (("started", started_late, ""), ("ended", ended_late, " min"))
    told = [f"{what} {_apart(late, unit)}" for what, late, unit in times if late is not None]
    if ended_late is not None and after_agreed is not None:
        told.append(_against(after_agreed))
    if ended_late is not None and ended_late > 0 and free:
        told.append(f"{free} before the booked end")
    return ", ".join(told)


def _against(late: int) -> str:
    """How an end lies to the one that was agreed on."""
    if not late:
        return "as agreed"
    return f"{abs(late)} {'after' if late > 0 else 'before'} the end agreed on"


def _apart(late: int, unit: str) -> str:
    if not late:
        return "on time"
    return f"{abs(late)}{unit} {'late' if late > 0 else 'early'}"
