"""What the picture of a trend is drawn against, and into which of its rows a value falls.

What was missed never looks reached, and what ran longer never looks as planned, however near it
was: a length stands where it is, and in the row of a named one on its side of that; of all others
only those that are a named value stand in its row.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from enum import Enum
from itertools import pairwise

from facilitui.core.told import A_SECOND
from facilitui.core.trends.trend_direction import NO_DIFFERENCE

_EIGHTHS = 8
NARROWEST = 5.0
"""Minutes from the lowest to the highest of a picture."""


class Drawn(Enum):
    """How the picture of a trend is drawn."""

    DOTS = "dots"
    """Each value at its height, with the range as a line through it."""
    STEMS = "stems"
    """Each value at the end of a line from nought."""
    BARS = "bars"
    """Each value as high as it is."""


@dataclass(frozen=True, slots=True)
class Scale:
    """What the picture of a trend is drawn against."""

    drawn: Drawn
    low: float
    high: float
    ticks: tuple[tuple[float, str], ...]
    """Values that are named at its side, the highest first."""


def around_nought(
    values: Sequence[float], tell: Callable[[float], str], narrowest: float = NARROWEST
) -> Scale:
    """A scale for minutes on both sides of nought, as wide as they need.

    It is never narrower than `narrowest`, so that little does not look like much, and what is no
    second is nought, on whichever side of it a sum of fractions fell.
    """
    apart = [each if abs(each) >= A_SECOND / 2 else 0.0 for each in values]
    low, high = min(0.0, *apart), max(0.0, *apart)
    if high - low < narrowest:
        low, high = (low, low + narrowest) if high >= -low else (high - narrowest, high)
    ticks = sorted({low, 0.0, high}, reverse=True)
    return Scale(Drawn.STEMS, low, high, tuple((each, tell(each)) for each in ticks))


@dataclass(frozen=True, slots=True)
class Rows:
    """The rows of a picture, each named value in one of its own where there are enough."""

    scale: Scale
    count: int
    at: tuple[int, ...]
    """The row of each named value, counted from the top."""

    def of(self, value: float) -> int:
        """The row of a value."""
        ticks = [each for each, _ in self.scale.ticks]
        for number, tick in enumerate(ticks):
            if is_at(self.scale, value, tick):
                return self.at[number]
        value = min(ticks[0], max(ticks[-1], value))
        below = next(number for number, tick in enumerate(ticks) if tick <= value)
        if not below:
            return self.at[0]
        high, low = ticks[below - 1 : below + 1]
        top, bottom = self.at[below - 1 : below + 1]
        row = top + round((high - value) / (high - low) * (bottom - top))
        if _has_sides(self.scale):
            return row
        return min(bottom - 1, max(top + 1, row)) if bottom - top > 1 else row

    def side(self, value: float) -> int:
        """On which side of the named value in its row a value is: above 1, below −1, else 0."""
        if not _has_sides(self.scale):
            return 0
        row, named = self.of(value), zip(self.at, self.scale.ticks, strict=True)
        tick = next((tick for at, (tick, _) in named if at == row), value)
        return 0 if is_at(self.scale, value, tick) else 1 if value > tick else -1

    def eighths(self, value: float) -> int:
        """How many eighths of a row a value is above the lowest named one.

        As many as a line from there has only if it is that.
        """
        ticks = [each for each, _ in self.scale.ticks]
        value = min(ticks[0], max(ticks[-1], value))
        for (high, low), (top, bottom) in zip(pairwise(ticks), pairwise(self.at), strict=True):
            if value < low and not is_at(self.scale, value, low):
                continue
            span = _EIGHTHS * (bottom - top)
            least = not is_at(self.scale, value, low)
            most = span - (not is_at(self.scale, value, high))
            part = min(most, max(least, round((value - low) / (high - low) * span)))
            return _EIGHTHS * (self.at[-1] - bottom) + part
        return 0


def is_at(scale: Scale, value: float, tick: float) -> bool:
    """Whether a value is a named one, as far as it is told."""
    return abs(value - tick) < _sure(scale)


def _sure(scale: Scale) -> float:
    """Below how much a difference is none: half a second of minutes, else a fraction."""
    return A_SECOND / 2 if scale.drawn is Drawn.STEMS else NO_DIFFERENCE


def rows_of(scale: Scale, values: Sequence[float], count: int) -> Rows:
    """As evenly as can be, with a row between named values for what lies between them.

    `values` are what will be drawn, the lowest first.
    """
    ticks = [each for each, _ in scale.ticks]
    span = ticks[0] - ticks[-1]
    even = [round((ticks[0] - each) / span * (count - 1)) if span > 0 else 0 for each in ticks]
    for apart in (_apart(scale, values), [1] * (len(ticks) - 1)):
        if sum(apart) < count:
            return Rows(scale, count, tuple(_spaced(even, apart, count)))
    return Rows(scale, count, tuple(even))


def rows_needed(scale: Scale, values: Sequence[float]) -> int:
    """How many rows are enough for that."""
    return sum(_apart(scale, values)) + 1


def _apart(scale: Scale, values: Sequence[float]) -> list[int]:
    """How many rows further down the next named value is at least."""
    if scale.drawn is not Drawn.STEMS:
        return [1] * (len(scale.ticks) - 1)
    sure = _sure(scale)

    def between(low: float, high: float) -> bool:
        at = bisect_left(values, low + sure)
        return at < len(values) and values[at] <= high - sure

    return [1 + between(low, high) for (high, _), (low, _) in pairwise(scale.ticks)]


def _spaced(even: Sequence[int], apart: Sequence[int], count: int) -> list[int]:
    """Rows that are as far apart as they must be, and else where they were."""
    rows = [*even]
    for number, least in enumerate(apart):
        rows[number + 1] = max(rows[number + 1], rows[number] + least)
    rows[-1] = count - 1
    for number in range(len(apart) - 1, -1, -1):
        rows[number] = min(rows[number], rows[number + 1] - apart[number])
    return rows


def _has_sides(scale: Scale) -> bool:
    """Whether a value may stand beside a named one in its row: a length, which may be near it."""
    return scale.drawn is Drawn.DOTS and not has_levels(scale)


def has_levels(scale: Scale) -> bool:
    """Whether its named values are as far apart from each other."""
    apart = {high - low for (high, _), (low, _) in pairwise(scale.ticks)}
    return scale.drawn is Drawn.DOTS and len(scale.ticks) > 2 and len(apart) == 1
