"""Safekeeping: everything checked, backed up and brought back; entries handed over and taken."""

from __future__ import annotations

import asyncio
from dataclasses import replace

from facilitui.core.backups.backup_ports import (
    Archives,
    BackedUp,
    CopiesCheck,
    Restored,
    SessionLogs,
)
from facilitui.core.backups.import_told import told_of_spent
from facilitui.core.backups.soundness import (
    Soundness,
    conflicts_once,
    logs_missed,
    logs_untold,
    purged_elsewhere,
    sought,
    with_untold,
)
from facilitui.core.errors import Problem
from facilitui.core.journals.attaching_ports import Progress
from facilitui.core.journals.entry_moments import local_by
from facilitui.core.journals.findings_about import about_found, leads_found
from facilitui.core.journals.journal_ports import Imported, MendedJournal
from facilitui.core.ports import Clock
from facilitui.services.here import now_here

VERIFYING = 3
"""Stretches of work: entries, logs, attached copies."""
PACKING = 2
"""Stretches: writing an archive, and reading it again."""


class Safekeeping:
    """The journal and all it rests on, as a whole."""

    def __init__(
        self,
        journal: MendedJournal,
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
        watched.stretches = max(watched.stretches, VERIFYING)
        watched.begin("looking at the entries")
        contents = await self._journal.contents()
        rows, documents = contents.documents, [document for _, document in contents.documents]
        findings, untold = await self._journal.verify(), tuple[Problem, ...]()
        heads = await asyncio.to_thread(sought, documents)
        logs = await self._logs.read_all(heads, watched)
        missed = await asyncio.to_thread(logs_missed, rows, logs.hashes)
        told = {each.file for each in logs.problems}
        missed = tuple(each for each in missed if each.file not in told)
        copies, lost = await self._copies(watched)
        if not (contents.unread or await self._journal.untold()):  # else that may tell of a purge
            findings = await asyncio.to_thread(with_untold, findings, rows)
            untold = await asyncio.to_thread(logs_untold, logs.blanked, documents, logs.says)
        findings = conflicts_once(findings)
        findings += await asyncio.to_thread(purged_elsewhere, rows, logs.says)
        spent = await self._journal.spent() if contents.unread else ()
        of_files = told_of_spent(contents.problems, spent)
        problems = (*of_files, *logs.problems, *untold, *lost)
        named = (*problems, *missed)
        local = local_by(self._clock.zone)
        about = await asyncio.to_thread(about_found, findings, named, documents, local)
        leads = await asyncio.to_thread(leads_found, named, documents)
        return Soundness(len(rows), findings, problems, logs.count, copies, missed, about, leads)

    def backup_place(self) -> str:
        """Where a backup that is made now may lie."""
        now = now_here(self._clock)
        return self._archives.place(f"backup-{now:%Y-%m-%d-%H%M}.zip")

    async def back_up(self, file: str, progress: Progress, *, force: bool = False) -> BackedUp:
        """Write one archive of everything, and count what of it does not hold.

        Raises NotSaved or Stopped; nothing is left then.
        """
        progress.stretches = VERIFYING + PACKING
        found = await self.verify(progress)  # first, as who stops it then wants no archive
        made = await self._archives.write(file, self._clock.read().at, progress, force=force)
        return replace(made, unsound=max(0, found.broken - len(made.unread)))

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
