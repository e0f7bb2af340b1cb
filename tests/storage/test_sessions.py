"""A home's sessions: one folder and one host each, and nothing lost when a host is killed."""

from __future__ import annotations

import asyncio
import os
import random
import stat
from collections.abc import Iterator
from datetime import UTC, datetime
from pathlib import Path

import pytest

from facilitui.core import bodies as b
from facilitui.core.errors import HostedElsewhere, NotFound, NotSaved, ReadOnlySession
from facilitui.core.plans.plan import Plan
from facilitui.core.ports import SessionLog, SessionStore
from facilitui.core.sessions.events import head_of
from facilitui.storage.sessions import FileSessions
from tests.storage.chains import (
    chain,
    documents,
    log_bytes,
    notes,
    plan_text,
    started,
    store_of,
)
from tests.storage.log_kills import kill, kill_often, start


@pytest.fixture
def store(home: Path) -> Iterator[FileSessions]:
    """The sessions of an empty home."""
    made = store_of(home)
    yield made
    made.close()


PLAN = Plan(title="Book study")


async def test_a_new_session_is_a_private_folder(home: Path) -> None:
    """Log, plan and lock, for this user alone even where new files are everybody's."""
    before = os.umask(0)
    try:
        store: SessionStore = store_of(home / "new")
        log: SessionLog = await store.create("s1", PLAN)
        await log.append(notes(2))
        await log.close()
        await store.rows()
    finally:
        os.umask(before)
    folder = home / "new" / "sessions" / "s1"
    assert (folder / "plan.toml").read_text() == "title = 'Book study'\n"
    assert (folder / "events.jsonl").read_bytes() == log_bytes(notes(2))
    assert sorted(os.listdir(folder)) == ["events.jsonl", "host.lock", "plan.toml"]
    for path in (home / "new").rglob("*"):
        assert stat.S_IMODE(path.stat().st_mode) == (0o700 if path.is_dir() else 0o600), path


async def test_a_session_is_gone_on_with(store: FileSessions) -> None:
    """What one host wrote, the next one has; and what the copy for people says is never read."""
    log = await store.create("s1", PLAN)
    assert (log.contents.events, log.behind) == ((), 0)
    await log.append(notes(3))
    await log.close()
    again = await store.host("s1")
    assert documents(again.contents.events) == documents(notes(3))
    await again.append(notes(2, head_of(notes(3)[-1])))
    await again.close()
    found = await store.read("s1")
    assert documents(found.events) == documents(notes(5))
    assert (found.session, found.verified, found.trouble) == ("s1", 5, "")


async def test_a_name_is_taken_once(store: FileSessions) -> None:
    """A second session of the same name is refused, and the first one is left alone."""
    log = await store.create("s1", PLAN)
    await log.append(notes(1))
    with pytest.raises(NotSaved, match="there is a session s1 already"):
        await store.create("s1", PLAN)
    await log.close()
    assert (await store.read("s1")).verified == 1


async def test_a_beat_says_when_the_host_was_last_alive(store: FileSessions, home: Path) -> None:
    """The next host learns how long nobody ran the session; a beat adds nothing to the log."""
    log = await store.create("s1", PLAN)
    await log.append(notes(1))
    path = home / "sessions" / "s1" / "events.jsonl"
    os.utime(path, (1_000_000, 1_000_000))
    assert (await store.read("s1")).alive_at == datetime.fromtimestamp(1_000_000, UTC)
    await log.beat()
    alive = (await store.read("s1")).alive_at
    assert alive is not None
    assert abs((datetime.now(UTC) - alive).total_seconds()) < 60
    await log.append(notes(1, head_of(notes(1)[0])))
    await log.close()
    await log.beat()
    assert documents((await store.read("s1")).events) == documents(notes(2))


@pytest.mark.parametrize(
    "session", ["..", ".", "", "a/b", "../s1", "/etc", "s1\n", "s 1", "a\x00b", "é", "x" * 81, "-"]
)
async def test_an_id_is_never_a_path(store: FileSessions, home: Path, session: str) -> None:
    """Whatever comes from outside as an id reaches no file."""
    await (await store.create("s1", PLAN)).close()
    before = sorted(home.rglob("*"))
    for call in (store.read, store.host, lambda name: store.continue_in_copy(name, "c")):
        with pytest.raises(NotFound):
            await call(session)
    with pytest.raises(NotSaved, match="letters, digits"):
        await store.create(session, PLAN)
    assert sorted(home.rglob("*")) == before


async def test_a_session_that_is_not_there(store: FileSessions, home: Path) -> None:
    """It is not found, and asking for it makes nothing."""
    (home / "sessions" / "empty").mkdir(parents=True)
    for session in ("s1", "empty"):
        for call in (store.read, store.host, lambda name: store.continue_in_copy(name, "c")):
            with pytest.raises(NotFound, match=f"there is no session {session}"):
                await call(session)
    assert [path.name for path in home.rglob("*")] == ["sessions", "empty"]


async def test_the_second_host_in_this_process_is_told(store: FileSessions, home: Path) -> None:
    """One host a session, even when both are the same program; the first goes on unharmed."""
    log = await store.create("s1", PLAN)
    with pytest.raises(HostedElsewhere, match=r"^Another copy hosts it: close that"):
        await store_of(home).host("s1")
    await log.append(notes(1))
    assert (await store.read("s1")).verified == 1
    await log.close()
    await (await store_of(home).host("s1")).close()


async def test_the_second_host_in_another_process_is_told(store: FileSessions, home: Path) -> None:
    """It is told, can read meanwhile, and hosts at once when the other is killed."""
    await (await store.create("s1", PLAN)).close()
    process = start(home, "s1", "hold")
    try:
        with pytest.raises(HostedElsewhere, match=r"^Another copy hosts it: close that"):
            await store.host("s1")
        assert (await store.read("s1")).verified == 0
    finally:
        kill(process)
    log = await store.host("s1")
    await log.append(notes(1))
    await log.close()


async def test_eight_kills_lose_nothing(store: FileSessions, home: Path) -> None:
    """Killed at random moments, every acknowledged event is there, with all it held."""
    await (await store.create("s1", PLAN)).close()
    seen = await asyncio.to_thread(kill_often, home, "s1", 8, random.Random())
    assert (seen.kills, seen.acknowledged > 0) == (8, True)


async def test_a_damaged_session_is_continued_in_a_copy(store: FileSessions, home: Path) -> None:
    """The copy holds what is proved and can be gone on with; the damaged one stays as it is."""
    log = await store.create("s1", PLAN)
    await log.append(chain([started(), *[b.Paused()] * 5]))
    await log.close()
    path = home / "sessions" / "s1" / "events.jsonl"
    path.write_bytes(path.read_bytes().replace(b'"seq":4', b'"seq":5'))
    os.utime(path, (1_000_000, 1_000_000))
    damaged = {p.name: (p.read_bytes(), p.stat().st_mtime_ns) for p in path.parent.iterdir()}
    looked_at = await store.host("s1")
    assert (looked_at.contents.verified, looked_at.contents.read_only) == (3, True)
    with pytest.raises(ReadOnlySession, match=r"line 4 .* continue in a copy"):
        await looked_at.append(notes(1, head_of(looked_at.contents.events[2])))
    await looked_at.beat()
    await looked_at.close()
    copy = await store.continue_in_copy("s1", "s1-copy")
    assert documents(copy.contents.events) == documents(chain([started(), *[b.Paused()] * 2]))
    assert copy.contents.alive_at == datetime.fromtimestamp(1_000_000, UTC)
    more = notes(1, head_of(copy.contents.events[-1]))
    await copy.append(more)
    await copy.close()
    found = await store.read("s1-copy")
    assert (found.verified, found.trouble) == (4, "")
    assert (path.parent.parent / "s1-copy" / "plan.toml").read_text() == plan_text(PLAN)
    assert {p.name: (p.read_bytes(), p.stat().st_mtime_ns) for p in path.parent.iterdir()} == (
        damaged
    )


async def test_where_nothing_is_proved_there_is_no_copy(store: FileSessions, home: Path) -> None:
    """A copy that could not be gone on with is not made."""
    await (await store.create("s1", PLAN)).close()
    (home / "sessions" / "s1" / "events.jsonl").write_bytes(b"{}\n")
    with pytest.raises(ReadOnlySession, match="begin a new session from the plan"):
        await store.continue_in_copy("s1", "copy")
    assert not (home / "sessions" / "copy").exists()


async def test_a_closed_log_takes_nothing(store: FileSessions) -> None:
    """An event that comes too late is refused in words; closing twice is one closing."""
    log = await store.create("s1", PLAN)
    await log.close()
    await log.close()
    with pytest.raises(NotSaved, match="has been closed"):
        await log.append(notes(1))
