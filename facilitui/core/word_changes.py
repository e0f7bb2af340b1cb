"""What changed within a text, word by word: what stayed, what was added, what was taken out."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from difflib import SequenceMatcher
from enum import Enum
from itertools import pairwise

MOST_WORDS = 1500
"""Texts of more words are compared by sentences, and what has more of these too as a whole."""
MOST_PAIRS = 60_000
"""And likewise texts that say the same so often that each has so many places in the other."""
BRIDGE = 2
"""So few words that stayed between two changes are told with them, or nothing could be read."""
_WORDS = re.compile(r"\s*\w+(?:['’-]\w+)*|\s*[^\w\s]+|\s+$")
_ENDS = re.compile(r"(?<![.!?…:;])[.!?…:;]++(?=\s|$)|\n+")
"""Where a sentence ends: a long run of signs is gone through once."""


class Fate(Enum):
    """What became of a piece of a text."""

    SAME = "same"
    ADDED = "added"
    TAKEN_OUT = "taken out"


@dataclass(frozen=True, slots=True)
class Piece:
    """Words that lie beside each other and share their fate; spaces go with the word behind."""

    text: str
    fate: Fate


def word_changes(before: str, now: str) -> tuple[Piece, ...]:
    """Both texts as one: the one before without what was added, that of now without the rest.

    What was taken out stands before what was added in its place.
    """
    old, new = _units(before), _units(now)
    if _costs_much(old, new):
        old, new = _sentences(before), _sentences(now)
    head = _shared(old, new)
    tail = _shared(old[head:][::-1], new[head:][::-1])
    runs = _runs(old[head : len(old) - tail], new[head : len(new) - tail])
    around = (old[:head], old[:head]), (old[len(old) - tail :], old[len(old) - tail :])
    return tuple(_joined(_bridged([around[0], *runs, around[1]])))


def _shared(old: list[str], new: list[str]) -> int:
    """With how many of the same both begin."""
    both = enumerate(zip(old, new, strict=False))
    return next((at for at, (a, b) in both if a != b), min(len(old), len(new)))


def alike(before: str, now: str) -> bool:
    """Whether a text may have become the other: they share about half of their words at least."""
    old, new = before.split(), now.split()
    shared = len(set(old) & set(new))
    return shared * 2 >= max(len(set(old)), len(set(new)), 1)


def _units(text: str) -> list[str]:
    return _WORDS.findall(text)


def _sentences(text: str) -> list[str]:
    ends = [0, *(each.end() for each in _ENDS.finditer(text)), len(text)]
    return [text[a:b] for a, b in pairwise(ends) if b > a]


_Run = tuple[list[str], list[str]]
"""Units of the text before, and of that of now; the same lists where nothing changed."""


def _costs_much(old: list[str], new: list[str]) -> bool:
    """Whether nobody would wait for a comparison: there is much, or the same again and again."""
    if max(len(old), len(new)) > MOST_WORDS:
        return True
    times = Counter(new)
    return sum(times[unit] for unit in old) > MOST_PAIRS


def _runs(old: list[str], new: list[str]) -> Iterator[_Run]:
    if _costs_much(old, new):  # so much of it changed that nobody compares it
        yield old, new
        return
    for how, a, b, c, d in SequenceMatcher(None, old, new, autojunk=False).get_opcodes():
        yield (old[a:b], old[a:b]) if how == "equal" else (old[a:b], new[c:d])


def _bridged(runs: list[_Run]) -> Iterator[_Run]:
    """Runs, few words that stayed between two changes taken as changed with them."""
    waiting: _Run | None = None
    for place, (old, new) in enumerate(runs):
        last = place == len(runs) - 1
        few = old == new and len(old) <= BRIDGE and waiting is not None and not last
        if old != new or few:
            waiting = (waiting[0] + old, waiting[1] + new) if waiting is not None else (old, new)
        else:
            if waiting is not None:
                yield waiting
            waiting = None
            yield old, new
    if waiting is not None:
        yield waiting


def _joined(runs: Iterable[_Run]) -> Iterator[Piece]:
    for old, new in runs:
        if old == new:
            if old:
                yield Piece("".join(old), Fate.SAME)
            continue
        if old:
            yield Piece("".join(old), Fate.TAKEN_OUT)
        if new:
            yield Piece("".join(new), Fate.ADDED)
