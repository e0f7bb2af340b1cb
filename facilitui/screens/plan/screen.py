"""Plan: the four questions and the agenda side by side. Every change is kept at once."""

from __future__ import annotations

from collections.abc import Awaitable, Callable

from textual import getters, on
from textual.app import ComposeResult
from textual.containers import Horizontal, Vertical
from textual.events import DescendantFocus, Resize, ScreenResume

from facilitui.commands import HELP, HELP_WHILE_TYPING
from facilitui.commands.plan import AGENDA_LINE, PIN_LINE, PLAN, QUESTIONS_LINE
from facilitui.core.plans.series import in_group
from facilitui.core.trends.drift import Drifts
from facilitui.messages.going import (
    ExportRequested,
    RehearseRequested,
    RunRequested,
    SeriesRequested,
)
from facilitui.screens.dialogs.editing import EditingScreen
from facilitui.screens.plan.agenda import AgendaList
from facilitui.screens.plan.drawing import Drawing, OpenRun
from facilitui.screens.plan.lines import PinLine
from facilitui.screens.plan.places import Places
from facilitui.screens.plan.questions import QuestionList
from facilitui.screens.plan.wishes import EditWanted, PlaceWanted, Unable
from facilitui.services.plans.plan_desk import PlanDesk
from facilitui.services.plans.series import Series
from facilitui.widgets import plan_view as view
from facilitui.widgets.key_line import KeyLine
from facilitui.widgets.line_entry import LineEntry
from facilitui.widgets.panel import Panel
from facilitui.widgets.plan_agenda import agenda_head


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

    def __init__(
        self,
        desk: PlanDesk,
        series: Series,
        remember: Callable[[], Awaitable[Drifts]],
        open_run: OpenRun,
    ) -> None:
        """`remember` tells how protocols went so far."""
        super().__init__(desk)
        self._desk, self._series = desk, series
        self._places = Places(self, desk, remember)
        self._drawing = Drawing(self, desk, open_run)
        self._line = LineEntry(id="line")
        self._pin_line = PinLine(self, desk, self._line)

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
        yield self._line
        yield KeyLine(AGENDA_LINE)

    def on_mount(self) -> None:
        """Show the plan, look now and then whether its file is edited elsewhere, ask again."""
        self.show_all()
        self.keeping.begin()
        self.call_after_refresh(self._pin_line.begin)
        self.call_after_refresh(self._places.begin)

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
        asked = self.focused is self.questions
        if self._line.is_open:
            self.key_line.offer(PIN_LINE, HELP_WHILE_TYPING)
        else:
            self.key_line.offer(QUESTIONS_LINE if asked else AGENDA_LINE, HELP)

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
        self.call_after_refresh(
            self.run_worker, self._places.remember, group="remember", exclusive=True
        )
        self.run_worker(self._drawing.look_for_run(), group="open run", exclusive=True)
        self.run_worker(self._look_beside())

    async def _look_beside(self) -> None:
        if await self.questions.look_beside(self._series):
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
        self._pin_line.ask()

    @on(LineEntry.Typed)
    async def _keep_time(self, event: LineEntry.Typed) -> None:
        self.key_line.clear_problem()
        await self._pin_line.keep(event.text)

    @on(LineEntry.Entered)
    def _take_time(self, event: LineEntry.Entered) -> None:
        self._pin_line.take(event.text)

    @on(LineEntry.Closed)
    async def _leave_time(self) -> None:
        await self._pin_line.keep("")

    def action_take_line(self) -> None:
        """Take the start that is typed, as enter does."""
        self._line.enter()

    async def on_unmount(self) -> None:
        """What stands in the line is kept; then all of it is written."""
        self._pin_line.end()

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

    def action_page(self, place: str) -> None:
        """Show a page of the plan: the ready list, what was changed of its agenda."""
        self._places.open(place)

    def action_export(self) -> None:
        """Write something for others, from the plan as it is shown."""
        self.end_typing()
        self.post_message(ExportRequested(self._desk))

    async def action_next_session(self) -> None:
        """Plan the group's next session, once the file says what is shown here."""
        await self.keeping.finish()
        if self._desk.conflict:
            self.tell(f"The file {self._desk.conflict.brief}: f settles what counts.", problem=True)
        elif self._desk.has_file and not self._desk.unwritten:
            self.post_message(SeriesRequested(self._desk.name, join=self._join))
        elif not self._desk.has_file:
            self.tell("Nothing is planned here yet that a next session could start from.")

    def _join(self, group: str) -> bool:
        """Whether the plan was still open, to be made one of a group's."""
        if not self.left:
            self.change(lambda plan: in_group(plan, group), "join the group")
        return not self.left

    async def action_start(self, anew: bool = False) -> None:
        """Run the plan, or go on with it, once the file says what is shown here."""
        await self.keeping.finish()
        if self._desk.conflict:
            self.tell(f"The file {self._desk.conflict.brief}: f settles what is run.", problem=True)
        elif not self._desk.unwritten:
            goes_on = self._drawing.runs and not anew
            self.post_message(RunRequested(self._desk.name, goes_on))

    def action_rehearse(self) -> None:
        """Run the plan as it is shown, with nothing kept."""
        self.end_typing()
        self.post_message(RehearseRequested(self._desk.plan, self._desk.name))

    async def action_leave(self) -> None:
        """Leave the line that is open, or the plan."""
        if self._line.is_open:
            self._line.close()
        else:
            await super().action_leave()
