"""What was planned and what ran, as figures and as bars."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import chain
from typing import NamedTuple

from textual.content import Content

from facilitui import text as t
from facilitui.core.sessions.facts import BlockFacts, SessionFacts
from facilitui.core.sessions.gaps import gaps_told
from facilitui.core.sessions.punctuality import kept_time
from facilitui.core.told import capital, minutes_over

PLAN_COLUMN = 36
"""From this width on what was planned has a column, and figures have more air before them."""
MARKED_OVER = 3
"""Minutes over from which a block's difference stands out."""
PLANS_END = "┃"


class _Row(NamedTuple):
    """A name, and the figures behind it, each in a column that is as wide as it has to be."""

    name: Content
    figures: tuple[Content, ...]


def run_lines(facts: SessionFacts, width: int) -> t.Lines:
    """When it began and ended, then each block with its bar, the sum, the gaps."""
    times = kept_time(facts.started_late, facts.ended_late, facts.after_agreed, facts.free)
    planned = (t.soft("plan"),) if width >= PLAN_COLUMN else ()
    head = _Row(t.heading("Blocks"), (*planned, t.soft("ran"), t.BLANK))
    blocks = [_row(b.title, b.planned, b.ran, b.skipped, width) for b in facts.blocks]
    total = _row("All blocks", facts.planned, facts.ran, False, width, strong=True)
    first, *rows, last = _drawn([head, *blocks, total], width)
    longest = max((max(each.planned, each.ran) for each in facts.blocks), default=0.0)
    bars = [bar(block, longest, width) for block in facts.blocks]
    told = gaps_told(facts.gaps)
    return [
        *([*_times(capital(times), width), t.BLANK] if times else []),
        first,
        *chain.from_iterable(zip(rows, bars, strict=True)),
        last,
        *(t.wrapped(told, width, t.SOFT) if told else []),
    ]


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


def _row(
    name: str, plan: float, ran: float, skipped: bool, width: int, *, strong: bool = False
) -> _Row:
    over = minutes_over(ran, plan)
    ink = t.strong if strong else t.ink
    difference = t.strong if over >= MARKED_OVER else t.soft
    real = t.soft("–") if skipped else ink(t.minutes_run(ran))
    if width < PLAN_COLUMN:
        return _Row(ink(name), (real, difference(t.signed(over))))
    apart = t.soft("not run") if skipped else difference(t.signed(over))
    return _Row(ink(name), (t.soft(t.minutes(plan)), real, apart))


def _drawn(rows: Sequence[_Row], width: int) -> t.Lines:
    """The rows under one another, with at least a cell of air before every figure."""
    air = 2 if width >= PLAN_COLUMN else 1
    columns = zip(*(row.figures for row in rows), strict=True)
    wide = [max(each.cell_length for each in column) + air for column in columns]
    return [
        t.join(t.padded(row.name, width - sum(wide)), *map(t.right, row.figures, wide))
        for row in rows
    ]
