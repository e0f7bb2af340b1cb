"""What a clock says: remaining, soon and over, the projected end, ahead or behind.

All of it is derived from the state and the moment; nothing here is ever stored.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime, tzinfo
from enum import Enum

from facilitui.core.plans.schedule import minutes_between, pinned_moment, seconds_later
from facilitui.core.sessions.left_open import over_at
from facilitui.core.sessions.session import PartRun, SessionState, Stage
from facilitui.core.told import minutes_told, nearest

SOON_SHARE = 0.2
SOON_AT_LEAST = 30.0
SOON_AT_LEAST_IN_SHORT_STEPS = 15.0
SHORT_STEP = 120.0
SOON_AT_MOST = 300.0
"""The rule of design §3, in seconds."""

CALL_SECONDS = 5.0
"""For so long a change of turns is called."""
_MOST_TURNS = 1000
"""More than that is no plan, whatever a log says."""


class Pace(Enum):
    """How much of a part is left."""

    STEADY = "steady"
    SOON = "soon"
    OVER = "over"


@dataclass(frozen=True, slots=True)
class Turn:
    """Which equal share of a part is running."""

    number: int
    of: int
    left: float
    """Seconds left of this turn."""
    length: float
    """Seconds it has in all."""

    @property
    def just_changed(self) -> bool:
        """Whether it took over from another one a moment ago."""
        return self.number > 1 and self.length - self.left < CALL_SECONDS


def remaining(run: PartRun, elapsed: float) -> float:
    """Seconds left of a part; below zero once it is over."""
    return run.minutes * 60 - run.seconds(elapsed)


def soon_begins(minutes: float) -> float:
    """How many seconds before its end a part of so many minutes is nearly over."""
    length = minutes * 60
    least = SOON_AT_LEAST_IN_SHORT_STEPS if length < SHORT_STEP else SOON_AT_LEAST
    return min(SOON_AT_MOST, max(least, length * SOON_SHARE))


def pace(run: PartRun, elapsed: float) -> Pace:
    """Whether a part is nearly over, or over. Directions are neither."""
    left = remaining(run, elapsed)
    if run.stage is not Stage.RUNNING:
        return Pace.STEADY
    if left <= 0:
        return Pace.OVER
    return Pace.SOON if left <= soon_begins(run.minutes) else Pace.STEADY


def turn(run: PartRun, elapsed: float) -> Turn | None:
    """The turn that is running, in a part made of equal turns; the last one after they ended.

    There are as many as were planned, for the people are as many; a part that is given more or
    less time shares it out among them.
    """
    planned, each = run.part.minutes, run.part.turn_minutes or 0
    if each <= 0 or run.minutes <= 0 or not 1.5 < planned / each <= _MOST_TURNS:
        return None
    turns = int(nearest(planned / each))
    length, ran = run.minutes * 60 / turns, run.seconds(elapsed)
    number = min(turns, int(ran // length) + 1)
    return Turn(number, turns, number * length - ran, length)


def step_end(run: PartRun, elapsed: float, now: datetime) -> datetime:
    """When the part ends if nothing changes; in the past once it is over."""
    return seconds_later(now, remaining(run, elapsed))


def free_at(state: SessionState, elapsed: float, now: datetime) -> datetime:
    """When what runs now is done: now, once it is over."""
    left = remaining(state.now, elapsed) if state.now is not None else 0.0
    return seconds_later(now, max(0.0, left))


@dataclass(frozen=True, slots=True)
class Forecast:
    """When a part that is still to come will be, if all before it take their minutes."""

    run: PartRun
    start: datetime
    end: datetime
    waits: bool = False
    """Whether its block waits for its pinned start."""


def forecast(
    state: SessionState, elapsed: float, now: datetime, zone: tzinfo | None = None
) -> tuple[Forecast, ...]:
    """The parts still ahead, each with its times. Aware, in the zone of `now`.

    They move on with the real time, also while a part is paused, over or in its directions.
    `zone` is where pinned starts are told in; without it they are ignored.
    """
    end = free_at(state, elapsed, now)
    begun = {run.part.block for run in state.runs if run.began is not None}
    found: list[Forecast] = []
    for run in state.ahead:
        pin = None if run.part.block in begun else _pin(state, run, zone)
        begun.add(run.part.block)
        waits = pin is not None and minutes_between(end, pin) > 0
        start = pin.astimezone(now.tzinfo) if waits and pin is not None else end
        end = seconds_later(start, max(0.0, run.minutes * 60 - run.ran))
        found.append(Forecast(run, start, end, waits))
    return tuple(found)


def projected_end(
    state: SessionState, elapsed: float, now: datetime, zone: tzinfo | None = None
) -> datetime:
    """When the session ends if every part still ahead takes its minutes. Aware, like `now`."""
    if (over := over_at(state)) is not None:
        return over.astimezone(now.tzinfo)
    if ahead := forecast(state, elapsed, now, zone):
        return ahead[-1].end
    return free_at(state, elapsed, now)


def _pin(state: SessionState, run: PartRun, zone: tzinfo | None) -> datetime | None:
    block = state.block_of(run)
    if zone is None or block is None or block.pinned_start is None or state.began_at is None:
        return None
    return pinned_moment(state.began_at.astimezone(zone), block.pinned_start)


def end_agreed(state: SessionState) -> bool:
    """Whether another end than the planned one was agreed on while it ran."""
    return state.planned_end != state.started.planned_end


def minutes_behind(
    state: SessionState, elapsed: float, now: datetime, zone: tzinfo | None = None
) -> int:
    """How many whole minutes after its planned end the session will end; below zero if before."""
    return minutes_late(state, projected_end(state, elapsed, now, zone))


def minutes_late(state: SessionState, end: datetime) -> int:
    """How many whole minutes after its planned end an end is; below zero if before."""
    return minutes_told(state.planned_end, end) if state.planned_end is not None else 0
