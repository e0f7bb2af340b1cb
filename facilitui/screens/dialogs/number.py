"""A number to be typed, or none."""

from __future__ import annotations

from textual import on
from textual.app import ComposeResult
from textual.binding import Binding
from textual.containers import Horizontal, Vertical
from textual.widgets import Input, Label

from facilitui import text as t
from facilitui.screens.dialogs.dialog import Dialog, Key
from facilitui.widgets.fields import LineField
from facilitui.widgets.panel import Panel


class NumberDialog(Dialog[int | None]):
    """Asks for a whole number. Empty is 0; escape leaves things as they were."""

    DEFAULT_CSS = """
    NumberDialog #asked {
        height: 1;
        Label { width: 14; color: $ink2; }
        Input { width: 1fr; background: $tint; color: $ink; }
        Input > .input--placeholder { color: $ink2; }
    }
    """
    BINDINGS = [Binding("escape", "leave", "leave", show=False)]

    def __init__(self, title: str, label: str, value: float, most: int) -> None:
        super().__init__()
        self._title, self._label, self._most = title, label, most
        self._value = f"{value:.0f}" if value else ""
        self._problem = ""

    def compose(self) -> ComposeResult:
        """A heading, the line, what is wrong, the keys."""
        with Vertical(id="dialog"):
            yield Panel(lambda width: [t.fitted(t.strong(self._title), width), t.BLANK])
            with Horizontal(id="asked"):
                yield Label(self._label, markup=False)
                yield LineField(self._value, placeholder="any", compact=True, max_length=6)
            yield Panel(self.draw_foot, id="foot")

    def on_mount(self) -> None:
        """The number is typed over what was there."""
        self.set_focus(self.query_one(LineField))

    def keys(self) -> list[Key]:
        """What ends it."""
        return [("enter", "done"), ("escape", "leave")]

    def draw_foot(self, width: int) -> t.Lines:
        """What is wrong, if anything, and the keys."""
        told = t.join(t.accent("! "), t.ink(self._problem)) if self._problem else t.BLANK
        return [t.BLANK, t.fitted(told, width), *self.foot(width)]

    @on(Input.Submitted)
    def _take(self, event: Input.Submitted) -> None:
        event.stop()
        number = whole_number(event.value, self._most)
        if number is not None:
            self.dismiss(number)
        else:
            self._problem = f"A whole number up to {self._most}, or nothing for any."
            self.query_one("#foot", Panel).show(self.draw_foot)

    def action_leave(self) -> None:
        """Leave things as they were."""
        self.dismiss(None)


def whole_number(text: str, most: int) -> int | None:
    """The number that was typed, 0 for an empty line; None where it is none from 0 to `most`."""
    typed = text.strip()
    if not typed:
        return 0
    number = int(typed) if typed.isdecimal() else most + 1
    return number if number <= most else None
