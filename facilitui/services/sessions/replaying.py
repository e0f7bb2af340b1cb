"""Replaying: sessions read again from their logs, to be looked at as they went."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import tzinfo

from facilitui.core.ports import Clock, SessionStore
from facilitui.core.sessions.replay import Replay
from facilitui.services.files_seen import FilesSeen


@dataclass(frozen=True, slots=True)
class Replayed:
    """A session as it went."""

    replay: Replay
    zone: tzinfo
    """Where it was held."""
    trouble: str
    """What is wrong with its log, or gone from it, in a sentence; empty if nothing."""

    @property
    def title(self) -> str:
        """What it was called."""
        return self.replay.whole.started.title


class Replaying:
    """The sessions of a home, as they went."""

    def __init__(self, sessions: SessionStore, clock: Clock, seen: FilesSeen) -> None:
        self._sessions, self._clock, self._logs = sessions, clock, seen
        self._seen = Replay(())
        """What was looked at last: whoever comes back to it waits only for its log."""

    async def replay(self, session: str) -> Replayed:
        """A session, however far it has come. Raises NotFound."""
        contents = await self._sessions.read(session)
        if contents.events != self._seen.events:
            self._seen = Replay(contents.events)
        replay = self._seen
        zone = self._clock.zone(replay.whole.started.zone)
        trouble = contents.told or await self._logs.cut(session)
        return Replayed(replay, zone, trouble)
