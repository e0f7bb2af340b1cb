"""What is typed into: fields that show any text, whoever wrote it, and obey none of it.

Textual's own hand a text to the terminal as it is, its controls included. Here what is drawn is
made harmless, character for character, so that the cursor stands where it belongs; what is written
stays as it was, but for the controls in what is pasted into a line.
"""

from __future__ import annotations

from dataclasses import dataclass

from rich.text import Text
from textual import on
from textual.events import Key, Paste
from textual.geometry import Region
from textual.message import Message
from textual.strip import Strip
from textual.widgets import Input, TextArea
from textual.widgets.text_area import DocumentNavigator, Edit, EditResult, Location

from facilitui.core import safe_text
from facilitui.core.lengths import LONGEST_TEXT
from facilitui.widgets.long_lines import LONG, Lines, LongLine

ONLY_DIGITS = "only digits fit in here"
MOST_PASTED = 1_000_000
"""More characters at once are taken by no field."""
TOO_MUCH = f"not taken: more than {MOST_PASTED:,} pasted"
FULL = f"this answer is full: it holds {LONGEST_TEXT:,} characters"
NO_ROOM = f"not taken: {{:,}} pasted, this answer holds {LONGEST_TEXT:,} and has room for {{:,}}"


class PastedTooMuch(Paste):
    """More was pasted than any field takes, and nothing of it is handed on."""

    def __init__(self) -> None:
        super().__init__("")


class Written(Message):
    """Letters that came quicker than one by one, for the field that has the keys."""

    def __init__(self, text: str) -> None:
        super().__init__()
        self.text = text


class LineField(Input):
    """A line."""

    DEFAULT_CSS = """
    LineField > .input--placeholder { color: $ink2; }
    """

    @dataclass
    class Refused(Message):
        """Something has no room in the line, and none of it was taken."""

        told: str

    def replace(self, text: str, start: int, end: int) -> None:
        """Take a text whole, or say that it has no room: a part of it would pass for all."""
        most = self.max_length or len(self.value) + len(text)
        room = most - len(self.value) + abs(end - start)
        if not text or len(text) <= room:
            super().replace(text, start, end)
            # Textual's own leaves the cursor out of sight where the first text is a long one.
            self.scroll_to_region(Region(self._cursor_offset, 0, 1, 1), force=True, animate=False)
        else:
            self.post_message(self.Refused(_no_room(len(text), most)))

    def restricted(self) -> None:
        """Say why a key did nothing; Textual's own only rings."""
        self.post_message(self.Refused(ONLY_DIGITS))

    async def obey(self, event: Key | Paste) -> None:
        """Take a key or what is pasted, also while another screen lies over the line."""
        if isinstance(event, PastedTooMuch):
            return self._refuse(event)
        if isinstance(event, Paste):
            return self._on_paste(event)
        await self._on_key(event)
        for binding in self._bindings.key_to_bindings.get(event.key, ()):
            await self.run_action(binding.action)

    @on(PastedTooMuch)
    def _refuse(self, event: PastedTooMuch) -> None:
        event.stop()
        self.post_message(self.Refused(TOO_MUCH))

    @property
    def takes_at_once(self) -> bool:
        """Whether letters need not be looked at one by one."""
        return not self.restrict and self.type == "text"

    @on(Written)
    def _write(self, event: Written) -> None:
        """Take as many as there is room for, as if each had come alone."""
        event.stop()
        most = self.max_length or len(self.value) + len(event.text)
        start, end = sorted(self.selection)
        fits = event.text[: max(0, most - len(self.value) + end - start)]
        if fits:
            self.replace(fits, start, end)
        if fits != event.text:
            self.post_message(self.Refused(_no_room(1, most)))

    @property
    def _value(self) -> Text:
        shown = safe_text.in_place(self.value)
        return Text(shown, no_wrap=True, overflow="ignore", end="")

    def _on_paste(self, event: Paste) -> None:
        """Several lines that are pasted become one; Textual's own would lose all but the first."""
        event.prevent_default()
        event.stop()
        self.replace(safe_text.typed(event.text), *sorted(self.selection))


def _no_room(pasted: int, most: int) -> str:
    if pasted == 1:
        return f"the line is full: it holds {most} characters"
    return f"not taken: {pasted} pasted, a line holds {most}"


class AreaField(TextArea):
    """Lines. The keys that Textual's own selects with, f6 and f7, are left to the screen.

    It takes no more than `LONGEST_TEXT`; what it was made with may be longer, and only gets less.
    """

    DEFAULT_CSS = """
    AreaField > .text-area--placeholder { color: $ink2; }
    """

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
        """Every document is wrapped by our own means, from the first time on."""
        if not isinstance(self.wrapped_document, Lines):
            self.wrapped_document = Lines(self.document)
            self.navigator = DocumentNavigator(self.wrapped_document)
        super()._rewrap_and_refresh_virtual_size()

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
