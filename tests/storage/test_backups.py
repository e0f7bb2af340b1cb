"""Backups: everything that is a person's own in one archive, whatever happens meanwhile."""

from __future__ import annotations

import json
import os
import stat
from collections.abc import Iterator
from hashlib import sha256
from pathlib import Path
from typing import Any
from zipfile import ZipFile

import pytest

from facilitui.bootstrap import Wiring
from facilitui.core.errors import NotSaved
from facilitui.core.journals.attaching_ports import Progress
from facilitui.storage.disk import Disk
from facilitui.storage.paths import Home
from tests.storage.chains import log_bytes, notes
from tests.storage.full_homes import COPY, SESSION, back_up, bring_back, held, put
from tests.storage.journals import diary


class Watched(Progress):
    """How far it is, all the while."""

    def __init__(self) -> None:
        self.shares: list[float] = []
        super().__init__()

    def __setattr__(self, name: str, value: Any) -> None:
        super().__setattr__(name, value)
        if name == "done" and hasattr(self, "over"):
            self.shares.append(self.share)


def names(file: Path) -> list[str]:
    """What an archive has, in its order."""
    with ZipFile(file) as packed:
        return packed.namelist()


def test_everything_of_a_person_is_in_it_and_nothing_else(full: Path, tmp_path: Path) -> None:
    """Earlier states, what was set aside and drafts; no lock, no cache, nothing half written."""
    made = back_up(full, tmp_path / "b.zip")
    assert sorted(names(tmp_path / "b.zip")[:-1]) == sorted(held(full))
    assert names(tmp_path / "b.zip")[-1] == "manifest.json"
    assert (made.files, made.lost, made.left_out, made.unread) == (len(held(full)), (), (), ())
    assert made.counts["sessions"] == 1 and made.counts["plans"] == 1
    assert stat.S_IMODE((tmp_path / "b.zip").stat().st_mode) == 0o600
    assert os.listdir(tmp_path).count("b.zip") == 1 and len(os.listdir(tmp_path)) == 2


def test_the_manifest_names_each_file_with_its_hash(full: Path, tmp_path: Path) -> None:
    """It can be read without this program, and by it."""
    back_up(full, tmp_path / "b.zip")
    with ZipFile(tmp_path / "b.zip") as packed:
        told = json.loads(packed.read("manifest.json"))
        assert packed.testzip() is None
    hashes = {each["name"]: each["sha256"] for each in told["files"]}
    assert hashes == {name: sha256(data).hexdigest() for name, data in held(full).items()}
    assert (told["archive"], told["made_at"]) == (1, "2026-12-03T09:30:00Z")


def test_a_log_is_packed_up_to_its_last_whole_line(full: Path, tmp_path: Path) -> None:
    """As while another copy of the program is writing the next one."""
    log = full / "sessions" / SESSION / "events.jsonl"
    log.write_bytes(log_bytes(notes(20))[:-30])
    back_up(full, tmp_path / "b.zip")
    bring_back(tmp_path / "new", tmp_path / "b.zip")
    whole = log_bytes(notes(19))
    assert (tmp_path / "new" / "sessions" / SESSION / "events.jsonl").read_bytes() == whole


def test_a_file_that_is_there_is_left_alone_unless_it_is_forced(full: Path, tmp_path: Path) -> None:
    """Whatever it is; a folder and a device are refused all the same."""
    file = put(tmp_path, "b.zip", b"somebody's")
    for place, why in ((file, "is there already"), (tmp_path, "is a folder"), ("/dev/null", "no")):
        with pytest.raises(NotSaved, match=why):
            back_up(full, Path(place))
    assert file.read_bytes() == b"somebody's"
    back_up(full, file, force=True)
    assert names(file)[-1] == "manifest.json"
    with pytest.raises(NotSaved, match="there is no folder"):
        back_up(full, tmp_path / "nowhere" / "b.zip")
    with pytest.raises(NotSaved, match="nothing to back up"):
        back_up(tmp_path / "no home", tmp_path / "c.zip")


async def test_how_far_it_is_never_falls(full: Path, tmp_path: Path) -> None:
    """Over all that is looked at, packed and read again, and brought back then."""
    wiring, other = Wiring(Home(full)), Wiring(Home(tmp_path / "new"))
    packed, brought = Watched(), Watched()
    try:
        await wiring.safekeeping.back_up(str(tmp_path / "b.zip"), packed)
        await other.safekeeping.restore(str(tmp_path / "b.zip"), brought)
    finally:
        wiring.close()
        other.close()
    for shares in (packed.shares, brought.shares):
        assert shares == sorted(shares) and (shares[0], shares[-1]) == (0, 1)
        assert shares.count(1) == 1


def test_a_backup_within_the_home_packs_neither_itself_nor_an_earlier_one(full: Path) -> None:
    """So that the tenth is no larger than the first."""
    one, two = full / "exports" / "one.zip", full / "exports" / "two.zip"
    before = held(full)
    back_up(full, one)
    second = back_up(full, two)
    again = back_up(full, two, force=True)
    assert sorted(names(one)[:-1]) == sorted(names(two)[:-1]) == sorted(before)
    assert second.left_out == again.left_out == ("exports/one.zip is a backup itself",)


def test_links_and_special_files_are_told_and_left_out(full: Path, tmp_path: Path) -> None:
    """What a link leads to may be anything, and reading a pipe would never end."""
    put(tmp_path, "secret/key.toml", b"not yours")
    (full / "plans" / "key.toml").symlink_to(tmp_path / "secret" / "key.toml")
    (full / "waits").symlink_to(tmp_path / "secret")
    os.mkfifo(full / "norms" / "pipe.toml")
    put(full, "notes/mine.txt", b"of another program")
    put(full, "todo.txt", b"of another program")
    made = back_up(full, tmp_path / "b.zip")
    told = "\n".join(made.left_out)
    for name in ("plans/key.toml is a link", "waits is a link", "norms/pipe.toml is no file"):
        assert name in told
    assert "notes/ is no folder" in told and "todo.txt is no file of" in told
    assert not any("key" in name or "pipe" in name for name in names(tmp_path / "b.zip"))


def test_names_that_no_archive_can_hold_are_told(full: Path, tmp_path: Path) -> None:
    """Bytes that are no text, signs that lead elsewhere, and two names that are one to some."""
    for name in (
        b"plans/\xff.toml",
        b"plans/a\\b.toml",
        b"plans/LOOKING.toml",
        "plans/caf\u00e9.t",
        "plans/cafe\u0301.t",
    ):
        path = name if isinstance(name, bytes) else name.encode()
        (full / "plans").mkdir(exist_ok=True)
        with open(os.fsencode(full) + b"/" + path, "wb") as file:
            file.write(b"x")
    made = back_up(full, tmp_path / "b.zip")
    assert len(made.lost) == 4, made.lost
    assert sum("is one with" in each for each in made.lost) == 2


class LettingGo(Disk):
    """Another copy lets a file go while this one packs: its entry says so, then the copy goes."""

    def __init__(self, home: Path) -> None:
        self._steps = self._go(home)

    def open(self, path: Path, flags: int) -> int:
        if "attachments" in path.parts:
            next(self._steps, None)
        return super().open(path, flags)

    def _go(self, home: Path) -> Iterator[None]:
        with diary(home) as journal:
            journal.save("gone", {"removed": True})
        (home / "attachments" / sha256(COPY).hexdigest()).unlink()
        yield


def test_a_copy_that_goes_meanwhile_goes_with_its_entry(full: Path, tmp_path: Path) -> None:
    """The journal in the archive never names a copy that is not in it."""
    made = back_up(full, tmp_path / "b.zip", LettingGo(full))
    assert made.lost == () and not any("attachments" in each for each in names(tmp_path / "b.zip"))
    with ZipFile(tmp_path / "b.zip") as packed:
        assert b'"gone"' in packed.read("journal/2026-11.json")


def test_a_month_that_cannot_be_read_is_packed_as_it_is_and_told(
    full: Path, tmp_path: Path
) -> None:
    """It may still be mended by hand; the archive can be restored all the same."""
    month = full / "journal" / "2026-11.json"
    month.write_bytes(month.read_bytes()[:-40])
    made = back_up(full, tmp_path / "b.zip")
    assert made.unread == ("journal/2026-11.json",)
    came = bring_back(tmp_path / "new", tmp_path / "b.zip")
    assert came.left == () and held(tmp_path / "new") == held(full)


def test_what_a_killed_backup_left_is_swept_by_the_next_one_to_that_file(
    full: Path, tmp_path: Path
) -> None:
    """And nothing else in that folder, which is anybody's."""
    put(tmp_path, ".b.zip.0011aabb.tmp", b"half")
    put(tmp_path, ".other.tmp", b"somebody's")
    back_up(full, tmp_path / "b.zip")
    assert sorted(os.listdir(tmp_path)) == [".other.tmp", "b.zip", "home"]
