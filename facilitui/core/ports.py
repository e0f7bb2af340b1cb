"""What the services need of the world outside: a clock, and stores that keep things.

Every store does its own work on a thread of its own; these calls are awaited and hand over
frozen values. They raise the errors of `facilitui.core.errors`.
"""

from __future__ import annotations

from collections.abc import Callable, Collection, Mapping, Sequence
from contextlib import AbstractAsyncContextManager
from dataclasses import dataclass
from datetime import date, datetime, tzinfo
from typing import Any, Protocol

from facilitui.core.files import Files
from facilitui.core.library.shelf import Shelf
from facilitui.core.plans.plan import Plan
from facilitui.core.sessions.clock import Reading
from facilitui.core.sessions.events import Event
from facilitui.core.sessions.log_contents import LogContents

Chance = Callable[[int], str]
"""So many random bytes, as hex."""


class Clock(Protocol):
    """The time, as the wiring provides it."""

    def read(self) -> Reading:
        """All that the clock shows now."""

    def zone(self, name: str) -> tzinfo:
        """The zone of that IANA name, or this machine's own for an empty or unknown one."""


class Library(Protocol):
    """The shipped data and a person's own."""

    async def shelf(self) -> Shelf:
        """All of it, read anew where a file changed. A bad file is a problem, never an error."""


@dataclass(frozen=True, slots=True)
class PlanRow:
    """A plan as a list shows it."""

    name: str
    """Its file name without folder and ending."""
    title: str
    start: datetime | None
    changed: float
    """When its file was last written, in seconds of the wall clock."""
    problem: str = ""
    day: date | None = None
    """The day of its start, also where no time of day is known."""
    outside: str = ""
    """Where its file lies if that is outside the home; else empty."""


class PlanStore(Files[Plan], Protocol):
    """Plans as files."""

    async def rows(self) -> tuple[PlanRow, ...]:
        """All plans, one that cannot be read with its problem."""

    async def remember_opening(self, name: str) -> None:
        """Keep the file as it is now among its earlier states. Raises NotFound or NotSaved."""

    async def rename(
        self, name: str, title: str, based_on: str, taken: Collection[str] = ()
    ) -> str:
        """Give a file of that digest a name made of a title, which nothing has, and say it.

        Raises ChangedOnDisk or NotSaved; the file then has the name that it had.
        """

    async def find_again(self, name: str, outside: str) -> None:
        """Know a file outside the home, which may be gone, by the name that it has here."""


@dataclass(frozen=True, slots=True)
class LeftDraft:
    """A draft that a program left behind."""

    name: str
    value: Mapping[str, Any]
    changed: float
    """When it was last written, in seconds of the wall clock."""


class Drafts(Protocol):
    """Where what is being typed is kept, a fraction of a second behind."""

    async def keep(self, name: str, value: Mapping[str, Any]) -> None:
        """Keep a draft. Raises NotSaved."""

    async def find(self, name: str) -> dict[str, Any] | None:
        """A draft that was kept, if it can be read."""

    async def drop(self, name: str) -> None:
        """Forget a draft."""


class DraftStore(Drafts, Protocol):
    """Drafts as small files, which outlive the program."""

    async def set_aside(self, name: str) -> str:
        """Put a draft that nobody can read out of the way, and say where it is. Raises NotSaved."""

    async def left(self, beginning: str) -> tuple[LeftDraft, ...]:
        """The drafts whose names begin so, but for those of other programs that are running."""

    async def others(self, name: str) -> tuple[LeftDraft, ...]:
        """Further drafts of that very name, which programs left that wrote it side by side.

        Each has a name of its own, and the newest comes first.
        """

    async def go_on_with(self, name: str, other: str = "") -> None:
        """Keep one of them from now on where one's own was kept, which becomes one of them.

        Without `other` the next draft is kept in a place of its own. Raises NotFound where
        another program has it by now.
        """

    async def forget(self, other: str) -> None:
        """Delete one of them, for good. Raises NotFound or NotSaved."""


@dataclass(frozen=True, slots=True)
class SessionRow:
    """A session as a list shows it, with its planned end as it was moved while it ran."""

    session: str
    title: str
    plan: str
    began_at: datetime | None
    ended_at: datetime | None
    step: int = 0
    """Which step it stands at, counted from 1."""
    steps: int = 0
    trouble: str = ""
    planned_end: datetime | None = None
    end_name: str = "planned end"
    """What that end is called: agreed on while it ran, planned, or only booked."""
    paused: bool = False
    hosted_elsewhere: bool = False
    purged: bool = False
    """Whether nothing is left of it but that it was."""

    @property
    def open(self) -> bool:
        """Whether it has begun and nobody has ended it."""
        return self.began_at is not None and self.ended_at is None


class SessionLog(Protocol):
    """One session's log, held by its one host."""

    contents: LogContents

    async def append(self, events: Sequence[Event]) -> None:
        """Write events; when it returns they survive a kill. Raises NotSaved, and keeps none."""

    @property
    def behind(self) -> float:
        """Seconds for which something written has not been forced to the disk; 0 if nothing."""

    async def beat(self) -> None:
        """Say that the host is alive, by touching the log file's time of change."""

    async def close(self) -> None:
        """Force everything to the disk and let go of the session."""

    async def discard(self) -> None:
        """Let go of a session that could not begin, and leave nothing of it."""


class NewSessions(Protocol):
    """Where a session begins, and is read again."""

    def beginning(self) -> AbstractAsyncContextManager[None]:
        """While it lasts no other copy begins a session here, where that can be kept from it."""

    async def create(self, session: str, plan: Plan) -> SessionLog:
        """Begin the log of a new session. Raises NotSaved."""

    async def read(self, session: str) -> LogContents:
        """A session's log, only to be looked at. Raises NotFound."""


class SessionStore(NewSessions, Protocol):
    """All sessions of a home."""

    async def rows(self) -> tuple[SessionRow, ...]:
        """All sessions, the newest first."""

    async def host(self, session: str) -> SessionLog:
        """Hold a session to go on with it. Raises HostedElsewhere or NotFound."""

    async def continue_in_copy(self, session: str, copy: str) -> SessionLog:
        """Go on, under another name, from the last event that the chain proves."""
