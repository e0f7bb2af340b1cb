"""Months that come back: out of a torn file, a mended one, a copy, to the place they had."""

from __future__ import annotations

import json
from contextlib import suppress
from pathlib import Path
from tempfile import TemporaryDirectory

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from tinydb import TinyDB

from facilitui.core.errors import InputProblems, NotSaved
from facilitui.core.journals.journal import body_of, latest
from facilitui.core.journals.journal_faults import Fault
from facilitui.core.sealing import canonical
from tests.storage.journals import AT, DECEMBER, HOSTILE, MONTH, Diary, Failing, diary

JANUARY = DECEMBER.replace(year=2027, month=1)
ASIDE = "2026-11.damaged-1.json"


def filled(root: Path) -> tuple[bytes, list[str]]:
    """A journal of two months, its first month's file, and all its documents."""
    with diary(root) as journal:
        for n in range(6):
            journal.save(f"e{n % 2}", {"text": f"{HOSTILE} {n}"})
        journal.save("e0", {"text": "december"}, DECEMBER)
        return (journal.folder / MONTH).read_bytes(), list(map(canonical, journal.documents()))


def said(journal: Diary) -> list[str]:
    return sorted(map(canonical, journal.documents()))


def test_a_month_out_of_a_copy_goes_back_as_it_was(home: Path) -> None:
    """Byte for byte and without an import's note, so that the chain closes again."""
    data, documents = filled(home)
    with diary(home) as journal:
        (journal.folder / MONTH).unlink()
        assert "a document before it is missing" in " ".join(journal.trouble())
        assert journal.take(data.decode(), JANUARY, MONTH) == (6, 0, [])
        assert said(journal) == sorted(documents) and journal.trouble() == []
        assert journal.take(data.decode(), JANUARY, MONTH) == (0, 6, [])
        journal.save("e0", at=JANUARY)
        assert journal.trouble() == []


def test_an_export_brings_back_what_was_lost_likewise(home: Path) -> None:
    """Also one that went through another journal first."""
    _, documents = filled(home / "mine")
    with diary(home / "mine") as journal, diary(home / "other") as other:
        other.save("own")
        other.take(journal.exported(), DECEMBER)
        (journal.folder / MONTH).unlink()
        assert journal.take(other.exported(), JANUARY)[0] == 7
        assert set(documents) <= set(said(journal)) and journal.trouble() == []


def test_one_that_is_put_back_in_the_folder_is_simply_read(home: Path) -> None:
    """Nothing else is to be done."""
    data, documents = filled(home)
    with diary(home) as journal:
        (journal.folder / MONTH).write_bytes(data[:400])
        assert len(journal.problems()) == 1
        (journal.folder / MONTH).write_bytes(data)
        assert said(journal) == sorted(documents) and journal.trouble() == []


def spoilt(home: Path) -> tuple[Diary, bytes]:
    """A journal whose only month was torn and set aside as something was saved into it."""
    with diary(home) as journal:
        journal.save("e1", {"text": "old"})
        journal.save("e1", {"text": "newer"})
        whole = (journal.folder / MONTH).read_bytes()
        (journal.folder / MONTH).write_bytes(whole[:-9])
    journal = Diary(home)
    journal.save("e1", {"text": "newest"})
    return journal, whole


def test_what_was_set_aside_comes_back_and_its_file_can_go(home: Path) -> None:
    """What was numbered by the minute meanwhile stays the newest, and verifying finds nothing."""
    journal, whole = spoilt(home)
    aside = journal.folder / ASIDE
    assert journal.spent() == () and journal.unread() == (f"journal/{ASIDE}",)
    aside.write_bytes(whole)  # somebody mended it
    assert journal.take(aside.read_text(), DECEMBER, ASIDE) == (2, 0, [])
    assert body_of(latest(journal.documents())["e1"]) == {"text": "newest"}
    assert [each["rev"] for each in journal.documents()] == [202611251645, 1, 2]
    (spent,) = journal.spent()
    assert (spent.name, spent.known, spent.lost) == (ASIDE, 2, ())
    journal.drop(spent)
    assert not aside.exists() and journal.unread() == ()
    assert not any(each.broken for each in journal.verify()) and journal.problems() == ()
    assert journal.save("e1", at=DECEMBER)["rev"] == 202611251646
    with pytest.raises(NotSaved, match="changed meanwhile and stays"):
        journal.drop(spent)
    journal.close()


def test_rivals_come_of_a_month_that_was_away_and_are_settled_as_any(home: Path) -> None:
    """What was saved over what nobody could read does not go over it; that is told and settled."""
    journal, whole = spoilt(home)
    journal.take(whole.decode(), DECEMBER, ASIDE)
    standing, beside = journal.rivals()["e1"]
    assert latest(journal.documents())["e1"]["hash"] == standing
    journal.save("e1", {"text": "newest"}, DECEMBER, based_on=standing, joins=[beside])
    assert journal.rivals() == {} and journal.verify() == ()
    journal.close()


def test_of_a_torn_month_comes_what_is_whole_and_the_rest_is_named(home: Path) -> None:
    """By its place; the file is not called spent without telling what nobody could read."""
    data, documents = filled(home)
    lines = data.split(b"\n")
    lines[6] = lines[6][:120]
    with diary(home) as journal:
        month = journal.folder / MONTH
        month.write_bytes(b"\n".join(lines))
        assert journal.spent() == ()
        came = journal.imported(month.read_text(), JANUARY, MONTH)
        told = [str(each) for each in came.refused]
        assert told[0].startswith(f"{MONTH}:7:6: a document is cut or damaged here")
        assert told[1].startswith(f"{MONTH}:7:") and "every document of it that is whole" in told[1]
        assert (came.taken, len(came.refused), came.conflicting) == (5, 2, ())
        assert set(said(journal)) < set(documents)
        (spent,) = journal.spent()
        assert (spent.name, spent.known, spent.lost) == (MONTH, 5, came.refused)
        faults = [each.fault for each in journal.verify()]
        assert faults == [Fault.MISSING, Fault.REVISION] and journal.rivals() == {}


@pytest.mark.parametrize(
    "text",
    [
        "",
        "{",
        '{"entries": ' + '{"id":' * 60_000,
        '{"entries": {"1": {"id": "' + "x" * 100_000,
        "\0" * 5000 + '"3": {"id": 1}',
        '{"meta": {"1": {"schema": 2}}, "entries": {"1": {}}}',
        '{"entries": {"1": 5}}',
        '{"entries": {"1": {"after": "", "at": "", "hash": ""}',
    ],
)
def test_nothing_that_stands_in_a_file_stops_the_reading(journal: Diary, text: str) -> None:
    """However it is made, and whatever schema it names."""
    came = journal.imported(text, source="x.json")
    assert came.taken == 0 and len(came.refused) <= 3
    assert all(each.file == "x.json" for each in came.refused)


def test_a_stock_file_is_taken_as_well(home: Path) -> None:
    """As another program wrote it out again, all on one line; foreign documents are named."""
    _, documents = filled(home)
    with diary(home) as journal, diary(home / "other") as other:
        month = journal.folder / MONTH
        with TinyDB(month) as stock:
            stock.table("entries").insert({"note": "mine"})
        assert month.read_bytes().count(b"\n") == 0
        taken, _, refused = other.take(month.read_text(), source=MONTH)
        assert (taken, len(refused)) == (6, 1)
        assert refused[0].startswith(f"{MONTH}: document 7 is not a journal entry")
        assert other.trouble() == [] and len(documents) == 7


@pytest.mark.parametrize("damage", ['{"schema": 7}', '{"schema": "x"}', '{"other": 1}'])
def test_a_damaged_schema_keeps_nothing_from_coming_back(home: Path, damage: str) -> None:
    """Each document is sealed by itself; that the month names another schema is told."""
    data, _ = filled(home)
    with diary(home / "other") as other:
        taken, _, refused = other.take(data.decode().replace('{"schema": 1}', damage), source=MONTH)
        assert (taken, len(refused)) == (6, 1)


def test_a_table_of_another_name_is_looked_through_too(home: Path) -> None:
    """A letter of its name may be what is damaged; what is no entry there is named with it."""
    data, _ = filled(home)
    text = data.decode().replace('"entries": {', '"notes": {"9": {"a": 1},')
    with diary(home / "other") as other:
        taken, _, refused = other.take(text, source=MONTH)
        assert (taken, len(refused)) == (6, 1)
        assert "document 9 of the table 'notes' is not a journal entry" in refused[0]


@pytest.fixture(scope="module")
def month(tmp_path_factory: pytest.TempPathFactory) -> tuple[bytes, list[str]]:
    return filled(tmp_path_factory.mktemp("month"))


@settings(max_examples=60, deadline=None)
@given(data=st.data())
def test_every_whole_document_comes_out_of_any_torn_file(
    month: tuple[bytes, list[str]], data: st.DataObject
) -> None:
    """Cut, spliced, with NULs in it: what still is whole is taken, and nothing else ever is."""
    whole, documents = month
    begin = data.draw(st.integers(0, len(whole)))
    end = data.draw(st.integers(begin, len(whole)))
    junk = data.draw(st.sampled_from([b"", b"\0" * 700, b"{", b'"', b"}", b"\xff", b'{"id": "']))
    torn = whole[:begin] + junk + whole[end:]
    left = [
        json.loads(line.rstrip(b",").partition(b": ")[2])
        for line in torn.split(b"\n")
        if line in whole.split(b"\n") and line.startswith(b'"') and b'"body"' in line
    ]
    with TemporaryDirectory() as folder, diary(Path(folder)) as journal:
        with suppress(InputProblems):  # too little is left to look like a journal at all
            journal.take(torn.decode("utf-8", "replace"), source=MONTH)
        found = {each["hash"] for each in journal.documents()}
        known = {json.loads(each)["hash"] for each in documents}
        assert found <= known
        assert {each["hash"] for each in left} <= found
        lost = {each.fault for each in journal.verify() if each.broken}
        assert lost <= {Fault.REVISION} and journal.rivals() == {}


@pytest.mark.parametrize("step", ["write", "sync", "replace"])
def test_a_disk_that_fails_takes_nothing_back_halfway(home: Path, step: str) -> None:
    """The journal is as it was, the sentence is one to read, and the next try brings all back."""
    data, documents = filled(home)
    disk = Failing(step)
    with diary(home, disk) as journal:
        (journal.folder / MONTH).unlink()
        before = said(journal)
        with pytest.raises(NotSaved, match="not saved, "):
            journal.take(data.decode(), AT, MONTH)
        assert said(journal) == before
        disk.on = False
        assert journal.take(data.decode(), AT, MONTH) == (6, 0, [])
        assert said(journal) == sorted(documents) and journal.trouble() == []
