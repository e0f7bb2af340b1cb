"""A working day in one session: eight hours, about 500 events, and what is true of it meanwhile."""

from __future__ import annotations

import gc
import tracemalloc
from collections.abc import Sequence
from itertools import cycle, pairwise

from facilitui.core.plans.plan import Block, Plan
from facilitui.core.sessions import moves
from facilitui.core.sessions.events import Event, head_of, make_event, read_event
from facilitui.core.sessions.fold import fold
from facilitui.core.sessions.moves import Decide
from facilitui.core.sessions.people_moves import hear
from facilitui.core.sessions.session import SessionState, Stage
from facilitui.core.sessions.timing import remaining
from tests.core.making import HOSTILE, good_plan
from tests.core.state_text import state_text

SECONDS = 8 * 3600
STEP = 300
MOST_GROWTH = 0.05
"""Of what the host holds at noon, beyond the events of the afternoon themselves."""
_BETWEEN = 102
_SMALL: tuple[Decide, ...] = (
    *(moves.mark, moves.capture(HOSTILE), moves.open_or_close_wait, moves.open_or_close_wait),
    *(lambda state: moves.change_minutes(state, 1), moves.pause_or_resume, moves.pause_or_resume),
    *(moves.park("later"), hear(3), moves.mark),
)


def day() -> Plan:
    """Eight hours in steps of five minutes."""
    count = SECONDS // STEP
    parts = (Block(id=f"b{n}", title=f"Part {n}", minutes=STEP / 60) for n in range(count))
    return good_plan(minutes=480, zone="UTC", blocks=tuple(parts))


def keys() -> list[tuple[float, Decide]]:
    """When each key of the day is pressed: a step every five minutes, small ones in between.

    Every mark is taken back a second later.
    """
    steps: list[tuple[float, Decide]] = [(at, moves.forward) for at in range(STEP, SECONDS, STEP)]
    small = list(zip(range(40, SECONDS, _BETWEEN), cycle(_SMALL), strict=False))
    back = [(at + 1, moves.take_back) for at, key in small if key is moves.mark]
    return sorted([*steps, *small, *back], key=lambda key: key[0])


class Truth:
    """How long each step has really run, kept beside the session as a person with a watch would."""

    def __init__(self) -> None:
        self._ran: dict[str, float] = {}
        self._now = 0.0

    def passed(self, state: SessionState, now: float) -> None:
        """It is `now` seconds after the beginning; the session stood so since it was last told."""
        run = state.now
        if run is not None and run.stage is Stage.RUNNING and not state.paused:
            name = run.part.id
            self._ran[name] = self._ran.get(name, 0.0) + now - self._now
        self._now = now

    def error(self, state: SessionState, elapsed: float) -> float:
        """By how many seconds a clock that shows this is wrong."""
        run = state.now
        if run is None:
            return abs(elapsed - self._now)
        left = run.minutes * 60 - self._ran.get(run.part.id, 0.0)
        return max(abs(elapsed - self._now), abs(remaining(run, elapsed) - left))


def made_again(events: Sequence[Event]) -> list[Event]:
    """The same events but for the first one, made once more as the host makes them."""
    return [
        make_event(
            event.body.model_copy(),  # type: ignore[union-attr]
            head=head_of(before),
            at=event.envelope.at,
            elapsed=event.elapsed,
            salt=event.envelope.salt,
        )
        for before, event in pairwise(events)
    ]


def held() -> int:
    """Bytes that are in use, once what nobody holds is gone."""
    gc.collect()
    return tracemalloc.get_traced_memory()[0]


def read_again(events: tuple[Event, ...]) -> str:
    """The state that the written lines of these events make, as a text."""
    return state_text(fold([read_event(event.line) for event in events]))
