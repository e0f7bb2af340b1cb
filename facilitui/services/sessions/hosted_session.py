"""One session in its host's hands: keys become events, events become state."""

from __future__ import annotations

import asyncio
from collections.abc import Mapping
from datetime import datetime, tzinfo

from facilitui.core import bodies as b
from facilitui.core.errors import ReadOnlySession
from facilitui.core.naming import session_name
from facilitui.core.ports import Chance, Clock, NewSessions, SessionLog
from facilitui.core.sessions.clock import Reading, clock_set_by, elapsed_at, own_moment
from facilitui.core.sessions.course import Course
from facilitui.core.sessions.events import Event
from facilitui.core.sessions.key_words import last_key_words, readied_words
from facilitui.core.sessions.left_open import TakeUp, go_on
from facilitui.core.sessions.log_contents import LogContents
from facilitui.core.sessions.moves import Decide, Move
from facilitui.core.sessions.session import SessionState
from facilitui.core.sessions.starting import Prepared, opening
from facilitui.core.sessions.unwatched import Unwatched
from facilitui.core.told import nearest
from facilitui.services.half_lines import HalfLines, draft_name
from facilitui.services.plans.other_runs import OtherRuns
from facilitui.services.sessions.key_events import key_events

BEAT_SECONDS = 10.0
"""How often a host says that it is alive, so that a restart knows how long it was gone."""


class HostedSession:
    """One session in its host's hands.

    The state changes only after the events that change it are written, so nothing is on the
    screen that a kill could lose. Keys are obeyed one after the other.
    """

    def __init__(self, store: NewSessions, half: HalfLines, clock: Clock, chance: Chance) -> None:
        self._store = store
        self._half = half
        self._clock = clock
        self._chance = chance
        self._turn = asyncio.Lock()
        self._log: SessionLog | None = None
        self.course = Course()
        """All that happened, and how it stands. Only what is written is in it."""
        self._ready: Prepared | None = None
        self.before: list[Prepared] = []
        """What was ready before each change of it."""
        self.others: OtherRuns | None = None
        """What other copies begin of the plan; None where that is nothing to it."""
        self._unwatched = Unwatched()
        self._last_beat = 0.0
        self.away = 0.0
        """Seconds for which nobody hosted it, where that was marked when it was taken up."""
        self.session = ""
        self.read_only = ""
        """Why nothing can be changed here; empty while it can."""
        self.damaged = False
        """Whether its log is damaged, so that it can only go on in a copy."""

    @classmethod
    def prepared(
        cls, ready: Prepared, store: NewSessions, half: HalfLines, clock: Clock, chance: Chance
    ) -> HostedSession:
        """A session that has not begun; nothing of it is on the disk yet."""
        hosted = cls(store, half, clock, chance)
        hosted._ready = ready
        return hosted

    @property
    def ready(self) -> Prepared | None:
        """What will be run, while it has not begun."""
        return self._ready

    @property
    def title(self) -> str:
        """The plan's title."""
        return self._ready.plan.title if self._ready else self.state.started.title

    @property
    def zone(self) -> tzinfo:
        """Where the session is held."""
        name = self._ready.plan.zone if self._ready else self.state.started.zone
        return self._clock.zone(name)

    @property
    def state(self) -> SessionState:
        """How it stands."""
        return self.course.state

    @property
    def events(self) -> tuple[Event, ...]:
        """Everything that happened so far."""
        return self.course.events

    @property
    def last_key(self) -> str:
        """What the key did that would be taken back next, in words; empty if there is none."""
        return last_key_words(self.state, self.events)

    @property
    def behind(self) -> float:
        """Seconds for which something has not reached the disk itself."""
        return self._log.behind if self._log is not None else 0.0

    @property
    def lost(self) -> str:
        """Why nothing new comes from the copy that hosts it; empty where one does, or this one."""
        return ""

    @property
    def unhosted(self) -> bool:
        """Whether the copy that hosted it is gone, so that it can be gone on with here."""
        return False

    def now(self) -> tuple[float, datetime]:
        """Seconds since the session began, and the moment in the session's own zone."""
        reading, state = self._clock.read(), self.state
        return elapsed_at(state, reading), own_moment(state, reading).astimezone(self.zone)

    def clock_set(self) -> float:
        """By how many seconds this machine's clock was set since it began; 0 if it was not."""
        return clock_set_by(self.state, self._clock.read())

    def expect(self, ready: Prepared) -> None:
        """What will be run instead, before the session began: for those who are here."""
        if self._ready is not None:
            self.before.append(self._ready)
            self._ready = ready

    def expect_as_before(self) -> str:
        """Take back the last change of what will be run: what it was, empty without one."""
        if self._ready is None or not self.before:
            return ""
        changed, self._ready = self._ready, self.before.pop()
        return readied_words(self._ready, changed)

    async def begin(self) -> None:
        """Begin the prepared session with its first part. Raises BegunElsewhere or NotSaved."""
        async with self._turn:
            if self._ready is not None:
                async with self._store.beginning():
                    await self._begin(self._ready)

    async def _begin(self, ready: Prepared) -> None:
        reading = self._clock.read()
        session = session_name(ready.plan.title, reading.at.astimezone(self.zone))
        session = f"{session}-{self._chance(2)}"
        if self.others is not None:
            await self.others.refuse_once(self.zone, reading)
        self._log = await self._store.create(session, ready.plan)
        try:
            await self._append(opening(ready, session, reading, self.zone), reading)
        except BaseException:  # also where it was called off
            log, self._log = self._log, None
            await log.discard()
            raise
        self.session = session
        before, self._ready = self._draft, None
        await self._half.move(before, self._draft)

    async def go_on(self, log: SessionLog, take_up: TakeUp = go_on) -> None:
        """Take up a session that lies open, noting how long nobody ran it; or end it with that."""
        self._log = log
        self.look_at(log.contents)
        reading = self._clock.read()
        if self.read_only or not self.state.running:
            return
        async with self._turn:
            done = await self._append(take_up(self.state, log.contents.alive_at, reading), reading)
        self.away = sum(each.body.seconds for each in done if isinstance(each.body, b.GapNoticed))

    def look_at(self, contents: LogContents) -> None:
        """Show a session as its log has it."""
        self.session = contents.session
        self.course = Course().along(contents.events)
        if contents.read_only or self.state.unreadable:
            self.read_only = contents.trouble or "a newer version wrote this session"
            self.damaged = contents.broken

    async def look_again(self) -> None:
        """Have what was decided about its record since it was let go of. Raises NotFound."""
        if self._log is None and self.session:
            self.look_at(await self._store.read(self.session))

    async def do(self, decide: Decide) -> tuple[Event, ...]:
        """Obey a key: what it does is decided, written, and only then shown.

        Raises NotSaved, with nothing changed, or ReadOnlySession.
        """
        if self.read_only:
            raise ReadOnlySession(self.read_only)
        async with self._turn:
            reading = self._clock.read()
            await self._mark_gap(reading)
            return await self._append(decide(self.state), reading)

    async def tick(self) -> bool:
        """Called about once a second; True if a stretch without the program was just noticed."""
        async with self._turn:
            reading = self._clock.read()
            elapsed = elapsed_at(self.state, reading)
            if self._log is not None and elapsed - self._last_beat >= BEAT_SECONDS:
                self._last_beat = elapsed
                await self._log.beat()
            return await self._mark_gap(reading)

    async def _mark_gap(self, reading: Reading) -> bool:
        """Mark a stretch without the program, where one has just ended: a laptop slept."""
        live = self._log is not None and not self.read_only and self.state.running
        self._unwatched.look(elapsed_at(self.state, reading), live=live)
        if not self._unwatched.seconds:
            return False
        await self._append((b.GapNoticed(seconds=nearest(self._unwatched.seconds)),), reading)
        self._unwatched.marked()
        return True

    async def half_lines(self) -> Mapping[str, str]:
        """What is half typed, by what it is typed for."""
        return await self._half.of(self._draft)

    async def keep_line(self, purpose: str, text: str) -> None:
        """Keep a line as it is typed by now; an empty one is forgotten. Raises NotSaved."""
        await self._half.keep(self._draft, purpose, text)

    @property
    def _draft(self) -> str:
        return draft_name(self._ready.plan_name if self._ready else self.session)

    async def leave(self) -> None:
        """Let go of the session; it goes on running without a host."""
        if self._log is not None:
            await self._log.close()
            self._log = None

    async def _append(self, move: Move, reading: Reading) -> tuple[Event, ...]:
        if not move:
            return ()
        if self._log is None:
            raise ReadOnlySession("the session has not begun")
        events = key_events(move, self.state, reading, self._chance)
        await self._log.append(events)
        for event in events:
            self.course = self.course.after(event)
        return events
