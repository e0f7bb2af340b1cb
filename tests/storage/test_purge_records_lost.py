"""Where a month or the record of a purge is lost, nothing comes back without a word of that."""

from __future__ import annotations

import asyncio
import json
from pathlib import Path

import pytest

from facilitui.core.errors import NotSaved
from facilitui.storage.disk import Disk
from facilitui.storage.home_lock import GOING, GOING_OR_COMING, acquired
from facilitui.storage.paths import Home
from facilitui.storage.purging import FilePurging
from tests.storage.full_homes import back_up, bring_back, filled, held
from tests.storage.journals import DECEMBER, MONTH, diary
from tests.storage.test_restoring_beside import Meanwhile

NAMED = {"what": "entry", "entries": ["a"], "sessions": []}


def purged(home: Path) -> tuple[Path, str]:
    """A home in which a purge was recorded: a backup, and an export, from before."""
    with diary(home) as journal:
        journal.save("a", {"learned": "in confidence"})
        text = "".join(json.dumps(dict(each)) + "\n" for each in journal.documents())
    back_up(home, file := home.parent / "before.zip")
    with diary(home) as journal:
        journal.save("purge-1", NAMED, kind="purge")
    return file, text


def lose_record(home: Path, whole: bool) -> None:
    """Lose the whole month, or the record alone."""
    month = home / "journal" / MONTH
    tables = json.loads(month.read_bytes())
    tables["entries"].popitem()
    month.unlink() if whole else month.write_text(json.dumps(tables))


@pytest.mark.parametrize("whole", [True, False])
def test_a_restore_tells_that_a_record_is_lost(home: Path, whole: bool) -> None:
    """It cannot know what was purged, and says so."""
    file, _ = purged(home)
    lose_record(home, whole)
    came = bring_back(home, file)
    (told,) = (each for each in came.notes if "may be back" in each)
    assert told.startswith("purge-1 is missing: if it told of a purge")


def test_a_restore_tells_that_the_last_month_is_missing(home: Path) -> None:
    """What was saved after the purge hides its record; the month as a whole is missed."""
    file, _ = purged(home)
    with diary(home) as journal:
        journal.save("b")
    (home / "journal" / MONTH).unlink()
    assert any(
        f"journal/{MONTH} is missing: if it told" in each for each in bring_back(home, file).notes
    )


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


def test_nothing_is_purged_while_a_month_is_missing(home: Path) -> None:
    """What goes may be in it; one that the purge itself deleted is not missed."""
    with diary(home) as journal:
        journal.save("a")
    purging = FilePurging(Home(home), Disk())
    asyncio.run(purging.refuse_unread())
    (home / "journal" / MONTH).unlink()
    with pytest.raises(NotSaved, match=f"nothing was purged: journal/{MONTH} is missing"):
        asyncio.run(purging.refuse_unread())
    asyncio.run(purging.refuse_unread((f"journal/{MONTH}",)))
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
