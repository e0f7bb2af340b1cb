"""The world outside the services, in memory: a clock, chance, and stores that can be full."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator, Collection, Sequence
from dataclasses import dataclass, field, replace
from datetime import UTC, datetime, timedelta, tzinfo
from typing import Any
from zoneinfo import ZoneInfo

from facilitui.core.errors import ChangedOnDisk, HostedElsewhere, InputProblems, NotFound, NotSaved
from facilitui.core.journals.attaching_ports import Progress
from facilitui.core.journals.journal import Document, latest, make_document, verify
from facilitui.core.journals.journal_faults import Finding
from facilitui.core.journals.journal_ports import Imported, JournalContents, SpentMonth
from facilitui.core.journals.written_over import refuse_newer
from facilitui.core.library.shelf import Shelf
from facilitui.core.plans.plan import Plan
from facilitui.core.ports import PlanRow, SessionLog, SessionRow
from facilitui.core.sessions.clock import Reading
from facilitui.core.sessions.events import Event
from facilitui.core.sessions.fold import fold
from facilitui.core.sessions.log_contents import LogContents
from tests.core.making import START
from tests.services.memory_files import FULL, MemoryFiles


class MovableClock:
    """A clock that moves when it is told to, on a machine that can be started again."""

    def __init__(self, at: datetime = START) -> None:
        self.reading = Reading(at=at, boot_id="boot-1", boot_seconds=1000.0, machine="one")

    def read(self) -> Reading:
        return self.reading

    def zone(self, name: str) -> tzinfo:
        return ZoneInfo(name) if name else UTC

    def move(self, seconds: float) -> None:
        """Let time pass."""
        at = self.reading.at + timedelta(seconds=seconds)
        boot_seconds = self.reading.boot_seconds + seconds
        self.reading = replace(self.reading, at=at, boot_seconds=boot_seconds)

    def reboot(self, seconds: float) -> None:
        """Start the machine again, which takes so long by the wall clock."""
        self.move(seconds)
        boot = f"boot-{int(self.reading.boot_id[5:]) + 1}"
        self.reading = replace(self.reading, boot_id=boot, boot_seconds=5.0)


def counting() -> Any:
    """Chance that is none: 1, 2, 3 and so on, as hex of the wanted length."""
    count = 0

    def chance(size: int) -> str:
        nonlocal count
        count += 1
        return f"{count:0{size * 2}x}"

    return chance


@dataclass
class MemoryPlans(MemoryFiles[Plan]):
    """Plans by name, as the text of their files."""

    model = Plan
    changed: dict[str, float] = field(default_factory=dict)
    listing: InputProblems | None = None
    """What listing them raises."""
    opened: list[str] = field(default_factory=list)
    """Openings that were remembered."""
    found: dict[str, str] = field(default_factory=dict)
    """Where files lie that drafts told of."""

    def put(self, name: str, plan: Plan) -> None:
        """A plan that another program wrote."""
        self.texts[name] = plan.model_dump_json()

    async def rows(self) -> tuple[PlanRow, ...]:
        if self.listing:
            raise self.listing
        plans = {name: Plan.model_validate_json(text) for name, text in self.texts.items()}
        return tuple(
            PlanRow(
                name,
                plan.title,
                plan.start,
                self.changed.get(name, 0.0),
                day=plan.start.date() if plan.start else plan.day,
            )
            for name, plan in plans.items()
        )

    async def rename(
        self, name: str, title: str, based_on: str, taken: Collection[str] = ()
    ) -> str:
        if self.full:
            raise NotSaved(FULL)
        if await self.digest(name) != based_on:
            raise ChangedOnDisk("it was changed by another program")
        new = await self.free_name(title, taken)
        self.texts[new] = self.texts.pop(name)
        return new

    async def find_again(self, name: str, outside: str) -> None:
        self.found[name] = outside

    async def remember_opening(self, name: str) -> None:
        if self.full:
            raise NotSaved(FULL)
        self.opened.append(name)


class MemoryLog:
    """A session's log, for its one host."""

    def __init__(self, store: MemorySessions, contents: LogContents) -> None:
        self._store = store
        self.contents = contents
        self.beats = 0

    @property
    def behind(self) -> float:
        return 0.0

    async def append(self, events: Sequence[Event]) -> None:
        await self._store.slowly()
        if self._store.full:
            raise NotSaved(FULL)
        self._store.logs[self.contents.session] += tuple(events)

    async def beat(self) -> None:
        self.beats += 1

    async def close(self) -> None:
        self._store.held.discard(self.contents.session)

    async def discard(self) -> None:
        await self.close()
        del self._store.logs[self.contents.session]


class MemorySessions:
    """Sessions by name, as their events."""

    def __init__(self) -> None:
        self.logs: dict[str, tuple[Event, ...]] = {}
        self.held: set[str] = set()
        self._begins = asyncio.Lock()
        self.full = False
        self.trouble = ""
        """What is wrong with every log."""
        self.verified: int | None = None
        self.alive_at: datetime | None = None

    def beginning(self) -> asyncio.Lock:
        return self._begins

    async def slowly(self) -> None:
        """What a test waits for in the middle of a write."""

    async def rows(self) -> tuple[SessionRow, ...]:
        return tuple(self._row(name) for name in reversed(self.logs))

    def _row(self, name: str) -> SessionRow:
        state = fold(self.logs[name])
        return SessionRow(
            session=name,
            title=state.started.title,
            plan=state.started.plan,
            began_at=state.began_at,
            ended_at=state.ended_at,
            step=(state.current or 0) + 1 if state.current is not None else 0,
            steps=len(state.runs),
            trouble=self.trouble,
            planned_end=state.planned_end,
            hosted_elsewhere=name in self.held and state.running,
        )

    async def create(self, session: str, plan: Plan) -> SessionLog:
        if self.full:
            raise NotSaved(FULL)
        self.logs[session] = ()
        return await self.host(session)

    async def host(self, session: str) -> SessionLog:
        if session in self.held:
            raise HostedElsewhere(f"{session} is open in another copy")
        contents = await self.read(session)
        self.held.add(session)
        return MemoryLog(self, contents)

    async def read(self, session: str) -> LogContents:
        if session not in self.logs:
            raise NotFound(f"there is no session {session}")
        events = self.logs[session]
        verified = len(events) if self.verified is None else self.verified
        trouble, broken = self.trouble, 0 < verified < len(events)
        return LogContents(session, events, verified, trouble, bool(trouble), self.alive_at, broken)

    async def continue_in_copy(self, session: str, copy: str) -> SessionLog:
        self.logs[copy] = self.logs[session][: self.verified]
        self.trouble, self.verified = "", None
        return await self.host(copy)


class MemoryJournal:
    """The journal as a list of documents."""

    def __init__(self) -> None:
        self.documents: list[Document] = []
        self.full = False
        self.unread: tuple[str, ...] = ()
        """Files of which nothing can be read."""
        self.lost: tuple[str, ...] = ()
        """What is missing that may have told of a purge."""

    async def contents(self) -> JournalContents:
        rows = tuple((f"m:{n}", doc) for n, doc in enumerate(self.documents))
        return JournalContents(rows, unread=self.unread)

    async def spent(self) -> tuple[SpentMonth, ...]:
        return ()

    async def untold(self) -> tuple[str, ...]:
        return self.lost

    async def newest_first(self) -> AsyncIterator[JournalContents]:
        yield await self.contents()

    async def save(self, *, based_on: str | None = None, **fields: Any) -> Document:
        if self.full:
            raise NotSaved(FULL)
        last = latest(self.documents).get(fields["entry_id"])
        refuse_newer(last, based_on, self.documents)
        after = self.documents[-1]["hash"] if self.documents else "0" * 64
        document = make_document(**fields, last=last, after=after)
        self.documents.append(document)
        return document

    async def verify(self) -> tuple[Finding, ...]:
        return verify((await self.contents()).documents)

    async def import_lines(
        self, text: str, made_at: datetime, source: str, progress: Progress | None = None
    ) -> Imported:
        return Imported(len(text.splitlines()), 0, ())


@dataclass
class FixedLibrary:
    """A library that never changes."""

    kept: Shelf = field(default_factory=Shelf)

    async def shelf(self) -> Shelf:
        return self.kept
