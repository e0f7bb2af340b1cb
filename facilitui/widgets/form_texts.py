"""Fields of a form that are typed into: a line, and several lines."""

from __future__ import annotations

import re
from itertools import takewhile

from rich.cells import cell_len
from textual.binding import Binding
from textual.events import Focus
from textual.geometry import Region

from facilitui import text as t
from facilitui.widgets.area_field import AreaField
from facilitui.widgets.fields import LineField

LONGEST = 4000
"""More is refused by a line; what is too long to be kept is told long before."""

_FIGURE = re.compile(r"\d+(?:[.,]\d+)?|\d{4}-\d\d-\d\d")
"""A number or a day, of which nobody wants to keep a part."""


def whole_hint(hint: str, width: int) -> str:
    """A hint where there is room for all of it, else nothing: it is told below the fields, too."""
    return hint if cell_len(hint) <= width else ""


class FormLine(LineField):
    """A line that takes back what was typed, a word at a time."""

    BINDINGS = [
        Binding("ctrl+z", "undo", "undo typing", show=False),
        Binding("ctrl+y", "redo", "type again", show=False),
    ]

    _remembers = False
    """Whether a change is something that was typed."""

    def __init__(
        self, value: str, hint: str, *, stands_in: bool = False, id: str | None = None
    ) -> None:
        """A value that only stands in for another is replaced by what is typed."""
        super().__init__(
            value,
            placeholder=hint,
            compact=True,
            max_length=LONGEST,
            select_on_focus=False,
            id=id,
        )
        self.cursor_position = len(self.value)
        if stands_in:
            self.select_all()
        self._goes_on = False
        """Whether what stands here is gone on with, though it is a figure."""
        self._past: list[str] = []
        self._future: list[str] = []
        self._last = (0, -1)
        """How much longer the last change made the text, and where it ended."""
        self._remembers = True
        self._hint = hint

    def on_focus(self, event: Focus) -> None:
        """A figure is replaced by what is typed; of a long line the cursor's end is seen."""
        self._show_hint(here=True)
        if _FIGURE.fullmatch(self.value) and not (event.from_app_focus or self._goes_on):
            self.select_all()
        self.call_after_refresh(self._show_cursor)

    def go_to_end(self) -> None:
        """Put the cursor to its end, where the keys go on with what stands here."""
        self._goes_on = True
        self.cursor_position = len(self.value)

    def _show_cursor(self) -> None:
        if self.has_focus:
            place = Region(self._cursor_offset, 0, 1, 1)
            self.scroll_to_region(place, force=True, animate=False)

    def on_blur(self) -> None:
        """A long line is read from its beginning."""
        self._goes_on = False
        self._show_hint(here=False)
        self.scroll_to(0, force=True, animate=False)

    def help(self, hint: str) -> None:
        """Another hint helps now."""
        self._hint = hint
        self._show_hint(here=self.has_focus)

    def _show_hint(self, *, here: bool) -> None:
        """Where the keys are it is told below the fields, and not twice."""
        room = self.content_size.width - 1
        self.placeholder = "" if here else whole_hint(self._hint, room)

    def on_resize(self) -> None:
        """It has to fit."""
        self.help(self._hint)

    def watch_value(self, before: str, now: str) -> None:
        """Remember what stood here before, once a word."""
        if not self._remembers or before == now:
            return
        grown, place = len(now) - len(before), _same(before, now)
        goes_on = self._last == (grown, place) and abs(grown) == 1
        word_begins = grown == 1 and before[place - 1 : place].isspace()
        if not goes_on or word_begins or not self._past:
            self._past.append(before)
        self._future.clear()
        self._last = (grown, place + 1 if grown == 1 else place - 1)

    def action_undo(self) -> None:
        """Take back what was typed last."""
        self._go(self._past, self._future)

    def action_redo(self) -> None:
        """Type again what was taken back."""
        self._go(self._future, self._past)

    def _go(self, source: list[str], target: list[str]) -> None:
        if not source:
            return
        target.append(self.value)
        self._remembers = False
        self.value = source.pop()
        self._remembers = True
        self._last = (0, -1)
        self.cursor_position = len(self.value)


def _same(before: str, now: str) -> int:
    """How many characters two texts begin with alike."""
    pairs = zip(before, now, strict=False)
    return sum(1 for _ in takewhile(lambda pair: pair[0] == pair[1], pairs))


class FormText(AreaField):
    """Several lines; tab leaves them, and so do the arrow keys at either end."""

    DEFAULT_CSS = """
    FormText {
        height: auto;
        min-height: 1;
        max-height: 6;
        width: 1fr;
        padding: 0 0 0 2;
        background: $tint;
        color: $ink;
        scrollbar-size-vertical: 1;
        scrollbar-gutter: stable;
        & .text-area--gutter { color: $ink2; background: $tint; }
        & .text-area--cursor-gutter { color: $mark; background: $tint; }
    }
    """

    def __init__(
        self, value: str, hint: str, *, replaced: bool = False, id: str | None = None
    ) -> None:
        """`replaced` selects the value where the keys come to it first."""
        super().__init__(
            value,
            soft_wrap=True,
            tab_behavior="focus",
            compact=True,
            placeholder=t.plain(hint),
            highlight_cursor_line=False,
            id=id,
        )
        self._given, self._loaded = value, self.text
        self._hint, self._replaced = hint, replaced

    def on_resize(self) -> None:
        """A hint has to fit; what grows as it is written in stays in view."""
        self._show_hint(here=self.has_focus)
        if self.has_focus:
            self.call_after_refresh(self.scroll_visible, animate=False)

    def _show_hint(self, *, here: bool) -> None:
        """Where the keys are it is told below the fields, and not twice."""
        room = self.content_size.width - 1
        self.placeholder = t.plain("" if here else whole_hint(self._hint, room))

    def on_focus(self) -> None:
        """The hint stands below the fields now."""
        self._show_hint(here=True)
        if self._replaced and self.text == self._loaded:
            self.select_all()
        self._replaced = False

    def on_blur(self) -> None:
        """The hint stands here again."""
        self._show_hint(here=False)

    def go_to_end(self) -> None:
        """Put the cursor behind all that is written, where the keys go on with it."""
        self._replaced = False
        self.move_cursor(self.document.end)

    @property
    def value(self) -> str:
        """What is written; as it was given where nothing was changed."""
        return self._given if self.text == self._loaded else self.text

    @value.setter
    def value(self, value: str) -> None:
        self.replace(value, (0, 0), self.document.end, maintain_selection_offset=False)

    def keeps(self, key: str) -> bool:
        """Whether a key moves or writes here, rather than leaving the field."""
        if key == "up":
            return not self.navigator.is_first_wrapped_line(self.cursor_location)
        if key == "down":
            return not self.navigator.is_last_wrapped_line(self.cursor_location)
        return key == "enter"
