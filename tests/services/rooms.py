"""A home in memory in which sessions are hosted."""

from __future__ import annotations

from facilitui.core.plans.plan import Plan
from facilitui.core.sessions import moves
from facilitui.core.vocabulary import Visibility
from facilitui.services.sessions.following import FollowedSession
from facilitui.services.sessions.hosted_session import HostedSession
from facilitui.services.sessions.hosting import Hosting
from facilitui.services.sessions.looked_on import LookedOn
from tests.core.making import good_plan
from tests.services.fakes import (
    FixedLibrary,
    MemoryPlans,
    MemorySessions,
    MovableClock,
    counting,
)
from tests.services.followed import MemoryFeed
from tests.services.memory_files import MemoryDrafts


class Room:
    """A home in memory with one plan, and everything that hosts it."""

    def __init__(self, plan: Plan | None = None) -> None:
        self.clock = MovableClock()
        self.sessions = MemorySessions()
        self.plans, self.drafts = MemoryPlans(), MemoryDrafts()
        self.plans.put("work", plan or good_plan())
        self.hosting = Hosting(
            self.sessions, self.plans, self.drafts, FixedLibrary(), self.clock, counting()
        )

    async def begun(self) -> HostedSession:
        """A session of the plan that has begun and was looked at once."""
        hosted = await self.hosting.prepare_plan("work")
        await hosted.begin()
        await hosted.tick()
        return hosted

    def kinds(self) -> list[str]:
        """What the newest session's log holds."""
        return [event.envelope.kind for event in list(self.sessions.logs.values())[-1]]

    async def watch(self, hosted: HostedSession, seconds: int) -> None:
        """Let time pass before the host's eyes."""
        for _ in range(seconds // 10):
            self.clock.move(10)
            await hosted.tick()


async def looked_on(room: Room, session: str) -> tuple[LookedOn, MemoryFeed]:
    """A session that another copy hosts, as a second one shows it, and what that reads."""
    feed = MemoryFeed(room.sessions, session)
    followed = FollowedSession(room.sessions, lambda _: feed, room.clock, session, Visibility.HOST)
    return await room.hosting.look_on(followed, "Another copy hosts it"), feed


async def struck(room: Room) -> str:
    """A session that was killed a minute into its first step."""
    hosted = await room.begun()
    await room.watch(hosted, 60)
    await hosted.do(moves.mark)
    room.sessions.held.clear()
    return hosted.session
