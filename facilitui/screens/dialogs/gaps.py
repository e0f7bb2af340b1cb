"""Stretches without the program, each of which counts as session time or does not."""

from __future__ import annotations

from collections.abc import Awaitable, Callable

from facilitui import text as t
from facilitui.core.sessions.gaps import Gaps, GapSeen
from facilitui.core.told import length
from facilitui.screens.dialogs.deciding import DecidingDialog
from facilitui.widgets.rows import Row

Change = Callable[[int, bool], Awaitable[Gaps]]
"""Says of a gap by its seq whether it counts; all gaps as they are then."""
EMPTY = "There was no stretch without the program."
MEANING = "What does not count is left out of the minutes run."


class GapsDialog(DecidingDialog):
    """The gaps of a session; each answer is written into its log at once."""

    answers = ("counts", "does not count")

    def __init__(self, gaps: Gaps, change: Change) -> None:
        super().__init__()
        self._gaps, self._change = gaps, change

    def rows(self) -> list[Row]:
        """Each gap with what was decided of it."""
        return [_row(gap) for gap in self._gaps.seen]

    def head(self, width: int) -> t.Lines:
        """The minutes run as they are decided."""
        told = t.soft(f"{t.ran(self._gaps.ran)} run")
        return [t.spread(t.strong("Gaps in the run"), told, width), t.BLANK]

    def note(self, width: int) -> t.Lines:
        """What the answer means."""
        return t.wrapped(MEANING if self._gaps.seen else EMPTY, width, t.SOFT)

    def answer_of(self, key: str) -> int | None:
        """Whether it counts."""
        counts = {str(gap.seq): gap.counts for gap in self._gaps.seen}
        return 0 if counts.get(key, True) else 1

    async def decide(self, key: str, answer: int | None) -> None:
        """Count it, or leave it out."""
        self._gaps = await self._change(int(key), answer == 0)


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
