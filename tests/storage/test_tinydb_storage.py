"""The storage below the journal keeps its file whole, and reads exactly what is in it."""

from __future__ import annotations

import json
import os
import stat
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from tinydb import TinyDB, where
from tinydb.table import Table

from facilitui.core.errors import InputProblems, NotSaved
from facilitui.storage.disk import Disk
from facilitui.storage.tinydb_storage import DurableStorage
from tests.storage.journals import HOSTILE, Failing

DOCUMENT: dict[str, Any] = {
    "text": HOSTILE,
    "whole": 2**80,
    "tiny": 5e-324,
    "nothing": None,
    "nested": {"list": [1, [2, {"deep": True}], "\ud800"]},
}


class Counting(Disk):
    """Counts the reads."""

    reads = 0

    def read(self, path: Path) -> bytes:
        self.reads += 1
        return super().read(path)


@pytest.fixture
def path(home: Path) -> Path:
    return home / "2026-11.json"


def storage(path: Path, disk: Disk | None = None) -> DurableStorage:
    return DurableStorage(path, disk or Disk())


@contextmanager
def opened(path: Path) -> Iterator[Table]:
    """The table `entries` as the journal opens it: anew for each write."""
    with TinyDB(path, Disk(), storage=DurableStorage) as database:
        yield database.table("entries", cache_size=0)


def insert(path: Path, document: dict[str, Any]) -> None:
    with opened(path) as entries:
        entries.insert(document)


def test_stock_tinydb_reads_what_it_wrote_and_the_other_way_round(
    path: Path,
) -> None:
    """The file is stock TinyDB's own format in both directions, whatever is in a document."""
    insert(path, DOCUMENT)
    with TinyDB(path) as stock:
        assert stock.table("entries").all() == [DOCUMENT]
        stock.table("entries").insert({"from": HOSTILE, "n": 2**70})
    insert(path, DOCUMENT)
    with opened(path) as entries:
        assert [each.doc_id for each in entries] == [1, 2, 3]
    with TinyDB(path) as stock:
        assert stock.table("entries").get(doc_id=2) == {"from": HOSTILE, "n": 2**70}


def test_each_document_is_a_line_of_ascii(path: Path) -> None:
    """The file compares well, and opens under any locale."""
    for _ in range(3):
        insert(path, DOCUMENT)
    lines = path.read_bytes().decode("ascii").splitlines()
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
        ('{"entries":\n {"1": {"a": 1}', 2, 16, "is not JSON: expecting ',' delimiter"),
        ("{}{}", 1, 3, "is not JSON: extra data"),
        (" ", 1, 2, "is not JSON: expecting value"),
        ("\0\0\0", 1, 1, "is not JSON: expecting value"),
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
    path: Path, text: str, line: int, column: int, why: str
) -> None:
    """Both ways of reading name file, line and reason, and do so again at the next look."""
    path.write_text(text)
    kept = storage(path)
    for read in (kept.read, kept.view, kept.view):
        with pytest.raises(InputProblems) as raised:
            read()
        (problem,) = raised.value.problems
        assert (problem.file, problem.line, problem.column) == (
            f"{path.parent.name}/2026-11.json",
            line,
            column,
        )
        assert why in problem.reason


def test_bytes_that_are_no_text_are_named_with_their_place(path: Path) -> None:
    """A file in another encoding is told of, at the byte that is wrong."""
    path.write_bytes('{\n"entries": {"1": {"a": "é"}}}'.encode("latin-1"))
    with pytest.raises(InputProblems, match=r"2026-11\.json:2:25: is not UTF-8 text"):
        storage(path).view()


def test_a_mark_that_an_editor_puts_in_front_does_no_harm(path: Path) -> None:
    """A byte order mark is read over."""
    path.write_bytes(b"\xef\xbb\xbf" + b'{"entries": {"1": {"a": 1}}}')
    assert storage(path).view() == {"entries": {"1": {"a": 1}}}


@pytest.mark.parametrize("content", [None, ""])
def test_no_file_and_an_empty_one_are_an_empty_database(path: Path, content: str | None) -> None:
    """As stock TinyDB has it, which makes an empty file at once."""
    if content is not None:
        path.write_text(content)
    assert storage(path).read() is None
    assert storage(path).view() is None


def test_the_view_is_parsed_only_where_the_file_changed(path: Path) -> None:
    """Looking again costs nothing; another process's write shows at the next look."""
    insert(path, DOCUMENT)
    disk = Counting()
    kept = storage(path, disk)
    first = kept.view()
    assert kept.view() is first
    assert disk.reads == 1
    insert(path, {"another": 1})
    assert kept.view() != first
    path.unlink()
    assert kept.view() is None


def test_closing_forgets_a_file_that_looks_the_same(path: Path) -> None:
    """A change that left size and date as they were is seen after closing."""
    path.write_text('{"entries": {"1": {"a": 1}}}')
    kept, dates = storage(path), path.stat()
    assert kept.view() == {"entries": {"1": {"a": 1}}}
    path.write_text('{"entries": {"1": {"a": 2}}}')
    os.utime(path, ns=(dates.st_atime_ns, dates.st_mtime_ns))
    kept.close()
    assert kept.view() == {"entries": {"1": {"a": 2}}}


def test_nobody_can_change_what_others_see(path: Path) -> None:
    """The shared view refuses changes at any depth; what read() gives belongs to its reader."""
    insert(path, DOCUMENT)
    kept = storage(path)
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


def test_an_update_that_fails_half_way_changes_nothing(path: Path) -> None:
    """An error within a transform leaves the file and the next reading as they were."""
    insert(path, DOCUMENT)
    before = path.read_bytes()

    def spoil(document: Any) -> None:
        document["nested"]["list"].clear()
        raise KeyError

    with opened(path) as entries:
        with pytest.raises(KeyError):
            entries.update(spoil)
        assert entries.all() == [DOCUMENT]
    assert path.read_bytes() == before


def test_no_query_is_answered_from_before_another_write(path: Path) -> None:
    """A handle that stays open finds what others wrote since it last asked the same."""
    insert(path, {"kind": "a"})
    with opened(path) as entries:
        assert len(entries.search(where("kind") == "a")) == 1
        insert(path, {"kind": "a"})
        assert len(entries.search(where("kind") == "a")) == 2


@pytest.mark.parametrize("step", ["write", "sync", "replace"])
def test_a_disk_that_fails_leaves_the_old_file_whole(path: Path, step: str) -> None:
    """It is said in words, nothing is left over, and the next write works."""
    disk = Failing(step)
    kept = storage(path, disk)
    disk.on = False
    kept.write({"entries": {"1": DOCUMENT}})
    before, disk.on = path.read_bytes(), True
    with pytest.raises(NotSaved, match=r"^cannot write .*2026-11\.json: [a-z/ ]+$"):
        kept.write({"entries": {}})
    assert path.read_bytes() == before
    assert kept.view() == storage(path).view()
    assert [left.name for left in path.parent.iterdir()] == [path.name]
    disk.on = False
    kept.write({"entries": {}})
    assert kept.view() == {"entries": {}}


@pytest.mark.parametrize("bad", [float("nan"), {1, 2}, b"bytes"])
def test_what_is_not_json_is_refused_before_the_file_is_touched(path: Path, bad: Any) -> None:
    """Stock TinyDB would write NaN, which no strict reader takes."""
    kept = storage(path)
    kept.write({"entries": {"1": DOCUMENT}})
    before = path.read_bytes()
    with pytest.raises(NotSaved, match=r"2026-11\.json"):
        kept.write({"entries": {"1": {"bad": bad}}})
    assert path.read_bytes() == before


def test_the_file_is_private_even_where_the_system_would_share_it(path: Path) -> None:
    """0600 under any umask."""
    before = os.umask(0)
    try:
        storage(path).write({"entries": {}})
    finally:
        os.umask(before)
    assert stat.S_IMODE(path.stat().st_mode) == 0o600


def test_a_link_stays_a_link(path: Path, tmp_path: Path) -> None:
    """What it points to is replaced."""
    target = tmp_path / "elsewhere.json"
    target.write_text("{}")
    path.symlink_to(target)
    storage(path).write({"entries": {"1": {"a": 1}}})
    assert path.is_symlink()
    assert json.loads(target.read_text()) == {"entries": {"1": {"a": 1}}}


def test_a_file_that_somebody_made_read_only_is_left_alone(path: Path) -> None:
    """Replacing would not even ask the file, so it is asked first."""
    path.write_text("{}")
    path.chmod(0o400)
    with pytest.raises(NotSaved, match="the file is read-only"):
        storage(path).write({"entries": {}})
    assert path.read_text() == "{}"


def test_what_killed_writers_left_is_swept_away(path: Path) -> None:
    """The next write removes leftovers, and nothing else."""
    left, other = path.parent / ".2026-10.json.0f3a.tmp", path.parent / "notes.tmp"
    left.write_text("half")
    other.write_text("mine")
    storage(path).write({"entries": {}})
    assert not left.exists()
    assert other.exists()
