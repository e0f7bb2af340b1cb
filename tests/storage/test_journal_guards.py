"""What the journal's promises stand on: each test passes, and fails once its guard is taken out."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import nullcontext
from pathlib import Path
from typing import Any

import pytest

from facilitui.core.errors import NotSaved
from facilitui.storage import journal_folder, tinydb_storage
from facilitui.storage.disk import Disk
from facilitui.storage.growing_file import Adding
from facilitui.storage.journal_folder import JournalFolder
from facilitui.storage.tinydb_storage import DurableStorage
from tests.storage.broken_disks import DisksThatForget, FullDisk
from tests.storage.journals import MONTH, Diary, diary

with_and_without = pytest.mark.parametrize("guarded", [True, False], ids=["with", "without"])


class Meanwhile(Disk):
    """Lets something else happen once, after the reading and before the writing of a file."""

    then: Callable[[], object] | None = None

    def open(self, path: Path, flags: int) -> int:
        then, self.then = self.then, None
        if then:
            then()
        return super().open(path, flags)


class Killed(BaseException):
    """Stands for a process that is gone: nothing catches it, nothing is tidied up."""


class KilledHalfWay(Disk):
    """Is killed in the middle of a write while it is `armed`."""

    armed = False

    def write(self, handle: int, data: bytes) -> int:
        if self.armed:
            super().write(handle, data[: len(data) // 2])
            raise Killed
        return super().write(handle, data)


class Unsynced(DisksThatForget):
    """Says that it forced a file to the disk, and did not."""

    def sync(self, handle: int) -> None:
        self._changes(handle)


class UnsyncedFolder(DisksThatForget):
    """Says that it forced a folder's names to the disk, and did so only until the first entry."""

    def sync_folder(self, folder: Path) -> None:
        if not (folder / MONTH).exists():
            super().sync_folder(folder)


def in_place(disk: Disk, path: Path, data: bytes) -> None:
    """Write as stock TinyDB does."""
    path.write_bytes(b"")
    with path.open("r+b") as file:
        try:
            disk.write(file.fileno(), data)
        except OSError as error:
            raise NotSaved(str(error)) from error


def kept(journal: Diary) -> list[str]:
    """The ids of all entries that another start would find."""
    with diary(journal.folder.parent) as again:
        return [each["id"] for each in again.documents()]


@pytest.fixture
def without_replacing(guarded: bool, monkeypatch: pytest.MonkeyPatch) -> None:
    if not guarded:
        monkeypatch.setattr(tinydb_storage, "write_atomically", in_place)


@with_and_without
def test_the_lock_keeps_two_writers_apart(
    home: Path, monkeypatch: pytest.MonkeyPatch, guarded: bool
) -> None:
    """A second writer between the reading and the writing of a first: one of both would go."""
    monkeypatch.setattr(journal_folder, "LOCK_SECONDS", 0.02)
    if not guarded:
        monkeypatch.setattr(JournalFolder, "held", lambda self: nullcontext())
    acknowledged = ["first"]

    def save(journal: Diary, entry_id: str) -> None:
        try:
            acknowledged.append(journal.save(entry_id)["id"])
        except NotSaved:
            assert guarded

    disk = Meanwhile()
    with diary(home, disk) as one, diary(home) as two:
        one.folder.mkdir(parents=True)
        one.save("first")
        disk.then = lambda: save(two, "two")
        save(one, "one")
        lost = set(acknowledged) - set(kept(one))
    assert lost == (set() if guarded else {"two"})


@with_and_without
def test_reading_again_under_the_lock_keeps_what_others_wrote(
    home: Path, monkeypatch: pytest.MonkeyPatch, guarded: bool
) -> None:
    """A writer that goes on from what it once read would write the others' entries away."""
    with diary(home) as one, diary(home) as two:
        one.save("first")
        if not guarded:
            once = DurableStorage(one.folder / MONTH, Disk()).read()
            monkeypatch.setattr(Adding, "read", lambda self: once)
        one.save("one")
        if not guarded:
            once = {name: dict(table) for name, table in (once or {}).items()}
            once["entries"].pop("2", None)
        two.save("two")
        lost = {"first", "one", "two"} - set(kept(one))
    assert lost == (set() if guarded else {"one"})


@pytest.mark.usefixtures("without_replacing")
@with_and_without
def test_replacing_keeps_the_month_from_a_kill(home: Path, guarded: bool) -> None:
    """Killed in the middle of a write: all that was acknowledged is there on the next start."""
    disk = KilledHalfWay()
    with diary(home, disk) as journal:
        journal.save("first")
        disk.armed = True
        with pytest.raises(Killed):
            journal.save("second")
        assert kept(journal) == (["first"] if guarded else [])
    with diary(home) as again:
        assert bool(again.problems()) is not guarded
        again.save("third")
        assert not list(again.folder.glob(".*.tmp"))


@pytest.mark.usefixtures("without_replacing")
@with_and_without
def test_replacing_keeps_the_month_from_a_full_disk(home: Path, guarded: bool) -> None:
    """Full in the middle of a write: the old file is whole."""
    disk = FullDisk()
    with diary(home, disk) as journal:
        journal.save("first")
        disk.room = 100
        if guarded:
            with pytest.raises(NotSaved, match="the disk is full"):
                journal.save("second")
        else:
            journal.save("second")  # a partial write is no error; only the file is now cut
        assert kept(journal) == (["first"] if guarded else [])


@pytest.mark.parametrize(
    ("kind", "survives"), [(DisksThatForget, True), (Unsynced, False), (UnsyncedFolder, False)]
)
def test_syncing_keeps_the_month_from_a_power_cut(
    home: Path, tmp_path: Path, kind: type[DisksThatForget], survives: bool
) -> None:
    """Without forcing the file, or its name, to the disk an acknowledged entry would be gone."""
    disk = kind(home)
    with diary(home, disk) as journal:
        journal.save("first")
        journal.save("second")
        with diary(disk.power_cut(tmp_path / "cut")) as left:
            ids = [each["id"] for each in left.documents()]
    assert (ids == ["first", "second"]) is survives


@pytest.fixture
def stale_signatures(guarded: bool, monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    def never_changed(storage: Any) -> tuple[int, int, int]:
        return (0, 0, 0)

    if not guarded:
        monkeypatch.setattr(DurableStorage, "_stat", never_changed)
    yield


@pytest.mark.usefixtures("stale_signatures")
@with_and_without
def test_looking_at_the_files_state_shows_what_others_wrote(home: Path, guarded: bool) -> None:
    """A reader that trusted its first parse would never see another program's entries."""
    with diary(home) as one, diary(home) as two:
        (home / "journal").mkdir()
        (home / "journal" / MONTH).write_text("{}")
        two.save("first")
        assert len(one.documents()) == 1
        two.save("second")
        assert len(one.documents()) == (2 if guarded else 1)
