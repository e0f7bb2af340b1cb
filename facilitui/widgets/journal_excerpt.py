"""What a row has room for of a text: the places in which the words were found."""

from __future__ import annotations

from rich.cells import cell_len

from facilitui import text as t
from facilitui.core.found_places import Places, first_places

SHOWN = 2000
"""No row has room for more characters, whatever their width."""
BESIDE = (14, 9, 5, 0)
"""So many characters are left beside a found word, whole words only: the most that have room."""


def excerpt(text: str, words: tuple[str, ...], width: int) -> str:
    """The beginning of a text in a line, or the parts of it in which words were found.

    It is no wider than `width` columns, and whatever is left out is shown to be.
    """
    text = " ".join((text if words else text[:SHOWN]).split())
    places = first_places(text, words)
    if not places or _has_room(text[: places[-1][1]], text, width):
        return _cut(text, width)
    for count in range(len(places), 0, -1):
        for beside in BESIDE:
            told = _told(text, places[:count], beside)
            if _has_room(told, text, width):
                return _cut(told + text[places[count - 1][1] :], width)
    return _cut(text[places[0][0] :], width)


def _has_room(told: str, text: str, width: int) -> bool:
    """Whether what is told of a text has room, and a sign that more of it follows."""
    return cell_len(told) + (not text.endswith(told)) <= width


def _told(text: str, places: Places, beside: int) -> str:
    """What stands beside the places, up to the end of the last one."""
    told, last = "", 0
    for start, end in places:
        before = text.find(" ", max(0, start - beside - 1), start) + 1 or start
        behind = text.rfind(" ", last, last + beside + 1) if told else 0
        behind = max(last, behind)
        if before - behind <= len(t.ELLIPSIS) + 1:
            told += text[last:end]
        else:
            told += f"{text[last:behind]}{' ' if told else ''}{t.ELLIPSIS}"
            told += f"{' ' if told != t.ELLIPSIS else ''}{text[before:end]}"
        last = end
    return told


def _cut(text: str, width: int) -> str:
    """A text as far as there is room for."""
    return t.fitted(t.plain(text[:SHOWN]), width).plain
