"""How questions on a scale were answered: a small bar with its figure at each level."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from textual.content import Content

from facilitui import text as t
from facilitui.core.responses.feedback import level_words
from facilitui.core.responses.feedback_figures import Answered
from facilitui.core.responses.feedback_scale import Scale

BARS = "▁▂▃▄▅▆▇"
"""Read without colour; the highest leaves air to the row above, and a figure stands beside each."""
_NAME, _COUNT, _AIR = 15, 6, 2
_ROOMY = 5
"""Columns of a level, where there is room."""


@dataclass(frozen=True, slots=True)
class _Table:
    """What rows of one scale have in common."""

    level: int
    """Columns of one level."""
    median: int
    beside: bool
    """Whether a name has its figures beside it; else they stand below."""


def level_lines(found: Sequence[Answered], heading: str, width: int) -> t.Lines:
    """How many at each level, how many answered, the median with its scale; nothing of none."""
    by_scale: dict[Scale, list[Answered]] = {}
    for each in found:
        by_scale.setdefault(each.scale, []).append(each)
    lines = t.wrapped(heading, width, f"bold {t.SOFT}") if found else []
    for group in by_scale.values():
        lines += [*_group(group, width), t.BLANK]
    return lines


def _group(group: Sequence[Answered], width: int) -> t.Lines:
    table, first = _table(group, width), group[0]
    names = [t.right(t.soft(name), table.level) for name, _ in first.bars()]
    ends = [t.right(t.soft("n"), _COUNT), t.right(t.soft("median"), table.median)]
    rows = [line for each in group for line in _row(each, table, width)]
    if table.beside:
        rows = [t.fitted(t.join(" " * _NAME, *names, *ends), width), *rows]
    elif table.level * len(names) <= width:
        rows.append(t.join(*names))
    return [*rows, *t.wrapped(_legend(first), width, t.SOFT)]


def _table(group: Sequence[Answered], width: int) -> _Table:
    bars = [bar for each in group for bar in each.bars()]
    level = max(max(len(name), len(f"{count}") + 1) for name, count in bars) + 1
    median = max(len("median"), *(len(each.told) for each in group)) + _AIR
    count = len(tuple(group[0].bars()))
    roomy = max(level, _ROOMY)
    for columns in (roomy, level):
        if _NAME + columns * count + _COUNT + median <= width:
            return _Table(columns, median, beside=True)
    return _Table(roomy if roomy * count <= width else level, median, beside=False)


def _row(each: Answered, table: _Table, width: int) -> t.Lines:
    bars = tuple(each.bars())
    most = max(count for _, count in bars)
    name, median = t.ink(each.item.short), t.strong(each.told)
    cells = [t.right(_bar(count, most), table.level) for _, count in bars]
    if table.beside:
        ends = (t.right(t.soft(each.count), _COUNT), t.right(median, table.median))
        return [t.fitted(t.join(t.padded(name, _NAME), *cells, *ends), width)]
    head = t.spread(name, t.join(t.soft(f"n {each.count}   "), median), width)
    if table.level * len(bars) <= width:
        return [head, t.join(*cells)]
    told = " · ".join(f"{level}: {count}" for level, count in bars if count)
    return [head, *t.wrapped(told, width)]


def _bar(count: int, most: int) -> Content:
    """A figure with its bar, as high as the figure is beside the greatest."""
    if not count:
        return t.soft("·")
    return t.join(t.plain(BARS[-(-len(BARS) * count // most) - 1], t.SOFT), t.ink(count))


def _legend(each: Answered) -> str:
    """What the lowest and the highest level mean."""
    words, scale = level_words(each.item, each.scale), each.scale
    if words:
        return f"{scale.least} {words[0]} … {scale.most} {words[-1]}"
    return f"on a scale of {scale.label}, {scale.most} is most"
