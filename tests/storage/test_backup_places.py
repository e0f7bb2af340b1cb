"""Where a backup may lie, and that whatever the home is made of is in it or told."""

from __future__ import annotations

import json
from pathlib import Path
from zipfile import ZipFile

import pytest

from facilitui.core.backups.backup import NewerBackup
from facilitui.core.errors import NotSaved
from facilitui.storage.backups import FileBackups
from facilitui.storage.disk import Disk
from facilitui.storage.paths import Home
from tests.storage.chains import log_bytes, notes
from tests.storage.full_homes import SESSION, archive, back_up, bring_back, filled, held, put

LOG = f"sessions/{SESSION}/events.jsonl"


@pytest.mark.parametrize(
    "name",
    [
        *("b.zip", "journal/b.zip", "sessions/b.zip", "plans/looking.toml", "cache/b.zip"),
        *("journal/2026-11.json", "config.toml", "exports/agenda.md"),
    ],
)
def test_a_backup_never_lies_among_or_upon_what_it_keeps(home: Path, name: str) -> None:
    """Forced or not, and through a link as well."""
    before = held(filled(home))
    (home.parent / "door").symlink_to(home)
    for root in (home, home.parent / "door"):
        with pytest.raises(NotSaved, match=r"exports/ only|no backup"):
            back_up(home, root / name, force=True)
    assert held(home) == before


@pytest.mark.parametrize("name", ["-", "."])
def test_a_backup_needs_a_file(home: Path, name: str) -> None:
    """Nothing is written into one of that name."""
    with pytest.raises(NotSaved, match="into a file"):
        back_up(filled(home), Path(name))


def test_folders_of_evidence_on_another_disk_are_packed(home: Path, tmp_path: Path) -> None:
    """The program reads them through a link; of a link within them it is told as lacking."""
    before = held(filled(home))
    for each in ("journal", "sessions", "attachments"):
        (home / each).rename(tmp_path / each)
        (home / each).symlink_to(tmp_path / each)
    made = back_up(home, tmp_path / "b.zip")
    assert made.lost == ()
    bring_back(tmp_path / "new", tmp_path / "b.zip")
    assert held(tmp_path / "new") == before
    month = tmp_path / "journal" / "2026-11.json"
    month.rename(tmp_path / "month.json")
    month.symlink_to(tmp_path / "month.json")
    (lost,) = back_up(home, tmp_path / "c.zip").lost
    assert lost.startswith("journal/2026-11.json is a link")


@pytest.mark.parametrize(("cut", "kept"), [(1, True), (20, False)])
def test_a_last_event_without_its_end_is_kept_where_its_seal_holds(
    home: Path, tmp_path: Path, cut: int, kept: bool
) -> None:
    """Else it is told that it is not in it."""
    whole = log_bytes(notes(20))
    put(filled(home), LOG, whole[:-cut])
    made = back_up(home, tmp_path / "b.zip")
    with ZipFile(tmp_path / "b.zip") as packed:
        data = packed.read(LOG)
    assert data == (whole[:-1] if kept else log_bytes(notes(19)))
    assert any("half written" in each for each in made.left_out) is not kept


def test_what_packs_very_well_is_a_backup_all_the_same(home: Path, tmp_path: Path) -> None:
    """Sixty megabytes of one letter are no trap if the manifest says so."""
    put(home, "plans/notes.toml", b"a" * (60 * 2**20))
    put(home, "plans/more.toml", b"a" * (10 * 2**20))
    back_up(home, tmp_path / "b.zip")
    assert (tmp_path / "b.zip").stat().st_size < 2**20
    assert bring_back(tmp_path / "new", tmp_path / "b.zip").written == 2


def test_of_a_newer_archive_nothing_is_said_but_that(tmp_path: Path) -> None:
    """It is not damaged."""
    file = archive(tmp_path / "b.zip", {}, archive=2, files=json.loads("[]"))
    with pytest.raises(NewerBackup) as caught:
        bring_back(tmp_path / "new", file)
    assert "damaged" not in str(caught.value) and "update facilitui" in str(caught.value)


def test_a_second_backup_of_a_minute_has_another_name(home: Path) -> None:
    """A number behind it, as exports have."""
    backups = FileBackups(filled_home := Home(filled(home)), Disk(), "1.0")
    assert backups.place("b.zip").endswith("exports/b.zip")
    for name in ("b.zip", "b-2.zip"):
        put(filled_home.root, f"exports/{name}", b"x")
    assert backups.place("b.zip").endswith("exports/b-3.zip")
    backups.close()


def test_what_is_no_file_or_no_folder_is_told_as_lacking(home: Path) -> None:
    """A log that is a folder, a folder that is a file; a stray .history is only left out."""
    filled(home)
    (home / LOG).unlink()
    put(home, f"{LOG}/x", b"x")
    put(home, "models", b"x")
    put(home, "frames/.history", b"x")
    made = back_up(home, home.parent / "b.zip")
    assert f"{LOG} is a folder, and no file" in made.lost
    assert "models is a file where a folder belongs" in made.lost
    assert "frames/.history is no folder" in made.left_out


@pytest.mark.parametrize("folder", ["exports", "backups"])
def test_what_a_killed_backup_left_at_home_goes_with_the_next(home: Path, folder: str) -> None:
    """Whatever it should have been called, and wherever the next one lies."""
    put(filled(home), f"{folder}/.backup-1.zip.0011aabb.tmp", b"half")
    put(home, f"{folder}/.mine.tmp", b"mine")
    back_up(home, home.parent / "b.zip")
    assert sorted(path.name for path in (home / folder).glob(".*.tmp")) == [".mine.tmp"]


def test_what_keeps_a_restore_from_replacing_is_named_in_one_sentence(home: Path) -> None:
    """With what to do; nothing was replaced."""
    back_up(filled(home), home.parent / "b.zip")
    put(home, "config.toml", b'theme = "light"\n')  # where all is the same nothing is kept
    (home / "sessions" / "link").symlink_to(home.parent)
    before = held(home)
    told = "nothing was replaced, as not all that is here could be kept before; sessions/link is a"
    with pytest.raises(NotSaved, match=told):
        bring_back(home, home.parent / "b.zip", replace=True)
    assert held(home) == before
