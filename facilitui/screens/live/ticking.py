"""The clock of a Live screen: drawn when the shown second changes, and while a wait grows."""

from __future__ import annotations

from collections.abc import Callable

from textual.screen import Screen
from textual.timer import Timer

from facilitui.core.errors import FacilituiError
from facilitui.core.told import unhosted
from facilitui.services.sessions.hosted_session import HostedSession
from facilitui.widgets.ticks import JUST_AFTER, ClockSet, next_second

WAIT_TICK = 0.5
"""Seconds between two drawings of the wait bar."""
STILL_TICK = 5.0
"""Seconds between two drawings of a page on which only minutes are told."""
LEAST_DELAY = 0.1
"""In real seconds, however fast a rehearsal runs."""


class Ticking:
    """Ticks a session, once a second while its clock runs.

    `draw` shows the clock, `tell` what was noticed.
    """

    def __init__(
        self,
        screen: Screen[None],
        hosted: HostedSession,
        draw: Callable[[], None],
        tell: Callable[[str, bool], None],
        speed: Callable[[], float],
    ) -> None:
        """`speed` is how much faster than real time the session's clock runs."""
        self._screen, self._hosted, self._draw, self._tell = screen, hosted, draw, tell
        self._speed = speed
        self._timer: Timer | None = None
        self._clock_set = ClockSet()

    def schedule(self) -> None:
        """The next drawing comes when the shown second changes; after the end there is none."""
        if self._timer is not None:
            self._timer.stop()
        if self._hosted.state.ended_at is None:
            self._timer = self._screen.set_timer(self._delay() + JUST_AFTER, self.tick)

    def _delay(self) -> float:
        delay, speed = self._session_delay(), self._speed()
        return delay if speed == 1 else max(LEAST_DELAY, delay / speed) if speed else 1.0

    def _session_delay(self) -> float:
        """How long, by the session's clock, what is shown still stands."""
        hosted, state = self._hosted, self._hosted.state
        if state.wait:
            return WAIT_TICK
        if state.paused and not hosted.behind and not hosted.lost:
            return STILL_TICK
        return next_second(state, *hosted.now())

    async def tick(self) -> None:
        """What was shown stands no more."""
        try:
            if await self._hosted.tick():
                self._tell(unhosted(self._hosted.state.gaps[-1].seconds), False)
        except FacilituiError as error:
            self._tell(str(error), True)
        if told := self._clock_set.news(self._hosted.clock_set()):
            self._tell(told, False)
        self._draw()
        self.schedule()
