"""A fact that was saved, as a row: its name and its value."""

from __future__ import annotations

from facilitui import text as t


def fact_rows(name: str, value: str, width: int) -> t.Lines:
    """In a line; below one another where both have no room in it."""
    if len(name) + len(value) + 2 <= width:
        return [t.spread(t.soft(name), t.ink(value), width)]
    return [*t.wrapped(name, width, t.SOFT), *t.wrapped(value, width)]
