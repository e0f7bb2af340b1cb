"""Several things sorted one by one; every answer is kept at once, none has to be given."""

from __future__ import annotations

from collections.abc import Awaitable, Callable, Mapping, Sequence

from facilitui import text as t
from facilitui.core.words import Word
from facilitui.screens.dialogs.choose import Choice
from facilitui.screens.dialogs.deciding import DecidingDialog
from facilitui.widgets.rows import Row

Sort = Callable[[str, Word | None], Awaitable[None]]
"""Takes a row's key and its answer; None leaves it open."""


class SortDialog(DecidingDialog):
    """A list of what is sorted, with the answers so far."""

    opens_again = True

    def __init__(
        self,
        title: str,
        rows: Sequence[Choice],
        answers: Sequence[Word],
        told: Mapping[str, Word],
        sort: Sort,
    ) -> None:
        """`told` are the answers so far, by the rows' keys."""
        super().__init__()
        self._title, self._rows, self._sort = title, tuple(rows), sort
        self._words = tuple(answers)
        self._told = dict(told)
        self.answers = tuple(each.label.lower() for each in answers)

    @property
    def empty(self) -> bool:
        """Whether there is nothing to sort."""
        return not self._rows

    def rows(self) -> list[Row]:
        """Each thing with its answer."""
        return [_row(row, self._told.get(row.key)) for row in self._rows]

    def head(self, width: int) -> t.Lines:
        """How many are sorted."""
        told = t.soft(f"{len(self._told)} of {len(self._rows)}")
        return [t.spread(t.strong(self._title), told, width), t.BLANK]

    def answer_of(self, key: str) -> int | None:
        """Which answer was given."""
        told = self._told.get(key)
        return self._words.index(told) if told is not None else None

    async def decide(self, key: str, answer: int | None) -> None:
        """Keep the answer."""
        word = self._words[answer] if answer is not None else None
        await self._sort(key, word)
        self._told.pop(key, None)
        if word is not None:
            self._told[key] = word


def _row(choice: Choice, told: Word | None) -> Row:
    """Its name and its answer; behind it, or below where it has no room, what is known of it."""
    answer = t.ink(told.label.lower()) if told is not None else t.soft("–")

    def draw(width: int, marked: bool) -> t.Lines:
        room = width - answer.cell_length - 2
        style = f"bold {t.INK}" if marked else t.INK
        first, *others = t.wrapped(choice.name, room, style)
        about = t.soft(f"  {choice.about}") if choice.about else t.BLANK
        if not others and first.cell_length + about.cell_length <= room:
            return [t.spread(t.join(first, about), answer, width)]
        below = t.wrapped(choice.about, width, t.SOFT) if choice.about else []
        return [t.spread(first, answer, width), *others, *below]

    return Row(choice.key, draw, lambda width: len(draw(width, False)))
