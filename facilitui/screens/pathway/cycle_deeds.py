"""What can be asked for on a board of cycles: forms, entries of the journal, the card."""

from __future__ import annotations

from facilitui.core.pathways.cycle_board import Cell, CycleBoard
from facilitui.core.pathways.form_drafts import FormOf
from facilitui.core.pathways.log_entry import Slot
from facilitui.messages.asked import Asked
from facilitui.messages.going import EntryRequested, ModeRequested
from facilitui.messages.pathways import (
    CardRequested,
    CyclesRequested,
    EnrolmentEditRequested,
    LogRequested,
)
from facilitui.screens.dialogs.choose import Choice, ChooseDialog
from facilitui.screens.pathway.enrolled_screen import EnrolledScreen
from facilitui.services.pathways.progressing import Progressing
from facilitui.widgets import cycle_view as view
from facilitui.widgets.cycle_rows import Aim

NO_STATEMENT = "No statement is logged yet: mark a school's first line, then l logs it."
WHICH = "Which school's statement, with its versions?"
NO_CHECK_INS = "This pathway asks for no check-ins of each cycle."
NOTHING_ASKED = "This pathway asks nothing of a single part; log it on the board."


class CycleDeeds(EnrolledScreen):
    """A screen of what can be asked for; which cell or row is marked the board itself tells."""

    def __init__(self, progressing: Progressing, enrolment: str) -> None:
        super().__init__(progressing, enrolment)
        self.board: CycleBoard | None = None
        """As it was read last; None where there is none to be shown."""

    @property
    def marked_cell(self) -> Cell | None:
        """The cell that the cursor of the grid is on."""
        raise NotImplementedError

    @property
    def inside(self) -> bool:
        """Whether the keys go to a list."""
        raise NotImplementedError

    @property
    def aim(self) -> Aim | None:
        """What the marked row is about, while the keys go to rows."""
        raise NotImplementedError

    def open_entry(self, entry: str) -> None:
        """Open an entry of the journal, from which one comes back to this very screen."""
        mode = self.app.current_mode
        here: Asked = ModeRequested(mode) if mode != "journal" else CyclesRequested(self.enrolment)
        self.post_message(EntryRequested(entry, here))

    def action_log(self) -> None:
        """Log what the mark is on."""
        aim = self.aim if self.inside else self._aim_of_cell()
        if aim is None:
            self.tell(NOTHING_ASKED if not self.inside else "Mark a line to log something there.")
        elif aim.schools:
            self.ask(EnrolmentEditRequested(self.enrolment, FormOf.DETAILS))
        else:
            self._ask_for(aim.requirement, aim.slot)

    def _aim_of_cell(self) -> Aim | None:
        """Of a cell's requirements the first that lacks something, else the first."""
        cell = self.marked_cell
        return view.aim_of(cell) if cell is not None else None

    def action_check_in(self) -> None:
        """Schedule or log a check-in of the marked cell's cycle."""
        cell, board = self.marked_cell, self.board
        if cell is None or board is None:
            return
        places = board.cycles[cell.cycle - 1].check_ins
        if places:
            self._ask_for(places[0].requirement.id, places[0].slot)
        else:
            self.tell(NO_CHECK_INS)

    def _ask_for(self, requirement: str, slot: Slot | None) -> None:
        self.ask(LogRequested(self.enrolment, requirement, slot))

    def action_follow(self) -> None:
        """Open the statement of the marked row's school; of several schools' the one chosen."""
        aim, there = self.aim, view.statements_of(self.board) if self.board else ()
        is_of_school = aim is not None and aim.slot is not None and aim.slot.school
        if len(there) > 1 and not is_of_school:
            asking = ChooseDialog(WHICH, [Choice(entry, name) for entry, name in there])
            self.app.push_screen(asking, lambda entry: self.open_entry(entry) if entry else None)
        elif entry := self.statement:
            self.open_entry(entry)
        else:
            self.tell(NO_STATEMENT)

    @property
    def statement(self) -> str:
        """The entry of the marked row's school, else of the first there is; empty for none."""
        aim = self.aim
        school = aim.slot.school if aim is not None and aim.slot is not None else ""
        return view.statement_of(self.board, school) if self.board else ""

    def action_card(self) -> None:
        """Write the card."""
        cell = self.marked_cell
        self.post_message(CardRequested(self.enrolment, cell.cycle if cell is not None else None))
