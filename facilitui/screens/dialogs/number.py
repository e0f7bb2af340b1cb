"""A number to be typed, or none."""

from __future__ import annotations

from collections.abc import Callable
from math import ceil

from textual import on
from textual.app import ComposeResult
from textual.binding import Binding
from textual.containers import Horizontal, Vertical
from textual.widgets import Input, Label

from facilitui import text as t
from facilitui.screens.dialogs.dialog import Dialog, Key
from facilitui.widgets.fields import LineField
from facilitui.widgets.panel import Panel

ReadNumber = Callable[[str, str], float]
"""What was typed, and what it is called, as a number. Raises ValueError."""


class NumberDialog(Dialog[int | None]):
    """Asks for a number, which is made whole. Empty is 0; escape leaves things as they were."""

    DEFAULT_CSS = """
    NumberDialog #asked {
        height: 1;
        Label { width: 14; color: $ink2; }
        Input { width: 1fr; background: $tint; color: $ink; }
    }
    """
    BINDINGS = [Binding("escape", "leave", "leave", show=False)]

    def __init__(self, title: str, label: str, value: float, read: ReadNumber, most: int) -> None:
        super().__init__()
        self._title, self._label, self._read, self._most = title, label, read, most
        self._value = f"{value:.0f}" if value else ""
        self._problem = ""

    def compose(self) -> ComposeResult:
        """A heading, the line, what is wrong, the keys."""
        with Vertical(id="dialog"):
            yield Panel(lambda width: [t.fitted(t.strong(self._title), width), t.BLANK])
            with Horizontal(id="asked"):
                yield Label(self._label, markup=False)
                yield LineField(self._value, placeholder="any", compact=True, max_length=20)
            yield Panel(self.draw_foot, id="foot")

    def on_mount(self) -> None:
        """The number is typed over what was there."""
        self.set_focus(self.query_one(LineField))

    def keys(self) -> list[Key]:
        """What ends it."""
        return [("enter", "done"), ("escape", "leave")]

    def draw_foot(self, width: int) -> t.Lines:
        """What is wrong, if anything, and the keys."""
        lines = t.wrapped(self._problem, width - 2) if self._problem else []
        return [t.BLANK, *(t.labelled("!", lines, 2) or [t.BLANK]), *self.foot(width)]

    @on(Input.Submitted)
    def _take(self, event: Input.Submitted) -> None:
        event.stop()
        try:
            self.dismiss(self._number(event.value))
        except ValueError as error:
            self._problem = str(error)
            self.query_one("#foot", Panel).show(self.draw_foot)

    def _number(self, typed: str) -> int:
        """The number that was typed, 0 for an empty line. Raises ValueError."""
        number = ceil(self._read(typed, self._label)) if typed.strip() else 0
        if number > self._most:
            raise ValueError(f"{self._label} is at most {self._most}, or nothing for any")
        return number

    def action_leave(self) -> None:
        """Leave things as they were."""
        self.dismiss(None)
