"""What was saved last is remembered outside the months, so that its loss shows."""

from __future__ import annotations

import json
import shutil
from pathlib import Path

import pytest

from facilitui.core.journals.journal_faults import Fault
from facilitui.storage.disk import Disk
from facilitui.storage.journal_head import GONE, NAME
from facilitui.storage.paths import Home
from facilitui.storage.purged_files import PurgedFiles
from tests.storage.full_homes import back_up, bring_back
from tests.storage.journals import DECEMBER, MONTH, Diary, diary


def faults(journal: Diary) -> list[tuple[str, Fault]]:
    """What verifying finds, by entry."""
    return [(each.entry_id, each.fault) for each in journal.verify()]


def without_last(month: Path) -> None:
    """Take the last document out of a month."""
    tables = json.loads(month.read_bytes())
    tables["entries"].popitem()
    month.write_text(json.dumps(tables))


def test_a_last_document_that_is_gone_is_missed(home: Path) -> None:
    """And goes on being missed when another is saved, until it comes back."""
    with diary(home) as journal:
        journal.save("a", {"n": 1})
        journal.save("b", {"n": 2})
        whole = (journal.folder / MONTH).read_text()
        assert faults(journal) == []
        without_last(journal.folder / MONTH)
        assert faults(journal) == [("b", Fault.LAST)]
        journal.save("c", {"n": 3}, DECEMBER)
        assert faults(journal) == [("b", Fault.LAST)]
        assert journal.take(whole, DECEMBER, "copy")[0] == 1
        assert faults(journal) == []


@pytest.mark.parametrize("what", ["month", "folder"])
def test_a_whole_month_or_journal_that_is_gone_is_missed(home: Path, what: str) -> None:
    """Nothing after it tells that there was one."""
    with diary(home) as journal:
        journal.save("a", {"n": 1})
        folder = journal.folder
    (folder / MONTH).unlink() if what == "month" else shutil.rmtree(folder)
    with diary(home) as journal:
        (told,) = journal.problems()
        assert (told.file, told.reason) == (f"journal/{MONTH}", GONE)
        journal.save("b", {"n": 2}, DECEMBER)
        (found,) = journal.verify()
        assert (found.entry_id, found.fault, found.broken) == ("a", Fault.LAST, True)


@pytest.mark.parametrize("left", [b"", b"{", b'{"last": [{"link": 1}, 2]}', b'{"last": 3}'])
def test_killed_between_both_it_cries_no_wolf(home: Path, left: bytes) -> None:
    """What is remembered is then of before, or of nothing, or no text."""
    with diary(home) as journal:
        journal.save("a", {"n": 1})
        before = (home / NAME).read_bytes()
        journal.save("b", {"n": 2})
        for each in (before, left):
            (home / NAME).write_bytes(each)
            assert faults(journal) == []
            journal.save("a", {"n": 3})
            assert faults(journal) == []


def test_it_is_never_waited_for(home: Path) -> None:
    """Where it cannot be written the entry is saved all the same."""
    (home / NAME).mkdir(parents=True)
    with diary(home) as journal:
        journal.save("a", {"n": 1})
        assert faults(journal) == [] and len(journal.documents()) == 1


def test_a_document_that_lost_its_seal_was_changed(home: Path) -> None:
    """It is no other program's: that would not salt what it writes."""
    with diary(home) as journal:
        journal.save("a", {"n": 1})
        journal.save("b", {"n": 2})
        month = journal.folder / MONTH
        tables = json.loads(month.read_bytes())
        del tables["entries"]["2"]["hash"]
        month.write_text(json.dumps(tables))
        assert ("b", Fault.ALTERED) in faults(journal)


def test_a_month_under_another_name_is_not_gone(home: Path) -> None:
    """What was saved last is there."""
    with diary(home) as journal:
        journal.save("a", {"n": 1})
        (journal.folder / MONTH).rename(journal.folder / "2026-10.json")
        assert not journal.problems() and faults(journal) == []


def test_after_a_restore_elsewhere_the_last_document_is_missed_too(home: Path) -> None:
    """As it is in the home that it was backed up from."""
    with diary(home) as journal:
        journal.save("a", {"n": 1})
        journal.save("b", {"n": 2})
    back_up(home, home.parent / "b.zip")
    bring_back(new := home.parent / "new", home.parent / "b.zip")
    with diary(new) as journal:
        assert faults(journal) == []
        without_last(journal.folder / MONTH)
        assert faults(journal) == [("b", Fault.LAST)]


def write_head(home: Path, month: str) -> None:
    """A last document that this home never had."""
    last = {"link": "f" * 64, "hash": "e" * 64, "id": "debrief-other", "month": month}
    (home / NAME).write_text(json.dumps({"last": [last]}))


@pytest.mark.parametrize(
    "month", ["a" * 300, "../../../etc/nothing", "a\0b", "", "2026-13.json", "2026-11.json\n"]
)
def test_one_of_an_impossible_month_is_none(home: Path, month: str) -> None:
    """As one that cannot be read: nothing of it is looked for, and nothing missed."""
    with diary(home) as journal:
        journal.save("a", {"n": 1})
        write_head(home, month)
        assert not journal.problems() and len(journal.documents()) == 1
        assert faults(journal) == []
        journal.save("b", {"n": 2})
        assert faults(journal) == []


@pytest.mark.parametrize("month", [MONTH, "2026-12.json"])
def test_what_no_backup_has_is_missed_until_one_is_restored_over_all(
    home: Path, month: str
) -> None:
    """That is told then, and once."""
    with diary(home) as journal:
        journal.save("a", {"n": 1})
    back_up(home, file := home.parent / "b.zip")
    write_head(home, month)
    for replace in (False, True):
        with diary(home) as journal:
            assert journal.problems() or faults(journal) == [("debrief-other", Fault.LAST)]
        came = bring_back(home, file, replace=replace)
        assert [each.partition(" ")[0] for each in came.hurt] == ["debrief-other"] * replace
    with diary(home) as journal:
        assert not journal.problems() and faults(journal) == []
        without_last(journal.folder / MONTH)
        assert faults(journal) == [("a", Fault.LAST)]
    assert not bring_back(home, file, replace=True).hurt


def test_a_month_that_went_with_a_purge_is_missed_no_longer(home: Path) -> None:
    """Somebody saw what can still be read of it, and let it go."""
    with diary(home) as journal:
        journal.save("a", {"n": 1})
        journal.save("b", {"n": 2}, DECEMBER)
        last = journal.folder / "2026-12.json"
        last.write_text("{torn")
        PurgedFiles(Home(home), Disk()).delete([f"journal/{last.name}"])
        assert not last.exists() and not journal.problems() and faults(journal) == []
