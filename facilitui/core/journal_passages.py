"""What a list shows of a found entry: the part of it in which the words stand."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from facilitui.core.search import folded

LONG = 1000
"""Of a text of more characters only what stands around the words is handed on."""
CAPTURED = "in a line captured in the run"
"""Where words were found that stand in no part of an entry itself."""


@dataclass(frozen=True, slots=True)
class Passage:
    """A part of an entry, or of what it is found by."""

    text: str
    where: str = ""
    """That it is no part of the entry; empty for its own."""

    @property
    def short(self) -> str:
        """The same in a word."""
        return "captured" if self.where == CAPTURED else self.where


Passages = Mapping[str, Passage]
"""By the ids of the entries; none for an entry whose own line says enough."""


def passage(
    line: str, head: str, texts: Iterable[str], lines: Iterable[str], words: tuple[str, ...]
) -> Passage | None:
    """The part that has the most of the folded words; None where that is the entry's own line.

    `head` is shown in any case, so what stands in it need not be found once more; `texts` are what
    the entry says, `lines` what was captured in its run.
    """
    shown = folded(head)
    wanted = tuple(word for word in words if word not in shown)
    most, found = _count(line, wanted), None
    for text in texts:
        if most == len(wanted):
            return found
        if (count := _count(text, wanted)) > most:
            most, found = count, Passage(_around(text, wanted))
    if most:
        return found
    captured = ((each, _count(each, wanted)) for each in lines)
    text, count = max(captured, key=lambda each: each[1], default=("", 0))
    return Passage(_around(text, wanted), CAPTURED) if count else None


def _around(text: str, words: tuple[str, ...]) -> str:
    """A long text from a little before the first of the words that it has."""
    if len(text) <= LONG:
        return text
    plain = folded(text)
    at = min(place for word in words if (place := plain.find(word)) >= 0)
    # Folding makes a text longer or shorter by little: so the place is about the same.
    start = max(0, at * len(text) // len(plain) - LONG // 2)
    return text[start : start + 2 * LONG]


def _count(text: str, words: tuple[str, ...]) -> int:
    plain = folded(text)
    return sum(word in plain for word in words)
