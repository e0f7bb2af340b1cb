"""A line to search in, and the words that were found shown where they stand."""

from __future__ import annotations

from dataclasses import dataclass

from textual.binding import Binding
from textual.content import Content
from textual.message import Message

from facilitui.core.search import folded
from facilitui.text import MARK
from facilitui.widgets.fields import LineField

FOUND = f"bold underline {MARK}"
"""How a found word looks; the underline is for terminals without colours."""
MOST_SOUGHT = 300
"""Characters that a list is searched for at most."""


class SearchLine(LineField):
    """Always visible. The arrow keys move what is marked while somebody types."""

    DEFAULT_CSS = """
    SearchLine {
        width: 1fr;
        background: $paper;
        color: $ink;
        &:focus { background: $tint; background-tint: $tint 0%; }
    }
    """
    BINDINGS = [
        Binding("up", "move(-1)", "up", show=False),
        Binding("down", "move(1)", "down", show=False),
    ]

    @dataclass
    class Moved(Message):
        """An arrow key was pressed."""

        by: int

    def __init__(self, placeholder: str) -> None:
        super().__init__(
            placeholder=placeholder, compact=True, max_length=200, select_on_focus=False
        )

    def action_move(self, by: int) -> None:
        """Ask for another row to be marked."""
        self.post_message(self.Moved(by))


def emphasised(line: Content, words: tuple[str, ...]) -> Content:
    """A line in which the words that were searched for stand out."""
    for start, end in found_in(line.plain, words):
        line = line.stylize(FOUND, start, end)
    return line


def found_in(text: str, words: tuple[str, ...]) -> list[tuple[int, int]]:
    """Where folded words stand in a text as it was written, in order."""
    if not words:
        return []
    plain, places = _folded_with_places(text)
    found: list[tuple[int, int]] = []
    for word in words:
        at = plain.find(word)
        while at >= 0:
            found.append((places[at], places[at + len(word) - 1] + 1))
            at = plain.find(word, at + len(word))
    return sorted(found)


def _folded_with_places(text: str) -> tuple[str, range | list[int]]:
    """A text folded, and for each of its characters which one of the text it came from."""
    if text.isascii():
        return text.lower(), range(len(text))
    pieces = [folded(each) for each in text]
    return "".join(pieces), [i for i, piece in enumerate(pieces) for _ in piece]
