"""What sessions show of how long things take: read once a log, and never stopped by a bad one."""

from __future__ import annotations

import asyncio
import re
import threading
from collections import Counter
from datetime import timedelta
from pathlib import Path

import pytest

from facilitui.core import bodies as b
from facilitui.core.plans.agenda import AgendaBlock, Part
from facilitui.core.plans.plan import Goal
from facilitui.core.sessions.events import Event
from facilitui.core.sessions.session_digest import Ran, StepName, WaitKept
from facilitui.core.trends.drift import ProtocolRan, StepRan
from facilitui.storage.disk import Disk
from facilitui.storage.paths import Home
from facilitui.storage.session_digests import FileDigests
from tests.storage.broken_disks import CountingDisk, ReadOnlyDisk
from tests.storage.chains import BEGAN, HOSTILE, chain, log_bytes
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


async def runs_in(digests: FileDigests) -> tuple[tuple[ProtocolRan, ...], ...]:
    """What was run of protocols, by session."""
    return tuple(each.ran_protocols for each in await digests.digests())


def measured(home: Path, disk: Disk | None = None) -> Counter[tuple[ProtocolRan, ...]]:
    """What a program that has just started reads."""
    runs = FileDigests(Home(home), disk or Disk())
    try:
        return Counter(asyncio.run(runs_in(runs)))
    finally:
        runs.close()


def test_only_logs_that_changed_are_read_again(home: Path) -> None:
    """Also by the next start; one that is gone, or goes on, shows nothing."""
    for number in range(60):
        put(home, f"s{number}", ended())
    put(home, "open", ended()[:-1])
    disk = CountingDisk()
    runs = FileDigests(Home(home), disk)
    assert asyncio.run(runs_in(runs)) == (ran(2),) * 60
    assert len(disk.reads) == 62
    disk.reads.clear()
    put(home, "s7", ended(marks=4))
    (home / "sessions" / "s9" / "events.jsonl").unlink()
    assert Counter(asyncio.run(runs_in(runs))) == {ran(2): 58, ran(5): 1}
    assert [path.parent.name for path in disk.reads] == ["s7"]
    runs.close()
    disk.reads.clear()
    assert measured(home, disk) == {ran(2): 58, ran(5): 1}
    assert [path.name for path in disk.reads] == ["digests.json"]


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
    monkeypatch.setattr("facilitui.storage.session_digests.fold", fold)
    assert measured(home) == {}


@pytest.mark.parametrize(
    "kept",
    [b"", b"{}", b"[" * 100_000, b"\xff", b"[0,{}]", b'[1,{"s1":[[1,2,3,4],{}]}]'],
)
def test_a_bad_cache_is_worked_out_again(home: Path, kept: bytes) -> None:
    """It may be empty, foreign, of another version or hostile: the logs are what counts."""
    put(home, "s1", ended())
    (home / "cache").mkdir()
    (home / "cache" / "digests.json").write_bytes(kept)
    assert measured(home) == {ran(2): 1}
    disk = CountingDisk()
    measured(home, disk)
    assert [path.name for path in disk.reads] == ["digests.json"]


@pytest.mark.parametrize(
    ("figure", "instead"),
    [
        *(("over", "NaN"), ("over", "1e308"), ("silent", "Infinity"), ("planned", '"x"')),
        *(("people", "-1"), ("heard", "1e30"), ("began_at", '"yesterday"'), ("title", "7")),
    ],
)
def test_a_cache_with_what_no_log_gives_is_worked_out_again(
    home: Path, figure: str, instead: str
) -> None:
    """Although its file is the same: nothing that cannot be added up reaches a trend."""
    put(home, "s1", ended())
    assert measured(home) == {ran(2): 1}
    cache = home / "cache" / "digests.json"
    good = cache.read_text()
    bad = re.sub(rf'"{figure}": ("[^"]*"|[^,}}]*)', f'"{figure}": {instead}', good, count=1)
    assert bad != good
    cache.write_text(bad)
    assert measured(home) == {ran(2): 1}
    assert cache.read_text() == good


def test_a_digest_says_what_its_log_says(home: Path) -> None:
    """Under its folder's name, hostile texts and a protocol's own names included."""
    part = Part(id="t/x", block="t", step="look", name=HOSTILE, minutes=4)
    block = AgendaBlock(id="t", protocol_id="tuning", protocol="Tuning", parts=(part,))
    start = b.SessionStarted(
        session="other",
        title=HOSTILE,
        plan="p",
        zone="UTC",
        sensitive=True,
        goals=(Goal(id="G1", text="See"),),
        blocks=(block,),
        planned_start=BEGAN - timedelta(minutes=3),
        planned_end=BEGAN + timedelta(minutes=1),
    )
    waited = [b.WaitOpened(target_seconds=1), b.WaitClosed()]
    hearing = [b.AttendanceTaken(count=9), *(b.VoiceHeard(seat=n) for n in (0, 1, 4, 4))]
    events = [start, b.StepStarted(part="t/x"), *waited, *hearing, b.SessionEnded()]
    put(home, "s1", chain(events))
    for _ in range(2):
        digests = FileDigests(Home(home), Disk())
        (found,) = asyncio.run(digests.digests())
        digests.close()
        assert (found.session, found.title, found.plan, found.began_at) == (
            *("s1", HOSTILE, "p"),
            BEGAN,
        )
        assert (found.started_late, found.ended_late, found.after_agreed) == (3, -1, None)
        assert (found.voices, found.heard, found.people, found.counted) == (3, 2, 9, True)
        assert (found.waits, found.waits_reached) == ((WaitKept(1, 1.0, True),), 1)
        assert found.protocols == (("tuning", "Tuning"),) and found.goals == (("G1", "See"),)
        assert found.steps == (StepName("tuning", "look", HOSTILE),) and found.sensitive


def test_without_sessions_or_a_cache_nothing_is_an_error(home: Path) -> None:
    """No folder, a file in its place, a disk that takes nothing."""
    assert measured(home) == {} and list(home.iterdir()) == []
    put(home, "s1", ended())
    assert measured(home, ReadOnlyDisk()) == {ran(2): 1}
    assert not (home / "cache" / "digests.json").exists()
    (home / "other").mkdir()
    (home / "other" / "sessions").write_text("not a folder")
    assert measured(home / "other") == {}


async def test_closing_waits_for_one_log_and_keeps_what_was_measured(home: Path) -> None:
    """The program ends at once, and its next start goes on from there."""
    for number in range(9):
        put(home, f"s{number}", ended())
    measured_before = FileDigests(Home(home), Disk())
    assert len(await runs_in(measured_before)) == 9
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

    runs = FileDigests(Home(home), Slow())
    asked = asyncio.create_task(runs_in(runs))
    await asyncio.to_thread(reading.wait, 5)
    closed = asyncio.create_task(asyncio.to_thread(runs.close))
    while not runs._values.stopped:
        await asyncio.sleep(0)
    going_on.set()
    await closed
    assert Counter(await asked) == {ran(2): 9, ran(5): 1}
    disk = CountingDisk()
    again = FileDigests(Home(home), disk)
    assert Counter(await runs_in(again)) == {ran(2): 9, ran(5): 3}
    assert len(disk.reads) == 1 + 2
    again.close()


def as_session(name: str) -> list[Event]:
    """A session that ended, and says in its log which one it is."""
    return chain([b.SessionStarted(session=name), b.SessionEnded()])


def all_of(home: Path) -> Ran:
    """What was run, as a program that has just started reads it."""
    runs = FileDigests(Home(home), Disk())
    try:
        return asyncio.run(runs.ran())
    finally:
        runs.close()


def test_a_copied_folder_is_no_second_session(home: Path) -> None:
    """It counts once under its own name; a folder that was renamed counts under its new one."""
    for name, of in (("a", "b"), ("b", "b"), ("c", "b"), ("d", "gone"), ("e", "")):
        put(home, name, as_session(of))
    for _ in range(2):  # also where the cache tells it
        ran = all_of(home)
        assert sorted(each.session for each in ran.digests) == ["b", "d", "e"]
        assert sorted(ran.copies) == [("a", "b"), ("c", "b")]
        assert ran.logs == frozenset("abcde") and ran.damaged == ()


def test_a_damaged_log_is_named_unless_a_copy_goes_on_with_it(home: Path) -> None:
    """With every start; a session that goes on, or has no log, is told as what it is."""
    put(home, "open", ended()[:-1])
    put(home, "good", ended())
    put(home, "bad", log_bytes(ended()).replace(b'"seq":3', b'"seq":7'))
    put(home, "broken", bytes(range(256)) * 50)
    put(home, "copy", as_session("broken"))
    for _ in range(2):
        ran = all_of(home)
        assert [name for name, _ in ran.damaged] == ["bad"] and len(ran.digests) == 2
        assert ran.copies == ()
