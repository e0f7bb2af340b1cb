"""The storage below the journal reads exactly what is in its file."""

from __future__ import annotations

import json
import os
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from tinydb import TinyDB, where

from facilitui.core.errors import InputProblems
from facilitui.storage.disk import Disk
from tests.storage.databases import DOCUMENT, insert, opened, storage
from tests.storage.journals import HOSTILE


class Counting(Disk):
    """Counts the reads."""

    reads = 0

    def read(self, path: Path) -> bytes:
        self.reads += 1
        return super().read(path)


def test_stock_tinydb_reads_what_it_wrote_and_the_other_way_round(
    month: Path,
) -> None:
    """The file is stock TinyDB's own format in both directions, whatever is in a document."""
    insert(month, DOCUMENT)
    with TinyDB(month) as stock:
        assert stock.table("entries").all() == [DOCUMENT]
        stock.table("entries").insert({"from": HOSTILE, "n": 2**70})
    insert(month, DOCUMENT)
    with opened(month) as entries:
        assert [each.doc_id for each in entries] == [1, 2, 3]
    with TinyDB(month) as stock:
        assert stock.table("entries").get(doc_id=2) == {"from": HOSTILE, "n": 2**70}


def test_each_document_is_a_line_of_ascii(month: Path) -> None:
    """The file compares well, and opens under any locale."""
    for _ in range(3):
        insert(month, DOCUMENT)
    lines = month.read_bytes().decode("ascii").splitlines()
    assert sum(line.startswith(('"1": ', '"2": ', '"3": ')) for line in lines) == 3


keys = st.text(st.characters(), max_size=8)


values = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats(allow_nan=False, allow_infinity=False)
    | st.text(st.characters(), max_size=20),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(keys, inner, max_size=3),
    max_leaves=12,
)  # fmt: skip


numbered = st.dictionaries(st.integers().map(str), st.dictionaries(keys, values), max_size=3)


@given(st.dictionaries(keys, numbered, max_size=3))
def test_whatever_is_written_is_read_back(tables: dict[str, Any]) -> None:
    """Any tables of any documents come back equal, to TinyDB and as the shared view."""
    with TemporaryDirectory() as folder:
        kept = storage(Path(folder) / "a.json")
        kept.write(tables)
        assert kept.read() == tables
        assert json.loads(json.dumps(kept.view())) == tables


@pytest.mark.parametrize(
    ("text", "line", "column", "why"),
    [
        ('{"entries":\n {"1": {"a": 1}', 2, 16, "is not JSON, or was cut off"),
        ("{}{}", 1, 3, "is not JSON, or was cut off"),
        (" ", 1, 2, "is not JSON, or was cut off"),
        ("\0\0\0", 1, 1, "is not JSON, or was cut off"),
        ("[]", 1, 1, "is not a database: the outermost is not an object"),
        ("null", 1, 1, "is not a database: the outermost is not an object"),
        ('{"entries": []}', 1, 1, "is not a database: the table 'entries' is not an object"),
        ('{"entries": {"1": []}}', 1, 1, "'1' in the table 'entries' is not a numbered document"),
        ('{"entries": {"x": {}}}', 1, 1, "'x' in the table 'entries' is not a numbered document"),
        ('{"entries": {"01": {}}}', 1, 1, "'01' in the table 'entries' is not"),
        ('{"entries": {"1": {}, "1": {}}}', 1, 1, "has a name twice in one object"),
        ('{"entries": {"1": {"a": NaN}}}', 1, 1, "has NaN, which JSON does not know"),
        ('{"entries": {"1": {"a": 1e999}}}', 1, 1, "has 1e999, which is too big a number"),
        ('{"entries": {"1": {"a": %s}}}' % ("9" * 5000), 1, 1, "a number of too many digits"),
        ("[" * 100_000, 1, 1, "is nested too deeply"),
    ],
)  # fmt: skip
def test_a_file_that_is_no_database_is_named_with_its_place(
    month: Path, text: str, line: int, column: int, why: str
) -> None:
    """Both ways of reading name file, line and reason, and do so again at the next look."""
    month.write_text(text)
    kept = storage(month)
    for read in (kept.read, kept.view, kept.view):
        with pytest.raises(InputProblems) as raised:
            read()
        (problem,) = raised.value.problems
        assert (problem.file, problem.line, problem.column) == (
            f"{month.parent.name}/2026-11.json",
            line,
            column,
        )
        assert why in problem.reason


def test_bytes_that_are_no_text_are_named_with_their_place(month: Path) -> None:
    """A file in another encoding is told of, at the byte that is wrong."""
    month.write_bytes('{\n"entries": {"1": {"a": "é"}}}'.encode("latin-1"))
    with pytest.raises(InputProblems, match=r"2026-11\.json:2:25: is not UTF-8 text"):
        storage(month).view()


def test_a_mark_that_an_editor_puts_in_front_does_no_harm(month: Path) -> None:
    """A byte order mark is read over."""
    month.write_bytes(b"\xef\xbb\xbf" + b'{"entries": {"1": {"a": 1}}}')
    assert storage(month).view() == {"entries": {"1": {"a": 1}}}


@pytest.mark.parametrize("content", [None, ""])
def test_no_file_and_an_empty_one_are_an_empty_database(month: Path, content: str | None) -> None:
    """As stock TinyDB has it, which makes an empty file at once."""
    if content is not None:
        month.write_text(content)
    assert storage(month).read() is None
    assert storage(month).view() is None


def test_the_view_is_parsed_only_where_the_file_changed(month: Path) -> None:
    """Looking again costs nothing; another process's write shows at the next look."""
    insert(month, DOCUMENT)
    disk = Counting()
    kept = storage(month, disk)
    first = kept.view()
    assert kept.view() is first
    assert disk.reads == 1
    insert(month, {"another": 1})
    assert kept.view() != first
    month.unlink()
    assert kept.view() is None


def test_closing_forgets_a_file_that_looks_the_same(month: Path) -> None:
    """A change that left size and date as they were is seen after closing."""
    month.write_text('{"entries": {"1": {"a": 1}}}')
    kept, dates = storage(month), month.stat()
    assert kept.view() == {"entries": {"1": {"a": 1}}}
    month.write_text('{"entries": {"1": {"a": 2}}}')
    os.utime(month, ns=(dates.st_atime_ns, dates.st_mtime_ns))
    kept.close()
    assert kept.view() == {"entries": {"1": {"a": 2}}}


def test_nobody_can_change_what_others_see(month: Path) -> None:
    """The shared view refuses changes at any depth; what read() gives belongs to its reader."""
    insert(month, DOCUMENT)
    kept = storage(month)
    view, own = kept.view(), kept.read()
    assert view and own
    for change in (
        lambda: view["entries"]["1"].update(text="x"),
        lambda: view["entries"]["1"]["nested"].pop("list"),
        lambda: view["entries"].clear(),
        lambda: view["entries"]["1"].__ior__({"a": 1}),
    ):
        with pytest.raises(TypeError, match="never changed"):
            change()
    assert view["entries"]["1"]["nested"]["list"] == (1, (2, {"deep": True}), "\ud800")
    own["entries"]["1"]["nested"]["list"].clear()
    assert kept.read() == {"entries": {"1": DOCUMENT}}


def test_no_query_is_answered_from_before_another_write(month: Path) -> None:
    """A handle that stays open finds what others wrote since it last asked the same."""
    insert(month, {"kind": "a"})
    with opened(month) as entries:
        assert len(entries.search(where("kind") == "a")) == 1
        insert(month, {"kind": "a"})
        assert len(entries.search(where("kind") == "a")) == 2
