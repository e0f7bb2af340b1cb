"""The list of sessions: the newest first, cheap with hundreds, and never stopped by a bad one."""

from __future__ import annotations

import os
import platform
from datetime import timedelta
from pathlib import Path

import pytest

from facilitui.core import bodies as b
from facilitui.core.errors import FacilituiError
from facilitui.core.ports import SessionRow
from facilitui.core.sessions.events import Event
from facilitui.core.sessions.log_contents import NO_EVENTS
from facilitui.storage.disk import Disk
from facilitui.storage.paths import Home
from facilitui.storage.session_rows import SessionRows
from tests.storage.broken_disks import CountingDisk, ReadOnlyDisk
from tests.storage.chains import BEGAN, HOSTILE, chain, log_bytes, started


def put(home: Path, session: str, events: list[Event] | bytes) -> Path:
    """A session's folder with such a log."""
    folder = home / "sessions" / session
    folder.mkdir(parents=True, exist_ok=True)
    data = events if isinstance(events, bytes) else log_bytes(events)
    (folder / "events.jsonl").write_bytes(data)
    return folder


def rows(home: Path, disk: Disk | None = None) -> dict[str, SessionRow]:
    """The rows as a program that has just started shows them, by session, in their order."""
    return {row.session: row for row in SessionRows(Home(home), disk or Disk()).all()}


def running(*more: b.Body, title: str = "Book study") -> list[Event]:
    """A session of three parts and what happened in it."""
    return chain([started(title), *more])


def test_a_row_says_what_the_log_says(home: Path) -> None:
    """Title, plan, beginning, end, and which step of how many; that there is no event in it."""
    first, second = b.StepStarted(part="p1"), b.StepStarted(part="p2")
    put(home, "new", [])
    put(home, "begun", running())
    put(home, "second", running(first, b.StepFinished(part="p1"), second))
    put(home, "between", running(first, b.StepFinished(part="p1"), b.StepSkipped(part="p3")))
    put(home, "ended", running(first, second, b.SessionEnded()))
    found = rows(home)
    assert found["second"] == SessionRow("second", "Book study", "book", BEGAN, None, 2, 3)
    assert {name: (row.step, row.steps) for name, row in found.items()} == {
        "new": (0, 0),
        "begun": (0, 3),
        "second": (2, 3),
        "between": (1, 3),
        "ended": (2, 3),
    }
    assert [name for name, row in found.items() if row.ended_at] == ["ended"]
    assert not any(row.paused for row in found.values())
    assert [name for name, row in found.items() if row.trouble] == ["new"]


def test_a_row_tells_the_planned_end_as_it_was_moved(home: Path) -> None:
    """By a recovery that is in force; nothing where no end was planned."""
    later = BEGAN + timedelta(minutes=90)
    put(home, "none", running())
    put(home, "moved", running(b.RecoveryApplied(planned_end=later)))
    found = rows(home)
    assert (found["none"].planned_end, found["moved"].planned_end) == (None, later)


def test_who_hosts_a_session_is_looked_for_each_time(home: Path) -> None:
    """It changes without the log; this process is nobody else, and one that ended is over."""
    folder, disk = put(home, "s1", running()), CountingDisk()
    over = put(home, "over", running(b.SessionEnded()))
    store, host = SessionRows(Home(home), disk), folder / "host"
    seen = []
    for pid in (0, os.getppid(), os.getpid(), os.getppid(), 0):
        host.unlink(missing_ok=True)
        if pid:
            host.write_text(f"{pid}\n{platform.node()}\n")
            (over / "host").write_text(f"{pid}\n{platform.node()}\n")
        hosted = {row.session: row.hosted_elsewhere for row in store.all()}
        assert hosted == {row.session: row.hosted_elsewhere for row in rows(home).values()}
        assert not hosted["over"]
        seen.append(hosted["s1"])
    assert seen == [False, True, False, True, False]
    assert len([path for path in disk.reads if path.name == "events.jsonl"]) == 2


def test_a_session_that_is_just_beginning_is_not_damaged(home: Path) -> None:
    """Whoever holds it, without an event; nobody has to delete it before that is over."""
    for name, pid in (("other", os.getppid()), ("own", os.getpid()), ("left", 0)):
        folder = put(home, name, b"")
        if pid:
            (folder / "host").write_text(f"{pid}\n{platform.node()}\n")
    told = {name: row.trouble for name, row in rows(home).items()}
    assert told == {"other": "", "own": "", "left": NO_EVENTS}
    for row in rows(home).values():
        assert not row.open and not row.hosted_elsewhere


def test_a_damaged_session_is_told_as_one_whoever_holds_it(home: Path) -> None:
    """It is held to be looked at, too."""
    folder = put(home, "broken", b"no event\n" + log_bytes(running()))
    (folder / "host").write_text(f"{os.getppid()}\n{platform.node()}\n")
    assert rows(home)["broken"].trouble


def test_a_host_of_an_earlier_boot_is_gone(home: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """After a power cut another process may have its number; where no boot is told, it counts."""
    host = put(home, "s1", running()) / "host"
    shown = []
    for boot, now in (("b1", "b1"), ("b1", "b2"), ("", "b2"), ("b1", "")):
        host.write_text(f"{os.getppid()}\n{platform.node()}\n{boot}\n")
        monkeypatch.setattr("facilitui.storage.session_folder.told_boot", lambda now=now: now)
        shown.append(rows(home)["s1"].hosted_elsewhere)
    assert shown == [True, False, True, True]


def test_the_newest_session_comes_first(home: Path) -> None:
    """By when it began; one that never did, by when its log last changed."""
    old = put(home, "old", b"") / "events.jsonl"
    put(home, "begun", running())
    new = put(home, "new", b"") / "events.jsonl"
    os.utime(old, (BEGAN.timestamp() - 1, BEGAN.timestamp() - 1))
    os.utime(new, (BEGAN.timestamp() + 1, BEGAN.timestamp() + 1))
    assert list(rows(home)) == ["new", "begun", "old"]


def test_no_home_has_no_sessions(home: Path) -> None:
    """Neither folder has to be there, and looking makes none."""
    assert rows(home / "none") == {}
    assert rows(home) == {}
    assert list(home.iterdir()) == []


def test_one_bad_folder_never_stops_the_others(home: Path) -> None:
    """Each has a row that says what is wrong with it; what is no folder is passed over."""
    put(home, "good", running())
    put(home, "broken", log_bytes(running(*[b.Paused()] * 3)).replace(b'"seq":3', b'"seq":7'))
    put(home, "torn", log_bytes(running()) + b'{"at"')
    put(home, "garbage", bytes(range(256)) * 50)
    put(home, "two words", running())
    (home / "sessions" / "empty").mkdir()
    os.mkfifo(put(home, "pipe", b"") / "pipe")
    os.replace(home / "sessions/pipe/pipe", home / "sessions/pipe/events.jsonl")
    (home / "sessions" / "circle").symlink_to("circle")
    (home / "sessions" / "notes.txt").write_text("mine")
    (home / "sessions" / ".hidden").mkdir()
    os.mkdir(os.fsencode(home) + b"/sessions/\xff")
    troubles = {name: row.trouble for name, row in rows(home).items()}
    assert troubles.pop("good") == ""
    assert "line 3 of the log" in troubles.pop("broken")
    assert troubles.pop("torn") == ""  # the next host puts it right
    assert "line 1 of the log cannot be read" in troubles.pop("garbage")
    assert "only letters, digits" in troubles.pop("two words")
    assert troubles.pop("empty") == "there is no events.jsonl in its folder"
    assert troubles.pop("pipe") == "events.jsonl is not a file"
    assert "only letters, digits" in troubles.pop("\udcff")
    assert troubles == {}


def test_a_log_that_breaks_the_program_is_only_its_own_trouble(
    home: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Even an error that nobody thought of costs one row its content and no other row."""

    def fold(events: tuple[Event, ...]) -> None:
        raise ZeroDivisionError

    put(home, "one", running())
    monkeypatch.setattr("facilitui.storage.session_rows.fold", fold)
    assert rows(home)["one"].trouble == "its events.jsonl cannot be shown: ZeroDivisionError"


def test_a_folder_that_cannot_be_listed_is_said_in_words(home: Path) -> None:
    """Sessions that are there are never shown as an empty list."""
    (home / "sessions").write_text("not a folder")
    with pytest.raises(FacilituiError, match=r"cannot list .*sessions: not a directory"):
        rows(home)


def test_only_what_changed_is_read_again(home: Path) -> None:
    """500 sessions are read once; after that, also by the next start, only the changed ones."""
    log = log_bytes(running(title=HOSTILE))
    for number in range(500):
        put(home, f"s{number}", log)
    disk = CountingDisk()
    store = SessionRows(Home(home), disk)
    first = store.all()
    assert len(disk.reads) == 501
    disk.reads.clear()
    put(home, "s7", running(b.StepStarted(part="p1")))
    (home / "sessions" / "s9" / "events.jsonl").unlink()
    second = {row.session: row for row in store.all()}
    assert [path.parent.name for path in disk.reads] == ["s7"]
    assert (second["s7"].step, first[0].title) == (1, HOSTILE)
    assert second["s9"].trouble
    disk.reads.clear()
    assert rows(home, disk) == second
    assert [path.name for path in disk.reads] == ["sessions.json"]


def test_a_file_put_back_with_its_old_date_is_another_one(home: Path) -> None:
    """Of the same length, written in place, its time of change set: it is read all the same."""
    log = put(home, "s1", running(title="This")) / "events.jsonl"
    store, before = SessionRows(Home(home), Disk()), log.stat()
    assert store.all()[0].title == "This"
    put(home, "s1", running(title="That"))
    os.utime(log, ns=(before.st_atime_ns, before.st_mtime_ns))
    assert log.stat().st_size == before.st_size
    assert store.all()[0].title == rows(home)["s1"].title == "That"
    put(home, "s1", [])
    assert store.all()[0].title == ""


def test_trouble_is_looked_at_anew_by_each_start(home: Path) -> None:
    """A newer version may be able to read what this one cannot."""
    put(home, "broken", b"{}\n")
    put(home, "good", running())
    disk = CountingDisk()
    for _ in range(2):
        disk.reads.clear()
        assert rows(home, disk)["broken"].trouble
    assert [path.parent.name for path in disk.reads[1:]] == ["broken"]


@pytest.mark.parametrize(
    "kept",
    [b"", b"{}", b"[" * 100_000, b"\xff", b"[0,{}]", b'[2,{"s1":[[1,2,3,4],{}]}]'],
)
def test_a_bad_cache_is_worked_out_again(home: Path, kept: bytes) -> None:
    """It may be empty, foreign, of another version or hostile: the logs are what counts."""
    put(home, "s1", running())
    (home / "cache").mkdir()
    (home / "cache" / "sessions.json").write_bytes(kept)
    assert rows(home)["s1"].title == "Book study"
    disk = CountingDisk()
    rows(home, disk)
    assert [path.name for path in disk.reads] == ["sessions.json"]


def test_without_a_cache_the_list_is_the_same(home: Path) -> None:
    """On a disk that takes nothing the rows are shown all the same."""
    put(home, "s1", running())
    assert rows(home, ReadOnlyDisk())["s1"].title == "Book study"
    assert not (home / "cache" / "sessions.json").exists()
