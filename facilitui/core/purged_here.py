"""What was purged here stays purged, whatever a backup from before still has of it.

What counts as purged here is told by the records of purges, as far as they hold here
(`facilitui.core.purge_records`).
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field, replace
from datetime import datetime
from typing import Any

from facilitui.core.backup import ATTACHMENTS, SESSIONS, is_log
from facilitui.core.entries import ATTACHED, PURGED
from facilitui.core.journal import IMPORTED, Document, body_of, is_blanked
from facilitui.core.purge_records import NO_LOGS, LogSays, Purge, is_after, purges, session_of
from facilitui.core.purging import draft_belongs

PURGED_HERE = "was purged here, and stays so"
UNTOLD = "{}: if it told of a purge, what was purged may be back; purge it once more"
"""Of what cannot be read or is missing, in words."""
STAYS = (
    "was purged here on {}, and this says it again; it is left out (`facilitui journal import "
    "FILE --purged-too` takes it)"
)


@dataclass(frozen=True, slots=True)
class PurgedHere:
    """The sessions and entries that were purged here."""

    sessions: frozenset[str] = frozenset()
    entries: frozenset[str] = frozenset()
    copies: frozenset[str] = frozenset()
    """Hashes of attached files that only purged entries of the backup name."""
    paths: frozenset[str] = frozenset()
    """Files that went as a whole."""
    unread: tuple[str, ...] = ()
    """In words that months cannot be read, or are missing, that may have told of more."""
    since: Mapping[str, datetime] = field(default_factory=dict)
    """By entry when its last purge was begun, where that is known."""

    def has(self, name: str) -> bool:
        """Whether a file of a backup belongs to what was purged; drafts are asked for apart."""
        folder, _, rest = name.partition("/")
        if name in self.paths or "/".join(name.split("/")[:2]) in self.paths:
            return True
        if folder == SESSIONS:
            return rest.partition("/")[0] in self.sessions
        return folder == ATTACHMENTS and rest in self.copies

    def has_draft(self, name: str, value: Mapping[str, Any] | None) -> bool:
        """Whether a draft does, by the rule by which the purge itself takes drafts."""
        return draft_belongs(name, value, self.entries, self.sessions)

    def says(self, document: Document) -> bool:
        """Whether a document of a backup says what was purged: it was saved before that."""
        entry = str(document.get("id"))
        is_gone = entry in self.entries and not is_blanked(document)
        return is_gone and not is_after(document, self.since.get(entry))

    def may_have(self, name: str) -> bool:
        """Whether a log that differs may be one that was purged here, as nobody can tell."""
        return bool(self.unread) and is_log(name)

    def may_have_blanked(self, entry: str) -> bool:
        """Whether an entry that says nothing is one that was purged, or nobody can tell."""
        return entry in self.entries or bool(self.unread)


def purged_here(
    here: Iterable[Document],
    backup: Iterable[Document] = (),
    unread: tuple[str, ...] = (),
    logs: LogSays = NO_LOGS,
) -> PurgedHere:
    """What was purged in a journal, and what a backup has attached of it.

    One that has the record of a purge was made after it: what it has in the places of files that
    went was made anew.
    Where some of its months cannot be read or are missing, `unread`, whatever is blank counts as
    purged.
    """
    every, packed = list(here), list(backup)
    found = purges(every, logs)
    own = (each for each in packed if each.get("kind") == PURGED and IMPORTED not in each)
    known = {str(each.get("id")) for each in own}
    entries = frozenset(name for each in found for name in each.entries)
    if unread:
        entries |= {str(each.get("id")) for each in every if is_blanked(each)}
    made = PurgedHere(
        sessions=frozenset(name for each in found for name in each.sessions),
        entries=entries,
        paths=frozenset(name for each in found if each.record not in known for name in each.paths),
        unread=unread,
        since=_last(found),
    )
    return replace(made, copies=_copies(packed, made))


def _last(found: Iterable[Purge]) -> dict[str, datetime]:
    since: dict[str, datetime] = {}
    for each in found:
        if each.begun is not None:
            for name in each.entries:
                since[name] = max(since.get(name, each.begun), each.begun)
    return since


class StaysPurged:
    """What an import leaves out, as it was purged here and would say it again."""

    def __init__(self, here: Iterable[Document]) -> None:
        self._days: dict[str, str] = {}
        for each in purges(here):
            self._days |= dict.fromkeys(each.sessions | each.entries, each.day)

    @property
    def names(self) -> frozenset[str]:
        """The entries and sessions that were purged."""
        return frozenset(self._days)

    def why(self, document: Document) -> str:
        """Why a document is left out, a sentence without its full stop; empty where it is not."""
        if not self._days or is_blanked(document):
            return ""
        names = (str(document["id"]), session_of(document))
        day = next((self._days[name] for name in names if name in self._days), "")
        return STAYS.format(day) if day else ""


def _copies(backup: Iterable[Document], found: PurgedHere) -> frozenset[str]:
    if not (found.entries or found.sessions):
        return frozenset()
    gone: set[str] = set()
    kept: set[str] = set()
    for each in backup:
        if each.get("kind") == ATTACHED:
            body = body_of(each)
            is_gone = str(each.get("id")) in found.entries or session_of(each) in found.sessions
            (gone if is_gone else kept).add(str(body.get("file_hash", "")))
    return frozenset(gone - kept)
