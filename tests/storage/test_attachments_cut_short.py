"""Copying that is stopped, killed or runs out of room: the copy is whole or not there."""

from __future__ import annotations

import asyncio
import gc
import os
import threading
from collections.abc import Callable
from contextlib import suppress
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from facilitui.core.errors import NotSaved
from facilitui.core.journals.attaching_ports import Lying, Progress, Stopped
from facilitui.storage.attachments import FileAttachments
from facilitui.storage.disk import Disk
from facilitui.storage.paths import Home
from tests.storage.broken_disks import DisksThatForget, FullDisk, Killed, KilledDisk
from tests.storage.copying import DATA, HASH, AtPiece, kept, take, taken


@pytest.mark.parametrize("moment", ["at a piece", "at the end"])
def test_it_can_be_stopped(home: Path, poster: Path, moment: str) -> None:
    """Between two pieces, and as long as its copy has no name; nothing is left of it."""
    progress = Progress()

    def stop() -> None:
        progress.stopped = True

    with pytest.raises(Stopped):
        taken(home, poster, AtPiece(stop) if moment == "at a piece" else AtSync(stop), progress)
    assert kept(home) == []


class AtSync(Disk):
    """Does something once all of a copy is on the disk, and its name is not."""

    def __init__(self, do: Callable[[], None]) -> None:
        self._do = do

    def sync(self, handle: int) -> None:
        super().sync(handle)
        self._do()


@pytest.mark.parametrize("ends", ["closed", "cancelled"])
async def test_the_end_of_the_program_stops_a_copy(
    home: Path, poster: Path, ends: str, caplog: pytest.LogCaptureFixture
) -> None:
    """It does not wait for a recording of two hours, and no copy is kept that nobody knows of."""
    begun, go_on = threading.Event(), threading.Event()

    def wait() -> None:
        begun.set()
        go_on.wait()

    store = FileAttachments(Home(home), AtPiece(wait))
    progress = Progress()
    taking = asyncio.ensure_future(take(store, poster, progress))
    await asyncio.to_thread(begun.wait)
    if ends == "cancelled":
        taking.cancel()
        await asyncio.wait([taking])
    closing = asyncio.ensure_future(asyncio.to_thread(store.close))
    while not progress.stopped:
        await asyncio.sleep(0)
    go_on.set()
    with pytest.raises((Stopped, asyncio.CancelledError)):
        await taking
    await closing
    assert kept(home) == []
    await asyncio.sleep(0)
    gc.collect()
    assert not caplog.records, "nothing is printed over the terminal"


@given(room=st.integers(0, len(DATA) - 1))
def test_a_full_disk_keeps_nothing_of_it(
    tmp_path_factory: pytest.TempPathFactory, room: int
) -> None:
    """However much had room; the sentence says why."""
    home = tmp_path_factory.mktemp("home")
    file = home / "poster.jpg"
    file.write_bytes(DATA)
    with pytest.raises(NotSaved, match="was not copied in, the disk is full"):
        taken(home, file, FullDisk(room))
    assert kept(home) == []


@pytest.mark.parametrize("calls", range(8))
def test_a_kill_leaves_the_copy_whole_or_not_at_all(home: Path, poster: Path, calls: int) -> None:
    """Killed before any call; what was half copied is swept away by the next."""
    disk = KilledDisk(calls)
    disk.open = Disk().open  # type: ignore[method-assign]  # what is read first changes nothing
    with suppress(Killed):
        taken(home, poster, disk)
    whole = home / "attachments" / HASH
    assert not whole.exists() or whole.read_bytes() == DATA
    (home / "attachments").mkdir(exist_ok=True)
    (home / "attachments" / ".0123.tmp").write_bytes(b"half")
    taken(home, poster)
    assert kept(home) == [HASH]


def test_a_copy_survives_a_power_cut(home: Path, poster: Path) -> None:
    """Once it was said to be there, it is on the disk itself."""
    disk = DisksThatForget(home)
    taken(home, poster, disk)
    disk.sync_folder(home)
    left = disk.power_cut(poster.parent / "left")
    assert (left / "attachments" / HASH).read_bytes() == DATA


def test_what_another_program_copies_now_is_not_swept_away(home: Path, poster: Path) -> None:
    """Two copies of the program attach files at the same time, and both get there."""
    other = poster.with_name("other.pdf")
    other.write_bytes(b"other")

    def meanwhile() -> None:
        taken(home, other)

    taken(home, poster, AtPiece(meanwhile))
    assert len(kept(home)) == 2


def test_a_new_copy_that_is_swept_away_at_once_is_begun_again(home: Path, poster: Path) -> None:
    """Another program may see it in the moment before it is locked."""

    class SweptOnce(Disk):
        swept = False

        def open(self, path: Path, flags: int) -> int:
            handle = super().open(path, flags)
            if flags & os.O_CREAT and not self.swept:
                self.swept = True
                path.unlink()
            return handle

    taken(home, poster, SweptOnce())
    assert kept(home) == [HASH]


def test_what_lies_there_is_told(home: Path, poster: Path) -> None:
    """Whole copies and what a kill left half copied; not what is being copied at the moment."""
    assert lying(home) == ()
    taken(home, poster)
    for name in (".0123.tmp", "README", ".hidden"):
        (home / "attachments" / name).write_bytes(b"half")
    assert lying(home) == (Lying(".0123.tmp", half=True), Lying(HASH))
    meanwhile: list[tuple[Lying, ...]] = []
    taken(home, poster, AtPiece(lambda: meanwhile.append(lying(home))))
    assert meanwhile == [(Lying(HASH),)]


def lying(home: Path) -> tuple[Lying, ...]:
    """What another copy of the program finds."""
    store = FileAttachments(Home(home), Disk())
    try:
        return asyncio.run(store.lying())
    finally:
        store.close()
