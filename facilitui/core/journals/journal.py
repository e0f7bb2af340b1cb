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
from collections.abc import Collection, Iterable, Iterator, Mapping
from datetime import datetime
from typing import Any

from facilitui.core.any_shape import text_in
from facilitui.core.debriefs.debrief import KIND, Debrief
from facilitui.core.journals.journal_faults import Fault, Finding
from facilitui.core.journals.rivals import JOINS, conflicts, joined_by, stands_over
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
    joins: Collection[str] = (),
) -> dict[str, Any]:
    """The sealed document of a new entry, or of the revision that follows `last`.

    `made_at` is aware; `after` is the hash of the document saved before this one; `least` is the
    lowest number that it may have. `joins` are the hashes of its rivals that it goes over too
    (`facilitui.core.journals.rivals`), sealed as every field is.
    """
    fields = {
        "id": entry_id,
        "rev": max(least, int(last["rev"]) + 1 if last else 1),
        "kind": kind,
        "made_at": made_at.isoformat(),
        "prev": last.get("hash", GENESIS) if last else GENESIS,
        "after": after,
        **({JOINS: sorted(set(joins))} if joins else {}),
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


def is_blanked(document: Document) -> bool:
    """Whether only its envelope is left of a document: what it said was purged."""
    return document.get("body") == ""


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
    if is_blanked(document):
        raise ValueError("was purged")
    return Debrief.model_validate(body_of(document))


def latest(documents: Iterable[Document]) -> dict[str, Document]:
    """The revision that stands for each entry, by id, in the order their first revisions came."""
    newest: dict[str, Document] = {}
    for document in documents:
        known = newest.get(document["id"])
        if known is None or stands_over(document, known):
            newest[document["id"]] = document
    return newest


def hash_of(document: Document | None) -> str:
    """What a revision is named by; empty where there is none, or it has no seal."""
    return text_in(document, "hash") if document is not None else ""


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
    return text_in(_in_this_journal(document), "hash")


def follows(document: Document) -> str:
    """The link of the document that was saved before this one in this journal; empty if none."""
    return text_in(_in_this_journal(document), "after")


def _in_this_journal(document: Document) -> Mapping[str, Any]:
    note = document.get(IMPORTED)
    return note if isinstance(note, Mapping) else document


def _saved(document: Document) -> float:
    """When it was saved in this journal, in seconds since 1970; before all others if unknown."""
    own = _in_this_journal(document)
    try:
        return datetime.fromisoformat(str(own.get("at") or own.get("made_at"))).timestamp()
    except (ValueError, OverflowError):
        return 0


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


def _lost_its_seal(document: Document) -> bool:
    """Whether a document without a seal was sealed once: no other program salts what it writes."""
    return isinstance(document.get("body_hash"), str) and isinstance(document.get("salt"), str)


def is_altered(document: Document) -> bool:
    """Whether an entry that this program sealed is not as it sealed it any more."""
    state = _state(document)
    return state is Seal.ALTERED or (state is Seal.MISSING and _lost_its_seal(document))


def verify(documents: Iterable[tuple[str, Document]]) -> tuple[Finding, ...]:
    """Everything that does not hold in a journal, given as (place, document), each place once."""
    rows = tuple(documents)
    chain = _Chain(document for _, document in rows if "hash" in document)
    return tuple(
        Finding(
            place,
            str(document.get("id", "?")),
            fault,
            chain.before(document) if fault is Fault.MISSING else "",
        )
        for place, document in rows
        for fault in chain.faults(document)
    )


class _Chain:
    """What a journal's sealed documents can follow, and what has been followed so far."""

    def __init__(self, sealed: Iterable[Document]) -> None:
        documents = tuple(sealed)
        self._links = {GENESIS, *map(link, documents)} - {""}
        followed = {*map(follows, documents)}
        self._order = {str(e["hash"]): (_saved(e), n) for n, e in enumerate(documents)}
        ends = (each for each in documents if link(each) not in followed)
        self._ends = sorted((self._order[str(e["hash"])], str(e.get("id"))) for e in ends)
        """The entries of those that none follows, in the order in which they were saved."""
        self._revisions = {(str(each.get("id")), str(each["hash"])) for each in documents}
        found = conflicts(each for each in documents if is_entry(each))
        self._rivals = {str(each["hash"]) for rivals in found.values() for each in rivals}
        self._seen: set[str] = set()
        self._followed: set[str] = set()

    def faults(self, document: Document) -> Iterator[Fault]:
        """What is wrong with the next document."""
        state = _state(document)
        if state is Seal.MISSING:
            yield Fault.ALTERED if _lost_its_seal(document) else Fault.FOREIGN
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
        if follows(document) not in self._links:
            yield Fault.MISSING
        elif follows(document) in self._followed:
            yield Fault.BESIDE
        self._followed.add(follows(document))
        if own in self._rivals:
            yield Fault.RIVAL
        over = {str(document.get("prev")), *joined_by(document)} - {GENESIS}
        if any((entry_id, seal) not in self._revisions for seal in over):
            yield Fault.REVISION

    def before(self, document: Document) -> str:
        """The entry that was saved last before what is missing before a document; empty if none.

        Wherever either of them lies: what came back by an import may stand behind what is newer.
        """
        own = self._order[str(document["hash"])]
        return next((entry for order, entry in reversed(self._ends) if order < own), "")
