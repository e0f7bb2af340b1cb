"""When documents were saved, also where the clock was put back meanwhile."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from facilitui.core.any_shape import text_in
from facilitui.core.journals.journal import IMPORTED, Document, follows, link

When = tuple[float, int, int]
"""The moment in seconds since 1970; then, as told by what was saved before it and by its place in
the files, which is the later one of the same moment."""


def when_saved(
    documents: Sequence[Document], made: Callable[[Document], float]
) -> Callable[[Document], When]:
    """What tells when each of a journal's documents was done; `made` is what its own clock said.

    It is never before what this journal had saved by then: of a clock that was put back the order
    of saving alone says what came later. What was imported was done when its own clock said so.
    """
    places = {text_in(each, "hash"): place for place, each in enumerate(documents)}
    reached = _reached(documents, made)

    def when(document: Document) -> When:
        at, steps = reached.get(link(document), (made(document), 0))
        place = places.get(text_in(document, "hash"), 0)
        return made(document) if IMPORTED in document else at, steps, place

    return when


def _reached(
    documents: Sequence[Document], made: Callable[[Document], float]
) -> dict[str, tuple[float, int]]:
    """By its link the latest moment up to each document, and how many were saved before it."""
    by_link = {own: each for each in documents if (own := link(each))}
    reached: dict[str, tuple[float, int]] = {}
    for each in by_link.values():
        behind: dict[str, Document] = {}
        at: Document | None = each
        while at is not None and (own := link(at)) not in reached and own not in behind:
            behind[own] = at
            at = by_link.get(follows(at))
        for own, one in reversed(behind.items()):
            moment, steps = reached.get(follows(one), (made(one), 0))
            reached[own] = max(moment, made(one)), steps + 1
    return reached
