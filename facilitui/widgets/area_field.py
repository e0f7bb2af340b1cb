"""What is typed into over several lines; a module of its own, as Home has no such field.

Textual's own takes a while to load, with documents, edits, themes and parsers.
"""

from __future__ import annotations

from typing import Any

from rich.text import Text
from textual import on
from textual.strip import Strip
from textual.widgets import TextArea
from textual.widgets.text_area import DocumentNavigator, Edit, EditResult, Location, Selection

from facilitui.core import safe_text
from facilitui.core.lengths import LONGEST_TEXT
from facilitui.widgets.fields import TOO_MUCH, LineField, PastedTooMuch, TypedInto, Written
from facilitui.widgets.long_lines import LONG, Lines, LongLine

FULL = f"this answer is full: it holds {LONGEST_TEXT:,} characters"
NO_ROOM = f"not taken: {{:,}} pasted, this answer holds {LONGEST_TEXT:,} and has room for {{:,}}"


class AreaField(TypedInto, TextArea):
    """Lines. The keys that Textual's own selects with, f6 and f7, are left to the screen.

    It takes no more than `LONGEST_TEXT`; what it was made with may be longer, and only gets less.
    """

    DEFAULT_CSS = """
    AreaField > .text-area--placeholder { color: $ink2; text-style: $soft-style; }
    """

    def __init__(self, text: str = "", **given: Any) -> None:
        """What was written before is gone on with where it ends."""
        super().__init__(text, **given)
        self.set_reactive(TextArea.selection, Selection.cursor(self.document.end))

    def on_focus(self) -> None:
        """A long text is shown where the cursor stands."""
        self.call_after_refresh(self.scroll_cursor_visible)

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """What the screen's keys would be taken for does nothing here."""
        if action in ("select_line", "select_all"):
            return False
        return super().check_action(action, parameters)

    def render_line(self, y: int) -> Strip:
        """A row as it is drawn; Textual's own cannot fold its placeholder into no columns."""
        return super().render_line(y) if self.content_size.width else Strip.blank(self.size.width)

    def get_line(self, line_index: int) -> Text:
        """A line as it is drawn."""
        shown = safe_text.in_place(self.document.get_line(line_index))
        is_long = len(shown) > LONG and self.wrapped_document.get_offsets(line_index)
        return (LongLine if is_long else Text)(shown, end="", no_wrap=True)

    def _rewrap_and_refresh_virtual_size(self) -> None:
        """Every document is wrapped by our own means, from the first time on.

        Textual 8.2 does not draw again what it wrapped for another width: rows that nothing else
        touches would show how they broke before.
        """
        if not isinstance(self.wrapped_document, Lines):
            self.wrapped_document = Lines(self.document)
            self.navigator = DocumentNavigator(self.wrapped_document)
        super()._rewrap_and_refresh_virtual_size()
        self.refresh()

    @on(PastedTooMuch)
    def _refuse(self, event: PastedTooMuch) -> None:
        event.stop()
        self.post_message(LineField.Refused(TOO_MUCH))

    @property
    def takes_at_once(self) -> bool:
        """Whether letters need not be looked at one by one."""
        return not self.read_only

    @on(Written)
    def _write(self, event: Written) -> None:
        """Take as many as there is room for, as if each had come alone."""
        event.stop()
        fits = event.text[: self.room(*self.selection)]
        if fits and (result := self._replace_via_keyboard(fits, *self.selection)):
            self.move_cursor(result.end_location)
        if fits != event.text:
            self.post_message(LineField.Refused(FULL))

    def room(self, start: Location, end: Location) -> int:
        """How many characters can take the place of what stands between two places."""
        lines = self.document.lines
        there = sum(map(len, lines)) + (len(lines) - 1) * len(self.document.newline)
        return max(0, LONGEST_TEXT - there) + len(self.document.get_text_range(start, end))

    def edit(self, edit: Edit) -> EditResult:
        """Take a text whole, or say that it has no room: a part of it would pass for all."""
        breaks = len(edit.text.splitlines()) * (len(self.document.newline) - 1)
        most, length = self.room(edit.top, edit.bottom), len(edit.text) + breaks
        if not edit.text or length <= most:
            return super().edit(edit)
        told = FULL if length == 1 else NO_ROOM.format(length, most)
        self.post_message(LineField.Refused(told))
        return EditResult(end_location=self.cursor_location, replaced_text="")
