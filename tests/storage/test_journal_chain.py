"""The journal's chain: whatever is saved verifies, and whatever was changed since is found."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from tinydb import TinyDB

from facilitui.core.journals.journal_faults import Fault
from facilitui.core.sealing import canonical
from tests.storage.journals import (
    AT,
    DECEMBER,
    HOSTILE,
    MONTH,
    Diary,
    diary,
)


def test_a_clock_that_was_put_back_breaks_nothing(journal: Diary) -> None:
    """The chain follows the order of saving, not that of the months."""
    for n, at in enumerate((DECEMBER, AT, DECEMBER, AT, AT)):
        journal.save("e1" if n % 2 else f"e{n}", at=at)
    assert journal.verify() == ()
    journal.save("e1", at=datetime(2031, 1, 1, tzinfo=UTC))
    assert journal.verify() == ()


json_values = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats(allow_nan=False, allow_infinity=False)
    | st.text(st.characters(), max_size=20),
    lambda inner: st.lists(inner, max_size=3)
    | st.dictionaries(st.text(st.characters(), max_size=5), inner, max_size=3),
    max_leaves=8,
)  # fmt: skip
bodies = st.dictionaries(st.text(st.characters(), max_size=5), json_values, max_size=3)
times = st.datetimes(datetime(1000, 1, 2), datetime(9999, 12, 30), timezones=st.just(UTC))
saves = st.tuples(st.sampled_from(["e1", "e2", HOSTILE]), bodies, times)


@given(st.lists(saves, max_size=6))
def test_any_saves_verify_and_come_back(made: list[tuple[str, dict[str, Any], datetime]]) -> None:
    """Whatever is saved at whatever times: it verifies, and each revision says what was saved."""
    with TemporaryDirectory() as folder, diary(Path(folder)) as journal:
        revisions: dict[tuple[str, int], Any] = {}
        for entry_id, body, at in made:
            document = journal.save(entry_id, body, at)
            revisions[entry_id, document["rev"]] = canonical(body)
        with diary(Path(folder)) as again:
            assert again.trouble() == []
            found = {(each["id"], each["rev"]): each["body"] for each in again.documents()}
        assert found == revisions


@pytest.fixture(scope="module")
def three_entries(tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, bytes]:
    """A month with three documents, and what is in it."""
    root = tmp_path_factory.mktemp("bytes")
    with diary(root) as journal:
        for n in range(3):
            journal.save("e1", {"text": f"{HOSTILE} {n}"})
    month = root / "journal" / MONTH
    return month, month.read_bytes()


@settings(max_examples=120)
@given(data=st.data())
def test_one_changed_byte_is_found(three_entries: tuple[Path, bytes], data: st.DataObject) -> None:
    """Any byte of the file: told of, or the documents are what they were (a space, a number)."""
    path, whole = three_entries
    place = data.draw(st.integers(0, len(whole) - 1))
    byte = data.draw(st.integers(0, 255).filter(lambda byte: byte != whole[place]))
    path.write_bytes(whole)
    with diary(path.parents[1]) as journal:
        before = journal.documents()
        path.write_bytes(whole[:place] + bytes([byte]) + whole[place + 1 :])
        told = journal.problems() or any(each.broken for each in journal.verify())
        told = told or any(each.fault is Fault.FOREIGN for each in journal.verify())
        assert told or sorted(map(canonical, journal.documents())) == sorted(map(canonical, before))


@given(data=st.data())
def test_a_changed_character_of_a_body_or_hash_is_damage(
    three_entries: tuple[Path, bytes], data: st.DataObject
) -> None:
    """One character of what an entry says, or of its seal: verifying calls it broken."""
    path, whole = three_entries
    path.write_bytes(whole)
    number, field = data.draw(st.integers(1, 3)), data.draw(st.sampled_from(["body", "hash"]))
    with TinyDB(path) as stock:
        text = stock.table("entries").get(doc_id=number)[field]
        place = data.draw(st.integers(0, len(text) - 1))
        new = data.draw(st.characters(codec="ascii").filter(lambda new: new != text[place]))
        changed = {field: text[:place] + new + text[place + 1 :]}
        stock.table("entries").update(changed, doc_ids=[number])
    with diary(path.parents[1]) as journal:
        found = [(each.place, each.fault) for each in journal.verify()]
    assert (f"{MONTH}#{number}", Fault.ALTERED) in found


def test_what_is_missing_twice_or_blanked_is_found(journal: Diary, path: Path) -> None:
    """Each with the place where it shows; a blanked body leaves the chain whole."""
    for n in range(5):
        journal.save("e1" if n % 2 else f"e{n}")
    with TinyDB(path) as stock:
        entries = stock.table("entries")
        entries.update({"body": "", "salt": ""}, doc_ids=[1])
        entries.insert(dict(entries.all()[4]))
        entries.remove(doc_ids=[2])
    assert [(each.place, each.fault) for each in journal.verify()] == [
        (f"{MONTH}#1", Fault.BLANKED),
        (f"{MONTH}#3", Fault.MISSING),
        (f"{MONTH}#4", Fault.REVISION),
        (f"{MONTH}#6", Fault.TWICE),
    ]


def test_a_month_that_was_away_comes_back_without_harm(journal: Diary, path: Path) -> None:
    """Saving goes on while a month is missing; once it is back, nothing is called damaged."""
    journal.save("e1", at=AT - timedelta(days=60))
    journal.save("e2")
    away = path.rename(path.with_suffix(".away"))
    journal.save("e3", at=DECEMBER)
    away.rename(path)
    assert [(each.place, each.fault) for each in journal.verify()] == [
        ("2026-12.json#1", Fault.BESIDE)
    ]
    assert not any(each.broken for each in journal.verify())
    journal.save("e4", at=DECEMBER)
    assert len(journal.verify()) == 1
