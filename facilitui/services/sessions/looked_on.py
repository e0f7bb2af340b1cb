"""A session that another copy hosts, on a host's screen: it goes on there and is only seen here."""

from __future__ import annotations

from datetime import datetime

from facilitui.core.ports import Chance, Clock, NewSessions
from facilitui.services.half_lines import HalfLines
from facilitui.services.sessions.following import FollowedSession
from facilitui.services.sessions.hosted_session import HostedSession

UNHOSTED = "Nobody hosts it now: R goes on with it here"
"""Why nothing works where its host went away while it was looked at."""


class LookedOn(HostedSession):
    """A session as its host has it, a moment behind, with everything that a host may see."""

    def __init__(
        self,
        followed: FollowedSession,
        why: str,
        store: NewSessions,
        half: HalfLines,
        clock: Clock,
        chance: Chance,
    ) -> None:
        """`why` says who hosts it, and so why nothing can be changed here."""
        super().__init__(store, half, clock, chance)
        self.followed = followed
        """How it goes on in the copy that hosts it."""
        self.session, self.read_only, self._why = followed.session, why, why

    @property
    def lost(self) -> str:
        """That its host is gone, and for how long, or that it was deleted; else empty."""
        return self.followed.lost

    @property
    def unhosted(self) -> bool:
        """Whether nobody hosts it just now, so that it can be gone on with here."""
        return self.followed.unhosted

    def now(self) -> tuple[float, datetime]:
        """Seconds since the session began, by its host's clock, and the moment in its zone."""
        return self.followed.now()

    async def look(self) -> bool:
        """See what its host did since the last look; whether anything is new."""
        news = await self.followed.look()
        self.course = self.followed.course
        self.read_only = UNHOSTED if self.unhosted else self.followed.trouble or self._why
        return news

    async def look_again(self) -> None:
        """Have what was decided about its record meanwhile."""
        await self.look()
