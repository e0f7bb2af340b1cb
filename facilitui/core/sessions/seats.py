"""Who is at turn, by seat: people count off in their sub-group, and nobody is named."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from facilitui.core.plans.agenda import AgendaBlock, Part
from facilitui.core.told import A_SECOND, plural, to_the_second
from facilitui.core.vocabulary import Per, TurnsFor


def presenter_seat(part: Part) -> int:
    """Whose cycle it is, where a cycle is run for every member; else 0."""
    return part.cycle if part.per is Per.PARTICIPANT and part.cycles > 1 else 0


def turn_seat(part: Part, number: int, turns: int) -> int:
    """Who has the turn of that number; 0 where turns are nobody's in particular.

    Turns go round from the seat after the one whose cycle it is. In cycles of another kind, such
    as one a question, each begins with the next seat, so that nobody is always the first.
    """
    if part.turns_for is TurnsFor.OTHERS:
        return (max(1, part.cycle) - 1 + number) % (turns + 1) + 1
    if part.turns_for is TurnsFor.EACH:
        return (max(1, part.cycle) - 1 + number - 1) % turns + 1
    return 0


def seat_told(seat: int, sizes: Sequence[int]) -> str:
    """A seat in words, and where it is, if not every sub-group has one."""
    there = sum(size >= seat for size in sizes)
    if not 0 < there < len(sizes):
        return f"seat {seat}"
    return f"seat {seat} in {plural(there, 'group')}"


def presenter_told(part: Part, sizes: Sequence[int]) -> str:
    """Whose cycle it is, in words: presenter 2 of 4, seat 2; empty where it is nobody's."""
    seat = presenter_seat(part)
    return f"presenter {part.cycle} of {part.cycles}, {seat_told(seat, sizes)}" if seat else ""


def turn_lengths(block: AgendaBlock) -> Mapping[str, float | None]:
    """How long a turn is in each step of a block, in minutes."""
    return {part.step: part.turn_minutes for part in block.parts}


def turns_told(usual: Mapping[str, float | None], block: AgendaBlock) -> str:
    """How long turns are where it is another length, by the first step of which that is so."""
    for step, now in turn_lengths(block).items():
        before = usual.get(step)
        if before and now and abs(before - now) >= A_SECOND:
            return f"turns of {to_the_second(now)} instead of {to_the_second(before)}"
    return ""
