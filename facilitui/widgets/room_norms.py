"""What the room agreed, at the foot of its page: whole norms, and how many more there are."""

from __future__ import annotations

from itertools import zip_longest

from facilitui import text as t

HEADING = "Our norms"
LABEL = 12
"""The column behind the heading, where norms stand beside it."""
DOT = 2
"""The column behind a norm's dot."""
MOST_HIGH = 7
"""Lines that norms under their heading have at most."""
TWO_FROM = 114
"""From this width on two norms stand side by side, if all of them are short enough."""


def norms_beside(norms: tuple[str, ...], width: int, most: int) -> t.Lines:
    """Beside their heading in at most so many lines, of which there are two or more."""
    lines, more = _whole(norms, width - LABEL, most)
    left = [t.heading(HEADING), *([t.soft(f"and {more} more")] if more else [])]
    both = zip_longest(left, lines, fillvalue=t.BLANK)
    return [t.fitted(t.join(t.padded(one, LABEL), other), width) for one, other in both]


def norms_under(norms: tuple[str, ...], width: int) -> t.Lines:
    """Under their heading, side by side where all of them are short."""
    longest = max(t.ink(norm).cell_length for norm in norms)
    columns = 2 if width >= TWO_FROM and longest + 2 * DOT <= width // 2 else 1
    each, most = width // columns, MOST_HIGH * columns
    lines, more = _whole(norms, each, most)
    if more:
        lines, more = _whole(norms, each, most - 1)
        lines.append(t.soft(f"· and {more} more"))
    high = -(-len(lines) // columns)
    rows = [t.join(*(t.padded(line, each) for line in lines[at::high])) for at in range(high)]
    return [t.heading(HEADING), *rows]


def _whole(norms: tuple[str, ...], width: int, most: int) -> tuple[t.Lines, int]:
    """Those that have room in so many lines, and how many have none; the first is always there."""
    lines: t.Lines = []
    for at, norm in enumerate(norms):
        told = t.labelled(t.soft("· "), t.wrapped(norm, width - DOT), DOT)
        if at and len(lines) + len(told) > most:
            return t.clipped(lines, most, width), len(norms) - at
        lines += told
    return t.clipped(lines, most, width), 0
