"""A month that grows: nothing of it is lost, and nothing of it is worked out twice."""

from __future__ import annotations

import json
from pathlib import Path
from tempfile import TemporaryDirectory
from types import ModuleType
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from tinydb import TinyDB

from facilitui.core.errors import NotSaved
from facilitui.storage import growing_file, tinydb_storage
from facilitui.storage.disk import Disk
from facilitui.storage.growing_file import Adding, GrowingFile
from tests.storage.databases import DOCUMENT, insert, opened, storage
from tests.storage.journals import MONTH, Failing, diary

documents = st.lists(
    st.dictionaries(
        st.text(st.characters(), max_size=4),
        st.recursive(
            st.none() | st.integers() | st.text(st.characters(), max_size=6),
            lambda inner: (
                st.lists(inner, max_size=2)
                | st.dictionaries(st.text(max_size=2), inner, max_size=2)
            ),
            max_leaves=4,
        ),
        max_size=3,
    ),
    max_size=4,
)


def add(file: GrowingFile, document: dict[str, Any]) -> None:
    with TinyDB(file, storage=Adding) as database:
        database.table("entries", cache_size=0).insert(document)


@given(documents, documents)
def test_the_file_is_the_one_that_is_written_whole(
    before: list[dict[str, Any]], added: list[dict[str, Any]]
) -> None:
    """To the byte, whoever wrote what was there; and it is seen as any reader sees it."""
    with TemporaryDirectory() as folder:
        one, other = Path(folder) / "one.json", Path(folder) / "other.json"
        for path in (one, other):
            for each in before:
                insert(path, each)
        file = GrowingFile(one, Disk())
        for each in added:
            add(file, each)
            insert(other, each)
        if before or added:
            assert one.read_bytes() == other.read_bytes()
        assert file.view() == storage(other).view()
        assert storage(one).read() == storage(other).read()


@given(
    documents,
    documents,
    st.sampled_from((None, 0, 2)),
    st.sampled_from(("", "\n", "\n\n", " ")),
    st.sampled_from(({}, {"theirs": {}}, {"theirs": {"1": {}}})),
)
def test_what_another_program_wrote_in_its_own_way_is_all_there(
    before: list[dict[str, Any]],
    added: list[dict[str, Any]],
    indent: int | None,
    end: str,
    theirs: dict[str, Any],
) -> None:
    """Whatever the file ends in, and whichever of its tables is the last."""
    entries = {str(number): each for number, each in enumerate(before, 1)}
    with TemporaryDirectory() as folder:
        path = Path(folder) / "month.json"
        path.write_text(json.dumps({"entries": entries} | theirs, indent=indent) + end)
        file = GrowingFile(path, Disk())
        for each in added:
            file.view()
            file.close()
            add(file, each)
        with opened(path) as found:
            assert found.all() == before + added
        whole = storage(path).read() or {}
        assert {name: whole[name] for name in theirs} == theirs


def test_into_a_table_that_was_emptied_by_hand_goes_the_first_document(month: Path) -> None:
    """It looks as if a document stood before its end."""
    month.write_text('{"entries": {\n}\n}\n')
    file = GrowingFile(month, Disk())
    file.view()
    file.close()
    add(file, DOCUMENT)
    with opened(month) as entries:
        assert entries.all() == [DOCUMENT]


def test_what_others_write_in_between_is_there(month: Path) -> None:
    """What this program wrote last is remembered only for as long as the file has those bytes."""
    file = GrowingFile(month, Disk())
    add(file, DOCUMENT)
    insert(month, {"theirs": 1})
    add(file, {"mine": 2})
    month.write_text(month.read_text().replace('"theirs": 1', '"theirs": 3'))
    add(file, {"mine": 4})
    with opened(month) as entries:
        assert entries.all() == [DOCUMENT, {"theirs": 3}, {"mine": 2}, {"mine": 4}]


def test_what_is_there_can_not_be_changed_by_adding(month: Path) -> None:
    """TinyDB is given what everybody sees, and nobody may change that."""
    file = GrowingFile(month, Disk())
    add(file, DOCUMENT)
    with TinyDB(file, storage=Adding) as database, pytest.raises(TypeError, match="never changed"):
        database.table("entries", cache_size=0).update({"text": "another"})
    with opened(month) as entries:
        assert entries.all() == [DOCUMENT]


def test_a_write_that_fails_is_forgotten(month: Path) -> None:
    """The next one goes on from what is in the file."""
    disk = Failing("replace")
    disk.on = False
    file = GrowingFile(month, disk)
    add(file, {"a": 1})
    disk.on = True
    with pytest.raises(NotSaved):
        add(file, {"lost": 1})
    disk.on = False
    add(file, {"b": 2})
    with opened(month) as entries:
        assert entries.all() == [{"a": 1}, {"b": 2}]


def counted(
    monkeypatch: pytest.MonkeyPatch, module: ModuleType, name: str
) -> list[tuple[Any, ...]]:
    """What a function of a module is called with from now on."""
    calls: list[tuple[Any, ...]] = []
    does = getattr(module, name)

    def counting(*given: Any, **named: Any) -> Any:
        calls.append(given)
        return does(*given, **named)

    monkeypatch.setattr(module, name, counting)
    return calls


def test_a_save_writes_out_only_what_is_new(home: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """However many entries the month has: one line is made, nothing is parsed but that."""
    with diary(home) as journal:
        for n in range(3):
            journal.save(f"e{n}")
        written = counted(monkeypatch, growing_file, "line_of")
        parsed = counted(monkeypatch, growing_file, "parse")
        whole = counted(monkeypatch, tinydb_storage, "tables_of")
        for n in range(3, 6):
            journal.save(f"e{n}")
            assert len(journal.rows()) == n + 1
    assert [each["id"] for (each,) in written] == ["e3", "e4", "e5"]
    assert len(parsed) == 3 and not whole
    with diary(home) as again:
        assert [place for place, _ in again.rows()] == [f"{MONTH}#{n}" for n in range(1, 7)]
        assert not again.trouble()


def test_a_month_that_was_read_is_not_parsed_again_to_be_written(
    home: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A form reads the journal as it is opened; its save finds the very bytes that were read."""
    with diary(home) as journal:
        journal.save("e0")
    with diary(home) as again:
        again.rows()
        whole = counted(monkeypatch, tinydb_storage, "tables_of")
        again.save("e1")
        assert not whole
        assert [document["id"] for _, document in again.rows()] == ["e0", "e1"]
