"""Damaged, foreign and newer months, and disks that fail: named, kept, and never in the way."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest
from tinydb import TinyDB

from facilitui.core.errors import NotSaved
from facilitui.core.journals.journal import body_of
from facilitui.core.journals.journal_faults import Fault
from facilitui.storage.disk import Disk
from tests.storage.journals import DECEMBER, MONTH, Diary, Failing, diary

AFTER_UNREAD = 202611251645
"""The number of what is saved at `AT` over what nobody can read."""
DAMAGED = [
    pytest.param(b'{"entries": {"1": {"a', "1:20: is not JSON", id="cut"),
    pytest.param(b'{"entries": {}}\n{"entries": {}}', "2:1: is not JSON", id="spliced"),
    pytest.param(b"\0" * 4096, "1:1: is not JSON", id="nothing but NUL"),
    pytest.param(b"\xff\xfe{}", "1:1: is not UTF-8 text", id="not UTF-8"),
    pytest.param(b"[]", "1:1: is not a database", id="a list"),
    pytest.param(b'{"entries": [1]}', "1:1: is not a database", id="a table that is a list"),
    pytest.param(b'{"entries": {"1": 5}}', "1:1: is not a database", id="a number for a document"),
    pytest.param(b'{"entries": {"a": {}}}', "1:1: is not a database", id="a number that is none"),
    pytest.param(b'{"meta": {"1": {"schema": NaN}}}', "1:1: has NaN", id="NaN"),
]


@pytest.mark.parametrize(("content", "told"), DAMAGED)
def test_a_damaged_month_is_named_and_the_others_open(
    journal: Diary, path: Path, content: bytes, told: str
) -> None:
    """File, line, column and reason; entries can be saved into other months, and it stays."""
    journal.save("e1", at=DECEMBER)
    path.write_bytes(content)
    (problem,) = journal.problems()
    assert str(problem).startswith(f"journal/2026-11.json:{told}")
    assert str(problem).endswith("brings the month back from a backup")  # nothing can be imported
    journal.save("e2", at=DECEMBER)
    assert [each["id"] for each in journal.documents()] == ["e1", "e2"]
    assert path.read_bytes() == content
    assert journal.verify() == ()


@pytest.mark.parametrize(("content", "told"), DAMAGED)
def test_a_damaged_month_is_set_aside_before_a_save_into_it(
    journal: Diary, path: Path, content: bytes, told: str
) -> None:
    """Every byte is kept under a name of its own, which stays a problem; the entry is saved."""
    journal.folder.mkdir()
    path.write_bytes(content)
    journal.save("e1", {"text": told})
    assert [body_of(each) for each in journal.documents()] == [{"text": told}]
    assert (journal.folder / "2026-11.damaged-1.json").read_bytes() == content
    assert journal.trouble() == [
        "journal/2026-11.damaged-1.json: could not be read and was set aside;"
        " `facilitui journal import` of this file takes back what can still be"
        " read"
    ]


def test_what_was_set_aside_is_never_overwritten(journal: Diary, path: Path) -> None:
    """Each damage gets the next free number, even where a link leads nowhere."""
    journal.folder.mkdir()
    (journal.folder / "2026-11.damaged-1.json").symlink_to("nowhere")
    for n in (1, 2):
        path.write_text(f"damage {n}")
        journal.save("e1")
    names = ["2026-11.damaged-2.json", "2026-11.damaged-3.json"]
    assert [(journal.folder / name).read_text() for name in names] == ["damage 1", "damage 2"]
    assert [each["rev"] for each in journal.documents()] == [AFTER_UNREAD]


def test_a_disk_that_fails_while_setting_aside_loses_nothing(home: Path) -> None:
    """At whatever write it fails: the damaged bytes are there, and the next try leaves one copy."""
    damage = b'{"entries": {"1": '

    class Stopping(Disk):
        left = 0

        def replace(self, source: Path, target: Path) -> None:
            if not self.left:
                raise OSError(5, "input/output error")
            self.left -= 1
            super().replace(source, target)

    for stop in range(4):
        disk = Stopping()
        with diary(home / str(stop), disk) as journal:
            journal.folder.mkdir(parents=True)
            path, aside = journal.folder / MONTH, journal.folder / "2026-11.damaged-1.json"
            path.write_bytes(damage)
            disk.left = stop
            with pytest.raises(NotSaved, match="input/output error"):
                journal.save()
            assert damage in {each.read_bytes() for each in (path, aside) if each.exists()}
            disk.left = 9
            assert journal.save()["rev"] == AFTER_UNREAD
            assert aside.read_bytes() == damage
            assert len(list(journal.folder.glob("*damaged*"))) == 1
            assert len(journal.documents()) == 1


def test_a_lost_month_shows_once(journal: Diary, path: Path) -> None:
    """What it had is not missed as well; once the empty file is gone too, it is."""
    journal.save("e1")
    journal.save("e2", at=DECEMBER)
    path.write_bytes(b"")
    assert "is empty; if it had entries, restore it" in str(journal.problems()[0])
    assert journal.verify() == ()
    path.unlink()
    assert len(journal.trouble()) == 1
    journal.save("e3")
    assert [each["id"] for each in journal.documents()] == ["e3", "e2"]


@pytest.mark.parametrize("schema", [2, "1", None, 0])
def test_a_month_of_a_newer_schema_is_shown_and_never_written(
    journal: Diary, path: Path, schema: Any
) -> None:
    """It says so in words, and a save into it is refused in words."""
    made = journal.save("e1")
    with TinyDB(path) as stock:
        stock.table("meta").update({"schema": schema})
    before = path.read_bytes()
    assert journal.documents() == [made]
    (problem,) = journal.problems()
    assert "this version of facilitui knows only 1; it is shown" in problem.reason
    sentence = r"nothing was saved: journal/2026-11\.json is of schema .*; update facilitui$"
    with pytest.raises(NotSaved, match=sentence):
        journal.save("e1")
    with diary(journal.folder / "other") as other:
        other.save("e9")
        with pytest.raises(NotSaved, match=sentence):
            journal.take(other.exported())
    assert path.read_bytes() == before
    assert journal.save("e1", at=DECEMBER)["rev"] == 2
    assert journal.verify() == ()


def test_a_month_that_is_no_file_is_a_problem_and_not_a_crash(journal: Diary, path: Path) -> None:
    """A folder of that name: nothing can be read or saved there, and other months open."""
    path.mkdir(parents=True)
    assert str(journal.problems()[0]).endswith("cannot be read: it is not a file")
    with pytest.raises(NotSaved, match="cannot be read: it is not a file"):
        journal.save()
    assert journal.save(at=DECEMBER)["rev"] == 202612010000


def test_files_of_other_names_are_named_and_left_alone(journal: Diary) -> None:
    """Such as the copy that a cloud folder makes of a month that changed in two places."""
    journal.save()
    stranger = journal.folder / "2026-11 (conflicted copy).json"
    stranger.write_text("{}")
    (problem,) = journal.problems()
    assert problem.file == "journal/2026-11 (conflicted copy).json"
    assert "is not named as a month" in problem.reason


def test_a_journal_that_is_a_file_is_a_problem_and_not_a_crash(home: Path) -> None:
    """Reading says so, and a save raises a sentence."""
    (home / "journal").write_text("")
    with diary(home) as journal:
        assert len(journal.problems()) == 1
        assert journal.documents() == []
        with pytest.raises(NotSaved, match="a file lies where journal/ belongs"):
            journal.save()


@pytest.mark.parametrize("step", ["write", "sync", "replace"])
def test_a_disk_that_fails_is_told_and_nothing_is_lost(home: Path, step: str) -> None:
    """The month is whole, the sentence is one to read, and the next save goes on."""
    disk = Failing(step)
    with diary(home, disk) as journal:
        with pytest.raises(NotSaved):
            journal.save("e1", {"text": "the very first"})
        assert journal.documents() == []
        disk.on = False
        journal.save("e1", {"text": "first"})
        before = (journal.folder / MONTH).read_bytes()
        disk.on = True
        with pytest.raises(NotSaved, match=r"^not saved, [a-z/ ]+ \(2026-11\.json\)$"):
            journal.save("e1", {"text": "second"})
        assert (journal.folder / MONTH).read_bytes() == before
        disk.on = False
        assert journal.save("e1", {"text": "second"})["rev"] == 2
        assert journal.trouble() == []
        assert sorted(each.name for each in journal.folder.iterdir()) == [".lock", MONTH]


def test_a_folder_that_cannot_be_synced_is_told_and_verifies(home: Path) -> None:
    """The entry may be there or not; either way the next save follows and all of it verifies."""

    class Unsure(Disk):
        on = False

        def sync_folder(self, folder: Path) -> None:
            if self.on:
                raise OSError(5, "input/output error")

    disk = Unsure()
    with diary(home, disk) as journal:
        journal.save("e1")
        disk.on = True
        with pytest.raises(NotSaved):
            journal.save("e1")
        disk.on = False
        journal.save("e1")
        assert journal.trouble() == []


def test_documents_of_odd_kinds_are_tolerated(journal: Diary, path: Path) -> None:
    """Fields of any kind, nested anyhow, in what another program wrote or changed."""
    journal.save("e1")
    odd: list[dict[str, Any]] = [
        {"id": "a", "rev": True, "kind": "x", "made_at": "", "body": "[]", "hash": None},
        {"id": "a", "rev": -5, "kind": "x", "made_at": "?", "body": "{", "hash": [1, {}]},
        {"id": "", "rev": 10**30, "kind": "", "made_at": "", "body": "", "imported": 5, "hash": ""},
        {"id": "e1", "rev": 1, "kind": "x", "made_at": "", "body": "1", "imported": {}, "hash": {}},
        {"imported": {"hash": 1}, "after": [], "prev": {}},
        json.loads('{"deep": ' + "[" * 200 + "]" * 200 + "}"),
    ]
    with TinyDB(path) as stock:
        stock.table("entries").insert_multiple(odd)
    assert len(journal.problems()) == 2
    assert {each.fault for each in journal.verify()} >= {Fault.ALTERED, Fault.MISSING}
    for entry_id in ("a", "", "e1", "new"):
        made = journal.save(entry_id)
        assert journal.documents()[-1] == made
        assert all(each.entry_id != "new" for each in journal.verify())
    with TinyDB(path) as stock:
        assert [stock.table("entries").get(doc_id=n) for n in range(2, 8)] == odd
