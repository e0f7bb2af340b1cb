"""What a search in a review finds: the entries that the journal's own search finds."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from types import MappingProxyType
from typing import TYPE_CHECKING

from facilitui.core.journals.journal_passages import Passage
from facilitui.core.search import folded, matches
from facilitui.services.journals.reviewing import Reviewing
from facilitui.services.journals.shown import ALL, Shown

if TYPE_CHECKING:
    from facilitui.services.reviews.review_rows import ReviewRow


@dataclass(frozen=True, slots=True)
class Sought:
    """What was searched for; everything where that is nothing."""

    shown: Shown | None = None
    """How the search was understood; None without one."""
    ids: frozenset[str] = frozenset()
    """The entries that were found."""
    passages: Mapping[str, Passage] = field(default_factory=lambda: MappingProxyType({}))
    """Where the words stand in them, by their ids."""

    @property
    def words(self) -> tuple[str, ...]:
        """The folded words that were looked for."""
        return self.shown.words if self.shown is not None else ()

    def has(self, row: ReviewRow) -> bool:
        """Whether a row is found: its entry, or what it tells of; a half written one by words."""
        if self.shown is None:
            return True
        if row.is_half:
            return not self.shown.filters and matches(self.words, _seen(row))
        return any(key in self.ids for key in (row.key, *row.shows))

    def found_in(self, row: ReviewRow) -> str:
        """The words around what was found, where nothing that a row shows has them; else empty."""
        if matches(self.words, _seen(row)):
            return ""
        there = (self.passages.get(key) for key in (row.key, *row.shows))
        return next((each.text for each in there if each is not None), "")


EVERYTHING = Sought()


def _seen(row: ReviewRow) -> str:
    """All that a row shows, folded."""
    return folded(f"{row.title} {row.line} {row.of} {row.beside}")


async def sought(reviewing: Reviewing, query: str) -> Sought:
    """What a query finds in a journal, filters as in its own search."""
    if not query.strip():
        return EVERYTHING
    shown = await reviewing.searching.find(query, at_most=ALL)
    passages = await reviewing.passages(shown.rows, shown.words)
    return Sought(shown, frozenset(row.id for row in shown.rows), passages)
