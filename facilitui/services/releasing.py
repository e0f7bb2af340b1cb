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

        Holds the session for that moment only. Raises HostedElsewhere, NotFound, NotSaved or
        ReadOnlySession.
        """
        hosted = await self._hosting.resume(session)
        try:
            await hosted.do(release(capture, withdrawn=not released))
            return hosted.state.notes_of(NoteKind.CAPTURE)
        finally:
            await hosted.leave()
