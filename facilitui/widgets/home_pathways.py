"""Enrolments in pathways, as Home shows them: the phase, and the one next step below."""

from __future__ import annotations

from typing import TYPE_CHECKING

from textual.content import Content

from facilitui import text as t
from facilitui.widgets.rows import Row

if TYPE_CHECKING:
    from facilitui.core.overview import PathwayStep

STEP = 3
"""How far a step stands in below what it belongs to."""
LEAST = 8
"""With fewer columns left for it the pathway is not named: its first letters say nothing."""
MOST_LINES = 2
"""Lines of a step where there is room for one alone of everything else."""


def pathway_row(each: PathwayStep, most: int) -> Row:
    """Whose way it is and its phase; below, what is next, in at most so many lines or two."""

    def lines(width: int) -> t.Lines:
        step = t.in_lines(each.step, width - STEP, max(most, MOST_LINES))
        told = t.in_lines(f"! {each.file}", width - STEP, 1) if each.file else []
        below = [t.join(" " * STEP, line) for line in (*step, *told)]
        return [t.spread(_title(each, width), t.soft(each.phase), width), *below]

    return Row(
        f"pathway {each.enrolment}",
        lambda width, marked: lines(width),
        lambda width: len(lines(width)),
    )


def _title(each: PathwayStep, width: int) -> Content:
    """Whose way it is, and the pathway where it has room beside the phase."""
    if not each.name:
        return t.ink(each.pathway)
    name, pathway = t.ink(each.name), t.soft(each.pathway)
    phase = t.soft(each.phase).cell_length
    room = width - name.cell_length - 3 - (phase + 2 if phase else 0)
    has_room = room >= min(LEAST, pathway.cell_length)
    return t.join(name, t.soft(" · "), pathway) if has_room else name
