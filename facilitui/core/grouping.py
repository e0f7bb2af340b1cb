"""Sub-groups: how many people sit together, and how often a cycle therefore repeats."""

from __future__ import annotations

from facilitui.core.protocol import Protocol, Step
from facilitui.core.vocabulary import Per


def sub_groups(people: int, size: int) -> tuple[int, ...]:
    """The sizes of the sub-groups that `people` make in groups of `size`, largest first.

    Nobody is left over and no group is smaller than `size` (unless there are fewer people than
    that): 21 in fours are four fours and one five.
    """
    if people <= 0:
        return ()
    groups = max(1, people // size)
    base, extra = divmod(people, groups)
    return (base + 1,) * extra + (base,) * (groups - extra)


def repeats(protocol: Protocol, step: Step, people: int) -> int:
    """How often one step is run with so many people present.

    A cycle per participant takes one turn for each member of the *largest* sub-group, not for
    everybody in the room (facts §0).
    """
    cycle = protocol.cycle_of(step)
    if cycle is None:
        return 1
    if cycle.per is not Per.PARTICIPANT:
        return cycle.times
    present = people or protocol.group.default
    return sub_groups(present, protocol.group.sub or present)[0]


def shortest(protocol: Protocol, people: int) -> float:
    """The least time a run can take, in minutes."""
    return sum(step.min * repeats(protocol, step, people) for step in protocol.steps)


def usual(protocol: Protocol, people: int) -> float:
    """The time a run usually takes, in minutes."""
    return sum(step.ideal * repeats(protocol, step, people) for step in protocol.steps)


def longest(protocol: Protocol, people: int) -> float:
    """The longest a run is good for, in minutes."""
    return sum(step.max * repeats(protocol, step, people) for step in protocol.steps)
