"""The locks of a home: all of one kind, which no kill leaves behind."""

from __future__ import annotations

import errno
from pathlib import Path

import pytest

from facilitui import storage
from facilitui.core.errors import NotSaved
from facilitui.storage.disk import Disk
from facilitui.storage.home_lock import home_locked
from facilitui.storage.paths import Home
from facilitui.storage.plans import FilePlans
from tests.core.making import good_plan
from tests.storage.journals import diary


def test_every_lock_is_made_in_one_place() -> None:
    """So that none is of another kind."""
    folder = Path(storage.__path__[0])
    found = {path.name for path in folder.glob("*.py") if "FileLock(" in path.read_text("utf-8")}
    assert found == {"home_lock.py"}


@pytest.mark.parametrize("number", [errno.ENOSYS, errno.ENOLCK, errno.EOPNOTSUPP])
async def test_a_disk_that_takes_no_locks_is_told_and_written_by_nobody(
    home: Path, monkeypatch: pytest.MonkeyPatch, number: int
) -> None:
    """In a sentence that says what to do; nothing is left that somebody had to remove by hand."""

    def refuse(handle: int, how: int) -> None:
        raise OSError(number, "no locks")

    monkeypatch.setattr("fcntl.flock", refuse)
    locked = home_locked(Disk(), Home(home), ".x.lock", "the settings")
    with pytest.raises(NotSaved, match=r"takes no locks, .* keep the home on a local disk"), locked:
        raise AssertionError("nobody may write")
    plans = FilePlans(Home(home), Disk())
    with pytest.raises(NotSaved, match=r"takes no locks"):
        await plans.save("work", good_plan(), "")
    plans.close()
    assert not list((home / "plans").glob("*.toml"))


def test_the_journal_is_written_by_nobody_on_such_a_disk(
    home: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """It tells so as all others do; a lock that is only a file would outlive a kill."""

    def refuse(handle: int, how: int) -> None:
        raise OSError(errno.ENOSYS, "no locks")

    monkeypatch.setattr("fcntl.flock", refuse)
    with diary(home) as journal, pytest.raises(NotSaved, match=r"takes no locks"):
        journal.save()
    assert not list((home / "journal").glob("*.json"))


def test_another_reason_is_told_as_it_is(home: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A disk that is full takes locks once it is not."""

    def refuse(handle: int, how: int) -> None:
        raise OSError(errno.EIO, "Input/output error")

    monkeypatch.setattr("fcntl.flock", refuse)
    locked = home_locked(Disk(), Home(home), ".x.lock", "the settings")
    with pytest.raises(NotSaved, match=r"cannot write in .*"), locked:
        raise AssertionError("nobody may write")
