"""Finding a choice by the letters with which it begins, typed one behind another.

Several letters typed together are one beginning. Where no choice has it, what was chosen before
them stays, so that a sentence that was meant for another field changes nothing.
"""

from __future__ import annotations

from collections.abc import Sequence

from facilitui.core.safe_text import quoted_typing
from facilitui.services.forms.form import Choices

PAUSE_SECONDS = 1.5
"""Letters that come later than this begin anew."""
NO_WORD = "no word to choose here begins with {}: ← → choose, and what was chosen stays"


class LettersTyped:
    """The letters typed into one field, and where they lead."""

    def __init__(self) -> None:
        self._typed = self._before = ""
        self._seconds = 0.0

    def end(self) -> None:
        """The next letter begins anew."""
        self._typed = ""

    def takes(self, letter: str, seconds: float) -> bool:
        """Whether a key is one of these; blanks and signs are only behind others.

        `seconds` is when it came, of any clock that only goes on.
        """
        if seconds - self._seconds > PAUSE_SECONDS:
            self.end()
        return letter.isalnum() or bool(self._typed and letter and letter.isprintable())

    def type(self, letter: str, seconds: float, chosen: str) -> None:
        """One more of them, typed where something is chosen."""
        if not self._typed:
            self._before = chosen
        self._seconds, self._typed = seconds, self._typed + letter

    def place(self, choices: Choices, at: int) -> int | None:
        """The choice that begins so, behind a place; None where none does."""
        return _begun(self._typed.casefold(), [name.casefold() for _, name in choices], at)

    @property
    def before(self) -> str:
        """What was chosen before the first of them."""
        return self._before

    @property
    def told(self) -> str:
        """That nothing begins so."""
        if len(self._typed) == 1:
            return NO_WORD.format(self._typed)
        return NO_WORD.format(quoted_typing(self._typed))


def _begun(typed: str, names: Sequence[str], at: int) -> int | None:
    """What is chosen stays where it begins so; the same letter again goes on to the next one."""
    order = (*range(at + 1, len(names)), *range(at + 1))
    if len(typed) > 1:
        found = (n for n in (at, *order) if n >= 0 and names[n].startswith(typed))
        if (begun := next(found, None)) is not None or len({*typed}) > 1:
            return begun
    return next((n for n in order if names[n].startswith(typed[:1])), None)
