"""What the program costs while nobody does anything."""

from __future__ import annotations

import time
from collections.abc import Callable, Iterator, Sequence
from contextlib import ExitStack
from dataclasses import dataclass
from typing import Any

from benchmarks.figures import Figure, figure
from benchmarks.homes import PLAN, TITLE, Homes
from benchmarks.keys import begin
from benchmarks.terminals import busy, facilitui, quiet, spoken, terminal

WINDOW = 10.0
STILL_BOUND, CLOCK_BOUND, WAIT_BOUND = 0.5, 1.5, 2.5


@dataclass(frozen=True)
class Program:
    """One program in one state, and how much of a core it may take there."""

    name: str
    bound: float
    command: list[str]
    told: str
    """The command as a table names it."""
    bring: Callable[[Any], None]
    """Brings a terminal that has just been opened to its state."""


def idle(homes: Homes, rounds: int) -> Iterator[Figure]:
    """Home, a clock that runs, and a wait."""

    def live() -> list[str]:
        return facilitui(homes.copy(homes.with_blocks(10)), "run", PLAN)

    home, run = facilitui(homes.copy(homes.with_entries(10))), spoken("run", PLAN)
    yield from shares(
        (
            Program("idle, Home", STILL_BOUND, home, spoken(), lambda tui: tui.wait_for(TITLE)),
            Program("idle, Live with its clock", CLOCK_BOUND, live(), run, begin),
            Program("idle, Live with a wait", WAIT_BOUND, live(), run, _waiting),
        ),
        rounds,
    )


def _waiting(tui: Any) -> None:
    begin(tui)
    wait(tui)


def wait(tui: Any) -> None:
    """Begin a wait."""
    quiet(tui, 0.3)
    tui.press("w")
    tui.wait_for("you can wait")


def shares(programs: Sequence[Program], rounds: int) -> Iterator[Figure]:
    """Programs side by side, begun in this order, looked at over the same windows."""
    taken: list[list[float]] = [[] for _ in programs]
    with ExitStack() as stack:
        terminals = []
        for program in programs:
            terminals.append(stack.enter_context(terminal(program.command)))
            program.bring(terminals[-1])
        time.sleep(3)
        for _ in range(rounds):
            before = [busy(tui) for tui in terminals]
            time.sleep(WINDOW)
            for tui, (was, begun), values in zip(terminals, before, taken, strict=True):
                used, then = busy(tui)
                values.append(100 * (used - was) / (then - begun))
    for program, values in zip(programs, taken, strict=True):
        yield figure(
            program.name,
            values,
            program.bound,
            unit="%",
            command=program.told,
            told=f"of a core, windows of {WINDOW:g} s",
        )
