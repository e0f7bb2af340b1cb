"""Which of a form's words is which level: asked one after the other, the lowest first."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from textual.app import App

from facilitui.core.safe_text import quoted
from facilitui.screens.dialogs.choose import Choice, ChooseDialog

MOST_WORDS = 11
"""Different answers that can be levels; of more nobody keeps the order in mind."""
LOWEST = "Which of its answers is the lowest?"
NEXT = "Which comes next above {}?"
NO_ORDER = (
    f"Only a column on a scale with 2 to {MOST_WORDS} different answers can be put in order: "
    "choose with ← → what it asks."
)
Words = tuple[str, ...]
_END = "end"
"""Stands for leaving the rest out; words have figures."""


def can_be_ordered(words: Sequence[str]) -> bool:
    """Whether so many different answers can be levels."""
    return 2 <= len(words) <= MOST_WORDS


def ask_order(
    app: App[object], words: Sequence[str], then: Callable[[Words], None], chosen: Words = ()
) -> None:
    """Go on with words from the lowest to the highest, as somebody chooses; not if they go back.

    `chosen` are those below the words that are left.
    """

    def go_on(found: str | None) -> None:
        if found == _END:
            then(chosen)
        elif found is not None:
            at = int(found)
            ask_order(app, (*words[:at], *words[at + 1 :]), then, (*chosen, words[at]))

    if len(words) > 1:
        app.push_screen(_asking(chosen, words), go_on)
    else:
        then((*chosen, *words))


def _asking(chosen: Sequence[str], left: Sequence[str]) -> ChooseDialog:
    """What is asked next; from the third word on the others may be no levels."""
    title = NEXT.format(quoted(chosen[-1])) if chosen else LOWEST
    choices = [Choice(str(at), word) for at, word in enumerate(left)]
    end = [Choice(_END, "The others are no levels")] if len(chosen) > 1 else []
    return ChooseDialog(title, [*choices, *end], away="change nothing")
