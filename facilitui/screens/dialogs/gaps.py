"""Stretches without the program, each of which counts as session time or does not."""

from __future__ import annotations

from collections.abc import Awaitable, Callable

from textual import on
from textual.binding import Binding

from facilitui import text as t
from facilitui.core.gaps import Gaps, GapSeen
from facilitui.core.told import length
from facilitui.screens.dialogs.deciding import DecidingDialog
from facilitui.screens.dialogs.dialog import Key
from facilitui.widgets.row_list import RowList
from facilitui.widgets.rows import Row

Change = Callable[[int, bool], Awaitable[Gaps]]
"""Says of a gap by its seq whether it counts; all gaps as they are then."""
EMPTY = "There was no stretch without the program."
MEANING = "What does not count is left out of the minutes run."


class GapsDialog(DecidingDialog):
    """The gaps of a session; space or enter changes the marked one, and that is written at once."""

    BINDINGS = [Binding("space", "change", "change", show=False)]

    def __init__(self, gaps: Gaps, change: Change) -> None:
        super().__init__()
        self._gaps, self._change = gaps, change

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
        return next((gap for gap in self._gaps.seen if str(gap.seq) == self.marked_key), None)

    def rows(self) -> list[Row]:
        """Each gap with what was decided of it."""
        return [_row(gap) for gap in self._gaps.seen]

    def head(self, width: int) -> t.Lines:
        """The minutes run as they are decided."""
        told = t.soft(f"{self._gaps.ran:.0f} min run")
        return [t.spread(t.strong("Gaps in the run"), told, width), t.BLANK]

    def note(self, width: int) -> t.Lines:
        """What the answer means, or what went wrong."""
        if self.problem:
            return [t.BLANK, *t.clipped(t.wrapped(self.problem, width), 4, width)]
        told = MEANING if self._gaps.seen else EMPTY
        return [t.BLANK, *t.wrapped(told, width, t.SOFT)]

    @on(RowList.Chosen)
    async def action_change(self) -> None:
        """Leave the marked gap out, or count it again."""
        if gap := self._marked:
            await self.decided(self._changed(gap))

    async def _changed(self, gap: GapSeen) -> None:
        self._gaps = await self._change(gap.seq, not gap.counts)


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
