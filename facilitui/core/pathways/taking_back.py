"""Which changes of an entry still stand, where some of them were taken back."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from typing import TypeVar

from facilitui.core.any_shape import text_in
from facilitui.core.journals.journal import Document, body_of, hash_of, is_blanked
from facilitui.core.journals.revising import TAKES_BACK
from facilitui.core.journals.withdrawal import KIND as WITHDRAWN

S = TypeVar("S")


def up_to(revisions: Sequence[Document], newest: Document) -> list[Document]:
    """The revisions that lie behind one of them, and that one, the oldest first."""
    by_hash = {text_in(each, "hash"): each for each in revisions}
    behind, seen = [newest], {text_in(newest, "hash")}
    while (prev := text_in(behind[-1], "prev")) in by_hash and prev not in seen:
        seen.add(prev)
        behind.append(by_hash[prev])
    return behind[::-1]


def since_purge(revisions: Sequence[Document]) -> Sequence[Document]:
    """Those of some revisions, the oldest first, behind which nothing is blank; none before that.

    What a blank one said is not known, so neither is what the next one changed of it.
    """
    blank = (place for place, each in enumerate(revisions, 1) if is_blanked(each))
    return revisions[max(blank, default=0) :]


def first_since_purge(revisions: Sequence[Document]) -> Document | None:
    """The first of them; None where none of the revisions is blank, or the newest one is."""
    known = since_purge(revisions)
    return known[0] if 0 < len(known) < len(revisions) else None


def still_standing(
    said: Iterable[tuple[S, Document]], is_same: Callable[[S, S], bool]
) -> list[tuple[S, Document]]:
    """What an entry came to say one after another, each with the revision that made it say so.

    A change that was taken back is none any more, and neither is its being taken back. One is taken
    back by a revision that names it and says again what was said before it, so that what another
    program wrote is not believed alone.
    """
    stood: list[tuple[S, Document]] = []
    for state, document in said:
        if stood and is_same(stood[-1][0], state):
            continue
        is_back = len(stood) > 1 and _takes_back(document, stood[-1][1])
        if is_back and is_same(stood[-2][0], state):
            stood.pop()
        else:
            stood.append((state, document))
    return stood


def _takes_back(document: Document, change: Document) -> bool:
    """Whether a revision takes a change back; what comes behind a withdrawal always does."""
    is_named = text_in(body_of(document), TAKES_BACK) == hash_of(change) != ""
    return is_named or change["kind"] == WITHDRAWN
