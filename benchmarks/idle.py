"""What the program costs while nobody does anything."""

from __future__ import annotations

import time
from collections.abc import Iterator
from contextlib import ExitStack
from typing import Any

from benchmarks.figures import Figure, figure
from benchmarks.homes import PLAN, TITLE, Homes
from benchmarks.keys import begin
from benchmarks.terminals import busy, facilitui, quiet, spoken, terminal

WINDOW = 10.0
HOME, LIVE, WAIT = "idle, Home", "idle, Live with its clock", "idle, Live with a wait"
BOUNDS = {HOME: 0.5, LIVE: 1.5, WAIT: 2.5}


def idle(homes: Homes, rounds: int) -> Iterator[Figure]:
    """Three programs side by side, looked at over the same windows."""
    shares: dict[str, list[float]] = {name: [] for name in BOUNDS}
    with ExitStack() as stack:
        programs = {name: stack.enter_context(_program(homes, name)) for name in BOUNDS}
        for name, tui in programs.items():
            _bring(tui, name)
        time.sleep(3)
        for _ in range(rounds):
            before = {name: busy(tui) for name, tui in programs.items()}
            time.sleep(WINDOW)
            for name, tui in programs.items():
                (used, then), (was, begun) = busy(tui), before[name]
                shares[name].append(100 * (used - was) / (then - begun))
    for name, values in shares.items():
        yield figure(
            name,
            values,
            BOUNDS[name],
            unit="%",
            command=spoken() if name == HOME else spoken("run", PLAN),
            told=f"of a core, windows of {WINDOW:g} s",
        )


def _program(homes: Homes, name: str) -> Any:
    if name == HOME:
        return terminal(facilitui(homes.copy(homes.with_entries(10))))
    return terminal(facilitui(homes.copy(homes.with_blocks(10)), "run", PLAN))


def _bring(tui: Any, name: str) -> None:
    if name == HOME:
        tui.wait_for(TITLE)
        return
    begin(tui)
    if name == WAIT:
        quiet(tui, 0.3)
        tui.press("w")
        tui.wait_for("you can wait")
