"""The same entries in stock TinyDB and in SQLite with its full-text index: beside the journal."""

from __future__ import annotations

import asyncio
import sqlite3
import time
from collections.abc import Callable, Iterator
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

from tinydb import TinyDB

from benchmarks.decade import COMMON, LENGTH, RARE
from benchmarks.figures import Figure, figure
from facilitui.core.journals.journal import body_of
from facilitui.core.search import folded
from facilitui.services.journals.searching import Searching
from facilitui.services.journals.shown import AT_MOST
from facilitui.storage.paths import Home
from facilitui.storage.system_clock import SystemClock
from facilitui.storage.tinydb_journal import TinyDbJournal

SLOW, FAST = 3, 9
"""Rounds of what takes a quarter of a second, and of what takes milliseconds."""
Work = Callable[[], object]


def peers(home: Path, to_write: Path) -> Iterator[Figure]:
    """Opening, one entry more, and two searches; nothing of it has a bound."""
    documents = asyncio.run(_documents(home))
    yield from asyncio.run(_ours(home, to_write))
    yield from _tinydb(to_write / "stock.json", documents)
    yield from _sqlite(to_write / "fts5.db", documents)


async def _documents(home: Path) -> list[dict[str, Any]]:
    store = TinyDbJournal(Home(home))
    contents = await store.contents()
    store.close()
    return [dict(each) for _, each in contents.documents]


def _timed(name: str, work: Work, times: int) -> Figure:
    took = []
    for _ in range(times):
        begun = time.perf_counter()
        work()
        took.append((time.perf_counter() - begun) * 1e3)
    return figure(name, took, None)


async def _ours(home: Path, to_write: Path) -> Iterator[Figure]:
    first: list[float] = []
    whole: list[float] = []
    for _ in range(SLOW):
        store = TinyDbJournal(Home(home))
        begun = time.perf_counter()
        async for _ in Searching(store, SystemClock()).finding():
            took = (time.perf_counter() - begun) * 1e3
            first += [took] if len(first) <= len(whole) else []
        whole.append(took)
        store.close()
    store = TinyDbJournal(Home(to_write))
    searching = Searching(store, SystemClock())
    await searching.find()
    found: dict[str, list[float]] = {RARE: [], COMMON: []}
    saved: list[float] = []
    for number in range(FAST):
        for word, times in found.items():
            await searching.find("")
            begun = time.perf_counter()
            await searching.find(word)
            times.append((time.perf_counter() - begun) * 1e3)
        begun = time.perf_counter()
        await store.save(entry_id=f"one-{number}", **_one(number))
        saved.append((time.perf_counter() - begun) * 1e3)
    store.close()
    return iter(
        (
            figure("the journal: open, first rows", first, None),
            figure("the journal: open, every row", whole, None),
            figure("the journal: one more", saved, None),
            figure("the journal: a rare word", found[RARE], None),
            figure("the journal: a common word", found[COMMON], None),
        )
    )


def _one(number: int) -> dict[str, Any]:
    body = {"title": f"One {number}", "learned": "word " * (LENGTH // 5)}
    made = {"made_at": datetime.now(UTC), "salt": f"{number:032x}"}
    return {"kind": "debrief", "body": body, **made}


def _tinydb(path: Path, documents: list[dict[str, Any]]) -> Iterator[Figure]:
    with TinyDB(path) as database:
        database.insert_multiple(documents)

    def opened() -> None:
        with TinyDB(path) as database:
            database.all()

    yield _timed("stock TinyDB: open", opened, SLOW)
    with TinyDB(path) as database:
        yield _timed("stock TinyDB: one more", lambda: database.insert(documents[0]), SLOW)
        for told, word in (("a rare", RARE), ("a common", COMMON)):

            def search(word: str = word) -> list[Any]:
                database.clear_cache()
                found: list[Any] = database.search(lambda each: word in each["body"].lower())
                return found[:AT_MOST]

            yield _timed(f"stock TinyDB: {told} word", search, SLOW)


def _sqlite(path: Path, documents: list[dict[str, Any]]) -> Iterator[Figure]:
    rows = [(each["id"], each["body"], folded(str(body_of(each)))) for each in documents]
    made = sqlite3.connect(path)
    try:
        made.execute("create virtual table entries using fts5(id unindexed, body unindexed, text)")
    except sqlite3.OperationalError:
        made.close()
        return  # this SQLite was built without it
    with made:
        made.executemany("insert into entries values (?, ?, ?)", rows)
    made.close()

    def opened() -> None:
        database = sqlite3.connect(path)
        database.execute("select id from entries limit ?", (AT_MOST,)).fetchall()
        database.close()

    yield _timed("SQLite FTS5: open, first rows", opened, FAST)
    database = sqlite3.connect(path)

    def insert() -> None:
        with database:
            database.execute("insert into entries values (?, ?, ?)", rows[0])

    yield _timed("SQLite FTS5: one more", insert, FAST)
    for told, word in (("a rare", RARE), ("a common", COMMON)):

        def search(word: str = word) -> list[Any]:
            asked = "select id, body from entries where text match ? limit ?"
            found: list[Any] = database.execute(asked, (f"{word}*", AT_MOST)).fetchall()
            return found

        yield _timed(f"SQLite FTS5: {told} word", search, FAST)
    database.close()
