"""Plan: the four questions and the agenda side by side. Every change is kept at once."""

from __future__ import annotations

from collections.abc import Awaitable, Callable, Mapping

from textual import getters, on
from textual.app import ComposeResult
from textual.containers import Horizontal, Vertical
from textual.events import DescendantFocus, Resize, ScreenResume

from facilitui.commands.plan import PLAN
from facilitui.core.series import in_group
from facilitui.messages import ExportRequested, RunRequested, SeriesRequested
from facilitui.screens.dialogs.editing import EditingScreen
from facilitui.screens.plan.agenda import AgendaList
from facilitui.screens.plan.drawing import Drawing
from facilitui.screens.plan.places import Places
from facilitui.screens.plan.questions import QuestionList
from facilitui.screens.plan.wishes import EditWanted, PlaceWanted, Unable
from facilitui.services.plan_desk import PlanDesk
from facilitui.widgets import plan_view as view
from facilitui.widgets.key_line import KeyLine
from facilitui.widgets.line_entry import LineEntry
from facilitui.widgets.panel import Panel
from facilitui.widgets.plan_agenda import agenda_head

Names = Callable[[], Awaitable[Mapping[str, str]]]
"""What the groups of the home are called, by id."""


class PlanScreen(EditingScreen[None]):
    """One plan."""

    CSS_PATH = "plan.tcss"
    AUTO_FOCUS = "#agenda"
    commands = PLAN
    parts = (AgendaList, QuestionList)
    title_of_help = "Plan"
    about = (
        "Why you meet, who comes, what they should know or do, how they will learn it, how you "
        "will see it. Starts are worked out from the minutes, which can be typed on the marked "
        "block. Every change is kept at once and can be undone."
    )
    agenda = getters.query_one("#agenda", AgendaList)
    """The agenda."""
    questions = getters.query_one("#questions", QuestionList)
    """The four questions."""

    def __init__(self, desk: PlanDesk, groups: Names) -> None:
        super().__init__(desk)
        self._desk, self._groups = desk, groups
        self._places = Places(self, desk)
        self._drawing = Drawing(self, desk)

    def compose(self) -> ComposeResult:
        """A heading, what is wrong with the file, the questions, the agenda, the keys."""
        yield Panel(id="head")
        yield Panel(id="conflict")
        with Horizontal(id="body"):
            with Vertical(id="question-side"):
                yield QuestionList(self._desk, id="questions")
                yield Panel(id="checks")
            with Vertical(id="agenda-side"):
                yield Panel(agenda_head, id="agenda-head")
                yield Panel(view.empty_lines, id="empty")
                yield AgendaList(self._desk, id="agenda")
                yield Panel(id="voices")
                yield Panel(id="ticks")
        yield LineEntry(id="line")
        yield KeyLine((*AgendaList.commands, *PLAN))

    def on_mount(self) -> None:
        """Show the plan, and look now and then whether its file is edited elsewhere."""
        self.show_all()
        self.keeping.begin()

    def show_all(self) -> None:
        """Draw everything from the plan as it is."""
        self._drawing.show()

    def show_changed(self, mark: str = "") -> None:
        """Draw a change, at once where it is not covered."""
        self._drawing.show_changed(mark)

    def end_typing(self) -> bool:
        """Take the minutes that are being typed."""
        return self.agenda.end_typing()

    @on(Resize)
    def _resized(self) -> None:
        self.call_after_refresh(self.show_all)

    @on(DescendantFocus)
    def _offer_keys(self) -> None:
        part = QuestionList if self.focused is self.questions else AgendaList
        self.key_line.offer((*part.commands, *PLAN))

    # Changing

    @on(EditWanted)
    def _edit_wanted(self, event: EditWanted) -> None:
        try:
            done = self._desk.change(event.make, event.what, since=event.since)
        except ValueError as error:
            return self.tell(str(error), problem=True)
        self.changed(event.mark)
        if told := event.told if done else event.unchanged:
            self.tell(told)

    @on(Unable)
    def _tell_why(self, event: Unable) -> None:
        self.tell(event.why)

    @on(ScreenResume)
    def _uncovered(self) -> None:
        self.show_all()
        if self._desk.plan.group:
            self.run_worker(self._name_group())

    async def _name_group(self) -> None:
        names = await self._groups()
        if names != self.questions.groups:
            self.questions.groups = names
            self.show_all()

    @on(PlaceWanted)
    def _place_wanted(self, event: PlaceWanted) -> None:
        self._places.open(event.place)

    def action_add_goal(self) -> None:
        """Add a goal."""
        self._places.add_goal()

    def action_add_evidence(self) -> None:
        """Add an evidence measure, for the goals that have none."""
        self._places.add_evidence()

    @on(AgendaList.TimeWanted)
    def _ask_for_a_time(self) -> None:
        block = self.agenda.marked
        slot = next((each for each in self._desk.view.slots if each.block.id == block), None)
        if slot is None:
            return
        label = f"{slot.block.title} must start at"
        self.query_one(LineEntry).ask("pin", label, f"{slot.start:%H:%M}", select=True)

    @on(LineEntry.Entered)
    def _take_time(self, event: LineEntry.Entered) -> None:
        try:
            self.agenda.pin(event.text)
        except ValueError as error:
            self.tell(str(error), problem=True)

    # Going about

    def action_other_side(self) -> None:
        """Go between the agenda and the questions."""
        target = self.agenda if self.focused is self.questions else self.questions
        self.set_class(target is self.questions, "-questions")
        self.set_focus(target)

    def show_agenda(self) -> None:
        """Let the keys go to the agenda."""
        self.set_class(False, "-questions")
        self.set_focus(self.agenda)

    def action_matrix(self) -> None:
        """See which goals are served by what."""
        self._places.show_matrix()

    def action_checks(self) -> None:
        """Show everything to look at again; choosing one goes there."""
        self._places.show_checks()

    def action_ready(self) -> None:
        """Tick off what has to be there."""
        self._places.show_ready()

    def action_export(self) -> None:
        """Write something for others, from the plan as it is shown."""
        self.end_typing()
        self.post_message(ExportRequested(self._desk))

    async def action_next_session(self) -> None:
        """Plan the group's next session, once the file says what is shown here."""
        await self.keeping.finish()
        if self._desk.conflict:
            self.tell("The file was changed elsewhere: f settles which one counts.", problem=True)
        elif self._desk.has_file and not self._desk.unwritten:
            self.post_message(SeriesRequested(self._desk.name, joined=self._join))
        elif not self._desk.has_file:
            self.tell("Nothing is planned here yet that a next session could start from.")

    def _join(self, group: str) -> None:
        self.change(lambda plan: in_group(plan, group), "join the group")

    async def action_start(self) -> None:
        """Run the plan, once the file says what is shown here."""
        await self.keeping.finish()
        if self._desk.conflict:
            self.tell("The file was changed elsewhere: f settles which one is run.", problem=True)
        elif not self._desk.unwritten:
            self.post_message(RunRequested(self._desk.name))

    async def action_leave(self) -> None:
        """Leave the line that is open, or the plan."""
        if self.query_one(LineEntry).is_open:
            self.query_one(LineEntry).close()
        else:
            await super().action_leave()
