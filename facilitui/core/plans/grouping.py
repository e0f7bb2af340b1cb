"""Sub-groups and parallel groups: how many people sit together, and what a run then takes."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from facilitui.core.library.protocol import Protocol, Step
from facilitui.core.plans.plan_parts import Grouping, ParallelGroup
from facilitui.core.plans.plan_words import SizeRule
from facilitui.core.told import nearest
from facilitui.core.vocabulary import Per, TurnsFor


def sub_groups(people: int, size: int, rule: SizeRule = SizeRule.AT_LEAST) -> tuple[int, ...]:
    """The sizes of the sub-groups that `people` make in groups of `size`, largest first.

    Nobody is left over. By the first rule no group is smaller than `size` (unless there are fewer
    people than that): 21 in fours are four fours and one five. By the second none is larger: 21
    in fours are three fours and three threes.
    """
    if people <= 0:
        return ()
    groups = max(1, people // size) if rule is SizeRule.AT_LEAST else -(-people // size)
    return tuple(in_so_many(people, groups))


def parallel_sizes(people: int, groups: Sequence[ParallelGroup]) -> tuple[int, ...]:
    """How many are in each parallel group, in the groups' own order.

    A group without a number gets an equal share of those who are in no other.
    """
    open_ones = sum(not group.people for group in groups)
    left = max(0, people - sum(group.people for group in groups))
    shares = in_so_many(left, open_ones)
    return tuple(group.people or shares.pop(0) for group in groups)


def in_so_many(people: int, groups: int) -> list[int]:
    """People divided as evenly as can be, the larger groups first."""
    base, extra = divmod(people, groups) if groups else (0, 0)
    return [base + 1] * extra + [base] * (groups - extra)


@dataclass(frozen=True, slots=True)
class Room:
    """The people a block is for, and how they sit."""

    people: int = 0
    """How many are in one place; of several parallel groups the largest. 0 is not known."""
    grouping: Grouping | None = None

    def sub_groups(self, protocol: Protocol) -> tuple[int, ...]:
        """The sub-groups a protocol works in, largest first; all in one where it has none."""
        present = self.people or protocol.group.default
        if self.grouping is not None:
            return sub_groups(present, self.grouping.size, self.grouping.rule)
        return sub_groups(present, protocol.group.sub or present)


def room_of(people: int, groups: Sequence[ParallelGroup], grouping: Grouping | None) -> Room:
    """The room of a block that so many people come to."""
    return Room(max(parallel_sizes(people, groups), default=people), grouping)


@dataclass(frozen=True, slots=True)
class Run:
    """A protocol's steps as they are run in one room, with how often each of them is."""

    steps: tuple[Step, ...]
    counts: Mapping[str, int]
    sizes: tuple[int, ...] = ()
    """The sub-groups, largest first."""

    @property
    def usual(self) -> float:
        """The time it usually takes, in minutes."""
        return self.usual_with({})

    def usual_with(self, fixed: Mapping[str, float]) -> float:
        """The time it usually takes where some steps have other minutes for a pass."""
        return sum(fixed.get(step.id, step.ideal) * self.counts[step.id] for step in self.steps)

    @property
    def shortest(self) -> float:
        """The least time it can take, in minutes."""
        return sum(step.min * self.counts[step.id] for step in self.steps)

    @property
    def longest(self) -> float:
        """The longest it is good for, in minutes."""
        return sum(step.max * self.counts[step.id] for step in self.steps)

    @property
    def silent(self) -> float:
        """How much of a usual run is silent, in minutes."""
        return sum(step.ideal * self.counts[step.id] for step in self.steps if step.silent)

    def turns(self, step: Step) -> int:
        """How many equal turns one pass of a step has; 0 where it is not made of turns."""
        if step.turn_minutes is None:
            return 0
        if step.turns is TurnsFor.FIXED or not self.sizes:
            return max(1, int(nearest(step.ideal / step.turn_minutes)))
        return max(1, self.sizes[0] - (step.turns is TurnsFor.OTHERS))


def run_of(
    protocol: Protocol, room: Room, first: str | None = None, last: str | None = None
) -> Run:
    """How a protocol, or its steps from `first` to `last`, are run in a room.

    A cycle per participant takes one turn for each member of the *largest* sub-group, not for
    everybody in the room (facts §0).
    """
    sizes = room.sub_groups(protocol)
    steps = steps_between(protocol, first, last)
    return Run(steps, {step.id: _repeats(protocol, step, sizes) for step in steps}, sizes)


def steps_between(protocol: Protocol, first: str | None, last: str | None) -> tuple[Step, ...]:
    """A protocol's steps from one to another; none where the last lies before the first.

    A step that is not there is as if it were left out: the range begins or ends with the protocol.
    """
    places = {step.id: at for at, step in enumerate(protocol.steps)}
    begin, end = places.get(first or "", 0), places.get(last or "", len(places) - 1)
    return protocol.steps[begin : end + 1]


def _repeats(protocol: Protocol, step: Step, sizes: tuple[int, ...]) -> int:
    cycle = protocol.cycle_of(step)
    if cycle is None:
        return 1
    return sizes[0] if cycle.per is Per.PARTICIPANT else cycle.times


def repeats(protocol: Protocol, step: Step, people: int) -> int:
    """How often one step is run with so many people present, in the protocol's own sub-groups."""
    return run_of(protocol, Room(people)).counts[step.id]


def shortest(protocol: Protocol, people: int) -> float:
    """The least time a run can take, in minutes."""
    return run_of(protocol, Room(people)).shortest


def usual(protocol: Protocol, people: int) -> float:
    """The time a run usually takes, in minutes."""
    return run_of(protocol, Room(people)).usual


def longest(protocol: Protocol, people: int) -> float:
    """The longest a run is good for, in minutes."""
    return run_of(protocol, Room(people)).longest
