"""A journal of many months: each is read once, the last ones first, and a save touches one."""

from __future__ import annotations

import asyncio
from datetime import UTC, datetime
from pathlib import Path

from facilitui.core.journals.journal_ports import JournalContents
from facilitui.storage.disk import Disk
from facilitui.storage.paths import Home
from facilitui.storage.tinydb_journal import TinyDbJournal
from tests.storage.journals import Diary, diary

MONTHS = 24


class Counted(Disk):
    """Counts what is read and written."""

    def __init__(self) -> None:
        self.read_files: list[str] = []
        self.written: list[str] = []

    def read(self, path: Path) -> bytes:
        self.read_files.append(path.name)
        return super().read(path)

    def replace(self, source: Path, target: Path) -> None:
        self.written.append(target.name)
        super().replace(source, target)


def month(n: int) -> datetime:
    return datetime(2025 + n // 12, n % 12 + 1, 5, tzinfo=UTC)


def fill(home: Path, disk: Disk | None = None) -> None:
    with diary(home, disk) as journal:
        for n in range(MONTHS):
            journal.save(f"e{n}", at=month(n))
            journal.save("revised", at=month(n))


async def parts(journal: TinyDbJournal) -> list[JournalContents]:
    return [part async for part in journal.newest_first()]


def test_the_last_month_is_read_first_and_each_is_read_once(home: Path) -> None:
    """What is read in parts is the same as what is read at once, and need not be read again."""
    fill(home)
    disk = Counted()
    journal = TinyDbJournal(Home(home), disk)
    found = asyncio.run(parts(journal))
    whole = asyncio.run(journal.contents())
    again = asyncio.run(journal.contents())
    asyncio.run(parts(journal))
    journal.close()
    names = [part.documents[0][0].partition("#")[0] for part in found]
    assert names == sorted(names, reverse=True) == disk.read_files
    assert [row for part in reversed(found) for row in part.documents] == list(whole.documents)
    assert whole is again


def test_a_save_reads_and_writes_the_current_month_alone(home: Path) -> None:
    """However many months there are, and though the entry's revisions are in all of them."""
    disk = Counted()
    fill(home, disk)
    journal = Diary(home, disk)
    journal.rows()
    disk.read_files.clear()
    disk.written.clear()
    journal.save("new", at=month(MONTHS - 1))
    made = journal.save("revised", at=month(MONTHS - 1))
    journal.close()
    current = "2026-12.json"
    assert set(disk.written) == {current} == set(disk.read_files)
    assert made["rev"] == MONTHS + 1
    with diary(home) as again:
        assert not again.trouble()


def test_contents_are_the_same_object_until_something_changes(home: Path) -> None:
    """So that whoever made something of them knows that it still holds."""
    fill(home)
    with diary(home) as journal, diary(home) as other:
        before = journal.rows()
        other.save("theirs", at=month(3))
        after = journal.rows()
        kept = [row for row in before if not row[0].startswith("2025-04")]
        same = {place: document for place, document in after}
        assert all(same[place] is document for place, document in kept)
        assert len(after) == len(before) + 1


def test_a_damaged_month_hides_none_of_the_others(home: Path) -> None:
    """It is named, in the part that it would have been."""
    fill(home)
    (home / "journal" / "2025-07.json").write_text("{")
    journal = TinyDbJournal(Home(home))
    found = asyncio.run(parts(journal))
    journal.close()
    (damaged,) = [part for part in found if part.problems]
    assert damaged.unread == ("journal/2025-07.json",) and not damaged.documents
    assert len(found) == MONTHS
