"""What an import does to one's own entries, and what of it would bring back what was purged."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass

from facilitui.core.any_shape import text_in
from facilitui.core.journals.entries import (
    ANSWER,
    KINDS,
    OTHER,
    QUESTION,
    WITHDRAWN,
    group_of,
    many,
)
from facilitui.core.journals.journal import (
    IMPORTED,
    Document,
    as_sealed,
    body_of,
    follows,
    hash_of,
    is_blanked,
    latest,
    link,
)
from facilitui.core.journals.rivals import gone_over
from facilitui.core.reviews.other_journal import name_shown
from facilitui.core.sealing import GENESIS
from facilitui.core.told import plural

ABOUT_PURGED = (
    "is about an entry that was purged here, and would bring back what it quotes; nothing of it is "
    "taken"
)
MOST_GIVERS = 3
"""So many are named who gave entries of one kind; more are counted."""
_NAMES = ("about", "to")


@dataclass(frozen=True, slots=True)
class OwnChanged:
    """One's own entries that say something else afterwards, by their ids."""

    changed: tuple[str, ...] = ()
    withdrawn: tuple[str, ...] = ()
    """Those that count no more afterwards."""

    def named(self, names: Mapping[str, str]) -> OwnChanged:
        """The same, each by what it is called among all entries (`entry_named.all_named`)."""
        each = ((names.get(key, key) for key in keys) for keys in (self.changed, self.withdrawn))
        return OwnChanged(*map(tuple, each))


def own_changed(
    here: Iterable[Document], taken: Iterable[Document], rivals: Collection[str] = ()
) -> OwnChanged:
    """What taking some documents does to entries that were begun in this journal.

    Those that have `rivals` afterwards are told as that, unless they count no more.
    """
    coming = list(taken)
    ids = {each["id"] for each in coming}
    there = [each for each in here if each["id"] in ids]
    own = {each["id"] for each in there if IMPORTED not in each}
    before, after = latest(there), latest((*there, *coming))
    changed = [key for key in before if key in own and hash_of(after[key]) != hash_of(before[key])]
    gone = {k for k in changed if WITHDRAWN == after[k]["kind"] != before[k]["kind"]}
    return OwnChanged(
        tuple(key for key in changed if key not in gone and key not in rivals),
        tuple(key for key in changed if key in gone),
    )


def brought(taken: Iterable[Document]) -> tuple[str, ...]:
    """The entries that some documents are of, kind by kind, each with who gave it."""
    kinds: defaultdict[str, list[str]] = defaultdict(list)
    for each in latest(taken).values():
        kinds[group_of(each["kind"])].append(name_shown(text_in(body_of(each), "giver")))
    return tuple(_brought(kind, kinds[kind]) for kind in (*KINDS, OTHER) if kind in kinds)


def _brought(kind: str, names: list[str]) -> str:
    one, several = (KINDS[kind].one, many(kind)) if kind in KINDS else ("other", "others")
    givers = sorted({*names} - {""})
    by = ", ".join(givers) if len(givers) <= MOST_GIVERS else f"{len(givers)} people"
    return f"{plural(len(names), one, several)} by {by}" if by else plural(len(names), one, several)


def is_strange_to(
    taken: Collection[Document], here: Collection[Document], around: Collection[str] = ()
) -> bool:
    """Whether documents have nothing to do with a journal: they may be another person's.

    Neither an entry of it is in them, nor anything that one of them follows or speaks of, nor is
    one of them about a session of it: sessions of two homes are never called the same. With an
    empty journal nothing has to do but through what is `around` it: the sessions that its home
    has, and the hashes of documents that it is known to have had.
    """
    if not taken:
        return False
    names = (name for each in here for name in (str(each["id"]), hash_of(each), link(each)))
    known = {*names, *around} - {"", GENESIS}
    if any((_names_of(each) | {hash_of(each)}) & known for each in taken):
        return False
    return not _sessions_of(taken) & (_sessions_of(here) | set(around))


def _sessions_of(documents: Iterable[Document]) -> set[str]:
    """The sessions that some documents are about."""
    return {text_in(body_of(each), "session") for each in documents} - {""}


def _names_of(document: Document) -> set[str]:
    body = body_of(document)
    said = (body.get(name) for name in _NAMES)
    own = (document["id"], follows(document), follows(as_sealed(document)), *gone_over(document))
    return {each for each in (*own, *said) if isinstance(each, str)}


def named_again(
    here: Iterable[Document], taken: Iterable[Document], cleaned: Collection[str]
) -> tuple[str, ...]:
    """The entries whose names were taken out here and of which older words come back.

    They are those of which a revision is taken that was made from one that says nothing here, or
    is not here, and not from what they have said since.
    """
    own = [each for each in here if each["id"] in cleaned]
    clean = {hash_of(each) for each in own if not is_blanked(each)}
    found: dict[str, None] = {}
    for each in taken:
        if each["id"] in cleaned and not is_blanked(each):
            if {*gone_over(each)} <= clean and gone_over(each):
                clean.add(hash_of(each))
            else:
                found[str(each["id"])] = None
    return tuple(found)


def purged_in(journal: Iterable[Document], purged: Collection[str]) -> frozenset[str]:
    """The entries of which a journal has nothing but envelopes; those `purged` need not even be."""
    says: set[str] = set()
    blank = set(purged)
    for each in journal:
        (blank if is_blanked(each) else says).add(str(each["id"]))
    return frozenset(blank - says)


def quotes_purged(document: Document, purged: Collection[str]) -> bool:
    """Whether a document is a question about something that was purged, or an answer to one."""
    if not purged or document["kind"] not in (QUESTION, ANSWER):
        return False
    body = body_of(document)
    return any(str(body.get(name, "")) in purged for name in _NAMES)
