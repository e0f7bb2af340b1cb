"""Searching less with every letter: what more letters find is among what fewer have found."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field

from facilitui.core.journals.journal_facets import DATE
from facilitui.core.journals.journal_query import Filter


@dataclass(slots=True)
class Last:
    """What was looked for last, and where it is: some of it is what more letters find."""

    words: tuple[str, ...] = ()
    filters: tuple[Filter, ...] = ()
    places: Sequence[int] = field(default_factory=tuple)

    def narrowed_by(self, words: tuple[str, ...], filters: tuple[Filter, ...]) -> bool:
        """Whether whatever has these words and filters was among what was found last."""
        longer = all(any(old in word for word in words) for old in self.words)
        return longer and all(any(_implies(new, old) for new in filters) for old in self.filters)


def _implies(new: Filter, old: Filter) -> bool:
    """Whether what has the new filter has the old one too."""
    if new.name != old.name or old.name == DATE:
        return new == old
    return all(any(one.folded in each.folded for one in old.each) for each in new.each)
