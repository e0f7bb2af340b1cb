"""What a row has room for of a long text: the places in which the words were found."""

from __future__ import annotations

from facilitui import text as t
from facilitui.core.search import folded
from facilitui.widgets.search_line import found_in

LOOKED_THROUGH = 4000
"""So many characters of a text are looked through for a row."""
SHOWN = 300
"""No row is longer."""
BEFORE = 14
"""So many characters are left before the first found word."""
BETWEEN = 30
"""Of more characters between two found words only the first and the last are left."""
BESIDE = 10
"""So many of them, or a few less: whole words."""


def excerpt(text: str, words: tuple[str, ...]) -> str:
    """The beginning of a text in one line, or the parts of it in which words were found."""
    text = " ".join(text[:LOOKED_THROUGH].split())
    places = _first_places(text[:SHOWN], words)
    if len(places) < len(words):
        places = _first_places(text, words)
    if not places:
        return text[:SHOWN]
    start = places[0][0]
    begin = 0 if start <= BEFORE * 2 else _word_from(text, start - BEFORE, start)
    pieces, last = [t.ELLIPSIS if begin else ""], begin
    for start, end in places:
        if start - last > BETWEEN and last > begin:
            pieces += [text[last : _word_to(text, last, last + BESIDE)], f" {t.ELLIPSIS}"]
            last = _word_from(text, start - BESIDE, start)
        pieces.append(text[last:end])
        last = end
    return "".join((*pieces, text[last : last + SHOWN]))


def _first_places(text: str, words: tuple[str, ...]) -> list[tuple[int, int]]:
    """Where each word stands first, in the order of the text, none within another."""
    firsts: dict[str, tuple[int, int]] = {}
    for start, end in found_in(text, words):
        firsts.setdefault(folded(text[start:end]), (start, end))
    apart: list[tuple[int, int]] = []
    for start, end in sorted(firsts.values()):
        if not apart or start >= apart[-1][1]:
            apart.append((start, end))
    return apart


def _word_from(text: str, least: int, most: int) -> int:
    """Where a word ends from a place on, with the blank before the next; `most` where none does."""
    at = text.find(" ", least, most)
    return at if at >= 0 else most


def _word_to(text: str, least: int, most: int) -> int:
    """Where the last whole word ends before a place; `least` where there is none."""
    at = text.rfind(" ", least, most)
    return at if at >= 0 else least
