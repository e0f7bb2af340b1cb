"""Where a month or the record of a purge is lost, nothing comes back without a word of that."""

from __future__ import annotations

import asyncio
import json
from pathlib import Path
from typing import Any

import pytest

from facilitui.core.errors import NotSaved
from facilitui.core.journals.journal_faults import Fault
from facilitui.storage.disk import Disk
from facilitui.storage.home_lock import GOING, GOING_OR_COMING, acquired
from facilitui.storage.journal_head import NAME
from facilitui.storage.paths import Home
from facilitui.storage.purged_files import PurgedFiles
from facilitui.storage.purging import FilePurging
from tests.core.documents import document
from tests.storage.full_homes import back_up, bring_back, filled, held
from tests.storage.journals import DECEMBER, MONTH, diary
from tests.storage.test_restoring_beside import Meanwhile

NAMED: dict[str, Any] = {"what": "entry", "entries": ["a"], "sessions": []}


def purged(home: Path) -> tuple[Path, str]:
    """A home in which a purge was recorded: a backup, and an export, from before."""
    with diary(home) as journal:
        journal.save("a", {"learned": "in confidence"})
        text = "".join(json.dumps(dict(each)) + "\n" for each in journal.documents())
    back_up(home, file := home.parent / "before.zip")
    with diary(home) as journal:
        journal.save("purge-1", NAMED, kind="purge")
    return file, text


def lose_older_month(home: Path) -> None:
    """Lose the month with the record, once much was saved after it."""
    with diary(home) as journal:
        journal.save("b", at=DECEMBER)
        journal.save("c", at=DECEMBER)
    (home / "journal" / MONTH).unlink()


def lose_record(home: Path, whole: bool) -> None:
    """Lose the whole month, or the record alone."""
    month = home / "journal" / MONTH
    tables = json.loads(month.read_bytes())
    tables["entries"].popitem()
    month.unlink() if whole else month.write_text(json.dumps(tables))


@pytest.mark.parametrize("whole", [True, False])
def test_a_restore_tells_that_a_record_is_lost(home: Path, whole: bool) -> None:
    """It cannot know what was purged, and says so where anything came back."""
    file, _ = purged(home)
    lose_record(home, whole)
    told = [each for each in bring_back(home, file).notes if "may be back" in each]
    assert [each.partition(": ")[0] for each in told] == ["purge-1 is missing"] * whole


def test_a_restore_tells_that_the_last_month_is_missing(home: Path) -> None:
    """What was saved after the purge hides its record; the month as a whole is missed."""
    file, _ = purged(home)
    with diary(home) as journal:
        journal.save("b")
    (home / "journal" / MONTH).unlink()
    assert any(
        f"journal/{MONTH} is missing: if it told" in each for each in bring_back(home, file).notes
    )


def test_a_record_in_an_older_month_is_missed_by_all(home: Path) -> None:
    """By verifying, a restore and an import alike, until one is restored over all."""
    file, text = purged(home)
    lose_older_month(home)
    told = "purge-1 is missing"
    with diary(home) as journal:
        assert ("purge-1", Fault.LAST) in [(each.entry_id, each.fault) for each in journal.verify()]
        assert journal.preview(text, "before.jsonl").untold == (told,)
    assert any(each.startswith(told) for each in bring_back(home, file).notes)
    came = bring_back(home, file, replace=True)
    assert "purge-1" in [each.partition(" ")[0] for each in came.hurt]
    with diary(home) as journal:
        assert Fault.LAST not in [each.fault for each in journal.verify()]


def test_records_of_before_they_were_remembered_are(home: Path) -> None:
    """From the next save on; those of an import are none of this journal's."""
    purged(home)
    (home / NAME).unlink()
    lose_older_month(home)
    assert [each for each in remembered(home) if each.startswith("purge-")] == ["purge-1"]
    line = json.dumps(dict(document("purge-2", "purge", **NAMED)))
    with diary(home) as journal:
        journal.imported(line, DECEMBER, "theirs.jsonl")
        journal.save("d", at=DECEMBER)
    assert [each for each in remembered(home) if each.startswith("purge-")] == ["purge-1"]


def remembered(home: Path) -> list[str]:
    """The ids of what is remembered outside of the months."""
    return [each["id"] for each in json.loads((home / NAME).read_bytes())["last"]]


def test_a_record_that_went_with_a_torn_month_goes_on_being_missed(home: Path) -> None:
    """Somebody let the month go, and not what it told of."""
    file, _ = purged(home)
    with diary(home) as journal:
        journal.save("b", at=DECEMBER)
    (home / "journal" / MONTH).write_text("{torn")
    PurgedFiles(Home(home), Disk()).delete([f"journal/{MONTH}"])
    assert any(each.startswith("purge-1 is missing") for each in bring_back(home, file).notes)


def test_a_backup_that_has_what_was_saved_last_tells_nothing(home: Path) -> None:
    """It is what a backup is for."""
    purged(home)
    back_up(home, file := home.parent / "after.zip")
    (home / "journal" / MONTH).unlink()
    assert not any("may be back" in each for each in bring_back(home, file).notes)


@pytest.mark.parametrize("whole", [True, False])
def test_an_import_tells_that_a_record_is_lost(home: Path, whole: bool) -> None:
    """Where it takes anything: of what is known already nothing comes back."""
    _, text = purged(home)
    lose_record(home, whole)
    with diary(home) as journal:
        came = journal.imported(text, DECEMBER, "before.jsonl")
        assert bool(came.untold) == whole == bool(came.taken)
        assert set(came.untold) <= {"purge-1 is missing"}
        assert not journal.imported(text, DECEMBER, "before.jsonl").untold


@pytest.mark.parametrize("odd", [{"body": []}, {"id": 3, "kind": "purge"}, {"session": ["s"]}])
def test_what_another_program_put_into_a_backup_does_not_stop_it(
    home: Path, odd: dict[str, Any]
) -> None:
    """Nor a draft of any shape: what was purged stays so."""
    with diary(home) as journal:
        journal.save("a", {"session": "s", "learned": "in confidence"})
    month = home / "journal" / MONTH
    tables = json.loads(whole := month.read_text())
    tables["entries"]["9"] = odd
    month.write_text(json.dumps(tables))
    (drafts := home / "drafts").mkdir()
    (drafts / "half.json").write_text(json.dumps({"session": ["s"]}))
    back_up(home, file := home.parent / "odd.zip")
    month.write_text(whole)
    with diary(home) as journal:
        journal.save("purge-1", {**NAMED, "sessions": ["s"]}, kind="purge")
    (drafts / "half.json").unlink()
    bring_back(home, file)
    assert (drafts / "half.json").exists()


def test_nothing_is_purged_while_a_month_is_missing(home: Path) -> None:
    """What goes may be in it."""
    with diary(home) as journal:
        journal.save("a")
    purging = FilePurging(Home(home), Disk())
    asyncio.run(purging.refuse_unread())
    (home / "journal" / MONTH).unlink()
    with pytest.raises(NotSaved, match=f"nothing was purged: journal/{MONTH} is missing"):
        asyncio.run(purging.refuse_unread())
    purging.close()


def test_nobody_purges_while_somebody_restores(home: Path) -> None:
    """What is gone would come back after it, as the restore looked before."""
    back_up(filled(home.parent / "full"), file := home.parent / "b.zip")
    refused: list[str] = []

    async def purge() -> None:
        purging = FilePurging(Home(home), Disk())
        try:
            async with purging.alone():
                raise AssertionError
        except NotSaved as error:
            refused.append(str(error))
        finally:
            purging.close()

    bring_back(home, file, Meanwhile(lambda: asyncio.run(purge())))
    assert len(refused) == 1 and GOING_OR_COMING in refused[0]


def test_nobody_restores_while_somebody_purges(home: Path) -> None:
    """Nothing of it is begun."""
    back_up(filled(home.parent / "full"), file := home.parent / "b.zip")
    home.mkdir(exist_ok=True)
    lock = acquired(home / GOING, 0, GOING_OR_COMING)
    with pytest.raises(NotSaved, match=GOING_OR_COMING):
        bring_back(home, file)
    lock.release()
    assert not held(home) and not (home / ".restoring").exists()
    bring_back(home, file)
    assert held(home)


@pytest.mark.parametrize("replace", [True, False])
def test_a_log_that_may_have_been_purged_is_not_replaced_nor_advised_to(
    home: Path, replace: bool
) -> None:
    """That would undo the purge of which nothing tells any more."""
    log = filled_log(home)
    file, _ = purged(home)
    lose_record(home, whole=True)
    log.write_text("{}\n")
    (told,) = (each for each in bring_back(home, file, replace=replace).left if "events" in each)
    assert log.read_text() == "{}\n"
    assert "purge-1 is missing, and may have told of it" in told and "--replace" not in told


def filled_log(home: Path) -> Path:
    """A log that says something."""
    log = home / "sessions" / "2026-11-25-1645-looking-0001" / "events.jsonl"
    log.parent.mkdir(parents=True)
    log.write_text('{"says": "something"}\n')
    return log
