"""Finding text: all words must occur, whatever their case and accents.

Among things that are searched again and again a word counts where a word begins with it. Where
nothing has all the words so, they may also stand within others; and where nothing has them at all,
what is nearest to them is found, so that a slip of the fingers does not hide what is there.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable, Mapping, Sequence
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
SMALL = re.compile(
    "a|an|and|at|by|for|from|how|i|in|is|it|my|of|on|or|our|the|to|we|what|with", re.ASCII
)
"""Words that tell nothing where others do."""
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
    purpose: str
    """What it is for, the name included."""
    everything: str
    """That, the name without its spaces, its initials, and all that is said about it."""
    in_name: frozenset[str]
    words: frozenset[str]
    """Those in the name included."""


def sought(name: str, about: Iterable[str] = (), purpose: Iterable[str] = ()) -> Sought:
    """What a thing of this name is found by, with its purpose and whatever else is said of it."""
    plain = folded(name)
    parts = _WORDS.findall(plain)
    what_for = " ".join((plain, *map(folded, purpose)))
    said = " ".join(map(folded, about))
    initials = "".join(part[0] for part in parts)
    everything = "\n".join((what_for, "".join(parts), initials if len(parts) > 1 else "", said))
    words = frozenset(_WORDS.findall(f"{what_for} {said}"))
    return Sought(plain, what_for, everything, frozenset(parts), words)


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
        self._last: tuple[tuple[str, ...], tuple[str, ...]] = (), tuple(things)
        """The words that were looked for last, and what has them in any place."""

    def find(self, words: tuple[str, ...]) -> Found:
        """What has all the words, those that have them in the name first; else what is nearest."""
        telling = tuple(word for word in words if not SMALL.fullmatch(word)) or words
        within = self._within(telling)
        begins = [_beginning(word) for word in telling]
        having = [key for key in within if _begun(begins, self._things[key].everything)]
        if not having and min(map(len, telling)) > SHORT:
            having = list(within)
        if having:
            ranked = [(_rank(self._things[key], words, begins), key) for key in having]
            tiers = (tuple(key for rank, key in ranked if rank == each) for each in _RANKS)
            return Found(tuple(tier for tier in tiers if tier))
        return Found(tuple((key,) for key in self._nearest(words)), nearest=True)

    def _within(self, words: tuple[str, ...]) -> tuple[str, ...]:
        """What has all the words in any place: of more letters, some of what fewer had."""
        before, had = self._last
        longer = all(any(old in word for word in words) for old in before)
        among = had if longer else tuple(self._things)
        found = tuple(key for key in among if matches(words, self._things[key].everything))
        self._last = words, found
        return found

    def _nearest(self, words: tuple[str, ...]) -> tuple[str, ...]:
        telling = [word for word in words if len(word) > SHORT]
        if not telling or len(telling) > MOST_WORDS or max(map(len, telling)) > LONG:
            return ()
        scores = [self._scores(word) for word in telling]
        short = [
            _beginning(word) for word in words if len(word) <= SHORT and not SMALL.fullmatch(word)
        ]
        near = set.intersection(*(set(each) for each in scores))
        near = {key for key in near if _begun(short, self._things[key].everything)}
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


_RANKS = range(5)


def _rank(thing: Sought, words: tuple[str, ...], begins: Sequence[re.Pattern[str]]) -> int:
    """Where the words stand: at the start of the name, in the name, in the purpose, elsewhere.

    Elsewhere those come first that have them one after the other.
    """
    together = " ".join(words)
    if thing.name.startswith(together):
        return 0
    if _begun(begins, thing.name):
        return 1
    return 2 if _begun(begins, thing.purpose) else 3 if together in thing.everything else 4


def _beginning(word: str) -> re.Pattern[str]:
    """Finds where a word begins so; letters of scripts that have no spaces begin one anywhere."""
    return re.compile(rf"(?<![a-z0-9]){re.escape(word)}")


def _begun(begins: Sequence[re.Pattern[str]], folded_text: str) -> bool:
    return all(each.search(folded_text) for each in begins)


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
        if one_slip(self._word, other) and not _another_word(self._word, other):
            return 0.95
        shorter, longer = sorted((len(self._word), len(other)))
        if 2 * shorter < NEAR * (shorter + longer):
            return 0
        self._matcher.set_seq1(other)
        if self._matcher.quick_ratio() < NEAR:
            return 0
        ratio = self._matcher.ratio()
        return ratio if ratio >= NEAR else 0


def _another_word(one: str, other: str) -> bool:
    """Whether two short words of one length differ by a letter, as "game" and "name" do."""
    return len(one) == len(other) <= SHORT + 1 and sorted(one) != sorted(other)


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
