"""The events that one key of the host makes."""

from __future__ import annotations

from facilitui.core.ports import Chance
from facilitui.core.sealing import SALT_BYTES
from facilitui.core.sessions.clock import Reading, elapsed_at
from facilitui.core.sessions.events import Event, head_of, make_event
from facilitui.core.sessions.moves import Move
from facilitui.core.sessions.session import SessionState


def key_events(
    move: Move, state: SessionState, reading: Reading, chance: Chance
) -> tuple[Event, ...]:
    """The events of one key: all but the first say which event the key began with."""
    head = state.head
    first, elapsed = head.seq + 1, elapsed_at(state, reading)
    made: list[Event] = []
    for body in move:
        body = body.model_copy(update={"part_of": first}) if made else body
        salt = chance(SALT_BYTES)
        event = make_event(body, head=head, at=reading.at, elapsed=elapsed, salt=salt)
        head = head_of(event)
        made.append(event)
    return tuple(made)
