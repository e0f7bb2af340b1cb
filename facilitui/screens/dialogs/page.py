"""A page to be read and closed."""

from __future__ import annotations

from textual.app import ComposeResult
from textual.binding import Binding
from textual.containers import Vertical, VerticalScroll

from facilitui import text as t
from facilitui.screens.dialogs.dialog import Dialog, Key
from facilitui.widgets.panel import Panel


class PageDialog(Dialog[None]):
    """A heading and a text of any length."""

    BINDINGS = [Binding("escape,enter,q", "close", "close", show=False)]

    def __init__(self, title: str, text: str) -> None:
        super().__init__()
        self._title, self._text = title, text

    def compose(self) -> ComposeResult:
        """The heading, the text that scrolls, the key."""
        with Vertical(id="dialog"):
            yield Panel(lambda width: [t.fitted(t.strong(self._title), width), t.BLANK])
            with VerticalScroll(id="page"):
                yield Panel(lambda width: t.wrapped(self._text, width))
            yield Panel(self.draw_foot, id="foot")

    def more_keys(self) -> list[Key]:
        """How a long text is read."""
        return [("↑↓", "a line"), ("PageUp PageDown", "a page"), ("home end", "its ends")]

    def on_mount(self) -> None:
        """The arrow keys scroll."""
        self.set_focus(self.query_one("#page"))

    def on_resize(self) -> None:
        """The keys stay in view."""
        self.fit("#page", 10, 7)

    def action_close(self) -> None:
        """Go back."""
        self.dismiss()
