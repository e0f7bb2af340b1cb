"""Tables on the library's pages: minutes, what they are for, and a word at the end."""

from __future__ import annotations

from textual.content import Content

from facilitui import text as t

READING = 66
LABEL = 12


def label(name: str, text: str, room: int) -> t.Lines:
    """A text behind its label."""
    return t.labelled(name, t.wrapped(text, room - LABEL), LABEL)


def hanging(glyph: Content, text: str, room: int) -> t.Lines:
    """A text behind a glyph, all its lines from the same column."""
    return [
        t.join(glyph if i == 0 else " " * glyph.cell_length, line)
        for i, line in enumerate(t.wrapped(text, room - glyph.cell_length))
    ]


def flowing(note: str) -> str:
    """A note in paragraphs, its lines joined as they would be in a book."""
    paragraphs = [" ".join(part.split()) for part in note.split("\n\n")]
    return "\n\n".join(part for part in paragraphs if part)


class Table:
    """Minutes, what they are for, and a word at the end; ⌁ stands in the first column."""

    def __init__(self, room: int, figure: int) -> None:
        self._room, self._figure = room, max(3, figure)
        self.before = 2 + self._figure + 2
        """Columns before the name."""
        self.name = room - self.before - 2
        """Columns that a name and the word at the end have together."""

    def head(self, name: str, end: Content = t.BLANK) -> Content:
        """The heads of the columns."""
        return self.line(t.soft("min"), t.heading(name), end)

    def line(
        self, figure: Content, name: Content, end: Content = t.BLANK, *, silent: bool = False
    ) -> Content:
        """One row."""
        glyph = t.soft("⌁ " if silent else "  ")
        return t.spread(t.join(glyph, t.right(figure, self._figure), "  ", name), end, self._room)
