"""A question that is answered yes or no, before something is lost or ended."""

from __future__ import annotations

from textual.app import ComposeResult
from textual.binding import Binding
from textual.containers import Vertical, VerticalScroll

from facilitui import text as t
from facilitui.screens.dialogs.dialog import Dialog, Key
from facilitui.widgets.panel import Panel


class ConfirmDialog(Dialog[bool]):
    """Asks once; escape means no."""

    BINDINGS = [
        Binding("y,enter", "answer(True)", "yes", show=False),
        Binding("n,escape", "answer(False)", "no", show=False),
    ]

    def __init__(self, question: str, explanation: str, yes: str, no: str = "no") -> None:
        super().__init__()
        self._question, self._explanation = question, explanation
        self._yes, self._no = yes, no

    def compose(self) -> ComposeResult:
        """A question, its explanation, its keys."""
        with Vertical(id="dialog"):
            with VerticalScroll(id="page", can_focus=False):
                yield Panel(self._draw)
            yield Panel(self.draw_foot, id="foot")

    def keys(self) -> list[Key]:
        """The answers."""
        return [("enter", self._yes), ("escape", self._no)]

    def more_keys(self) -> list[Key]:
        """The answers' letters."""
        return [("y", self._yes), ("n", self._no)]

    def _draw(self, width: int) -> t.Lines:
        return [
            *t.wrapped(self._question, width, f"bold {t.INK}"),
            *t.wrapped(self._explanation, width),
        ]

    def on_resize(self) -> None:
        """The keys stay in view."""
        self.fit("#page", 10, 7)

    def action_answer(self, yes: bool) -> None:
        """Close with the answer."""
        self.dismiss(yes)


def release(what: str) -> ConfirmDialog:
    """Whether something of a sensitive session is to be written; `what` of it others would see."""
    return ConfirmDialog(
        "This session is marked sensitive",
        f"{what} would be seen by whoever gets this. Read it before you pass it on.",
        "write it",
    )
