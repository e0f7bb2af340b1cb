"""What a measurement is: figures, their middle, how sure it is, and the bound they are held to."""

from __future__ import annotations

import random
import statistics
from collections.abc import Callable, Sequence
from dataclasses import asdict, dataclass
from typing import Any

RESAMPLED = 2000
SURE = 0.95
Middle = Callable[[Sequence[float]], float]


def p95(values: Sequence[float]) -> float:
    """What all but a twentieth of the values stay below."""
    ordered = sorted(values)
    at = (len(ordered) - 1) * 0.95
    low = int(at)
    high = min(low + 1, len(ordered) - 1)
    return ordered[low] + (ordered[high] - ordered[low]) * (at - low)


def interval(values: Sequence[float], middle: Middle) -> tuple[float, float]:
    """Between which figures the middle lies, by resampling; the same values give the same."""
    chance = random.Random(7)
    drawn = sorted(middle(chance.choices(values, k=len(values))) for _ in range(RESAMPLED))
    cut = round(RESAMPLED * (1 - SURE) / 2)
    return drawn[cut], drawn[-cut - 1]


@dataclass(frozen=True, slots=True)
class Figure:
    """One line of the table."""

    name: str
    unit: str
    """"x" for a ratio, "ms" or "%"."""
    statistic: str
    """"median" or "p95"."""
    count: int
    """From how many values it was made."""
    middle: float
    low: float
    high: float
    bound: float | None
    """None where it is only told."""
    command: str = ""
    told: str = ""
    """What the ratio was made of, or what else is worth knowing."""

    @property
    def failed(self) -> bool:
        """Whether even the low end of the interval passes the bound."""
        return self.bound is not None and self.low > self.bound

    @property
    def verdict(self) -> str:
        """In a word; "close" where the middle passes the bound and its interval does not."""
        if self.bound is None:
            return ""
        return "FAIL" if self.failed else "close" if self.middle > self.bound else "ok"

    def as_json(self) -> dict[str, Any]:
        """Everything, to be kept."""
        return {**asdict(self), "verdict": self.verdict}


def figure(
    name: str,
    values: Sequence[float],
    bound: float | None,
    *,
    unit: str = "ms",
    statistic: str = "median",
    command: str = "",
    told: str = "",
) -> Figure:
    """The figure that values make."""
    middle: Middle = statistics.median if statistic == "median" else p95
    low, high = interval(values, middle)
    return Figure(
        name, unit, statistic, len(values), middle(values), low, high, bound, command, told
    )


def ratio(
    name: str,
    values: Sequence[float],
    floor: Sequence[float],
    bound: float | None,
    *,
    command: str = "",
) -> Figure:
    """The figure that values make against those of the floor in the same rounds."""
    pairs = [value / least for value, least in zip(values, floor, strict=True)]
    told = f"{statistics.median(values):.0f} ms against {statistics.median(floor):.0f}"
    return figure(name, pairs, bound, unit="x", command=command, told=told)


def table(figures: Sequence[Figure]) -> str:
    """For a person."""
    head = ("", "statistic", "values", "measured", "95 % interval", "bound", "")
    rows = [head, *map(_cells, figures)]
    widths = [max(len(row[i]) for row in rows) for i in range(len(head))]
    lines = [
        "  ".join(
            cell.ljust(width) if i in (0, 6) else cell.rjust(width)
            for i, (cell, width) in enumerate(zip(row, widths, strict=True))
        ).rstrip()
        for row in rows
    ]
    return "\n".join([lines[0], "-" * max(map(len, lines)), *lines[1:]])


def _cells(each: Figure) -> tuple[str, ...]:
    digits = 0 if each.unit == "ms" and each.middle >= 100 else 1 if each.unit == "ms" else 2
    unit = f" {each.unit}"
    end = "  ".join(part for part in (each.verdict, each.told) if part)
    return (
        each.name,
        each.statistic,
        str(each.count),
        f"{each.middle:.{digits}f}{unit}",
        f"{each.low:.{digits}f} to {each.high:.{digits}f}",
        "" if each.bound is None else f"{each.bound:g}{unit}",
        end,
    )
