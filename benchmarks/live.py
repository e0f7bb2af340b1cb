"""A session of a whole day and 500 events: its keys, its openings, and what it costs at rest."""

from __future__ import annotations

import re
import time
from collections.abc import Iterator
from typing import Any

from benchmarks.changes import FIRST_BOUND, LATER_BOUND
from benchmarks.figures import Figure, figure
from benchmarks.homes import EVENTS_OF_A_DAY, PLAN, TITLE, Homes
from benchmarks.idle import CLOCK_BOUND, STILL_BOUND, WAIT_BOUND, Program, shares, wait
from benchmarks.keys import BOUND, KEYS, TYPED, Times, arrows, begin, keep, write
from benchmarks.terminals import Seen, answer, changed, facilitui, quiet, shows, spoken, terminal

DAY = f"with {EVENTS_OF_A_DAY} events"
HOME = shows(rf"{TITLE}[\s\S]*all keys")
LIVE = shows(r"PRIVATE[\s\S]*Next +Part[\s\S]*all keys")
REPLAY = shows(r"REPLAY \d\d:\d\d ·[\s\S]*Next +Part[\s\S]*all keys")
LATER = 5
"""Openings after the first one of a program."""
BACK_AND_FORTH = {
    "space": ("‖ paused", "● live"),
    "k": ("k hides", "k shows"),
    "z": (r"\A(?![\s\S]*Agenda +min)[\s\S]*Next +Part", r"Agenda +min"),
    "x": ("SAFE TO SHARE", "PRIVATE"),
}
"""What a key brings, and what the same key brings next."""
TO_PAGE = ", to Live as it stood"
"""Only told: the list has answered before, and Live is drawn behind it."""
GROWTH_BOUND = 3.0
WARM, SOAK = 20.0, 60.0
FASTER = 3
"""So often faster, a rehearsal's clock runs ten times as fast: ten ticks in a real second."""


def live(homes: Homes, rounds: int) -> Iterator[Figure]:
    """Live, Replay, Room and Follow with a long session."""
    times: Times = {}
    for _ in range(rounds):
        with terminal(facilitui(homes.copy(homes.with_a_day(ended=False)))) as tui:
            _openings(tui, times, "Live", "r", LIVE)
            _keys(tui, times)
        with terminal(facilitui(homes.copy(homes.with_a_day(ended=True)))) as tui:
            _openings(tui, times, "Replay", "R", REPLAY)
            arrows(tui, times, f"Replay {DAY}, arrow")
            _to_the_ends(tui, times)
    for name, values in times.items():
        yield from _figures(name, values)
    yield from shares(_at_rest(homes), rounds)
    yield _growth(homes)


def _figures(name: str, values: list[float]) -> Iterator[Figure]:
    for statistic in ("median",) if ", opening" in name else ("median", "p95"):
        yield figure(name, values, _bound(name), statistic=statistic, command=spoken())


def _bound(name: str) -> float | None:
    if name.endswith(TO_PAGE):
        return None
    if ", opening" in name:
        return LATER_BOUND if name.endswith("later") else FIRST_BOUND
    return BOUND


def _openings(tui: Any, times: Times, name: str, key: str, seen: Seen) -> None:
    """Opened from Home, left, and opened again some times."""
    for visit in range(1 + LATER):
        if visit:
            answer(tui, "escape", lambda tui: HOME(tui) and not seen(tui))
        tui.wait_for(TITLE)
        quiet(tui, 1.0)
        told = "later" if visit else "first"
        keep(times, f"{name} {DAY}, opening, {told}", answer(tui, key, seen))
        quiet(tui, 0.3)


def _keys(tui: Any, times: Times) -> None:
    """The clock goes on by itself, so each key is known by what it alone changes."""
    counted = {
        "n": (r"Next +Part (\d+)", 1),
        "b": (r"Next +Part (\d+)", -1),
        "+": (r"(?:left of|past) (\d+) min", 1),
        "m": (r"Marks +(\d+)", 1),
        "u": (r"Marks +(\d+)", -1),
    }
    for keys in (["n", "b"] * (KEYS // 2), ["+"] * KEYS, ["m"] * KEYS, ["u"] * KEYS):
        for key in keys:
            quiet(tui)
            keep(times, f"Live {DAY}, {key}", answer(tui, key, _counted(tui, *counted[key])))
    for key, seen in BACK_AND_FORTH.items():
        for number in range(KEYS):
            quiet(tui)
            keep(times, f"Live {DAY}, {key}", answer(tui, key, shows(seen[number % 2])))
    _type(tui, times)


def _counted(tui: Any, pattern: str, by: int) -> Seen:
    """Whether a number on the screen is as much more than it is now."""
    found = re.search(pattern, tui.pump().screen_of_fed())
    assert found is not None, tui.screen()
    wanted = int(found[1]) + by
    return shows(pattern.replace(r"(\d+)", rf"{wanted}\b"))


def _type(tui: Any, times: Times) -> None:
    quiet(tui)
    tui.press("c")
    tui.wait_for("Capture, private")
    write(tui, times, f"Live {DAY}, c, typing", TYPED[:KEYS])


def _to_the_ends(tui: Any, times: Times) -> None:
    """All the way and back, which is the furthest that two states can be apart."""
    name = f"Replay {DAY}, end and home"
    pages = {"end": shows("Ended"), "home": shows(r"Next +Part 2 of")}
    for number in range(KEYS):
        for key, page in pages.items():
            quiet(tui)
            first = number % 2 == 0
            took = answer(tui, key, changed(tui) if first else page)
            keep(times, name if first else name + TO_PAGE, took)


def _at_rest(homes: Homes) -> tuple[Program, ...]:
    """A host with two who follow it, and hosts that wait, stand still or are at the end."""
    hosted = homes.copy(homes.with_a_day(ended=False))

    def program(name: str, bound: float, bring: Any, *arguments: str) -> Program:
        own = hosted if bring in {_resume, _follow} else homes.copy(homes.with_a_day(ended=False))
        name = f"idle, {name} {DAY}"
        return Program(name, bound, facilitui(own, *arguments), spoken(*arguments), bring)

    return (
        program("Live", CLOCK_BOUND, _resume),
        program("Room", CLOCK_BOUND, _follow, "room"),
        program("Follow", CLOCK_BOUND, _follow, "follow"),
        program("Live waiting", WAIT_BOUND, _wait),
        program("Live paused", STILL_BOUND, _pause),
        program("Live ended", STILL_BOUND, _end),
    )


def _resume(tui: Any) -> None:
    tui.wait_for(TITLE)
    quiet(tui, 1.0)
    tui.press("r")
    tui.wait_for(r"PRIVATE[\s\S]*Next +Part")


def _follow(tui: Any) -> None:
    tui.wait_for(r"here|Next +Part")


def _wait(tui: Any) -> None:
    _resume(tui)
    wait(tui)


def _pause(tui: Any) -> None:
    _resume(tui)
    quiet(tui, 0.3)
    tui.press("space")
    tui.wait_for("‖ paused")


def _end(tui: Any) -> None:
    _resume(tui)
    quiet(tui, 0.3)
    tui.press("e")
    tui.wait_for("End the session now")
    quiet(tui, 0.3)
    tui.press("enter")
    tui.wait_for("Ended")


def _growth(homes: Homes) -> Figure:
    """How much more memory ten minutes of nothing but ticks take, rehearsed in one."""
    home = homes.copy(homes.with_blocks(10))
    with terminal(facilitui(home, "plan", PLAN)) as tui:
        tui.wait_for(r"Part 1 of the agenda[\s\S]*all keys")
        quiet(tui, 0.5)
        tui.press("R")
        begin(tui)
        for _ in range(EVENTS_OF_A_DAY):
            tui.press("m")
        tui.wait_for(rf"Marks +{EVENTS_OF_A_DAY}")
        tui.press(*([">"] * FASTER))
        time.sleep(WARM)
        before = float(tui.usage()["rss_mb"])
        time.sleep(SOAK)
        grown = float(tui.usage()["rss_mb"]) - before
    return figure(
        f"ten minutes of ticks {DAY}, memory more",
        [grown],
        GROWTH_BOUND,
        unit="MB",
        command=spoken("plan", PLAN),
        told=f"from {before:.1f} MB, rehearsed in {SOAK:g} s",
    )
