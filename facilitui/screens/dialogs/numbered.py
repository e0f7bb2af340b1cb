"""One of several things, chosen from a list in which a digit chooses at once."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from textual import events

from facilitui.screens.dialogs.choose import END, LEAVE, RESUME, Choice, ChooseDialog
from facilitui.screens.dialogs.dialog import Key

DIGITS = "123456789"


class NumberedDialog(ChooseDialog):
    """A list whose first nine rows have a digit each, and the `others` below none."""

    def __init__(
        self,
        title: str,
        choices: Sequence[Choice],
        mark: str = "",
        others: Sequence[Choice] = (),
        new: str = "",
    ) -> None:
        self._by_digit = {digit: each.key for digit, each in zip(DIGITS, choices, strict=False)}
        first = [
            replace(each, name=f"{digit}  {each.name}")
            for digit, each in zip(DIGITS, choices, strict=False)
        ]
        super().__init__(title, [*first, *choices[len(first) :], *others], mark, new=new)

    def keys(self) -> list[Key]:
        """What can be done."""
        last = len(self._by_digit)
        digits = [(f"1-{last}" if last > 1 else "1", "choose at once")] if last else []
        return [*digits, *super().keys()]

    def on_key(self, event: events.Key) -> None:
        """A digit chooses; whatever else is typed means what it does in every list."""
        if event.character in self._by_digit:
            event.stop()
            event.prevent_default()
            self.dismiss(self._by_digit[event.character])
        else:
            super().on_key(event)


def resume_or_end(title: str) -> NumberedDialog:
    """Asked about a session that nobody ended, of that title."""
    return NumberedDialog(
        f"Nobody ended {title}" if title else "Nobody ended this session",
        [
            Choice(RESUME, "Go on with it", "its clock has run on since"),
            Choice(
                END,
                "End it for good, as it was left",
                "the time since somebody was last there does not count; this cannot be taken back",
            ),
            Choice(LEAVE, "Leave it open"),
        ],
    )
