"""The big clock, read from a screen."""

from __future__ import annotations

import re
from collections.abc import Sequence

from facilitui.widgets.digits import GAP, ROWS, big

_GLYPHS = {figure: tuple(row.ljust(1) for row in big(figure)) for figure in "0123456789:+"}


def shown_clock(screen: str) -> str:
    """The figures of the big clock, such as 4:12 or +0:30; empty where there is none."""
    lines = screen.split("\n")
    width = max(map(len, lines))
    lines = [line.ljust(width) for line in lines]
    for top in range(len(lines) - ROWS + 1):
        rows = lines[top : top + ROWS]
        if "█" not in rows[1]:
            continue
        for left in range(width):
            figures = _figures(rows, left) if any(row[left] in "▄▀█" for row in rows) else ""
            if re.fullmatch(r"\+?\d+:\d\d", figures):
                return figures
    return ""


def shown_seconds(screen: str) -> int | None:
    """What the big clock of a step says is left, in seconds; below zero once it is over."""
    figures = shown_clock(screen)
    if not figures:
        return None
    minutes, _, seconds = figures.lstrip("+").partition(":")
    whole = int(minutes) * 60 + int(seconds)
    return -whole if figures.startswith("+") else whole


def _figures(rows: Sequence[str], left: int) -> str:
    """The figures that begin at a column."""
    figures = ""
    while True:
        for figure, glyph in _GLYPHS.items():
            if all(row[left:].startswith(part) for row, part in zip(rows, glyph, strict=True)):
                figures, left = figures + figure, left + len(glyph[0]) + len(GAP)
                break
        else:
            return figures
