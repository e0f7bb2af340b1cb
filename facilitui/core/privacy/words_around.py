"""The words around each place in a text, by which somebody tells what a place is about."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from facilitui.core.reports.report_words import Span

AROUND = 24
"""So many letters before a place, and twice as many from it on."""
LINE_ENDS = " / "
"""Stands where a line of the text ends, or two lines would read as a sentence that nobody wrote."""
_DIVIDES, _ENDS = " \t\n,;:/", ".!?"
_NEAR = re.compile(rf"[^.!?\n]{{0,{AROUND}}}")
"""What stands between two places that are read as one."""
_SPACE = re.compile(r"\s+")


def words_around(text: str, places: Sequence[Span]) -> Iterator[str]:
    """Of places in order and without overlaps each with what stands around it, on one line.

    Those that are near each other stand in one, so that nothing of it is read twice. Whole words
    alone; no words of the place before or of the one behind, which have their own.
    """
    together = _together(text, places)
    ends = [0, *(end for _, end in together)]
    begins = [*(begin for begin, _ in together[1:]), len(text)]
    for before, (begin, end), after in zip(ends, together, begins, strict=False):
        tail = _tail(text, end, min(after, max(end, begin + 2 * AROUND)))
        yield _in_a_line(f"{_head(text, before, begin)}{text[begin:end]}{tail}")


def _together(text: str, places: Sequence[Span]) -> list[tuple[int, int]]:
    """Where each begins and ends, those that are near each other as one."""
    found: list[tuple[int, int]] = []
    for each in places:
        if found and _NEAR.fullmatch(text, found[-1][1], each.start):
            found[-1] = (found[-1][0], each.end)
        else:
            found.append((each.start, each.end))
    return found


def _head(text: str, before: int, end: int) -> str:
    """What stands before a place, from the first whole word on; `before` the one before ends."""
    begin = max(before, end - AROUND)
    if begin == 0:
        return text[:end]
    space = _SPACE.search(text, begin - 1, end) if begin > before else None
    return f"…{text[space.end() if space else begin : end].lstrip(_DIVIDES + _ENDS)}"


def _tail(text: str, begin: int, end: int) -> str:
    """What stands behind a place, up to the last whole word."""
    if end == len(text):
        return text[begin:]
    spaces = [*_SPACE.finditer(text, begin, end + 1)]
    tail = text[begin : spaces[-1].start() if spaces else end].rstrip(_DIVIDES)
    return f"{tail} …" if tail.endswith(tuple(_ENDS)) else f"{tail}…"


def _in_a_line(words: str) -> str:
    lines = (" ".join(each.split()) for each in words.splitlines())
    return LINE_ENDS.join(filter(None, lines))
