"""Finding text: all words must occur, whatever their case and accents.

Where nothing has all the words, what is nearest to them is found instead, so that a slip of the
fingers does not hide what is there.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from difflib import SequenceMatcher

SHORT = 3
"""Words of at most so many letters are too short to be told from their neighbours."""
LONG = 40
"""A longer word is not compared with others."""
MOST_WORDS = 8
"""So many words of a query are compared with others."""
NEAR = 0.8
"""Two words are near each other from this likeness on (0 to 1)."""
FROM_WHICH_UNFINISHED = 5
"""So many letters are compared with the beginning of a longer word, as it may be unfinished."""
IN_NAME = 0.5
"""What it counts for that a near word is in the name."""
MOST_NEAREST = 8
"""More things that are only near would be noise."""
_WORDS = re.compile(r"\w+")


def folded(text: str) -> str:
    """A text as it is searched: without case and without accents."""
    if text.isascii():
        return text.lower()
    plain = unicodedata.normalize("NFKD", unicodedata.normalize("NFKD", text).casefold())
    return "".join(each for each in plain if not unicodedata.combining(each))


def words_of(query: str) -> tuple[str, ...]:
    """The words that a query asks for."""
    return tuple(folded(query).split())


def matches(words: tuple[str, ...], folded_text: str) -> bool:
    """Whether every word occurs, as any part of a word, in a folded text."""
    return all(word in folded_text for word in words)


@dataclass(frozen=True, slots=True)
class Sought:
    """What one thing is found by, folded once for every search that follows."""

    name: str
    everything: str
    """The name, the name without its spaces, its initials, and all that is said about it."""
    in_name: frozenset[str]
    words: frozenset[str]
    """Those in the name included."""


def sought(name: str, about: Iterable[str] = ()) -> Sought:
    """What a thing of this name is found by, with whatever else is said about it."""
    plain = folded(name)
    parts = _WORDS.findall(plain)
    said = " ".join(folded(each) for each in about)
    initials = "".join(part[0] for part in parts)
    everything = "\n".join((plain, "".join(parts), initials if len(parts) > 1 else "", said))
    return Sought(plain, everything, frozenset(parts), frozenset((*parts, *_WORDS.findall(said))))


@dataclass(frozen=True, slots=True)
class Found:
    """What a query finds, the likeliest first."""

    tiers: tuple[tuple[str, ...], ...] = ()
    """Keys; those of one tier are equally likely."""
    nearest: bool = False
    """Whether nothing has the words themselves, and these are only near them."""

    @property
    def keys(self) -> tuple[str, ...]:
        """All of them."""
        return tuple(key for tier in self.tiers for key in tier)


class SearchIndex:
    """Things that are searched again and again, with every key that is typed."""

    def __init__(self, things: Mapping[str, Sought]) -> None:
        self._things = things
        self._keys_of: dict[str, list[str]] = {}
        for key, thing in things.items():
            for word in thing.words:
                if SHORT < len(word) <= LONG:
                    self._keys_of.setdefault(word, []).append(key)
        self._near: dict[str, dict[str, float]] = {}

    def find(self, words: tuple[str, ...]) -> Found:
        """What has all the words, those that have them in the name first; else what is nearest."""
        having = [key for key, each in self._things.items() if matches(words, each.everything)]
        if having or not words:
            ranked = [(_rank(self._things[key], words), key) for key in having]
            tiers = (tuple(key for rank, key in ranked if rank == each) for each in _RANKS)
            return Found(tuple(tier for tier in tiers if tier))
        return Found(tuple((key,) for key in self._nearest(words)), nearest=True)

    def _nearest(self, words: tuple[str, ...]) -> tuple[str, ...]:
        telling = [word for word in words if len(word) > SHORT]
        if not telling or len(telling) > MOST_WORDS or max(map(len, telling)) > LONG:
            return ()
        scores = [self._scores(word) for word in telling]
        near = set.intersection(*(set(each) for each in scores))
        best = sorted(near, key=lambda key: (-sum(each[key] for each in scores), key))
        return tuple(best[:MOST_NEAREST])

    def _scores(self, word: str) -> dict[str, float]:
        """How near each thing comes to a word, if it does at all."""
        if word not in self._near:
            if len(self._near) > 200:
                self._near.clear()
            self._near[word] = self._compared(word)
        return self._near[word]

    def _compared(self, word: str) -> dict[str, float]:
        scores: dict[str, float] = {}
        compare = _Comparison(word)
        for other, keys in self._keys_of.items():
            likeness = compare.likeness(other)
            for key in keys if likeness else ():
                worth = likeness + IN_NAME * (other in self._things[key].in_name)
                scores[key] = max(scores.get(key, 0), worth)
        return scores


_RANKS = (0, 1, 2)


def _rank(thing: Sought, words: tuple[str, ...]) -> int:
    """Where the words stand: at the start of the name, in the name, elsewhere."""
    if words and thing.name.startswith(" ".join(words)):
        return 0
    return 1 if matches(words, thing.name) else 2


class _Comparison:
    """One word, compared with many."""

    def __init__(self, word: str) -> None:
        self._word = word
        self._matcher = SequenceMatcher(autojunk=False)
        self._matcher.set_seq2(word)

    def likeness(self, other: str) -> float:
        """How like the other word it is, or the beginning of that; 0 where they are not near."""
        word = self._word
        if word in other:
            return 1
        found = self._alike(other)
        if not found and len(other) > len(word) >= FROM_WHICH_UNFINISHED:
            return self._alike(other[: len(word)])
        return found

    def _alike(self, other: str) -> float:
        if one_slip(self._word, other):
            return 0.95
        shorter, longer = sorted((len(self._word), len(other)))
        if 2 * shorter < NEAR * (shorter + longer):
            return 0
        self._matcher.set_seq1(other)
        if self._matcher.quick_ratio() < NEAR:
            return 0
        ratio = self._matcher.ratio()
        return ratio if ratio >= NEAR else 0


def one_slip(one: str, other: str) -> bool:
    """Whether one letter too many, too few or wrong, or two swapped ones, are all the difference.

    Difflib sees some of these as two differences, and then finds short words too unlike.
    """
    if abs(len(one) - len(other)) > 1:
        return False
    start = 0
    while start < min(len(one), len(other)) and one[start] == other[start]:
        start += 1
    end = 0
    most = min(len(one), len(other)) - start
    while end < most and one[-1 - end] == other[-1 - end]:
        end += 1
    left, right = one[start : len(one) - end], other[start : len(other) - end]
    return max(len(left), len(right)) <= 1 or (len(left) == 2 and left == right[::-1])
