"""The lines of a list as it was typed."""

from __future__ import annotations

from collections.abc import Collection

FIRST_GONE = "\f"
"""Stands before a list of which the first entry was left out; a line that says nothing."""


def without_lines(text: str, numbers: Collection[int]) -> str:
    """A list without some of its entries, counted from 1 as they are read.

    Without the first one no other becomes it: what reads it otherwise sees that it is gone.
    """
    left = (line for at, line in enumerate(entries(text), 1) if at not in numbers)
    mark = FIRST_GONE if 1 in numbers or text.startswith(FIRST_GONE) else ""
    return f"{mark}{chr(10).join(left)}"


def entries(text: str) -> list[str]:
    """The lines of a list, without those that say nothing."""
    return [line.strip() for line in text.splitlines() if line.strip()]
