"""Over which revision something is written, so that nothing goes over what its writer never read.

A purge leaves a revision its hash. So a revision that said nothing any more when it was read is
named otherwise than one that was read before: what was read before must not come back.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable

from facilitui.core.errors import NotSaved, PurgedMeanwhile, SavedMeanwhile
from facilitui.core.journals.journal import Document, hash_of, is_blanked

KEPT_AT = "kept_at"
"""Where a draft says when it was kept, so that one from before a saving or a purge is known."""
LOST = "a revision that this goes over is not in the journal; look at both again"
_BLANK = "blank "


def read_as(document: Document | None) -> str:
    """What a revision is named by to whoever writes over it; empty where there is none."""
    name = hash_of(document)
    return f"{_BLANK}{name}" if name and document is not None and is_blanked(document) else name


def hash_in(over: str) -> str:
    """The hash of the revision that is named so."""
    return over.removeprefix(_BLANK)


def refuse_newer(
    newest: Document | None, based_on: str | None, revisions: Iterable[Document] = ()
) -> None:
    """Raises SavedMeanwhile where another revision is the newest than the one that was read.

    Raises PurgedMeanwhile where that one, among the `revisions` of the entry, was purged since.
    """
    if newest is None or based_on in (None, read_as(newest)):
        return
    if is_blanked(newest) or is_purged_since(revisions, based_on or ""):
        raise PurgedMeanwhile
    raise SavedMeanwhile(int(newest["rev"]), read_as(newest))


def refuse_lost(revisions: Iterable[Document], joins: Collection[str]) -> None:
    """Raises NotSaved where a revision that is to be gone over too, by its hash, is not there."""
    if joins and {*joins} - {*map(hash_of, revisions)}:
        raise NotSaved(LOST)


def is_purged_since(documents: Iterable[Document], over: str) -> bool:
    """Whether a revision that said something when it was read says nothing any more."""
    if not over or over.startswith(_BLANK):
        return False
    return any(each.get("hash") == over and is_blanked(each) for each in documents)
