"""The library reads what is shipped and what is a person's own, and no file stops another."""

from __future__ import annotations

import os
import time
from collections.abc import Iterator
from pathlib import Path

import pytest

from facilitui.core.ports import Library
from facilitui.storage.disk import Disk
from facilitui.storage.library import FileLibrary
from facilitui.storage.library_files import KINDS, shipped_folder
from facilitui.storage.paths import Home

NORMS = 'kind = "norms"\nid = "{id}"\nname = "{name}"\n\n[[norms]]\nid = "a"\ntext = "Listen"\n'
PLAN = 'kind = "plan"\ntitle = "{title}"\nminutes = {minutes}\n'


class ReadingDisk(Disk):
    """Remembers what it was asked to read."""

    def __init__(self) -> None:
        self.reads: list[str] = []

    def read(self, path: Path) -> bytes:
        self.reads.append(path.name)
        return super().read(path)


@pytest.fixture
def shipped(tmp_path: Path) -> Path:
    """What came with the program, for one test."""
    return tmp_path / "shipped"


@pytest.fixture
def disk() -> ReadingDisk:
    """A disk that tells what was read."""
    return ReadingDisk()


@pytest.fixture
def library(home: Path, shipped: Path, disk: ReadingDisk) -> Iterator[FileLibrary]:
    """A library of that and of an empty home."""
    made = FileLibrary(Home(home), disk, shipped.joinpath)
    yield made
    made.close()


def put(path: Path, text: str) -> Path:
    """Write a file, with the folders it lies in."""
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text, encoding="utf-8")
    return path


def norms(path: Path, name: str = "") -> Path:
    """Write a norm set that has the id of its file."""
    return put(path, NORMS.format(id=path.stem, name=name or path.stem))


async def test_it_is_what_the_services_need(library: FileLibrary) -> None:
    """The files are a library to the core; where there is none, nothing is wrong."""
    port: Library = library
    shelf = await port.shelf()
    assert not shelf.norms and not shelf.agendas and shelf.problems == ()


async def test_own_files_take_the_place_of_shipped_ones(
    library: FileLibrary, home: Path, shipped: Path
) -> None:
    """By id, and without a word; what is only shipped or only own is there as well."""
    norms(shipped / "norms/a.toml", "shipped a")
    norms(shipped / "norms/b.toml", "shipped b")
    norms(home / "norms/b.toml", "own b")
    norms(home / "norms/deeper/c.toml", "own c")
    shelf = await library.shelf()
    names = {key: found.name for key, found in shelf.norms.items()}
    assert names == {"a": "shipped a", "b": "own b", "c": "own c"}
    assert shelf.problems == ()


async def test_one_bad_file_never_stops_the_others(
    library: FileLibrary, home: Path, shipped: Path
) -> None:
    """Each bad file is named; the shipped one stays where one's own cannot be used."""
    norms(shipped / "norms/a.toml", "shipped a")
    put(home / "norms/a.toml", 'kind = "norms"\nid = "a"\n')
    put(home / "norms/b.toml", "not TOML")
    put(home / "norms/c.toml", 'kind = "rules"\nid = "c"\n')
    (home / "norms/d.toml").mkdir()
    norms(home / "norms/e.toml")
    put(home / "agendas", "a file where a folder should be")
    shelf = await library.shelf()
    assert {key: found.name for key, found in shelf.norms.items()} == {"a": "shipped a", "e": "e"}
    found = {(Path(each.file).name, each.reason) for each in shelf.problems}
    assert found == {
        ("a.toml", "name is missing"),
        ("a.toml", "norms is missing"),
        ("b.toml", "after the name of a key there must be “=” and its value"),
        ("c.toml", "kind must be “norms”, not “rules”"),
        ("d.toml", "is a folder; a TOML file is expected here"),
        ("agendas", "cannot be listed: not a directory"),
    }


async def test_an_id_is_the_files_name(library: FileLibrary, home: Path) -> None:
    """A file that calls itself something else is named with its line, and is not used."""
    put(home / "norms/listening.toml", NORMS.format(id="speaking", name="x"))
    shelf = await library.shelf()
    (problem,) = shelf.problems
    assert (problem.line, problem.column) == (2, 6)
    assert problem.reason == "id is “speaking”, but must be “listening” like the file's name"
    assert not shelf.norms


async def test_two_files_with_one_id_are_both_named(library: FileLibrary, home: Path) -> None:
    """In one place an id stands once; the outer file is used, and both are told."""
    norms(home / "norms/a.toml", "outer")
    inner = norms(home / "norms/mine/a.toml", "inner")
    put(home / "agendas/day.toml", PLAN.format(title="Outer day", minutes=60))
    put(home / "agendas/mine/day.toml", PLAN.format(title="Inner day", minutes=60))
    shelf = await library.shelf()
    of_agendas, of_norms = shelf.problems
    assert of_norms.file == str(inner) and str(home / "norms/a.toml") in of_norms.reason
    assert of_norms.reason.startswith("has the id “a”, and so has ")
    assert of_agendas.file.endswith("mine/day.toml")
    assert shelf.norms["a"].name == "outer"
    assert shelf.agendas["day"].title == "Outer day"


async def test_a_file_is_read_again_only_when_it_changed(
    library: FileLibrary, home: Path, disk: ReadingDisk, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A second shelf reads nothing; then just what was changed, replaced or mended."""
    norms(home / "norms/a.toml")
    bad = put(home / "norms/b.toml", "x")
    gone = norms(home / "norms/c.toml")
    monkeypatch.setattr(time, "time_ns", lambda: 1 << 62)  # the files have long been settled
    first = await library.shelf()
    assert sorted(disk.reads) == ["a.toml", "b.toml", "c.toml"]
    disk.reads.clear()
    assert await library.shelf() == first
    assert disk.reads == []
    norms(bad)
    gone.unlink()
    again = await library.shelf()
    assert disk.reads == ["b.toml"]
    assert set(again.norms) == {"a", "b"} and again.problems == ()


async def test_a_change_within_the_files_own_time_is_seen(
    library: FileLibrary, home: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A file that was just written is read again, for its time may not show the next change."""
    path = norms(home / "norms/a.toml", "one")
    stamp = path.stat().st_ctime_ns
    monkeypatch.setattr(time, "time_ns", lambda: stamp + 1_000_000)
    assert (await library.shelf()).norms["a"].name == "one"
    norms(path, "two")
    os.utime(path, ns=(stamp, stamp))
    assert (await library.shelf()).norms["a"].name == "two"


async def test_the_shipped_library_is_whole() -> None:
    """Everything that comes with the program loads without a problem."""
    library = FileLibrary(Home(Path("/nowhere at all")), Disk())
    shelf = await library.shelf()
    library.close()
    assert [str(problem) for problem in shelf.problems] == []
    for kind in KINDS:
        assert shipped_folder(kind.folder).is_dir()
        assert getattr(shelf, kind.folder), f"no {kind.folder} are shipped"


def test_a_check_counts_and_names(library: FileLibrary, home: Path, shipped: Path) -> None:
    """With no path: what is shipped, what is one's own, and the plans."""
    norms(shipped / "norms/a.toml")
    norms(home / "norms/a.toml")
    put(home / "plans/good.toml", PLAN.format(title="x", minutes=60))
    put(home / "plans/.history/old.toml", "broken")
    bad = put(home / "plans/bad.toml", PLAN.format(title="x", minutes=900))
    count, problems = library.check_all()
    assert count == 4
    assert [str(problem) for problem in problems] == [
        f"{bad}:3:11: minutes must be more than 0 and at most 480, not 900"
    ]


def test_a_checked_file_is_told_by_its_kind(library: FileLibrary, tmp_path: Path) -> None:
    """A file of any kind, anywhere; one that does not say its kind goes by its folder's."""
    folder = tmp_path / "anywhere"
    paths = [
        norms(folder / "a.toml"),
        put(folder / "plan.toml", PLAN.format(title="x", minutes=60)),
        put(folder / "plans/undated.toml", 'title = "x"\n'),
        put(folder / "odd.toml", '# odd\nkind = "norm"\n'),
        put(folder / "none.toml", 'title = "x"\n'),
        put(folder / "bad.toml", "x"),
        folder / "missing.toml",
    ]
    count, problems = library.check_paths(paths)
    words = "“protocol”, “plan”, “pathway”, “norms”, “waits”, “frame”, “cards”, “model”, "
    words += "“rubric” or “group”"
    assert count == 7
    assert [(Path(each.file).name, each.line, each.reason) for each in problems] == [
        ("odd.toml", 2, f"kind must be {words}, not “norm”; did you mean “norms”?"),
        ("none.toml", 1, f"kind is missing; it must be {words}"),
        ("bad.toml", 1, "after the name of a key there must be “=” and its value"),
        ("missing.toml", 0, "there is no such file"),
    ]


def test_a_checked_folder_is_searched_to_its_depths(library: FileLibrary, tmp_path: Path) -> None:
    """Two files with one id are told; plans have none, and what is hidden is left out."""
    folder = tmp_path / "anywhere"
    norms(folder / "a.toml")
    norms(folder / "x/y/z/a.toml")
    put(folder / "p/day.toml", PLAN.format(title="x", minutes=60))
    put(folder / "q/day.toml", PLAN.format(title="x", minutes=60))
    put(folder / ".git/bad.toml", "x")
    put(folder / "notes.txt", "x")
    count, problems = library.check_paths([folder])
    assert count == 4
    assert len(problems) == 1
    assert "and so has" in problems[0].reason
