"""Tables on the library's pages: minutes, what they are for, and a word at the end."""

from __future__ import annotations

from textual.content import Content

from facilitui import text as t

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

    def __init__(self, room: int, figure: int, beside: int = 0) -> None:
        """`beside` is the width of a second figure, where there is one."""
        self._room, self._figure = room, max(3, figure)
        self._beside = beside + 2 if beside else 0
        self.before = 2 + self._figure + self._beside + 2
        """Columns before the name."""
        self.name = room - self.before - 2
        """Columns that a name and the word at the end have together."""

    def head(self, name: str, end: Content = t.BLANK, beside: str = "") -> Content:
        """The heads of the columns."""
        return self.line(t.soft("min"), t.heading(name), end, beside=t.soft(beside))

    def line(
        self,
        figure: Content,
        name: Content,
        end: Content = t.BLANK,
        *,
        silent: bool = False,
        beside: Content = t.BLANK,
    ) -> Content:
        """One row; `beside` is its second figure."""
        glyph = t.soft("⌁ " if silent else "  ")
        second = t.right(beside, self._beside) if self._beside else t.BLANK
        figures = t.join(glyph, t.right(figure, self._figure), second)
        return t.spread(t.join(figures, "  ", name), end, self._room)
