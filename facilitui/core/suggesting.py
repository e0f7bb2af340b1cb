"""What a misspelt word may have been meant to be."""

from __future__ import annotations

from collections.abc import Iterable
from difflib import get_close_matches

from facilitui.core.safe_text import SHOWN_CHARACTERS, quoted


def suggestion(word: str, known: Iterable[str]) -> str:
    """The nearest of the known words as the end of a sentence, or nothing."""
    near = get_close_matches(word[:SHOWN_CHARACTERS], list(known), n=1)
    return f"; did you mean {quoted(near[0])}?" if near else ""
