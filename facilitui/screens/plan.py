"""Plan: the four questions and the agenda side by side. Every change is kept at once."""

from __future__ import annotations

from collections.abc import Awaitable, Callable, Mapping
from contextlib import suppress

from textual import on
from textual.app import ComposeResult
from textual.containers import Horizontal, Vertical
from textual.events import Resize

from facilitui.commands.plan import PLAN
from facilitui.core import editing
from facilitui.core.errors import FacilituiError
from facilitui.core.plan import Plan
from facilitui.messages import ProtocolRequested, RunRequested
from facilitui.screens.dialogs.choose import Choice, ChooseDialog
from facilitui.screens.dialogs.form import FormDialog
from facilitui.screens.dialogs.page import PageDialog
from facilitui.services.plan_forms import (
    Form,
    applied,
    form_of,
    new_evidence_form,
    new_goal_form,
)
from facilitui.services.planning import PlanDesk
from facilitui.widgets import plan_view as view
from facilitui.widgets.key_line import KeyLine
from facilitui.widgets.panel import Panel
from facilitui.widgets.paper_screen import PaperScreen
from facilitui.widgets.plan_questions import question_rows
from facilitui.widgets.quiet import Quiet, Soon
from facilitui.widgets.row_list import RowList

DRAFT_SECONDS = 0.5
"""A change is durable after so long."""
FILE_SECONDS = 2.0
"""The file is written after so much quiet (design §6)."""
HIGH = 36


class PlanScreen(PaperScreen):
    """One plan."""

    CSS_PATH = "plan.tcss"
    AUTO_FOCUS = "#agenda"
    commands = PLAN
    title_of_help = "Plan"
    about = (
        "Who comes, what they should know or do, how they will learn it, how you will see it. "
        "Starts are worked out from the minutes. Every change is kept at once and can be undone."
    )

    def __init__(self, desk: PlanDesk) -> None:
        super().__init__()
        self._desk = desk
        self._steps = True
        self._draft_soon = Soon(self, DRAFT_SECONDS, self._keep_draft)
        self._file_in_quiet = Quiet(self, FILE_SECONDS, self._write)
        self._given_up: Plan | None = None
        """What could not be kept when somebody wanted to leave."""

    def compose(self) -> ComposeResult:
        """A heading, the questions, the agenda, the keys."""
        yield Panel(id="head")
        with Horizontal(id="body"):
            yield RowList(id="questions")
            with Vertical(id="agenda-side"):
                yield Panel(view.agenda_head, id="agenda-head")
                yield Panel(id="empty")
                yield RowList(id="agenda")
                yield Panel(id="voices")
                yield Panel(id="ticks")
        yield KeyLine(PLAN)

    def on_mount(self) -> None:
        """Show the plan; an unsettled file is told at once."""
        self.show_plan()
        if self._desk.notice:
            self.tell(self._desk.notice)
        if self._desk.conflict:
            self.tell(f"{self._desk.conflict} f settles it.", problem=True)

    async def on_unmount(self) -> None:
        """Write what has not been written yet; there is nothing left to tell a problem on."""
        with suppress(FacilituiError):
            await self._desk.write()

    def show_plan(self, mark: str = "") -> None:
        """Draw everything from the plan as it is."""
        now = self._desk.view
        airy = self.app.size.height >= HIGH
        told = "! file changed elsewhere, f settles it" if self._desk.conflict else ""
        self.query_one("#head", Panel).show(lambda width: view.head(now, told, width))
        self._questions.show(question_rows(now, airy=airy))
        steps = self._steps and self.app.size.width >= 80
        self._agenda.show(view.agenda_rows(now, steps=steps, airy=airy), mark)
        self.query_one("#voices", Panel).show(lambda width: view.voices(now, width))
        self.query_one("#ticks", Panel).show(lambda width: view.ticks(now, width))
        self.query_one("#empty", Panel).show(view.empty_lines)
        self.set_class(not now.blocks, "-empty")

    @property
    def _agenda(self) -> RowList:
        return self.query_one("#agenda", RowList)

    @property
    def _questions(self) -> RowList:
        return self.query_one("#questions", RowList)

    @property
    def _on_questions(self) -> bool:
        return self.focused is self._questions

    @on(Resize)
    def _resized(self) -> None:
        self.call_after_refresh(self.show_plan)

    # Changing

    def _change(self, make: Callable[[Plan], Plan], what: str, mark: str = "") -> bool:
        """Make one change that can be undone, show it, and keep it soon."""
        if self._desk.change(make, what):
            self._changed(mark)
            return True
        return False

    def _changed(self, mark: str = "") -> None:
        self.show_plan(mark)
        self._draft_soon.ask()
        self._file_in_quiet.ask()

    async def _keep_draft(self) -> None:
        await self._keep(self._desk.keep_draft)

    async def _write(self) -> None:
        await self._keep(self._desk.write)

    async def _keep(self, keep: Callable[[], Awaitable[object]]) -> bool:
        """Whether it could be kept; if not, the reason is told."""
        try:
            await keep()
        except FacilituiError as error:
            self.tell(str(error), problem=True)
            return False
        if self._desk.conflict:
            self.show_plan()
        return True

    def _edit(self, form: Form | None) -> None:
        """Open a form; while it is open its values are one change, whatever is typed."""
        if form is None:
            return
        before = self._desk.draft

        def take(values: Mapping[str, str]) -> str:
            plan, told = applied(form, before.plan, values)
            self._desk.draft = before.changed(plan, form.title)
            self._changed()
            return told

        self.app.push_screen(FormDialog(form, take))

    @on(RowList.Chosen)
    def action_edit(self) -> None:
        """Change what is marked."""
        on_agenda = f"block {self._agenda.marked}"
        self._open(self._questions.marked if self._on_questions else on_agenda)

    def _open(self, place: str) -> None:
        """Open the form of a place, or go where it is changed."""
        what, _, name = place.partition(" ")
        if what == "goals":
            self.action_add_goal()
        elif what in {"evidences", "evidence-missing"}:
            self.action_add_evidence()
        elif what == "actions":
            self.set_focus(self._agenda)
        elif what == "check":
            self._go_to(name)
        else:
            self._edit(form_of(self._desk.plan, self._desk.shelf, place, self._desk.today))

    def _go_to(self, place: str) -> None:
        """Go to what a check is about, and open it."""
        plan = self._desk.plan
        if editing.index_of(plan, place) is not None:
            self.set_focus(self._agenda)
            self._agenda.mark(place)
        elif plan.goal(place) is not None:
            aligned = next(each for each in self._desk.view.goals if each.goal.id == place)
            self._open("evidences" if aligned.actions else f"goal {place}")
        else:
            self._open({"purpose": "about", "agenda": "actions"}.get(place, place))

    def action_add(self) -> None:
        """Add a block; on the questions, add a goal or an evidence measure."""
        if self._on_questions:
            about_evidence = self._questions.marked.startswith("evidence")
            self.action_add_evidence() if about_evidence else self.action_add_goal()
            return
        block = editing.new_block(self._desk.plan, "New block")
        after = self._agenda.marked
        self._change(lambda plan: editing.with_block(plan, block, after), "add a block", block.id)
        self._agenda.mark(block.id)
        self.action_edit()

    def action_add_goal(self) -> None:
        """Add a goal."""
        self._edit(new_goal_form(self._desk.plan))

    def action_add_evidence(self) -> None:
        """Add an evidence measure, for the goals that have none."""
        self._edit(new_evidence_form(self._desk.plan))

    def action_protocol(self) -> None:
        """Choose a protocol and put it behind the marked block."""
        people = self._desk.plan.audience.count
        self.post_message(ProtocolRequested(people, self._insert_protocol))

    def _insert_protocol(self, chosen: str | None) -> None:
        protocol = self._desk.shelf.protocols.get(chosen or "")
        if protocol is None:
            return
        block = editing.protocol_block(self._desk.plan, protocol)
        after = self._agenda.marked
        what = f"put in {protocol.name}"
        self._change(lambda plan: editing.with_block(plan, block, after), what, block.id)
        self.set_focus(self._agenda)

    def action_move(self, by: int) -> None:
        """Move the marked block."""
        if block := self._marked_block():
            self._change(lambda plan: editing.with_moved_block(plan, block, by), "move", block)

    def action_minutes(self, by: int) -> None:
        """Make the marked block longer or shorter."""
        if block := self._marked_block():
            self._change(lambda plan: editing.with_minutes(plan, block, by), "minutes", block)

    def _marked_block(self) -> str:
        """The block that the keys are for; none while they go to the questions."""
        if self._on_questions:
            self.tell("tab goes to the agenda first")
            return ""
        return self._agenda.marked

    def action_remove(self) -> None:
        """Take out what is marked; undo brings it back."""
        what, _, name = self._questions.marked.partition(" ")
        done = False
        if not self._on_questions:
            block = self._agenda.marked
            done = self._change(lambda plan: editing.without_block(plan, block), "take out a block")
        elif what == "goal":
            done = self._change(lambda plan: editing.without_goal(plan, name), f"take out {name}")
        elif what == "evidence":
            done = self._change(
                lambda plan: editing.without_evidence(plan, name), "take out evidence"
            )
        self.tell("u undoes it" if done else "nothing to take out here")

    def action_undo(self) -> None:
        """Undo the last change."""
        what = self._desk.undo()
        self.tell(f"undone: {what}" if what else "nothing to undo")
        self._changed()

    def action_redo(self) -> None:
        """Make the last undone change again."""
        what = self._desk.redo()
        self.tell(f"done again: {what}" if what else "nothing to do again")
        self._changed()

    # Going about

    def action_other_side(self) -> None:
        """Go between the agenda and the questions."""
        target = self._agenda if self._on_questions else self._questions
        self.set_class(target is self._questions, "-questions")
        self.set_focus(target)

    def action_steps(self) -> None:
        """Show or hide the steps."""
        self._steps = not self._steps
        self.show_plan()

    def action_checks(self) -> None:
        """Show everything to look at again; choosing one goes there."""
        checks = self._desk.view.checks
        if not checks:
            self.tell("Nothing to look at again.")
            return
        choices = [Choice(str(i), check.text) for i, check in enumerate(checks)]
        self.app.push_screen(ChooseDialog("To look at again", choices), self._go_to_check)

    def _go_to_check(self, chosen: str | None) -> None:
        if chosen is not None:
            self._go_to(self._desk.view.checks[int(chosen)].place)

    async def action_start(self) -> None:
        """Run the plan, once the file says what is shown here."""
        await self._write()
        if self._desk.conflict:
            self.tell("The file was changed elsewhere: f settles which one is run.", problem=True)
        elif not self._desk.unwritten:
            self.post_message(RunRequested(self._desk.name))

    async def action_leave(self) -> None:
        """Leave; what has not been written is written, before Home reads it."""
        kept = await self._keep(self._desk.write) or await self._keep(self._desk.keep_draft)
        if kept or self._given_up is self._desk.plan:
            self.dismiss()
        else:
            self._given_up = self._desk.plan
            told = self.key_line.notice.removeprefix("! ")
            self.tell(f"Escape again leaves without it: {told}", problem=True)

    # A file that was changed elsewhere

    def action_settle(self) -> None:
        """Choose what becomes of a file that another program changed."""
        if not self._desk.conflict:
            self.tell("The file is as it was left here.")
            return
        choices = [
            Choice("differences", "Show the differences"),
            Choice("reload", "Take the file as it is now", "can be undone"),
            Choice("save_as", "Keep both: write this plan to a file of its own"),
        ]
        self.app.push_screen(ChooseDialog("The file was changed elsewhere", choices), self._settle)

    async def _settle(self, choice: str | None) -> None:
        try:
            if choice == "differences":
                told = await self._desk.differences() or "None any more."
                self.app.push_screen(
                    PageDialog("What the file has (−) and this plan has (+)", told)
                )
            elif choice == "reload":
                await self._desk.reload()
            elif choice == "save_as":
                name = await self._desk.save_as(self._desk.plan.title)
                self.tell(f"Written to plans/{name}.toml")
        except FacilituiError as error:
            self.tell(str(error), problem=True)
        self.show_plan()
