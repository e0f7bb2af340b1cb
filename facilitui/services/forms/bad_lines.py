"""Why lines of a list cannot be understood."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

MOST_LINES_NAMED = 4
"""More bad lines than this are counted."""


class BadLines(ValueError):
    """Lines of a list that cannot be understood: all are named, of the first it is told why."""

    def __init__(self, why: Mapping[int, str]) -> None:
        first, *others = sorted(why)
        which = f"line {first}{_also(others)}: " if len(why) > 1 or first > 1 else ""
        super().__init__(f"{which}{why[first]}")
        self.why = dict(sorted(why.items()))
        """All of them, counted from 1 as `entries` gives them, each with its own reason."""

    @property
    def lines(self) -> frozenset[int]:
        """All of them, counted so."""
        return frozenset(self.why)


def _also(others: Sequence[int]) -> str:
    """The other lines, the first few by their numbers."""
    named = ", ".join(map(str, others[:MOST_LINES_NAMED]))
    more = len(others) - MOST_LINES_NAMED
    left = f" and {more} more" if more > 0 else ""
    return f" (also {named}{left})" if others else ""
