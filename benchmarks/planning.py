"""Planning at its size: 10 and 200 blocks, 43 and 300 protocols, and the file behind it all."""

from __future__ import annotations

import time
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, field
from functools import partial
from pathlib import Path
from typing import Any

from benchmarks.changes import FIRST_BOUND, LATER_BOUND
from benchmarks.figures import Figure, figure
from benchmarks.homes import PLAN, TITLE, Homes
from benchmarks.keys import BOUND, KEYS, TYPED, Times, arrows, keep, write
from benchmarks.terminals import Seen, answer, changed, facilitui, quiet, shows, spoken, terminal

FILE_QUIET = 2.0
HANDED_OVER = 0.3
"""After so many seconds the plan's file is written, and a form's values are taken (design §6)."""
LEAD = 0.15
"""Keys are pressed from so many seconds before the file is expected to be written."""
WHILE_WRITTEN = 0.3
"""Keys of so many seconds before the file was there count as pressed while it was written."""
PAGES = {
    "e": ("form", r"escape done[\s\S]*"),
    "m": ("alignment", r"serves ●"),
    "c": ("checks", r"to look at again[\s\S]*go there"),
    "r": ("ready", r"escape back"),
}
SEARCHED = "silent reading"
FOUND = ", typing to what is found"
EDITOR = shows(r"a add +e edit")


@dataclass
class Bench:
    """One program in one state, and what is timed there."""

    command: Callable[[], tuple[Path, list[str]]]
    told: str
    open: Callable[[Any], None]
    press: Callable[[Any, Path, Times], None]
    times: Times = field(default_factory=dict)

    def round(self) -> None:
        """Start the program, bring it to its state, time its keys."""
        home, command = self.command()
        with terminal(command) as tui:
            self.open(tui)
            quiet(tui, 0.3)
            self.press(tui, home, self.times)


def planning(homes: Homes, rounds: int) -> Iterator[Figure]:
    """Plan with 10 and with 200 blocks."""
    sizes = (
        (10, "10 blocks", homes.with_blocks(10)),
        (200, "200 blocks", homes.with_blocks(200)),
        (200, "200 blocks, half protocols", homes.with_mixed_blocks(200)),
    )
    yield from _figures([_plan_bench(homes, home, told) for _, told, home in sizes], rounds)


def shelf(homes: Homes, rounds: int) -> Iterator[Figure]:
    """Library with what is shipped and with 300 protocols; a group."""
    sizes = (43, 300)
    yield from _figures([_library_bench(homes, count) for count in sizes], rounds)


def _figures(benches: Sequence[Bench], rounds: int) -> Iterator[Figure]:
    for _ in range(rounds):
        for bench in benches:
            bench.round()
    for bench in benches:
        for name, values in bench.times.items():
            for statistic in ("median", "p95"):
                yield figure(name, values, _bound(name), statistic=statistic, command=bench.told)


def _bound(name: str) -> float | None:
    """Of a key; of a change of screen where one is opened; none for what follows a key."""
    if name.endswith(FOUND):
        return None
    if ", opening" in name:
        return FIRST_BOUND if name.endswith("first") else LATER_BOUND
    return BOUND


def _plan_bench(homes: Homes, home: Path, told: str) -> Bench:
    return Bench(
        lambda: _copied(homes, home, "plan", PLAN),
        spoken("plan", PLAN),
        lambda tui: tui.wait_for(r"Part 1 of the agenda[\s\S]*all keys"),
        partial(_plan, name=f"Plan, {told}"),
    )


def _library_bench(homes: Homes, count: int) -> Bench:
    home = homes.with_protocols(count)
    return Bench(
        lambda: _copied(homes, home),
        spoken(),
        lambda tui: tui.wait_for(TITLE),
        partial(_library, name=f"Library of {count}", count=count),
    )


def _copied(homes: Homes, home: Path, *arguments: str) -> tuple[Path, list[str]]:
    own = homes.copy(home)
    return own, facilitui(own, *arguments)


# Plan


def _plan(tui: Any, home: Path, times: Times, name: str) -> None:
    arrows(tui, times, f"{name}, arrow")
    _pages(tui, times, name)
    _digits(tui, times, f"{name}, a digit")
    _changes(tui, times, f"{name}, + undo redo")
    _form(tui, home, times, name)


def _pages(tui: Any, times: Times, name: str) -> None:
    for visit in ("first", "later"):
        for key, (page, seen) in PAGES.items():
            quiet(tui, 0.2)
            keep(times, f"{name}, opening {page}, {visit}", answer(tui, key, shows(seen)))
            quiet(tui, 0.2)
            tui.press("escape")
            tui.wait_gone(seen)


def _digits(tui: Any, times: Times, name: str) -> None:
    for number in range(KEYS // 2):
        quiet(tui)
        key = "12"[number % 2]
        keep(times, name, answer(tui, key, shows(rf" {key}▏ ")))
        quiet(tui)
        tui.press("backspace")
        tui.wait_gone("▏ +Part 1 of")


def _changes(tui: Any, times: Times, name: str) -> None:
    for number in range(KEYS):
        quiet(tui)
        keep(times, name, answer(tui, ("+", "u", "U")[number % 3], changed(tui)))


def _form(tui: Any, home: Path, times: Times, name: str) -> None:
    """Typing into a block's form: at rest, and while the file is written."""
    quiet(tui, 0.2)
    tui.press("e")
    tui.wait_for("escape done")
    quiet(tui, 0.3)
    tui.press("ctrl+u")
    write(tui, times, f"{name}, typing", TYPED, "{} ", calm=0.05)
    typed = TYPED
    for key in ("a", "e"):
        typed = _while_written(tui, home, times, name, typed, key)


def _while_written(tui: Any, home: Path, times: Times, name: str, typed: str, key: str) -> str:
    """Letters pressed around the moment at which the file is written; gives all that is typed."""
    file = home / "plans" / f"{PLAN}.toml"
    before = file.stat().st_mtime_ns
    tui.press(key)
    typed += key
    time.sleep(HANDED_OVER + FILE_QUIET - LEAD)
    pressed: list[tuple[int, float]] = []
    until = time.monotonic() + LEAD + 2 * WHILE_WRITTEN
    while time.monotonic() < until and len(typed) < 40 + len(TYPED):
        typed += key
        at = time.time_ns()
        pressed.append((at, answer(tui, key, shows(rf"{typed} "))))
        if file.stat().st_mtime_ns != before:
            break
        time.sleep(0.01)
    written = file.stat().st_mtime_ns
    if written != before:
        for at, took in pressed:
            if at > written - WHILE_WRITTEN * 1e9:
                keep(times, f"{name}, typing while its file is written", took)
    for _ in range(len(typed) - len(TYPED)):
        tui.press("backspace")
    patience = time.monotonic() + 2 * FILE_QUIET
    while file.stat().st_mtime_ns == written and time.monotonic() < patience:
        time.sleep(0.05)
    quiet(tui, 0.2)
    return typed[: len(TYPED)]


# Library


def _library(tui: Any, home: Path, times: Times, name: str, count: int) -> None:
    quiet(tui, 1.0)
    listed = shows(rf"Library[\s\S]*(?<!of ){count} protocols[\s\S]*all keys")
    keep(times, f"{name}, opening, first", answer(tui, "l", listed))
    arrows(tui, times, f"{name}, arrow")
    _search(tui, times, name, listed)
    _back_and_forth(tui, times, f"{name}, opening its editor", "e", EDITOR, "escape", listed)
    quiet(tui, 0.3)
    tui.press("escape")
    tui.wait_for(TITLE)
    quiet(tui, 0.5)
    tui.press("g")
    tui.wait_for("Open which group")
    quiet(tui, 0.3)
    opened = shows(r"Promised and open[\s\S]*all keys")
    keep(times, f"{name}, opening a group, first", answer(tui, "enter", opened))


def _search(tui: Any, times: Times, name: str, listed: Seen) -> None:
    quiet(tui)
    tui.press("slash")
    quiet(tui, 0.3)
    for _ in range(2):
        write(tui, times, f"{name}, typing", SEARCHED, r"Library +{}")
        quiet(tui)
        tui.press("ctrl+u")
    for _ in range(5):
        for key, seen in (("q", shows(r"\d+ of \d+ protocols")), ("backspace", listed)):
            quiet(tui, 0.3)
            keep(times, f"{name}{FOUND}", answer(tui, key, seen))
    quiet(tui, 0.3)
    tui.press("escape")


def _back_and_forth(
    tui: Any, times: Times, name: str, key: str, seen: Seen, back: str, before: Seen
) -> None:
    """A screen that is opened twice."""
    for visit in ("first", "later"):
        quiet(tui, 0.3)
        keep(times, f"{name}, {visit}", answer(tui, key, seen))
        quiet(tui, 0.3)
        while not before(tui.pump()):
            tui.press(back)
            quiet(tui, 0.8)
