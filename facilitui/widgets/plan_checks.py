"""The checks of a plan: the three weightiest beside the questions, all of them on a page."""

from __future__ import annotations

from facilitui import text as t
from facilitui.core.checks import Check
from facilitui.services.plans.plan_view import PlanView
from facilitui.widgets.rows import Row, blank_row

LABEL = 3
"""The column behind a check's glyph."""
IN_VIEW = 3
READING = 90


def check_lines(view: PlanView, width: int, *, airy: bool) -> t.Lines:
    """The three weightiest checks, and how to see the others."""
    aside = [f"{len(view.dismissed)} set aside"] if view.dismissed else []
    if not view.checks:
        nothing = ", ".join(("nothing to look at again", *aside))
        return [t.BLANK, t.fitted(t.join(t.padded(t.soft("✓"), LABEL), t.soft(nothing)), width)]
    told = ", ".join((*beyond(view), *aside)) or "all"
    lines = [t.BLANK, t.spread(t.heading("Checks"), t.key("c", told), width)]
    for check in view.checks[:IN_VIEW]:
        lines += _marked_off(check.text, width, 2 if airy else 1)
    return lines


def beyond(view: PlanView) -> list[str]:
    """How many checks there are besides those in view, if any."""
    more = len(view.checks) - IN_VIEW
    return [f"{more} more"] if more > 0 else []


def _marked_off(text: str, width: int, most: int) -> t.Lines:
    lines = t.clipped(t.wrapped(text, width - LABEL), most, width - LABEL)
    glyph = t.padded(t.accent("!"), LABEL)
    return [t.join(glyph if not i else " " * LABEL, line) for i, line in enumerate(lines)]


def check_rows(view: PlanView, *, airy: bool) -> list[Row]:
    """Every check with its reason; those set aside at the end, with the note."""
    rows: list[Row] = []
    for check in view.checks:
        rows += [blank_row()] if rows and airy else []
        rows.append(_row(check, ""))
    if view.dismissed:
        head = t.heading("Set aside")
        rows += [blank_row()] if rows else []
        rows.append(Row("", lambda width, marked: [t.fitted(head, width)]))
    for check, note in view.dismissed:
        rows += [blank_row()] if airy else []
        rows.append(_row(check, note or "no note"))
    return rows


def _row(check: Check, note: str) -> Row:
    def draw(width: int, marked: bool = False) -> t.Lines:
        style = f"bold {t.INK}" if marked else t.SOFT if note else t.INK
        mark = t.padded(t.soft("–") if note else t.accent("!"), LABEL)
        under = f"set aside: {note}" if note else check.reason
        room = min(width, READING) - LABEL
        text = t.clipped(t.wrapped(check.text, room, style), 2, room)
        lines = [*text, *t.clipped(t.wrapped(under, room, t.SOFT), 2, room)]
        return [t.join(" " * LABEL if at else mark, line) for at, line in enumerate(lines)]

    return Row(check.id, draw, lambda width: len(draw(width)))
