"""One of several things, chosen from a list in which a digit chooses at once."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from textual import events

from facilitui.screens.dialogs.choose import Choice, ChooseDialog
from facilitui.screens.dialogs.dialog import Key

DIGITS = "123456789"


class NumberedDialog(ChooseDialog):
    """A list whose first nine rows have a digit each."""

    def __init__(self, title: str, choices: Sequence[Choice], mark: str = "") -> None:
        self._by_digit = {digit: each.key for digit, each in zip(DIGITS, choices, strict=False)}
        first = [
            replace(each, name=f"{digit}  {each.name}")
            for digit, each in zip(DIGITS, choices, strict=False)
        ]
        super().__init__(title, [*first, *choices[len(first) :]], mark)

    def keys(self) -> list[Key]:
        """What can be done."""
        return [(f"1-{len(self._by_digit)}", "choose at once"), *super().keys()]

    def on_key(self, event: events.Key) -> None:
        """A digit chooses; whatever else is typed means what it does in every list."""
        if event.character in self._by_digit:
            event.stop()
            event.prevent_default()
            self.dismiss(self._by_digit[event.character])
        else:
            super().on_key(event)
