"""Backups onto disks that fail: nothing is left of one that is not whole, and that is said."""

from __future__ import annotations

import errno
import os
from pathlib import Path
from zipfile import ZipFile

import pytest

from facilitui.core.errors import NotSaved
from facilitui.storage.disk import Disk
from tests.storage.broken_disks import FullDisk, error
from tests.storage.full_homes import COPY, back_up, held, put


def names(file: Path) -> list[str]:
    """What an archive has, in its order."""
    with ZipFile(file) as packed:
        return packed.namelist()


class Unreadable(Disk):
    """Cannot read one file to its end."""

    def __init__(self, name: str) -> None:
        self._name, self._handles = name, set[int]()

    def open(self, path: Path, flags: int) -> int:
        handle = super().open(path, flags)
        if path.name == self._name:
            self._handles.add(handle)
        return handle

    def close(self, handle: int) -> None:
        self._handles.discard(handle)
        super().close(handle)

    def read_piece(self, handle: int, size: int) -> bytes:
        if handle in self._handles:
            raise error(errno.EIO)
        return super().read_piece(handle, size)


def test_one_file_that_cannot_be_read_is_told_and_all_others_are_packed(
    full: Path, tmp_path: Path
) -> None:
    """A bad spot on a disk is the very moment at which somebody wants a backup."""
    made = back_up(full, tmp_path / "b.zip", Unreadable("looking.toml"))
    assert [each.partition(" ")[0] for each in made.lost] == ["plans/looking.toml"]
    assert len(names(tmp_path / "b.zip")) == len(held(full))


@pytest.mark.parametrize("room", [0, 1, 100, 2000, 4000])
def test_a_full_disk_leaves_nothing_and_says_so(full: Path, tmp_path: Path, room: int) -> None:
    """Neither a part of the archive nor the loss of the one before."""
    file = put(tmp_path, "b.zip", b"the one before")
    with pytest.raises(NotSaved, match="the disk is full"):
        back_up(full, file, FullDisk(room), force=True)
    assert file.read_bytes() == b"the one before"
    assert sorted(os.listdir(tmp_path)) == ["b.zip", "home"]


class Failing(Disk):
    """Fails at one step."""

    def __init__(self, step: str) -> None:
        self._step = step

    def sync(self, handle: int) -> None:
        self._fail("sync")
        super().sync(handle)

    def replace(self, source: Path, target: Path) -> None:
        self._fail("replace")
        super().replace(source, target)

    def _fail(self, step: str) -> None:
        if step == self._step:
            raise error(errno.EIO)


@pytest.mark.parametrize("step", ["sync", "replace"])
def test_a_disk_that_fails_at_the_end_leaves_nothing(full: Path, tmp_path: Path, step: str) -> None:
    """What was not forced to the disk, or has no name, is no backup."""
    with pytest.raises(NotSaved):
        back_up(full, tmp_path / "b.zip", Failing(step))
    assert os.listdir(tmp_path) == ["home"]


class Lying(Disk):
    """Writes something else than it is given, as a broken stick does."""

    def write(self, handle: int, data: bytes) -> int:
        return super().write(handle, data.replace(COPY, COPY.upper()))


def test_what_the_disk_made_of_it_is_read_before_it_is_called_a_backup(
    full: Path, tmp_path: Path
) -> None:
    """An archive that cannot be restored is none."""
    with pytest.raises(NotSaved, match="the disk did not keep what was written"):
        back_up(full, tmp_path / "b.zip", Lying())
    assert os.listdir(tmp_path) == ["home"]
