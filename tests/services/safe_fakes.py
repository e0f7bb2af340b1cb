"""What keeping things safe needs, with nothing behind it but the journal."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from dataclasses import dataclass, field
from datetime import datetime

from facilitui.core.backups.backup_ports import BackedUp, LogsRead, Restored
from facilitui.core.errors import Problem
from facilitui.core.journals.attaching_ports import Progress
from facilitui.core.journals.journal_ports import MendedJournal
from facilitui.services.backups.safekeeping import Safekeeping
from tests.services.fakes import MovableClock


@dataclass
class MemoryLogs:
    """Logs by session, of each the hashes of its events; `problems` are what is wrong with any."""

    logs: Mapping[str, frozenset[str]] = field(default_factory=dict)
    problems: tuple[Problem, ...] = ()

    async def read_all(self, sought: Collection[str], progress: Progress) -> LogsRead:
        """All of them."""
        found = {session: hashes & set(sought) for session, hashes in self.logs.items()}
        return LogsRead(len(self.logs), self.problems, found)


@dataclass
class MemoryArchives:
    """Archives that are only asked for."""

    came: Restored = field(default_factory=lambda: Restored("b.zip"))
    asked: list[str] = field(default_factory=list)

    def place(self, name: str) -> str:
        """Where it may lie."""
        return f"exports/{name}"

    async def write(
        self, file: str, made_at: datetime, progress: Progress, *, force: bool = False
    ) -> BackedUp:
        """Say so."""
        self.asked.append(f"write {file}")
        return BackedUp(file, 0, 0, {})

    async def restore(
        self, file: str, made_at: datetime, progress: Progress, *, replace: bool = False
    ) -> Restored:
        """Say so."""
        self.asked.append(f"restore {file}")
        return self.came


async def no_copies(progress: Progress) -> tuple[int, tuple[Problem, ...]]:
    """Nothing is attached."""
    return 0, ()


def safekeeping(
    journal: MendedJournal, logs: MemoryLogs | None = None, archives: MemoryArchives | None = None
) -> Safekeeping:
    """The service over a journal."""
    return Safekeeping(
        journal, MovableClock(), logs or MemoryLogs(), no_copies, archives or MemoryArchives()
    )
