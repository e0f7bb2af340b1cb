"""Two debriefs of one session side by side: what each says to every question, and where they part.

Missing is missing: a question that only one of two people was asked stands there with one answer,
and there is nothing in which they could part.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from datetime import tzinfo

from facilitui.core.debriefs.debrief import Debrief
from facilitui.core.debriefs.debrief_said import Said, is_asked, said
from facilitui.core.sessions.facts import SessionFacts


@dataclass(frozen=True, slots=True)
class Difference:
    """One question, and what two people say to it."""

    ask: str
    first: str
    second: str
    asked: tuple[bool, bool] = (True, True)
    """Whether each of them was asked."""

    @property
    def differs(self) -> bool:
        """Whether both were asked, and say anything else than the same words, however spaced."""
        return all(self.asked) and self.first.split() != self.second.split()

    @property
    def alone(self) -> bool:
        """Whether both were asked, and only one of them says anything."""
        return all(self.asked) and not (self.first and self.second)

    @property
    def adds(self) -> bool:
        """Whether the second says what does not stand in the first.

        Whole words of the first stand in it, and so does its beginning, cut off as it was typed:
        within a word, but never within a figure, of which a part is another one.
        """
        first, second = (" ".join(text.split()) for text in (self.first, self.second))
        began = first.startswith(second) and second[-1:].isalpha()
        return bool(second) and not began and not _has_words(first, second)


def _has_words(text: str, words: str) -> bool:
    """Whether these stand in a text one after the other, with or without the marks behind."""
    return re.search(rf"(?<!\S){re.escape(words)}[^\w\s]*(?!\S)", text) is not None


def differences(
    first: Debrief, second: Debrief, facts: SessionFacts, zone: tzinfo
) -> tuple[Difference, ...]:
    """Every question that one of two texts answers, in the order of the first one."""
    mine, theirs = said(first, facts, zone), said(second, facts, zone)
    return tuple(row for _, row in _rows(mine, theirs))


def between_people(
    first: Debrief, second: Debrief, facts: SessionFacts, zone: tzinfo
) -> tuple[Difference, ...]:
    """The same of two people, of whom nobody is silent about what only the other was asked."""
    mine, theirs = said(first, facts, zone), said(second, facts, zone)
    return tuple(
        replace(row, asked=(is_asked(first, key, mine), is_asked(second, key, theirs)))
        for key, row in _rows(mine, theirs)
    )


def _rows(mine: Said, theirs: Said) -> Iterator[tuple[str, Difference]]:
    asks = {key: ask for key, (ask, _) in (*theirs.items(), *mine.items())}
    none = "", ""
    for key in (*mine, *(key for key in theirs if key not in mine)):
        row = Difference(asks[key], mine.get(key, none)[1], theirs.get(key, none)[1])
        if row.first or row.second:
            yield key, row


def parted(rows: Iterable[Difference]) -> str:
    """How far they part, in words: on how many questions, how many only one answers, or was asked.

    Only what both were asked is counted as a question on which they could part.
    """
    found = list(rows)
    both = [row for row in found if all(row.asked)]
    apart = sum(row.differs and not row.alone for row in both)
    alone, single = sum(row.alone for row in both), len(found) - len(both)
    told = (
        f"{apart} of {len(both)} {'differs' if apart == 1 else 'differ'}",
        f"{alone} answered by one alone" if alone else "",
        f"{single} asked of one alone" if single else "",
    )
    return ", ".join(filter(None, told))
