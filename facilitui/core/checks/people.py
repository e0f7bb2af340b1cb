"""People: groups that a protocol is not made for, and parallel groups that do not add up."""

from __future__ import annotations

from collections.abc import Iterator

from facilitui.core.checks.check import Check, make_check, short
from facilitui.core.checks.subject import Action, Subject
from facilitui.core.library.protocol import Protocol
from facilitui.core.plans.grouping import parallel_sizes


def groups(subject: Subject) -> Iterator[Check]:
    """Where the number of people and what they are asked to do do not go together."""
    coming = subject.plan.audience.count
    for action in subject.actions:
        if not action.planned.groups:
            yield from _everybody(action, coming)
            continue
        sizes = parallel_sizes(coming, action.planned.groups)
        yield from _each_group(action, sizes)
        yield from _sum(action, sizes, coming)
        yield from _leads(action)


def _range(protocol: Protocol) -> str:
    return f"{protocol.group.min} to {protocol.group.max}"


def _fits(protocol: Protocol, people: int) -> bool:
    return not people or protocol.group.min <= people <= protocol.group.max


def _everybody(action: Action, coming: int) -> Iterator[Check]:
    protocol = action.protocol
    if protocol is None or _fits(protocol, coming):
        return
    yield make_check(
        "group-size",
        action.planned.id,
        f"{short(protocol.name)} is for {_range(protocol)} people, not {coming}",
        _way_out(protocol, coming),
        action.place,
    )


def _way_out(protocol: Protocol, coming: int) -> str:
    """Too many can be divided; too few need something else."""
    most, least = protocol.group.max, protocol.group.min
    number = -(-coming // most)
    if coming < least:
        return f"It needs {least - coming} more people to work; invite them, or choose another."
    if coming // number < least:
        return "Some would only watch; choose a protocol for more people, or divide them by hand."
    return (
        f"Some would only watch; run it as {number} parallel groups of up to "
        f"{-(-coming // number)}, each with a lead and a place of its own."
    )


def _each_group(action: Action, sizes: tuple[int, ...]) -> Iterator[Check]:
    protocol = action.protocol
    if protocol is None:
        return
    wrong = [at for at, size in enumerate(sizes) if not _fits(protocol, size)]
    if wrong:
        first, more = wrong[0], f" ({len(wrong) - 1} more like it)" if len(wrong) > 1 else ""
        name = short(action.planned.groups[first].name.strip(), 20) or "A group"
        yield make_check(
            "group-size",
            action.planned.id,
            f"{name}: {sizes[first]} people, not {_range(protocol)}{more}",
            f"Of its {len(sizes)} parallel groups {len(wrong)} will find it too large or too "
            "small for the steps; move people, or change the number of groups.",
            action.place,
        )


def _sum(action: Action, sizes: tuple[int, ...], coming: int) -> Iterator[Check]:
    if not coming:
        return
    together = sum(sizes)
    if together != coming:
        text = f"{action.name}: its groups hold {together}, {coming} are coming"
    elif 0 in sizes:
        text = f"{action.name}: nobody in {sizes.count(0)} of its {len(sizes)} groups"
    else:
        return
    yield make_check(
        "groups-sum",
        action.planned.id,
        text,
        "On the day somebody stands without a group or a group without people; change the "
        "numbers, or leave one open for the rest.",
        action.place,
    )


def _leads(action: Action) -> Iterator[Check]:
    all_of_them = action.planned.groups
    without = sum(not group.lead.strip() for group in all_of_them)
    if without:
        yield make_check(
            "group-lead",
            action.planned.id,
            f"{action.name}: no lead for {without} of its {len(all_of_them)} groups",
            "You can be in one group at a time; ask somebody in each of the others to keep its "
            "time and task.",
            action.place,
        )
