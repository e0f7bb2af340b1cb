"""Stretches without the program, each of which counts as session time or does not."""

from __future__ import annotations

from collections.abc import Awaitable, Callable

from textual import on
from textual.app import ComposeResult
from textual.binding import Binding
from textual.containers import Vertical

from facilitui import text as t
from facilitui.core.errors import FacilituiError
from facilitui.core.gaps import Gaps, GapSeen
from facilitui.core.told import length
from facilitui.screens.dialogs.dialog import Dialog, Key
from facilitui.widgets.panel import Panel
from facilitui.widgets.row_list import RowList
from facilitui.widgets.rows import Row

Change = Callable[[int, bool], Awaitable[Gaps]]
"""Says of a gap by its seq whether it counts; all gaps as they are then."""
EMPTY = "There was no stretch without the program."
MEANING = "What does not count is left out of the minutes run."


class GapsDialog(Dialog[None]):
    """The gaps of a session; space or enter changes the marked one, and that is written at once."""

    BINDINGS = [
        Binding("space", "change", "change", show=False),
        Binding("escape", "leave", "leave", show=False),
    ]

    def __init__(self, gaps: Gaps, change: Change) -> None:
        super().__init__()
        self._gaps, self._change = gaps, change
        self._problem = ""

    def compose(self) -> ComposeResult:
        """A heading, the gaps, what it means, the keys."""
        with Vertical(id="dialog"):
            yield Panel(self._head, id="head")
            yield RowList(id="choices")
            yield Panel(self._note, id="note")
            yield Panel(self.draw_foot, id="foot")

    def on_mount(self) -> None:
        """The keys go to the list."""
        self._show()
        self.set_focus(self.query_one(RowList))

    def on_resize(self) -> None:
        """The list is as high as it has to be, once its lines are known; its keys stay in view."""
        self._fit_list(2 * len(self._gaps.seen))
        self.call_after_refresh(self._fit_list)

    def _fit_list(self, lines: int = 0) -> None:
        rows = self.query_one(RowList)
        room = self.app.size.height * 96 // 100 - (13 if self.tall else 10)
        rows.styles.height = max(1, min(lines or rows.virtual_size.height, room))

    def keys(self) -> list[Key]:
        """What can be done."""
        marked = self._marked
        word = "leave out" if marked and marked.counts else "count again"
        return [*([("space", word)] if marked else []), ("escape", "back")]

    @property
    def _marked(self) -> GapSeen | None:
        marked = self.query_one(RowList).marked
        return next((gap for gap in self._gaps.seen if str(gap.seq) == marked), None)

    def _show(self) -> None:
        self.query_one(RowList).show([_row(gap) for gap in self._gaps.seen])
        self._show_marked()

    @on(RowList.Marked)
    def _show_marked(self) -> None:
        for name, draw in (("head", self._head), ("note", self._note), ("foot", self.draw_foot)):
            self.query_one(f"#{name}", Panel).show(draw)

    def _head(self, width: int) -> t.Lines:
        told = t.soft(f"{self._gaps.ran:.0f} min run")
        return [t.spread(t.strong("Gaps in the run"), told, width), t.BLANK]

    def _note(self, width: int) -> t.Lines:
        """What the answer means, or what went wrong."""
        if self._problem:
            return [t.BLANK, *t.clipped(t.wrapped(self._problem, width), 4, width)]
        told = MEANING if self._gaps.seen else EMPTY
        return [t.BLANK, *t.wrapped(told, width, t.SOFT)]

    @on(RowList.Chosen)
    async def action_change(self) -> None:
        """Leave the marked gap out, or count it again."""
        gap = self._marked
        if gap is None:
            return
        try:
            self._gaps = await self._change(gap.seq, not gap.counts)
            self._problem = ""
        except FacilituiError as error:
            self._problem = str(error)
        self._show()

    def action_leave(self) -> None:
        """Go back."""
        self.dismiss(None)


def _row(gap: GapSeen) -> Row:
    """When it began, how long it was, whether it counts; below that the step, uncut."""
    when = f"{t.day(gap.began_at)} " if gap.another_day else ""
    when += t.clock(gap.began_at)
    step = gap.step or "between steps"

    def draw(width: int, marked: bool) -> t.Lines:
        told = (t.strong if marked else t.ink)(f"{when}, {length(gap.seconds)}")
        state = t.ink("● counts") if gap.counts else t.soft("○ does not count")
        return [t.spread(told, state, width), *t.wrapped(step, width, t.SOFT)]

    return Row(str(gap.seq), draw, lambda width: len(draw(width, False)))
