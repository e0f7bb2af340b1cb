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
from functools import lru_cache

from facilitui.core.likeness import LONG, SHORT, Comparison

MOST_WORDS = 8
"""So many words of a query are compared with others."""
IN_NAME = 0.5
"""What it counts for that a near word is in the name."""
MOST_NEAREST = 8
"""More things that are only near would be noise."""
SMALL = re.compile(
    "a|an|and|at|by|for|from|how|i|in|is|it|my|of|on|or|our|the|to|we|what|with", re.ASCII
)
"""Words that tell nothing where others do."""
WORDS = re.compile(r"\w+")
"""The words in a folded text."""
_OTHERS = re.compile("[^\x00-\x7f]")
"""Letters that have more to them than their case."""
_FEW = 16
"""So many different ones are each folded once and put in place, which is far quicker."""
_SAMPLE = 200
"""Characters that show whether a text is in a script of which all letters are others."""
_CURLY = "\u2018\u2019\u201b\u02bc"
"""Apostrophes as word processors make them of the one on a keyboard."""
_MAY_COMBINE = re.compile("[^\x00-\u02ff]+")
"""Where accents that stand apart from their letters can be: none has a lower code."""
_PLAIN: dict[int, str | int | None] = {
    **str.maketrans(f"đðħıłøŧŋ{_CURLY}", "ddhilotn''''"),
    **{ord(one): told for one, told in {"æ": "ae", "œ": "oe", "þ": "th", "\u00ad": ""}.items()},
}
"""Letters of which the stroke, the dot or the joining is no accent, as a keyboard without them has
them; and a hyphen that only shows where a word may be divided."""
_UNSEEN = "Cf"
"""The sort of signs that only say how others are shown: blanks of no width, marks of direction."""
_VARIANTS = range(0xFE00, 0xFE10)
"""Signs that choose how the one before them is drawn."""


def folded(text: str) -> str:
    """A text as it is searched: without case and without accents, all apostrophes straight.

    Letters with a stroke count as those without one, as "d" for the letter of "Đà", and so do both
    i of Turkish; ß is "ss", æ "ae". What cannot be seen, such as a soft hyphen, is left away. Each
    letter is folded by itself, so one language's own ways of writing without accents are not
    known: "ue" is not "ü", "aa" not "å", and no other script is told in Latin letters.
    """
    if text.isascii():
        return text.lower()
    if len(set(_OTHERS.findall(text[:_SAMPLE]))) > _FEW:
        return _folded_anew(text)
    lower = text.lower()
    others = set(_OTHERS.findall(lower))
    if len(others) > _FEW:
        return _folded_anew(text)
    for other in others:
        lower = lower.replace(other, _folded_one(other))
    return lower


def _folded_anew(text: str) -> str:
    plain = unicodedata.normalize("NFKD", unicodedata.normalize("NFKD", text).casefold())
    return _MAY_COMBINE.sub(_without_accents, plain).translate(_PLAIN)


_folded_one = lru_cache(4096)(_folded_anew)


def _without_accents(run: re.Match[str]) -> str:
    return "".join([each for each in run[0] if not _is_accent(each)])


def _is_accent(sign: str) -> bool:
    """Whether a sign stands for nothing by itself."""
    if unicodedata.combining(sign) or ord(sign) in _VARIANTS:
        return True
    return unicodedata.category(sign) == _UNSEEN


def folded_line(text: str) -> str:
    """The same in one line, all that divides words being a single blank."""
    return " ".join(folded(text).split())


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
    parts = WORDS.findall(plain)
    what_for = " ".join((plain, *map(folded, purpose)))
    said = " ".join(map(folded, about))
    initials = "".join(part[0] for part in parts)
    everything = "\n".join((what_for, "".join(parts), initials if len(parts) > 1 else "", said))
    words = frozenset(WORDS.findall(f"{what_for} {said}"))
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
        if not having and all(len(word) > SHORT for word in telling):
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
        compare = Comparison(word)
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
