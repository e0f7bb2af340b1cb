"""What a misspelt word may have been meant to be."""

from __future__ import annotations

from collections.abc import Iterable
from difflib import get_close_matches

from facilitui.core.safe_text import SHOWN_CHARACTERS, quoted


def suggestion(word: str, known: Iterable[str]) -> str:
    """The nearest of the known words as the end of a sentence, or nothing."""
    near = nearest(word, known)
    return f"; did you mean {quoted(near)}?" if near else ""


def nearest(word: str, known: Iterable[str]) -> str:
    """The known word that a word is nearest to; empty where it is near none."""
    return next(iter(get_close_matches(word[:SHOWN_CHARACTERS], list(known), n=1)), "")
