"""Restoring a journal: of two, what either has; of one that was damaged, what it held."""

from __future__ import annotations

import json
from hashlib import sha256
from pathlib import Path

import pytest

from facilitui.core.backups.backup_ports import Restored
from facilitui.core.sealing import canonical
from facilitui.storage.disk import Disk
from facilitui.storage.paths import Home
from facilitui.storage.purged_logs import blanked_lines
from facilitui.storage.purged_months import PurgedMonths
from tests.storage.full_homes import (
    COPY,
    LOG,
    NOW,
    SESSION,
    back_up,
    bring_back,
    exported,
    filled,
    put,
)
from tests.storage.journals import AT, DECEMBER, diary


def join(root: Path, came: Restored) -> tuple[int, int, list[str]]:
    """Join the entries that a restore hands over, as the service does."""
    with diary(root) as journal:
        return journal.take(came.lines, NOW, came.name)


def test_entries_that_are_not_here_are_joined(file: Path, full: Path, tmp_path: Path) -> None:
    """A home of the same months with entries of its own has those of both afterwards."""
    other = tmp_path / "other"
    with diary(other) as journal:
        journal.save("own", {"title": "Own"}, AT)
    came = bring_back(other, file)
    assert (came.left, came.joined, came.lines) == ((), 2, "")  # December comes as it was
    assert set(exported(full)) < set(exported(other)) and len(exported(other)) == 4
    with diary(other) as journal:
        assert not [each for each in journal.verify() if each.broken]
    again = bring_back(other, file)
    assert (again.lines, again.written) == ("", 0)


def test_an_entry_that_was_taken_out_by_hand_comes_back(full: Path, file: Path) -> None:
    """In its place, so that the one after it misses nothing any more."""
    month = full / "journal" / "2026-11.json"
    lines = month.read_bytes().splitlines(keepends=True)
    month.write_bytes(b"".join(each for each in lines if b"They waited." not in each))
    with diary(full) as journal:
        assert [each.broken for each in journal.verify()].count(True) > 0
    assert bring_back(full, file).joined == 1
    with diary(full) as journal:
        assert journal.verify() == ()


def test_another_revision_of_that_number_is_handed_over(tmp_path: Path) -> None:
    """It is the import that knows what to do with two of them."""
    back_up(filled(tmp_path / "one", {}), tmp_path / "b.zip")
    with diary(tmp_path / "other") as journal:
        journal.save("a", {"title": "Mine"}, AT)
    came = bring_back(tmp_path / "other", tmp_path / "b.zip")
    assert {json.loads(line)["id"] for line in came.lines.splitlines()} >= {"a"}
    join(tmp_path / "other", came)
    with diary(tmp_path / "other") as journal:
        assert not [each for each in journal.verify() if each.broken]


def test_an_older_backup_takes_nothing_from_a_journal_that_went_on(full: Path, file: Path) -> None:
    """Whether asked to replace or not: entries saved since stay, and all verify."""
    with diary(full) as journal:
        journal.save("c", {"title": "Since"}, AT)
        journal.save("b", {"title": "Other", "learned": "Since."}, DECEMBER)
    before = exported(full)
    for replace in (False, True):
        came = bring_back(full, file, replace=replace)
        assert (came.left, came.lines) == ((), "")
        assert exported(full) == before
        with diary(full) as journal:
            assert journal.trouble()[1:] == []  # the month that was set aside once is told of


def test_replacing_mends_an_entry_that_was_altered(full: Path, file: Path) -> None:
    """Its words are the archive's again, and what was saved since stays."""
    with diary(full) as journal:
        journal.save("c", {"title": "Since"}, AT)
    month = full / "journal" / "2026-11.json"
    month.write_bytes(month.read_bytes().replace(b"They waited.", b"They talked."))
    with diary(full) as journal:
        assert [each.entry_id for each in journal.verify()] == ["a"]
    assert bring_back(full, file).left == ()
    assert b"They talked." in month.read_bytes()
    assert bring_back(full, file, replace=True).mended == 1
    with diary(full) as journal:
        assert journal.verify() == ()
        assert [each["id"] for each in journal.documents()] == ["a", "b", "c", "a"]


def test_a_month_that_cannot_be_read_is_set_aside_and_comes_back(full: Path, file: Path) -> None:
    """Its bytes are not lost, and the journal is whole again."""
    month = full / "journal" / "2026-11.json"
    whole = month.read_bytes()
    month.write_bytes(whole[:-40])
    came = bring_back(full, file)
    assert came.aside == ("2026-11.damaged-1.json",) and came.left == ()
    assert month.read_bytes() == whole
    assert (month.parent / "2026-11.damaged-1.json").read_bytes() == whole[:-40]


def test_a_month_whose_entries_were_imported_here_is_joined_and_not_doubled(
    full: Path, file: Path, tmp_path: Path
) -> None:
    """They lie in another month here; none of them is there twice afterwards."""
    other = tmp_path / "other"
    with diary(full) as journal:
        lines = [canonical(dict(each)) for each in journal.documents()]
    with diary(other) as journal:
        assert journal.take("\n".join(lines[:1]), NOW)[0] == 1
    came = bring_back(other, file)
    join(other, came)
    with diary(other) as journal:
        assert not [each for each in journal.verify() if each.broken]
    assert sorted(exported(other)) == sorted(exported(full))


@pytest.mark.parametrize("replace", [False, True])
def test_what_was_purged_here_stays_purged(full: Path, tmp_path: Path, replace: bool) -> None:
    """Its log, its draft and its copy do not come back, whatever a backup from before has."""
    with diary(full) as journal:
        own = {"session": SESSION, "file_hash": sha256(COPY).hexdigest()}
        journal.save("attachment-1", own, kind="attachment")
    put(full, f"drafts/debrief-{SESSION}.json", b"half typed")
    back_up(full, tmp_path / "b.zip")
    blank = b"".join(blanked_lines((full / LOG).read_bytes()))
    put(full, LOG, blank)
    (full / "drafts" / f"debrief-{SESSION}.json").unlink()
    (full / "attachments" / sha256(COPY).hexdigest()).unlink()
    PurgedMonths(Home(full), Disk()).blank({"attachment-1", "a"}, None)
    with diary(full) as journal:
        record = {"what": "session", "sessions": [SESSION], "entries": ["attachment-1", "a"]}
        journal.save("purge-1", record, kind="purge")
    came = bring_back(full, tmp_path / "b.zip", replace=replace)
    assert len(came.left) == 4 and all("was purged here" in each for each in came.left)
    assert (full / LOG).read_bytes() == blank
    assert not (full / "drafts" / f"debrief-{SESSION}.json").exists()
    assert not (full / "attachments" / sha256(COPY).hexdigest()).exists()


def test_a_month_of_a_newer_schema_is_not_written_to(full: Path, file: Path) -> None:
    """It is shown as far as it can be read, and left alone here as everywhere."""
    month = full / "journal" / "2026-11.json"
    newer = month.read_bytes().replace(b'{"schema": 1}', b'{"schema": 2}')
    month.write_bytes(newer.replace(b"They waited.", b"They talked."))
    before = month.read_bytes()
    came = bring_back(full, file, replace=True)
    assert (month.read_bytes(), came.left, came.mended) == (before, (), 0)
