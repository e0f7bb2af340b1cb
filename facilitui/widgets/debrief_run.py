"""What was planned and what ran, as figures and as bars."""

from __future__ import annotations

from textual.content import Content

from facilitui import text as t
from facilitui.core.facts import BlockFacts, SessionFacts
from facilitui.core.gaps import gaps_told
from facilitui.core.punctuality import kept_time
from facilitui.core.told import capital, minutes_over

PLAN_COLUMN = 36
"""From this width on what was planned has a column."""
RAN_COLUMN = 6
"""What ran, up to 999.5, with air before it."""
MARKED_OVER = 3
"""Minutes over from which a block's difference stands out."""
PLANS_END = "┃"


def run_lines(facts: SessionFacts, width: int) -> t.Lines:
    """When it began and ended, then each block with its bar, the sum, the gaps."""
    planned = width >= PLAN_COLUMN
    first = t.right(t.soft("plan"), 7) if planned else t.BLANK
    heads = t.join(first, t.right(t.soft("ran"), RAN_COLUMN), " " * _apart(width))
    times = kept_time(facts.started_late, facts.ended_late, facts.after_agreed, facts.free)
    lines = [*_times(capital(times), width), t.BLANK] if times else []
    lines.append(t.spread(t.heading("Blocks"), heads, width))
    longest = max((max(each.planned, each.ran) for each in facts.blocks), default=0.0)
    for block in facts.blocks:
        lines.append(_figures(block.title, block.planned, block.ran, block.skipped, width))
        lines.append(bar(block, longest, width))
    total = _figures("All blocks", facts.planned, facts.ran, False, width, strong=True)
    told = gaps_told(facts.gaps)
    return [*lines, total, *(t.wrapped(told, width, t.SOFT) if told else [])]


def _times(told: str, width: int) -> t.Lines:
    """In a line, or each time in a line of its own: no word stands alone in the next one."""
    parts = [told] if len(told) <= width else told.replace(", ", ",\n").split("\n")
    return [line for part in parts for line in t.wrapped(part, width)]


def bar(block: BlockFacts, longest: float, width: int) -> Content:
    """What ran of a block, with its plan's end marked; the longest block fills the width.

    A line of its own kind tells what ran from what was planned and did not run, so that it is
    read without colour.
    """
    room = max(0, width - len(PLANS_END))
    plan, ran = (_cells(value, longest, room) for value in (block.planned, block.ran))
    within, beyond = min(plan, ran), max(0, ran - plan)
    return t.join(
        t.plain("━" * within, t.SOFT),
        t.plain("┄" * (plan - within), t.FAINT),
        t.plain(PLANS_END, t.INK),
        t.plain("━" * beyond, f"bold {t.INK}"),
    )


def _cells(value: float, longest: float, room: int) -> int:
    """A length in cells: at least one of what took any time."""
    cells = round(value / longest * room) if longest > 0 else 0
    return min(room, max(cells, int(value > 0)))


def _apart(width: int) -> int:
    """The width of a difference, with air before the longest there is, such as −74.92."""
    return 8 if width >= PLAN_COLUMN else 7


def _figures(
    name: str, plan: float, ran: float, skipped: bool, width: int, *, strong: bool = False
) -> Content:
    over = minutes_over(ran, plan)
    ink = t.strong if strong else t.ink
    difference = t.strong if over >= MARKED_OVER else t.soft
    real = t.soft("–") if skipped else ink(t.minutes(ran))
    apart = t.soft("not run") if skipped and width >= PLAN_COLUMN else difference(t.signed(over))
    end = t.join(
        t.right(t.soft(t.minutes(plan)), 7) if width >= PLAN_COLUMN else "",
        t.right(real, RAN_COLUMN),
        t.right(apart, _apart(width)),
    )
    return t.join(t.padded(ink(name), width - end.cell_length), end)
