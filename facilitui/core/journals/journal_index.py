"""Finding entries of the journal with every key that is typed, slips of the fingers included.

An index is made of rows, newest first. Its words are learnt behind the screen, in pieces; until
they all are, everything is found, but a word that occurs nowhere is not corrected yet.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property

from facilitui.core.journals import entries
from facilitui.core.journals.asked_told import lacking_told
from facilitui.core.journals.journal_facets import DATE
from facilitui.core.journals.journal_known import Corrected, KnownValues
from facilitui.core.journals.journal_narrowing import Last
from facilitui.core.journals.journal_query import Filter, Query
from facilitui.core.journals.journal_rows import EntryRow
from facilitui.core.journals.journal_vocabulary import UNLEARNT, Vocabulary, parts_of
from facilitui.core.journals.journal_withdrawn import withdrawn_told
from facilitui.core.opposites import signed
from facilitui.core.search import MOST_WORDS

A_PIECE = 50
"""Rows that are learnt at once: 5 ms at 2 KB each."""


@dataclass(frozen=True, slots=True)
class Found:
    """What a query finds."""

    rows: tuple[EntryRow, ...]
    """All of the group, newest first."""
    counts: Mapping[str, int]
    """How many there are of each group of kinds, whichever of them is asked for."""
    months: Mapping[str, int]
    """How many of the rows are of each month, as 2026-11; newest first."""
    words: tuple[str, ...]
    """The folded words that were looked for, corrected ones in place of those that were typed."""
    filters: tuple[Filter, ...]
    """The filters, with corrected values."""
    corrected: tuple[tuple[str, str], ...] = ()
    """What was typed, and what it was taken for: words, and filters as `role:apprentice`."""
    trouble: str = ""
    """What of the query is not understood, or named by nothing, in a sentence."""
    hint: str = ""
    """What else there is to say of it in a sentence: nothing is wrong, or nothing need be."""
    pending: bool = False
    """Whether nothing was found, and whether words are misspelt is not known yet."""


class JournalIndex:
    """Rows to be searched. What it finds never depends on what it was asked before."""

    def __init__(self, rows: Iterable[EntryRow], vocabulary: Vocabulary | None = None) -> None:
        """Of rows, newest first; `with_rows` hands on the words of an index there was before."""
        self._rows = tuple(rows)
        self._vocabulary = vocabulary or Vocabulary()
        self._places: tuple[int, list[int]] = -1, []
        """The rows' places in the vocabulary, and how many it had learnt then."""
        self._next = 0
        self._last = Last(places=range(len(self._rows)))

    @property
    def rows(self) -> tuple[EntryRow, ...]:
        """All rows, newest first."""
        return self._rows

    @property
    def complete(self) -> bool:
        """Whether the words of all rows were learnt."""
        return self._next >= len(self._rows)

    def learn(self, most: int = A_PIECE) -> bool:
        """Learn the words of the next rows, and whether there are more to learn.

        About 0.1 ms a row of 2 KB; those that are known already cost nothing. May run in another
        thread than `find`; two must not learn at once.
        """
        while most > 0 and not self.complete:
            most -= self._vocabulary.learn(self._rows[self._next])
            self._next += 1
        return not self.complete

    def with_rows(self, rows: Iterable[EntryRow]) -> JournalIndex:
        """The index of other rows, newest first, of which most are the same objects.

        What was learnt of those stays learnt. This one finds what it found, and learns no more.
        """
        others = tuple(rows)
        kept = set(map(id, others))
        self._vocabulary.forget(row for row in self._rows if id(row) not in kept)
        worn = self._vocabulary.worn
        index = JournalIndex(others, Vocabulary() if worn else self._vocabulary)
        places = index._vocabulary.places(others)
        unlearnt = [row for row, place in zip(others, places, strict=True) if place == UNLEARNT]
        if len(unlearnt) <= A_PIECE:
            for row in unlearnt:
                index._vocabulary.learn(row)
            index._next = len(others)
        return index

    def known(self, name: str) -> tuple[str, ...]:
        """What the journal has for a filter, most frequent first; of dates the newest first."""
        return self._values.of(name)

    def find(self, query: Query, group: str = "", *, sure: bool = True) -> Found:
        """What has all words and filters; where nothing has them, what was meant by them.

        A word that occurs in no entry, and a value that no entry has, stand for the nearest that
        there is, but not where it is not `sure` that this is all there is to be found, or all that
        it is found by: there nothing is corrected, and nothing is said to be missing. Of a group
        only those rows that are counted under it.
        """
        known = self._values.corrected if sure else Corrected
        told = [known(each) for each in query.filters]
        filters = tuple(each.filter for each in told)
        trouble = query.trouble or next((each.trouble for each in told if each.trouble), "")
        corrected = [slip for each in told for slip in each.slips]
        words, hint = query.words, ""
        places = self._matching(words, filters)
        pending = not places and not trouble and not (sure and (self.complete or not words))
        if not (places or trouble or pending) and words:
            meant = self._meant(words, filters)
            slips = [pair for pair in zip(words, meant, strict=False) if pair[0] != pair[1]]
            instead = self._matching(meant, filters) if all(meant) and slips else ()
            if instead:
                corrected += slips
                words, places = meant, instead
            elif len(words) > 1 or filters:
                hint = lacking_told(slips)
        elif not (places or trouble or pending):
            hint = withdrawn_told(self._rows, filters)
        of_group = [at for at in places if self._groups[at] == group] if group else places
        return Found(
            rows=tuple(map(self._rows.__getitem__, of_group)),
            counts=Counter(map(self._groups.__getitem__, places)),
            months=_counted(map(self._months.__getitem__, of_group)),
            words=words,
            filters=filters,
            corrected=tuple(dict.fromkeys(corrected)),
            trouble=trouble,
            hint=(hint or self._values.hint(query, found=bool(places))) if sure else "",
            pending=pending,
        )

    def _meant(self, words: tuple[str, ...], filters: tuple[Filter, ...]) -> tuple[str, ...]:
        """The words, the nearest in place of those that occur nowhere, empty where none is near.

        None at all where there are too many.
        """
        alone = len(words) == 1 and not filters
        if len(words) > MOST_WORDS:
            return ()
        there = [not alone and self._occurs(word) for word in words]
        return tuple(
            word if occurs else self._nearest(word)
            for word, occurs in zip(words, there, strict=True)
        )

    def _occurs(self, word: str) -> bool:
        return bool(self._with_word(word, range(len(self._rows))))

    def _nearest(self, word: str) -> str:
        """The nearest to a word, the brackets and quotes around its letters left away."""
        letters = parts_of(word)
        if len(letters) != 1 or signed(word):
            return ""
        return self._vocabulary.nearest(letters[0])

    def _matching(self, words: tuple[str, ...], filters: tuple[Filter, ...]) -> Sequence[int]:
        """The places of the rows that have all of it, in their order."""
        last = self._last
        narrowed = last.narrowed_by(words, filters)
        among: Sequence[int] = last.places if narrowed else range(len(self._rows))
        for each in filters:
            among = self._with_filter(each, among)
        for word in sorted(set(words), key=len, reverse=True):
            among = self._with_word(word, among)
        self._last = Last(words, filters, among)
        return among

    def _with_filter(self, asked: Filter, among: Sequence[int]) -> Sequence[int]:
        lines, each = self._values.lines(asked.name), asked.each
        if asked.name == DATE:
            days = [one.days for one in each if one.days is not None]
            return [at for at in among if any(one.has(lines[at]) for one in days)]
        if len(each) == 1:
            return [at for at in among if asked.folded in lines[at]]
        return [at for at in among if any(one.folded in lines[at] for one in each)]

    def _with_word(self, word: str, among: Sequence[int]) -> Sequence[int]:
        """Those of some rows that have a word; by the words that were learnt, where that helps."""
        texts, whole = self._texts, False
        if len(among) > A_PIECE and self._vocabulary.learnt:
            places = self._learnt_places()
            for part in sorted(filter(_tells, parts_of(word)), key=len, reverse=True):
                if len(among) <= A_PIECE:
                    break
                holding = self._vocabulary.holding(part)
                if holding is not None:
                    whole = part == word
                    holding.add(UNLEARNT)
                    among = [at for at in among if places[at] in holding]
            if whole:
                return [at for at in among if places[at] != UNLEARNT or word in texts[at]]
        return [at for at in among if word in texts[at]]

    def _learnt_places(self) -> list[int]:
        learnt, (known, places) = self._vocabulary.learnt, self._places
        if learnt != known:
            places = self._vocabulary.places(self._rows)
            self._places = learnt, places
        return places

    @cached_property
    def _values(self) -> KnownValues:
        return KnownValues([row.facets for row in self._rows])

    @cached_property
    def _texts(self) -> list[str]:
        return [row.text for row in self._rows]

    @cached_property
    def _groups(self) -> list[str]:
        return [entries.group_of(row.kind) for row in self._rows]

    @cached_property
    def _months(self) -> list[str]:
        return [row.facets.day[:7] for row in self._rows]


def _tells(part: str) -> bool:
    """Whether a part of a word is in few enough rows to look there first."""
    return len(part) > 1 or not part.isascii()


def _counted(months: Iterable[str]) -> dict[str, int]:
    counts = Counter(months)
    return {month: counts[month] for month in sorted(filter(None, counts), reverse=True)}
