"""A field of a form for a list that is typed: one thing a line."""

from __future__ import annotations

from rich.text import Text
from textual import on
from textual.widgets import TextArea

from facilitui.services.forms.list_lines import entries
from facilitui.widgets.form_texts import FormText


class FormList(FormText):
    """One thing a line: enter begins another, and leaves where the last line is empty."""

    def __init__(self, value: str, hint: str, *, id: str | None = None) -> None:
        super().__init__(value, hint, id=id)
        self._bad: frozenset[int] = frozenset()
        self._number()

    @on(TextArea.Changed)
    def _number(self) -> None:
        """Several things have numbers, so that a sentence can name one."""
        self.show_line_numbers = self.document.line_count > 1

    @property
    def value(self) -> str:
        """What is written; as it was given where only empty lines were added, which say nothing."""
        same = entries(self.text) == entries(self._loaded)
        return self._given if same else self.text

    @value.setter
    def value(self, value: str) -> None:
        self.replace(value, (0, 0), self.document.end, maintain_selection_offset=False)

    def go_to(self, wanted: str, which: int = 0) -> None:
        """Put the cursor behind the line of something, by the words it begins with.

        Of several such lines it is the one of that number, counted from 0, or the last there is.
        Where there is none, or nothing is wanted, it goes to a new one at the end.
        """
        lines, words = self.document.lines, wanted.strip()
        found = [row for row, line in enumerate(lines) if words and _begins(line, words)]
        row = next(iter(found[which:] or found[-1:]), None)
        if row is None:
            if self.text.strip():
                self.insert("\n", self.document.end)
            self.move_cursor(self.document.end)
        else:
            self.move_cursor((row, len(lines[row])))
        self.call_after_refresh(self.scroll_cursor_visible)

    def go_to_end(self) -> None:
        """Put the cursor behind the first thing that cannot be understood; else behind all."""
        lines, first = self.document.lines, min(self._bad, default=0)
        rows = (row for row in range(len(lines)) if first and self._number_of(row) == first)
        row = next(rows, len(lines) - 1)
        self.move_cursor((row, len(lines[row])))
        self.call_after_refresh(self.scroll_cursor_visible)

    def keeps(self, key: str) -> bool:
        """Enter on an empty last line goes on to the next field."""
        row, _ = self.cursor_location
        at_end = row == self.document.line_count - 1
        if key == "enter" and at_end and not self.document.get_line(row).strip():
            return False
        return super().keeps(key)

    def get_cursor_line_end_location(self) -> tuple[int, int]:
        """The end of the thing that the cursor is in, over however many lines it is shown."""
        return self.cursor_location[0], len(self.document.get_line(self.cursor_location[0]))

    def mark_bad(self, numbers: frozenset[int]) -> None:
        """Show which of the things cannot be understood, counted from 1."""
        if numbers != self._bad:
            self._bad = numbers
            self._line_cache.clear()
            self.refresh()

    def get_line(self, line_index: int) -> Text:
        """A line as it is drawn; one that cannot be understood stands out."""
        line = super().get_line(line_index)
        if self._bad and self._number_of(line_index) in self._bad:
            line.stylize("bold underline")
        return line

    def _number_of(self, row: int) -> int:
        if not self.document.get_line(row).strip():
            return 0
        return sum(bool(line.strip()) for line in self.document.lines[: row + 1])

    def on_blur(self) -> None:
        """Empty lines go."""
        super().on_blur()
        lines = self.document.lines
        kept = [line for line in lines if line.strip()]
        if len(kept) < len(lines) and (kept or len(lines) > 1):
            self.replace("\n".join(kept), (0, 0), self.document.end)


def _begins(line: str, words: str) -> bool:
    """Whether a line is about something that is called so, whatever else it says of it."""
    rest = line.strip().removeprefix(words)
    return rest != line.strip() and rest.lstrip()[:1] in ("", ",", ";")
