"""Releasing captures as quotes, one by one, once a session has ended."""

from __future__ import annotations

from facilitui.core.people_moves import release
from facilitui.core.session import Note, NoteKind
from facilitui.services.hosting import Hosting


class Releasing:
    """The captures of sessions that are over, and which of them may be quoted."""

    def __init__(self, hosting: Hosting) -> None:
        self._hosting = hosting

    async def captures(self, session: str) -> tuple[Note, ...]:
        """The captures of a session. Raises NotFound."""
        hosted = await self._hosting.look_at(session)
        return hosted.state.notes_of(NoteKind.CAPTURE)

    async def change(self, session: str, capture: int, *, released: bool) -> tuple[Note, ...]:
        """Release a capture, or take that back; all captures as they are then.

        Raises HostedElsewhere, NotFound, NotSaved or ReadOnlySession.
        """
        decide = release(capture, withdrawn=not released)
        hosted = await self._hosting.decide_afterwards(session, decide)
        return hosted.state.notes_of(NoteKind.CAPTURE)
