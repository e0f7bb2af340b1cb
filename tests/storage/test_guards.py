"""Each guard is taken out once: then the loss it is there for happens, and the tests see it.

So it is known of every reliability test that it is able to fail.
"""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from facilitui.core import bodies as b
from facilitui.core.errors import HostedElsewhere, NotSaved
from facilitui.core.plans.plan import Plan
from facilitui.core.sessions.events import Event, Head, follows, head_of, read_event
from facilitui.core.sessions.log_contents import LogContents
from facilitui.storage.disk import Disk
from facilitui.storage.event_log import parse_log
from facilitui.storage.log_writer import LogWriter
from facilitui.storage.syncing import AGAIN, WITHIN, Syncing
from tests.storage.broken_disks import DisksThatForget, FailingSync, FullDisk, SteppedClock
from tests.storage.chains import chain, documents, log_bytes, notes, read, store_of, writing
from tests.storage.log_kills import contents, kill, start

with_and_without = pytest.mark.parametrize("guarded", [True, False], ids=["with", "without"])
TakeOut = Callable[[type, str], None]
PLAN = Plan(title="Book study")


@pytest.fixture
def take_out(monkeypatch: pytest.MonkeyPatch) -> TakeOut:
    """Replaces a method by one that does nothing."""

    def nothing(*arguments: object, **more: object) -> None:
        return None

    return lambda owner, name: monkeypatch.setattr(owner, name, nothing)


def proved(found: LogContents) -> list[dict[str, object]]:
    """All that the events hold which are proved."""
    return documents(found.events[: found.verified])


def after_power_cut(disk: DisksThatForget, log: Path) -> LogContents:
    """The log as it is once the power is back."""
    disk.sync_folder(log.parent)
    return read(disk.power_cut(log.parent.with_name("left")) / log.name)


@with_and_without
def test_the_sync(guarded: bool, log: Path, take_out: TakeOut) -> None:
    """Without it a power cut takes every event, however old."""
    if not guarded:
        take_out(Syncing, "wrote")
    disk, clock = DisksThatForget(log.parent), SteppedClock()
    writer = writing(log, disk, clock=clock)
    writer.append(notes(3))
    clock.now += WITHIN
    writer.syncing.step()
    kept = proved(after_power_cut(disk, log))
    assert kept == (documents(notes(3)) if guarded else [])


@with_and_without
def test_the_second_write_after_a_failed_sync(guarded: bool, log: Path, take_out: TakeOut) -> None:
    """Without it the next sync succeeds, nothing is behind, and what it was for is not there."""
    if not guarded:
        take_out(LogWriter, "_rewrite")
    disk, clock = FailingSync(log.parent), SteppedClock()
    writer = writing(log, disk, clock=clock)
    writer.append(notes(3))
    for disk.failing in (True, False):
        clock.now += AGAIN
        writer.syncing.step()
    assert writer.behind == 0
    kept = proved(after_power_cut(disk, log))
    assert kept == (documents(notes(3)) if guarded else [])


@with_and_without
async def test_the_sync_of_the_folder(guarded: bool, home: Path) -> None:
    """Without it a power cut takes a whole session, synced events and all."""

    class NamesLost(DisksThatForget):
        def sync_folder(self, folder: Path) -> None:
            pass

    disk = DisksThatForget(home) if guarded else NamesLost(home)
    log = await store_of(home, disk).create("s1", PLAN)
    await log.append(notes(1))
    await log.close()
    left = disk.power_cut(home.with_name("left")) / "sessions" / "s1" / "events.jsonl"
    assert left.exists() == guarded


class NoLock:
    """A lock that everybody gets."""

    def __init__(self, *arguments: object, **more: object) -> None:
        pass

    def acquire(self) -> None:
        pass

    def release(self) -> None:
        pass


async def test_the_lock(home: Path, monkeypatch: pytest.MonkeyPatch, take_out: TakeOut) -> None:
    """Without it two hosts write, and what one of them was told is saved is not proved any more."""
    first = await store_of(home).create("s1", PLAN)
    with pytest.raises(HostedElsewhere):
        await store_of(home).host("s1")
    monkeypatch.setattr("facilitui.storage.session_folder.lock_of", NoLock)
    second = await store_of(home).host("s1")
    await first.append(notes(2, text="first"))
    # A second net is there; it is no lock, because both could look before either writes.
    with pytest.raises(NotSaved, match="changed or removed"):
        await second.append(notes(1, text="second"))
    take_out(LogWriter, "_mend")
    await second.append(notes(1, text="second"))
    after = notes(1, head_of(notes(2, text="first")[-1]))
    await first.append(after)
    found = contents(home, "s1")
    assert (found.verified, found.read_only) == (2, True)
    await first.close()
    await second.close()


@with_and_without
def test_the_cut_after_a_failed_write(guarded: bool, log: Path, take_out: TakeOut) -> None:
    """Without it the next event is written behind half a line, and is lost with it."""
    if not guarded:
        take_out(LogWriter, "_mend")
    disk = FullDisk(room=len(log_bytes(notes(1))) + 20)
    writer = writing(log, disk)
    with pytest.raises(NotSaved):
        writer.append(notes(2))
    disk.room = 1 << 20
    writer.append(notes(2))
    found = read(log)
    assert (found.verified, found.read_only) == ((2, False) if guarded else (1, True))


@with_and_without
def test_the_cut_of_a_torn_tail(guarded: bool, log: Path, take_out: TakeOut) -> None:
    """Without it the first event after a crash is lost, and the session is read only."""
    if not guarded:
        take_out(LogWriter, "_mend")
    events = notes(3)
    log.write_bytes(log_bytes(events)[:-100])
    writer = writing(log, Disk(), head_of(events[1]))
    writer.append(events[2:])
    found = read(log)
    assert (found.verified, found.read_only) == ((3, False) if guarded else (2, True))


@with_and_without
async def test_the_write_before_the_answer(guarded: bool, home: Path) -> None:
    """A host that answers before the system has the bytes loses all it acknowledged to a kill."""
    await (await store_of(home).create("s1", PLAN)).close()
    process = start(home, "s1", "append" if guarded else "pretend")
    acknowledged = kill(process, after=1)
    assert acknowledged
    assert (contents(home, "s1").verified >= acknowledged) == guarded
    assert guarded or contents(home, "s1").verified == 0


@with_and_without
def test_the_chain(guarded: bool, monkeypatch: pytest.MonkeyPatch) -> None:
    """Without it an event that was rewritten by hand counts as proved."""

    def anything(event: Event, head: object) -> bool:
        return True

    if not guarded:
        monkeypatch.setattr("facilitui.storage.event_log.follows", anything)
    changed = log_bytes(notes(3)).replace(b"note 2", b"note 9")
    assert (parse_log(changed, "s").verified == 3) == (not guarded)


def test_the_comparison_of_bytes() -> None:
    """The chain alone overlooks a change that JSON reads alike; reading the log does not."""
    (event,) = chain([b.Marked(note="x" * 10)])
    changed = event.line.replace('"v":1', '"v":1 ')
    assert follows(read_event(changed), Head())
    assert parse_log(changed.encode() + b"\n", "s").verified == 0
