"""The form of a roster: the keys go to the line of whoever is meant, or to a new one."""

from __future__ import annotations

from facilitui.core.pathways.roster import Roster
from facilitui.screens.dialogs.entry_form import EntryDialog
from facilitui.services.forms.roster import MEMBERS
from facilitui.services.journals.entry_form import EntryForm
from facilitui.widgets.form_list import FormList


class RosterDialog(EntryDialog):
    """A line for each; whose line was taken out is told by name before it is saved."""

    again_told = "{} again saves that, and u on the board takes it back"

    def __init__(self, made: EntryForm[Roster], at: str | None = None, which: int = 0) -> None:
        """`at` is the name in the line that is meant; empty for a new one, None for none.

        Where several are called so it is the line of that number of them, counted from 0.
        """
        super().__init__(made, "this roster")
        self._line_of, self._which = at, which

    async def _fill_in(self) -> None:
        await super()._fill_in()
        editor = self._fields.editors.get(MEMBERS)
        if self._line_of is not None and isinstance(editor, FormList):
            editor.go_to(self._line_of, self._which)
