"""What cannot be read, with what to do about it: on Home and below lists."""

from __future__ import annotations

from facilitui import text as t

MOST = 5
"""Lines of one: a hostile name of a file takes no more of the screen."""


def problem(told: str, width: int) -> t.Lines:
    """One behind its mark, whole where it has room."""
    lines = t.clipped(t.wrapped(told, width - 2), MOST, width - 2)
    return t.labelled(t.accent("! "), lines, 2)
