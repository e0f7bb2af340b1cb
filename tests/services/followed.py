"""A session that is hosted and followed in memory, on one clock that the tests move."""

from __future__ import annotations

from collections.abc import Callable

from facilitui.core.errors import FacilituiError, NotFound
from facilitui.core.sessions import moves
from facilitui.core.sessions.following_ports import Sight
from facilitui.services.sessions.following import FollowedSession, Following
from tests.core.making import Script, plain
from tests.services.fakes import MemorySessions, MovableClock


class MemoryFeed:
    """A session in memory, seen by a follower."""

    def __init__(self, store: MemorySessions, session: str) -> None:
        self._store, self._session = store, session
        self.hosted = True
        self.beats = 0
        self.fails = ""
        self._seen: tuple[int, int] | None = None

    async def look(self) -> Sight:
        if self.fails:
            raise FacilituiError(self.fails)
        contents = await self._store.read(self._session)
        now = (len(contents.events), self.beats)
        news, self._seen = now != self._seen, now
        return Sight(contents if news else None, self.hosted)


class Stage:
    """A host that presses keys, and one that follows."""

    def __init__(self) -> None:
        self.clock = MovableClock()
        self.store = MemorySessions()
        self.script = Script(plain(5, 5), title="One")
        self.feeds: dict[str, MemoryFeed] = {}
        self.publish()

    def publish(self, session: str = "one") -> None:
        """Write what the host did, on the same clock."""
        self.store.logs[session] = tuple(self.script.events)

    def press(self, *keys: Callable[..., moves.Move]) -> None:
        """Keys of the host, which are written at once."""
        self.script.press(*keys)
        self.publish()

    def wait(self, seconds: float) -> None:
        """Time passes for both."""
        self.clock.move(seconds)
        self.script.wait(seconds)

    def feed(self, session: str) -> MemoryFeed:
        if "/" in session:
            raise NotFound("there is no session of that name")
        return self.feeds.setdefault(session, MemoryFeed(self.store, session))

    def follow(self, session: str = "") -> FollowedSession:
        """Somebody begins to follow."""
        return Following(self.store, self.feed, self.clock).follow(session)

    async def watch(self, followed: FollowedSession, seconds: float) -> None:
        """Let time pass before the follower's eyes."""
        for _ in range(int(seconds)):
            self.wait(1)
            await followed.look()
