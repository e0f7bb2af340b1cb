"""What comes of importing another journal: whole entries, each once, and both chains hold."""

from __future__ import annotations

import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from tinydb import TinyDB

from facilitui.core.errors import NotSaved
from facilitui.core.journals.journal import as_sealed, body_of, is_entry
from facilitui.core.journals.journal_faults import Fault
from facilitui.core.sealing import canonical, seal
from tests.storage.journals import AT, DECEMBER, HOSTILE, Diary, Failing, diary


@pytest.fixture
def mine(tmp_path: Path) -> Iterator[Diary]:
    with diary(tmp_path / "mine") as opened:
        opened.save("own", {"text": HOSTILE})
        yield opened


@pytest.fixture
def theirs(tmp_path: Path) -> Iterator[Diary]:
    """Another journal: three entries, one of them revised."""
    with diary(tmp_path / "theirs") as opened:
        for n, entry_id in enumerate(("a", "b", "a", "c")):
            opened.save(entry_id, {"text": f"{HOSTILE} {n}"})
        yield opened


def sealed(journal: Diary) -> set[str]:
    """All documents as their first journal sealed them."""
    return {canonical(as_sealed(each)) for each in journal.documents()}


def test_everything_comes_over_and_verifies(mine: Diary, theirs: Diary) -> None:
    """Each document byte for byte, in the month of the import, and both chains hold."""
    assert mine.take(theirs.exported(), DECEMBER) == (4, 0, [])
    assert mine.trouble() == []
    assert [place for place, _ in mine.rows()[1:]] == [f"2026-12.json#{n}" for n in (1, 2, 3, 4)]
    assert sealed(mine) >= sealed(theirs)
    assert body_of(mine.documents()[1]) == {"text": f"{HOSTILE} 0"}
    assert mine.documents()[1]["imported"]["at"] == DECEMBER.isoformat()


def test_importing_again_changes_nothing(mine: Diary, theirs: Diary) -> None:
    """Known documents are counted, and the file is not written."""
    mine.take(theirs.exported(), DECEMBER)
    month = mine.folder / "2026-12.json"
    before = (month.read_bytes(), month.stat().st_mtime_ns)
    assert mine.take(theirs.exported(), DECEMBER) == (0, 4, [])
    assert mine.take(theirs.exported() * 2, AT) == (0, 8, [])
    assert (month.read_bytes(), month.stat().st_mtime_ns) == before


def test_an_import_can_be_passed_on_and_come_home(
    mine: Diary, theirs: Diary, tmp_path: Path
) -> None:
    """From one to the other and on to a third; revised there, the revision comes back."""
    mine.take(theirs.exported(), DECEMBER)
    with diary(tmp_path / "third") as third:
        assert third.take(mine.exported()) == (5, 0, [])
        revised = third.save("a", {"text": "revised"}, DECEMBER)
        assert revised["rev"] == 3
        third.save("own")
        assert third.trouble() == []
        assert theirs.take(third.exported()) == (3, 4, [])
        assert mine.take(third.exported(), DECEMBER) == (2, 5, [])
        assert sealed(mine) == sealed(third) == sealed(theirs)
    assert mine.trouble() == theirs.trouble() == []
    theirs.save("own", at=DECEMBER)
    assert theirs.trouble() == []


def test_two_different_revisions_of_a_number_stand_side_by_side(mine: Diary, theirs: Diary) -> None:
    """What is here stays, and what comes stands beside it, with what follows it."""
    mine.take(theirs.exported())
    ours = mine.save("a", {"text": "ours"})
    theirs.save("a", {"text": "theirs"})
    again = theirs.save("a", {"text": "theirs again"})
    came = mine.imported(theirs.exported())
    assert (came.taken, came.known, came.refused, came.conflicting) == (2, 4, (), ("a",))
    assert ours in mine.documents()
    assert mine.rivals() == {"a": [again["hash"], ours["hash"]]}
    assert [(each.entry_id, each.fault, each.broken) for each in mine.verify()] == [
        ("a", Fault.RIVAL, False)
    ] * 2
    assert mine.imported(theirs.exported()).conflicting == ("a",)


def test_lines_may_come_in_any_order(mine: Diary, theirs: Diary) -> None:
    """A revision waits for the one it follows."""
    for n in range(5):
        theirs.save("a", {"n": n})
    lines = theirs.exported().splitlines()
    assert mine.take("\n".join(reversed(lines))) == (9, 0, [])
    assert mine.trouble() == []
    assert [each["rev"] for each in mine.documents() if each["id"] == "a"] == list(range(1, 8))


def test_a_blanked_revision_keeps_its_place(mine: Diary, theirs: Diary) -> None:
    """A purge at the other end does not stop the later revisions from coming over."""
    with TinyDB(theirs.folder / "2026-11.json") as stock:
        stock.table("entries").update({"body": "", "salt": ""}, doc_ids=[1])
    assert mine.take(theirs.exported()) == (4, 0, [])
    assert mine.trouble() == ["2026-11.json#2: was purged"]


def entry(**changes: Any) -> str:
    """A line of an export, sealed after its fields were changed."""
    envelope = {"id": "x", "rev": 1, "kind": "debrief", "made_at": AT.isoformat()}
    fields = {**envelope, "prev": "0" * 64, "after": "0" * 64, **changes}
    return canonical(seal(fields, fields.pop("body", "{}"), "00" * 16))


UNSEALED = {"id": "x", "rev": 1, "kind": "debrief", "made_at": AT.isoformat(), "body": "{}"}


@pytest.mark.parametrize(
    ("line", "told"),
    [
        ("{", "2:2: is not JSON, or was cut off"),
        ("nonsense", "2:1: is not JSON, or was cut off"),
        ('{"a": NaN}', "2:1: has NaN"),
        ('{"id": "x", "id": "y"}', "2:1: has a name twice"),
        ("[" * 50_000, "2:1: is nested too deeply"),
        ("[]", "2:1: is not a journal entry"),
        ("{}", "2:1: is not a journal entry"),
        (json.dumps(UNSEALED), "2:1: has no seal"),
        (entry().replace("debrief", "Debrief"), "2:1: was changed after it was sealed"),
        (entry().replace('"body":"{}"', '"body":"{ }"'), "2:1: was changed after it was sealed"),
        (entry(rev=10**40), "2:1: its rev is no number of a revision"),
        (entry(rev=0), "2:1: its rev is no number of a revision"),
        (entry(rev=True), "2:1: its rev is no number of a revision"),
        (entry(made_at="yesterday"), "2:1: made_at is not a time"),
        (entry(made_at="2026-11-25T16:45:00"), "2:1: made_at is not a time"),
        (entry(prev=None), "2:1: is not a journal entry: hash, prev or after"),
        (entry(prev="1" * 64), "2:1: the revision before revision 1 of 'x' is missing"),
        (entry(body="[]"), "2:1: its body is not an object"),
        (entry(body="{"), "2:1: its body is not JSON"),
        (entry(id="\x1b[31m", prev="1" * 64), r"revision 1 of '\x1b[31m' is missing"),
    ],
)
def test_a_bad_line_is_named_and_never_stops_the_others(
    mine: Diary, theirs: Diary, line: str, told: str
) -> None:
    """Each with its line, column and reason; the good ones around it are taken."""
    good = theirs.exported().splitlines()
    taken, known, refused = mine.take("\n".join([good[0], line, "", *good[1:]]) + "\r\n")
    assert (taken, known, len(refused)) == (4, 0, 1)
    assert refused[0].startswith("import:2:")
    assert told in refused[0]
    assert mine.trouble() == []


def test_a_mark_in_front_and_odd_line_ends_do_no_harm(mine: Diary, theirs: Diary) -> None:
    """As editors leave them; characters that only look like line ends do not split a line."""
    text = theirs.exported().replace("\n", "\r\n")
    assert mine.take(f"\ufeff{text}") == (4, 0, [])
    unescaped = json.dumps(json.loads(entry(kind="a\u2028b\x85c")), ensure_ascii=False)
    assert mine.take(unescaped) == (1, 0, [])


@pytest.mark.parametrize("field", ["at", "after", "hash"])
def test_a_change_to_the_note_of_an_import_is_found(mine: Diary, theirs: Diary, field: str) -> None:
    """The note is sealed as the document is."""
    mine.take(theirs.exported())
    with TinyDB(mine.folder / "2026-11.json") as stock:
        note = dict(mine.documents()[2]["imported"])
        note[field] = note[field][:-1] + "x"
        stock.table("entries").update({"imported": note}, doc_ids=[3])
    assert "2026-11.json#3: was changed outside the program" in mine.trouble()


def test_a_removed_import_is_missed(mine: Diary, theirs: Diary) -> None:
    """The notes make a chain."""
    mine.take(theirs.exported())
    with TinyDB(mine.folder / "2026-11.json") as stock:
        stock.table("entries").remove(doc_ids=[3])
    assert mine.trouble() == ["2026-11.json#4: a document before it is missing"]


def test_an_import_is_taken_as_a_whole_or_not_at_all(theirs: Diary, home: Path) -> None:
    """A disk that fails leaves the journal as it was, and the next try takes everything."""
    disk = Failing("replace")
    disk.on = False
    with diary(home, disk) as journal:
        journal.save("own")
        disk.on = True
        with pytest.raises(NotSaved):
            journal.take(theirs.exported())
        assert len(journal.documents()) == 1
        disk.on = False
        assert journal.take(theirs.exported()) == (4, 0, [])
        assert all(is_entry(each) for each in journal.documents())
