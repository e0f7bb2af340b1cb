"""Every repetition told once: of a run as it is read, and of a block's parts with their times."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from itertools import groupby

from facilitui.core.library.protocol import Cycle, Protocol, Step
from facilitui.core.plans.agenda import Part
from facilitui.core.plans.grouping import Run
from facilitui.core.plans.schedule import Slot
from facilitui.core.vocabulary import Per

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
        if before is None or not goes_on(before, part):
            found.append([[]])
        elif part.cycle > before.cycle:
            found[-1].append([])
        found[-1][-1].append((at, part))
    return tuple(
        Stretch(tuple(each[0][0] for each in rounds), tuple(rounds[0])) for rounds in found
    )


def goes_on(before: Part, part: Part) -> bool:
    """Whether a part is of the same cycle as the one before it, in its round or the next."""
    same = part.cycles > 1 and part.cycles == before.cycles
    return same and part.cycle - before.cycle in {0, 1}


@dataclass(frozen=True, slots=True)
class Rounds:
    """Steps that follow one another, all of one cycle or of none."""

    cycle: Cycle | None
    steps: tuple[Step, ...]
    times: int

    @property
    def once(self) -> float:
        """The usual minutes of one pass."""
        return sum(step.ideal for step in self.steps)

    @property
    def in_all(self) -> float:
        """The usual minutes of all passes."""
        return self.once * self.times

    @property
    def repeats(self) -> bool:
        """Whether it is a cycle that is run more than once."""
        return self.cycle is not None and self.times > 1

    @property
    def for_what(self) -> str:
        """What its cycle repeats for, in words."""
        if self.cycle is None:
            return ""
        if self.cycle.per is Per.PARTICIPANT:
            return "a turn for everybody in the largest group"
        return f"once for every {self.cycle.per.label.lower()}"


def rounds_of(protocol: Protocol, run: Run) -> list[Rounds]:
    """The steps of a run in their order, those of one cycle together."""
    return [
        Rounds(protocol.cycle_of(steps[0]), steps, run.counts[steps[0].id])
        for steps in (tuple(some) for _, some in groupby(run.steps, key=lambda step: step.cycle))
    ]
