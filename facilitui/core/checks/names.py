"""Names that lead nowhere: protocols, steps and goals that are not there."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from facilitui.core.checks.check import Check, make_check, short
from facilitui.core.checks.subject import Action, Subject
from facilitui.core.plans.plan import ALL_GOALS


def broken_names(subject: Subject) -> Iterator[Check]:
    """Everything that a plan names and nobody knows."""
    for action in subject.actions:
        yield from _protocol(action)
        yield from _steps(action)
    yield from _goals(subject)


def _protocol(action: Action) -> Iterator[Check]:
    wanted = action.planned.protocol
    if wanted and action.protocol is None:
        yield make_check(
            "no-such-protocol",
            action.planned.id,
            f"{action.name}: there is no protocol “{short(wanted)}”",
            "Without its steps the block is run as one part; choose a protocol of the library, "
            "or put the missing file back.",
            action.place,
        )


def _steps(action: Action) -> Iterator[Check]:
    planned, protocol = action.planned, action.protocol
    if planned.protocol and protocol is None:
        return
    order = {step.id: at for at, step in enumerate(protocol.steps)} if protocol else {}
    ends = [step for step in (planned.first_step, planned.last_step) if step is not None]
    for step in dict.fromkeys((*ends, *(each.step for each in planned.steps))):
        if step not in order:
            yield make_check(
                "no-such-step",
                f"{planned.id} {step}",
                f"{action.name} has no step “{short(step)}”",
                "What was set for that step has no effect; name one of the protocol's own steps "
                "or take it out.",
                action.place,
            )
    first, last = order.get(planned.first_step or ""), order.get(planned.last_step or "")
    if first is not None and last is not None and first > last:
        yield make_check(
            "steps-backwards",
            planned.id,
            f"{action.name} ends before its first step",
            "Its last step comes before its first in the protocol, so that none is run; choose "
            "them the other way round.",
            action.place,
        )


def _goals(subject: Subject) -> Iterator[Check]:
    plan = subject.plan
    known = {goal.id for goal in plan.goals} | {ALL_GOALS}
    for action in subject.actions:
        yield from _unknown(known, action.planned.goals, action.name, action.place)
    for each in plan.evidence:
        yield from _unknown(known, each.goals, each.kind.label, f"evidence {each.id}")
    for link in plan.improvement:
        yield from _unknown(known, link.goals, "An improvement link", "foundations")


def _unknown(known: set[str], goals: Iterable[str], name: str, place: str) -> Iterator[Check]:
    for goal in goals:
        if goal not in known:
            yield make_check(
                "no-such-goal",
                f"{place} {goal}",
                f"{name} names goal {short(goal, 12)}, which is not there",
                "It counts for no goal of this plan; choose one that is there, or add the goal "
                "again.",
                place,
            )
