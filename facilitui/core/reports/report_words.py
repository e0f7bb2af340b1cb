"""The words of a text, each where it stands: what private lines and names are looked for by.

Letters and digits make words, and everything else divides them, an underscore in a file's name
too. Case, accents and what cannot be seen do not count. Where a script has no spaces, each of its
signs is a word.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Callable, Iterable
from typing import NamedTuple

Hide = Callable[[str], str]
"""Gives a text with stand-ins for what its reader should not have."""
UNSPACED = "\u0e00-\u0eff\u1000-\u109f\u1780-\u17ff\u3040-\u30ff\u3400-\u9fff\uf900-\ufaff"
"""Signs of scripts without spaces, as a range of a pattern."""
_WORD = re.compile(rf"[{UNSPACED}]ˑ*|[^\W\d_{UNSPACED}]+|\d+")
_ACCENT = re.compile("[\u0300-\u036f]")
_APOSTROPHES = frozenset("ʹʻʼʽ՚＇")
"""What stands for an apostrophe and counts as a letter, as in "OʼBrien"."""
_PLAIN = str.maketrans(
    {"ł": "l", "ø": "o", "ı": "i", "đ": "d", "ð": "d", "þ": "th", "æ": "ae", "œ": "oe", "ħ": "h"}
)
"""Letters that are no others with an accent, each as whoever has no such key types it."""
_MARK = "ˑ"
"""Stands for what belongs to the letter before it; a letter that no language writes by itself."""


class Spoken(NamedTuple):
    """One word of a text."""

    start: int
    end: int
    text: str
    key: str
    """By which it is known, however it is written."""


class Span(NamedTuple):
    """A stretch of a text, and what is put in its place."""

    start: int
    end: int
    stand_in: str
    who: frozenset[int] = frozenset()
    """Whose name it is, of all whose it may be; empty where it is none."""


def is_sign(key: str) -> bool:
    """Whether a word is one sign of a script without spaces."""
    return re.match(f"[{UNSPACED}]", key) is not None


def words_of(text: str) -> list[Spoken]:
    """The words of a text, in their order."""
    shadow = text if text.isascii() else "".join(map(_shadow, text))
    spoken = (
        Spoken(found.start(), found.end(), text[found.start() : found.end()], _key(found, text))
        for found in _WORD.finditer(shadow)
    )
    return [each for each in spoken if each.key]


def keys_of(text: str) -> tuple[str, ...]:
    """The words of a text as they are compared."""
    return tuple(each.key for each in words_of(text))


def replaced(text: str, spans: Iterable[Span]) -> str:
    """The text with a stand-in for each stretch; those that touch or overlap become one."""
    parts: list[str] = []
    done = 0
    for span in merged(text, spans):
        parts += [text[done : span.start], span.stand_in]
        done = span.end
    return "".join((*parts, text[done:]))


def merged(text: str, spans: Iterable[Span]) -> list[Span]:
    """Stretches in their order, those of one kind with nothing said between them as one.

    Names only where they may be the same person's: "Ana-Cem" is two people.
    """
    found: list[Span] = []
    for span in sorted(spans, key=lambda span: (span.start, -span.end)):
        last = found[-1] if found else None
        if last is not None and span.start < last.end:
            found[-1] = last._replace(end=max(last.end, span.end))
        elif last is not None and _continues(text, last, span):
            found[-1] = last._replace(end=span.end, who=last.who & span.who)
        else:
            found.append(span)
    return found


def _continues(text: str, last: Span, span: Span) -> bool:
    same = last.stand_in == span.stand_in and (last.who == span.who or last.who & span.who)
    return bool(same) and not text[last.end : span.start].strip(" _-")


def _shadow(character: str) -> str:
    """The character, or what stands for a mark or for something that cannot be seen."""
    if character.isascii():
        return character
    if character in _APOSTROPHES:
        return "'"
    return _MARK if unicodedata.category(character) in {"Mn", "Mc", "Me", "Cf"} else character


def _key(found: re.Match[str], text: str) -> str:
    word = text[found.start() : found.end()]
    if word.isascii():
        return word.lower()
    seen = "".join(each for each in word if unicodedata.category(each) != "Cf")
    plain = _ACCENT.sub("", unicodedata.normalize("NFKD", seen).casefold())
    return unicodedata.normalize("NFKC", plain).translate(_PLAIN)
