"""What was purged stays so, though the month that told of it is lost and missed no longer."""

from __future__ import annotations

import shutil
from datetime import UTC, datetime
from pathlib import Path

import pytest

from facilitui.core.journals.journal_faults import Fault
from facilitui.storage.disk import Disk
from facilitui.storage.journal_head import NAME
from facilitui.storage.paths import Home
from facilitui.storage.purged_logs import PurgedLogs
from facilitui.storage.purged_months import PurgedMonths
from tests.storage.chains import log_bytes, notes
from tests.storage.full_homes import back_up, bring_back, held, put
from tests.storage.journals import DECEMBER, MONTH, diary
from tests.storage.test_purge_records_lost import NAMED, lose_older_month, purged

JANUARY = datetime(2027, 1, 4, tzinfo=UTC)


@pytest.mark.parametrize("remembered", [True, False])
@pytest.mark.parametrize("is_last", [True, False])
def test_whoever_goes_on_without_a_record_has_nothing_brought_back(
    home: Path, *, remembered: bool, is_last: bool
) -> None:
    """However often: what is blank stays purged, though nothing of the loss is told any more."""
    if is_last and not remembered:
        return  # nothing shows that there was one
    with diary(home) as journal:
        journal.save("a", {"learned": "in confidence"})
        journal.save("b")
    back_up(home, file := home.parent / "before.zip")
    PurgedMonths(Home(home), Disk()).blank(["a"], None)
    with diary(home) as journal:
        journal.save("purge-1", NAMED, DECEMBER, kind="purge")
        if not is_last:
            journal.save("c", at=JANUARY)
    if not remembered:
        (home / NAME).unlink()
    (home / "journal" / "2026-12.json").unlink()
    for _ in range(3):
        bring_back(home, file, replace=True)
        assert b"confidence" not in b"".join(held(home).values())
    with diary(home) as journal:
        assert not journal.problems() and len(journal.untold()) == 1
        assert [each.fault for each in journal.verify()] == [Fault.BLANKED]


def test_what_is_about_a_log_that_was_blanked_stays_purged_too(home: Path) -> None:
    """Though both the record and what it names are lost: no backup brings either back."""
    session = "2026-11-25-1645-looking-0001"
    log = put(home, f"sessions/{session}/events.jsonl", log_bytes(notes(3)))
    with diary(home) as journal:
        journal.save("a", {"learned": "in confidence", "session": session})
    back_up(home, file := home.parent / "before.zip")
    PurgedLogs(Home(home), Disk()).blank(session)
    blank = log.read_bytes()
    with diary(home) as journal:
        journal.save("purge-1", {**NAMED, "sessions": [session]}, DECEMBER, kind="purge")
        journal.save("c", at=JANUARY)
    (home / NAME).unlink()
    for lost in (MONTH, "2026-12.json"):
        (home / "journal" / lost).unlink()
    came = bring_back(home, file)
    assert log.read_bytes() == blank
    assert b"confidence" not in b"".join(held(home).values())
    assert any("what was saved before journal/2027-01.json#1 is missing" in e for e in came.notes)


def test_a_log_that_says_something_is_mended_whatever_is_missing(home: Path) -> None:
    """It was cut, and not purged: nobody has to live without the rest of it."""
    log = put(home, "sessions/2026-11-25-1645-looking-0001/events.jsonl", log_bytes(notes(3)))
    file, _ = purged(home)
    lose_older_month(home)
    log.write_bytes(log_bytes(notes(3))[:-9])
    bring_back(home, file, replace=True)
    assert log.read_bytes() == log_bytes(notes(3))


@pytest.mark.parametrize("given_up", [True, False])
def test_no_import_says_again_what_is_blank(home: Path, *, given_up: bool) -> None:
    """Where the month is missing that may have told of it; what says something goes on."""
    with diary(other := home.parent / "other") as journal:
        journal.save("a", {"learned": "in confidence"})
        journal.save("b")
    shutil.copytree(other, home, dirs_exist_ok=True)
    for entry in ("a", "b"):
        with diary(other) as journal:
            journal.save(entry, {"learned": "in confidence again"}, DECEMBER)
            text = journal.exported()
    PurgedMonths(Home(home), Disk()).blank(["a"], None)
    with diary(home) as journal:
        journal.save("purge-1", NAMED, DECEMBER, kind="purge")
        journal.save("c", at=JANUARY)
    (home / NAME).unlink()
    (home / "journal" / "2026-12.json").unlink()
    if given_up:
        back_up(home, file := home.parent / "own.zip")
        bring_back(home, file, replace=True)
    with diary(home) as journal:
        came = journal.imported(text, JANUARY)
        assert came.taken == 1 and came.blank == ("a",) and len(came.untold) == 1
        (why,) = came.refused
        assert "was purged here on a day that is lost" in why.reason


def test_an_import_tells_that_an_older_month_is_missing(home: Path) -> None:
    """Where it takes something: that may have been purged, as nobody can tell."""
    _, text = purged(home)
    lose_older_month(home)
    (home / NAME).unlink()
    with diary(home) as journal:
        (told,) = journal.imported(text, DECEMBER, "before.jsonl").untold
        assert told == "what was saved before journal/2026-12.json#1 is missing"
