"""Replay: a session's log as a timeline, and the state as it stood at any moment of it.

Times of day are the beginning and the seconds since then, so that they never go back, whatever
the machine's own clock did meanwhile.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta

from facilitui.core import bodies as b
from facilitui.core.events import Event
from facilitui.core.fold import advance, fold, folding
from facilitui.core.replay_words import Key, said_of
from facilitui.core.session import SessionState

EVERY = 25
"""So many events lie between two states that are kept to go on from."""
REWRITES = (b.KeyTakenBack, b.RecoveryUndone)
LAST_MOMENT = datetime(9999, 12, 1, tzinfo=UTC)
"""No session goes on after it, whatever a damaged log says."""


@dataclass(frozen=True, slots=True)
class Moment:
    """One key, or something that happened without one: a row of the timeline."""

    place: int
    """Which event was its last one."""
    elapsed: float
    at: datetime
    """The time of day, in UTC."""
    said: str
    """What happened, in words that show nothing private."""
    kept: str
    """What was typed, which is private; empty where nothing was."""
    key: str
    """The key's name among Live's commands, such as "next"; empty where it was no key."""
    taken_back: bool
    gap: bool
    """Whether the program did not run."""
    part: str
    """Id of the part that ran; empty between parts."""
    title: str
    """What that part is called."""


class Replay:
    """One session, to be looked at as it was. Every sequence of events can be replayed."""

    def __init__(self, events: Sequence[Event]) -> None:
        self._events = tuple(events)
        self._kept: dict[int, SessionState] = {}
        """States by how many events made them."""
        self._rewritten = [
            place + 1
            for place, event in enumerate(self._events)
            if isinstance(event.body, REWRITES)
        ]
        """Behind these events the past is another one, which takes a whole fold."""
        self._began = _began(self._events)
        self.moments = _moments(self._events, self._began)
        """The timeline, in order."""
        self._places = [moment.elapsed for moment in self.moments]

    @property
    def length(self) -> float:
        """Seconds until the session ended, or until the last thing that is known of it."""
        ends = (m for m in self.moments if m.key == Key.END and not m.taken_back)
        last = next(ends, self.moments[-1] if self.moments else None)
        return last.elapsed if last is not None else 0.0

    def at(self, elapsed: float) -> datetime:
        """The time of day so many seconds after the beginning, in UTC."""
        return _at(self._began, elapsed)

    def row_at(self, elapsed: float) -> int:
        """Which moment is the last one that had happened by then; the first one before it."""
        return max(0, bisect_right(self._places, elapsed) - 1)

    def state_of(self, row: int) -> SessionState:
        """The state right after a moment, as it was then."""
        return self._state(self.moments[row].place + 1)

    def _state(self, count: int) -> SessionState:
        """The state that the first so many events made."""
        known = self._known_before(count)
        if known not in self._kept:
            self._kept[known] = fold(self._events[:known])
        state = self._kept[known]
        for place in range(known, count):
            state = advance(state, self._events[:place], self._events[place])
        return state

    def _known_before(self, count: int) -> int:
        """Where to go on from: behind the last key that was taken back, or nearer by."""
        rewritten = bisect_right(self._rewritten, count)
        return max(count - count % EVERY, self._rewritten[rewritten - 1] if rewritten else 0)


def _began(events: Sequence[Event]) -> datetime:
    """When the session began; where the log does not say, when its first event was."""
    starts = (e.envelope.at for e in events if isinstance(e.body, b.SessionStarted))
    first = events[0].envelope.at if events else LAST_MOMENT
    return next(starts, first).astimezone(UTC)


def _at(began: datetime, elapsed: float) -> datetime:
    room = max(0.0, (LAST_MOMENT - began).total_seconds())
    return began + timedelta(seconds=min(max(0.0, elapsed), room))


def _moments(events: Sequence[Event], began: datetime) -> tuple[Moment, ...]:
    found: list[Moment] = []
    group: list[Event] = []
    before = SessionState()
    for place, (state, gone) in enumerate(folding(events)):
        group.append(events[place])
        if place + 1 < len(events) and _same_key(group[0], events[place + 1]):
            continue
        found.append(_moment(tuple(group), place, before, state, began, gone=gone))
        group, before = [], state
    return tuple(found)


def _same_key(first: Event, event: Event) -> bool:
    body = event.body
    return isinstance(body, b.Body) and body.part_of == first.seq


def _moment(
    group: tuple[Event, ...],
    place: int,
    before: SessionState,
    after: SessionState,
    began: datetime,
    *,
    gone: bool,
) -> Moment:
    said = said_of(group, before, after)
    run = after.now
    return Moment(
        place=place,
        elapsed=after.elapsed,
        at=_at(began, after.elapsed),
        said=said.words,
        kept=said.kept,
        key=said.key,
        taken_back=gone,
        gap=isinstance(group[0].body, b.GapNoticed),
        part=run.part.id if run is not None else "",
        title=run.part.title if run is not None else "",
    )
