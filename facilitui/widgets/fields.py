"""What is typed into: fields that show any text, whoever wrote it, and obey none of it.

Textual's own hand a text to the terminal as it is, its controls included. What is written stays
as it was written here; only what is drawn is made harmless, character for character, so that the
cursor stands where it belongs.
"""

from __future__ import annotations

from rich.text import Text
from textual.events import Paste
from textual.widgets import Input, TextArea

from facilitui.core import safe_text


class LineField(Input):
    """A line."""

    @property
    def _value(self) -> Text:
        shown = safe_text.in_place(self.value)
        return Text(shown, no_wrap=True, overflow="ignore", end="")

    def _on_paste(self, event: Paste) -> None:
        """Several lines that are pasted become one; Textual's own would lose all but the first."""
        event.prevent_default()
        event.stop()
        self.replace(" ".join(event.text.splitlines()), *sorted(self.selection))


class AreaField(TextArea):
    """Lines."""

    def get_line(self, line_index: int) -> Text:
        """A line as it is drawn."""
        shown = safe_text.in_place(self.document.get_line(line_index))
        return Text(shown, end="", no_wrap=True)
