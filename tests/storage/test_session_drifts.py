"""What sessions show of how long things take: read once a log, and never stopped by a bad one."""

from __future__ import annotations

import asyncio
import threading
from collections import Counter
from pathlib import Path

import pytest

from facilitui.core import bodies as b
from facilitui.core.agenda import AgendaBlock, Part
from facilitui.core.drift import ProtocolRan, StepRan
from facilitui.core.events import Event
from facilitui.storage.disk import Disk
from facilitui.storage.paths import Home
from facilitui.storage.session_drifts import FileRuns
from tests.storage.broken_disks import CountingDisk, ReadOnlyDisk
from tests.storage.chains import HOSTILE, chain, log_bytes
from tests.storage.test_session_rows import put


def ended(protocol: str = "tuning", marks: int = 1) -> list[Event]:
    """A session whose one step ran for a second longer than there were marks in it."""
    part = Part(id="t/x", block="t", step=HOSTILE, minutes=1)
    block = AgendaBlock(id="t", protocol_id=protocol, parts=(part,))
    ticks = [b.Marked()] * marks
    return chain(
        [b.SessionStarted(blocks=(block,)), b.StepStarted(part="t/x"), *ticks, b.SessionEnded()]
    )


def ran(seconds: int, protocol: str = "tuning") -> tuple[ProtocolRan, ...]:
    """What such a session shows."""
    return (ProtocolRan(protocol, seconds / 60 - 1, (StepRan(HOSTILE, 1, seconds / 60),)),)


def measured(home: Path, disk: Disk | None = None) -> Counter[tuple[ProtocolRan, ...]]:
    """What a program that has just started reads."""
    runs = FileRuns(Home(home), disk or Disk())
    try:
        return Counter(asyncio.run(runs.measured()))
    finally:
        runs.close()


def test_only_logs_that_changed_are_read_again(home: Path) -> None:
    """Also by the next start; one that is gone, or goes on, shows nothing."""
    for number in range(60):
        put(home, f"s{number}", ended())
    put(home, "open", ended()[:-1])
    disk = CountingDisk()
    runs = FileRuns(Home(home), disk)
    assert asyncio.run(runs.measured()) == (ran(2),) * 60
    assert len(disk.reads) == 62
    disk.reads.clear()
    put(home, "s7", ended(marks=4))
    (home / "sessions" / "s9" / "events.jsonl").unlink()
    assert Counter(asyncio.run(runs.measured())) == {ran(2): 58, ran(5): 1}
    assert [path.parent.name for path in disk.reads] == ["s7"]
    runs.close()
    disk.reads.clear()
    assert measured(home, disk) == {ran(2): 58, ran(5): 1}
    assert [path.name for path in disk.reads] == ["drifts.json"]


def test_a_damaged_log_is_passed_over(home: Path) -> None:
    """And looked at anew by each start: a newer version may be able to read it."""
    put(home, "good", ended(HOSTILE))
    put(home, "broken", log_bytes(ended()).replace(b'"seq":3', b'"seq":7'))
    put(home, "garbage", bytes(range(256)) * 50)
    put(home, "two words", ended())
    (home / "sessions" / "empty").mkdir()
    disk = CountingDisk()
    for _ in range(2):
        disk.reads.clear()
        assert measured(home, disk) == {ran(2, HOSTILE): 1}
    assert {path.parent.name for path in disk.reads[1:]} == {"broken", "garbage"}


def test_a_log_that_breaks_the_program_is_passed_over(
    home: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Even an error that nobody thought of takes nothing from the other sessions."""

    def fold(events: tuple[Event, ...]) -> None:
        raise ZeroDivisionError

    put(home, "one", ended())
    monkeypatch.setattr("facilitui.storage.session_drifts.fold", fold)
    assert measured(home) == {}


@pytest.mark.parametrize(
    "kept",
    [
        *(b"", b"{}", b"[" * 100_000, b"\xff", b"[0,{}]", b'[1,{"s1":[[1,2,3,4],{}]}]'),
        b'[1,{"s1":[[1,2,3,4],[{"protocol":"p","over":NaN,"steps":[]}]]}]',
        b'[1,{"s1":[[1,2,3,4],[{"protocol":"p","over":1e308,"steps":[]}]]}]',
    ],
)
def test_a_bad_cache_is_worked_out_again(home: Path, kept: bytes) -> None:
    """It may be empty, foreign, of another version or hostile: the logs are what counts."""
    put(home, "s1", ended())
    (home / "cache").mkdir()
    (home / "cache" / "drifts.json").write_bytes(kept)
    assert measured(home) == {ran(2): 1}
    disk = CountingDisk()
    measured(home, disk)
    assert [path.name for path in disk.reads] == ["drifts.json"]


def test_without_sessions_or_a_cache_nothing_is_an_error(home: Path) -> None:
    """No folder, a file in its place, a disk that takes nothing."""
    assert measured(home) == {} and list(home.iterdir()) == []
    put(home, "s1", ended())
    assert measured(home, ReadOnlyDisk()) == {ran(2): 1}
    assert not (home / "cache" / "drifts.json").exists()
    (home / "other").mkdir()
    (home / "other" / "sessions").write_text("not a folder")
    assert measured(home / "other") == {}


async def test_closing_waits_for_one_log_and_keeps_what_was_measured(home: Path) -> None:
    """The program ends at once, and its next start goes on from there."""
    for number in range(9):
        put(home, f"s{number}", ended())
    measured_before = FileRuns(Home(home), Disk())
    assert len(await measured_before.measured()) == 9
    measured_before.close()
    for number in range(3):
        put(home, f"new{number}", ended(marks=4))
    reading, going_on = threading.Event(), threading.Event()

    class Slow(CountingDisk):
        """Reads nothing but its cache until it may."""

        def read(self, path: Path) -> bytes:
            if path.name == "events.jsonl":
                reading.set()
                going_on.wait(5)
            return super().read(path)

    runs = FileRuns(Home(home), Slow())
    asked = asyncio.create_task(runs.measured())
    await asyncio.to_thread(reading.wait, 5)
    closed = asyncio.create_task(asyncio.to_thread(runs.close))
    while not runs._values.stopped:
        await asyncio.sleep(0)
    going_on.set()
    await closed
    assert Counter(await asked) == {ran(2): 9, ran(5): 1}
    disk = CountingDisk()
    again = FileRuns(Home(home), disk)
    assert Counter(await again.measured()) == {ran(2): 9, ran(5): 3}
    assert len(disk.reads) == 1 + 2
    again.close()
