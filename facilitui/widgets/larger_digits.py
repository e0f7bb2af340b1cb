"""Figures that are read from the back of a room: the clock's, as many times larger as fit."""

from __future__ import annotations

from facilitui.widgets.digits import ROWS, big, big_width

_HALVES = {" ": (False, False), "▀": (True, False), "▄": (False, True), "█": (True, True)}
_BLOCKS = {halves: block for block, halves in _HALVES.items()}
LARGEST = 4


def largest(figures: str, width: int, height: int) -> list[str]:
    """The figures as large as the room allows; as they are written where there is no room."""
    for times in range(LARGEST, 0, -1):
        if big_width(figures) * times <= width and ROWS * times <= height:
            return enlarged(big(figures), times)
    return [figures]


def enlarged(rows: list[str], times: int) -> list[str]:
    """Rows of half blocks, each half so many times as wide and as high."""
    dots = [[_HALVES[each][half] for each in row] for row in rows for half in (0, 1)]
    wide = [[dot for dot in line for _ in range(times)] for line in dots for _ in range(times)]
    return [
        "".join(_BLOCKS[halves] for halves in zip(upper, lower, strict=True))
        for upper, lower in zip(wide[::2], wide[1::2], strict=True)
    ]
