"""Things that are decided one by one in a list, each of them written at once."""

from __future__ import annotations

from collections.abc import Awaitable, Callable
from functools import partial

from textual import events, on
from textual.app import ComposeResult
from textual.binding import Binding
from textual.containers import Vertical

from facilitui import text as t
from facilitui.core.errors import FacilituiError
from facilitui.screens.dialogs.confirm import ConfirmDialog
from facilitui.screens.dialogs.dialog import Dialog, Key
from facilitui.widgets.panel import Panel
from facilitui.widgets.row_list import RowList
from facilitui.widgets.rows import Row

ANSWER_KEYS = "123456789abcdefghijklmnopqrstuvwxyz"
"""Digits, and letters only in a list with more answers."""
PROBLEM_LINES = 4
BESIDE, BESIDE_SHORT = 14, 10
"""Lines of a dialog that are not its list's, in a high window and in a low one."""


class DecidingDialog(Dialog[None]):
    """A heading, a list, its answers by their digits or what went wrong, the keys.

    A digit decides about the marked row and goes on to the next one, space gives it its next answer
    and stays; enter goes on and leaves it as it is, from the last row to the first open one, and
    where none is it closes the list.
    """

    BINDINGS = [
        Binding("escape", "leave", "leave", show=False),
        Binding("space", "change", "change", show=False),
        Binding("enter", "go_on", "go on", show=False, priority=True),
        Binding("0,delete,backspace", "open_again", "open again", show=False),
    ]

    problem = ""
    """Why the last decision could not be written; empty where it was."""
    last = ""
    """The key of the row that was decided about last."""
    answers: tuple[str, ...] = ()
    """What there is to choose from, in words."""
    opens_again = False
    """Whether a row can be left undecided."""
    several = False
    """Whether a row can have several answers: a digit then stays on it, and again takes it back."""

    def rows(self) -> list[Row]:
        """What can be decided, as it stands."""
        raise NotImplementedError

    def head(self, width: int) -> t.Lines:
        """What the list is, and how it stands altogether."""
        raise NotImplementedError

    def note(self, width: int) -> t.Lines:
        """What is to be known."""
        return []

    def answer_of(self, key: str) -> int | None:
        """Which of the answers a row has; None where it is open."""
        raise NotImplementedError

    def is_open(self, key: str) -> bool:
        """Whether a row still needs an answer."""
        return self.answer_of(key) is None

    async def decide(self, key: str, answer: int | None) -> None:
        """Write the answer of a row; None opens it again."""
        raise NotImplementedError

    async def change(self, key: str) -> None:
        """Write the next answer of a row."""
        await self.decide(key, self._next(key))

    def question(self, key: str) -> ConfirmDialog | None:
        """What is asked before the answer of a row changes; None where nothing is."""
        return None

    def keys(self) -> list[Key]:
        """What can be done; the same in every such list."""
        deciding = [("space", "change"), ("enter", "go on")] if self.marked_key else []
        return [*deciding, ("escape", "done")]

    def more_keys(self) -> list[Key]:
        """What a digit does, and going about in the list."""
        again = [("0", "open again")] if self.opens_again else []
        does = "tell, again takes it back" if self.several else "decide and go on"
        last = ANSWER_KEYS[: len(self.answers)][-1:]
        behind = [("enter on the last", "first open one, or done")]
        return [(f"1-{last}", does), *again, ("↑↓", "move"), *behind]

    @property
    def more_lines(self) -> int:
        """How many lines more than usual stand below the list."""
        return 0

    def legend(self, width: int) -> t.Lines:
        """The answers by their keys."""
        return t.key_lines(zip(ANSWER_KEYS, self.answers, strict=False), width)

    @property
    def marked_key(self) -> str:
        """The key of the marked row; empty where there is none."""
        return self.query_one(RowList).marked

    def compose(self) -> ComposeResult:
        """A heading, the list, the answers, the keys."""
        with Vertical(id="dialog"):
            yield Panel(self.head, id="head")
            yield RowList(id="choices")
            yield Panel(self._below, id="note")
            yield Panel(self.draw_foot, id="foot")

    def on_mount(self) -> None:
        """The keys go to the list."""
        self._show()
        self.set_focus(self.query_one(RowList))

    def on_resize(self) -> None:
        """The list is as high as it has to be, once its lines are known; its keys stay in view."""
        self._fit_lines(len(self.rows()))
        self.call_after_refresh(self._fit_list)

    def _fit_list(self) -> None:
        self._fit_lines(self.query_one(RowList).virtual_size.height)

    def _fit_lines(self, wanted: int) -> None:
        self.fit_list(wanted, BESIDE + self.more_lines, BESIDE_SHORT + self.more_lines)

    def _below(self, width: int) -> t.Lines:
        """What went wrong, or what is to be known and the answers."""
        if self.problem:
            return [t.BLANK, *t.clipped(t.wrapped(self.problem, width), PROBLEM_LINES, width)]
        return [t.BLANK, *self.note(width), *(self.legend(width) if self.marked_key else [])]

    async def on_key(self, event: events.Key) -> None:
        """A digit decides about the marked row; where it has one answer, it goes on."""
        answer = ANSWER_KEYS.find(event.character or " ")
        if 0 <= answer < len(self.answers):
            event.stop()
            await self._choose(answer)

    def action_go_on(self) -> None:
        """Mark the next row; this one stays as it is. Behind the last, the first that is open."""
        rows = self.query_one(RowList)
        if rows.keys and self.marked_key != rows.keys[-1]:
            rows.action_move(1)
        elif left := [each for each in rows.keys[:-1] if self.is_open(each)]:
            rows.mark(left[0])
        else:
            self.action_leave()

    @on(RowList.Chosen)
    async def action_change(self) -> None:
        """Give the marked row its next answer."""
        if key := self.marked_key:
            await self._ask_first(key, partial(self.change, key), on=False)

    async def action_open_again(self) -> None:
        """Leave the marked row open, and go on."""
        if self.opens_again:
            await self._choose(None)

    def _next(self, key: str) -> int:
        now = self.answer_of(key)
        return 0 if now is None else (now + 1) % len(self.answers)

    async def _choose(self, answer: int | None) -> None:
        """Decide about the marked row; what is so already needs nothing."""
        key, gives = self.marked_key, self.several and answer is not None
        self.last = key
        if key and (gives or answer != self.answer_of(key)):
            await self._ask_first(key, partial(self.decide, key, answer), on=not gives)
        else:
            self.query_one(RowList).action_move(1)

    async def _ask_first(self, key: str, write: Callable[[], Awaitable[None]], *, on: bool) -> None:
        """Write something of a row, once what is asked before is answered."""

        async def confirmed(yes: bool | None) -> None:
            if yes:
                await self._write(write, on=on)

        if (question := self.question(key)) is not None:
            self.app.push_screen(question, confirmed)
        else:
            await self._write(write, on=on)

    async def _write(self, write: Callable[[], Awaitable[None]], *, on: bool) -> None:
        """Wait until it is written, and show it and go on, or show why it could not be."""
        try:
            await write()
            self.problem = ""
        except FacilituiError as error:
            self.problem = str(error)
        self._show()
        if on and not self.problem:
            self.query_one(RowList).action_move(1)

    def _show(self) -> None:
        self.query_one(RowList).show(self.rows())
        self.call_after_refresh(self._fit_list)
        self._show_marked()

    @on(RowList.Marked)
    def _show_marked(self) -> None:
        for name, draw in (("head", self.head), ("note", self._below), ("foot", self.draw_foot)):
            self.query_one(f"#{name}", Panel).show(draw)

    def action_leave(self) -> None:
        """Go back."""
        self.dismiss(None)
