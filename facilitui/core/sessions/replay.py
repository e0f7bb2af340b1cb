"""Replay: a session's log as a timeline, and the state as it stood at any moment of it.

Times of day are the beginning and the seconds since then, so that they never go back, whatever
the machine's own clock did meanwhile.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import UTC, datetime

from facilitui.core import bodies as b
from facilitui.core.sessions.clock import LAST_MOMENT, moment_at
from facilitui.core.sessions.course import Course
from facilitui.core.sessions.events import Event
from facilitui.core.sessions.replay_words import Key, said_of
from facilitui.core.sessions.session import SessionState


@dataclass(frozen=True, slots=True)
class ReplayMoment:
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
        self._began = _began(events)
        timeline = _Timeline(self._began)
        self._whole = Course().along(events, timeline.tell)
        self._seen = Course()
        """As it was at the moment that was looked at last."""
        self.moments = timeline.moments()
        """The timeline, in order."""
        self._places = [moment.elapsed for moment in self.moments]

    @property
    def events(self) -> tuple[Event, ...]:
        """All that happened, in order."""
        return self._whole.events

    @property
    def whole(self) -> SessionState:
        """What all of it adds up to."""
        return self._whole.state

    @property
    def length(self) -> float:
        """Seconds until the session ended, or until the last thing that is known of it."""
        ends = (m for m in self.moments if m.key == Key.END and not m.taken_back)
        last = next(ends, self.moments[-1] if self.moments else None)
        return last.elapsed if last is not None else 0.0

    def at(self, elapsed: float) -> datetime:
        """The time of day so many seconds after the beginning, in UTC."""
        return moment_at(self._began, elapsed)

    def row_at(self, elapsed: float) -> int:
        """Which moment is the last one that had happened by then; the first one before it."""
        return max(0, bisect_right(self._places, elapsed) - 1)

    def state_of(self, row: int) -> SessionState:
        """The state right after a moment, as it was then."""
        count = self.moments[row].place + 1
        nearer = min(self._seen, self._whole, key=lambda course: abs(len(course.events) - count))
        self._seen = nearer.along(self.events[:count])
        return self._seen.state


def _began(events: Sequence[Event]) -> datetime:
    """When the session began; where the log does not say, when its first event was."""
    starts = (e.envelope.at for e in events if isinstance(e.body, b.SessionStarted))
    first = events[0].envelope.at if events else LAST_MOMENT
    return next(starts, first).astimezone(UTC)


class _Timeline:
    """The moments of a session, which is told event by event."""

    def __init__(self, began: datetime) -> None:
        self._began = began
        self._found: list[ReplayMoment] = []
        self._group: list[Event] = []
        """The events of the key that is told now."""
        self._count = 0
        self._before = self._after = SessionState()
        self._gone = False

    def tell(self, event: Event, after: SessionState, gone: bool) -> None:
        """The next event, the state after it, and whether it was taken back."""
        if self._group and not _same_key(self._group[0], event):
            self._end_key()
        self._group.append(event)
        self._after, self._gone, self._count = after, gone, self._count + 1

    def moments(self) -> tuple[ReplayMoment, ...]:
        """All of them, once all was told."""
        if self._group:
            self._end_key()
        return tuple(self._found)

    def _end_key(self) -> None:
        group, place = tuple(self._group), self._count - 1
        told = _moment(group, place, self._before, self._after, self._began, gone=self._gone)
        self._found.append(told)
        self._group.clear()
        self._before = self._after


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
) -> ReplayMoment:
    said = said_of(group, before, after)
    run = after.now
    return ReplayMoment(
        place=place,
        elapsed=after.elapsed,
        at=moment_at(began, after.elapsed),
        said=said.words,
        kept=said.kept,
        key=said.key,
        taken_back=gone,
        gap=isinstance(group[0].body, b.GapNoticed),
        part=run.part.id if run is not None else "",
        title=run.part.title if run is not None else "",
    )
