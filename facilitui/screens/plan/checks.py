"""All checks of a plan, with their reasons: go to their place, or set one aside with a note."""

from __future__ import annotations

from collections.abc import Callable

from textual import on
from textual.app import ComposeResult
from textual.binding import Binding
from textual.containers import Vertical

from facilitui import text as t
from facilitui.core.checks import Check, with_dismissed, without_dismissed
from facilitui.screens.dialogs.dialog import Key
from facilitui.screens.plan.dialog import Change, PlanDialog
from facilitui.screens.plan.lines import KeptLine
from facilitui.services.forms.reading import line
from facilitui.services.plans.plan_view import PlanView
from facilitui.widgets.fields import LineField
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
        self,
        plan: Callable[[], PlanView],
        change: Change,
        undo: Callable[[], None],
        note: KeptLine,
    ) -> None:
        super().__init__(plan, change, undo)
        self._note = note
        """What keeps a note while it is typed."""
        self._entry = LineEntry(id="note")
        self._asked = ""
        """The check whose note is being typed."""
        self._problem = ""
        """Why it cannot be taken."""

    def keys(self) -> list[Key]:
        """The keys at the foot."""
        if self._asked:
            return [("enter", "set aside"), ("escape", "not yet")]
        check = self._check(self._marked)
        aside = "bring back" if self._is_aside(self._marked) else "set aside"
        may_go = [("x", aside)] if check else []
        return [("enter", "go there"), *may_go, ("u", "undo"), ("escape", "back")]

    def compose(self) -> ComposeResult:
        """A heading, the checks, a line for a note, the keys."""
        with Vertical(id="dialog"):
            yield Panel(self._head, id="head")
            yield RowList(id="checks-list")
            yield self._entry
            yield Panel(self.draw_foot, id="foot")

    def on_mount(self) -> None:
        """The keys go to the list, or to a note that is half typed."""
        self.set_focus(self.query_one(RowList))
        self.show_plan()
        if self._note.waiting:
            self._ask_again(*self._note.waiting)

    def on_resize(self) -> None:
        """Checks stand apart where there is room."""
        self.call_after_refresh(self.show_plan)

    def show_plan(self) -> None:
        """Draw the checks as they are."""
        self.query_one(RowList).show(check_rows(self._view(), airy=self.tall))
        self.query_one("#head", Panel).show(self._head)
        self._show_foot()

    def draw_foot(self, width: int) -> t.Lines:
        """Why a note cannot be taken, and the keys."""
        wrong = t.wrapped(self._problem, width - 2) if self._problem else []
        return [*t.labelled("!", wrong, 2), *super().draw_foot(width)]

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
        if self._is_aside(self._marked):
            self._bring_back(self._marked)
        elif self._check(self._marked) is not None:
            self._ask_why(self._marked)

    def _bring_back(self, name: str) -> None:
        self._change(lambda plan: without_dismissed(plan, name), "bring a check back")
        self.show_plan()

    def _ask_why(self, name: str, text: str = "", problem: str = "") -> None:
        self._asked, self._problem = name, problem
        self._entry.ask("note", "Why it may stay", text)
        self._show_foot()

    def _ask_again(self, name: str, text: str) -> None:
        """Go on with a note; the check may be gone by now, and then so is the note."""
        if self._check(name) is None or self._is_aside(name):
            return self._note.put(name, "")
        self.query_one(RowList).mark(name)
        return self._ask_why(name, text)

    @on(LineEntry.Typed)
    async def _keep_note(self, event: LineEntry.Typed) -> None:
        self._problem = ""
        self._show_foot()
        await self._note.keep(self._asked, event.text)

    @on(LineField.Refused)
    def _tell_refused(self, event: LineField.Refused) -> None:
        self._problem = event.told
        self._show_foot()

    @on(LineEntry.Entered)
    def _take_note(self, event: LineEntry.Entered) -> None:
        try:
            self._set_aside(self._asked, line(event.text, "this note"))
        except ValueError as error:
            self._ask_why(self._asked, event.text, str(error))

    def _set_aside(self, name: str, note: str) -> None:
        self._asked = self._problem = ""
        self._note.put(name, "")
        self._change(lambda plan: with_dismissed(plan, name, note), "set a check aside")
        self.show_plan()

    @on(LineEntry.Closed)
    async def _leave_note(self) -> None:
        name, self._asked, self._problem = self._asked, "", ""
        self._show_foot()
        await self._note.keep(name, "")

    def on_unmount(self) -> None:
        """Ended from outside: what stands in the line is kept."""
        if self._asked:
            self._note.put(self._asked, self._entry.text)

    def action_close(self) -> None:
        """Leave the note, or go back."""
        self._entry.close() if self._entry.is_open else self.dismiss(None)
