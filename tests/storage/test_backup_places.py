"""Where a backup may lie, and that whatever the home is made of is in it or told."""

from __future__ import annotations

import json
from pathlib import Path
from zipfile import ZipFile

import pytest

from facilitui.core.backup import NewerBackup
from facilitui.core.errors import NotSaved
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
