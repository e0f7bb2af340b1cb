"""What the large pages over the Plan screen are: they see the plan as it is, and change it."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from facilitui.core.plans.plan import Plan
from facilitui.screens.dialogs.dialog import STYLES, Dialog
from facilitui.services.plans.plan_view import PlanView

Change = Callable[[Callable[[Plan], Plan], str], object]
"""Makes one change that can be undone."""


class PlanDialog(Dialog[str | None]):
    """A page as large as the screen. Dismissed with the place to go to, or with none."""

    CSS_PATH = [STYLES, Path(__file__).with_name("dialogs.tcss")]

    def __init__(
        self, plan: Callable[[], PlanView], change: Change, undo: Callable[[], None]
    ) -> None:
        super().__init__()
        self._view, self._change, self._undo = plan, change, undo

    def show_plan(self) -> None:
        """Draw the plan as it is."""
        raise NotImplementedError

    def action_undo(self) -> None:
        """Undo the last change."""
        self._undo()
        self.show_plan()

    def action_close(self) -> None:
        """Go back."""
        self.dismiss(None)
