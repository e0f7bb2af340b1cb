"""Time: what the agenda takes, when blocks begin, and what protocols need."""

from __future__ import annotations

from collections.abc import Iterator

from facilitui.core.checks.check import Check, make_check, short
from facilitui.core.checks.subject import Action, Subject
from facilitui.core.plans.grouping import room_of, run_of, steps_between
from facilitui.core.plans.schedule import minutes_taken
from facilitui.core.told import A_SECOND, clock, figure


def times(subject: Subject) -> Iterator[Check]:
    """Where the minutes do not add up or are too few."""
    yield from _whole(subject)
    yield from _starts(subject)
    for action in subject.actions:
        yield from _length(action, subject.plan.audience.count)
        yield from _by_hand(action)


def _whole(subject: Subject) -> Iterator[Check]:
    there = subject.plan.minutes
    alone = sum(action.block.minutes for action in subject.actions)
    taken = minutes_taken(subject.slots) if subject.slots else alone
    if not subject.actions or abs(taken - there) < A_SECOND:
        return
    apart = figure(abs(taken - there))
    waiting = "with the time before pinned starts " if taken - alone >= A_SECOND else ""
    figures = f"The agenda takes {waiting}{figure(taken)} of {figure(there)} min"
    if taken > there:
        yield make_check(
            "over-time",
            "",
            f"{apart} min over the time there is",
            f"{figures}, and the end is what gets cut; shorten, park or drop something now.",
            "agenda",
        )
    else:
        yield make_check(
            "under-time",
            "",
            f"{apart} min under the time there is",
            f"{figures}; give the rest to what needs it most, or end earlier.",
            "agenda",
        )


def _starts(subject: Subject) -> Iterator[Check]:
    for at, slot in enumerate(subject.slots):
        name = short(slot.block.title or slot.block.id)
        ahead = "what is ahead of it ends" if at else "the session begins"
        if slot.overlap >= A_SECOND:
            yield make_check(
                "overlap",
                slot.block.id,
                f"{name} begins {figure(slot.overlap)} min before {ahead}",
                f"It is pinned to {clock(slot.start)} and nobody can be in both; unpin it, or "
                "shorten what comes before.",
                f"block {slot.block.id}",
            )
        if slot.gap >= A_SECOND:
            yield make_check(
                "gap",
                slot.block.id,
                f"{figure(slot.gap)} min of nothing before {name}",
                f"It is pinned to {clock(slot.start)}; fill the time, plan it as a break, or unpin "
                "the block.",
                f"block {slot.block.id}",
            )


def _length(action: Action, people: int) -> Iterator[Check]:
    """A protocol that does not fit its block, else one below its usual length."""
    block, planned, protocol = action.block, action.planned, action.protocol
    if protocol is None or block.usual is None or block.shortest is None:
        return
    taken, usual, least = (figure(each) for each in (block.minutes, block.usual, block.shortest))
    limit = f"shortest {least}"
    if planned.minutes > block.minutes:
        room = room_of(people, planned.groups, planned.grouping)
        run = run_of(protocol, room, planned.first_step, planned.last_step)
        limit = f"longest {figure(run.longest)}"
    word = protocol.provenance.minutes_word
    if abs(block.minutes - planned.minutes) >= A_SECOND:
        yield make_check(
            "steps-time",
            planned.id,
            f"{action.name} takes {taken} min, not {figure(planned.minutes)}",
            f"That is what its steps add up to ({word} {usual}, {limit}); change the "
            "block's minutes or the steps set by hand.",
            action.place,
        )
    elif block.usual - block.minutes >= A_SECOND:
        yield make_check(
            "below-usual",
            planned.id,
            f"{action.name} in {taken} of its {word} {usual} min; the shortest is {least}",
            f"Every step runs short, {figure(block.usual - block.minutes)} min in all; give it "
            "more time, or a protocol that needs less.",
            action.place,
        )


def _by_hand(action: Action) -> Iterator[Check]:
    """Steps that somebody gave less than the least they need. Fitting itself never does."""
    planned = action.planned
    if action.protocol is None or not planned.steps:
        return
    fixed = {each.step: each.minutes for each in planned.steps}
    for step in steps_between(action.protocol, planned.first_step, planned.last_step):
        minutes = fixed.get(step.id, step.min)
        if step.min - minutes < A_SECOND:
            continue
        given, least = figure(minutes), figure(step.min)
        if step.silent:
            yield make_check(
                "short-silence",
                f"{planned.id} {step.id}",
                f"{short(step.short_name)}: {given} min of silence; its least is {least}",
                "Quiet work cut below its least is only a pause; give it back its minutes or "
                "leave the step out.",
                action.place,
            )
        else:
            yield make_check(
                "short-step",
                f"{planned.id} {step.id}",
                f"{short(step.short_name)} in {given} min; its least is {least}",
                "Below that the step is named but not done; give it more, or leave it out.",
                action.place,
            )
