"""What was altered in a journal, and which document of a backup is that very one as it was sealed.

Only the same document mends another: numbers are given anew where a month was lost, so the one of
that number may be about something else altogether. What no document of the backup is known to be
stays as it is, altered, and is named.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from typing import Any

from facilitui.core.journals.journal import (
    IMPORTED,
    Document,
    as_sealed,
    is_altered,
    is_blanked,
    is_entry,
)
from facilitui.core.privacy.purged_here import PurgedHere
from facilitui.core.sealing import SALT_DIGITS, canonical

Entries = Mapping[str, Document]
"""The documents of a month by their number, as text."""
Place = tuple[str, str]
"""A month and a document's number in it."""
SAID_AGAIN = (
    "{0} was blank here and says again what it said in the archive: if it was purged, as no record "
    "tells any more, purge it again (`facilitui journal purge {1}`)"
)
_SAME = ("id", "rev", "kind", "made_at", "prev", "after")
"""What two documents have in common that are one, if not even their seals are known."""


@dataclass(slots=True)
class Mended:
    """What becomes of the documents that were altered here."""

    put: dict[Place, Document] = field(default_factory=dict)
    """The backup's words in place of those that were altered."""
    said_again: list[tuple[Place, str]] = field(default_factory=list)
    """Those of them that said nothing here, each with its entry: they may have been purged."""
    altered: list[Place] = field(default_factory=list)
    """Those that the backup has as they were sealed, and that are left as they are."""
    beyond: list[Place] = field(default_factory=list)
    """Those that the backup does not have either."""
    covered: set[tuple[str, str]] = field(default_factory=set)
    """What the backup's documents for them are known by: none of them is missing here."""


def key_of(document: Document) -> tuple[str, str]:
    """What a document is known by: its seal where it is an entry's, else all of it."""
    if is_entry(document) and isinstance(seal := document.get("hash"), str):
        return str(document["id"]), seal
    return "", canonical(dict(document))


def mended(
    here: Mapping[str, Entries],
    archive: Mapping[str, Entries],
    shut: frozenset[str],
    purged: PurgedHere,
    *,
    mend: bool,
) -> Mended:
    """Find for whatever was altered here the document that it was; with `mend`, put it there.

    One that was blanked without a purge that names it counts as altered too.
    """
    made = Mended()
    whole = _Known(each for entries in archive.values() for each in entries.values())
    intact = {
        key_of(each)
        for entries in here.values()
        for each in entries.values()
        if not _is_hurt(each, purged)
    }
    for month, entries in here.items():
        for number, document in entries.items():
            if not _is_hurt(document, purged):
                continue
            place, same = (month, number), whole.same(document)
            if same is None:
                if is_altered(document) and month not in shut:
                    made.beyond.append(place)
                continue
            made.covered.add(known := key_of(same))
            if month in shut:
                continue  # another version may keep its documents otherwise
            own = _noted(same, document)
            if mend and known not in intact and not is_altered(own):
                made.put[place] = own
                made.said_again += [(place, str(own["id"]))] if is_blanked(document) else []
                intact.add(known)
            else:
                made.altered.append(place)
    return made


def _is_hurt(document: Document, purged: PurgedHere) -> bool:
    if is_altered(document):
        return True
    return (
        is_entry(document)
        and "hash" in document
        and is_blanked(document)
        and not purged.explains(document)
    )


class _Known:
    """The documents of a backup that are as they were sealed, by all that they are known by."""

    def __init__(self, documents: Iterable[Document]) -> None:
        self._found: dict[Any, Document] = {}
        for each in documents:
            if is_entry(each) and not is_altered(each) and "hash" in each and not is_blanked(each):
                for name in _names(each):
                    self._found.setdefault(name, each)

    def same(self, document: Document) -> Document | None:
        """The one that a document was before it was altered."""
        names = _names(document)
        return next((self._found[each] for each in names if each in self._found), None)


def _names(document: Document) -> list[tuple[str, ...]]:
    """What a document can be known by, the surest first; whatever it holds."""
    found: list[tuple[str, ...]] = []
    if isinstance(seal := document.get("hash"), str):
        found.append(("hash", seal))
    salt = document.get("salt")
    if isinstance(salt, str) and len(salt) == SALT_DIGITS and set(salt) != {"0"}:
        found.append(("salt", salt))
    if all(type(document.get(name)) in (str, int) for name in _SAME):
        found.append(("fields", *(str(document[name]) for name in _SAME)))
    return found


def _noted(document: Document, altered: Document) -> Document:
    """A document with this journal's own note of its import; with the backup's if that is what
    was altered."""
    if IMPORTED not in altered:
        return document
    own = {**as_sealed(document), IMPORTED: altered[IMPORTED]}
    return document if IMPORTED in document and is_altered(own) else own
