"""Any of several things, ticked in a list and then taken together."""

from __future__ import annotations

from collections.abc import Collection, Sequence

from textual import on
from textual.app import ComposeResult
from textual.binding import Binding
from textual.containers import Vertical

from facilitui import text as t
from facilitui.screens.dialogs.choose import Choice
from facilitui.screens.dialogs.dialog import Dialog, Key
from facilitui.widgets.form_lists import TICKS
from facilitui.widgets.panel import Panel
from facilitui.widgets.row_list import RowList
from facilitui.widgets.rows import Row


class TickDialog(Dialog[frozenset[str] | None]):
    """A list to tick in; enter takes what is ticked, which may be nothing, escape leaves."""

    BINDINGS = [
        Binding("space", "tick", "tick", show=False),
        Binding("a", "tick_all", "all or none", show=False),
        Binding("escape", "leave", "leave", show=False),
    ]

    def __init__(
        self, title: str, choices: Sequence[Choice], ticked: Collection[str], take: str
    ) -> None:
        """`take` is the word for what enter does."""
        super().__init__()
        self._title, self._choices, self._verb = title, tuple(choices), take
        self._ticked = {choice.key for choice in choices if choice.key in ticked}

    def compose(self) -> ComposeResult:
        """A heading, the list, its keys."""
        with Vertical(id="dialog"):
            yield Panel(self._head, id="head")
            yield RowList(id="choices")
            yield Panel(self.draw_foot, id="foot")

    def keys(self) -> list[Key]:
        """What can be done."""
        return [("space", "tick"), ("enter", self._verb), ("escape", "leave")]

    def more_keys(self) -> list[Key]:
        """All at once."""
        return [("a", "all or none"), ("↑↓", "move")]

    def on_mount(self) -> None:
        """The keys go to the list."""
        self._show()
        self.set_focus(self.query_one(RowList))

    def on_resize(self) -> None:
        """The list is as high as it has to be, and its keys stay in view."""
        self.fit_list(2 * len(self._choices), 10, 7)

    def _show(self) -> None:
        self.query_one(RowList).show([self._row(choice) for choice in self._choices])
        self.query_one("#head", Panel).show(self._head)

    def _head(self, width: int) -> t.Lines:
        told = t.soft(f"{len(self._ticked)} of {len(self._choices)}")
        return [t.spread(t.strong(self._title), told, width), t.BLANK]

    def _row(self, choice: Choice) -> Row:
        box = TICKS[choice.key in self._ticked]

        def draw(width: int, marked: bool) -> t.Lines:
            name = (t.strong if marked else t.ink)(choice.name)
            about = t.join(" " * len(box), t.soft(choice.about))
            return [t.fitted(t.join(t.ink(box), name), width), t.fitted(about, width)]

        return Row(choice.key, draw, 2)

    def action_tick(self) -> None:
        """Tick the marked thing, or no longer."""
        self._ticked ^= {self.query_one(RowList).marked}
        self._show()

    def action_tick_all(self) -> None:
        """Tick everything; where everything is, nothing."""
        every = {choice.key for choice in self._choices}
        self._ticked = set() if self._ticked == every else every
        self._show()

    @on(RowList.Chosen)
    def _take(self) -> None:
        self.dismiss(frozenset(self._ticked))

    def action_leave(self) -> None:
        """Take nothing."""
        self.dismiss(None)
