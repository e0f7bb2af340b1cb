"""Who may see what of a session: the host all of it, each reader after that less.

What a reader may not see is left out of the events before anything is made of them, so that no
drawing has to remember to hide it. A chain of such events still verifies.
"""

from __future__ import annotations

from collections.abc import Iterable

from facilitui.core.sessions.events import Event, without_body
from facilitui.core.vocabulary import Visibility

_NEAREST = (Visibility.HOST, Visibility.COFACILITATOR, Visibility.OBSERVER, Visibility.ROOM)
"""Readers, the one who may see most first."""


def may_see(reader: Visibility, body: Visibility) -> bool:
    """Whether a reader may see bodies that are meant for `body` and everybody nearer."""
    return _NEAREST.index(reader) <= _NEAREST.index(body)


def seen_by(reader: Visibility, events: Iterable[Event]) -> tuple[Event, ...]:
    """The events as a reader may have them: those meant for others keep only their envelope."""
    return tuple(
        event if may_see(reader, event.envelope.visibility) else without_body(event)
        for event in events
    )
