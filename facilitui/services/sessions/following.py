"""Following a session that another process of the same home hosts: read only, a moment behind."""

from __future__ import annotations

import asyncio
from collections.abc import Callable
from datetime import datetime, tzinfo

from facilitui.core.errors import FacilituiError, NotFound
from facilitui.core.plans.audience import seen_by
from facilitui.core.ports import Clock, SessionRow, SessionStore
from facilitui.core.sessions.clock import Reading, clock_set_by, elapsed_at, own_moment
from facilitui.core.sessions.course import Course
from facilitui.core.sessions.events import Event
from facilitui.core.sessions.following_ports import SessionFeed, Sight
from facilitui.core.sessions.log_contents import LogContents
from facilitui.core.sessions.session import SessionState
from facilitui.core.vocabulary import Visibility

SILENT_SECONDS = 15.0
"""A host that has shown no sign for longer is taken for gone; it beats every ten."""
DELETED = "It was deleted: what is shown is how it stood last"
"""What is told where a session's log is not there any more."""
LIST_SECONDS = 3.0
"""How often the list of sessions is asked at most; it is looked at several times a second."""
LONGEST_LOOK = 2.0
"""So much silence counts between two looks at most: asleep, nobody listened."""


class Following:
    """All sessions of a home that another process may host."""

    def __init__(
        self, store: SessionStore, feed_of: Callable[[str], SessionFeed], clock: Clock
    ) -> None:
        self._store, self._feed_of, self._clock = store, feed_of, clock

    async def check(self, session: str) -> None:
        """See that there is a session of that name, if one is named. Raises NotFound."""
        if session:
            await self._store.read(session)

    def follow(
        self, session: str = "", reader: Visibility = Visibility.COFACILITATOR
    ) -> FollowedSession:
        """A session to be followed; without a name the one that lies open, and each next one."""
        return FollowedSession(self._store, self._feed_of, self._clock, session, reader)


class FollowedSession:
    """A session as its reader may see it; what the room sees is made from that.

    Without a session of its own it waits for one to begin, and once that is over for the next. It
    holds nothing of the host's: each look reads what is new in the log.
    """

    def __init__(
        self,
        store: SessionStore,
        feed_of: Callable[[str], SessionFeed],
        clock: Clock,
        session: str = "",
        reader: Visibility = Visibility.COFACILITATOR,
    ) -> None:
        """Raises NotFound for what can be no session's name."""
        self._reader = reader
        self._store, self._feed_of, self._clock = store, feed_of, clock
        self.session = session
        """Which session; empty while it waits for one."""
        self._stays = bool(session)
        """Whether it was told which session, so that it never moves on."""
        self._feed = feed_of(session) if session else None
        self._turn = asyncio.Lock()
        self._last: Event | None = None
        """The last event that was read, as the log had it."""
        self.course = Course()
        """All that happened, as its reader may know it; what a break leaves unproved, too."""
        self._listed: float | None = None
        """When the list of sessions was asked last, in seconds of this boot."""
        self._looked: float | None = None
        """When it looked last, in seconds of this boot."""
        self._flaw = ""
        """What is wrong with the log itself."""
        self._silent = 0.0
        self._gone_since: float | None = None
        """In seconds of this boot; None while somebody hosts it."""
        self._deleted: Reading | None = None
        """What the clock showed when its log was not there any more."""
        self.choices: tuple[SessionRow, ...] = ()
        """Sessions that lie open, where there are several to choose from."""
        self.trouble = ""
        """Why it cannot be followed rightly, in a sentence; empty if it can."""

    @property
    def state(self) -> SessionState:
        """How it stands, as its reader may know it."""
        return self.course.state

    @property
    def zone(self) -> tzinfo:
        """Where the session is held."""
        return self._clock.zone(self.state.started.zone)

    @property
    def begun(self) -> bool:
        """Whether there is anything to show."""
        return self.state.began_at is not None

    def now(self) -> tuple[float, datetime]:
        """Seconds since the session began, by its host's clock, and the moment in its zone.

        Both stand still once it was deleted.
        """
        reading = self._deleted or self._clock.read()
        own = own_moment(self.state, reading)
        return elapsed_at(self.state, reading), own.astimezone(self.zone)

    def clock_set(self) -> float:
        """By how many seconds this machine's clock was set since it began; 0 if it was not."""
        return clock_set_by(self.state, self._clock.read())

    def gone_for(self) -> float | None:
        """Seconds for which nobody has hosted it; None while somebody does, or after its end."""
        if self._gone_since is None or self._deleted or not self.state.running:
            return None
        return max(0.0, self._clock.read().boot_seconds - self._gone_since)

    @property
    def unhosted(self) -> bool:
        """Whether nobody hosts it just now, though it has not ended."""
        return self.gone_for() is not None

    @property
    def lost(self) -> str:
        """That nobody hosts it, and for how long, or that it was deleted; else empty."""
        if self._deleted is not None:
            return "session deleted"
        gone = self.gone_for()
        return f"host gone {int(gone) // 60}:{int(gone) % 60:02}" if gone is not None else ""

    @property
    def unproved(self) -> bool:
        """Whether some of what is shown is not proved, because its log is damaged."""
        return bool(self._flaw)

    def choose(self, session: str) -> None:
        """Follow one of several. Raises NotFound for what can be no session's name."""
        self._feed, self.session, self.choices = self._feed_of(session), session, ()
        self._looked = self._gone_since = self._deleted = None
        self._silent = 0.0

    async def look(self) -> bool:
        """See what is new; whether anything is."""
        async with self._turn:
            before = self._known
            try:
                await self._look()
                self._deleted = None
            except NotFound:
                self.trouble, self._deleted = DELETED, self._deleted or self._clock.read()
            except FacilituiError as error:
                self.trouble = str(error)
            return before != self._known

    @property
    def _known(self) -> tuple[object, ...]:
        """All that may have changed since the look before."""
        return self.state, self.trouble, self.choices, self._gone_since, self._deleted

    async def _look(self) -> None:
        if self._feed is None:
            await self._find()
        elif not self._stays and (over := self._over_at) is not None:
            await self._move_on(over)
        if self._feed is None:
            return
        sight = await self._feed.look()
        if sight.contents is not None:
            self._take(sight.contents)
        self.trouble = self._flaw
        self._watch_host(sight, self._clock.read())

    async def _find(self) -> None:
        """The one session that lies open, or several to choose from."""
        rows = await self._lying_open()
        if rows is not None and len(rows) == 1:
            self.choose(rows[0].session)
        elif rows is not None:
            self.choices = rows

    async def _lying_open(self) -> tuple[SessionRow, ...] | None:
        """The sessions that lie open; None where that was asked only just now."""
        now = self._clock.read().boot_seconds
        if self._listed is not None and 0 <= now - self._listed < LIST_SECONDS:
            return None
        rows = tuple(row for row in await self._store.rows() if row.open)
        self._listed = now
        return rows

    @property
    def _over_at(self) -> datetime | None:
        """When it ended, or was seen to be deleted; None while it may go on."""
        return self._deleted.at if self._deleted is not None else self.state.ended_at

    async def _move_on(self, over: datetime) -> None:
        """Go to the session that began last since this one was over, if one did and lies open."""
        began = [(row.began_at, row.session) for row in await self._lying_open() or ()]
        if since := [(at, session) for at, session in began if at is not None and at > over]:
            self.choose(max(since)[1])

    def _take(self, contents: LogContents) -> None:
        """Go on from what is known, or begin anew where the log is another one."""
        events, known = contents.events, len(self.course.events)
        # Its flaw would be told of a session without events, too: that one is just beginning.
        self._flaw = contents.trouble if contents.read_only else ""
        if not known or len(events) < known or events[known - 1] is not self._last:
            self.course, known = Course(), 0
        news = seen_by(self._reader, events[known:])
        self.course = self.course.along((*self.course.events, *news))
        self._last = events[-1] if events else None

    def _watch_host(self, sight: Sight, reading: Reading) -> None:
        """Whether there is a host: somebody is there, and a sign came lately."""
        first = self._looked is None
        passed = reading.boot_seconds - (self._looked or reading.boot_seconds)
        self._looked = reading.boot_seconds
        news = sight.contents is not None
        self._silent = 0.0 if news else self._silent + min(passed, LONGEST_LOOK)
        if sight.hosted and self._silent <= SILENT_SECONDS:
            self._gone_since = None
        elif self._gone_since is None:
            ago = self._unhosted(sight.contents, reading) if first else self._silent
            self._gone_since = reading.boot_seconds - ago

    def _unhosted(self, contents: LogContents | None, reading: Reading) -> float:
        """Seconds since the last sign of a host that was gone before anybody looked."""
        alive_at = contents.alive_at if contents is not None else None
        known = [at for at in (alive_at, self.state.at) if at is not None]
        return max(0.0, (reading.at - max(known)).total_seconds()) if known else 0.0
