"""Restoring: into an empty home everything, into another one nothing over what is there."""

from __future__ import annotations

import asyncio
import errno
import os
import stat
from hashlib import sha256
from pathlib import Path

import pytest

from facilitui.core.backups.backup_ports import Restored
from facilitui.core.errors import HostedElsewhere, NotFound, NotSaved
from facilitui.core.journals.attaching_ports import Progress
from facilitui.storage.disk import Disk
from facilitui.storage.home_lock import GOING
from tests.storage.broken_disks import FullDisk, error
from tests.storage.chains import log_bytes, notes
from tests.storage.full_homes import (
    COPY,
    FILES,
    LOG,
    NOW,
    SESSION,
    archive,
    back_up,
    bring_back,
    held,
    put,
)
from tests.storage.journals import diary


def told(came: Restored) -> tuple[int, int, tuple[str, ...]]:
    """How many files were written, how many known, and what was left as it is."""
    return came.written, came.known, came.left


def test_an_empty_home_gets_everything_as_it_was(full: Path, file: Path, tmp_path: Path) -> None:
    """Byte by byte, private to the user, each as old as it was; the journal verifies."""
    new = tmp_path / "new"
    log = full / LOG
    os.utime(log, (1_700_000_000, 1_700_000_000))
    back_up(full, file, force=True)
    assert told(bring_back(new, file)) == (len(held(full)), 0, ())
    assert held(new) == held(full)
    assert (new / LOG).stat().st_mtime == 1_700_000_000
    modes = {stat.S_IMODE(each.stat().st_mode) for each in new.rglob("*") if each.is_file()}
    assert modes == {0o600}
    folders = {stat.S_IMODE(each.stat().st_mode) for each in new.rglob("*") if each.is_dir()}
    assert folders == {0o700}
    assert not (new / ".restoring").exists()
    with diary(new) as journal:
        assert journal.verify() == ()


def test_the_same_once_more_knows_everything(full: Path, file: Path) -> None:
    """Nothing is written, and nothing is told of."""
    (full / GOING).touch()
    before = {path: path.stat().st_ino for path in full.rglob("*") if path.is_file()}
    assert told(bring_back(full, file)) == (0, len(held(full)), ())
    assert {path: path.stat().st_ino for path in full.rglob("*") if path.is_file()} == before


def test_what_differs_is_named_and_left_alone_and_what_is_missing_comes(
    full: Path, file: Path
) -> None:
    """Nothing is overwritten unless that is asked for."""
    before = held(full)
    put(full, "plans/looking.toml", b"changed since")
    (full / "norms" / "ours.toml").unlink()
    put(full, "plans/newer.toml", b"made since")
    came = bring_back(full, file)
    left = ("plans/looking.toml (differs; --replace takes the archive's)",)
    assert told(came) == (1, len(before) - 2, left)
    changed = {"plans/looking.toml": b"changed since", "plans/newer.toml": b"made since"}
    assert held(full) == before | changed


def test_where_nothing_is_replaced_nothing_is_kept_before(full: Path, file: Path) -> None:
    """All of it is here as it is in the archive: there is no state before."""
    assert bring_back(full, file, replace=True).before == ""
    assert not (full / "backups").exists()


def test_replacing_keeps_the_state_before(full: Path, file: Path, tmp_path: Path) -> None:
    """What differs is the archive's then; what was there lies in a backup of its own."""
    before = held(full)
    put(full, "plans/looking.toml", b"changed since")
    put(full, "plans/newer.toml", b"made since")
    came = bring_back(full, file, replace=True)
    assert told(came) == (1, len(before) - 1, ())
    assert held(full) == before | {"plans/newer.toml": b"made since"}
    (kept,) = (full / "backups").iterdir()
    assert came.before.endswith(kept.name) and stat.S_IMODE(kept.stat().st_mode) == 0o600
    bring_back(tmp_path / "then", kept)
    assert held(tmp_path / "then")["plans/looking.toml"] == b"changed since"


def test_a_log_that_went_on_since_is_never_cut(full: Path, file: Path) -> None:
    """Not even where the archive's files shall be taken: its events are acknowledged."""
    longer = log_bytes(notes(24))
    put(full, LOG, longer)
    for replace in (False, True):
        assert bring_back(full, file, replace=replace).left == ()
        assert (full / LOG).read_bytes() == longer
    put(full, LOG, log_bytes(notes(15)))
    assert bring_back(full, file).left == (f"{LOG} (differs; --replace takes the archive's)",)
    bring_back(full, file, replace=True)
    assert (full / LOG).read_bytes() == FILES[LOG]


def test_a_link_in_the_home_is_never_followed(full: Path, file: Path, tmp_path: Path) -> None:
    """What is restored stays within the home."""
    new, outside = tmp_path / "new", tmp_path / "outside"
    outside.mkdir()
    put(outside, "own.toml", b"somebody's")
    new.mkdir()
    (new / "plans").symlink_to(outside)
    (new / "protocols").mkdir()
    (new / "protocols" / "own.toml").symlink_to(outside / "own.toml")
    (new / "norms").write_text("a file")
    came = bring_back(new, file, replace=True)
    assert [each.partition(" ")[0] for each in came.left] == [
        *("norms/ours.toml", "plans/.history/looking.1.toml"),
        *("plans/looking.toml", "protocols/own.toml"),
    ]
    assert os.listdir(outside) == ["own.toml"]
    assert (outside / "own.toml").read_bytes() == b"somebody's"


def test_a_session_that_is_hosted_holds_everything_up(full: Path, file: Path) -> None:
    """With nothing changed; what a host left that is gone holds nothing up."""
    put(full, f"sessions/{SESSION}/host", b"%d\nelsewhere\n\n" % os.getpid())
    (full / "norms" / "ours.toml").unlink()
    with pytest.raises(HostedElsewhere, match="is open in another copy"):
        bring_back(full, file)
    assert not (full / "norms" / "ours.toml").exists() and not (full / ".restoring").exists()


@pytest.mark.parametrize("room", [0, 10, 3000, 6000])
def test_a_full_disk_leaves_whole_files_and_the_same_once_more_goes_on(
    full: Path, file: Path, tmp_path: Path, room: int
) -> None:
    """It is said, and nothing that is there is a part of anything."""
    new = tmp_path / "new"
    with pytest.raises(NotSaved, match="the disk is full"):
        bring_back(new, file, FullDisk(room))
    everything = held(full)
    assert all(everything[name] == data for name, data in held(new).items())
    assert not (new / ".restoring").exists()
    bring_back(new, file)
    assert held(new) == everything


class Meddling(Disk):
    """Has the archive changed when it was checked already."""

    def __init__(self, file: Path) -> None:
        self._file = file

    def open(self, path: Path, flags: int) -> int:
        if path.suffix == ".tmp":
            data = self._file.read_bytes()
            with self._file.open("r+b") as file:
                file.write(data.replace(COPY, COPY.upper()))
        return super().open(path, flags)


class ReadOnly(Disk):
    """Nothing new can be made on it."""

    def sync_folder(self, folder: Path) -> None:
        raise error(errno.EROFS)


@pytest.mark.parametrize("replace", [False, True])
def test_a_home_that_cannot_be_written_to_is_told_with_what_to_do(
    file: Path, tmp_path: Path, replace: bool
) -> None:
    """Before anything else is told of it."""
    with pytest.raises(NotSaved, match=r"^nothing was restored.*then restore again$"):
        bring_back(tmp_path / "new", file, ReadOnly(), replace=replace)


def test_an_archive_that_changes_once_it_was_checked_puts_nothing_wrong_in_place(
    full: Path, file: Path, tmp_path: Path
) -> None:
    """Each file is compared once more before it gets its name."""
    from facilitui.core.backups.backup import DamagedBackup

    with pytest.raises(DamagedBackup):
        bring_back(tmp_path / "new", file, Meddling(file))
    assert not (tmp_path / "new" / "attachments" / sha256(COPY).hexdigest()).exists()


def test_what_is_no_backup_is_refused_with_nothing_changed(tmp_path: Path) -> None:
    """A file that is not there, a folder, and a file of any other kind."""
    (tmp_path / "pipe").mkdir()
    for name in ("nothing.zip", "pipe"):
        with pytest.raises(NotFound):
            bring_back(tmp_path / "new", tmp_path / name)
    assert not (tmp_path / "new").exists()


def test_a_file_that_is_no_text_any_more_can_be_stopped(file: Path, tmp_path: Path) -> None:
    """Somebody who stops it finds a home that was not touched."""
    from facilitui.core.journals.attaching_ports import Stopped
    from facilitui.storage.backups import FileBackups
    from facilitui.storage.paths import Home

    backups = FileBackups(Home(tmp_path / "new"), Disk(), "1.0")
    with pytest.raises(Stopped):
        asyncio.run(backups.restore(str(file), NOW, Progress(stopped=True)))
    backups.close()
    assert not (tmp_path / "new").exists()


def test_an_archive_of_one_file_is_enough(tmp_path: Path) -> None:
    """As a newer version may make one, with fields that are not known here."""
    file = archive(tmp_path / "b.zip", {"plans/a.toml": b"x"}, later={"x": 1})
    assert told(bring_back(tmp_path / "new", file)) == (1, 0, ())
