"""How like two words are: what was meant is found in spite of a slip of the fingers."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from difflib import SequenceMatcher

from facilitui.core.opposites import correctable, turns_round

SHORT = 3
"""Words of at most so many letters are too short to be told from most of their neighbours."""
SHORTEST = 2
"""Of one letter nothing can be wrong."""
LONG = 40
"""A longer word is not compared with others."""
NEAR = 0.8
"""Two words are near each other from this likeness on (0 to 1)."""
FROM_WHICH_UNFINISHED = 5
"""So many letters are compared with the beginning of a longer word, as it may be unfinished."""
SLIPPED = 0.95
"""How like each other two words are that one slip divides."""
_KINDS_OF_LETTERS = 63
"""Letters are told apart by so many kinds, to see quickly which words cannot be near."""


class Comparison:
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
            return SLIPPED
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


class NearWords:
    """Words to find the nearest of: those that cannot be near are passed over quickly."""

    def __init__(self) -> None:
        self._of_length: dict[int, list[tuple[int, str]]] = {}
        """The words by how long they are, each with the kinds of letters in it."""

    def add(self, word: str) -> None:
        """One more word, given once only; of no use where it is too short or too long."""
        if SHORTEST <= len(word) <= LONG and correctable(word):
            self._of_length.setdefault(len(word), []).append((_letters(word), word))

    def nearest(self, word: str, worth: Callable[[str], int]) -> str:
        """What is nearest, of several the one of most worth; empty where nothing is near.

        A word that one slip makes of it comes before all others, and of as near ones those that
        begin alike. One of no worth is none, and none is one that turns the meaning round. Of a
        short word it is what swapped letters or one more make of it, where that is one word alone.
        """
        if not SHORTEST <= len(word) <= LONG or not correctable(word):
            return ""
        if len(word) <= SHORT:
            return self._only_one(word, worth)
        compare = Comparison(word)
        for others in (self._slipped(word), self._near(word)):
            alike = ((compare.likeness(other), other) for other in others)
            near = [
                (-likeness, other[0] != word[0], len(other) > len(word) + 1, -worth(other), other)
                for likeness, other in alike
                if likeness and not turns_round(word, other)
            ]
            found = min((each for each in near if each[3]), default=None)
            if found is not None:
                return found[-1]
        return ""

    def _only_one(self, word: str, worth: Callable[[str], int]) -> str:
        near = [
            other
            for other in self._slipped(word, len(word))
            if not _another_word(word, other) and not turns_round(word, other) and worth(other)
        ]
        return near[0] if len(near) == 1 else ""

    def _slipped(self, word: str, shortest: int = SHORT + 1) -> Iterator[str]:
        own = _letters(word)
        for length in range(max(shortest, len(word) - 1), len(word) + 2):
            for letters, other in self._of_length.get(length, ()):
                if (letters ^ own).bit_count() <= 2 and one_slip(word, other):
                    yield other

    def _near(self, word: str) -> Iterator[str]:
        """What may be near: no more kinds of letters differ than a near word may have others.

        Of a longer word only the beginning is compared, so nothing counts that it has besides.
        """
        own, size = _letters(word), len(word)
        lacking = _kinds_among(word, max(1, round((1 - NEAR) * size)))
        for length, words in self._of_length.items():
            if length <= SHORT:
                continue
            apart = max(2, round((1 - NEAR) * (size + length)))
            if length > size >= FROM_WHICH_UNFINISHED:
                yield from [o for kinds, o in words if (own & ~kinds).bit_count() <= lacking]
            elif 2 * min(size, length) >= NEAR * (size + length) or abs(size - length) <= 1:
                yield from [o for kinds, o in words if (own ^ kinds).bit_count() <= apart]


def _kinds_among(word: str, most: int) -> int:
    """How many kinds of letters may be gone when at most so many letters of a word are."""
    often = sorted(map(word.count, set(word)))
    return sum(sum(often[: at + 1]) <= most for at in range(len(often)))


def _letters(word: str) -> int:
    kinds = 0
    for letter in word:
        kinds |= 1 << ord(letter) % _KINDS_OF_LETTERS
    return kinds
