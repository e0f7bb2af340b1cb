"""Winning back minutes from parts that are still ahead.

Flexible parts give first, in proportion to what they can give; protected ones only when every
flexible one whose time helps is at its minimum, and silence last of all; nothing gets shorter than
its minimum.
The turns of a cycle give alike, and only before the first of them has begun (design §3).
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from math import ceil, floor

from facilitui.core.plans.rounds import goes_on
from facilitui.core.sessions.session import PartRun, SessionState

GRAIN = 0.5
"""Minutes are given and taken in halves."""
_MOST_MINUTES = 1e6
"""More than that is no plan, whatever a log says."""


@dataclass(frozen=True, slots=True)
class Unit:
    """Parts that change together: one part, or one step of a cycle in all its turns."""

    runs: tuple[PartRun, ...]

    @property
    def rank(self) -> int:
        """When it gives: 0 first; protected parts later; silence last."""
        part = self.runs[0].part
        return 2 if part.silent else int(part.protected)

    @property
    def grains(self) -> int:
        """How many grains each of its parts can give."""
        least = min(run.minutes - run.part.min for run in self.runs)
        return max(0, floor(min(least, _MOST_MINUTES) / GRAIN + 1e-9))

    @property
    def step(self) -> int:
        """How many grains are won when each of its parts gives one."""
        return len(self.runs)


def units(state: SessionState, helping: Iterable[str]) -> tuple[Unit, ...]:
    """What can give time, of the parts whose shortening helps; in the agenda's order."""
    wanted = set(helping)
    found: dict[tuple[int, str], list[PartRun]] = {}
    closed: set[tuple[int, str]] = set()
    for number, run in _numbered(state.runs):
        key = (number, _step_of(run))
        found.setdefault(key, []).append(run)
        if run.began is not None or run.over_and_done or run.part.id not in wanted:
            closed.add((number, "") if run.part.cycle else key)
    return tuple(
        Unit(tuple(runs))
        for (number, step), runs in found.items()
        if (number, step) not in closed and (number, "") not in closed
    )


def _numbered(runs: Sequence[PartRun]) -> Iterable[tuple[int, PartRun]]:
    """Each part with the number of its cycle; a part outside cycles has one of its own."""
    number, before = 0, None
    for run in runs:
        if before is None or not goes_on(before, run.part):
            number += 1
        before = run.part
        yield number, run


def _step_of(run: PartRun) -> str:
    """The step of which a part is one turn; the part itself outside cycles."""
    return run.part.id.rpartition("/")[0] if run.part.cycle else run.part.id


def shrink(able: Sequence[Unit], minutes: float) -> dict[str, float]:
    """New minutes by part, so that together they win `minutes`, or as near as halves allow.

    A little more where turns that give alike leave no other way; where there is less to give, all
    whole minutes of it.
    """
    given = [0] * len(able)
    most = floor(sum(unit.grains * unit.step for unit in able) * GRAIN)
    wanted = ceil(min(minutes, most) / GRAIN - 1e-9)
    for rank in sorted({unit.rank for unit in able}):
        group = [place for place, unit in enumerate(able) if unit.rank == rank]
        wanted -= _give(able, group, given, wanted)
    return {
        run.part.id: run.minutes - grains * GRAIN
        for unit, grains in zip(able, given, strict=True)
        for run in unit.runs
        if grains
    }


def _give(able: Sequence[Unit], group: Sequence[int], given: list[int], wanted: int) -> int:
    """Have a group give, first in proportion, then what is left grain by grain; what was won."""
    total = sum(able[place].grains * able[place].step for place in group)
    if wanted <= 0 or not total:
        return 0
    share = min(1.0, wanted / total)
    for place in group:
        given[place] = floor(able[place].grains * share + 1e-9)
    won = sum(given[place] * able[place].step for place in group)
    while won < wanted and (left := [p for p in group if given[p] < able[p].grains]):
        place = min(left, key=lambda p: _order(able[p], given[p], wanted - won))
        given[place] += 1
        won += able[place].step
    return won


def _order(unit: Unit, given: int, lack: int) -> tuple[bool, int, float]:
    """What fits comes first, then the least too much, then who has given the smallest share."""
    too_much = max(0, unit.step - lack)
    return too_much > 0, too_much, given / unit.grains
