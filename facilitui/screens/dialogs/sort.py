"""Several things sorted by one key each; every answer is kept at once, none has to be given."""

from __future__ import annotations

from collections.abc import Awaitable, Callable, Mapping, Sequence

from textual import events, on
from textual.app import ComposeResult
from textual.binding import Binding
from textual.containers import Vertical

from facilitui import text as t
from facilitui.core.words import Word
from facilitui.screens.dialogs.choose import Choice
from facilitui.screens.dialogs.dialog import Dialog, Key
from facilitui.widgets.panel import Panel
from facilitui.widgets.row_list import RowList
from facilitui.widgets.rows import Row

Sort = Callable[[str, Word | None], Awaitable[None]]
"""Takes a row's key and its answer; None leaves it open."""
OPEN_AGAIN = ("0", "delete", "backspace")


class SortDialog(Dialog[None]):
    """A list in which a digit answers for the marked row and goes on to the next."""

    BINDINGS = [Binding("escape", "leave", "leave", show=False)]

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
        self._answers = {str(number): each for number, each in enumerate(answers, 1)}
        self._told = dict(told)

    @property
    def empty(self) -> bool:
        """Whether there is nothing to sort."""
        return not self._rows

    def compose(self) -> ComposeResult:
        """A heading, the rows, the answers by their digits, the keys."""
        with Vertical(id="dialog"):
            yield Panel(self._head, id="head")
            yield RowList(id="choices")
            yield Panel(self._legend, id="note")
            yield Panel(self.draw_foot, id="foot")

    def on_mount(self) -> None:
        """The keys go to the list."""
        self._show()
        self.set_focus(self.query_one(RowList))

    def on_resize(self) -> None:
        """The list is as high as it has to be, and its keys stay in view."""
        room = self.app.size.height * 96 // 100 - (14 if self.tall else 10)
        self.query_one(RowList).styles.height = max(1, min(len(self._rows), room))

    def keys(self) -> list[Key]:
        """What can be done."""
        return [("0", "open again"), ("enter", "done")]

    def more_keys(self) -> list[Key]:
        """Going about in the list."""
        return [("↑↓", "move"), ("escape", "done")]

    def _head(self, width: int) -> t.Lines:
        told = t.soft(f"{len(self._told)} of {len(self._rows)}")
        return [t.spread(t.strong(self._title), told, width), t.BLANK]

    def _legend(self, width: int) -> t.Lines:
        answers = [(digit, each.label.lower()) for digit, each in self._answers.items()]
        return [t.BLANK, *t.key_lines(answers, width)]

    def _show(self) -> None:
        self.query_one(RowList).show([_row(row, self._told.get(row.key)) for row in self._rows])
        self.query_one("#head", Panel).show(self._head)

    async def on_key(self, event: events.Key) -> None:
        """A digit answers for the marked row."""
        answer = self._answers.get(event.character or "")
        if answer is None and event.key not in OPEN_AGAIN:
            return
        event.stop()
        rows = self.query_one(RowList)
        await self._answer(rows.marked, answer)
        rows.action_move(1)

    async def _answer(self, key: str, answer: Word | None) -> None:
        if answer is None:
            self._told.pop(key, None)
        else:
            self._told[key] = answer
        await self._sort(key, answer)
        self._show()

    @on(RowList.Chosen)
    def action_leave(self) -> None:
        """Done."""
        self.dismiss(None)


def _row(choice: Choice, told: Word | None) -> Row:
    answer = t.ink(told.label.lower()) if told is not None else t.soft("–")

    def draw(width: int, marked: bool) -> t.Lines:
        name = t.strong(choice.name) if marked else t.ink(choice.name)
        about = t.soft(f"  {choice.about}") if choice.about else t.BLANK
        return [t.spread(t.join(name, about), answer, width)]

    return Row(choice.key, draw)
