"""What the journal has for each filter: to complete a value from, and to correct it by."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from functools import cache

from facilitui.core.journals.entries import KINDS
from facilitui.core.journals.journal_days import HOW
from facilitui.core.journals.journal_facets import DATE, FILTERS, Facet, Facets
from facilitui.core.journals.journal_query import Filter, Query, in_quotes
from facilitui.core.likeness import NearWords
from facilitui.core.safe_text import quoted_typing
from facilitui.core.search import WORDS, folded, folded_line
from facilitui.core.vocabulary import Role

_NAMED_IN_A_SENTENCE = 3
_KINDS = frozenset(
    folded(name) for key, kind in KINDS.items() for name in (key, kind.one, kind.many)
)
_NAMED: Mapping[str, frozenset[str]] = {
    "kind": _KINDS,
    "role": frozenset(folded(name) for role in Role for name in (role.value, role.label)),
}
"""What there may be in any journal for a filter: it is no slip where there is none yet."""


@dataclass(frozen=True, slots=True)
class Corrected:
    """A filter as it is taken."""

    filter: Filter
    trouble: str = ""
    """That nothing is called so, in a sentence; empty where something is."""
    slips: tuple[tuple[str, str], ...] = ()
    """What was typed and what it is taken for, each as a filter of one value."""


class KnownValues:
    """What rows can be filtered by, worked out for a filter when it is first asked for."""

    def __init__(self, facets: Sequence[Facets]) -> None:
        """Of all rows, in their order."""
        self._facets = facets
        self.of = cache(self._of)
        """Gives what there is for a filter, most frequent first; of dates the newest first."""
        self.lines = cache(self._lines)
        """Gives by what a filter finds each row, folded; of dates its day."""
        self._names = cache(self._names_of)
        self._different = cache(lambda name: frozenset(self.lines(name)))

    def corrected(self, asked: Filter) -> Corrected:
        """The filter, with the nearest value there is for each of its values that nothing has."""
        taken = tuple(map(self._one_corrected, asked.each))
        first, *others = (each.filter for each in taken)
        trouble = next((each.trouble for each in taken if each.trouble), "")
        slips = tuple(slip for each in taken for slip in each.slips)
        return Corrected(replace(first, others=tuple(others)), trouble, slips)

    def _one_corrected(self, asked: Filter) -> Corrected:
        if asked.days is not None or _is_named(asked):
            return Corrected(asked)
        if any(asked.folded in each for each in self._different(asked.name)):
            return Corrected(asked)
        near, worth = self._names(asked.name)
        found = near.nearest(asked.folded, lambda name: worth[name][1])
        if found:
            meant = asked.with_value(worth[found][0])
            return Corrected(meant, slips=((asked.written, meant.written),))
        return Corrected(
            asked, f"{nothing_called(asked)}: the journal has {self._some(asked.name)}"
        )

    def awaited(self, typed: str) -> str:
        """What a filter waits for that has no value yet, or the beginning of one, in a sentence."""
        name, _, value = typed.partition(":")
        what = HOW if name == DATE else self._some(name) if self.of(name) else "there is none yet"
        waits = f"is no {name} yet" if value else "waits for a value"
        return f"{quoted_typing(typed)} {waits}: {what}"

    def hint(self, query: Query, *, found: bool) -> str:
        """What a filter waits for; where nothing is found, that a word is or has no filter."""
        if query.waiting:
            return self.awaited(query.waiting[0])
        if found:
            return ""
        if query.unknown:
            return no_filter(query.unknown[0])
        kind = next((each for each in query.words if each in _KINDS), "")
        told = f"{quoted_typing(kind)} is a kind of entry: kind:{in_quotes(kind)} shows them"
        return told if kind else ""

    def _some(self, name: str) -> str:
        """What there is for a filter, in a few words."""
        known = self.of(name)
        first = ", ".join(known[:_NAMED_IN_A_SENTENCE])
        more = len(known) - _NAMED_IN_A_SENTENCE
        return f"{first} and {more} more" if more > 0 else first or "none"

    def _of(self, name: str) -> tuple[str, ...]:
        if name == DATE:
            days = {day for day in self.lines(DATE) if day}
            return tuple(sorted({day[:end] for day in days for end in (7, 4)}, reverse=True))
        counts = self._counts(name)
        return tuple(sorted(counts, key=lambda value: (-counts[value], folded(value), value)))

    def _counts(self, name: str) -> Counter[str]:
        counts: Counter[str] = Counter()
        for each in self._facets:
            counts.update(_facet(each, name).values)
        return counts

    def _lines(self, name: str) -> list[str]:
        if name == DATE:
            return [each.day for each in self._facets]
        return [_facet(each, name).folded for each in self._facets]

    def _names_of(self, name: str) -> tuple[NearWords, dict[str, tuple[str, int]]]:
        """The values and the words in them, folded: how each is written, and how often it is."""
        near, worth = NearWords(), dict[str, tuple[str, int]]()
        for value, count in self._counts(name).items():
            for written in (value, *WORDS.findall(value)):
                plain = folded_line(written)
                if plain not in worth:
                    near.add(plain)
                first, times = worth.get(plain, (written, 0))
                worth[plain] = first, times + count
        return near, worth


def _is_named(asked: Filter) -> bool:
    """Whether a filter asks for something that there may be, though there is none yet."""
    return any(asked.folded in name for name in _NAMED.get(asked.name, ()))


def _facet(facets: Facets, name: str) -> Facet:
    found: Facet = getattr(facets, name)
    return found


def nothing_called(asked: Filter) -> str:
    """That nothing is called so."""
    what = {"person": "nobody", "kind": "no kind of entry"}.get(asked.name, f"no {asked.name}")
    return f"{what} is called {quoted_typing(asked.value)}"


def no_filter(name: str) -> str:
    """That there is no filter of a name, and which there are."""
    there = " ".join(f"{each}:" for each in FILTERS)
    return f"there is no filter {quoted_typing(name + ':')}; there are {there}"
