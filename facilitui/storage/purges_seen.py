"""What was purged in a home, as far as its journal and its logs can still be read."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator
from contextlib import suppress
from pathlib import Path

from facilitui.core.backup import DRAFTS, EXPORTS, Member, is_log, is_month
from facilitui.core.entries import PURGED
from facilitui.core.errors import NotSaved
from facilitui.core.events import read_event
from facilitui.core.journal import Document, as_sealed, body_of, hash_of, is_entry
from facilitui.core.purge_records import STILL_HERE, named_sessions, still_here
from facilitui.core.purged_here import PURGED_HERE, PurgedHere, purged_here
from facilitui.core.purging import written
from facilitui.core.safe_text import line as safe_line
from facilitui.core.said_again import SaidAgain
from facilitui.core.sealing import Seal, check
from facilitui.storage.backup_archive import Archive
from facilitui.storage.disk import Disk, reason
from facilitui.storage.draft_slots import draft_of
from facilitui.storage.journal_folder import JournalFolder
from facilitui.storage.journal_head import JournalHead
from facilitui.storage.journal_month import ENTRIES
from facilitui.storage.journal_salvage import salvaged
from facilitui.storage.paths import Home
from facilitui.storage.session_folder import LOG, is_session_id
from facilitui.storage.tinydb_storage import Unreadable, tables_of

SAYS_AGAIN = "says again what was purged here, and is left out"
_SAYS_PURGE = b'"purge'


class PurgesSeen:
    """What was purged in one home, and what of an archive belongs to it."""

    def __init__(self, home: Home, disk: Disk, archive: Archive) -> None:
        """Raises NotSaved where the journal cannot be read."""
        self._archive = archive
        here, unread = _documents_here(home, disk)
        lost = JournalHead(home).untold(here)
        logs = _logs_say(home, disk, here)
        self.purged = PurgedHere()
        if unread or lost or any(each["kind"] == PURGED for each in here):
            packed = _documents(archive)
            back = frozenset(map(hash_of, packed))
            unread += tuple(told for hashed, told in lost.items() if hashed not in back)
            self.purged = purged_here(here, packed, unread, logs)
            texts = (
                text for each in packed if self.purged.says(each) for text in written(body_of(each))
            )
            self._again = SaidAgain((*texts, *self._log_texts()))
        else:
            self._again = SaidAgain(())

    def why_not(self, member: Member) -> str:
        """Why a file of the archive does not come back as what was purged here; empty if it may.

        A draft goes by the rule of purges, an export by what it says; what is packed within
        another archive nobody can look for.
        """
        folder, _, name = member.name.partition("/")
        if folder == EXPORTS and self._again.looks:
            text = self._archive.read(member).decode("utf-8", "replace")
            return SAYS_AGAIN if self._again.stands_in(text) else ""
        is_own = self.purged.has(member.name)
        if folder == DRAFTS and not is_own:
            is_own = self.purged.has_draft(draft_of(Path(name)), self._draft(member))
        return PURGED_HERE if is_own else ""

    def _draft(self, member: Member) -> dict[str, object] | None:
        with suppress(ValueError, RecursionError):
            value = json.loads(self._archive.read(member))
            return value if isinstance(value, dict) else None
        return None

    def _log_texts(self) -> Iterator[str]:
        """What the logs of sessions say in the archive that were purged here."""
        for member in self._archive.manifest.files:
            if is_log(member.name) and self.purged.has(member.name):
                for line in self._archive.read(member).split(b"\n"):
                    with suppress(ValueError, RecursionError):
                        body = read_event(line.decode("utf-8")).envelope.body
                        yield from written(json.loads(body or "{}"))


def still_told(home: Home, disk: Disk) -> tuple[str, ...]:
    """What was purged elsewhere and is still here, a sentence each with what to do about it."""
    here, _ = _documents_here(home, disk)
    found = still_here(here, _logs_say(home, disk, here))
    return tuple(STILL_HERE.format(*map(safe_line, each)) for each in found)


def _documents_here(home: Home, disk: Disk) -> tuple[list[Document], tuple[str, ...]]:
    """The journal's documents, and in words that months cannot be read that may tell of a purge.

    Of a month that is torn every record that still holds counts too. Raises NotSaved.
    """
    folder = JournalFolder(home, disk)
    try:
        here = [each for month in folder.months() for _, each in month.documents]
        unread: list[str] = []
        for name, data in folder.unread():
            records, is_torn = _records(data)
            here += records
            if is_month(f"{folder.name}/{name}") or (is_torn and _SAYS_PURGE in data):
                unread.append(f"{folder.name}/{name} cannot be read")
    except OSError as error:
        raise NotSaved(f"cannot read the journal: {reason(error)}") from error
    return here, tuple(unread)


def _logs_say(home: Home, disk: Disk, here: Iterable[Document]) -> dict[str, bool]:
    """Whether the logs say something of the sessions that records of purges name."""
    found: dict[str, bool] = {}
    for session in filter(is_session_id, named_sessions(here)):
        with suppress(OSError):
            says = [*_says(disk.read(home.sessions / session / LOG))]
            found |= {session: any(says)} if says else {}
    return found


def _says(data: bytes) -> Iterator[bool]:
    """Of every event of a log that can be read, whether it says something."""
    for line in data.split(b"\n"):
        with suppress(ValueError, RecursionError):
            yield bool(read_event(line.decode("utf-8")).envelope.body)


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


def _documents(archive: Archive) -> list[Document]:
    found: list[Document] = []
    for member in archive.manifest.files:
        if is_month(member.name):
            with suppress(Unreadable):
                found += tables_of(archive.read(member)).get(ENTRIES, {}).values()
    return found
