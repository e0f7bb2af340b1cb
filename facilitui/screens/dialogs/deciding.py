"""Things that are decided one by one in a list, each of them written at once."""

from __future__ import annotations

from collections.abc import Awaitable

from textual import on
from textual.app import ComposeResult
from textual.binding import Binding
from textual.containers import Vertical

from facilitui import text as t
from facilitui.core.errors import FacilituiError
from facilitui.screens.dialogs.dialog import Dialog
from facilitui.widgets.panel import Panel
from facilitui.widgets.row_list import RowList
from facilitui.widgets.rows import Row


class DecidingDialog(Dialog[None]):
    """A heading, a list, what is to be known of the marked row or what went wrong, the keys."""

    BINDINGS = [Binding("escape", "leave", "leave", show=False)]

    problem = ""
    """Why the last decision could not be written; empty where it was."""

    def rows(self) -> list[Row]:
        """What can be decided, as it stands."""
        raise NotImplementedError

    def head(self, width: int) -> t.Lines:
        """What the list is, and how it stands altogether."""
        raise NotImplementedError

    def note(self, width: int) -> t.Lines:
        """What is to be known, or what went wrong."""
        raise NotImplementedError

    @property
    def marked_key(self) -> str:
        """The key of the marked row; empty where there is none."""
        return self.query_one(RowList).marked

    def compose(self) -> ComposeResult:
        """A heading, the list, the note, the keys."""
        with Vertical(id="dialog"):
            yield Panel(self.head, id="head")
            yield RowList(id="choices")
            yield Panel(self.note, id="note")
            yield Panel(self.draw_foot, id="foot")

    def on_mount(self) -> None:
        """The keys go to the list."""
        self._show()
        self.set_focus(self.query_one(RowList))

    async def decided(self, deciding: Awaitable[None]) -> None:
        """Wait until a decision is written, and show it, or why it could not be."""
        try:
            await deciding
            self.problem = ""
        except FacilituiError as error:
            self.problem = str(error)
        self._show()

    def _show(self) -> None:
        self.query_one(RowList).show(self.rows())
        self._show_marked()

    @on(RowList.Marked)
    def _show_marked(self) -> None:
        for name, draw in (("head", self.head), ("note", self.note), ("foot", self.draw_foot)):
            self.query_one(f"#{name}", Panel).show(draw)

    def action_leave(self) -> None:
        """Go back."""
        self.dismiss(None)
