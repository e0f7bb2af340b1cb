"""Trends as pictures of characters: a small one for a list, and a large one of cells.

A picture says the same without any colour: oneself, an observer and both at once each have a
glyph of their own, and the marked session a sign under it. All pictures of a screen have the same
columns, so a session that one shows nothing of is a gap in it.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from enum import Enum

from facilitui.core.trends.trend_scale import (
    Drawn,
    Rows,
    Scale,
    has_levels,
    is_at,
    rows_needed,
    rows_of,
)
from facilitui.core.trends.trends import Place, Point, Trend, Who

_EIGHTHS = " ▁▂▃▄▅▆▇█"
_HALF, _NO_BAR = "▀", "━"
"""A bar in the row of the lowest line, and one of nought."""
_HANGING = "▔▀"
"""A small picture's values below nought: a little, and much."""
_SMALLEST = 6
"""Eighths of a line between the lowest and the highest of a small picture, which never touches
the line above it."""
BESIDE_NAMED = {1: "▀", -1: "▄"}
"""A length in the row of a named one, on its side of the line."""
BOTH = "◆"
"""Where two lines meet."""
STEM, GUIDE, BASE, HERE = "│", "┈", "─", "▲"
_WIDEST_BAR = 4
_SEVERAL = 2
_LEAST_ROWS = 3
_WIDE = 4
"""Columns between two sessions of which one more or less is not seen."""


class Ink(Enum):
    """What a cell of a picture is."""

    NOTHING = "nothing"
    VALUE = "value"
    SEEN = "seen"
    """An observer's."""
    RANGE = "range"
    GUIDE = "guide"
    HERE = "here"


Cell = tuple[str, Ink]
_EMPTY: Cell = (" ", Ink.NOTHING)


@dataclass(frozen=True, slots=True)
class Picture:
    """A trend, drawn."""

    rows: tuple[tuple[Cell, ...], ...]
    """From the top; all as wide."""
    labels: tuple[str, ...]
    """What each row is called, most of them nothing."""
    first: int
    """Which of the columns of the trend is drawn first."""
    count: int
    """How many are drawn: not all where there is no room."""
    used: int
    """How many columns are drawn on, from the left: sessions that are near stand evenly."""


def spark(trend: Trend, width: int) -> str:
    """The newest sessions in so many characters, one each; a gap where the trend has none of one.

    Only its first line is seen: what others say of it is in the large picture.
    """
    who, first = trend.lines[0].who, max(0, trend.width - max(0, width))
    drawn = [" "] * (trend.width - first)
    for column, place in zip(reversed(trend.columns), reversed(trend.places), strict=True):
        if column < first:
            break
        point = dict(place.points).get(who)
        drawn[column - first] = " " if point is None else _level(trend.scale, point.value)
    return "".join(drawn)


def _level(scale: Scale, value: float) -> str:
    """A value as a character; minutes against the plan stand on nought, or hang from it."""
    if scale.drawn is Drawn.STEMS:
        share = value / max(scale.high, -scale.low)
        if is_at(scale, value, 0):
            return _EIGHTHS[1]
        if share < 0:
            return _HANGING[share < -1 / 2]
        share = max(1 / _SMALLEST, share)
    else:
        span = scale.high - scale.low
        share = (value - scale.low) / span if span > 0 else 1.0
    return _EIGHTHS[1 + round(_SMALLEST * min(1.0, max(0.0, share)))]


def least_height(trend: Trend) -> int:
    """The fewest rows for a trend, so that no value looks like another that is named."""
    return max(_LEAST_ROWS, rows_needed(trend.scale, trend.values))


def fitting_height(trend: Trend, most: int) -> int:
    """How many rows suit a trend: each level as many, where it has levels; few if it is flat."""
    scale = trend.scale
    if trend.is_flat:
        return least_height(trend)
    steps = len(scale.ticks) - 1
    if has_levels(scale) and steps < most:
        return steps * max(1, min(_SEVERAL, (most - 1) // steps)) + 1
    return max(least_height(trend), most)


def picture(trend: Trend, width: int, height: int, marked: int | None) -> Picture:
    """A trend on so many columns and rows, the last row for the sign under the marked session.

    `marked` counts its sessions from the oldest; it is among those that are drawn, else its newest.
    """
    rows, width = rows_of(trend.scale, trend.values, max(2, height - 1)), max(1, width)
    labels, here = _labels(rows), trend.columns[-1 if marked is None else marked]
    count = min(trend.width, width)
    first, step = min(trend.width - count, here), width // count
    used = width if step >= _WIDE else step * count
    cells = [(2 * number + 1) * used // (2 * count) for number in range(count)]
    grid = [[_EMPTY] * width for _ in range(rows.count + 1)]
    for row in labels:
        line = BASE if row == _base(rows) else GUIDE
        grid[row][:used] = [(line, Ink.GUIDE)] * used
    for column, place in zip(trend.columns, trend.places, strict=True):
        if first <= column < first + count:
            _draw(grid, place, cells[column - first], rows, step)
    if marked is not None:
        grid[rows.count][cells[here - first]] = (HERE, Ink.HERE)
    called = tuple(labels.get(row, "") for row in range(rows.count + 1))
    return Picture(tuple(map(tuple, grid)), called, first, count, used)


def _labels(rows: Rows) -> dict[int, str]:
    """What is written beside which row; the highest and the lowest value go before others."""
    ticks = rows.scale.ticks
    first = (ticks[0], ticks[-1], _nought(rows.scale))
    found: dict[int, str] = {}
    for value, label in sorted(ticks, key=lambda tick: tick not in first):
        found.setdefault(rows.of(value), label)
    return found


def _nought(scale: Scale) -> tuple[float, str] | None:
    return next((tick for tick in scale.ticks if not tick[0]), None)


def _base(rows: Rows) -> int:
    """The row that values stand on: that of nought where there is one, else the lowest."""
    return rows.of(max(rows.scale.low, min(0.0, rows.scale.high)))


def _draw(grid: list[list[Cell]], place: Place, column: int, rows: Rows, step: int) -> None:
    for who, point in place.points:
        if rows.scale.drawn is Drawn.BARS:
            wide = max(1, min(_WIDEST_BAR, step // 2))  # with as much air between
            for each in range(max(0, column - (wide - 1) // 2), column + wide // 2 + 1):
                _bar(grid, rows, point.value, each)
            continue
        _line_through(grid, point, column, rows)
        row = rows.of(point.value)
        taken = grid[row][column][1] in {Ink.VALUE, Ink.SEEN}
        ink = Ink.SEEN if who is Who.OBSERVER and not taken else Ink.VALUE
        sign = BESIDE_NAMED.get(rows.side(point.value), who.glyph)
        grid[row][column] = (BOTH if taken else sign, ink)


def _line_through(grid: list[list[Cell]], point: Point, column: int, rows: Rows) -> None:
    """The range of what several gave, or what stands on nought.

    A range that ends above the lowest line does not touch it, whatever row its end falls into.
    """
    scale = rows.scale
    above = point.low > max(scale.low, min(0.0, scale.high))
    stands = scale.drawn is Drawn.STEMS
    between = sorted(rows.of(end) for end in (point.low, point.high, *[0.0] * stands))
    first, last = between[0] + (rows.side(point.high) < 0), between[-1] - (rows.side(point.low) > 0)
    for row in range(first, last + 1):
        sign, ink = grid[row][column]
        if ink not in {Ink.NOTHING, Ink.GUIDE} or (sign == BASE and above and not stands):
            continue
        grid[row][column] = (_foot(point.value) if sign == BASE and stands else STEM, Ink.RANGE)


def _foot(value: float) -> str:
    """Where a stem meets the line of nought."""
    return "┴" if value > 0 else "┬" if value < 0 else BASE


def _bar(grid: list[list[Cell]], rows: Rows, value: float, column: int) -> None:
    """A bar from the lowest line on, which as all lines goes through the middle of its row.

    One of nought is that line, and seen all the same; what is more is never drawn as that.
    """
    eighths, base = rows.eighths(value), rows.at[-1]
    grid[base][column] = (_HALF if eighths else _NO_BAR, Ink.VALUE)
    left = eighths - len(_EIGHTHS) // 2
    for row in range(base - 1, -1, -1):
        if left > 0:
            grid[row][column] = (_EIGHTHS[min(8, left)], Ink.VALUE)
        left -= 8


def drawn_beside(trend: Trend, drawn: Picture) -> Sequence[tuple[str, str]]:
    """The glyphs of lengths that stand beside a line, and where that is; else nothing to tell."""
    if trend.scale.drawn is Drawn.BARS:
        return []
    signs = {sign for row in drawn.rows for sign, _ in row}
    told = zip(BESIDE_NAMED.values(), ("just above the line", "just below the line"), strict=True)
    return [(sign, where) for sign, where in told if sign in signs]


def drawn_apart(trend: Trend) -> Sequence[tuple[str, str]]:
    """The glyphs of a picture that an observer is in, and whose they are; else nothing to tell."""
    if all(each.who is not Who.OBSERVER for each in trend.lines):
        return []
    apart = [(each.who.glyph, each.called) for each in trend.lines]
    return [*apart, (BOTH, "both the same")] if len(apart) > 1 else apart
