"""What was purged here stays purged, whatever a backup from before still has of it.

What counts as purged here is told by the records of purges, as far as they hold here
(`facilitui.core.privacy.purge_records`).
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass, field, replace
from datetime import datetime
from typing import Any

from facilitui.core.backups.backup import ATTACHMENTS, SESSIONS
from facilitui.core.journals.journal import Document, is_blanked
from facilitui.core.pathways.belonging_entries import about_enrolments, used_by_others
from facilitui.core.privacy.purge_records import NO_LOGS, LogSays, Purge, is_later, made_at, purges
from facilitui.core.privacy.purging import (
    about_sessions,
    copies_in,
    copies_kept,
    draft_belongs,
    once_about,
    seal_of,
    session_among,
)

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
    """Hashes of attached files that only purged entries name."""
    paths: frozenset[str] = frozenset()
    """Files that went as a whole."""
    unread: tuple[str, ...] = ()
    """In words that months cannot be read, or are missing, that may have told of more."""
    since: Mapping[str, datetime] = field(default_factory=dict)
    """By entry or session when its last purge was begun, where that is known."""
    days: Mapping[str, str] = field(default_factory=dict)
    """By entry or session on which day its purge was recorded."""
    about: Mapping[str, str] = field(default_factory=dict)
    """By entry of which of those sessions or enrolments it is, though no record names it."""
    stays: frozenset[str] = frozenset()
    """Entries that were about one of those sessions before, and are about another one now; and
    kept pathways that an enrolment uses which was not purged."""
    anew: frozenset[str] = frozenset()
    """Those of them that had been purged in the backup's own journal when it was made."""
    records: Mapping[str, tuple[Purge, ...]] = field(default_factory=dict)
    """By entry the purges that name it."""

    def has(self, name: str) -> bool:
        """Whether a file of a backup belongs to what was purged; drafts are asked for apart."""
        folder, _, rest = name.partition("/")
        if name in self.paths or "/".join(name.split("/")[:2]) in self.paths:
            return True
        if folder == SESSIONS:
            return rest.partition("/")[0] in self.sessions
        return folder == ATTACHMENTS and rest in self.copies

    def of_draft(
        self, name: str, value: Mapping[str, Any] | None, kept: datetime | None = None
    ) -> str:
        """The entry or session that was purged and that a draft is about; empty where it is none.

        It goes by the rule by which the purge itself takes drafts, and by that of documents; `kept`
        is when that was last written, None where that is not known.
        """
        entries = {**self.about, **{each: each for each in self.entries}}
        every = (
            *((of, (each,), ()) for each, of in entries.items()),
            *((each, (), (each,)) for each in self.sessions),
        )
        own = (each for each, *names in every if draft_belongs(name, value, *names))
        return next((each for each in own if not self._is_anew(each, kept)), "")

    def says(self, document: Document) -> bool:
        """Whether a document says what was purged."""
        return bool(self.of(document))

    def of(self, document: Document) -> str:
        """The entry or the session that was purged and of which a document says something.

        Empty where it says nothing of any: an entry goes by its id, and one that no record names
        by the session that it is about. Nor is it what was purged where it was saved after that,
        in a journal that had purged it too. Any other may have taken over what went.
        """
        named = self.named(document)
        was = any(seal_of(document) in each.seals for each in self._naming(document))
        return "" if not was and self._is_anew(named, made_at(document)) else named

    def _is_anew(self, named: str, made: datetime | None) -> bool:
        return named in self.anew and is_later(made, self.since.get(named))

    def named(self, document: Document) -> str:
        """The same, whenever it was saved."""
        entry = str(document.get("id"))
        if is_blanked(document) or entry in self.stays:
            return ""
        is_own = entry in self.entries or self._was_cleaned(document)
        named = entry if is_own else self.about.get(entry, "")
        return named or session_among(document, self.sessions)

    def why(self, document: Document) -> str:
        """Why an import leaves a document out, a sentence without its full stop; else empty."""
        named = self.of(document)
        return STAYS.format(self.days.get(named, "a day that is lost")) if named else ""

    def explains(self, document: Document) -> bool:
        """Whether a revision that says nothing was purged, as a record tells, or may have been."""
        return bool(self.unread) or any(each.tells(document) for each in self._naming(document))

    def blanks(self, document: Document) -> bool:
        """Whether only the envelope of a document comes back, as that is then explained."""
        is_own = document["id"] in self.entries or self._was_cleaned(document)
        return is_own and self.says(document) and self.explains(document)

    @property
    def cleaned(self) -> frozenset[str]:
        """The entries out of which names were taken here, and that were not purged."""
        every = (name for own in self.records.values() for each in own for name in each.cleaned)
        return frozenset(every) - self.entries

    def _was_cleaned(self, document: Document) -> bool:
        """Whether a revision went as names were taken out of its entry, which stays."""
        entry, seal = str(document.get("id")), seal_of(document)
        return any(entry in e.cleaned and seal in e.seals for e in self._naming(document))

    def _naming(self, document: Document) -> tuple[Purge, ...]:
        return self.records.get(str(document.get("id")), ())


def purged_here(
    here: Iterable[Document],
    backup: Iterable[Document] = (),
    unread: tuple[str, ...] = (),
    logs: LogSays = NO_LOGS,
) -> PurgedHere:
    """What was purged in a journal, and what a backup has attached of it.

    What was purged in the backup's own journal as well, with nothing left from before, and made
    there after that, was made anew: entries, what is half typed, what is attached. Where it was by
    the very purge, so is what it has in the places of files that went.
    Where some of its months cannot be read or are missing, `unread`, whatever is blank and no
    record tells of counts as purged, a log with what is about it and is not here.
    """
    every, packed = list(here), list(backup)
    both, found, done = (*every, *packed), purges(every, logs), _done_in(packed)
    known, records = {each.record for each in done}, _by_entry(found)
    days = {name: each.day for each in found for name in each.names | each.cleaned}
    silent = {name for name, says in logs.items() if unread and not says}
    sessions = frozenset(name for each in found for name in each.sessions) | silent
    about = about_sessions(both, sessions) if sessions else {}
    entries = frozenset(name for each in found for name in each.entries)
    if unread:
        entries |= _told_by_none(every, records) | _only_elsewhere(every, about, silent)
    about = {**about_enrolments(both, entries), **about} if entries else about
    others = once_about(both, entries | about.keys(), sessions)
    made = PurgedHere(
        sessions=sessions,
        entries=entries,
        paths=frozenset(name for each in found if each.record not in known for name in each.paths),
        unread=unread,
        since=_last((*found, *done)),
        days=days,
        about=about,
        anew=frozenset(name for each in done for name in each.names if name in days),
        records=records,
        stays=used_by_others(both, entries) & entries | frozenset(others),
    )
    return replace(made, copies=_copies(made, every, packed))


def _done_in(packed: Iterable[Document]) -> tuple[Purge, ...]:
    """The purges that were made in a backup's own journal, where nothing is left from before."""
    return tuple(each for each in purges(packed) if each.is_own and not each.still)


def _by_entry(found: Iterable[Purge]) -> Mapping[str, tuple[Purge, ...]]:
    records = defaultdict[str, tuple[Purge, ...]](tuple)
    for each in found:
        for name in each.named:
            records[name] += (each,)
    return records


def _told_by_none(every: Iterable[Document], records: Mapping[str, tuple[Purge, ...]]) -> set[str]:
    """The entries of which something is blank and no record tells why."""
    told, blank = PurgedHere(records=records), (each for each in every if is_blanked(each))
    return {str(each.get("id")) for each in blank if not told.explains(each)}


def _only_elsewhere(
    every: Iterable[Document], about: Mapping[str, str], sessions: Collection[str]
) -> set[str]:
    """The entries about some sessions of which nothing is here."""
    there = {each.get("id") for each in every}
    return {each for each, of in about.items() if of in sessions and each not in there}


def _copies(
    made: PurgedHere, every: Iterable[Document], packed: Iterable[Document]
) -> frozenset[str]:
    """What a backup has attached to nothing but what was purged."""
    gone = copies_in(each for each in packed if copies_in((each,)) and made.says(each))
    if not gone:
        return frozenset()
    kept = copies_kept((*every, *(each for each in packed if not made.says(each))))
    return frozenset(gone - kept)


def _last(found: Iterable[Purge]) -> dict[str, datetime]:
    since: dict[str, datetime] = {}
    for each in found:
        if each.begun is not None:
            for name in each.names:
                since[name] = max(since.get(name, each.begun), each.begun)
    return since
