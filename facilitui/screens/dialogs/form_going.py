"""Going about in a form: from field to field by keys, and to the one that has to be mended."""

from __future__ import annotations

from textual.actions import SkipAction
from textual.binding import Binding

from facilitui.screens.dialogs.dialog import Dialog
from facilitui.screens.dialogs.form_fields import Fields
from facilitui.widgets.form_choices import ChoiceList
from facilitui.widgets.form_lists import ListField
from facilitui.widgets.form_texts import FormText


class FormGoing(Dialog[None]):
    """Fields that the keys go to, one after the other."""

    BINDINGS = [
        Binding("enter", "next('enter')", "next", show=False, priority=True),
        Binding("down", "next('down')", "next", show=False, priority=True),
        Binding("tab", "next('tab')", "next", show=False, priority=True),
        Binding("up", "before('up')", "before", show=False, priority=True),
        Binding("shift+tab", "before('shift+tab')", "before", show=False, priority=True),
    ]

    _fields: Fields

    def finish(self) -> None:
        """Be done, as enter on the last field is."""
        raise NotImplementedError

    def action_next(self, key: str) -> None:
        """Go to the next field; behind the last, tab goes to the first and enter is done."""
        self._leave_field(key)
        if key == "tab" or self.focused is not self._fields.edge(last=True):
            self.focus_next(".editor")
        elif key == "enter":
            self.finish()

    def action_before(self, key: str) -> None:
        """Go to the field before; shift+tab goes from the first to the last."""
        self._leave_field(key)
        if key == "shift+tab" or self.focused is not self._fields.edge():
            self.focus_previous(".editor")

    def _leave_field(self, key: str) -> None:
        """Skip a key that the field has for itself; enter on a word chooses it first."""
        if isinstance(self.focused, FormText | ListField) and self.focused.keeps(key):
            raise SkipAction
        if key == "enter" and isinstance(self.focused, ChoiceList):
            self.focused.take_here()

    def go_to(self, key: str) -> None:
        """Let the keys go on where a field ends, so that typing replaces nothing of it.

        Where it is not known which field that is, they stay where they are.
        """
        editor = self._fields.go_on(key)
        if editor is not None:
            self.set_focus(editor)
            editor.scroll_visible(animate=False)
