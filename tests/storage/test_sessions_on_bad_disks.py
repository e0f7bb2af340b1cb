"""What a home's sessions make of disks that are full, read only, failing or without power."""

from __future__ import annotations

import asyncio
import errno
import os
import threading
from pathlib import Path

import pytest

from facilitui.core import bodies as b
from facilitui.core.errors import NotFound, NotSaved, ReadOnlySession
from facilitui.core.plans.plan import Plan
from facilitui.core.sessions.events import head_of
from facilitui.storage.disk import Disk
from facilitui.storage.paths import Home
from facilitui.storage.sessions import FileSessions
from tests.storage.broken_disks import (
    CountingDisk,
    DisksThatForget,
    FailingSync,
    FullAndStuck,
    FullDisk,
    ReadOnlyDisk,
    SteppedClock,
)
from tests.storage.chains import HOSTILE, chain, documents, notes, plan_text, read, store_of

PLAN = Plan(title="Book study")


async def test_a_full_disk_leaves_no_half_session(home: Path) -> None:
    """It is said in words, and the same name can be used as soon as there is room."""
    disk = FullDisk(room=5)
    store = store_of(home, disk)
    with pytest.raises(NotSaved, match=r"it cannot begin: .*the disk is full .*\(session s1\)"):
        await store.create("s1", PLAN)
    assert os.listdir(home / "sessions") == []
    disk.room = 1 << 20
    log = await store.create("s1", PLAN)
    disk.room = 100
    with pytest.raises(NotSaved, match="the disk is full"):
        await log.append(notes(2))
    disk.room = 1 << 20
    await log.append(notes(1))
    await log.close()
    assert documents((await store.read("s1")).events) == documents(notes(1))


@pytest.mark.parametrize("disk", [FullDisk(), FullAndStuck()])
async def test_what_could_not_begin_is_discarded_with_its_folder(
    home: Path, disk: FullDisk
) -> None:
    """However much of its first event was written; nothing holds it, and the name is free."""
    store = store_of(home, disk)
    log = await store.create("s1", PLAN)
    disk.room = 100
    with pytest.raises(NotSaved, match="the disk is full"):
        await log.append(notes(2))
    await log.discard()
    assert os.listdir(home / "sessions") == [] and await store.rows() == ()
    with pytest.raises(NotSaved, match="has been closed"):
        await log.append(notes(1))
    disk.room = 1 << 20
    await (await store.create("s1", PLAN)).close()


async def test_a_read_only_disk_is_said_in_words(home: Path) -> None:
    """Everything can be looked at; nothing is begun or hosted, and no lock is left behind."""
    store = store_of(home)
    log = await store.create("s1", PLAN)
    await log.append(notes(1))
    await log.close()
    read_only = store_of(home, ReadOnlyDisk())
    with pytest.raises(NotSaved, match="read-only file system"):
        await read_only.create("s2", PLAN)
    log = await read_only.host("s1")
    assert (log.contents.verified, log.contents.read_only, log.behind) == (1, True, 0)
    with pytest.raises(ReadOnlySession, match=r"can only be looked at: .*read-only file system"):
        await log.append(notes(1, head_of(notes(1)[0])))
    await log.close()
    assert (await read_only.read("s1")).verified == 1
    await (await store.host("s1")).close()


async def test_a_new_session_survives_a_power_cut(home: Path) -> None:
    """Once create returns the folder is on the disk, and once `behind` is 0 so are the events."""
    disk, clock = DisksThatForget(home), SteppedClock()
    store = FileSessions(Home(home), disk, plan_text, monotonic=clock)
    log = await store.create("s1", PLAN)
    left = disk.power_cut(home.with_name("at-once"))
    assert read(left / "sessions" / "s1" / "events.jsonl").trouble == ""
    assert (left / "sessions" / "s1" / "plan.toml").read_text() == plan_text(PLAN)
    await log.append(notes(3))
    clock.now += 0.1
    assert log.behind == pytest.approx(0.1)
    await log.close()
    assert log.behind == 0
    left = disk.power_cut(home.with_name("later"))
    events = read(left / "sessions" / "s1" / "events.jsonl").events
    assert documents(events) == documents(notes(3))


async def test_going_on_reads_a_long_log_no_more_than_it_must(home: Path) -> None:
    """Once to know what it says, once to see how it ends before anything is added."""
    log = await store_of(home).create("s1", PLAN)
    await log.append(notes(3))
    await log.close()
    disk = CountingDisk()
    again = await store_of(home, disk).host("s1")
    await again.close()
    assert disk.reads == [home / "sessions" / "s1" / "events.jsonl"] * 2


async def test_closing_on_a_failing_disk_lets_go(home: Path) -> None:
    """That the disk did not confirm the last events is said; the session is free all the same."""
    disk = FailingSync(home)
    store = store_of(home, disk)
    log = await store.create("s1", PLAN)
    disk.failing = True
    await log.append(notes(1))
    with pytest.raises(NotSaved, match="the disk does not confirm them"):
        await log.close()
    disk.failing = False
    again = await store.host("s1")
    assert again.contents.verified == 1
    await again.close()


async def test_a_log_that_is_gone_when_it_is_read_is_let_go_of(home: Path) -> None:
    """Its folder may be restored just then: it can be hosted as soon as it is back."""

    class Gone(Disk):
        def read(self, path: Path) -> bytes:
            raise FileNotFoundError

    store = store_of(home)
    await (await store.create("s1", PLAN)).close()
    folder = home / "sessions" / "s1"
    with pytest.raises(NotFound) as kept:
        await store_of(home, Gone()).host("s1")
    assert not (folder / "host").exists()
    await (await store.host("s1")).close()
    assert "there is no session" in str(kept.value)


async def test_a_folder_that_takes_no_locks_is_only_looked_at(
    home: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A lock that were a file alone would stay behind a kill, and two copies might write."""
    store = store_of(home)
    await (await store.create("s1", PLAN)).close()

    def refuse(handle: int, how: int) -> None:
        raise OSError(errno.ENOSYS, "Function not implemented")

    monkeypatch.setattr("fcntl.flock", refuse)
    log = await store.host("s1")
    assert log.contents.read_only and "not implemented" in log.contents.trouble
    await log.close()


async def test_a_save_that_nobody_waits_for_is_finished(home: Path) -> None:
    """A screen that is closed in the middle of a save does not undo it, nor one that waits."""
    begun, go_on = threading.Event(), threading.Event()

    class Slow(Disk):
        def write(self, handle: int, data: bytes) -> int:
            if data.startswith(b'{"at"'):
                begun.set()
                assert go_on.wait(10)
            return super().write(handle, data)

    log = await store_of(home, Slow()).create("s1", PLAN)
    events = chain([b.Captured(text=HOSTILE), b.Captured(text="waits")])
    saving = [asyncio.create_task(log.append([event])) for event in events]
    assert await asyncio.to_thread(begun.wait, 10)
    for each in saving:
        each.cancel()
    go_on.set()
    await asyncio.wait(saving)
    await log.close()
    assert read(home / "sessions" / "s1" / "events.jsonl").verified == 2
