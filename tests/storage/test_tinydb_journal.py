"""The journal: what is saved is there, in its month and its chain, whoever else writes."""

from __future__ import annotations

import asyncio
import os
import stat
from datetime import datetime, timedelta
from pathlib import Path
from typing import Any

import pytest
from filelock import FileLock
from tinydb import TinyDB

from facilitui.core.errors import NotSaved
from facilitui.core.journals.journal import body_of, latest
from facilitui.core.journals.journal_faults import Fault
from facilitui.core.journals.journal_ports import Journal
from facilitui.storage import journal_folder
from facilitui.storage.disk import Disk
from facilitui.storage.paths import Home
from facilitui.storage.tinydb_journal import TinyDbJournal
from tests.storage.broken_disks import DisksThatForget
from tests.storage.journals import (
    AT,
    DECEMBER,
    HOSTILE,
    MONTH,
    Diary,
    body_for,
    diary,
    kill_while_saving,
)


def test_an_entry_is_there_on_the_next_start(journal: Diary, home: Path) -> None:
    """It comes back with its place, byte for byte, hostile text included."""
    made = journal.save("e1", {"text": HOSTILE, HOSTILE: [HOSTILE]})
    with diary(home) as again:
        assert again.rows() == [("2026-11.json#1", made)]
        assert body_of(again.documents()[0]) == {"text": HOSTILE, HOSTILE: [HOSTILE]}
        assert again.trouble() == []


def test_a_journal_that_was_never_written_is_empty(journal: Diary) -> None:
    """Looking makes no file and no folder."""
    assert journal.documents() == []
    assert journal.trouble() == []
    assert not journal.folder.exists()


async def test_saves_that_overlap_follow_each_other(home: Path) -> None:
    """Any number of saves may be under way; a save whose caller gives up is finished."""
    journal: Journal = TinyDbJournal(Home(home))

    def save(text: str) -> asyncio.Task[Any]:
        body = {"text": text}
        saving = journal.save(entry_id="e1", kind="debrief", body=body, made_at=AT, salt="00" * 16)
        return asyncio.ensure_future(saving)

    tasks = [save(str(n)) for n in range(6)]
    await asyncio.sleep(0)
    tasks[3].cancel()
    await asyncio.gather(*tasks, return_exceptions=True)
    documents = [document for _, document in (await journal.contents()).documents]
    assert [each["rev"] for each in documents] == [1, 2, 3, 4, 5, 6]
    assert [body_of(each)["text"] for each in documents] == list("012345")
    assert await journal.verify() == ()


def test_a_revision_goes_on_from_the_newest_wherever_it_is(journal: Diary, home: Path) -> None:
    """Revisions lie in the months they were made in, and each names the one before."""
    first = journal.save("e1", at=AT - timedelta(days=300))
    journal.save("e2")
    second = journal.save("e1")
    with diary(home) as again:
        third = again.save("e1", at=DECEMBER)
    assert [first["rev"], second["rev"], third["rev"]] == [1, 2, 3]
    assert (second["prev"], third["prev"]) == (first["hash"], second["hash"])
    assert latest(journal.documents())["e1"] == third
    assert journal.verify() == ()


@pytest.mark.parametrize(
    ("made_at", "month"),
    [
        ("2026-11-30T23:59:59.999999+00:00", "2026-11.json"),
        ("2026-12-01T00:00:00+00:00", "2026-12.json"),
        ("2026-11-30T19:00:00-05:00", "2026-12.json"),
        ("2026-12-01T01:59:59+02:00", "2026-11.json"),
    ],
)
def test_the_month_is_that_of_utc(journal: Diary, made_at: str, month: str) -> None:
    """Whatever zone a facilitator is in, two machines put an entry into the same file."""
    made = journal.save(at=datetime.fromisoformat(made_at))
    assert made["made_at"] == made_at
    assert [place for place, _ in journal.rows()] == [f"{month}#1"]


def test_a_time_without_a_zone_is_the_callers_mistake(journal: Diary) -> None:
    """Nobody could say which month it is in."""
    with pytest.raises(ValueError, match="no time zone"):
        journal.save(at=datetime(2026, 11, 25))


def test_past_months_are_never_rewritten(journal: Diary, path: Path) -> None:
    """A revision leaves the month of the entry as it was: bytes, date and number."""
    journal.save("e1")
    before = (path.read_bytes(), path.stat().st_mtime_ns, path.stat().st_ino)
    journal.save("e1", at=DECEMBER)
    assert (path.read_bytes(), path.stat().st_mtime_ns, path.stat().st_ino) == before


def test_stock_tinydb_opens_reads_and_writes_a_month(journal: Diary, path: Path) -> None:
    """Its documents are there under whole numbers, and it can go on from them."""
    made = journal.save("e1", {"text": HOSTILE})
    with TinyDB(path) as stock:
        assert stock.table("meta").all() == [{"schema": 1}]
        assert stock.table("entries").all() == [made]
        stock.table("entries").insert({"note": HOSTILE, "n": 2**70})
        stock.insert({"note": "in the default table"})
    assert len(journal.documents()) == 1
    assert [str(problem) for problem in journal.problems()] == [
        "journal/2026-11.json: document 2 was written by another program and is not a journal"
        " entry; it is kept as it is",
        "journal/2026-11.json: the table '_default' was written by another program; its 1"
        " document is kept as it is",
    ]
    journal.save("e2")
    with TinyDB(path) as stock:
        assert stock.table("entries").get(doc_id=2) == {"note": HOSTILE, "n": 2**70}
        assert [each.doc_id for each in stock.table("entries")] == [1, 2, 3]
        assert stock.all() == [{"note": "in the default table"}]
    assert journal.verify() == ()


def test_an_entry_of_another_program_is_listed_and_named(journal: Diary, path: Path) -> None:
    """One without a seal shows as such, and the next revision still is the newest and verifies."""
    journal.folder.mkdir()
    unsealed = {"id": "e1", "rev": 7, "kind": "debrief", "made_at": "", "body": "{}"}
    with TinyDB(path) as stock:
        stock.table("entries").insert(unsealed)
    assert journal.documents() == [unsealed]
    made = journal.save("e1")
    journal.save("e1")
    assert made["rev"] == 8
    assert latest(journal.documents())["e1"]["rev"] == 9
    assert [(each.place, each.fault, each.broken) for each in journal.verify()] == [
        (f"{MONTH}#1", Fault.FOREIGN, False)
    ]


def test_contents_are_parsed_once_and_cannot_be_changed(home: Path) -> None:
    """Asking again reads only what changed; no reader can change what another one sees."""
    read: list[str] = []

    class Counting(Disk):
        def read(self, path: Path) -> bytes:
            read.append(path.name)
            return super().read(path)

    with diary(home) as writing, diary(home, Counting()) as reading:
        writing.save("e1")
        writing.save("e1", at=DECEMBER)
        first = reading.rows()
        assert reading.rows() == first
        assert read == ["2026-11.json", "2026-12.json"]
        with pytest.raises(TypeError):
            first[0][1]["body"] = "{}"  # type: ignore[index]
        writing.save("e2", at=DECEMBER)
        assert len(reading.rows()) == 3
        assert read == ["2026-11.json", "2026-12.json", "2026-12.json"]


def test_everything_is_private_even_where_the_system_would_share_it(tmp_path: Path) -> None:
    """Folders 0700 and files 0600 under any umask."""
    before = os.umask(0)
    try:
        with diary(tmp_path / "new") as journal:
            journal.save()
    finally:
        os.umask(before)
    modes = {
        each.relative_to(tmp_path).as_posix(): stat.S_IMODE(each.stat().st_mode)
        for each in tmp_path.rglob("*")
    }
    assert modes == {
        "new": 0o700,
        "new/.journal-last.json": 0o600,
        "new/journal": 0o700,
        "new/journal/.lock": 0o600,
        "new/journal/2026-11.json": 0o600,
    }


def test_a_journal_that_another_program_holds_is_told_of(
    journal: Diary, home: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A save gives up after a while, in words; reading never waits."""
    journal.save()
    monkeypatch.setattr(journal_folder, "LOCK_SECONDS", 0.02)
    with FileLock(journal.folder / ".lock"), diary(home) as waiting:
        with pytest.raises(
            NotSaved, match="another copy of facilitui is busy with the journal; try again"
        ):
            waiting.save()
        assert len(waiting.documents()) == 1
    with diary(home) as again:
        assert again.save()["rev"] == 2


def test_killed_at_any_moment_nothing_that_was_kept_is_lost(home: Path) -> None:
    """Twenty kills in the middle of saves: readable, verified, and each text as it was."""
    told, found = kill_while_saving(home, 20)
    assert 30 <= told <= found


def test_what_was_saved_survives_a_power_cut(home: Path, tmp_path: Path) -> None:
    """After each save the disk itself has all of them, the journal's folder included."""
    disk = DisksThatForget(home)
    with diary(home, disk) as journal:
        for n in range(4):
            journal.save("e1", body_for("e1", n), AT if n < 2 else DECEMBER)
            with diary(disk.power_cut(tmp_path / f"cut-{n}")) as left:
                assert left.documents() == journal.documents()
                assert len(left.documents()) == n + 1
                assert left.trouble() == []
