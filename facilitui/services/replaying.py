"""Replaying: sessions read again from their logs, to be looked at as they went."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import tzinfo

from facilitui.core.ports import Clock, SessionStore
from facilitui.core.replay import Replay


@dataclass(frozen=True, slots=True)
class Replayed:
    """A session as it went."""

    replay: Replay
    zone: tzinfo
    """Where it was held."""
    trouble: str
    """What is wrong with its log, in a sentence; empty if nothing."""

    @property
    def title(self) -> str:
        """What it was called."""
        return self.replay.whole.started.title


class Replaying:
    """The sessions of a home, as they went."""

    def __init__(self, sessions: SessionStore, clock: Clock) -> None:
        self._sessions, self._clock = sessions, clock
        self._seen = Replay(())
        """What was looked at last: whoever comes back to it waits only for its log."""

    async def replay(self, session: str) -> Replayed:
        """A session, however far it has come. Raises NotFound."""
        contents = await self._sessions.read(session)
        if contents.events != self._seen.events:
            self._seen = Replay(contents.events)
        replay = self._seen
        zone = self._clock.zone(replay.whole.started.zone)
        return Replayed(replay, zone, contents.told)
