"""All checks of a plan, with their reasons: go to their place, or set one aside with a note."""

from __future__ import annotations

from collections.abc import Callable

from textual import on
from textual.app import ComposeResult
from textual.binding import Binding
from textual.containers import Vertical

from facilitui import text as t
from facilitui.core.checks import Check, can_be_dismissed, with_dismissed, without_dismissed
from facilitui.screens.dialogs.dialog import Key
from facilitui.screens.plan.dialog import Change, PlanDialog
from facilitui.services.plan_view import PlanView
from facilitui.widgets.line_entry import LineEntry
from facilitui.widgets.panel import Panel
from facilitui.widgets.plan_checks import check_rows
from facilitui.widgets.row_list import RowList


class ChecksDialog(PlanDialog):
    """The weightiest first; those that were set aside at the end, with the reason."""

    BINDINGS = [
        Binding("x,d,delete", "set_aside", "set aside", show=False),
        Binding("u", "undo", "undo", show=False),
        Binding("escape,c,q", "close", "back", show=False),
    ]

    def __init__(
        self, plan: Callable[[], PlanView], change: Change, undo: Callable[[], None]
    ) -> None:
        super().__init__(plan, change, undo)
        self._asked = ""
        """The check whose note is being typed."""

    def keys(self) -> list[Key]:
        """The keys at the foot."""
        if self._asked:
            return [("enter", "set aside"), ("escape", "not yet")]
        check = self._check(self._marked)
        aside = "bring back" if self._is_aside(self._marked) else "set aside"
        may_go = [("x", aside)] if check and can_be_dismissed(check.id) else []
        return [("enter", "go there"), *may_go, ("u", "undo"), ("escape", "back")]

    def compose(self) -> ComposeResult:
        """A heading, the checks, a line for a note, the keys."""
        with Vertical(id="dialog"):
            yield Panel(self._head, id="head")
            yield RowList(id="checks-list")
            yield LineEntry(id="note")
            yield Panel(self.draw_foot, id="foot")

    def on_mount(self) -> None:
        """The keys go to the list."""
        self.set_focus(self.query_one(RowList))
        self.show_plan()

    def show_plan(self) -> None:
        """Draw the checks as they are."""
        self.query_one(RowList).show(check_rows(self._view()))
        self.query_one("#head", Panel).show(self._head)
        self._show_foot()

    @on(RowList.Marked)
    def _show_foot(self) -> None:
        self.query_one("#foot", Panel).show(self.draw_foot)

    def _head(self, width: int) -> t.Lines:
        count = len(self._view().checks)
        told = t.soft(f"{count} to look at again" if count else "nothing to look at again")
        return [t.spread(t.strong("Checks"), told, width), t.BLANK]

    @property
    def _marked(self) -> str:
        return self.query_one(RowList).marked

    def _is_aside(self, name: str) -> bool:
        return any(check.id == name for check, _ in self._view().dismissed)

    def _check(self, name: str) -> Check | None:
        now = self._view()
        every = (*now.checks, *(check for check, _ in now.dismissed))
        return next((check for check in every if check.id == name), None)

    @on(RowList.Chosen)
    def _go(self) -> None:
        check = self._check(self._marked)
        self.dismiss(check.place if check else None)

    def action_set_aside(self) -> None:
        """Ask why the marked check may stay, or bring one back."""
        name = self._marked
        check = self._check(name)
        if self._is_aside(name):
            self._change(lambda plan: without_dismissed(plan, name), "bring a check back")
            self.show_plan()
        elif check is not None and can_be_dismissed(check.id):
            self._asked = name
            self.query_one(LineEntry).ask("note", "Why it may stay")
            self._show_foot()

    @on(LineEntry.Entered)
    def _take_note(self, event: LineEntry.Entered) -> None:
        event.stop()
        name, self._asked = self._asked, ""
        note = event.text[:300]
        self._change(lambda plan: with_dismissed(plan, name, note), "set a check aside")
        self.show_plan()

    @on(LineEntry.Closed)
    def _leave_note(self, event: LineEntry.Closed) -> None:
        event.stop()
        self._asked = ""
        self._show_foot()

    def action_close(self) -> None:
        """Leave the note, or go back."""
        entry = self.query_one(LineEntry)
        entry.close() if entry.is_open else self.dismiss(None)
