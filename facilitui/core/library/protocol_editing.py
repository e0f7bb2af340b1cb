"""Changing a protocol: each change gives another protocol that its file can hold, or says why not.

What would leave a protocol that could not be used, such as one without steps, raises ValueError
with a sentence for the person who asked for it.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from itertools import count, groupby
from math import ceil, floor
from string import ascii_uppercase
from typing import Any

from pydantic import ValidationError

from facilitui.core.library.protocol import Cycle, Group, Protocol, Step
from facilitui.core.naming import numbered, slug
from facilitui.core.vocabulary import Family, Per, Provenance, Purpose, Who

NEW_STEP_MINUTES = 5
LEAST_MINUTES = 0.5
LONGEST_STEP = 240
UNNAMED = "Untitled protocol"
"""What one is called until somebody gives it a name."""
OWN_PROTOCOL = "own_protocol"
"""The id of one whose name has no letters for an id."""


def changed(protocol: Protocol, **fields: Any) -> Protocol:
    """The protocol with other values for some fields. Raises ValueError."""
    return _checked(protocol.model_copy(update=fields))


def _checked(protocol: Protocol) -> Protocol:
    try:
        return Protocol.model_validate(protocol.model_dump(warnings=False))
    except ValidationError as error:
        raise ValueError(_sentence(error)) from None


def _sentence(error: ValidationError) -> str:
    """The first thing that is wrong, without the library's own words around it."""
    first = error.errors(include_url=False)[0]
    cause = first.get("ctx", {}).get("error")
    name = str(next((part for part in reversed(first["loc"]) if isinstance(part, str)), ""))
    return str(cause) if cause else f"{name}: {first['msg'].lower()}".removeprefix(": ")


def free_id(wanted: str, taken: Iterable[str], fallback: str = "step") -> str:
    """An id made of a name, as the shipped ones are written, that nothing has yet."""
    return numbered(slug(wanted, fallback).replace("-", "_"), taken, "_")


def new_protocol(name: str, id: str) -> Protocol:
    """A protocol with one step, for a person to go on from."""
    return Protocol(
        id=id,
        name=name,
        family=(Family.WHOLE_GROUP,),
        purposes=(Purpose.FOSTER_DIALOGUE,),
        purpose="",
        group=Group(min=3, max=30, ideal=12, default=12),
        origin="Our own",
        provenance=Provenance.OWN,
        steps=(new_step("Introduction", (), who=Who.FACILITATOR),),
    )


def copied(protocol: Protocol, name: str, id: str) -> Protocol:
    """A protocol under another id, which keeps its credit."""
    return changed(protocol, id=id, name=name)


def new_step(name: str, taken: Iterable[str], who: Who = Who.WHOLE_GROUP) -> Step:
    """A step that can be put in."""
    minutes = NEW_STEP_MINUTES
    return Step(id=free_id(name, taken), name=name, min=2, ideal=minutes, max=10, who=who)


def place_of(protocol: Protocol, step: str) -> int | None:
    """Where a step stands."""
    return next((at for at, each in enumerate(protocol.steps) if each.id == step), None)


def with_step(protocol: Protocol, step: Step, after: str = "") -> Protocol:
    """The protocol with a step put in behind another, or at the end.

    Between two steps of a cycle it joins them. Raises ValueError.
    """
    place = place_of(protocol, after)
    at = len(protocol.steps) if place is None else place + 1
    before, behind = protocol.steps[:at], protocol.steps[at:]
    if before and behind and before[-1].cycle and before[-1].cycle == behind[0].cycle:
        step = step.model_copy(update={"cycle": before[-1].cycle})
    return changed(protocol, steps=(*before, step, *behind))


def with_changed_step(protocol: Protocol, step: Step) -> Protocol:
    """The protocol with the step of the same id replaced. Raises ValueError.

    A cycle that it names and that is not described yet is described as one turn for everybody.
    """
    steps = tuple(step if each.id == step.id else each for each in protocol.steps)
    known = {cycle.id for cycle in protocol.cycles}
    if not step.cycle or step.cycle in known:
        return changed(protocol, steps=steps)
    cycle = Cycle(id=step.cycle, times=protocol.group.sub or 3, per=Per.PARTICIPANT)
    return changed(protocol, steps=steps, cycles=(*protocol.cycles, cycle))


def without_step(protocol: Protocol, step: str) -> Protocol:
    """The protocol with a step taken out. Raises ValueError for the only one."""
    steps = tuple(each for each in protocol.steps if each.id != step)
    if not steps:
        raise ValueError("a protocol has at least one step; e changes this one")
    return changed(protocol, steps=steps)


def with_copied_step(protocol: Protocol, step: str) -> Protocol:
    """The protocol with a second one of a step behind it. Raises ValueError."""
    at = place_of(protocol, step)
    if at is None:
        return protocol
    name = protocol.steps[at].name
    fresh = free_id(name, (each.id for each in protocol.steps))
    copy = protocol.steps[at].model_copy(update={"id": fresh})
    return changed(protocol, steps=(*protocol.steps[: at + 1], copy, *protocol.steps[at + 1 :]))


def with_moved_step(protocol: Protocol, step: str, by: int) -> Protocol:
    """The protocol with a step moved up (below zero) or down by so many places.

    The steps of a cycle stay together: others go past all of them at once, and a step that would
    leave its cycle at the edge takes the whole cycle along.
    """
    for _ in range(min(abs(by), len(protocol.steps))):
        protocol = _moved(protocol, step, 1 if by > 0 else -1)
    return protocol


def _moved(protocol: Protocol, step: str, by: int) -> Protocol:
    at = place_of(protocol, step)
    if at is None or not 0 <= at + by < len(protocol.steps):
        return protocol
    steps = list(protocol.steps)
    if steps[at].cycle and steps[at].cycle == steps[at + by].cycle:
        steps[at], steps[at + by] = steps[at + by], steps[at]
        return changed(protocol, steps=tuple(steps))
    runs = _runs(steps)
    run = next(n for n, each in enumerate(runs) if steps[at] in each)
    runs[run], runs[run + by] = runs[run + by], runs[run]
    return changed(protocol, steps=tuple(each for group in runs for each in group))


def _runs(steps: Sequence[Step]) -> list[list[Step]]:
    """Steps that are moved as one: each cycle, and every other step by itself."""
    number = count()
    runs = groupby(steps, key=lambda step: step.cycle or next(number))
    return [list(run) for _, run in runs]


def with_minutes(protocol: Protocol, step: str, by: int) -> Protocol:
    """The protocol with a step's usual minutes so much longer or shorter.

    Its shortest and its longest give way, so that the three still grow.
    """
    at = place_of(protocol, step)
    if at is None:
        return protocol
    old = protocol.steps[at]
    whole = floor(old.ideal) + by if by > 0 else ceil(old.ideal) + by
    ideal = min(LONGEST_STEP, max(LEAST_MINUTES, whole))
    if by < 0:
        ideal = min(ideal, old.ideal)
    limits = {"min": min(old.min, ideal), "ideal": ideal, "max": max(old.max, ideal)}
    return with_changed_step(protocol, old.model_copy(update=limits))


def with_cycle(protocol: Protocol, cycle: Cycle) -> Protocol:
    """The protocol with a cycle described, or described otherwise. Raises ValueError."""
    others = [each.id for each in protocol.cycles]
    if cycle.id not in others:
        return changed(protocol, cycles=(*protocol.cycles, cycle))
    kept = tuple(cycle if each.id == cycle.id else each for each in protocol.cycles)
    return changed(protocol, cycles=kept)


def without_cycle(protocol: Protocol, cycle: str) -> Protocol:
    """The protocol without a cycle; its steps stay, and are run once."""
    steps = tuple(
        step.model_copy(update={"cycle": ""}) if step.cycle == cycle else step
        for step in protocol.steps
    )
    left = tuple(each for each in protocol.cycles if each.id != cycle)
    return changed(protocol, steps=steps, cycles=left)


def next_cycle(protocol: Protocol) -> str:
    """The first letter that no cycle has; empty where all are taken."""
    taken = {cycle.id for cycle in protocol.cycles}
    return next((letter for letter in ascii_uppercase if letter not in taken), "")
