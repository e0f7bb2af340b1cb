"""Two copies of the program attach and let go of the same file at the same time."""

from __future__ import annotations

import asyncio
import threading
from collections.abc import Coroutine, Iterator
from contextlib import closing, contextmanager
from pathlib import Path
from typing import Any

import pytest

from facilitui.bootstrap import Wiring
from facilitui.core.errors import NotSaved
from facilitui.core.journals.attaching_ports import Progress
from facilitui.services.journals.attaching import Added
from facilitui.storage.disk import Disk
from facilitui.storage.paths import Home
from tests.core.making import good_plan
from tests.storage.broken_disks import FullDisk

MEANWHILE = 0.2
"""Seconds that another copy has for what it must not do; it is waiting all this time."""


class NamedDisk(Disk):
    """Stands still once, when a copy has its name and no entry."""

    def __init__(self) -> None:
        self.named, self.go_on = threading.Event(), threading.Event()

    def sync_folder(self, folder: Path) -> None:
        super().sync_folder(folder)
        if folder.name == "attachments":
            self.named.set()
            self.go_on.wait()


@contextmanager
def two_copies(home: Path, first: Disk, second: Disk) -> Iterator[tuple[Wiring, Wiring]]:
    one, other = (Wiring(Home(home), disk=disk) for disk in (first, second))
    with closing(one), closing(other):
        yield one, other


async def held(wiring: Wiring, title: str) -> str:
    """A session that can have attachments."""
    hosted = await wiring.hosting.prepare(good_plan(title=title), title.lower())
    await hosted.begin()
    await hosted.leave()
    return hosted.session


async def while_named(
    disk: NamedDisk, attaching: Coroutine[Any, Any, Added], other: Coroutine[Any, Any, object]
) -> list[object]:
    """Attach a file; another copy does its own once the copy has its name."""
    first = asyncio.ensure_future(attaching)
    await asyncio.to_thread(disk.named.wait)
    second = asyncio.ensure_future(other)
    await asyncio.wait({second}, timeout=MEANWHILE)
    disk.go_on.set()
    return [*await asyncio.gather(first, second, return_exceptions=True)]


async def test_what_another_copy_lets_go_of_stays_with_whom_it_is_attached_anew(
    home: Path, tmp_path: Path
) -> None:
    """It does not look whose the copy is before the new entry is there."""
    file, disk = tmp_path / "poster.jpg", NamedDisk()
    file.write_bytes(b"poster")
    with two_copies(home, Disk(), disk) as (one, other):
        first, second = await held(one, "First"), await held(one, "Second")
        entry = (await one.attaching.add(first, str(file), Progress())).entry
        adding = other.attaching.add(second, str(file), Progress())
        added, gone = await while_named(disk, adding, one.attaching.let_go(entry))
        assert isinstance(added, Added) and gone is None
        assert await one.attaching.check() == (1, ())


async def test_a_refused_entry_takes_no_copy_from_another(home: Path, tmp_path: Path) -> None:
    """Who gives up deletes its own copy only once the other's entry can be seen."""
    file, disk = tmp_path / "poster.jpg", NamedDisk()
    file.write_bytes(b"poster")
    with two_copies(home, disk, FullDisk(room=100)) as (one, other):
        session = await held(one, "First")
        adding = one.attaching.add(session, str(file), Progress())
        refused = other.attaching.add(session, str(file), Progress())
        added, told = await while_named(disk, adding, refused)
        assert isinstance(added, Added) and added.told == ""
        assert isinstance(told, Added) and "is attached already" in told.told
        assert await one.attaching.check() == (1, ())


async def test_a_refused_entry_of_another_session_takes_no_copy_either(
    home: Path, tmp_path: Path
) -> None:
    """The disk has room for the copy, and none for what the journal would say of it."""
    file, disk = tmp_path / "poster.jpg", NamedDisk()
    file.write_bytes(b"poster")
    with two_copies(home, disk, FullDisk(room=100)) as (one, other):
        first, second = await held(one, "First"), await held(one, "Second")
        adding = one.attaching.add(first, str(file), Progress())
        added, refused = await while_named(
            disk, adding, other.attaching.add(second, str(file), Progress())
        )
        assert isinstance(added, Added)
        with pytest.raises(NotSaved, match="the disk is full"):
            raise refused if isinstance(refused, Exception) else AssertionError(refused)
        assert await one.attaching.check() == (1, ())
