"""The records of purges, and what of each holds in the journal that it lies in.

That a record is here does not show that the purge was made here: it may have come from another
machine, or out of a file. So what it names counts as purged here by what is here of it: what still
says something from before it was not purged, and is told; what is blank was. Of what is not here
at all only a record that was saved in this journal tells.

What one revision says nothing any more by is another question (`Purge.tells`): a record names the
revisions that it blanked, and those may have come here by another way than it did.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from facilitui.core.journals.entries import PURGED
from facilitui.core.journals.journal import IMPORTED, Document, body_of, is_blanked
from facilitui.core.pathways.belonging_entries import about_enrolments, used_by_others
from facilitui.core.privacy.purge_intent import is_review, may_go
from facilitui.core.privacy.purging import about_sessions, seal_of

STILL_HERE = (
    "{0} still stands here, though it was purged, as {1} tells: purge it here too "
    "(`facilitui journal purge {0}`)"
)
LogSays = Mapping[str, bool]
"""By session whether its log here says something; those without a log that can be read are not."""
NO_LOGS: LogSays = {}


@dataclass(frozen=True, slots=True)
class Purge:
    """What of one record of a purge holds here."""

    record: str
    """Its id."""
    day: str
    begun: datetime | None
    entries: frozenset[str]
    """Those that were purged here, as far as can be seen."""
    sessions: frozenset[str]
    paths: frozenset[str]
    """Files that went as a whole."""
    still: tuple[str, ...]
    """The sessions that it names and that say something here, else the entries."""
    named: frozenset[str]
    """All entries that it names, also those out of which only names were taken."""
    seals: frozenset[str]
    """What names the revisions that it blanked; empty in one of before they were named."""
    is_own: bool
    """Whether it was saved in this journal."""
    cleaned: frozenset[str] = frozenset()
    """Entries out of which names were taken here: of them the revisions of its seals went."""

    @property
    def names(self) -> frozenset[str]:
        """All that was purged here."""
        return self.entries | self.sessions

    def tells(self, document: Document) -> bool:
        """Whether it explains that a revision says nothing.

        What was saved here it has to name, where it came from elsewhere: what it blanked of an
        entry there shows nothing of those that it never knew.
        """
        if str(document.get("id")) not in self.named:
            return False
        is_alike = self.is_own or IMPORTED in document
        return is_alike or not self.seals or seal_of(document) in self.seals


def purges(documents: Iterable[Document], logs: LogSays = NO_LOGS) -> tuple[Purge, ...]:
    """What holds here of every record of a purge in a journal; `logs` are of what it names."""
    every = list(documents)
    records = [(each, _Named(body_of(each))) for each in every if each.get("kind") == PURGED]
    if not records:
        return ()
    purged = {entry for _, named in records for entry in named.entries}
    sessions = {name for _, named in records for name in named.sessions}
    about = {**about_enrolments(every, purged), **about_sessions(every, sessions)}
    ids, used = {*about, *purged}, used_by_others(every) & purged
    revisions: defaultdict[str, list[Document]] = defaultdict(list)
    for each in every:
        if each.get("id") in ids:
            revisions[str(each["id"])].append(each)
    there = {seal_of(each) for own in revisions.values() for each in own}
    for name in used & revisions.keys():  # another enrolment needs it: it says what a file says
        revisions[name] = [each for each in revisions[name] if is_blanked(each)]
    return tuple(_purge(record, named, revisions, about, logs, there) for record, named in records)


def explaining(documents: Iterable[Document], entries: Collection[str]) -> frozenset[str]:
    """The ids of the records that tell why revisions of some entries say nothing."""
    every = list(documents)
    blank = [each for each in every if each.get("id") in entries and is_blanked(each)]
    found = purges(every) if blank else ()
    return frozenset(each.record for each in found if any(map(each.tells, blank)))


def named_sessions(documents: Iterable[Document]) -> frozenset[str]:
    """The sessions that any record of a purge names, whose logs tell whether that is so here."""
    records = (_Named(body_of(each)) for each in documents if each.get("kind") == PURGED)
    return frozenset(name for each in records for name in each.sessions)


def still_here(documents: Iterable[Document], logs: LogSays = NO_LOGS) -> Iterator[tuple[str, str]]:
    """What was purged and says something here all the same: its name, and the record's."""
    told: set[str] = set()
    for each in purges(documents, logs):
        for name in each.still:
            if name not in told:
                told.add(name)
                yield name, each.record


class _Named:
    """What the record of a purge names, whatever stands in its places."""

    def __init__(self, body: Mapping[str, Any]) -> None:
        self.sessions, self.entries = _list(body, "sessions"), _list(body, "entries")
        self.paths = _list(body, "paths")
        self.begun_at = body.get("begun_at")
        self.seals = frozenset(_list(body, "revisions"))
        self.cleaned = frozenset(_list(body, "cleaned"))
        self.count = len(set(self.entries)) + len(set(self.sessions))


def _list(body: Mapping[str, Any], name: str) -> tuple[str, ...]:
    found = body.get(name)
    return tuple(map(str, found)) if isinstance(found, list) else ()


def _purge(
    record: Document,
    named: _Named,
    revisions: Mapping[str, list[Document]],
    about_now: Mapping[str, str],
    logs: LogSays,
    there: Collection[str],
) -> Purge:
    is_own, begun = IMPORTED not in record, moment(named.begun_at) or made_at(record)
    blank, last_said = _entries(named, revisions, begun, is_own=is_own, there=there)
    saying = {e: session_of(last) or about_now.get(e, "") for e, last in last_said.items()}
    about = set(saying.values())
    spoken = [each for each in named.sessions if logs.get(each, each in about)]
    if is_own:  # of what is not here it tells as well
        gone, over = set(named.entries) - saying.keys(), set(named.sessions) - set(spoken)
    else:
        gone, over = blank, {each for each in named.sessions if logs.get(each) is False}
    alone = (entry for entry, session in saying.items() if session not in spoken)
    others = (  # of which something was not here when it was made
        of
        for entry, of in about_now.items()
        if of in (*named.sessions, *named.entries) and entry not in named.entries
        if _saying(revisions[entry], named, begun)
    )
    is_done = (is_own or bool(gone or over)) and len(gone) + len(over) == named.count
    return Purge(
        record=str(record.get("id")),
        day=str(record.get("made_at", ""))[:10],
        begun=begun,
        entries=frozenset(gone),
        sessions=frozenset(over),
        paths=frozenset(filter(_is_purged, named.paths)) if is_done else frozenset(),
        still=tuple(dict.fromkeys((*spoken, *alone, *others))),
        named=frozenset(named.entries) | named.cleaned,
        seals=named.seals,
        is_own=is_own,
        cleaned=named.cleaned if is_own or is_done else frozenset(),
    )


def _entries(
    named: _Named,
    revisions: Mapping[str, list[Document]],
    begun: datetime | None,
    *,
    is_own: bool,
    there: Collection[str],
) -> tuple[set[str], dict[str, Document]]:
    """The entries that it blanked here, and the last revision from before of those that speak.

    A record that came from elsewhere counts where all that it blanked is `there`, by the seals.
    """
    counts = is_own or named.seals.issubset(there)
    blank: set[str] = set()
    last_said: dict[str, Document] = {}
    for entry in named.entries:
        own = revisions.get(entry, [])
        before = _saying(own, named, begun)
        is_told = any(is_blanked(each) and (is_own or IMPORTED in each) for each in own)
        if is_told and counts and (is_own or not before):
            blank.add(entry)
        elif before:
            last_said[entry] = before[-1]
    return blank, last_said


def _is_purged(path: str) -> bool:
    """Whether a path that a record names is one that a purge may take as a whole."""
    return may_go(path) or is_review(path)


def _saying(revisions: Iterable[Document], named: _Named, begun: datetime | None) -> list[Document]:
    """Those that say something from before a purge, as far as a clock tells, or that it names."""
    said = (each for each in revisions if not is_blanked(each))
    return [e for e in said if seal_of(e) in named.seals or not is_later(made_at(e), begun)]


def is_later(made: datetime | None, begun: datetime | None) -> bool:
    """Whether something was surely made once a purge was begun, as what is written anew."""
    return made is not None and begun is not None and made > begun


def made_at(document: Document) -> datetime | None:
    """When a document was saved; None where it does not say."""
    return moment(document.get("made_at"))


def moment(text: object) -> datetime | None:
    """What a text says, with its zone; None where it is no such moment."""
    try:
        found = datetime.fromisoformat(text) if isinstance(text, str) else None
    except ValueError:
        return None
    return found if found is not None and found.tzinfo is not None else None


def session_of(document: Document) -> str:
    """The session that a document is about; empty where it is about none."""
    session = body_of(document).get("session")
    return session if isinstance(session, str) else ""
