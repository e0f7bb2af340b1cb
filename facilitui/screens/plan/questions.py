"""The four questions of a plan, and whatever else it says, as a list of places to be changed."""

from __future__ import annotations

from collections.abc import Mapping
from contextlib import suppress
from functools import partial

from facilitui.commands.plan import QUESTIONS
from facilitui.core.debriefs.commitments import Told
from facilitui.core.errors import FacilituiError
from facilitui.core.plans import editing
from facilitui.screens.plan.wishes import EditWanted, PlaceWanted
from facilitui.services.plans.plan_desk import PlanDesk
from facilitui.services.plans.series import Series
from facilitui.widgets.paper_screen import CommandPart
from facilitui.widgets.plan_questions import question_rows
from facilitui.widgets.row_list import RowList


class QuestionList(RowList, CommandPart):
    """Purpose first, then audience, goals, actions, evidence, then all that goes with them."""

    commands = QUESTIONS
    title_of_help = "On the four questions"

    def __init__(self, desk: PlanDesk, *, id: str) -> None:
        super().__init__(id=id)
        self._desk = desk
        self.groups: Mapping[str, str] = {}
        """What the groups that are known are called, by id."""
        self.told: Told = {}
        """What debriefs say became of what was promised."""
        self.promised: int | None = None
        """How much was promised before that could be carried over; None until it was looked for."""

    async def look_beside(self, series: Series) -> bool:
        """Look for what other files say of what stands here; whether it is something new."""
        before = self.groups, self.told, self.promised
        with suppress(FacilituiError):
            if self._desk.plan.group:
                self.groups = await series.names()
            self.told = await series.told_of(self._desk.plan)
            if self.promised is None and not self._desk.plan.carried:
                self.promised = len(await series.commitments(self._desk.plan))
        return before != (self.groups, self.told, self.promised)

    def show_plan(self, *, airy: bool) -> None:
        """Draw the plan as it is."""
        wanted = self._desk.plan.group or ""
        group = self.groups.get(wanted, wanted)
        self.show(question_rows(self._desk.view, group, self.told, self.promised or 0, airy=airy))

    def action_choose(self) -> None:
        """Enter opens what is marked."""
        self.action_edit()

    def action_edit(self) -> None:
        """Change what is marked, or go to what it names."""
        self.post_message(PlaceWanted(self.marked))

    def action_add(self) -> None:
        """Add a goal; among the evidence, an evidence measure."""
        about_evidence = self.marked.startswith("evidence")
        self.post_message(PlaceWanted("evidence" if about_evidence else "goals"))

    def action_remove(self) -> None:
        """Take the marked goal or evidence measure out; undo brings it back."""
        what, _, name = self.marked.partition(" ")
        if what == "goal":
            make = partial(editing.without_goal, goal_id=name)
            self.post_message(EditWanted(make, f"take out {name}", told="u undoes it"))
        elif what == "evidence" and name:
            make = partial(editing.without_evidence, evidence_id=name)
            self.post_message(EditWanted(make, "take out evidence", told="u undoes it"))
