"""The words of the journal, and which rows hold each: learnt once, row by row, then kept.

To learn 20 MB takes about a second, so it is done in pieces, and what was learnt of a row stays
when others come and go. One thread may learn while another one asks: what is being learnt is not
known yet, and that is all.
"""

from __future__ import annotations

import re
from array import array
from collections.abc import Iterable

from facilitui.core.journals.journal_rows import EntryRow
from facilitui.core.likeness import NearWords
from facilitui.core.reports.report_words import UNSPACED

_MOST_WORK = 100_000
"""Rows to go through, from which on it is quicker to look whether their texts hold a word."""
_A_WORD = 16
"""What one word that holds another costs, in rows."""
_LETTERS = rf"[^\W{UNSPACED}]+"
_PARTS = re.compile(rf"[{UNSPACED}]|{_LETTERS}(?:'{_LETTERS})*")
UNLEARNT = -1
"""The place of a row that was not learnt yet."""


def parts_of(text: str) -> list[str]:
    """The words of a folded text, apostrophes within them included.

    Where a script has no spaces, each of its signs is one.
    """
    return _PARTS.findall(text)


def _with_halves(words: set[str]) -> set[str]:
    """Words, and what stands on each side of their apostrophes, as in "l'ecole"."""
    return words.union(*(word.split("'") for word in words if "'" in word))


class Vocabulary:
    """The words of rows, each row known by being the same object."""

    def __init__(self) -> None:
        self._rows: list[EntryRow | None] = []
        """By their place; None for one that is there no more. A place is never given twice."""
        self._places: dict[int, int] = {}
        self._holding: dict[str, array[int]] = {}
        """The places of the rows that hold each word."""
        self._near = NearWords()
        self._lines, self._of = "\n", 0
        """All words, one a line, and how many they were when these lines were made."""

    @property
    def learnt(self) -> int:
        """How many rows were learnt so far, those that are there no more included."""
        return len(self._rows)

    @property
    def worn(self) -> bool:
        """Whether most of what was learnt is there no more, so that another one costs less."""
        return len(self._rows) > 2 * len(self._places)

    def places(self, rows: Iterable[EntryRow]) -> list[int]:
        """Where each row is, as `holding` tells it; UNLEARNT for one that was not learnt."""
        known = self._places
        return [known.get(id(row), UNLEARNT) for row in rows]

    def learn(self, row: EntryRow) -> bool:
        """Learn the words of a row, and whether there were any to learn: it was not known yet."""
        if id(row) in self._places:
            return False
        place = len(self._rows)
        self._rows.append(row)
        for word in _with_halves(set(parts_of(row.text))):
            holding = self._holding.get(word)
            if holding is None:
                self._holding[word] = array("I", (place,))
                self._near.add(word)
            else:
                holding.append(place)
        self._places[id(row)] = place
        return True

    def forget(self, rows: Iterable[EntryRow]) -> None:
        """Rows that are there no more; their words are found in no row then."""
        for row in rows:
            place = self._places.pop(id(row), UNLEARNT)
            if place != UNLEARNT:
                self._rows[place] = None

    def holding(self, part: str) -> set[int] | None:
        """The places of the rows in which a word has this part, which is of a word's letters.

        None where that would take longer than looking into the texts, as of a single letter.
        """
        lines, found, work = self._all_lines(), set[int](), 0
        at = lines.find(part)
        while at >= 0:
            end = lines.find("\n", at)
            holding = self._holding[lines[lines.rfind("\n", 0, at) + 1 : end]]
            work += _A_WORD + len(holding)
            if work > _MOST_WORK:
                return None
            found.update(holding)
            at = lines.find(part, end)
        return found

    def nearest(self, word: str) -> str:
        """The nearest word, of those as near the one that most rows hold; empty where none is."""
        return self._near.nearest(word, self._frequency)

    def _frequency(self, word: str) -> int:
        """In how many rows a word is, as good as exactly; 0 where all of these are gone."""
        holding = self._holding[word]
        return len(holding) if any(self._rows[place] is not None for place in holding) else 0

    def _all_lines(self) -> str:
        known = len(self._holding)
        if self._of != known:
            words = list(self._holding)
            self._lines, self._of = "\n".join(("", *words, "")), len(words)
        return self._lines
