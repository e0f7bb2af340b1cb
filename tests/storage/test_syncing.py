"""What was written is forced to the disk itself in time, and `behind` never says otherwise."""

from __future__ import annotations

import tempfile
import threading
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from facilitui.core.errors import NotSaved
from facilitui.core.sessions.events import Head, head_of
from facilitui.storage.disk import Disk
from facilitui.storage.log_writer import LogWriter
from facilitui.storage.syncing import AGAIN, GROUPED, WITHIN, Syncing, SyncPlan
from tests.storage.broken_disks import CountingDisk, DisksThatForget, FailingSync, SteppedClock
from tests.storage.chains import documents, log_bytes, notes, read, writing


def test_the_plan_forces_a_group_in_time() -> None:
    """Due soon after the first write, whatever is written later; behind until it is forced."""
    plan = SyncPlan()
    assert (plan.due_in(0), plan.behind(0)) == (None, 0)
    plan.wrote(10.0)
    plan.wrote(10.1)
    assert plan.due_in(10.1) == pytest.approx(GROUPED - 0.1)
    assert plan.due_in(10 + GROUPED) == 0
    assert plan.behind(10.2) == pytest.approx(0.2)
    plan.began()
    plan.wrote(10.3)
    plan.ended(10.35, forced=True)
    assert plan.due_in(10.35) == pytest.approx(GROUPED - 0.05)
    assert plan.behind(10.5) == pytest.approx(0.2)
    plan.began()
    plan.ended(10.6, forced=True)
    assert (plan.due_in(10.6), plan.behind(99.0)) == (None, 0)


def test_the_plan_remembers_what_failed() -> None:
    """After a failed sync `behind` goes on from the oldest write, and it is tried again."""
    plan = SyncPlan()
    plan.wrote(1.0)
    plan.began()
    plan.wrote(1.2)
    plan.ended(1.3, forced=False)
    assert plan.due_in(1.3) == pytest.approx(AGAIN)
    plan.wrote(2.0)
    assert plan.due_in(2.31) == 0
    assert plan.behind(2.3) == pytest.approx(1.3)
    plan.began()
    assert plan.behind(2.5) == pytest.approx(1.5)
    plan.ended(2.6, forced=True)
    assert plan.due_in(2.6) is None
    assert plan.behind(2.6) == 0


def test_many_writes_are_one_sync(log: Path) -> None:
    """Events of one group are forced together, and never while none is waiting."""
    disk, clock = CountingDisk(), SteppedClock()
    writer = writing(log, disk, clock=clock)
    for event in notes(10):
        writer.append([event])
        clock.now += 0.01
        writer.syncing.step()
    assert disk.syncs == 0
    assert writer.behind == pytest.approx(0.1)
    clock.now += GROUPED
    writer.syncing.step()
    assert (disk.syncs, writer.behind) == (1, 0)
    clock.now += 10
    writer.syncing.step()
    assert disk.syncs == 1


def test_closing_forces_what_is_left(log: Path) -> None:
    """Nothing has to be waited for before a session is closed."""
    disk = DisksThatForget(log.parent)
    writer = LogWriter(disk, log, Head(), monotonic=SteppedClock())
    events = notes(3)
    writer.append(events)
    writer.close()
    disk.sync_folder(log.parent)
    left = disk.power_cut(log.parent.parent / "left")
    assert documents(read(left / log.name).events) == documents(events)


steps = st.lists(st.tuples(st.integers(1, 30), st.integers(0, 3)), max_size=12)


@given(steps, st.integers(0, 40), st.integers(0, 3))
def test_a_power_cut_costs_at_most_a_quarter_second(
    made: list[tuple[int, int]], wait: int, lucky: int
) -> None:
    """Whenever the power goes, all events older than that are there, and what is there is whole."""
    with tempfile.TemporaryDirectory() as folder:
        root = Path(folder) / "home"
        root.mkdir()
        path = root / "events.jsonl"
        path.touch()
        disk, clock = DisksThatForget(root), SteppedClock()
        disk.sync_folder(root)
        writer = writing(path, disk, clock=clock)
        events = notes(sum(count for _, count in made))
        written: list[float] = []
        for pause, count in [*made, (wait, 0)]:
            for _ in range(pause):
                clock.now += 0.01
                writer.syncing.step()
                assert writer.behind <= WITHIN
            writer.append(events[len(written) :][:count])
            written += [clock.now] * count
        left = read(disk.power_cut(Path(folder) / "left", lucky=lucky) / path.name)
        kept = len(left.events)
        assert documents(left.events) == documents(events[:kept])
        assert not left.read_only
        assert kept >= sum(moment <= clock.now - WITHIN for moment in written)
        if writer.behind == 0:
            assert kept == len(events)


def test_a_failing_sync_is_told_and_made_good(log: Path) -> None:
    """`behind` grows while syncs fail; afterwards all is there, even what the disk forgot."""
    root = log.parent
    disk, clock = FailingSync(root), SteppedClock()
    writer = writing(log, disk, clock=clock)
    events = notes(4)
    disk.failing = True
    for event in events:
        writer.append([event])
        clock.now += AGAIN
        writer.syncing.step()
    assert writer.behind == pytest.approx(4 * AGAIN)
    disk.failing = False
    clock.now += AGAIN
    writer.syncing.step()
    assert writer.behind == 0
    disk.sync_folder(root)
    left = disk.power_cut(root.parent / "left")
    assert documents(read(left / log.name).events) == documents(events)


def test_closing_on_a_failing_disk_says_so_and_ends(log: Path) -> None:
    """The file is whole for any kill; only the disk did not confirm it."""
    disk = FailingSync(log.parent)
    disk.failing = True
    writer = LogWriter(disk, log, Head())
    writer.append(notes(1))
    with pytest.raises(NotSaved, match="the disk does not confirm them: input/output error"):
        writer.close()
    assert read(log).verified == 1


def test_what_a_killed_host_left_is_forced_by_the_next(log: Path) -> None:
    """Opening a log counts all that is in it as not yet on the disk."""
    log.write_bytes(log_bytes(notes(2)))
    disk, clock = CountingDisk(), SteppedClock()
    writer = writing(log, disk, head_of(notes(2)[-1]), clock=clock)
    clock.now += WITHIN
    assert writer.behind == WITHIN
    writer.syncing.step()
    assert (disk.syncs, writer.behind) == (1, 0)


def test_the_thread_forces_by_itself_and_ends_with_the_log(log: Path) -> None:
    """Nobody has to ask for it, and no thread is left over."""
    forced = threading.Event()

    class Telling(Disk):
        def sync(self, handle: int) -> None:
            super().sync(handle)
            forced.set()

    before = threading.active_count()
    writer = LogWriter(Telling(), log, Head())
    assert threading.active_count() == before + 1
    writer.append(notes(1))
    assert forced.wait(10)
    writer.close()
    assert threading.active_count() == before


def test_the_thread_tries_again_after_a_failure(monkeypatch: pytest.MonkeyPatch) -> None:
    """An error in the thread ends neither the thread nor the trying."""
    monkeypatch.setattr("facilitui.storage.syncing.GROUPED", 0.0)
    monkeypatch.setattr("facilitui.storage.syncing.AGAIN", 0.0)
    tries: list[int] = []
    thrice = threading.Event()

    def force() -> None:
        tries.append(1)
        if len(tries) < 3:
            raise OSError("no")
        thrice.set()

    syncing = Syncing(force, SteppedClock())
    syncing.wrote()
    assert thrice.wait(10)
    syncing.finish()
    assert (len(tries), syncing.behind) == (3, 0)
