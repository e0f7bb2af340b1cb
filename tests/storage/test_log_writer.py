"""What is written to a log stays written, and what is refused leaves no trace."""

from __future__ import annotations

import os
import tempfile
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from facilitui.core.errors import NotSaved
from facilitui.core.sessions.events import head_of
from facilitui.storage.disk import Disk
from facilitui.storage.syncing import AGAIN, WITHIN
from tests.storage.broken_disks import (
    CountingDisk,
    DisksThatForget,
    FailingSync,
    FailingTruncate,
    FullAndStuck,
    FullDisk,
    ReadOnlyDisk,
    SteppedClock,
)
from tests.storage.chains import log_bytes, notes, read, writing


def test_what_one_key_made_is_one_write(log: Path) -> None:
    """All events of an append reach the file together, before append returns."""
    disk, events = CountingDisk(), notes(5)
    writer = writing(log, disk)
    writer.append(events)
    assert disk.writes == [len(log_bytes(events))]
    assert log.read_bytes() == log_bytes(events)
    writer.append([])
    assert len(disk.writes) == 1


@given(st.integers(0, 3000), st.integers(1, 4), st.integers(1, 4))
def test_a_write_that_fails_anywhere_is_taken_back(room: int, first: int, second: int) -> None:
    """A full disk: an append is there whole or not at all, and goes through once there is room."""
    events = notes(first + second)
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "events.jsonl"
        path.touch()
        disk = FullDisk(room)
        writer = writing(path, disk)
        kept = 0
        for part in (events[:first], events[first:]):
            size = len(log_bytes(part))
            if size > disk.room:
                with pytest.raises(NotSaved, match=r"not saved, the disk is full \(.*\)"):
                    writer.append(part)
                assert path.read_bytes() == log_bytes(events[:kept])
                disk.room = 1 << 20
            if kept < len(events) and path.read_bytes() == log_bytes(events[:kept]):
                writer.append(part)
            kept += len(part)
        writer.close()
        assert path.read_bytes() == log_bytes(events)


def test_a_tail_that_cannot_be_cut_stops_all_writing_until_it_can(log: Path) -> None:
    """Nothing is ever written behind half a line; once it could be cut, writing goes on."""
    disk, events = FullAndStuck(), notes(3)
    writer = writing(log, disk)
    writer.append(events[:1])
    disk.room = 50
    for room in (50, 1 << 20):
        disk.room = room
        with pytest.raises(NotSaved, match="not saved, "):
            writer.append(events[1:])
        assert log.read_bytes() == log_bytes(events)[: len(log_bytes(events[:1])) + 50]
    disk.stuck = False
    writer.append(events[1:])
    writer.close()
    assert log.read_bytes() == log_bytes(events)


def test_closing_tries_once_more_to_cut(log: Path) -> None:
    """What was refused is not found by the next start if there is any way to take it back."""
    disk, events = FullAndStuck(), notes(2)
    writer = writing(log, disk)
    disk.room = len(log_bytes(events[:1])) + 5
    with pytest.raises(NotSaved):
        writer.append(events)
    assert read(log).verified == 1
    disk.stuck = False
    writer.close()
    assert log.read_bytes() == b""


def test_what_was_refused_is_not_brought_back_by_a_power_cut(log: Path) -> None:
    """A part that had reached the disk already is cut there too, as soon as it could be cut."""

    class Failing(FullAndStuck, DisksThatForget):
        def __init__(self, root: Path) -> None:
            FullAndStuck.__init__(self)
            DisksThatForget.__init__(self, root)

    disk, clock, events = Failing(log.parent), SteppedClock(), notes(3)
    writer = writing(log, disk, clock=clock)
    writer.append(events[:1])
    disk.room = len(log_bytes(events[1:2])) + 5
    with pytest.raises(NotSaved):
        writer.append(events[1:])
    clock.now += WITHIN
    writer.syncing.step()
    disk.stuck = False
    with pytest.raises(NotSaved):
        writer.append(events[1:])
    clock.now += WITHIN
    writer.syncing.step()
    disk.sync_folder(log.parent)
    left = disk.power_cut(log.parent.parent / "left") / log.name
    assert left.read_bytes() == log_bytes(events[:1])


def test_what_a_failed_sync_lost_is_never_written_into_another_file(log: Path) -> None:
    """It is told to be behind for as long as another file lies in the log's place."""
    disk, clock, events = FailingSync(log.parent), SteppedClock(), notes(1)
    writer = writing(log, disk, clock=clock)
    writer.append(events)
    disk.failing = True
    clock.now += WITHIN
    writer.syncing.step()
    disk.failing = False
    log.rename(log.with_name("aside"))
    log.write_bytes(b"mine")
    clock.now += AGAIN
    writer.syncing.step()
    assert log.read_bytes() == b"mine" and writer.behind > AGAIN


def test_a_torn_tail_that_cannot_be_cut_at_the_start_is_cut_later(log: Path) -> None:
    """Opening does not fail for it; the first append says so, and the next one succeeds."""
    events = notes(2)
    log.write_bytes(log_bytes(events[:1]) + b'{"torn')
    disk = FailingTruncate()
    writer = writing(log, disk, head_of(events[0]))
    with pytest.raises(NotSaved, match="not saved, "):
        writer.append(events[1:])
    disk.stuck = False
    writer.append(events[1:])
    writer.close()
    assert log.read_bytes() == log_bytes(events)


def test_a_file_that_cannot_be_opened_says_why(log: Path) -> None:
    """A read-only disk and a missing file are told in words."""
    with pytest.raises(NotSaved, match=r"not saved, read-only file system \(events\.jsonl\)"):
        writing(log, ReadOnlyDisk())
    with pytest.raises(NotSaved, match="no such file"):
        writing(log.with_name("none"), Disk())


def test_events_that_do_not_follow_are_refused(log: Path) -> None:
    """Whatever a caller does, the file stays one chain."""
    events = notes(3)
    writer = writing(log, Disk())
    writer.append(events[:1])
    for wrong in (events[:1], events[2:], [events[1], events[1]]):
        with pytest.raises(ValueError, match="does not follow event"):
            writer.append(wrong)
    assert log.read_bytes() == log_bytes(events[:1])


CHANGED = r"^leave .* open it again: its log was changed or removed, .* \(/.*events.jsonl\)$"


def test_another_programs_change_is_not_written_over(log: Path) -> None:
    """A file that grew meanwhile is left alone, and that is said."""
    events = notes(2)
    writer = writing(log, Disk())
    writer.append(events[:1])
    log.write_bytes(log_bytes(events[:1]) + b"mine\n")
    with pytest.raises(NotSaved, match=CHANGED):
        writer.append(events[1:])
    assert log.read_bytes() == log_bytes(events[:1]) + b"mine\n"


@pytest.mark.parametrize("beats", [0, 1])
def test_a_byte_that_another_program_changed_in_place_is_noticed(log: Path, beats: int) -> None:
    """The log is as long as before; what came after the change would not be proved any more."""
    disk, events = CountingDisk(), notes(3)
    writer = writing(log, disk)
    writer.append(events[:2])
    data = bytearray(log.read_bytes())
    data[len(data) // 2] ^= 1
    with log.open("r+b") as file:
        file.write(data)
    os.utime(log, ns=(1, 1))
    for _ in range(beats):
        writer.beat()
    for _ in range(2):
        with pytest.raises(NotSaved, match=CHANGED):
            writer.append(events[2:])
    assert log.read_bytes() == bytes(data)


def test_a_log_that_was_only_touched_is_gone_on_with(log: Path) -> None:
    """It is read once, and not again for every key after that; a beat costs no reading either."""
    disk, events = CountingDisk(), notes(4)
    writer = writing(log, disk)
    writer.append(events[:1])
    writer.beat()
    writer.append(events[1:2])
    before = len(disk.reads)
    os.utime(log, ns=(1, 1))
    for event in events[2:]:
        writer.append([event])
    assert len(disk.reads) == before + 1
    assert log.read_bytes() == log_bytes(events)


@pytest.mark.parametrize("kept", ["events.jsonl~", ""])
@pytest.mark.parametrize("instead", [True, False])
def test_nothing_is_written_into_a_file_that_nobody_will_read(
    log: Path, kept: str, instead: bool
) -> None:
    """An editor puts another file in its place and may keep this one under another name."""
    events = notes(2)
    data = log_bytes(events[:1])
    writer = writing(log, Disk())
    writer.append(events[:1])
    log.rename(log.with_name("aside"))
    if kept:
        log.with_name("aside").rename(log.with_name(kept))
    else:
        log.with_name("aside").unlink()
    if instead:
        log.write_bytes(data)
    with pytest.raises(NotSaved, match=CHANGED):
        writer.append(events[1:])
    assert not instead or log.read_bytes() == data


def test_a_log_never_grows_beyond_what_is_read(log: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """The event that would make it too large for the next start is refused."""
    events = notes(3)
    monkeypatch.setattr("facilitui.storage.log_writer.MAX_BYTES", len(log_bytes(events[:2])))
    writer = writing(log, Disk())
    writer.append(events[:2])
    with pytest.raises(NotSaved, match="would grow larger than a log"):
        writer.append(events[2:])
    assert log.read_bytes() == log_bytes(events[:2])
