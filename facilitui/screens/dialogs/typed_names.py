"""Names to be typed on one line: those of a roster that was purged, which nothing has any more."""

from __future__ import annotations

import re

from textual import on
from textual.app import ComposeResult
from textual.binding import Binding
from textual.containers import Vertical
from textual.widgets import Input

from facilitui import text as t
from facilitui.screens.dialogs.dialog import Dialog, Key
from facilitui.widgets.fields import LineField
from facilitui.widgets.panel import Panel

TITLE = "Take which names out?"
EXPLAINED = (
    "This roster was purged, and whom it named is known no more. What came back with an import may "
    "name somebody again: type the names, with commas between them."
)
EMPTY = "Type a name, or leave with escape."
_BETWEEN = re.compile(r"[,;\n，、；]")


class NamesDialog(Dialog[tuple[str, ...] | None]):
    """Asks for names; escape leaves, with none."""

    DEFAULT_CSS = """
    NamesDialog #names { background: $tint; color: $ink; }
    """
    BINDINGS = [Binding("escape", "leave", "leave", show=False)]

    def __init__(self) -> None:
        super().__init__()
        self._problem = ""

    def compose(self) -> ComposeResult:
        """What is asked and why, the line, what is wrong, the keys."""
        with Vertical(id="dialog"):
            yield Panel(self._head)
            yield LineField(compact=True, id="names")
            yield Panel(self.draw_foot, id="foot")

    def on_mount(self) -> None:
        """The keys go to the line."""
        self.set_focus(self.query_one("#names", LineField))

    def keys(self) -> list[Key]:
        """What ends it."""
        return [("enter", "go on"), ("escape", "leave")]

    def _head(self, width: int) -> t.Lines:
        return [t.strong(TITLE), *t.wrapped(EXPLAINED, width), t.BLANK]

    def draw_foot(self, width: int) -> t.Lines:
        """What is wrong, if anything, and the keys."""
        lines = t.wrapped(self._problem, width - 2) if self._problem else []
        return [*(t.labelled("!", lines, 2) or [t.BLANK]), *self.foot(width)]

    @on(Input.Submitted)
    def _take(self, event: Input.Submitted) -> None:
        event.stop()
        names = (" ".join(each.split()) for each in _BETWEEN.split(event.value))
        if typed := tuple(filter(None, names)):
            self.dismiss(typed)
        else:
            self._problem = EMPTY
            self.query_one("#foot", Panel).show(self.draw_foot)

    def action_leave(self) -> None:
        """Leave, with nothing done."""
        self.dismiss(None)
