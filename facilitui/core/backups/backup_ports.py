"""What keeping a whole home safe needs of the world outside.

As in `facilitui.core.ports`, the stores work on threads of their own and raise the errors of
`facilitui.core.errors`.
"""

from __future__ import annotations

from collections.abc import Awaitable, Callable, Collection, Mapping
from dataclasses import dataclass, field
from datetime import datetime
from typing import Protocol

from facilitui.core.errors import Problem
from facilitui.core.journals.attaching_ports import Progress
from facilitui.core.privacy.purge_records import LogSays


@dataclass(frozen=True, slots=True)
class LogsRead:
    """What came of reading every session's log."""

    count: int
    problems: tuple[Problem, ...]
    """Of each log the first thing that is wrong with it."""
    hashes: Mapping[str, frozenset[str]]
    """By session, those of the hashes sought that an event of its log has."""
    blanked: Mapping[str, int] = field(default_factory=dict)
    """By session, how many of its events say nothing any more."""
    says: LogSays = field(default_factory=dict)
    """By session, whether any of them says something."""


class SessionLogs(Protocol):
    """The logs of all sessions, to be checked."""

    async def read_all(self, sought: Collection[str], progress: Progress) -> LogsRead:
        """Read and verify every one, and look for these hashes; none is changed. Raises Stopped."""


CopiesCheck = Callable[[Progress], Awaitable[tuple[int, tuple[Problem, ...]]]]
"""Checks the attached copies: how many there should be, and what is wrong with them."""


@dataclass(frozen=True, slots=True)
class BackedUp:
    """An archive that was written and read again."""

    where: str
    """The file, as a person knows it."""
    files: int
    size: int
    """In bytes, of the archive."""
    counts: Mapping[str, int]
    """How many things of each folder are in it."""
    lost: tuple[str, ...] = ()
    """What should be in it and is not, each with the reason."""
    left_out: tuple[str, ...] = ()
    """What lies in the home and is never packed, each with the reason: links, folders of others."""
    unread: tuple[str, ...] = ()
    """The months that cannot be read; they are in it as they are."""
    unsound: int = 0
    """How many things are damaged or missing in the home, and so no better in it."""


@dataclass(frozen=True, slots=True)
class Restored:
    """What came of putting an archive's files in place, but for entries still to be imported."""

    name: str
    """What the archive is called."""
    written: int = 0
    known: int = 0
    """Files that were there with the very same bytes, or with more than these."""
    joined: int = 0
    """Revisions of entries that came into months which are here."""
    mended: int = 0
    """Revisions that were altered here and are as they were sealed again."""
    replaced: tuple[str, ...] = ()
    """What is the archive's now, and was another here: files, and entries by their places."""
    left: tuple[str, ...] = ()
    """What was left as it is, each with the reason."""
    altered: int = 0
    """Revisions that were altered here and were left so; `hurt` names them."""
    aside: tuple[str, ...] = ()
    """The months that could not be read here and were set aside before they were replaced."""
    lines: str = ""
    """Entries that are still to be imported, as JSON Lines: others are here in their place."""
    hurt: tuple[str, ...] = ()
    """Entries that do not hold, here or in the archive, each with what became of it."""
    notes: tuple[str, ...] = ()
    """What else is to be known, a sentence each."""
    before: str = ""
    """Where the state before is kept; empty where nothing was to be replaced."""


class Archives(Protocol):
    """Archives of a whole home."""

    def place(self, name: str) -> str:
        """The path of a new file among the exports, as a person knows it.

        Of that name, or with a number behind it where that is taken.
        """

    async def write(
        self, file: str, made_at: datetime, progress: Progress, *, force: bool = False
    ) -> BackedUp:
        """Write one, and read it again. A file that is there stays, unless it is to be forced.

        Raises NotSaved or Stopped; nothing is left of it then.
        """

    async def restore(
        self, file: str, made_at: datetime, progress: Progress, *, replace: bool = False
    ) -> Restored:
        """Check an archive whole, then put its files in place, each at once or not at all.

        Raises NotFound, DamagedBackup or HostedElsewhere, with nothing changed; NotSaved, with
        every file whole: the same once more goes on from there.
        """
