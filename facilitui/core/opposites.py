"""What is never taken for a slip of the fingers: it may be meant as it was typed.

A correction must not turn the meaning round, and a figure is right or wrong, never nearly right.
"""

from __future__ import annotations

import re
import unicodedata
from difflib import SequenceMatcher

_DIGIT = re.compile(r"\d")
_BEGINNINGS = range(2, 5)
"""How many letters a beginning has that changes what a word means: un, in, des, anti."""
_SHORTEST = 3
"""A word without its beginning has at least so many letters."""
_NOT = ("n't", "nt")
_HALF_NOT = re.compile(r"u|i(?=[lmnr])")
"""What one slip leaves of un, il, im, in and ir: "imoral" is not "moral"."""
_AROUND = frozenset({"Ps", "Pi"})
_QUOTES = "'\"¿¡_"


def correctable(word: str) -> bool:
    """Whether a folded word can be a slip, or what was meant by one: figures are neither."""
    return _DIGIT.search(word) is None


def signed(typed: str) -> bool:
    """Whether a word begins with a sign that says something, as in "-maria"; brackets do not."""
    first = typed[:1]
    return not (first.isalnum() or first in _QUOTES or unicodedata.category(first) in _AROUND)


def turns_round(one: str, other: str) -> bool:
    """Whether two like words say the opposite: "unsafe" and "safe", "shouldn't" and "should".

    Any beginning of some letters counts that one has and the other has not, so that it does not
    matter how that itself is spelt.
    """
    longer, shorter = (one, other) if len(one) > len(other) else (other, one)
    half = _HALF_NOT.match(longer)
    if half is not None and longer[half.end() :] == shorter:
        return True
    alike = _alike(one, other)
    return _begins_otherwise(one, other, alike) or _begins_otherwise(other, one, alike)


def _begins_otherwise(one: str, other: str, alike: float) -> bool:
    """Whether one is more like the other without its beginning, or the "not" at its end."""
    if any(one.endswith(each) and not other.endswith(each) for each in _NOT):
        bare = one.removesuffix("nt").removesuffix("n't")
        if _alike(bare, other) > alike:
            return True
    return any(
        len(one) - count >= _SHORTEST
        and one[:count] != other[:count]
        and _alike(one[count:], other) > alike
        for count in _BEGINNINGS
    )


def _alike(one: str, other: str) -> float:
    return SequenceMatcher(None, one, other, autojunk=False).ratio()
