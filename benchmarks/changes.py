"""Changes of screen: from the key to the screen with what it is about, first and later visits."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Any

from benchmarks.figures import Figure, figure
from benchmarks.homes import TITLE, Homes
from benchmarks.terminals import Seen, answer, facilitui, quiet, shows, spoken, terminal

FIRST_BOUND, LATER_BOUND = 300.0, 150.0
SETTLED = 1.0
"""Home has read everything in the background by then."""

HOME = shows(rf"Next session[\s\S]*{TITLE}[\s\S]*start session")
LIBRARY = shows(r"Library[\s\S]*\d+ protocols[\s\S]*all keys")
JOURNAL = shows(r"Journal[\s\S]*\d+ entries[\s\S]*all keys")
PLAN = shows(r"plan 4 of 4[\s\S]*Part 1 of the agenda[\s\S]*all keys")
LIVE = shows(r"PRIVATE[\s\S]*Ready to begin")

PATHWAYS = shows(r"Pathways +2 open[\s\S]*▶ Next[\s\S]*all keys")
BOARD = shows(r"version \d[\s\S]*▶ Next[\s\S]*all keys")


@dataclass(frozen=True)
class Change:
    """One key, and the screen it opens."""

    name: str
    key: str
    seen: Seen


ROUND = (
    Change("Home to Library", "l", LIBRARY),
    Change("Library to Home", "escape", HOME),
    Change("Home to Journal", "j", JOURNAL),
    Change("Journal to Home", "escape", HOME),
    Change("Home to Plan", "enter", PLAN),
    Change("Plan to Live", "s", LIVE),
    Change("Live to Plan", "escape", PLAN),
    Change("Plan to Home", "escape", HOME),
)
PATHWAYS_ROUND = (
    Change("Home to Pathways", "P", PATHWAYS),
    Change("Pathways to a board", "enter", BOARD),
    Change("A board to Pathways", "escape", PATHWAYS),
    Change("Pathways to Home", "escape", HOME),
)
"""In a home with two enrolments."""
COMING_BACK = frozenset(
    {
        *("Library to Home", "Journal to Home", "Live to Plan", "Plan to Home"),
        *("A board to Pathways", "Pathways to Home"),
    }
)
"""Where it leads has been on the screen before, even in the first round."""


@dataclass
class Times:
    """What was measured of one change."""

    first: list[float] = field(default_factory=list)
    later: list[float] = field(default_factory=list)


def changes(homes: Homes, rounds: int) -> Iterator[Figure]:
    """Twice round all screens in one program; a new program for each round."""
    ways = ((ROUND, homes.with_entries(10)), (PATHWAYS_ROUND, homes.with_enrolments()))
    times = {change.name: Times() for way, _ in ways for change in way}
    for _ in range(rounds):
        for way, home in ways:
            with terminal(facilitui(homes.copy(home))) as tui:
                tui.wait_for(TITLE)
                quiet(tui, SETTLED)
                for visit in range(2):
                    _go_round(tui, way, times, first=visit == 0)
    for name, taken in times.items():
        if taken.first:
            yield figure(f"{name}, first", taken.first, FIRST_BOUND, command=spoken())
        yield figure(f"{name}, later", taken.later, LATER_BOUND, command=spoken())


def _go_round(tui: Any, way: tuple[Change, ...], times: dict[str, Times], *, first: bool) -> None:
    for change in way:
        quiet(tui, 0.3)
        took = answer(tui, change.key, change.seen)
        taken = times[change.name]
        kept = taken.first if first and change.name not in COMING_BACK else taken.later
        kept.append(took)
