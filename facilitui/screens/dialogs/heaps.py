"""Everything that can be sorted in a debrief, each with how far it is; enter opens its list."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from textual import on
from textual.app import ComposeResult
from textual.binding import Binding
from textual.containers import Vertical

from facilitui import text as t
from facilitui.core.debriefs.sorting import Heap, HeapSeen
from facilitui.screens.dialogs.dialog import Dialog, Key
from facilitui.widgets.panel import Panel
from facilitui.widgets.row_list import RowList
from facilitui.widgets.rows import Row

Open = Callable[[Heap, Callable[[], None]], None]
"""Opens the list of one; calls back once it is closed and what was sorted is known."""
EMPTY = "There is nothing to sort: no wait, no norm, no capture and no goal in this session."
MEANING = "Nothing has to be sorted; what is left open counts as not told."


class HeapsDialog(Dialog[None]):
    """A list of lists."""

    BINDINGS = [Binding("escape", "leave", "leave", show=False)]

    def __init__(self, seen: Callable[[], Sequence[HeapSeen]], open_list: Open) -> None:
        super().__init__()
        self._seen, self._open_list = seen, open_list

    def compose(self) -> ComposeResult:
        """A heading, the list, what sorting means, the keys."""
        with Vertical(id="dialog"):
            yield Panel(self._head, id="head")
            yield RowList(id="choices")
            yield Panel(self._note, id="note")
            yield Panel(self.draw_foot, id="foot")

    def _head(self, width: int) -> t.Lines:
        return [t.fitted(t.strong("Sort"), width), t.BLANK]

    def _note(self, width: int) -> t.Lines:
        return [t.BLANK, *t.wrapped(MEANING if self._seen() else EMPTY, width, t.SOFT)]

    def keys(self) -> list[Key]:
        """What can be done."""
        return [*([("enter", "open")] if self._seen() else []), ("escape", "done")]

    def on_mount(self) -> None:
        """The keys go to the list."""
        self._show()
        self.set_focus(self.query_one(RowList))

    def on_resize(self) -> None:
        """The list is as high as it has to be; its keys stay in view."""
        self.fit_list(len(self._seen()), 12, 9)

    def _show(self) -> None:
        self.query_one(RowList).show([_row(each) for each in self._seen()])

    @on(RowList.Chosen)
    def _open(self, event: RowList.Chosen) -> None:
        self._open_list(Heap(event.key), self.show_again)

    def show_again(self) -> None:
        """Show how far each is by now, unless the list was left meanwhile."""
        if self.is_attached:
            self._show()

    def action_leave(self) -> None:
        """Go back."""
        self.dismiss(None)


def _row(seen: HeapSeen) -> Row:
    def draw(width: int, marked: bool) -> t.Lines:
        name = (t.strong if marked else t.ink)(seen.heap.label)
        return [t.spread(name, t.soft(seen.told), width)]

    return Row(seen.heap.value, draw)
