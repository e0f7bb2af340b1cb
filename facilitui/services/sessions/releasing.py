"""Releasing captures as quotes, one by one, once a session has ended."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime, tzinfo

from facilitui.core.debriefs.asked_moments import time_of
from facilitui.core.sessions.people_moves import release
from facilitui.core.sessions.session import Note, NoteKind
from facilitui.services.sessions.hosted_session import HostedSession
from facilitui.services.sessions.hosting import Hosting


@dataclass(frozen=True, slots=True)
class Captures:
    """The captures of a session as they are now, and when it began."""

    notes: tuple[Note, ...]
    began_at: datetime | None
    zone: tzinfo

    def when(self, note: Note) -> str:
        """The time of day when it was captured; empty for a session that never began."""
        return time_of(note.elapsed, self.began_at, self.zone)


class Releasing:
    """The captures of sessions that are over, and which of them may be quoted."""

    def __init__(self, hosting: Hosting) -> None:
        self._hosting = hosting

    async def captures(self, session: str) -> Captures:
        """The captures of a session. Raises NotFound."""
        return _captures(await self._hosting.look_at(session))

    async def change(self, session: str, capture: int, *, released: bool) -> Captures:
        """Release a capture, or take that back; all captures as they are then.

        Raises HostedElsewhere, NotFound, NotSaved or ReadOnlySession.
        """
        decide = release(capture, withdrawn=not released)
        return _captures(await self._hosting.decide_afterwards(session, decide))


def _captures(hosted: HostedSession) -> Captures:
    state = hosted.state
    return Captures(state.notes_of(NoteKind.CAPTURE), state.began_at, hosted.zone)
