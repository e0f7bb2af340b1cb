"""What was purged in a home, as far as its journal and its logs can still be read."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator
from contextlib import suppress
from datetime import UTC, datetime
from pathlib import Path

from facilitui.core.backups.backup import DRAFTS, EXPORTS, Member, is_log, is_month
from facilitui.core.bodies import SessionStarted
from facilitui.core.errors import FacilituiError, NotSaved
from facilitui.core.journals.entries import PURGED
from facilitui.core.journals.journal import Document, as_sealed, body_of, hash_of, is_entry, link
from facilitui.core.journals.said_again import SaidAgain
from facilitui.core.journals.written_over import KEPT_AT
from facilitui.core.privacy.purge_records import STILL_HERE, moment, named_sessions, still_here
from facilitui.core.privacy.purge_texts import written, written_in
from facilitui.core.privacy.purged_here import PURGED_HERE, PurgedHere, purged_here
from facilitui.core.safe_text import line as safe_line
from facilitui.core.sealing import Seal, check
from facilitui.core.sessions.events import Event, read_event
from facilitui.storage.backup_archive import Archive
from facilitui.storage.database_text import Unreadable, tables_of
from facilitui.storage.disk import Disk, reason
from facilitui.storage.draft_slots import changed, draft_of
from facilitui.storage.journal_folder import JournalFolder
from facilitui.storage.journal_head import JournalHead
from facilitui.storage.journal_month import ENTRIES, Month
from facilitui.storage.journal_salvage import salvaged
from facilitui.storage.log_values import session_folders
from facilitui.storage.paths import Home
from facilitui.storage.purged_logs import said_in
from facilitui.storage.session_folder import LOG, is_session_id

SAYS_AGAIN = "says again what was purged here, and is left out"
STILL_TYPED = (
    "drafts/{0} is still here, though {1} was purged: purge it here too "
    "(`facilitui journal purge {1}`)"
)
_SAYS_PURGE = b'"purge'


class PurgesSeen:
    """What was purged in one home, and what of an archive belongs to it."""

    def __init__(self, home: Home, disk: Disk, archive: Archive) -> None:
        """Raises NotSaved where the journal cannot be read."""
        self._home, self._archive = home, archive
        here, months, unread = _documents_here(home, disk)
        lost = JournalHead(home).untold(months, here)
        self.purged, self._logs = PurgedHere(), dict[str, bool]()
        if unread or lost or any(each["kind"] == PURGED for each in here):
            packed = _documents(archive)
            back = {*map(hash_of, packed), *map(link, packed)}
            unread += tuple(told for each, told in lost.items() if each not in back)
            named = _sessions(home) if unread else named_sessions(here)
            self._logs = _logs_say(home, disk, named)
            self.purged = purged_here(here, packed, unread, self._logs)
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
            is_own = bool(_about(self.purged, name, self._archive.read(member), member.changed))
        return PURGED_HERE if is_own else ""

    def may_have(self, name: str) -> bool:
        """Whether a log that differs may be one that was purged here, as nobody can tell.

        One of which anything can be read that it says was not.
        """
        return bool(self.purged.unread) and is_log(name) and not self._logs.get(name.split("/")[1])

    def _log_texts(self) -> Iterator[str]:
        """What the logs of sessions say in the archive that were purged here.

        As for the purge itself, what they came with is none of that where it stays with its plan.
        """
        for member in self._archive.manifest.files:
            if is_log(member.name) and self.purged.has(member.name):
                events = tuple(_events(self._archive.read(member)))
                typed, brought = said_in(events)
                begun = (e.body.plan for e in events if isinstance(e.body, SessionStarted))
                stays = any(self._has_plan(plan) for plan in begun)
                yield from written_in((*typed, *(() if stays else brought)))

    def _has_plan(self, plan: str) -> bool:
        """Whether a plan is here, or comes back."""
        name = f"plans/{plan}.toml"
        members = (each.name for each in self._archive.manifest.files)
        return bool(plan) and ((self._home.root / name).is_file() or name in members)


def still_told(home: Home, disk: Disk) -> tuple[str, ...]:
    """What was purged and is still here, half typed too: a sentence each with what to do."""
    here, _, _ = _documents_here(home, disk)
    logs = _logs_say(home, disk, named_sessions(here))
    found = (STILL_HERE.format(*map(safe_line, each)) for each in still_here(here, logs))
    return (*found, *_half_typed(home, disk, purged_here(here, here, logs=logs)))


def _half_typed(home: Home, disk: Disk, purged: PurgedHere) -> Iterator[str]:
    """The drafts that say what was purged: it came with a backup, which takes no draft away."""
    for path in sorted(home.drafts.glob("*.json")) if purged.days else ():
        with suppress(OSError):
            named = _about(purged, path.name, disk.read(path), changed(path))
            if named:
                yield STILL_TYPED.format(safe_line(path.name), safe_line(named))


def _about(purged: PurgedHere, file: str, data: bytes, written_at: float) -> str:
    """What was purged that a draft is about, in a file last written then; empty where it is none.

    Most of them say themselves when they were kept.
    """
    value = None
    with suppress(ValueError, RecursionError):
        value = json.loads(data)
    told = value if isinstance(value, dict) else None
    kept = moment(told.get(KEPT_AT)) if told is not None else None
    with suppress(OverflowError, ValueError, OSError):
        kept = kept or (datetime.fromtimestamp(written_at, UTC) if written_at else None)
    return purged.of_draft(draft_of(Path(file)), told, kept)


def _documents_here(home: Home, disk: Disk) -> tuple[list[Document], list[Month], tuple[str, ...]]:
    """The journal's documents, its months, and in words which of them cannot be read.

    These may tell of a purge.

    Of a month that is torn every record that still holds counts too. Raises NotSaved.
    """
    folder = JournalFolder(home, disk)
    try:
        months = folder.months()
        here = [each for month in months for _, each in month.documents]
        unread: list[str] = []
        for name, data in folder.unread():
            records, is_torn = _records(data)
            here += records
            if is_month(f"{folder.name}/{name}") or (is_torn and _SAYS_PURGE in data):
                unread.append(f"{folder.name}/{name} cannot be read")
    except OSError as error:
        raise NotSaved(f"cannot read the journal: {reason(error)}") from error
    return here, months, tuple(unread)


def _sessions(home: Home) -> Iterator[str]:
    """All that have a folder."""
    with suppress(FacilituiError):
        yield from (path.name for path in session_folders(home))


def _logs_say(home: Home, disk: Disk, sessions: Iterable[str]) -> dict[str, bool]:
    """Whether the logs of some sessions say something, as far as they can be read."""
    found: dict[str, bool] = {}
    for session in filter(is_session_id, sessions):
        with suppress(OSError):
            events = _events(disk.read(home.sessions / session / LOG))
            says = [bool(each.envelope.body) for each in events]
            found |= {session: any(says)} if says else {}
    return found


def _events(data: bytes) -> Iterator[Event]:
    """The events of a log that can be read."""
    for line in data.split(b"\n"):
        with suppress(ValueError, RecursionError):
            yield read_event(line.decode("utf-8"))


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
                rows = tables_of(archive.read(member)).get(ENTRIES, {}).values()
                found += filter(is_entry, rows)
    return found
