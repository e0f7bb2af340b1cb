"""The course of a session: its events, and the states on the way that it can be gone on from.

Taking back a key changes what has been, so the state is folded anew from there, and only from
there.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from facilitui.core.sessions.events import Event
from facilitui.core.sessions.fold import REWRITES, gone_on, taken_back
from facilitui.core.sessions.session import SessionState

_AT_THE_START = (0, SessionState())
Seen = Callable[[Event, SessionState, bool], None]
"""Hears of an event, the state after it, and whether it counts as if it had never been."""


@dataclass(frozen=True, slots=True)
class Course:
    """A session so far. Its state is always what the fold of its events is."""

    events: tuple[Event, ...] = ()
    gone: frozenset[int] = frozenset()
    """Places of the events that count as if they had never been."""
    kept: tuple[tuple[int, SessionState], ...] = (_AT_THE_START,)
    """States by how many events made them, the last one last.

    They lie the further apart the longer ago they are: there are few of them however long the
    session is, and going back so many events folds at most twice as many.
    """

    @property
    def state(self) -> SessionState:
        """What its events add up to."""
        return self.kept[-1][1]

    def after(self, event: Event) -> Course:
        """The course with one event more."""
        events = (*self.events, event)
        if isinstance(event.body, REWRITES):
            return self.along(events)
        return _folded(events, self.gone, self.kept)

    def without(self, seq: int) -> Course:
        """The course as if a recovery that is in force had never been applied.

        It is what `RecoveryUndone` would make of it, for nothing else is gone with a recovery.
        """
        place = next((i for i, event in enumerate(self.events) if event.seq == seq), None)
        if place is None:
            return self
        kept = tuple(each for each in self.kept if each[0] <= place)
        return _folded(self.events, self.gone | {place}, kept)

    def along(self, events: Sequence[Event], seen: Seen | None = None) -> Course:
        """The course of other events, which begin with those of this one or are its first ones.

        `seen` hears of every event that is folded for it, in order.
        """
        gone = taken_back(events)
        alike = min((len(self.events), len(events), *(gone ^ self.gone)))
        kept = tuple(each for each in self.kept if each[0] <= alike)
        return _folded(tuple(events), gone, kept, seen)


def _folded(
    events: tuple[Event, ...],
    gone: frozenset[int],
    known: Sequence[tuple[int, SessionState]],
    seen: Seen | None = None,
) -> Course:
    """The course of events whose beginning is known."""
    length = len(events)
    kept = [each for each in known if _is_kept(each[0], length)]
    count, state = known[-1]
    for place in range(count, length):
        state = gone_on(state, events[place], gone=place in gone)
        if seen is not None:
            seen(events[place], state, place in gone)
        if _is_kept(place + 1, length):
            kept.append((place + 1, state))
    return Course(events, gone, tuple(kept))


def _is_kept(count: int, length: int) -> bool:
    """Whether a state is worth keeping: the last one, and one for each doubling of the way back."""
    back = length - count
    return not back or count % (1 << back.bit_length() - 1) == 0
