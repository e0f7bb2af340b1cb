"""Starting: to the frame, to the next session's title, and plain commands."""

from __future__ import annotations

import subprocess
import time
from collections.abc import Iterator
from pathlib import Path

from benchmarks.figures import Figure, figure, ratio
from benchmarks.homes import TITLE, Homes
from benchmarks.terminals import (
    PYTHON,
    SCRIPT,
    facilitui,
    minimal,
    since_start,
    spoken,
    terminal,
)

FRAME = r"facilitui[\s\S]*all keys"
FRAME_BOUND, DATA_BOUND, COMMAND_BOUND = 1.45, 1.9, 3.0
EMPTY, TEN, THOUSAND = "an empty home", "10 entries", "1000 entries"
ENROLMENTS, LOST = "two enrolments", "1000 entries, cache lost"
"""The homes it is started in."""
Times = dict[str, list[float]]


def start(homes: Homes, rounds: int) -> Iterator[Figure]:
    """The floor, an empty home, 10 and 1,000 entries, two enrolments, in turn."""
    ten, thousand = homes.with_entries(10), homes.with_entries(1000)
    ways = homes.with_enrolments()
    begun = {EMPTY: homes.empty(), TEN: ten, THOUSAND: thousand, ENROLMENTS: ways}
    fresh = homes.copy(thousand)
    for home in (ten, thousand, ways):
        _once(home)
    frames: Times = {name: [] for name in ("floor", LOST, *begun)}
    data: Times = {name: [] for name in (LOST, *begun)}
    for number in range(-1, rounds):
        kept = [frames, data] if number >= 0 else [{}, {}]
        with terminal(minimal()) as tui:
            _keep(kept[0], "floor", since_start(tui, "ready 0"))
            tui.kill9()
        for name, home in begun.items():
            _measure(kept, name, home)
        _forget(fresh)
        _measure(kept, LOST, fresh)
    for name in begun:
        yield ratio(
            f"start to frame, {name}", frames[name], frames["floor"], FRAME_BOUND, command=spoken()
        )
    for name in (TEN, THOUSAND, ENROLMENTS, LOST):
        bound = None if name == LOST else DATA_BOUND
        yield ratio(
            f"start to own data, {name}", data[name], frames["floor"], bound, command=spoken()
        )


def _once(home: Path) -> None:
    """A first start, which leaves what Home shows for the next one."""
    with terminal(facilitui(home)) as tui:
        tui.wait_for(TITLE)
        deadline = time.monotonic() + 20
        while not (home / "cache" / "home.json").exists() and time.monotonic() < deadline:
            time.sleep(0.05)


def _forget(home: Path) -> None:
    (home / "cache" / "home.json").unlink(missing_ok=True)


def _measure(kept: list[Times], name: str, home: Path) -> None:
    with terminal(facilitui(home)) as tui:
        _keep(kept[0], name, since_start(tui, FRAME))
        if name != EMPTY:
            _keep(kept[1], name, since_start(tui, TITLE))
        tui.kill9()


def _keep(times: Times, name: str, took: float) -> None:
    times.setdefault(name, []).append(took)


def commands(homes: Homes, rounds: int) -> Iterator[Figure]:
    """`--version` against the interpreter alone; what `journal list` imports."""
    pairs: list[tuple[float, float]] = []
    for _ in range(rounds + 1):
        floor = _spawn([PYTHON, "-c", "pass"])
        pairs.append((_spawn([PYTHON, str(SCRIPT), "--version"]), floor))
    took, floors = zip(*pairs[1:], strict=True)
    yield ratio("--version", took, floors, COMMAND_BOUND, command=spoken("--version"))
    home = homes.with_entries(10)
    listed = [PYTHON, "-X", "importtime", str(SCRIPT), "--home", str(home), "journal", "list"]
    result = subprocess.run(listed, capture_output=True, text=True, check=True)
    names = {
        line.rpartition("|")[2].strip().partition(".")[0] for line in result.stderr.split("\n")
    }
    yield figure(
        "journal list, imports of Textual",
        [float("textual" in names)],
        0,
        unit="",
        command=spoken("journal", "list"),
        told=f"{result.stdout.count(chr(10))} lines",
    )


def _spawn(command: list[str]) -> float:
    begun = time.monotonic_ns()
    subprocess.run(command, stdout=subprocess.DEVNULL, stdin=subprocess.DEVNULL, check=True)
    return (time.monotonic_ns() - begun) / 1e6
