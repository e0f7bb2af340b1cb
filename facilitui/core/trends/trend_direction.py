"""Which way several values go, and how that is told: honest words, and none from too few.

A direction is the median of the first half beside that of the second. Where they are no further
apart than what is measured is sure, or the middle parts of both halves overlap as far, they are
about the same. Nothing is averaged, and what is more or less is no better or worse.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from enum import Enum
from statistics import median

from facilitui.core.told import plural

FEW = 3
"""Fewer sessions than this show no more than themselves."""
ENOUGH = 6
"""So many sessions tell a direction: three in each half, as a median needs (`drift`)."""
TOO_FEW = "too few to see a direction"
UNCLEAR = "no clear direction"
"""Medians that are apart, of halves that have as much in common."""
_A_QUARTER = 4
NO_DIFFERENCE = 1e-9
"""Sums of fractions that differ by less are the same."""


class Way(Enum):
    """Which way a line goes."""

    MORE = "rose"
    LESS = "fell"
    SAME = "about the same"


@dataclass(frozen=True, slots=True)
class Direction:
    """Which way a line goes: the median of its first half beside that of its second."""

    way: Way
    half: int
    """How many sessions each half has; the middle one of an odd number is in neither."""
    first: float
    second: float
    overlap: bool = False
    """Whether it is only that both halves overlap as far which makes them about the same."""


def direction(values: Sequence[float], least: float) -> Direction | None:
    """Which way values go, the oldest first; None where they are too few to tell.

    The median of the first half is compared with that of the second. They are about the same
    where they differ by no more than `least`, or where the middle parts of the two halves
    overlap by as much: each half without a quarter of it at either end.
    """
    if len(values) < ENOUGH:
        return None
    half = len(values) // 2
    first, second = median(values[:half]), median(values[-half:])
    apart = second - first
    overlap = _overlap(_middle(values[:half]), _middle(values[-half:]))
    if abs(apart) <= least + NO_DIFFERENCE or overlap >= abs(apart):
        way = Way.SAME
    else:
        way = Way.MORE if apart > 0 else Way.LESS
    return Direction(way, half, first, second, overlap >= abs(apart) > least + NO_DIFFERENCE)


def _middle(half: Sequence[float]) -> Sequence[float]:
    """A half in order, without a quarter of it at either end; all of it where it is small."""
    end = len(half) // _A_QUARTER
    return sorted(half)[end : len(half) - end]


def _overlap(first: Sequence[float], second: Sequence[float]) -> float:
    """How far two ranges have the same values."""
    return min(first[-1], second[-1]) - max(first[0], second[0])


@dataclass(frozen=True, slots=True)
class Measure:
    """How the values of one kind of trend are told."""

    tell: Callable[[float], str]
    least: float
    """Medians that differ by no more are about the same."""
    sure: str
    """The same in words."""
    more: str = Way.MORE.value
    less: str = Way.LESS.value
    shorter: Callable[[float], str] | None = None
    """How a value is told where others beside it say the rest."""

    def brief(self, value: float) -> str:
        """A value in a range whose median was told."""
        return (self.shorter or self.tell)(value)

    def word(self, way: Way) -> str:
        """Which way it goes, in words."""
        return {Way.MORE: self.more, Way.LESS: self.less}.get(way, way.value)


def summed_up(
    values: Sequence[float],
    measure: Measure,
    *,
    ends: tuple[float, float] | None = None,
    few_told: bool = False,
) -> str:
    """A line in words: how many sessions, their median and range, and which way it goes.

    `values` are the oldest first, and at least one. `ends` are the lowest and the highest that was
    given where a value is the median of several; `few_told` where few were said to be few before.
    """
    tell, count = measure.tell, len(values)
    sessions = plural(count, "session")
    lowest, highest = ends or (min(values), max(values))
    if count < FEW:
        each = ", then ".join(map(tell, values))
        if tell(lowest) != tell(min(values)) or tell(highest) != tell(max(values)):
            each += f", given from {measure.brief(lowest)} to {measure.brief(highest)}"
        are = "one session is" if count == 1 else f"{sessions} are"
        return each if few_told else f"{each}; {are} {TOO_FEW}"
    if tell(lowest) == tell(highest):
        return f"{sessions}, each time {tell(lowest)}"
    middle = tell(median(values))
    spread = f"median {middle}, from {measure.brief(lowest)} to {measure.brief(highest)}"
    found = direction(values, measure.least)
    if found is None:
        return f"{sessions}, {spread}; a direction needs {ENOUGH} sessions"
    way = UNCLEAR if found.overlap else measure.word(found.way)
    if found.way is Way.SAME and not found.overlap:
        way += _but_for(values, measure)
    return f"{sessions}, {spread}; {way}: {_halves(found, measure)}"


def _but_for(values: Sequence[float], measure: Measure) -> str:
    """The first and the last value, where they lie beyond all others: a picture shows them so."""
    ends = (("first", values[0], values[1:]), ("last", values[-1], values[:-1]))
    beyond = (
        f"the {name} ({measure.tell(value)})"
        for name, value, others in ends
        if max(min(others) - value, value - max(others)) > measure.least + NO_DIFFERENCE
    )
    told = " and ".join(beyond)
    return f" but for {told}" if told else ""


def _halves(found: Direction, measure: Measure) -> str:
    """By what it was told which way a line goes."""
    first, second, count = measure.tell(found.first), measure.tell(found.second), found.half
    if first == second:
        return f"median {first} in both halves"
    if found.overlap:
        return f"median {first}, then {second} in halves that overlap"
    told = f"median {first} in the first {count}, {second} in the last {count}"
    if found.way is not Way.SAME:
        return told
    return f"{told}, no more than {measure.sure} apart"
