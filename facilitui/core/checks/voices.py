"""Voices: one that is heard for long, a facilitator who is heard most, turns that are too short."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from datetime import datetime
from functools import partial
from itertools import groupby
from typing import NamedTuple

from facilitui.core.checks.check import Check, make_check, short
from facilitui.core.checks.subject import Action, Subject
from facilitui.core.library.protocol import Step
from facilitui.core.plans.agenda import Part
from facilitui.core.plans.alignment import talk_totals
from facilitui.core.plans.schedule import Slot, has_times, later
from facilitui.core.told import A_SECOND, clock, figure, nearest, offset
from facilitui.core.vocabulary import BlockKind, TurnsFor, Who

LONGEST_VOICE = 20.0
"""Minutes that one person may be heard without a pause."""
SHORTEST_TURN = 20.0
"""Seconds that a person needs to say anything (facts §0)."""
HALF_A_SECOND = 0.5
"""Less than that is no difference once seconds are told in whole ones."""


class _Heard(NamedTuple):
    """A part with the one voice in it; nobody's where there are several, or none."""

    action: Action
    part: Part
    voice: tuple[str, ...]


def voices(subject: Subject) -> Iterator[Check]:
    """Who is heard too long, and who too shortly."""
    yield from _one_voice(subject)
    yield from _facilitator(subject)
    for action in subject.actions:
        yield from _turns(action, subject.plan.audience.count)


def _one_voice(subject: Subject) -> Iterator[Check]:
    slots = {slot.block.id: slot for slot in subject.slots}
    told = _told(subject)
    for voice, parts in groupby(_heard(subject.actions), key=lambda each: each.voice):
        if not voice:
            continue
        stretch = list(parts)
        minutes = sum(each.part.minutes for each in stretch)
        if minutes - LONGEST_VOICE >= A_SECOND:
            yield _too_long(slots, stretch, minutes, told)


def _heard(actions: Iterable[Action]) -> Iterator[_Heard]:
    for action in actions:
        for part in action.block.parts:
            yield _Heard(action, part, _voice(action, part))


def _voice(action: Action, part: Part) -> tuple[str, ...]:
    """Silence, a break and turns of several people let another voice begin."""
    if part.silent or part.turn_minutes is not None or action.block.kind is BlockKind.BREAK:
        return ()
    if part.who is Who.FACILITATOR:
        return ("facilitator", action.block.lead.strip().casefold())
    if part.who is Who.PRESENTER:
        return ("presenter", action.block.id, str(part.cycle))
    return ()


def _told(subject: Subject) -> Callable[[datetime], str]:
    """How a moment is told: by the clock, or from the beginning where nobody chose a time."""
    if not subject.slots or has_times(subject.plan, (slot.block for slot in subject.slots)):
        return clock
    return partial(offset, subject.slots[0].start)


def _too_long(
    slots: Mapping[str, Slot],
    stretch: list[_Heard],
    minutes: float,
    told: Callable[[datetime], str],
) -> Check:
    first, last = stretch[0], stretch[-1]
    facilitator = first.part.who is Who.FACILITATOR
    who = first.action.block.lead.strip() if facilitator else "The presenter"
    begins, ends = _from_when(slots, first.part, last.part)
    times = f", {told(begins)} to {told(ends)}" if begins and ends else ""
    return make_check(
        "one-voice",
        first.part.id,
        f"{short(who) or 'The facilitator'} speaks alone for {figure(minutes)} min{times}",
        f"After {figure(LONGEST_VOICE)} min of one voice people stop taking it in; put a question, "
        "a pair talk or some quiet writing in between.",
        first.action.place,
    )


def _from_when(
    slots: Mapping[str, Slot], first: Part, last: Part
) -> tuple[datetime | None, datetime | None]:
    """From when to when, where the session's times are known."""
    if first.block not in slots or last.block not in slots:
        return None, None
    begins = dict(_starts(slots[first.block]))[first.id]
    return begins, later(dict(_starts(slots[last.block]))[last.id], last.minutes)


def _starts(slot: Slot) -> Iterator[tuple[str, datetime]]:
    return ((part.id, at) for at, part in slot.part_starts())


def _facilitator(subject: Subject) -> Iterator[Check]:
    totals = talk_totals(tuple(action.block for action in subject.actions))
    together = totals.facilitator + totals.participants + totals.silent
    if totals.facilitator - together / 2 >= A_SECOND:
        yield make_check(
            "facilitator-half",
            "",
            f"Facilitator talk is {figure(totals.facilitator)} of {figure(together)} min, "
            f"{totals.shares[0]} %",
            "Adults learn from what they say and do themselves; hand some of it to pairs, to a "
            "text or to silence.",
            "agenda",
        )


def _turns(action: Action, coming: int) -> Iterator[Check]:
    """Rounds in which a person is heard for a few seconds only; each step is told once."""
    people = action.people(coming)
    people = action.block.sizes[0] if people and action.block.sizes else people
    if not people:
        return
    for part in action.block.parts:
        if part.cycle > 1 or (part.turn_minutes is None and part.who is not Who.EACH_IN_TURN):
            continue
        step = _step(action, part)
        seconds = 60 * _turn(part, step, people)
        if SHORTEST_TURN - seconds > HALF_A_SECOND:
            yield make_check(
                "short-turns",
                "/".join(part.id.split("/")[:2]),
                f"{short(part.name)}: {figure(nearest(seconds))} s a turn for {people} people",
                f"Under {figure(SHORTEST_TURN)} s a person can only agree; use smaller groups, or "
                f"give the round {figure(people * SHORTEST_TURN / 60)} min.",
                action.place,
            )


def _step(action: Action, part: Part) -> Step | None:
    """The step that a part is a pass of."""
    steps = action.protocol.steps if action.protocol else ()
    return next((step for step in steps if part.id.split("/")[1:2] == [step.id]), None)


def _turn(part: Part, step: Step | None, people: int) -> float:
    """Minutes for one person: the turn's own, or an equal share of a round.

    A fixed number of turns in a round says nothing of how many people share it.
    """
    everybody = part.who is Who.EACH_IN_TURN
    if part.turn_minutes is None or (everybody and step and step.turns is TurnsFor.FIXED):
        return part.minutes / people
    return part.turn_minutes
