"""A run as it is read: what happens once, and each cycle once with how often it is repeated."""

from __future__ import annotations

from dataclasses import dataclass
from itertools import groupby

from facilitui.core.grouping import Run
from facilitui.core.protocol import Cycle, Protocol, Step
from facilitui.core.vocabulary import Per


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
