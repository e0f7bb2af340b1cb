"""A question that is answered yes or no, before something is lost or ended."""

from __future__ import annotations

from textual.app import ComposeResult
from textual.binding import Binding
from textual.containers import Vertical

from facilitui import text as t
from facilitui.screens.dialogs.dialog import Dialog
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
            yield Panel(self._draw)

    def _draw(self, width: int) -> t.Lines:
        keys = t.join(
            t.strong("enter"),
            t.soft(f" {self._yes}   "),
            t.strong("escape"),
            t.soft(f" {self._no}"),
        )
        return [
            *t.wrapped(self._question, width, f"bold {t.INK}"),
            *t.wrapped(self._explanation, width),
            t.BLANK,
            keys,
        ]

    def action_answer(self, yes: bool) -> None:
        """Close with the answer."""
        self.dismiss(yes)
