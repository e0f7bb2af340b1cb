"""Restoring while others save, after purges, from archives of anybody: nothing goes unsaid."""

from __future__ import annotations

import json
import os
from collections.abc import Callable
from pathlib import Path

import pytest

from facilitui.core.backups.backup import OTHER_CONTENT
from facilitui.core.errors import NotSaved
from facilitui.core.journals.attaching_ports import Progress, Stopped
from facilitui.core.journals.journal import body_of
from facilitui.storage.disk import Disk
from facilitui.storage.paths import Home
from facilitui.storage.purged_files import PurgedFiles
from tests.storage.full_homes import archive, back_up, bring_back, exported, filled, held, put
from tests.storage.journals import AT, DECEMBER, MONTH, diary

PLAN = "plans/looking.toml"


class Meanwhile(Disk):
    """Another copy of the program does something right before the first file is written."""

    def __init__(self, does: Callable[[], object]) -> None:
        self._does: list[Callable[[], object]] = [does]

    def open(self, path: Path, flags: int) -> int:
        """Open a file, after what the other copy does."""
        if flags & os.O_CREAT and ".restoring" in path.parts and self._does:
            self._does.pop()()
        return super().open(path, flags)


def test_what_is_saved_while_files_are_replaced_is_left_and_told(
    home: Path, tmp_path: Path
) -> None:
    """It is in no backup made before, so nothing may take its place."""
    back_up(filled(home), tmp_path / "b.zip")
    put(home, PLAN, b"edited, and kept before")
    put(home, "norms/ours.toml", b"edited too")
    disk = Meanwhile(lambda: put(home, PLAN, b"saved just now"))
    came = bring_back(home, tmp_path / "b.zip", disk, replace=True)
    assert (home / PLAN).read_bytes() == b"saved just now"
    assert came.replaced == ("norms/ours.toml",)
    (left,) = came.left
    assert left.startswith(PLAN) and "saved meanwhile" in left


def test_a_restore_is_stopped_between_two_files(home: Path, tmp_path: Path) -> None:
    """Every file is whole, and the same once more goes on."""
    full = filled(tmp_path / "full")
    back_up(full, tmp_path / "b.zip")
    watched = Progress()

    def stop() -> None:
        watched.stopped = True

    with pytest.raises(Stopped, match="1 file written, and every file is whole"):
        _restored(home, tmp_path / "b.zip", Meanwhile(stop), watched)
    assert len(held(home)) == 1
    bring_back(home, tmp_path / "b.zip")
    assert held(home) == held(full)


def _restored(home: Path, file: Path, disk: Disk, progress: Progress) -> None:
    import asyncio

    from facilitui.storage.backups import FileBackups

    backups = FileBackups(Home(home), disk, "1.0")
    try:
        asyncio.run(backups.restore(str(file), AT, progress))
    finally:
        backups.close()


@pytest.mark.parametrize("gone", [True, False])
def test_what_was_purged_stays_so_where_its_month_is_gone(
    home: Path, tmp_path: Path, gone: bool
) -> None:
    """Or torn: its envelope comes back without a word of it, and a record that holds counts."""
    with diary(home) as journal:
        journal.save("a", {"learned": "in confidence"})
        journal.save("b", {"learned": "anything"}, DECEMBER)
    back_up(home, tmp_path / "b.zip")
    with diary(home) as journal:
        journal.save(
            "purge-1", {"what": "entry", "entries": ["a"], "sessions": []}, DECEMBER, kind="purge"
        )
    month = home / "journal" / MONTH
    if gone:
        month.unlink()
    else:
        december = home / "journal" / "2026-12.json"
        december.write_bytes(december.read_bytes()[:-3])
        month.unlink()
    came = bring_back(home, tmp_path / "b.zip")
    assert b"in confidence" not in b"".join(held(home).values())
    with diary(home) as journal:
        assert {each["id"]: body_of(each) for each in journal.documents()}["a"] == {}
    assert gone or "may be back" in " ".join(came.notes)


def test_files_that_a_purge_deleted_do_not_come_back(home: Path, tmp_path: Path) -> None:
    """Neither states of a plan nor what was set aside, where its record names them."""
    names = ("plans/.history/looking.1.toml", "journal/2026-10.damaged-1.json")
    back_up(filled(home), tmp_path / "b.zip")
    for name in names:
        (home / name).unlink()
    with diary(home) as journal:
        journal.save("purge-1", {"entries": [], "sessions": [], "paths": names}, kind="purge")
    came = bring_back(home, tmp_path / "b.zip", replace=True)
    assert len(came.left) == 2 and not any((home / each).exists() for each in names)


def test_a_purge_that_was_begun_elsewhere_is_not_obeyed(home: Path, tmp_path: Path) -> None:
    """It could name anything; and a home in the middle of one tells so when it is packed."""
    file = archive(tmp_path / "b.zip", {"purge.json": b'{"files": ["plans/looking.toml"]}'})
    for replace in (False, True):
        (left,) = bring_back(filled(home), file, replace=replace).left
        assert left.startswith("purge.json") and not (home / "purge.json").exists()
    put(home, "purge.json", b"{}")
    made = back_up(home, tmp_path / "c.zip")
    assert any("not finished" in each for each in made.left_out)


@pytest.mark.parametrize(
    "name", ["plans/looking.toml", f"journal/{MONTH}", "config.toml", "plans/.history/../a.toml"]
)
def test_a_purge_deletes_only_what_one_may(home: Path, name: str) -> None:
    """Whatever its intent was made to name."""
    before = held(filled(home))
    with pytest.raises(NotSaved, match="no file of the home that goes"):
        PurgedFiles(Home(home), Disk()).delete([name])
    assert held(home) == before


def test_a_month_of_a_newer_schema_in_the_archive_is_not_mixed_in(
    home: Path, tmp_path: Path
) -> None:
    """Where there is none here it comes as it is."""
    newer = json.dumps({"meta": {"1": {"schema": 7}}, "entries": {"1": {"id": "x"}}}).encode()
    file = archive(tmp_path / "b.zip", {f"journal/{MONTH}": newer})
    filled(home)
    before = exported(home)
    (left,) = bring_back(home, file, replace=True).left
    assert "newer version" in left and exported(home) == before
    bring_back(tmp_path / "new", file)
    assert (tmp_path / "new" / "journal" / MONTH).read_bytes() == newer


def test_a_table_of_another_program_is_kept(home: Path, tmp_path: Path) -> None:
    """As a table of its own, where none of that name is here."""
    strange = {"entries": {}, "tags": {"1": {"x": 1}}}
    file = archive(tmp_path / "b.zip", {f"journal/{MONTH}": json.dumps(strange).encode()})
    filled(home)
    before = exported(home)
    bring_back(home, file)
    tables = json.loads((home / "journal" / MONTH).read_bytes())
    assert tables["tags"] == {"1": {"x": 1}} and exported(home) == before


def test_a_plain_restore_tells_of_what_was_altered(home: Path, tmp_path: Path) -> None:
    """And with --replace what was replaced is named by its place."""
    back_up(filled(home), tmp_path / "b.zip")
    unchanged = bring_back(home, tmp_path / "b.zip").known
    month = home / "journal" / MONTH
    month.write_bytes(month.read_bytes().replace(b"They waited.", b"They talked."))
    plain = bring_back(home, tmp_path / "b.zip")
    (hurt,) = plain.hurt
    assert (plain.altered, plain.known + 1) == (1, unchanged)
    assert hurt.startswith(f"journal/{MONTH}#1") and "--replace" in hurt
    came = bring_back(home, tmp_path / "b.zip", replace=True)
    assert (came.hurt, came.replaced) == ((), (f"journal/{MONTH}#1",))


def test_a_copy_with_another_content_than_its_name_does_not_come(
    home: Path, tmp_path: Path
) -> None:
    """The hash in its name is all that an entry knows of it."""
    other = f"attachments/{'b' * 64}"
    put(home, other, b"not that file")
    back_up(home, tmp_path / "b.zip")
    came = bring_back(tmp_path / "new", tmp_path / "b.zip")
    assert came.left == (f"{other} ({OTHER_CONTENT})",)
    assert not (tmp_path / "new" / other).exists()
