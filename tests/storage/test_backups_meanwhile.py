"""A backup while another copy of the program writes: what is in it fits together."""

from __future__ import annotations

import os
import signal
from contextlib import suppress
from pathlib import Path

from filelock import FileLock, Timeout

from facilitui.core.journals.attaching_ports import Progress
from facilitui.storage.backup_archive import opened
from facilitui.storage.disk import Disk
from facilitui.storage.event_log import parse_log
from tests.storage.broken_disks import DisksThatForget
from tests.storage.full_homes import SESSION, back_up, bring_back, filled, held
from tests.storage.journals import Writers, diary
from tests.storage.log_kills import kill, start


def test_a_backup_while_entries_are_saved_verifies(tmp_path: Path) -> None:
    """Each has all that was acknowledged before it began, and its chain is whole."""
    home, told = filled(tmp_path / "home"), set[str]()
    writers = Writers(home)
    victim = writers.start("w", 100_000)
    acknowledged = writers.kept()
    for turn in range(5):
        told |= {next(acknowledged) for _ in range(4)}
        back_up(home, tmp_path / f"{turn}.zip")
        bring_back(tmp_path / f"new{turn}", tmp_path / f"{turn}.zip")
        with diary(tmp_path / f"new{turn}") as journal:
            assert not [each for each in journal.verify() if each.broken]
            found = {f"{d['id']} {d['rev']} {d['hash']}" for d in journal.documents()}
        assert told <= found
    os.kill(victim, signal.SIGKILL)
    list(acknowledged)
    writers.close()


class Watching(Disk):
    """Sees whether another copy of the program could save while a month is read."""

    def __init__(self, home: Path) -> None:
        self._lock = FileLock(home / "journal" / ".lock", timeout=0)
        self.held: list[bool] = []

    def read(self, path: Path) -> bytes:
        with suppress(Timeout), self._lock:
            self.held.append(False)
            return super().read(path)
        self.held.append(True)
        return super().read(path)


def test_months_are_read_while_nobody_can_save(tmp_path: Path) -> None:
    """A document in one of them never follows one that came into another afterwards."""
    disk = Watching(filled(tmp_path / "home"))
    back_up(tmp_path / "home", tmp_path / "b.zip", disk)
    assert disk.held == [True] * 3


def test_a_backup_while_a_session_runs_has_whole_lines_of_its_log(tmp_path: Path) -> None:
    """However far its host has come with the next one."""
    home = filled(tmp_path / "home")
    (home / "sessions" / SESSION / "events.jsonl").write_bytes(b"")
    host = start(home, SESSION)
    for turn in range(3):
        back_up(home, tmp_path / f"{turn}.zip", Disk())
        with opened(tmp_path / f"{turn}.zip", Progress()) as archive:
            (log,) = [e for e in archive.manifest.files if e.name.endswith("events.jsonl")]
            found = parse_log(archive.read(log), SESSION)
            assert not found.trouble and found.verified == len(found.events)
            assert not [each for each in archive.manifest.files if each.name.endswith("/host")]
    kill(host)


def test_what_was_said_to_be_done_survives_a_power_cut(tmp_path: Path) -> None:
    """The archive once it is named, and every restored file once the command ends."""
    home, stick, new = filled(tmp_path / "home"), tmp_path / "stick", tmp_path / "new"
    stick.mkdir()
    new.mkdir()
    disk = DisksThatForget(stick)
    back_up(home, stick / "b.zip", disk)
    kept = disk.power_cut(tmp_path / "kept") / "b.zip"
    disk = DisksThatForget(new)
    bring_back(new, kept, disk)
    assert held(disk.power_cut(tmp_path / "left")) == held(home)
