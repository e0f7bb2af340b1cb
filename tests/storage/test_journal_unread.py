"""What is saved while a month cannot be read covers nothing that lies in it when it is back."""

from __future__ import annotations

from pathlib import Path

import pytest

from facilitui.core.journals.journal import body_of, latest
from tests.storage.journals import AT, DECEMBER, Diary, diary

OLD, NEWER, NEW = {"text": "old"}, {"text": "newer"}, {"text": "new"}
JANUARY = DECEMBER.replace(year=2027, month=1)
SPOILT = [b"", b'{"entries": {"1": {"a', b"[]"]


def said(journal: Diary, entry: str = "e1") -> object:
    """What the newest revision of an entry says."""
    return body_of(latest(journal.documents())[entry])


def broken(journal: Diary) -> list[str]:
    return [f"{each.place} {each.fault}" for each in journal.verify() if each.broken]


@pytest.mark.parametrize("spoilt", SPOILT, ids=["empty", "cut", "a list"])
def test_what_was_saved_meanwhile_is_the_newest_when_a_month_is_back(
    journal: Diary, path: Path, spoilt: bytes
) -> None:
    """Each revision keeps a number of its own, and goes on from what can be read."""
    journal.save(body=OLD)
    journal.save(body=NEWER)
    whole = path.read_bytes()
    path.write_bytes(spoilt)
    first = journal.save(body=NEW, at=DECEMBER, based_on="")
    again = journal.save(body=NEW, at=DECEMBER)
    assert (first["rev"], again["rev"]) == (202612010000, 202612010001)
    path.write_bytes(whole)
    assert said(journal) == NEW
    revisions = [each["rev"] for each in journal.documents()]
    assert revisions == [1, 2, 202612010000, 202612010001]
    assert broken(journal) == []


def test_a_later_revision_that_cannot_be_read_is_not_covered_either(
    journal: Diary, home: Path
) -> None:
    """The one that can be read is older than the month that cannot."""
    journal.save(body=OLD)
    journal.save(body=NEWER, at=DECEMBER)
    december = journal.folder / "2026-12.json"
    whole = december.read_bytes()
    december.write_bytes(b"[]")
    journal.save(body=NEW, at=JANUARY)
    december.write_bytes(whole)
    assert [each["rev"] for each in journal.documents()] == [1, 2, 202701010000]
    assert said(journal) == NEW
    assert broken(journal) == []


def test_a_month_before_what_is_known_leaves_no_room(journal: Diary, path: Path) -> None:
    """It can hold no revision that is newer than the newest one."""
    journal.save("e2")
    journal.save(body=OLD, at=DECEMBER)
    path.write_bytes(b"[]")
    assert journal.save(body=NEW, at=JANUARY)["rev"] == 2


def test_what_was_set_aside_can_be_taken_in_again(journal: Diary, path: Path, home: Path) -> None:
    """Repaired and exported elsewhere, its revisions join those that were saved since."""
    journal.save(body=OLD)
    exported = journal.exported()
    path.write_bytes(b"[]")
    journal.save(body=NEW, at=AT)
    assert journal.take(exported, DECEMBER) == (1, 0, [])
    assert said(journal) == NEW
    assert [each["rev"] for each in journal.documents()] == [202611251645, 1]


def test_the_files_that_nobody_can_read_are_named(journal: Diary, path: Path, home: Path) -> None:
    """Damaged, set aside, a folder: by the name that a problem has; a stranger is none of them."""
    journal.save(at=DECEMBER)
    assert journal.unread() == ()
    path.mkdir()
    (journal.folder / "2026-10.damaged-1.json").write_bytes(b"[]")
    (journal.folder / "copy of 2026-12.json").write_bytes(b"{}")
    assert journal.unread() == ("journal/2026-10.damaged-1.json", "journal/2026-11.json")
    with diary(home / "other") as other:
        other.folder.parent.mkdir(parents=True)
        other.folder.write_text("no folder")
        assert other.unread() == ("journal",)


def test_problems_of_an_import_name_its_source(journal: Diary) -> None:
    """The file that somebody named, and the line."""
    journal.save(body=OLD)
    text = journal.exported() + "nonsense\n"
    assert journal.take(text, source="export.jsonl")[2] == [
        "export.jsonl:2:1: is not JSON, or was cut off"
    ]
