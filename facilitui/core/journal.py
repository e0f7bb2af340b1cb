"""The journal's entries: sealed envelopes that are revised, never overwritten.

`prev` is the same entry's last revision, `after` the document saved before it in this journal,
so that a missing one shows. What an entry says is a string of canonical JSON; only an entry that
is opened becomes a model.

An imported document stays as the other journal sealed it, so that its own revisions still verify.
Its `after` belongs to that other journal; its place in this one is told by a note beside the seal,
`imported: {at, after, hash}`, whose hash covers the document's own hash too. No seal ever covers a
field of that name, and the next document follows the note.

The order of saving is told by `after` alone. The order in the files is another one wherever a
clock was put back, so verifying looks for what is missing and never at the order.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import datetime
from enum import Enum
from typing import Any

from facilitui.core.debrief import KIND, Debrief
from facilitui.core.errors import SavedMeanwhile
from facilitui.core.sealing import GENESIS, Seal, canonical, check, own_hash, seal

Document = Mapping[str, Any]
"""An entry as it is stored."""

IMPORTED = "imported"
"""The field for the note that says when a document was imported, and after which other one."""


def make_document(
    *,
    entry_id: str,
    kind: str,
    body: Mapping[str, Any],
    made_at: datetime,
    salt: str,
    last: Document | None,
    after: str,
    least: int = 1,
) -> dict[str, Any]:
    """The sealed document of a new entry, or of the revision that follows `last`.

    `made_at` is aware; `after` is the hash of the document saved before this one; `least` is the
    lowest number that it may have.
    """
    fields = {
        "id": entry_id,
        "rev": max(least, int(last["rev"]) + 1 if last else 1),
        "kind": kind,
        "made_at": made_at.isoformat(),
        "prev": last.get("hash", GENESIS) if last else GENESIS,
        "after": after,
    }
    return seal(fields, canonical(body), salt)


def is_entry(document: Any) -> bool:
    """Whether a document has an envelope that can be listed, whoever wrote it."""
    return (
        isinstance(document, Mapping)
        and isinstance(document.get("id"), str)
        and isinstance(document.get("rev"), int)
        and isinstance(document.get("kind"), str)
        and isinstance(document.get("made_at"), str)
        and isinstance(document.get("body"), str)
    )


def body_of(document: Document) -> dict[str, Any]:
    """What an entry says; empty where it was blanked or cannot be read."""
    try:
        body = json.loads(document.get("body") or "{}")
    except (TypeError, ValueError, RecursionError):
        return {}
    return body if isinstance(body, dict) else {}


def debrief_of(document: Document) -> Debrief:
    """The debrief that an entry holds. Raises ValueError where it holds none."""
    if document.get("kind") != KIND:
        raise ValueError(f"is a {document.get('kind')}, not a debrief")
    return Debrief.model_validate(body_of(document))


def latest(documents: Iterable[Document]) -> dict[str, Document]:
    """The newest revision of each entry, by id, in the order their first revisions came."""
    newest: dict[str, Document] = {}
    for document in documents:
        known = newest.get(document["id"])
        if known is None or document["rev"] >= known["rev"]:
            newest[document["id"]] = document
    return newest


def hash_of(document: Document | None) -> str:
    """What a revision is named by; empty where there is none, or it has no seal."""
    return _text(document.get("hash")) if document is not None else ""


def refuse_newer(newest: Document | None, based_on: str | None) -> None:
    """Raises SavedMeanwhile where another revision is the newest than the one that was read."""
    if newest is not None and based_on not in (None, hash_of(newest)):
        raise SavedMeanwhile(int(newest["rev"]), hash_of(newest))


class Fault(Enum):
    """What verifying can find."""

    ALTERED = "was changed outside the program"
    FOREIGN = "was written by another program"
    MISSING = "a document before it is missing"
    REVISION = "an earlier revision of it is missing"
    BLANKED = "was blanked"
    TWICE = "is there twice"
    BESIDE = "has the place of another document, as after restoring a backup"


@dataclass(frozen=True, slots=True)
class Finding:
    """One thing that verifying found."""

    place: str
    """The file and the document's number in it."""
    entry_id: str
    fault: Fault

    @property
    def broken(self) -> bool:
        """Whether it speaks of damage; foreign, blanked and rivalling documents do not."""
        return self.fault in {Fault.ALTERED, Fault.MISSING, Fault.REVISION, Fault.TWICE}


def imported(document: Document, at: datetime, after: str) -> dict[str, Any]:
    """Another journal's document as it is kept in this one, after the one of the hash `after`."""
    note = {"at": at.isoformat(), "after": after}
    own = as_sealed(document)
    return {**own, IMPORTED: {**note, "hash": _note_hash(note, own)}}


def as_sealed(document: Document) -> Document:
    """A document as its seal covers it: an imported one without this journal's note."""
    if IMPORTED not in document:
        return document
    return {key: value for key, value in document.items() if key != IMPORTED}


def link(document: Document) -> str:
    """What a document saved right after this one names as its `after`; empty if it has no seal."""
    return _text(_in_this_journal(document).get("hash"))


def follows(document: Document) -> str:
    """The link of the document that was saved before this one in this journal; empty if none."""
    return _text(_in_this_journal(document).get("after"))


def _text(value: Any) -> str:
    return value if isinstance(value, str) else ""


def _in_this_journal(document: Document) -> Mapping[str, Any]:
    note = document.get(IMPORTED)
    return note if isinstance(note, Mapping) else document


def _note_hash(note: Mapping[str, Any], document: Document) -> str:
    return own_hash({**note, "of": document.get("hash")})


def _state(document: Document) -> Seal:
    """What a document's seal shows, with that of an import's note."""
    try:
        state = check(as_sealed(document))
        if IMPORTED not in document or state in {Seal.MISSING, Seal.ALTERED}:
            return state
        note = document[IMPORTED]
        holds = isinstance(note, Mapping) and note.get("hash") == _note_hash(note, document)
    except (TypeError, ValueError, RecursionError):
        return Seal.ALTERED
    return state if holds else Seal.ALTERED


def verify(documents: Iterable[tuple[str, Document]]) -> tuple[Finding, ...]:
    """Everything that does not hold in a journal, given as (place, document), each place once."""
    rows = tuple(documents)
    chain = _Chain(document for _, document in rows if "hash" in document)
    return tuple(
        Finding(place, str(document.get("id", "?")), fault)
        for place, document in rows
        for fault in chain.faults(document)
    )


class _Chain:
    """What a journal's sealed documents can follow, and what has been followed so far."""

    def __init__(self, sealed: Iterable[Document]) -> None:
        documents = tuple(sealed)
        self._links = {GENESIS, *map(link, documents)} - {""}
        self._revisions = {(str(each.get("id")), str(each["hash"])) for each in documents}
        self._seen: set[str] = set()
        self._taken: set[tuple[str, str]] = set()

    def faults(self, document: Document) -> Iterator[Fault]:
        """What is wrong with the next document."""
        state = _state(document)
        if state is Seal.MISSING:
            yield Fault.FOREIGN
            return
        if state is Seal.ALTERED:
            yield Fault.ALTERED
        if state is Seal.BLANKED:
            yield Fault.BLANKED
        own, entry_id = str(document["hash"]), str(document.get("id"))
        if own in self._seen:
            yield Fault.TWICE
            return
        self._seen.add(own)
        # The entry's number and the document's predecessor can each belong to one document only.
        places = {(entry_id, str(document.get("rev"))), ("", follows(document))}
        if follows(document) not in self._links:
            yield Fault.MISSING
        elif places & self._taken:
            yield Fault.BESIDE
        self._taken |= places
        prev = str(document.get("prev"))
        if prev != GENESIS and (entry_id, prev) not in self._revisions:
            yield Fault.REVISION
