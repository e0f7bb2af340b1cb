"""The ready list: what has to be there before people come, ticked off."""

from __future__ import annotations

from textual import on
from textual.app import ComposeResult
from textual.binding import Binding
from textual.containers import Vertical

from facilitui import text as t
from facilitui.core.plans.plan_words import ReadyItem
from facilitui.core.plans.ready import Ready, toggled_ready
from facilitui.screens.dialogs.dialog import Key
from facilitui.screens.plan.dialog import PlanDialog
from facilitui.widgets.panel import Panel
from facilitui.widgets.row_list import RowList
from facilitui.widgets.rows import Row


class ReadyDialog(PlanDialog):
    """What is settled by the plan itself is not ticked: enter goes where it is settled."""

    BINDINGS = [
        Binding("space", "tick", "tick", show=False),
        Binding("u", "undo", "undo", show=False),
        Binding("escape,r,q", "close", "back", show=False),
    ]

    def keys(self) -> list[Key]:
        """The keys at the foot."""
        return [("space", "tick"), ("u", "undo"), ("escape", "back")]

    def compose(self) -> ComposeResult:
        """A heading, the items, the keys."""
        with Vertical(id="dialog"):
            yield Panel(self._head, id="head")
            yield RowList(id="items")
            yield Panel(self.draw_foot, id="foot")

    def on_mount(self) -> None:
        """The keys go to the list."""
        self.set_focus(self.query_one(RowList))
        self.show_plan()

    def show_plan(self) -> None:
        """Draw the items as they are."""
        self.query_one(RowList).show([_row(item) for item in self._view().ready])
        self.query_one("#head", Panel).show(self._head)

    def _head(self, width: int) -> t.Lines:
        items = self._view().ready
        done = sum(item.done for item in items)
        return [t.spread(t.strong("Ready?"), t.soft(f"{done} of {len(items)}"), width), t.BLANK]

    @on(RowList.Chosen)
    def action_tick(self) -> None:
        """Tick the marked item, or go where it is settled."""
        tick = ReadyItem(self.query_one(RowList).marked)
        if tick is ReadyItem.VISUALS_CREDITED:
            self.dismiss("materials")
        else:
            self._change(lambda plan: toggled_ready(plan, tick), tick.label)
            self.show_plan()


def _row(item: Ready) -> Row:
    def draw(width: int, marked: bool) -> t.Lines:
        mark = t.soft("✓") if item.done else t.accent("·")
        name = (t.strong if marked else t.soft if item.done else t.ink)(item.item.label)
        return [t.spread(t.join(t.padded(mark, 3), name), t.soft(item.told), width)]

    return Row(item.item.value, draw)
