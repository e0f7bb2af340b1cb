"""Finding text: all words must occur, whatever their case and accents."""

from __future__ import annotations

import unicodedata


def folded(text: str) -> str:
    """A text as it is searched: without case and without accents."""
    plain = unicodedata.normalize("NFKD", unicodedata.normalize("NFKD", text).casefold())
    return "".join(each for each in plain if not unicodedata.combining(each))


def words_of(query: str) -> tuple[str, ...]:
    """The words that a query asks for."""
    return tuple(folded(query).split())


def matches(words: tuple[str, ...], folded_text: str) -> bool:
    """Whether every word occurs, as any part of a word, in a folded text."""
    return all(word in folded_text for word in words)
