"""The checks of a plan: the three weightiest beside the questions, all of them on a page."""

from __future__ import annotations

from facilitui import text as t
from facilitui.core.checks import Check
from facilitui.services.plan_view import PlanView
from facilitui.widgets.rows import Row, blank_row

LABEL = 3
"""The column behind a check's glyph."""
IN_VIEW = 3
READING = 90


def check_lines(view: PlanView, width: int, *, airy: bool) -> t.Lines:
    """The three weightiest checks, and how to see the others."""
    aside = f"{len(view.dismissed)} set aside" if view.dismissed else ""
    if not view.checks:
        nothing = ", ".join(part for part in ("nothing to look at again", aside) if part)
        return [t.BLANK, t.fitted(t.join(t.padded(t.soft("✓"), LABEL), t.soft(nothing)), width)]
    more = len(view.checks) - IN_VIEW
    told = [f"{more} more" if more > 0 else "", aside]
    end = t.join(t.soft(", ".join(part for part in told if part)), "  ", t.strong("c"))
    lines = [t.BLANK, t.spread(t.heading("Checks"), end, width)]
    for check in view.checks[:IN_VIEW]:
        lines += _marked_off(check.text, width, 2 if airy else 1)
    return lines


def _marked_off(text: str, width: int, most: int) -> t.Lines:
    lines = t.clipped(t.wrapped(text, width - LABEL), most)
    glyph = t.padded(t.accent("!"), LABEL)
    return [t.join(glyph if not i else " " * LABEL, line) for i, line in enumerate(lines)]


def check_rows(view: PlanView) -> list[Row]:
    """Every check with its reason; those set aside at the end, with the note."""
    rows = [_row(check, "") for check in view.checks]
    if view.dismissed:
        head = t.heading("Set aside")
        rows += [blank_row()] if rows else []
        rows.append(Row("", lambda width, marked: [t.fitted(head, width)]))
        rows += [_row(check, note or "no note") for check, note in view.dismissed]
    return rows


def _row(check: Check, note: str) -> Row:
    def draw(width: int, marked: bool = False) -> t.Lines:
        style = f"bold {t.INK}" if marked else t.SOFT if note else t.INK
        mark = t.padded(t.soft("–") if note else t.accent("!"), LABEL)
        under = f"set aside: {note}" if note else check.reason
        room = min(width, READING) - LABEL
        text = t.clipped(t.wrapped(check.text, room, style), 2)
        lines = [*text, *t.clipped(t.wrapped(under, room, t.SOFT), 2)]
        return [t.join(" " * LABEL if at else mark, line) for at, line in enumerate(lines)]

    return Row(check.id, draw, lambda width: len(draw(width)))
