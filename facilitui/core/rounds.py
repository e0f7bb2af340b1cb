"""A block's parts with every repetition told once: four rounds of the same steps are one entry."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from facilitui.core.agenda import Part
from facilitui.core.schedule import Slot

Timed = tuple[datetime, Part]
"""A part with the moment at which it begins."""


@dataclass(frozen=True, slots=True)
class Stretch:
    """A part alone, or the parts of a round with the moment at which each round begins."""

    starts: tuple[datetime, ...]
    """One for every round; one alone where nothing is repeated."""
    steps: tuple[Timed, ...]
    """The parts of the first round."""

    @property
    def times(self) -> int:
        """How often it is run."""
        return len(self.starts)

    @property
    def minutes(self) -> float:
        """How long one round takes."""
        return sum(part.minutes for _, part in self.steps)


def stretches(slot: Slot) -> tuple[Stretch, ...]:
    """The parts of a block in the order they are run in, the rounds of a cycle as one."""
    found: list[list[list[Timed]]] = []
    for at, part in slot.part_starts():
        before = found[-1][-1][-1][1] if found else None
        if before is None or not _goes_on(before, part):
            found.append([[]])
        elif part.cycle > before.cycle:
            found[-1].append([])
        found[-1][-1].append((at, part))
    return tuple(
        Stretch(tuple(each[0][0] for each in rounds), tuple(rounds[0])) for rounds in found
    )


def _goes_on(before: Part, part: Part) -> bool:
    """Whether a part is of the same cycle as the one before it, in its round or the next."""
    same = part.cycles > 1 and part.cycles == before.cycles
    return same and part.cycle - before.cycle in {0, 1}
