"""The journal in another person's backup, only looked at; nothing of the archive is unpacked."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from facilitui.core.backups.backup import is_month
from facilitui.core.errors import Problem
from facilitui.core.journals.attaching_ports import Progress
from facilitui.core.reviews.mentoring_ports import ExportRead
from facilitui.storage.backup_archive import Archive, opened
from facilitui.storage.database_text import Unreadable, tables_of
from facilitui.storage.export_reading import Placed, checked
from facilitui.storage.journal_month import ENTRIES


def read_backup(path: Path) -> ExportRead:
    """The journal in an archive, of which all is checked before.

    Raises NotFound, DamagedBackup, or InputProblems where it holds no entry.
    """
    problems: list[Problem] = []
    with opened(path, Progress()) as archive:
        return checked(path.name, _documents(archive, problems), problems)


def _documents(archive: Archive, problems: list[Problem]) -> Iterator[Placed]:
    """What the months hold, one after the other; one that cannot be read is a problem."""
    for member in archive.manifest.files:
        if not is_month(member.name):
            continue
        month = member.name.rpartition("/")[2]
        try:
            numbered = tables_of(archive.read(member)).get(ENTRIES, {})
        except Unreadable as error:
            problems.append(Problem(month, error.line, error.column, error.why))
            continue
        for number in sorted(map(int, numbered)):
            yield month, number, numbered[str(number)]
