"""Words of forms in small letters, written in one way, so that what reads the same is the same.

A letter with a mark may be one sign or two, and a small "ß" stands for "SS": a word that is looked
up, the table it is looked up in and the pattern it is held against all go through here.
"""

from __future__ import annotations

import re
from unicodedata import normalize

_ESCAPE = re.compile(r"(\\.)")


def small_letters(text: str) -> str:
    """A text without capitals, each letter with its marks as one sign; doing so again is nothing.

    Folding may leave a letter and its mark apart, so they are put together before and behind it.
    """
    if text.isascii():
        return text.lower()
    return normalize("NFC", normalize("NFC", text).casefold())


def small_pattern(source: str) -> re.Pattern[str]:
    """A pattern for texts in small letters; its escapes, as `\\W`, stay what they are."""
    parts = _ESCAPE.split(source)
    return re.compile(
        "".join(part if at % 2 else small_letters(part) for at, part in enumerate(parts))
    )
