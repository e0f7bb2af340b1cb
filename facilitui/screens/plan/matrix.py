"""The alignment matrix: which action and which evidence serves which goal, ticked in place."""

from __future__ import annotations

from collections.abc import Callable

from textual.app import ComposeResult
from textual.binding import Binding
from textual.containers import Vertical

from facilitui.core.plans.matrix import toggled
from facilitui.screens.dialogs.dialog import Key
from facilitui.screens.plan.dialog import Change, PlanDialog
from facilitui.services.plans.plan_view import PlanView
from facilitui.widgets import matrix_view as view
from facilitui.widgets.panel import Panel
from facilitui.widgets.row_list import RowList


class MatrixDialog(PlanDialog):
    """Goals across, actions and evidence down; space serves a goal or no longer."""

    BINDINGS = [
        Binding("left,h", "across(-1)", "goal before", show=False, priority=True),
        Binding("right,l", "across(1)", "next goal", show=False, priority=True),
        Binding("space", "serve", "serve", show=False),
        Binding("enter", "open", "open", show=False, priority=True),
        Binding("u", "undo", "undo", show=False),
        Binding("escape,m,q", "close", "back", show=False),
    ]

    def __init__(
        self, plan: Callable[[], PlanView], change: Change, undo: Callable[[], None], goal: str = ""
    ) -> None:
        super().__init__(plan, change, undo)
        goals = [each.id for each in plan().plan.goals]
        self._column = goals.index(goal) if goal in goals else 0

    def keys(self) -> list[Key]:
        """The keys at the foot."""
        return [
            ("space", "serves ●"),
            ("←→", "goal"),
            ("enter", "open"),
            ("escape", "back"),
        ]

    def more_keys(self) -> list[Key]:
        """The keys that f1 shows as well."""
        return [("u", "undo")]

    def compose(self) -> ComposeResult:
        """A heading, the goals with their holes, the rows, the marked goal in full, the keys."""
        with Vertical(id="dialog"):
            yield Panel(id="head")
            yield RowList(id="cells")
            yield Panel(id="summary")
            yield Panel(self.draw_foot, id="foot")

    def on_mount(self) -> None:
        """The keys go to the rows; a goal that was asked for has its column marked."""
        self.set_focus(self.query_one(RowList))
        self.call_after_refresh(self.show_plan)

    def on_resize(self) -> None:
        """Columns are dropped where there is no room."""
        self.call_after_refresh(self.show_plan)

    def show_plan(self) -> None:
        """Draw the matrix as it is."""
        now, column = self._view().matrix, self._column
        self.query_one("#head", Panel).show(lambda width: view.head(now, column, width))
        self.query_one(RowList).show(view.rows(now, column, airy=self.tall))
        self.query_one("#summary", Panel).show(lambda width: view.summary(now, column, width))

    def action_across(self, by: int) -> None:
        """Go to another goal."""
        goals = len(self._view().matrix.goals)
        self._column = max(0, min(goals - 1, self._column + by))
        self.show_plan()

    def action_serve(self) -> None:
        """Let the marked action or evidence serve the marked goal, or no longer."""
        place, goals = self.query_one(RowList).marked, self._view().matrix.goals
        if place and goals:
            goal = goals[self._column].id
            self._change(lambda plan: toggled(plan, place, goal), f"alignment of {goal}")
            self.show_plan()

    def action_open(self) -> None:
        """Go to the marked action or evidence."""
        self.dismiss(self.query_one(RowList).marked or None)
