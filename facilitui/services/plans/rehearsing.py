"""Rehearsing: a plan is run at any speed, and nothing of it is kept."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from contextlib import AbstractAsyncContextManager, nullcontext
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta, tzinfo
from typing import Any

from facilitui.core.errors import NotFound
from facilitui.core.plans.plan import Plan
from facilitui.core.plans.schedule import local_moment
from facilitui.core.ports import Chance, Clock, Library, SessionLog
from facilitui.core.sessions.clock import Reading
from facilitui.core.sessions.events import Event
from facilitui.core.sessions.log_contents import LogContents
from facilitui.services.half_lines import HalfLines
from facilitui.services.sessions.hosted_session import HostedSession
from facilitui.services.sessions.hosting import prepare

SPEEDS = (0, 1, 2, 5, 10, 30, 60)
"""How much faster than real time; at 0 the world stands still."""
MOST_AT_ONCE = 20.0
"""Seconds of the rehearsal between two looks at its clock, however long nobody looked."""
BOOT = "rehearsal"


def passed(real: float, speed: float) -> float:
    """How many seconds pass in a rehearsal while so many really do."""
    return min(MOST_AT_ONCE, max(0.0, real) * speed)


class SpeedClock:
    """A clock that begins at a moment of its own and runs as fast as it is told to.

    What passes is measured by the real one. A machine that slept or was busy makes a rehearsal
    wait, not jump: nobody could have rehearsed what was not on the screen.
    """

    def __init__(self, clock: Clock, begins: datetime) -> None:
        """`begins` is aware."""
        self._clock, self._begins = clock, begins.astimezone(UTC)
        self._seen = clock.read().boot_seconds
        self._world = 0.0
        self._speed = SPEEDS[1]

    @property
    def speed(self) -> int:
        """How much faster than real time it runs; 0 while it stands still."""
        return self._speed

    def change(self, by: int) -> None:
        """Go so many speeds up or down from this moment on, to the last one at most."""
        self._go_on()
        at = SPEEDS.index(self._speed) + by
        self._speed = SPEEDS[max(0, min(len(SPEEDS) - 1, at))]

    def read(self) -> Reading:
        """All that it shows."""
        self._go_on()
        return Reading(self._begins + timedelta(seconds=self._world), BOOT, self._world)

    def zone(self, name: str) -> tzinfo:
        """The zones are the real ones."""
        return self._clock.zone(name)

    def _go_on(self) -> None:
        now = self._clock.read().boot_seconds
        self._world += passed(now - self._seen, self._speed)
        self._seen = now


class _NoLog:
    """A session's log that keeps nothing (`ports.SessionLog`)."""

    def __init__(self, session: str) -> None:
        self.contents = LogContents(session, (), 0)

    async def append(self, events: Sequence[Event]) -> None:
        """The session itself has them for as long as it is shown."""

    @property
    def behind(self) -> float:
        """There is nothing to wait for."""
        return 0.0

    async def beat(self) -> None:
        """Nobody looks for its host."""

    async def close(self) -> None:
        """Nothing was held."""

    async def discard(self) -> None:
        """Nor is there anything to leave."""


class _NoSessions:
    """Where sessions begin that are not kept (`ports.NewSessions`)."""

    def beginning(self) -> AbstractAsyncContextManager[None]:
        """Nobody else begins any."""
        return nullcontext()

    async def create(self, session: str, plan: Plan) -> SessionLog:
        """A log that keeps nothing."""
        return _NoLog(session)

    async def read(self, session: str) -> LogContents:
        """Nothing was written of it."""
        raise NotFound("nothing of a rehearsal is kept")


class _MemoryDrafts:
    """What is being typed, for as long as the rehearsal lasts (`ports.Drafts`)."""

    def __init__(self) -> None:
        self._drafts: dict[str, dict[str, Any]] = {}

    async def keep(self, name: str, value: Mapping[str, Any]) -> None:
        """Keep a draft."""
        self._drafts[name] = dict(value)

    async def find(self, name: str) -> dict[str, Any] | None:
        """A draft that was kept."""
        return self._drafts.get(name)

    async def drop(self, name: str) -> None:
        """Forget a draft."""
        self._drafts.pop(name, None)


@dataclass(frozen=True, slots=True)
class Rehearsal:
    """A plan ready to be rehearsed."""

    plan: Plan
    name: str
    """What it is called among the plans."""
    hosted: HostedSession
    clock: SpeedClock


class Rehearsing:
    """Plans as they would run."""

    def __init__(self, library: Library, clock: Clock, chance: Chance) -> None:
        self._library, self._clock, self._chance = library, clock, chance

    async def rehearse(self, plan: Plan, name: str) -> Rehearsal:
        """A plan made ready, on a clock that begins when the session is planned to begin."""
        ready = prepare(plan, name, await self._library.shelf())
        clock = SpeedClock(self._clock, self._planned(plan))
        half = HalfLines(_MemoryDrafts())
        hosted = HostedSession.prepared(ready, _NoSessions(), half, clock, self._chance)
        return Rehearsal(plan, name, hosted, clock)

    def _planned(self, plan: Plan) -> datetime:
        if plan.start is None:
            return self._clock.read().at
        return local_moment(plan.start, self._clock.zone(plan.zone))
