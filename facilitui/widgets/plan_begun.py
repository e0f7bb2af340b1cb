"""What a plan changed of the agenda it began from, as rows and in a line."""

from __future__ import annotations

from facilitui import text as t
from facilitui.core.plans.plan_changes import How, PlanChange, SinceBegun
from facilitui.core.told import day_of_month
from facilitui.widgets.rows import Row

LABEL = 3
"""The column behind a change's sign."""
READING = 90
NOTHING = "Nothing so far: its goals and its blocks are as they were."
_SIGNS = {
    **dict.fromkeys((How.GOAL_ADDED, How.ADDED), "+"),
    **dict.fromkeys((How.GOAL_OUT, How.OUT, How.PARKED), t.MINUS),
}


def begun_told(begun: SinceBegun) -> str:
    """How much was changed of what: a long title is cut, and the figure never."""
    return f"{begun.counted if begun.changes else 'nothing'} of {begun.named()}"


def begun_head(begun: SinceBegun, width: int) -> t.Lines:
    """From what, when, and how much was changed."""
    on = f"on {day_of_month(begun.on)}" if begun.on else ""
    head = t.spread(t.strong("Changed of its agenda"), t.soft(begun.counted), width)
    came = " ".join(part for part in (f"Began from {begun.named()}", on) if part)
    return [head, *t.clipped(t.wrapped(came, width, t.SOFT), 2, width), t.BLANK]


def begun_rows(begun: SinceBegun) -> list[Row]:
    """A row for each change, by its place among them."""
    if not begun.changes:
        return [_row("", "", NOTHING, soft=True)]
    rows = enumerate(begun.changes)
    return [_row(str(at), _sign(each), each.told(), soft=not each.place) for at, each in rows]


def _sign(change: PlanChange) -> str:
    return _SIGNS.get(change.how, "·")


def _row(key: str, sign: str, told: str, *, soft: bool) -> Row:
    def draw(width: int, marked: bool = False) -> t.Lines:
        style = f"bold {t.INK}" if marked else t.SOFT if soft else t.INK
        room = min(width, READING) - LABEL
        lines = t.clipped(t.wrapped(told, room, style), 4, room)
        return t.labelled(t.padded(t.soft(sign), LABEL), lines, LABEL)

    return Row(key, draw, lambda width: len(draw(width)))
