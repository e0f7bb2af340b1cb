"""What was saved last is remembered outside the months, so that its loss shows."""

from __future__ import annotations

import json
import shutil
from pathlib import Path

import pytest

from facilitui.core.journal_faults import Fault
from facilitui.storage.journal_head import NAME
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
