"""Opening the places of a plan: forms, the large pages, and blocks in the agenda."""

from __future__ import annotations

from collections.abc import Awaitable, Callable, Mapping
from typing import TYPE_CHECKING

from facilitui.core.debriefs.commitments import as_told
from facilitui.core.plans.plan import Plan
from facilitui.core.trends.drift import NEVER_RUN, Drifts
from facilitui.messages.going import CarryRequested, GroupRequested
from facilitui.screens.plan.begun import BegunDialog
from facilitui.screens.plan.checks import ChecksDialog
from facilitui.screens.plan.lines import KeptLine
from facilitui.screens.plan.matrix import MatrixDialog
from facilitui.screens.plan.ready import ReadyDialog
from facilitui.services.forms import Form, form_of, new_evidence_form, new_goal_form
from facilitui.services.plans.plan_desk import PlanDesk
from facilitui.services.plans.plan_view import PlanView

if TYPE_CHECKING:
    from facilitui.screens.plan.screen import PlanScreen


class Places:
    """Every place that a check, the matrix or a row of the questions can name."""

    def __init__(
        self, screen: PlanScreen, desk: PlanDesk, remember: Callable[[], Awaitable[Drifts]]
    ) -> None:
        """`remember` tells how protocols went so far, however long that takes."""
        self._screen, self._desk = screen, desk
        self._remember, self._drifts = remember, NEVER_RUN
        self._note = KeptLine(screen, desk, "note", "a note")
        self._pages: Mapping[str, Callable[[], None]] = {
            "goals": self.add_goal,
            "evidence": self.add_evidence,
            "evidences": self.add_evidence,
            "evidence-missing": self.add_evidence,
            "actions": screen.show_agenda,
            "agenda": screen.show_agenda,
            "ready": self.show_ready,
            "began": self.show_begun,
            "carried": self._show_carried,
            "group": self._show_group,
        }

    def begin(self) -> None:
        """Go on with a note that was being typed when the program ended."""
        if self._note.waiting:
            self.show_checks()

    async def remember(self) -> None:
        """Look how protocols went so far, for the forms that are opened from then on."""
        self._drifts = await self._remember()

    def open(self, place: str) -> None:
        """Open what changes a place, or go where it is changed; "about#link" names its field."""
        place, _, field = place.partition("#")
        what, _, name = place.partition(" ")
        if place in self._pages:
            self._pages[place]()
        elif what == "matrix":
            self.show_matrix(name)
        elif place:
            self.edit(self._form(place), field)

    def go_to(self, place: str | None) -> None:
        """Go to a block in the agenda; open any other place."""
        what, _, name = (place or "").partition(" ")
        if what == "block":
            self._screen.show_agenda()
            self._screen.agenda.mark(name)
        else:
            self.open(place or "")

    def edit(self, form: Form[Plan] | None, field: str = "") -> None:
        """Open a form, at a field; while it is open its values are one change."""
        if form is None:
            self._screen.tell("there is nothing to fill in here")
        else:
            self._screen.edit(form, field)

    def add_goal(self) -> None:
        """The form of a new goal."""
        self.edit(new_goal_form(self._desk.plan))

    def add_evidence(self) -> None:
        """The form of a new evidence measure, for the goals that have none."""
        self.edit(new_evidence_form(self._desk.plan))

    def show_matrix(self, goal: str = "") -> None:
        """Which goals are served by what."""
        screen = self._screen
        dialog = MatrixDialog(self._view, screen.change, screen.action_undo, goal)
        screen.app.push_screen(dialog, self.go_to)

    def show_checks(self) -> None:
        """Everything to look at again; choosing one goes there."""
        screen = self._screen
        dialog = ChecksDialog(self._view, screen.change, screen.action_undo, self._note)
        screen.app.push_screen(dialog, self.go_to)

    def show_ready(self) -> None:
        """What has to be there."""
        screen = self._screen
        dialog = ReadyDialog(self._view, screen.change, screen.action_undo)
        screen.app.push_screen(dialog, self.go_to)

    def show_begun(self) -> None:
        """What was changed of the agenda that the plan began from."""
        screen = self._screen
        if self._view().begun is None:
            return screen.tell("This plan began from no agenda; nothing of one can be changed.")
        dialog = BegunDialog(self._view, screen.change, screen.action_undo)
        screen.app.push_screen(dialog, self.go_to)

    def _show_carried(self) -> None:
        """What was carried over; first whatever could be."""
        screen = self._screen
        screen.post_message(CarryRequested(self._desk, lambda: not screen.left, self._carried))

    def _show_group(self) -> None:
        self._screen.post_message(GroupRequested(self._desk.plan.group or ""))

    def _carried(self) -> None:
        """Show what is carried over by now."""
        self._screen.changed()
        if form := self._form("carried"):
            self.edit(form)

    def _form(self, place: str) -> Form[Plan] | None:
        desk = self._desk
        plan = as_told(desk.plan, self._screen.questions.told)
        return form_of(plan, desk.shelf, place, desk.today, desk.knows_zone, self._drifts)

    def _view(self) -> PlanView:
        return self._desk.view
