"""What the plan changed of the agenda it began from; choosing a change goes to its place."""

from __future__ import annotations

from textual import on
from textual.app import ComposeResult
from textual.binding import Binding
from textual.containers import Vertical

from facilitui import text as t
from facilitui.screens.dialogs.dialog import Key
from facilitui.screens.plan.dialog import PlanDialog
from facilitui.widgets.panel import Panel
from facilitui.widgets.plan_begun import begun_head, begun_rows
from facilitui.widgets.row_list import RowList


class BegunDialog(PlanDialog):
    """Of a plan that began from an agenda."""

    BINDINGS = [
        Binding("u", "undo", "undo", show=False),
        Binding("escape,w,q", "close", "back", show=False),
    ]

    def keys(self) -> list[Key]:
        """The keys at the foot."""
        begun = self._view().begun
        leads = [("enter", "go there")] if begun and begun.changes else []
        return [*leads, ("u", "undo"), ("escape", "back")]

    def compose(self) -> ComposeResult:
        """A heading, the changes, the keys."""
        with Vertical(id="dialog"):
            yield Panel(self._head, id="head")
            yield RowList(id="changes")
            yield Panel(self.draw_foot, id="foot")

    def on_mount(self) -> None:
        """The keys go to the list."""
        self.set_focus(self.query_one(RowList))
        self.show_plan()

    def show_plan(self) -> None:
        """Draw the changes as they are."""
        begun = self._view().begun
        self.query_one(RowList).show(begun_rows(begun) if begun else [])
        self.query_one("#head", Panel).show(self._head)
        self.query_one("#foot", Panel).show(self.draw_foot)

    def _head(self, width: int) -> t.Lines:
        begun = self._view().begun
        return begun_head(begun, width) if begun else []

    @on(RowList.Chosen)
    def _go(self, event: RowList.Chosen) -> None:
        """Go where it is seen; what was taken out is nowhere."""
        begun = self._view().begun
        if begun and (place := begun.changes[int(event.key)].place):
            self.dismiss(place)
