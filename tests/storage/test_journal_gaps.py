"""What is gone in the middle of a journal shows, until somebody goes on without it."""

from __future__ import annotations

import asyncio
import json
import shutil
from datetime import UTC, datetime
from pathlib import Path

import pytest

from facilitui.core.errors import NotSaved
from facilitui.core.journals.journal_faults import Fault
from facilitui.storage.disk import Disk
from facilitui.storage.journal_gaps import GAP
from facilitui.storage.paths import Home
from facilitui.storage.purged_files import PurgedFiles
from facilitui.storage.purging import FilePurging
from tests.storage.full_homes import back_up, bring_back, put
from tests.storage.journals import DECEMBER, MONTH, diary
from tests.storage.test_journal_head import faults


def test_an_older_month_that_is_gone_is_told_to_every_reader_once(home: Path) -> None:
    """By the place of what follows it; a list and the trends ask for problems alone."""
    with diary(home) as journal:
        journal.save("a", {"n": 1})
        journal.save("b", {"n": 2}, DECEMBER)
        journal.save("c", {"n": 3}, DECEMBER)
        folder = journal.folder
    gone = (folder / MONTH).read_bytes()
    (folder / MONTH).unlink()
    with diary(home) as journal:
        (told,) = journal.problems()
        assert (told.file, told.reason) == ("journal/2026-12.json", GAP)
        assert faults(journal) == []
        (folder / MONTH).write_bytes(gone)
        assert journal.problems() == ()


def test_what_no_backup_has_of_an_older_month_is_gone_on_without(home: Path) -> None:
    """Once a backup is restored over all; until then no purge is begun, as it may be in it."""
    purging = FilePurging(Home(home), Disk())
    with diary(home) as journal:
        journal.save("a", {"n": 1})
        journal.save("b", {"n": 2}, DECEMBER)
        (journal.folder / MONTH).unlink()
        back_up(home, file := home.parent / "b.zip")
        with pytest.raises(
            NotSaved, match=r"^nothing was purged: journal/2026-12\.json tells that a document"
        ):
            asyncio.run(purging.refuse_unread())
        assert bring_back(home, file).hurt == () and journal.problems()
        (told,) = bring_back(home, file, replace=True).hurt
        assert told.startswith("what was saved before 2026-12.json#1 (")
        journal.save("c", {"n": 3}, DECEMBER)
        assert journal.problems() == () and faults(journal) == []
        asyncio.run(purging.refuse_unread())
        assert bring_back(home, file, replace=True).hurt == ()
    purging.close()


def four_months(home: Path) -> Path:
    """The folder of a journal with an entry a month, from August on."""
    with diary(home) as journal:
        for month in (8, 9, 10, 11):
            journal.save(f"of-{month}", {"n": month}, datetime(2026, month, 3, tzinfo=UTC))
        return journal.folder


def let_go(home: Path, *names: str) -> None:
    """What a purge does with files of the journal that nobody can read."""
    paths = [f"journal/{each}" for each in names]
    PurgedFiles(Home(home), Disk()).delete(paths)
    with diary(home) as journal:
        journal.save("purge-1", {"what": "entry", "paths": paths}, DECEMBER, kind="purge")


@pytest.mark.parametrize("torn", [["09"], ["09", "10"], ["11"], ["08"]])
def test_a_month_that_a_purge_deleted_is_missed_by_nobody(home: Path, torn: list[str]) -> None:
    """Nor by verifying: somebody chose that. Another one that is lost later is."""
    folder = four_months(home)
    for each in torn:
        (folder / f"2026-{each}.json").write_text("{torn")
    let_go(home, *(f"2026-{each}.json" for each in torn))
    with diary(home) as journal:
        assert journal.problems() == () and faults(journal) == []
        journal.save("c", {"n": 3}, DECEMBER)
        assert journal.problems() == () and faults(journal) == []
        lost = max(each.name for each in folder.glob("2026-1?.json") if each.name < "2026-12")
        (folder / lost).unlink()
        assert [each.reason for each in journal.problems()] == [GAP]


def test_a_copy_of_a_torn_month_is_no_month_that_is_gone(home: Path) -> None:
    """Of the months none may be lost more for it, not even the one of that name."""
    folder = four_months(home)
    (folder / "2026-10.damaged-1.json").write_text("{torn")
    let_go(home, "2026-10.damaged-1.json")
    for lost in ("2026-09.json", "2026-10.json"):
        data = (folder / lost).read_bytes()
        (folder / lost).unlink()
        with diary(home) as journal:
            assert [each.reason for each in journal.problems()] == [GAP]
        (folder / lost).write_bytes(data)


@pytest.mark.parametrize("by_import", [True, False])
def test_a_month_that_was_given_up_and_came_back_is_missed_again(
    home: Path, *, by_import: bool
) -> None:
    """Once it is lost once more, as nobody has chosen that."""
    folder = four_months(home)
    back_up(home, whole := home.parent / "whole.zip")
    month = folder / "2026-09.json"
    text = month.read_text()
    month.unlink()
    back_up(home, file := home.parent / "b.zip")
    bring_back(home, file, replace=True)
    with diary(home) as journal:
        assert journal.problems() == () and faults(journal) == []
        if by_import:
            assert journal.imported(text, datetime(2026, 9, 9, tzinfo=UTC)).taken == 1
        else:
            bring_back(home, whole)
        assert month.exists() and journal.problems() == () and faults(journal) == []
        month.unlink()
        assert len(journal.problems()) == 1


def test_a_whole_journal_that_is_gone_is_given_up_with_a_backup_of_what_is_left(
    home: Path,
) -> None:
    """It has no months, and ends it all the same."""
    folder = four_months(home)
    shutil.rmtree(folder)
    put(home, "config.toml", b"")
    back_up(home, file := home.parent / "b.zip")
    with diary(home) as journal:
        assert journal.problems()
        assert bring_back(home, file).hurt == () and journal.problems()
        (told,) = bring_back(home, file, replace=True).hurt
        assert told.startswith("of-11 (")
        assert journal.problems() == () and faults(journal) == []
        journal.save("c", {"n": 3}, DECEMBER)
        assert journal.problems() == () and faults(journal) == []


def test_what_goes_over_a_lost_revision_is_given_up_with_it(home: Path) -> None:
    """Wherever that was: in a month that is gone, or taken out of the middle of one."""
    folder = four_months(home)
    with diary(home) as journal:
        journal.save("of-9", {"n": "revised"}, DECEMBER)
        journal.save("b", at=DECEMBER)
        journal.save("c", at=DECEMBER)
        (folder / "2026-09.json").unlink()
        december = folder / "2026-12.json"
        tables = json.loads(december.read_bytes())
        del tables["entries"]["2"]
        december.write_text(json.dumps(tables))
        assert [each.fault for each in journal.verify()] == [Fault.REVISION, Fault.MISSING]
        back_up(home, file := home.parent / "b.zip")
        told = bring_back(home, file, replace=True).hurt
        assert [each.split(" (")[0] for each in told] == [
            f"what was saved before {each}"
            for each in ("2026-10.json#1", "2026-12.json#1", "2026-12.json#3")
        ]
        assert journal.problems() == () and faults(journal) == []
        assert bring_back(home, file, replace=True).hurt == ()
        del tables["entries"]["1"]
        december.write_text(json.dumps(tables))
        assert faults(journal) == []  # what goes over it, and follows it, is gone as well
        (folder / "2026-10.json").unlink()
        assert [each.reason for each in journal.problems()] == [GAP]
