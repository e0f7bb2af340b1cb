"""Words and names in a row, of which some may have a comma or an "and" of their own."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence

_DIVIDING = re.compile(r"[,;]|\band\b")


def names_told(names: Sequence[str], last: str = ", ") -> str:
    """What areas are called in a row: names that divide themselves stand apart.

    `last` stands before the last of them where none has.
    """
    if any(_DIVIDING.search(each) for each in names):
        return "; ".join(names)
    *before, end = names or ("",)
    return f"{', '.join(before)}{last}{end}" if before else end


def joined(words: Iterable[str], last: str) -> str:
    """Words in a row: a, b and c, where `last` is "and"."""
    *before, end = [*words] or [""]
    return f"{', '.join(before)} {last} {end}" if before else end
