"""Things that are decided one by one in a list, each of them written at once."""

from __future__ import annotations

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

DIGITS = "123456789"
PROBLEM_LINES = 4
BESIDE, BESIDE_SHORT = 14, 10
"""Lines of a dialog that are not its list's, in a high window and in a low one."""


class DecidingDialog(Dialog[None]):
    """A heading, a list, its answers by their digits or what went wrong, the keys.

    A digit decides about the marked row and goes on to the next one, enter does so with the row's
    next answer, space takes that and stays.
    """

    BINDINGS = [
        Binding("escape", "leave", "leave", show=False),
        Binding("space", "change", "change", show=False),
        Binding("0,delete,backspace", "open_again", "open again", show=False),
    ]

    problem = ""
    """Why the last decision could not be written; empty where it was."""
    answers: tuple[str, ...] = ()
    """What there is to choose from, in words."""
    opens_again = False
    """Whether a row can be left undecided."""

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

    async def decide(self, key: str, answer: int | None) -> None:
        """Write the answer of a row; None opens it again."""
        raise NotImplementedError

    def question(self, key: str) -> ConfirmDialog | None:
        """What is asked before the answer of a row changes; None where nothing is."""
        return None

    def keys(self) -> list[Key]:
        """What can be done; the same in every such list."""
        deciding = [("space", "change"), ("enter", "and go on")] if self.marked_key else []
        return [*deciding, ("escape", "done")]

    def more_keys(self) -> list[Key]:
        """What a digit does, and going about in the list."""
        again = [("0", "open again")] if self.opens_again else []
        return [(f"1-{len(self.answers)}", "decide and go on"), *again, ("↑↓", "move")]

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
        self.fit_list(len(self.rows()), BESIDE, BESIDE_SHORT)
        self.call_after_refresh(self._fit_list)

    def _fit_list(self) -> None:
        self.fit_list(self.query_one(RowList).virtual_size.height, BESIDE, BESIDE_SHORT)

    def _below(self, width: int) -> t.Lines:
        """What went wrong, or what is to be known and the answers."""
        if self.problem:
            return [t.BLANK, *t.clipped(t.wrapped(self.problem, width), PROBLEM_LINES, width)]
        legend = t.key_lines(zip(DIGITS, self.answers, strict=False), width)
        return [t.BLANK, *self.note(width), *(legend if self.marked_key else [])]

    async def on_key(self, event: events.Key) -> None:
        """A digit decides about the marked row and goes on."""
        answer = DIGITS.find(event.character or " ")
        if 0 <= answer < len(self.answers):
            event.stop()
            await self._choose(answer, on=True)

    @on(RowList.Chosen)
    async def _go_on(self) -> None:
        await self._choose(self._next(), on=True)

    async def action_change(self) -> None:
        """Give the marked row its next answer."""
        await self._choose(self._next(), on=False)

    async def action_open_again(self) -> None:
        """Leave the marked row open, and go on."""
        if self.opens_again:
            await self._choose(None, on=True)

    def _next(self) -> int:
        now = self.answer_of(self.marked_key)
        return 0 if now is None else (now + 1) % len(self.answers)

    async def _choose(self, answer: int | None, *, on: bool) -> None:
        """Decide, once what is asked before is answered; what is so already needs nothing."""
        key = self.marked_key
        changes = bool(key) and answer != self.answer_of(key)
        question = self.question(key) if changes else None

        async def confirmed(yes: bool | None) -> None:
            if yes:
                await self._decide(key, answer, on=on)

        if question is not None:
            self.app.push_screen(question, confirmed)
        elif changes:
            await self._decide(key, answer, on=on)
        elif on:
            self.query_one(RowList).action_move(1)

    async def _decide(self, key: str, answer: int | None, *, on: bool) -> None:
        """Wait until it is written, and show it and go on, or show why it could not be."""
        try:
            await self.decide(key, answer)
            self.problem = ""
        except FacilituiError as error:
            self.problem = str(error)
        self._show()
        if on and not self.problem:
            self.query_one(RowList).action_move(1)

    def _show(self) -> None:
        self.query_one(RowList).show(self.rows())
        self._show_marked()

    @on(RowList.Marked)
    def _show_marked(self) -> None:
        for name, draw in (("head", self.head), ("note", self._below), ("foot", self.draw_foot)):
            self.query_one(f"#{name}", Panel).show(draw)

    def action_leave(self) -> None:
        """Go back."""
        self.dismiss(None)
