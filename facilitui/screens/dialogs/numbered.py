"""One of several things, chosen from a list in which a digit chooses at once."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from textual import events

from facilitui.screens.dialogs.choose import END, LEAVE, RESUME, Choice, ChooseDialog
from facilitui.screens.dialogs.dialog import Key

DIGITS = "123456789"


class NumberedDialog(ChooseDialog):
    """A list whose first nine rows have a digit each, and those `above` and the `others` none."""

    def __init__(
        self,
        title: str,
        choices: Sequence[Choice],
        mark: str = "",
        others: Sequence[Choice] = (),
        new: str = "",
        above: Sequence[Choice] = (),
    ) -> None:
        self._by_digit = {digit: each.key for digit, each in zip(DIGITS, choices, strict=False)}
        first = [
            replace(each, name=f"{digit}  {each.name}")
            for digit, each in zip(DIGITS, choices, strict=False)
        ]
        rows = [*above, *first, *choices[len(first) :], *others]
        super().__init__(title, rows, mark, new=new)

    def keys(self) -> list[Key]:
        """What can be done."""
        last = 0 if self._typed else len(self._by_digit)
        digits = [(f"1-{last}" if last > 1 else "1", "choose at once")] if last else []
        return [*digits, *super().keys()]

    def on_key(self, event: events.Key) -> None:
        """A digit chooses, until something is typed that may have digits in it."""
        if event.character in self._by_digit and not self._typed:
            event.stop()
            event.prevent_default()
            self.dismiss(self._by_digit[event.character])
        else:
            super().on_key(event)


def resume_or_end(title: str, going_on: str, kept: str) -> NumberedDialog:
    """Asked about a session that nobody ended, of that title, with what going on means.

    `kept` says what becomes of what is half typed where it is ended; empty where nothing is.
    """
    last_there = "the time since somebody was last there does not count"
    return NumberedDialog(
        f"Nobody ended “{title}”" if title else "Nobody ended this session",
        [
            Choice(RESUME, "Go on with it", going_on),
            Choice(
                END,
                "End it for good, as it was left",
                "; ".join(filter(None, (last_there, kept, "this cannot be taken back"))),
            ),
            Choice(LEAVE, "Leave it open"),
        ],
    )
