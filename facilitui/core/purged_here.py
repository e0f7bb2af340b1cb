"""What was purged here stays purged, whatever a backup from before still has of it."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, replace

from facilitui.core.backup import ATTACHMENTS, SESSIONS, is_log
from facilitui.core.entries import ATTACHED, PURGED
from facilitui.core.journal import IMPORTED, Document, body_of, is_blanked

PURGED_HERE = "was purged here, and stays so"
STAYS = (
    "was purged here on {}, and this says it again; it is left out (`facilitui journal import "
    "FILE --purged-too` takes it)"
)
UNSURE = "{} cannot be read here: what was purged may be told of in it alone"


@dataclass(frozen=True, slots=True)
class PurgedHere:
    """The sessions and entries that a journal's own records of purges name."""

    sessions: frozenset[str] = frozenset()
    entries: frozenset[str] = frozenset()
    copies: frozenset[str] = frozenset()
    """Hashes of attached files that only purged entries of the backup name."""
    paths: frozenset[str] = frozenset()
    """Files that went as a whole."""
    unread: tuple[str, ...] = ()
    """The months here that cannot be read, and may have told of more."""

    def has(self, name: str) -> bool:
        """Whether a file of a backup belongs to what was purged: a log, a draft, a copy."""
        folder, _, rest = name.partition("/")
        if name in self.paths:
            return True
        if folder == SESSIONS:
            return rest.partition("/")[0] in self.sessions
        if folder == ATTACHMENTS:
            return rest in self.copies
        return folder == "drafts" and any(each in rest for each in self.entries | self.sessions)

    def may_have(self, name: str) -> bool:
        """Whether a log that differs may be one that was purged here, as nobody can tell."""
        return bool(self.unread) and is_log(name)

    def may_have_blanked(self, entry: str) -> bool:
        """Whether an entry that says nothing is one that was purged, or nobody can tell."""
        return entry in self.entries or bool(self.unread)


def purged_here(
    here: Iterable[Document], backup: Iterable[Document], unread: tuple[str, ...] = ()
) -> PurgedHere:
    """What the records of purges in a journal name, and what a backup has attached of it.

    Where some of its months cannot be read, `unread`, whatever is blank counts as purged.
    """
    every = list(here)
    records = [body_of(each) for each in every if made_here(each)]
    found = PurgedHere(
        sessions=_named(records, "sessions"),
        entries=_named(records, "entries"),
        paths=_named(records, "paths"),
        unread=unread,
    )
    if unread:
        blank = frozenset(str(each.get("id")) for each in every if is_blanked(each))
        found = replace(found, entries=found.entries | blank)
    return replace(found, copies=_copies(backup, found)) if records or found.entries else found


def made_here(document: Document) -> bool:
    """Whether a document tells of a purge in this journal; what others purged is theirs."""
    return document.get("kind") == PURGED and IMPORTED not in document


class StaysPurged:
    """What an import leaves out, as it was purged here and would say it again."""

    def __init__(self, here: Iterable[Document]) -> None:
        self._days: dict[str, str] = {}
        for each in filter(made_here, here):
            record, day = [body_of(each)], str(each.get("made_at", ""))[:10]
            for name in _named(record, "sessions") | _named(record, "entries"):
                self._days[name] = day

    def why(self, document: Document) -> str:
        """Why a document is left out, a sentence without its full stop; empty where it is not."""
        if not self._days or is_blanked(document):
            return ""
        names = (str(document["id"]), _session(body_of(document)))
        day = next((self._days[name] for name in names if name in self._days), "")
        return STAYS.format(day) if day else ""


def _copies(backup: Iterable[Document], found: PurgedHere) -> frozenset[str]:
    gone: set[str] = set()
    kept: set[str] = set()
    for each in backup:
        if each.get("kind") == ATTACHED:
            body = body_of(each)
            is_gone = str(each.get("id")) in found.entries or _session(body) in found.sessions
            (gone if is_gone else kept).add(str(body.get("file_hash", "")))
    return frozenset(gone - kept)


def _session(body: dict[str, object]) -> str:
    session = body.get("session")
    return session if isinstance(session, str) else ""


def _named(records: list[dict[str, object]], field: str) -> frozenset[str]:
    found = (record.get(field) for record in records)
    return frozenset(str(name) for names in found if isinstance(names, list) for name in names)
