"""Any of several things, ticked in a list and then taken together."""

from __future__ import annotations

from collections.abc import Collection, Sequence

from textual import on
from textual.app import ComposeResult
from textual.binding import Binding
from textual.containers import Vertical

from facilitui import text as t
from facilitui.screens.dialogs.choose import BESIDE, Choice
from facilitui.screens.dialogs.dialog import Dialog, Key
from facilitui.widgets.form_lists import TICKS
from facilitui.widgets.panel import Panel
from facilitui.widgets.row_list import RowList
from facilitui.widgets.rows import Row
from facilitui.widgets.set_in_lines import parted

NEW = "not sorted yet"
APART = 2
"""Columns between the title and how many are ticked, which else stands below it."""
MOST_ABOUT = 2
"""Lines of what is told of one thing."""


class TickDialog(Dialog[frozenset[str] | None]):
    """A list to tick in; enter takes what is ticked, which may be nothing, escape leaves."""

    BINDINGS = [
        Binding("space", "tick", "tick", show=False),
        Binding("a", "tick_all", "all or none", show=False),
        Binding("ctrl+s", "take", "take", show=False),
        Binding("escape", "leave", "leave", show=False),
    ]

    def __init__(
        self,
        title: str,
        choices: Sequence[Choice],
        ticked: Collection[str],
        take: str,
        *,
        new: Collection[str] = (),
        dropped: str = "",
        most_about: int = MOST_ABOUT,
    ) -> None:
        """`take` is the word for what enter does.

        Of what is `new` it is told that nobody decided about it, until somebody does here. Where
        `dropped` is given, it is told before escape leaves what was ticked. `most_about` are the
        lines of what is told of one thing.
        """
        super().__init__()
        self._new, self._dropped, self._warned = {*new}, dropped, False
        self._most_about = most_about
        self._title, self._choices, self._verb = title, tuple(choices), take
        self._ticked = {choice.key for choice in choices if choice.key in ticked}
        self._before = frozenset(self._ticked)

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
        """The key that saves in forms, and all at once."""
        return [("ctrl+s", self._verb), ("a", "all or none"), ("↑↓", "move")]

    def on_mount(self) -> None:
        """The keys go to the list."""
        self._show()
        self.set_focus(self.query_one(RowList))
        self.call_after_refresh(self._fit)

    def on_resize(self) -> None:
        """The list is as high as it has to be, and its keys stay in view."""
        self.call_after_refresh(self._fit)

    def _fit(self) -> None:
        if self.is_attached:  # the program may end while it is being made
            width = self.query_one("#foot").content_size.width - BESIDE
            self.fit_list(sum(self._row(each).high(width) for each in self._choices), 10, 7)

    def _show(self) -> None:
        self.query_one(RowList).show([self._row(choice) for choice in self._choices])
        self.query_one("#head", Panel).show(self._head)

    def _head(self, width: int) -> t.Lines:
        title = t.strong(self._title)
        told = t.soft(f"{len(self._ticked)} of {len(self._choices)} ticked")
        has_room = title.cell_length + APART + told.cell_length <= width
        below = t.BLANK if has_room else told
        if self._warned:
            below = t.fitted(t.accent(f"! {self._dropped}"), width)
        return [t.spread(title, told if has_room else t.BLANK, width), below]

    def _row(self, choice: Choice) -> Row:
        box = TICKS[choice.key in self._ticked]

        def about(width: int) -> t.Lines:
            room = width - len(box)
            parts = (NEW if choice.key in self._new else "", choice.about)
            told = " · ".join(filter(None, parts))
            lines = t.clipped(parted(told, room, t.SOFT), self._most_about, room)
            return [t.fitted(t.join(" " * len(box), each), width) for each in lines]

        def draw(width: int, marked: bool) -> t.Lines:
            name = t.join(t.ink(box), (t.strong if marked else t.ink)(choice.name))
            return [t.spread(name, t.soft(choice.figure), width), *about(width)]

        return Row(choice.key, draw, lambda width: 1 + len(about(width)))

    def action_tick(self) -> None:
        """Tick the marked thing, or no longer."""
        self._say({self.query_one(RowList).marked} ^ self._ticked)

    def action_tick_all(self) -> None:
        """Tick everything; where everything is, nothing."""
        every = {choice.key for choice in self._choices}
        self._say(set() if self._ticked == every else every)

    def _say(self, ticked: set[str]) -> None:
        self._new -= ticked ^ self._ticked
        self._ticked, self._warned = ticked, False
        self._show()

    @on(RowList.Chosen)
    def action_take(self) -> None:
        """Take what is ticked."""
        self.dismiss(frozenset(self._ticked))

    def action_leave(self) -> None:
        """Take nothing; where something was ticked, that is told first."""
        if self._dropped and not self._warned and self._ticked != self._before:
            self._warned = True
            self._show()
        else:
            self.dismiss(None)
