"""A form that answers a question: nothing is written before the last of them is answered."""

from __future__ import annotations

from textual.binding import Binding

from facilitui.screens.dialogs.dialog import Key
from facilitui.screens.dialogs.form import FormDialog


class AskingForm(FormDialog):
    """Goes on once it can be understood; escape goes back, and nothing comes of it."""

    BINDINGS = [
        Binding("escape", "close", "leave", show=False),
        Binding("ctrl+s", "finish", "go on", show=False, priority=True),
    ]

    kept = ("nothing is made yet", "nothing made yet")
    given_up = False
    """Whether somebody went back."""

    def keys(self) -> list[Key]:
        """Going on and going back."""
        return [("enter", "go on"), ("escape", "leave")]

    def more_keys(self) -> list[Key]:
        """The key that saves in other forms goes on here."""
        return [*super().more_keys(), ("ctrl+s", "go on")]

    def action_finish(self) -> None:
        """Go on, from whichever field."""
        self.finish()

    def action_close(self) -> None:
        """Go back; whoever asked may show what was typed when it is asked again."""
        self._taken()
        self.given_up = True
        self.leave()

    def warn(self, key: str = "escape") -> None:
        """What is missing is told for as long as it is."""
        self.tell_at(self._first_fault, self.problem)
