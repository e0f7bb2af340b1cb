"""Safekeeping: everything checked, backed up and brought back; entries handed over and taken."""

from __future__ import annotations

import asyncio
from dataclasses import replace

from facilitui.core.attaching_ports import Progress
from facilitui.core.backup_ports import Archives, BackedUp, CopiesCheck, Restored, SessionLogs
from facilitui.core.errors import Problem
from facilitui.core.journal_ports import Imported, Journal
from facilitui.core.ports import Clock
from facilitui.core.soundness import (
    Soundness,
    about_found,
    logs_missed,
    logs_untold,
    purged_elsewhere,
    sought,
    with_untold,
)


class Safekeeping:
    """The journal and all it rests on, as a whole."""

    def __init__(
        self,
        journal: Journal,
        clock: Clock,
        logs: SessionLogs,
        copies: CopiesCheck,
        archives: Archives,
    ) -> None:
        self._journal, self._clock = journal, clock
        self._logs, self._copies, self._archives = logs, copies, archives

    async def check(self) -> tuple[int, tuple[Problem, ...]]:
        """How many files the journal has, and what is wrong with them."""
        contents = await self._journal.contents()
        files = {place.partition("#")[0] for place, _ in contents.documents}
        damaged = {problem.file.rpartition("/")[2] for problem in contents.problems}
        return len(files | damaged), contents.problems

    async def verify(self, progress: Progress | None = None) -> Soundness:
        """Look at every document, every log and every attached copy. Raises Stopped.

        The journal is read first: whatever its entries name was there when they were written.
        """
        watched = progress or Progress()
        contents = await self._journal.contents()
        rows = contents.documents
        found = await self._journal.verify()
        heads = await asyncio.to_thread(lambda: sought(document for _, document in rows))
        logs = await self._logs.read_all(heads, watched)
        missed = await asyncio.to_thread(logs_missed, rows, logs.hashes)
        told = {each.file for each in logs.problems}
        missed = tuple(each for each in missed if each.file not in told)
        copies, lost = await self._copies(watched)
        documents = [document for _, document in rows]
        findings, untold = found, tuple[Problem, ...]()
        if not contents.unread:  # else what cannot be read may tell of a purge
            findings = await asyncio.to_thread(with_untold, found, documents)
            untold = await asyncio.to_thread(logs_untold, logs.blanked, documents, logs.says)
        findings += await asyncio.to_thread(purged_elsewhere, rows, logs.says)
        problems = (*contents.problems, *logs.problems, *untold, *lost)
        named = (*problems, *missed)
        about = await asyncio.to_thread(about_found, findings, named, documents)
        return Soundness(len(rows), findings, problems, logs.count, copies, missed, about)

    def backup_place(self) -> str:
        """Where a backup that is made now may lie."""
        now = self._clock.read().at.astimezone(self._clock.zone(""))
        return self._archives.place(f"backup-{now:%Y-%m-%d-%H%M}.zip")

    async def back_up(self, file: str, progress: Progress, *, force: bool = False) -> BackedUp:
        """Write one archive of everything, and count what of it does not hold.

        Raises NotSaved or Stopped; nothing is left then.
        """
        made = await self._archives.write(file, self._clock.read().at, progress, force=force)
        found = await self.verify(progress)
        return replace(made, unsound=found.broken - min(len(made.unread), found.broken))

    async def restore(
        self, file: str, progress: Progress, *, replace: bool = False
    ) -> tuple[Restored, Imported]:
        """Bring back what an archive has, and join those of its entries that are not here.

        Raises NotFound, DamagedBackup or HostedElsewhere, with nothing changed, or NotSaved.
        """
        now = self._clock.read().at
        came = await self._archives.restore(file, now, progress, replace=replace)
        if not came.lines:
            return came, Imported(0, 0, ())
        return came, await self._journal.import_lines(came.lines, now, came.name)
