"""Enrolments in pathways, as Home shows them: the phase, and the one next step below."""

from __future__ import annotations

from typing import TYPE_CHECKING

from facilitui import text as t
from facilitui.widgets.rows import Row

if TYPE_CHECKING:
    from facilitui.core.overview import PathwayStep

STEP = 3
"""How far a step stands in below what it belongs to."""
MOST_LINES = 2
"""Lines of a step where there is room for one alone of everything else."""


def pathway_row(each: PathwayStep, most: int) -> Row:
    """Whose way it is and its phase; below, what is next, in at most so many lines or two."""
    title = t.ink(each.name or each.pathway)
    if each.name:
        title = t.join(title, t.soft(f" · {each.pathway}"))

    def lines(width: int) -> t.Lines:
        step = t.in_lines(each.step, width - STEP, max(most, MOST_LINES))
        told = t.in_lines(f"! {each.file}", width - STEP, 1) if each.file else []
        below = [t.join(" " * STEP, line) for line in (*step, *told)]
        return [t.spread(title, t.soft(each.phase), width), *below]

    return Row(
        f"pathway {each.enrolment}",
        lambda width, marked: lines(width),
        lambda width: len(lines(width)),
    )
