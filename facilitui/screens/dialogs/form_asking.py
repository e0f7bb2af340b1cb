"""A form that answers a question: nothing is written before the last of them is answered."""

from __future__ import annotations

from facilitui.screens.dialogs.dialog import Key
from facilitui.screens.dialogs.form import FormDialog


class AskingForm(FormDialog):
    """Goes on once it can be understood; escape goes back, and nothing comes of it."""

    kept = ("nothing is made yet", "nothing made yet")
    given_up = False
    """Whether somebody went back."""

    def keys(self) -> list[Key]:
        """Going on and going back."""
        return [("enter", "go on"), ("escape", "back")]

    def action_close(self) -> None:
        """Go back."""
        self.given_up = True
        self.leave()

    def warn(self, key: str = "escape") -> None:
        """What is missing is told for as long as it is."""
        self.tell(self.problem)
