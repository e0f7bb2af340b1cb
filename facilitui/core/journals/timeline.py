"""A journal's months with what each holds, the newest first, empty ones among them."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field

MOST_EMPTY = 24
"""A longer stretch of months without an entry is told in one line."""
NO_MONTH = ""
"""The month of what has no date."""


@dataclass(frozen=True, slots=True)
class Month:
    """One month, or several that hold nothing."""

    name: str
    """As 2026-11; empty for what has no date."""
    counts: Mapping[str, int] = field(default_factory=dict)
    """How many entries of each group of kinds."""
    empty: int = 1
    """Of months that hold nothing: how many there are, this one and those before it."""

    @property
    def total(self) -> int:
        """How many entries it has."""
        return sum(self.counts.values())

    @property
    def year(self) -> str:
        """Its year; empty for what has no date."""
        return self.name[:4]


def timeline(found: Iterable[tuple[str, str]]) -> tuple[Month, ...]:
    """Every month from the last to the first that holds anything, then what has no date.

    `found` are the entries' days as 2026-11-03, empty where they have none, and their groups.
    """
    counts: dict[str, Counter[str]] = {}
    for day, group in found:
        counts.setdefault(day[:7], Counter())[group] += 1
    dated = sorted(filter(None, counts), reverse=True)
    months: list[Month] = []
    for at, name in enumerate(dated):
        if at:
            months += _between(_number(dated[at - 1]), _number(name))
        months.append(Month(name, counts[name]))
    undated = [Month(NO_MONTH, counts[NO_MONTH])] if NO_MONTH in counts else []
    return (*months, *undated)


def _between(later: int, earlier: int) -> list[Month]:
    """The months without an entry between two that have some."""
    empty = range(later - 1, earlier, -1)
    if len(empty) > MOST_EMPTY:
        return [Month(_name(empty[0]), empty=len(empty))]
    return [Month(_name(each)) for each in empty]


def _number(name: str) -> int:
    return int(name[:4]) * 12 + int(name[5:7]) - 1


def _name(number: int) -> str:
    return f"{number // 12:04}-{number % 12 + 1:02}"
