"""A pulse as a small picture: a column a day, a row a level, in each how many answered that."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from textual.content import Content

from facilitui import text as t
from facilitui.core.pathways.pulse import Pulse, PulseDay, pulse_told
from facilitui.core.told import day_of_month

_SIDE = 17
"""The columns of the levels' names."""
_DAY = 8
"""The columns of one day."""
_ONE, _NONE = "●", "·"


def pulse_lines(pulse: Pulse, width: int, today: date) -> t.Lines:
    """What was asked, what was answered in words, and the picture of its newest days."""
    ask = t.clipped(t.wrapped(pulse.ask, t.reading(width)), 2, width)
    said = t.wrapped(pulse_told(pulse, today), t.reading(width), t.SOFT)
    return [*ask, *said, *_picture(pulse, width, today)]


def _picture(pulse: Pulse, width: int, today: date) -> t.Lines:
    side = min(_SIDE, width // 3, max(map(len, pulse.levels)) + 1)
    room = max(1, (width - side) // _DAY)
    days = pulse.days[-room:]
    if len(pulse.days) < 2:
        return []
    earlier = len(pulse.days) - len(days)
    corner = t.soft(f"{earlier} earlier" if earlier else "")
    head = _row(corner, side, [t.soft(day_of_month(each.on, today)) for each in days], width)
    levels = [_level(pulse, level, side, days, width) for level in _downwards(pulse)]
    return [head, *levels]


def _downwards(pulse: Pulse) -> Sequence[int]:
    """The levels, the highest first."""
    return range(len(pulse.levels))[::-1]


def _level(pulse: Pulse, level: int, side: int, days: Sequence[PulseDay], width: int) -> Content:
    counts = [each.counts[level] for each in days]
    alone = all(sum(each.counts) == 1 for each in days)
    return _row(t.soft(pulse.levels[level]), side, [_count(each, alone) for each in counts], width)


def _count(count: int, alone: bool) -> Content:
    """How many; a point where there is one answer a day, and no figure would say more."""
    if not count:
        return t.soft(_NONE)
    return t.accent(_ONE if alone else str(count))


def _row(side: Content, wide: int, cells: Sequence[Content], width: int) -> Content:
    name = t.padded(t.fitted(side, wide - 1), wide)
    return t.fitted(t.join(name, *(t.right(each, _DAY - 1).pad_right(1) for each in cells)), width)
