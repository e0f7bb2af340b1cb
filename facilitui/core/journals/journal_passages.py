"""What a list shows of a found entry: the part of it in which the words stand."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, replace

from facilitui.core.found_places import first_places
from facilitui.core.journals.entries import Piece
from facilitui.core.search import folded_line
from facilitui.core.sessions.noted import Noted

LONG = 1000
"""Of a text of more characters only what stands around the words is handed on."""
BESIDE = LONG // 4
"""So many of them beside each word."""


@dataclass(frozen=True, slots=True)
class Passage:
    """A part of an entry, or of what it is found by."""

    text: str
    noted: Noted | None = None
    """The line of its run that it is, whole; None for a part of its own."""

    @property
    def short(self) -> str:
        """That it is no part of the entry, in a word; empty for its own."""
        return self.noted.what if self.noted is not None else ""

    @property
    def where(self) -> str:
        """The same in full."""
        return f"{self.noted.what} in the run" if self.noted is not None else ""


Passages = Mapping[str, Passage]
"""By the ids of the entries; none for an entry whose own line says enough."""


def passage(
    line: str, head: str, pieces: Iterable[Piece], noted: Iterable[Noted], words: tuple[str, ...]
) -> Passage | None:
    """The part that has the most of the folded words; None where that is the entry's own line.

    `head` is shown in any case, so what stands in it need not be found once more; `pieces` are what
    the entry says, `noted` what was typed in its run, which comes after them. What the program
    asked is shown only where nothing that anybody wrote has any of the words.
    """
    shown = folded_line(head)
    wanted = tuple(word for word in words if word not in shown)
    asks: list[str] = []
    best, most = Passage(line), _count(line, wanted)
    for part, ask in _parts(pieces, noted):
        if most == len(wanted):
            break
        if ask:
            asks.append(ask)
        if (count := _count(part.text, wanted)) > most:
            best, most = part, count
    if not most:
        best = Passage(max(asks, key=lambda ask: _count(ask, wanted), default=""))
        most = _count(best.text, wanted)
    if not most or (best.text == line and len(line) <= LONG):
        return None
    return replace(best, text=around(best.text, wanted))


def _parts(pieces: Iterable[Piece], noted: Iterable[Noted]) -> Iterator[tuple[Passage, str]]:
    for piece in pieces:
        yield Passage(piece.text), piece.ask if piece.text else ""
    for each in noted:
        yield Passage(each.text, each), ""


def around(text: str, words: tuple[str, ...]) -> str:
    """Of a long text what stands around each of the words, one after the other."""
    if len(text) <= LONG:
        return text
    kept, end = "", 0
    for start, stop in first_places(text, words):
        begin = max(end, start - BESIDE)
        kept += ("…" if begin > end else "") + text[begin : stop + BESIDE]
        end = stop + BESIDE
    return kept + ("…" if end < len(text) else "")


def _count(text: str, words: tuple[str, ...]) -> int:
    plain = folded_line(text)
    return sum(word in plain for word in words)
