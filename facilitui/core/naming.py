"""Names for files and folders, made from what people call things."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable
from datetime import datetime

LONGEST = 48

UNTITLED = "Untitled session"
"""What a session is called while it has no title."""

NEW_BLOCK = "New block"
"""What a block is called while it has no title."""

STAND_INS = frozenset({UNTITLED, NEW_BLOCK})
"""Titles that nobody chose."""


def slug(text: str, fallback: str = "untitled") -> str:
    """A file name's worth of a text: small ASCII letters, digits and dashes; never a path."""
    plain = unicodedata.normalize("NFKD", text).encode("ascii", "ignore").decode("ascii")
    words = re.sub(r"[^a-z0-9]+", "-", plain.lower()).strip("-")
    return words[:LONGEST].strip("-") or fallback


def session_name(title: str, at: datetime) -> str:
    """What a session's folder is called, before something makes it the only one."""
    return f"{at:%Y-%m-%d-%H%M}-{slug(title)[:30].strip('-')}"


def wide_slug(text: str) -> str:
    """The same with the letters and digits of any script."""
    spoken = unicodedata.normalize("NFKC", text).lower()
    kept = "".join(c if unicodedata.category(c)[0] in "LNM" else " " for c in spoken)
    return "-".join(kept.split())[:LONGEST].strip("-") or "untitled"


def numbered(stem: str, taken: Iterable[str], mark: str = "-") -> str:
    """The name itself or, where it is taken in any spelling, the first free one with a number."""
    used = {name.casefold() for name in taken}
    name, number = stem, 1
    while name.casefold() in used:
        number += 1
        ending = f"{mark}{number}"
        name = stem[: LONGEST - len(ending)].rstrip(mark) + ending
    return name
