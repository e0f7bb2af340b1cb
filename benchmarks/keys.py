"""Keys within a screen: from the key to the first screen that shows what it did."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from typing import Any

from benchmarks.figures import Figure, figure
from benchmarks.homes import PLAN, TITLE, Homes
from benchmarks.terminals import CALM, answer, changed, facilitui, quiet, shows, spoken, terminal

BOUND = 50.0
KEYS = 20
"""Of each kind, in each round."""
TYPED = "jazzy quartz vow five"
"""Nothing on any screen begins so."""
SEARCHED = "reasoning in the samples"
FOUND = "Journal of 1000, typing to what is found"
"""Only told: the key itself is on the screen before."""

Times = dict[str, list[float]]


@dataclass
class Bench:
    """One program in one state, and the keys that are timed there."""

    command: Callable[[], list[str]]
    told: str
    open: Callable[[Any], None]
    press: Callable[[Any, Times], None]
    times: Times = field(default_factory=dict)

    def round(self) -> None:
        """Start the program, bring it to its state, time its keys."""
        with terminal(self.command()) as tui:
            self.open(tui)
            quiet(tui, 0.3)
            self.press(tui, self.times)


def keys(homes: Homes, rounds: int) -> Iterator[Figure]:
    """Every screen on which keys are pressed often."""
    benches = _benches(homes)
    for _ in range(rounds):
        for bench in benches:
            bench.round()
    for bench in benches:
        for name, values in bench.times.items():
            bound = None if name == FOUND else BOUND
            for statistic in ("median", "p95"):
                yield figure(name, values, bound, statistic=statistic, command=bench.told)


def _benches(homes: Homes) -> list[Bench]:
    thousand = homes.with_entries(1000)

    def plan(blocks: int) -> Bench:
        home = homes.with_blocks(blocks)
        return Bench(
            lambda: facilitui(homes.copy(home), "plan", PLAN),
            spoken("plan", PLAN),
            lambda tui: tui.wait_for(r"Part 1 of the agenda[\s\S]*all keys"),
            lambda tui, times: _plan(tui, times, f"Plan, {blocks} blocks"),
        )

    return [
        Bench(lambda: facilitui(thousand), spoken(), lambda tui: tui.wait_for(TITLE), _home),
        plan(10),
        plan(200),
        Bench(
            lambda: facilitui(homes.copy(homes.with_blocks(10)), "run", PLAN),
            spoken("run", PLAN),
            begin,
            _live,
        ),
        Bench(lambda: facilitui(thousand), spoken(), _search, _journal),
        Bench(lambda: _ended(homes), spoken(), _debrief_begun, _debrief),
    ]


def keep(times: Times, name: str, took: float) -> None:
    times.setdefault(name, []).append(took)


def arrows(tui: Any, times: Times, name: str) -> None:
    """Down and up again, so that the end of a short list is never met."""
    for number in range(KEYS):
        quiet(tui)
        keep(times, name, answer(tui, "down" if number % 8 < 4 else "up", changed(tui)))


def write(
    tui: Any, times: Times, name: str, text: str, seen: str = "{}", *, calm: float = CALM
) -> None:
    """Type a text; each letter is known by what then stands in `seen`, a space by nothing."""
    for end, letter in enumerate(text, 1):
        quiet(tui, calm)
        if letter == " ":
            tui.press("space")
        else:
            keep(times, name, answer(tui, letter, shows(seen.format(text[:end]))))


def _home(tui: Any, times: Times) -> None:
    arrows(tui, times, "Home, arrow")


def _plan(tui: Any, times: Times, name: str) -> None:
    arrows(tui, times, f"{name}, arrow")
    for number in range(KEYS):
        quiet(tui)
        key = "+" if number % 2 == 0 else "-"
        keep(times, f"{name}, + and −", answer(tui, key, changed(tui)))


def begin(tui: Any) -> None:
    """Begin the session that the Live screen has ready."""
    tui.wait_for("not begun")
    quiet(tui, 0.3)
    tui.press("n")
    tui.wait_for("left of 5 min")


def _live(tui: Any, times: Times) -> None:
    """The clock goes on by itself, so each key is known by what it alone changes."""
    for number in range(1, KEYS + 1):
        quiet(tui)
        keep(times, "Live, m", answer(tui, "m", shows(rf"Marks +{number}\b")))
    for number in range(1, KEYS + 1):
        quiet(tui)
        keep(times, "Live, +", answer(tui, "+", shows(rf"left of {5 + number} min")))


def _search(tui: Any) -> None:
    tui.wait_for(TITLE)
    quiet(tui, 1.0)
    tui.press("j")
    tui.wait_for(r"1000 entries")
    quiet(tui, 0.3)
    tui.press("/")


def _journal(tui: Any, times: Times) -> None:
    write(tui, times, "Journal of 1000, typing", SEARCHED[:KEYS], r"Journal +{}")
    for _ in range(KEYS // 4):
        for key, seen in (("q", _nothing), ("backspace", lambda later: not _nothing(later))):
            quiet(tui, 0.2)
            keep(times, FOUND, answer(tui, key, seen))


def _nothing(tui: Any) -> bool:
    return "Nothing has" in tui.screen_of_fed()


def _ended(homes: Homes) -> list[str]:
    return facilitui(homes.copy(homes.with_blocks(10)), "run", PLAN)


def _debrief_begun(tui: Any) -> None:
    begin(tui)
    quiet(tui, 0.3)
    tui.press("e")
    tui.wait_for("End the session now")
    quiet(tui, 0.3)
    tui.press("enter")
    tui.wait_for("Ended")
    quiet(tui, 0.3)
    tui.press("d")
    tui.wait_for("What did participants learn")


def _debrief(tui: Any, times: Times) -> None:
    write(tui, times, "Debrief, typing", TYPED[:KEYS])
