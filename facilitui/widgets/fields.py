"""What is typed into: lines that show any text, whoever wrote it, and obey none of it.

Textual's own hand a text to the terminal as it is, its controls included. Here what is drawn is
made harmless, character for character, so that the cursor stands where it belongs; what is written
stays as it was, but for the controls in what is pasted into a line.
"""

from __future__ import annotations

from dataclasses import dataclass

from rich.cells import cell_len
from rich.segment import Segment
from rich.text import Text
from textual import on
from textual.events import Key, Paste, Resize
from textual.geometry import Region
from textual.message import Message
from textual.strip import Strip
from textual.widgets import Input

from facilitui.core import safe_text
from facilitui.text import ELLIPSIS

ONLY_DIGITS = "only digits fit in here"
MOST_PASTED = 1_000_000
"""More characters at once are taken by no field."""
TOO_MUCH = f"not taken: more than {MOST_PASTED:,} pasted"


class PastedTooMuch(Paste):
    """More was pasted than any field takes, and nothing of it is handed on."""

    def __init__(self) -> None:
        super().__init__("")


class Written(Message):
    """Letters that came quicker than one by one, for the field that has the keys."""

    def __init__(self, text: str) -> None:
        super().__init__()
        self.text = text


class TypedInto:
    """What every field is."""

    @property
    def takes_at_once(self) -> bool:
        """Whether letters need not be looked at one by one."""
        raise NotImplementedError


class LineField(TypedInto, Input):
    """A line."""

    DEFAULT_CSS = """
    LineField > .input--placeholder { color: $ink2; text-style: $soft-style; }
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
            self._show_cursor()  # left out of sight where the first text is a long one
        else:
            self.post_message(self.Refused(_no_room(len(text), most)))

    @on(Resize)
    def _show_cursor(self) -> None:
        """Textual's own leaves it where it was."""
        self.scroll_to_region(Region(self._cursor_offset, 0, 1, 1), force=True, animate=False)

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

    def render_line(self, y: int) -> Strip:
        """The line as it is drawn; where an end of it is out of sight, it has a … there."""
        strip, left = super().render_line(y), self.scroll_offset.x
        if y or not self.value:
            return strip
        dots = Strip([Segment(ELLIPSIS, next((each.style for each in strip), None))], 1)
        last = self.scrollable_content_region.width - 1
        if left and self._cursor_offset != left:
            strip = Strip.join([dots, strip.crop(1)])
        if cell_len(self._value.plain) > left + last + 1 and self._cursor_offset != left + last:
            strip = Strip.join([strip.crop(0, last), dots, strip.crop(last + 1)])
        return strip

    def _on_paste(self, event: Paste) -> None:
        """Several lines that are pasted become one; Textual's own would lose all but the first."""
        event.prevent_default()
        event.stop()
        self.replace(safe_text.typed(event.text), *sorted(self.selection))


def _no_room(pasted: int, most: int) -> str:
    if pasted == 1:
        return f"the line is full: it holds {most} characters"
    return f"not taken: {pasted} pasted, a line holds {most}"
