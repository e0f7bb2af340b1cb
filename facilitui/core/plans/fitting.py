"""Fitting a protocol's steps into the minutes there are.

Flexible steps give first, evenly; silent steps and debriefs are protected and give only when
every other step is at its minimum, never below their own (design §3).
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from types import MappingProxyType

from facilitui.core.library.protocol import Step

_WHOLE, _HALF = 1.0, 0.5
"""Whole minutes where they will do, half ones for what is left."""


def fit(
    steps: Sequence[Step],
    repeats: Mapping[str, int],
    minutes: float,
    fixed: Mapping[str, float] = MappingProxyType({}),
) -> dict[str, float]:
    """Minutes for one pass of each step, by id, so that all passes together take `minutes`.

    Steps whose minutes are `fixed` keep them; the others share what is left. Where that cannot be
    done the sum is as near as the steps' own limits and half minutes of the steps that repeat
    allow, and the caller shows the difference.
    """
    kept = {step.id: fixed[step.id] for step in steps if step.id in fixed}
    left = minutes - sum(length * repeats[step] for step, length in kept.items())
    free = [step for step in steps if step.id not in kept]
    return kept | _shared_out(free, repeats, left)


def _shared_out(
    steps: Sequence[Step], repeats: Mapping[str, int], minutes: float
) -> dict[str, float]:
    fitting = _Fitting({step.id: step.ideal for step in steps}, repeats, minutes)
    flexible = [step for step in steps if not step.protected]
    protected = [step for step in steps if step.protected]
    for group in (flexible, protected):
        fitting.shrink(group)
    fitting.grow(protected, {step.id: step.ideal for step in protected})
    if all(fitting.fitted[step.id] >= step.ideal for step in protected):
        fitting.grow(flexible, {step.id: step.ideal for step in flexible})
        fitting.grow(steps, {step.id: step.max for step in steps})
    return fitting.fitted


@dataclass(frozen=True, slots=True)
class _Fitting:
    fitted: dict[str, float]
    repeats: Mapping[str, int]
    minutes: float

    @property
    def excess(self) -> float:
        total = sum(length * self.repeats[step] for step, length in self.fitted.items())
        return total - self.minutes

    def shrink(self, group: Sequence[Step]) -> None:
        """Take time, each unit from the step that has given the smallest share of what it can.

        Of steps that repeat it may be a little too much, which others are given afterwards: else
        the next group would give while this one still has time.
        """
        for unit in (_WHOLE, _HALF):
            while able := self._givers(group, unit):
                giver = max(able, key=lambda s: self._room(s) / (s.ideal - s.min))
                self.fitted[giver.id] -= unit
        while self.excess > 0 and (able := [step for step in group if self._room(step) > 0]):
            giver = min(able, key=lambda s: self.repeats[s.id] * min(_HALF, self._room(s)))
            self.fitted[giver.id] = max(giver.min, self.fitted[giver.id] - _HALF)

    def grow(self, group: Sequence[Step], limits: Mapping[str, float]) -> None:
        """Give time, each unit to the step that has taken the smallest share of what it may."""
        for unit in (_WHOLE, _HALF):
            while able := self._takers(group, unit, limits):
                taker = max(able, key=lambda s: (s.max - self.fitted[s.id]) / (s.max - s.min))
                self.fitted[taker.id] += unit

    def _room(self, step: Step) -> float:
        return self.fitted[step.id] - step.min

    def _givers(self, group: Sequence[Step], unit: float) -> list[Step]:
        excess = self.excess
        return [
            step
            for step in group
            if unit * self.repeats[step.id] <= excess and self._room(step) >= unit
        ]

    def _takers(
        self, group: Sequence[Step], unit: float, limits: Mapping[str, float]
    ) -> list[Step]:
        lack = -self.excess
        return [
            step
            for step in group
            if unit * self.repeats[step.id] <= lack
            and limits[step.id] - self.fitted[step.id] >= unit
        ]
