"""The journal of ten years: opened, searched, saved into, beside one that was just begun."""

from __future__ import annotations

import asyncio
import re
import time
from collections.abc import Iterator
from datetime import UTC, datetime
from pathlib import Path
from uuid import uuid4

from benchmarks.decade import COMMON, LENGTH, RARE
from benchmarks.figures import Figure, figure, ratio
from benchmarks.homes import Homes
from benchmarks.journal_peers import peers
from benchmarks.terminals import answer, facilitui, quiet, shows, spoken, terminal
from facilitui.services.journals.searching import Searching
from facilitui.storage.paths import Home
from facilitui.storage.system_clock import SystemClock
from facilitui.storage.tinydb_journal import TinyDbJournal

FEW, SOME, MANY = 10, 100, 10_000
FRAME_BOUND, ROWS_BOUND, KEY_BOUND, SAVE_BOUND, MEMORY_BOUND = 1.15, 1.5, 60.0, 1.5, 200.0
HOME = r"facilitui[\s\S]*all keys"
FRAME = shows(r"Journal +/? *search everything")
ROWS = r"Journal[^\n]*\d+ entries"
SLIP = "periwinkel"
TYPED = (COMMON, RARE, "kind:observation", "date:2021", f"person:ana {RARE}")
SETTLED = 1.5
SAVES, STARTS = 31, 9


def journal(homes: Homes, rounds: int) -> Iterator[Figure]:
    """Everything that must stay quick, then other ways to keep the same entries."""
    few, many = homes.with_journal(FEW), homes.with_journal(MANY)
    for home in (few, many):
        with terminal(facilitui(home)) as tui:  # leaves what Home shows for the next start
            tui.wait_for(HOME)
            quiet(tui, SETTLED)
    yield from _opening({FEW: few, MANY: many}, rounds)
    yield from _typing(many, max(3, rounds // 3))
    yield from asyncio.run(_saving(homes.copy(homes.with_journal(SOME)), homes.copy(many)))
    yield from peers(many, homes.copy(many))


def _opening(kept: dict[int, Path], rounds: int) -> Iterator[Figure]:
    """From Home that has come to rest, and from one that is just there and still reads."""
    for told, settled in (("", SETTLED), (" at a start", 0.0)):
        times: dict[int, list[tuple[float, float]]] = {count: [] for count in kept}
        for number in range(-1, rounds):
            for count, home in kept.items():
                with terminal(facilitui(home)) as tui:
                    tui.wait_for(HOME)
                    if settled:
                        quiet(tui, settled)
                    begun = time.monotonic_ns()
                    frame = answer(tui, "j", FRAME)
                    rows = float(tui.wait_for(ROWS) - begun) / 1e6
                    if number >= 0:
                        times[count].append((frame, rows))
                    tui.kill9()
        for at, (what, bound) in enumerate((("frame", FRAME_BOUND), ("first rows", ROWS_BOUND))):
            name = f"Journal{told}, {what}, {MANY} entries against {FEW}"
            many, few = ([each[at] for each in times[count]] for count in (MANY, FEW))
            yield ratio(name, many, few, bound, command=spoken())


def _typing(home: Path, rounds: int) -> Iterator[Figure]:
    """Each key until what it finds is shown; and how much memory all of it has come to."""
    counts = asyncio.run(_counts(home))
    keys: list[float] = []
    reading: list[float] = []
    slips: list[float] = []
    memory: list[float] = []
    for _ in range(rounds):
        with terminal(facilitui(home)) as tui:
            tui.wait_for(HOME)
            tui.press("j")
            tui.wait_for(ROWS)
            tui.press("/")
            for letter, text in _steps(COMMON):
                if letter != "backspace":
                    reading.append(answer(tui, letter, shows(rf"Journal +{text}")))
            tui.press(*["backspace"] * len(COMMON))
            tui.wait_for(_found("", counts))
            for key, text in (step for query in TYPED for step in _steps(query)):
                quiet(tui, 0.12)
                if shows(_found(text, counts))(tui):
                    tui.press(key)  # it changes nothing that could be told
                else:
                    keys.append(answer(tui, key, shows(_found(text, counts))))
            tui.press(*SLIP[:-1])
            quiet(tui, 0.3)
            slips.append(answer(tui, SLIP[-1], shows(rf"Journal +{SLIP}[\s\S]*{RARE}")))
            quiet(tui, 0.3)
            memory.append(float(tui.usage()["rss_mb"]))
            tui.kill9()
    told = f"Journal of {MANY}"
    yield figure(f"{told}, search key to what is found", keys, None, command=spoken())
    for name, values in (
        (", search key to what is found", keys),
        (", key while it is read", reading),
    ):
        yield figure(told + name, values, KEY_BOUND, statistic="p95", command=spoken())
    yield figure(f"{told}, first slip to what was meant", slips, None, command=spoken())
    yield figure(f"{told}, memory", memory, MEMORY_BOUND, unit="MB", command=spoken())


def _steps(query: str) -> Iterator[tuple[str, str]]:
    """The keys that write a query and take it back again, each with what is then written."""
    for end in range(1, len(query) + 1):
        yield ("space" if query[end - 1] == " " else query[end - 1]), query[:end]
    for end in range(len(query) - 1, -1, -1):
        yield "backspace", query[:end]


async def _counts(home: Path) -> dict[str, int]:
    """How many entries every part of every query finds."""
    store = TinyDbJournal(Home(home))
    searching = Searching(store, SystemClock())
    texts = {text for query in TYPED for _, text in _steps(query)}
    counts = {}
    for text in texts:
        shown = await searching.find(text)
        counts[text] = len(shown.rows) + shown.more
    store.close()
    return counts


def _found(text: str, counts: dict[str, int]) -> str:
    """What the screen says once a query's finds are shown; behind it may be what tab completes."""
    return rf"Journal[ /]+{re.escape(text.strip())}[^\n]*\b{counts[text]} (?:found|entries|entry)"


async def _saving(some: Path, many: Path) -> list[Figure]:
    """In turn into a journal of a hundred entries and into one of ten thousand.

    Every form reads the journal as it is opened. Without one it is read for the first save.
    """
    told, late = f"a save, {MANY} entries against {SOME}", list[float]()
    stays: dict[Path, list[float]] = {some: [], many: []}
    forms: dict[Path, list[float]] = {some: [], many: []}
    alone: dict[Path, list[float]] = {some: [], many: []}
    stores = {home: TinyDbJournal(Home(home)) for home in stays}
    for number in range(-1, SAVES):
        for home, store in stores.items():
            spent = await _save(store, late)
            stays[home] += [spent] if number >= 0 else []
    for number in range(STARTS * 2):
        for home in stays:
            store = TinyDbJournal(Home(home))
            if number % 2:
                await store.contents()
            (forms if number % 2 else alone)[home].append(await _save(store, late))
            store.close()
    for store in stores.values():
        store.close()
    return [
        ratio(told, stays[many], stays[some], SAVE_BOUND),
        ratio(f"{told}, a form's first", forms[many], forms[some], SAVE_BOUND),
        ratio(f"{told}, the first and without a form", alone[many], alone[some], None),
        figure("a save, how late the loop is meanwhile", late, KEY_BOUND, statistic="p95"),
    ]


async def _save(store: TinyDbJournal, late: list[float]) -> float:
    """How long one save took, in ms, and how late the loop was meanwhile."""
    watch = asyncio.create_task(_watched(late))
    begun = time.perf_counter()
    await store.save(
        entry_id=f"saved-{(named := uuid4().hex)}",
        kind="debrief",
        body={"title": f"Saved {named}", "learned": "word " * (LENGTH // 5)},
        made_at=datetime.now(UTC),
        salt=named,
    )
    spent = (time.perf_counter() - begun) * 1e3
    watch.cancel()
    return spent


async def _watched(late: list[float]) -> None:
    """How much later than asked for the loop goes on, over and over."""
    while True:
        begun = time.perf_counter()
        await asyncio.sleep(0.001)
        late.append((time.perf_counter() - begun) * 1e3 - 1)
