"""Where folded words stand in a text as it was written."""

from __future__ import annotations

import re

from facilitui.core.search import folded

_GAP = re.compile(r"\s\s|[^\S ]")
"""What is one blank in a line, and was more or another one in the text."""
Places = list[tuple[int, int]]
"""Where each begins, and behind its end; in order."""


def found_in(text: str, words: tuple[str, ...]) -> Places:
    """Every place at which one of the folded words or phrases stands."""
    if not words:
        return []
    plain, places = _folded_with_places(text)
    found: Places = []
    for word in words:
        at = plain.find(word)
        while at >= 0:
            found.append((places[at], places[at + len(word) - 1] + 1))
            at = plain.find(word, at + len(word))
    return sorted(found)


def first_places(text: str, words: tuple[str, ...]) -> Places:
    """Where each of the words stands first, none within another."""
    firsts: dict[str, tuple[int, int]] = {}
    for start, end in found_in(text, words):
        firsts.setdefault(folded(text[start:end]), (start, end))
    apart: Places = []
    for start, end in sorted(firsts.values()):
        if not apart or start >= apart[-1][1]:
            apart.append((start, end))
    return apart


def _folded_with_places(text: str) -> tuple[str, range | list[int]]:
    """A text folded into one line, and for each of its characters which one of the text it was."""
    if text.isascii() and not _GAP.search(text):
        return text.lower(), range(len(text))
    each_folded = {each: " " if each.isspace() else folded(each) for each in set(text)}
    signs, places, last = [], [], ""
    for place, each in enumerate(text):
        piece = each_folded[each]
        if piece and not piece == last == " ":
            signs.append(piece)
            places += [place] * len(piece)
            last = piece
    return "".join(signs), places
