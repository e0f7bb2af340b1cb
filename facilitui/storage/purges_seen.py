"""What was purged in a home, as far as anything in its journal can still be read."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import suppress

from facilitui.core.backup import is_month
from facilitui.core.entries import PURGED
from facilitui.core.errors import NotSaved
from facilitui.core.journal import Document, as_sealed, is_entry
from facilitui.core.purged_here import PurgedHere, purged_here
from facilitui.core.sealing import Seal, check
from facilitui.storage.backup_archive import Archive
from facilitui.storage.disk import Disk, reason
from facilitui.storage.journal_folder import JournalFolder
from facilitui.storage.journal_month import ENTRIES
from facilitui.storage.journal_salvage import salvaged
from facilitui.storage.paths import Home
from facilitui.storage.tinydb_storage import Unreadable, tables_of

_SAYS_PURGE = b'"purge'


def purges_seen(home: Home, disk: Disk, archive: Archive) -> PurgedHere:
    """What was purged here, with what the archive has of it. Raises NotSaved.

    Of a month that is torn every record that still holds counts too.
    """
    folder = JournalFolder(home, disk)
    try:
        here = [each for month in folder.months() for _, each in month.documents]
        unread: list[str] = []
        for name, data in folder.unread():
            records, is_torn = _records(data)
            here += records
            if is_month(f"{folder.name}/{name}") or (is_torn and _SAYS_PURGE in data):
                unread.append(f"{folder.name}/{name}")
    except OSError as error:
        raise NotSaved(f"cannot read the journal: {reason(error)}") from error
    if not unread and not any(each["kind"] == PURGED for each in here):
        return PurgedHere()
    return purged_here(here, _documents(archive), tuple(unread))


def _records(data: bytes) -> tuple[list[Document], bool]:
    """The records of purges in a file that is torn, and whether something in it cannot be read."""
    found: list[Document] = []
    is_torn = False
    for _, each in salvaged(data.decode("utf-8", "replace"), is_entry):
        if isinstance(each, Unreadable):
            is_torn = True
        elif is_entry(each) and each["kind"] == PURGED:
            if check(as_sealed(each)) is Seal.WHOLE:
                found.append(each)
            else:
                is_torn = True
    return found, is_torn


def _documents(archive: Archive) -> Iterator[Document]:
    for member in archive.manifest.files:
        if is_month(member.name):
            with suppress(Unreadable):
                yield from tables_of(archive.read(member)).get(ENTRIES, {}).values()
