"""Calling something whenever the shown second changes."""

from __future__ import annotations

from collections.abc import Awaitable, Callable
from datetime import datetime

from textual.message_pump import MessagePump
from textual.timer import Timer

from facilitui.core.sessions.clock import GAP_SECONDS
from facilitui.core.sessions.session import SessionState
from facilitui.core.sessions.timing import remaining
from facilitui.core.told import clock_set

LOOK_SECONDS = 0.4
"""How often another process's log is looked at; unchanged, that costs next to nothing."""
JUST_AFTER = 0.005
"""So many seconds after the shown second changes it is drawn, not just before."""


class Ticks:
    """Calls `tick` when the shown second has changed, and at least every `most` seconds."""

    def __init__(
        self,
        owner: MessagePump,
        most: float,
        next_second: Callable[[], float],
        tick: Callable[[], Awaitable[None]],
    ) -> None:
        self._owner, self._most, self._next_second, self._tick = owner, most, next_second, tick
        self._timer: Timer | None = None

    def schedule(self) -> None:
        """The next call comes from now on."""
        if self._timer is not None:
            self._timer.stop()
        delay = min(self._most, self._next_second() + JUST_AFTER)
        self._timer = self._owner.set_timer(delay, self._call)

    async def _call(self) -> None:
        await self._tick()
        self.schedule()


class ClockSet:
    """Tells once that the machine's own clock was set: what is shown does not go by it."""

    def __init__(self) -> None:
        self._told = 0.0
        """By how much it was set, as it was told last."""

    def news(self, set_by: float) -> str:
        """What there is to say of a clock that was set by so many seconds; empty if nothing."""
        if abs(set_by - self._told) <= GAP_SECONDS:
            return ""
        self._told = set_by
        return clock_set(set_by)


def next_second(state: SessionState, elapsed: float, now: datetime) -> float:
    """How long the shown second still stands: of the step's clock, or of the time of day."""
    run = state.now
    left = remaining(run, elapsed) if run and run.since is not None else -now.microsecond / 1e6
    return (left % 1.0) or 1.0
