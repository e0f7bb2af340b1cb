"""The line of what the library is filtered by: each filter with its key, and its value if set."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from textual import events
from textual.content import Content
from textual.message import Message

from facilitui import text as t
from facilitui.commands import Command
from facilitui.core.library.shelf_filter import Facet, ShelfFilter
from facilitui.core.told import figure
from facilitui.widgets.panel import Panel

Keys = Mapping[str, str]
"""The key of each command, by what it does."""
NAMES = {Facet.PEOPLE: "group", Facet.MODE: "meets", Facet.FAVOURITES: "★"}
"""What a filter that is not set is called, where its own word would not do."""
CLEARING = "clear"
"""Stands for the key that lets all filters go."""
GAP, NARROW_GAP = 3, 2
"""Between two filters, and where that is too wide."""


def keys_of(commands: Iterable[Command]) -> Keys:
    """The keys of a screen's commands."""
    return {each.action: each.key_label for each in commands}


def key_of(facet: Facet, keys: Keys) -> str:
    """The key that sets a filter."""
    return keys[f"filter('{facet.value}')"]


@dataclass(frozen=True, slots=True)
class Piece:
    """One filter as it stands in the line."""

    name: str
    """The facet, or `CLEARING`."""
    key: str
    word: str
    active: bool

    @property
    def drawn(self) -> Content:
        """Its key, and what it is set to or what it is called."""
        word = t.ink(self.word) if self.active else t.soft(self.word)
        return t.join(t.strong(self.key), " ", word)


def pieces(
    wanted: ShelfFilter, facets: Iterable[Facet], keys: Keys, free: float
) -> tuple[Piece, ...]:
    """These filters, and the key that clears them while any is set.

    `free` are the minutes that a plan has left, told while no others are looked for.
    """
    names = {**NAMES, Facet.MINUTES: f"{figure(free)} min free"} if free else NAMES
    found = [
        Piece(each.value, key_of(each, keys), told or names.get(each, each.value), bool(told))
        for each, told in ((each, wanted.told(each)) for each in facets)
    ]
    clear = Piece(CLEARING, keys["clear"], "clear", False)
    return (*found, clear) if any(each.active for each in found) else tuple(found)


def set_out(shown: Sequence[Piece], width: int) -> list[list[tuple[int, Piece]]]:
    """Lines of pieces, each with its column.

    What is set is always there. What is not gives way from the right until all is in one line;
    where even what is set is too much for that, there is a second one.
    """
    left = list(shown)
    gap = GAP if _columns(left, GAP) <= width else NARROW_GAP
    while _columns(left, gap) > width and (idle := [each for each in left if _may_go(each)]):
        left.remove(idle[-1])
    lines: list[list[tuple[int, Piece]]] = [[]]
    at = 0
    for each in left:
        if lines[-1] and at + each.drawn.cell_length > width:
            lines.append([])
            at = 0
        lines[-1].append((at, each))
        at += each.drawn.cell_length + gap
    return lines


def _may_go(piece: Piece) -> bool:
    return not piece.active and piece.name != CLEARING


def _columns(shown: Sequence[Piece], gap: int) -> int:
    return sum(each.drawn.cell_length + gap for each in shown) - gap


class FilterLine(Panel):
    """All filters; a click on one is as its key."""

    @dataclass
    class Clicked(Message):
        """Somebody clicked on a filter, or on the word that clears all of them."""

        name: str

    def __init__(self, shown: tuple[Piece, ...]) -> None:
        super().__init__(self._drawn, id="filters")
        self._shown = shown

    def offer(self, shown: tuple[Piece, ...]) -> None:
        """Show the filters as they are set."""
        if shown != self._shown:
            self._shown = shown
            self.show(self._drawn)

    def _drawn(self, width: int) -> t.Lines:
        return [_line(line, width) for line in set_out(self._shown, width)]

    def on_click(self, event: events.Click) -> None:
        """Tell which filter was clicked."""
        x, y = event.x - self.gutter.left, event.y - self.gutter.top
        lines = set_out(self._shown, self.content_size.width)
        for at, piece in lines[y] if 0 <= y < len(lines) else ():
            if at <= x < at + piece.drawn.cell_length:
                self.post_message(self.Clicked(piece.name))


def _line(line: Sequence[tuple[int, Piece]], width: int) -> Content:
    whole = t.BLANK
    for at, piece in line:
        whole = t.join(t.padded(whole, at), piece.drawn) if at else piece.drawn
    return t.fitted(whole, width)
