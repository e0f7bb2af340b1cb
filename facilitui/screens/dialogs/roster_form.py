"""The form of a roster: the keys go to the line of whoever is meant, or to a new one."""

from __future__ import annotations

from facilitui.core.pathways.roster import Roster
from facilitui.screens.dialogs.entry_form import EntryDialog
from facilitui.services.entry_form import EntryForm
from facilitui.services.forms.roster import MEMBERS
from facilitui.widgets.form_list import FormList


class RosterDialog(EntryDialog):
    """A line for each."""

    def __init__(self, made: EntryForm[Roster], at: str | None = None) -> None:
        """`at` is the name in the line that is meant; empty for a new one, None for none."""
        super().__init__(made, "this roster")
        self._line_of = at

    async def _fill_in(self) -> None:
        await super()._fill_in()
        editor = self._fields.editors.get(MEMBERS)
        if self._line_of is not None and isinstance(editor, FormList):
            editor.go_to(self._line_of)
