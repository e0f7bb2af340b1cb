"""An archive that is damaged, or was made to do harm, is refused whole with one sentence."""

from __future__ import annotations

import os
import struct
import tracemalloc
import warnings
from collections.abc import Mapping
from pathlib import Path
from zipfile import ZIP_BZIP2, ZIP_DEFLATED, ZipFile, ZipInfo

import pytest
from hypothesis import given
from hypothesis import strategies as st

from facilitui.core.backups.backup import DamagedBackup
from facilitui.core.errors import FacilituiError
from tests.storage.full_homes import archive, back_up, bring_back, filled, held
from tests.storage.journals import diary

PLAN = {"plans/a.toml": b"x"}


def refusal(file: Path, new: Path) -> str:
    """Why an archive is refused; nothing is written then."""
    with pytest.raises(DamagedBackup) as caught:
        bring_back(new, file)
    assert not new.exists()
    assert str(caught.value).count("\n") == 0 and "nothing of it was taken" in str(caught.value)
    return caught.value.why


@pytest.mark.parametrize(
    "name",
    [
        *("/etc/passwd", "../x.toml", "plans/../../x.toml", "plans//x.toml", "plans/./x.toml"),
        *("plans/a\\..\\b.toml", "plans/a\x00b.toml", "plans/a\nb.toml", "plans/x/", "plans"),
        *("x.toml", "elsewhere/x.toml", "cache/x.json", "logs/x", "backups/x.zip", ".config.lock"),
        *("plans/.lock", "sessions/s/host", "sessions/s/host.lock", "plans/.hidden/x.toml"),
        *("plans/" + "n" * 300, "plans/" + "a/" * 20 + "b", "manifest.json", "Plans/x.toml"),
    ],
)
def test_names_that_are_no_files_of_a_home(tmp_path: Path, name: str) -> None:
    """Whatever leads out of the home, or is nothing that a backup has."""
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        file = archive(tmp_path / "b.zip", {**PLAN, name: b"x"})
    assert refusal(file, tmp_path / "new")


@pytest.mark.parametrize(
    "names",
    [("plans/x.toml", "plans/X.toml"), ("plans/x", "plans/x/y"), ("plans/\u00e9", "plans/e\u0301")],
)
def test_names_that_some_disk_takes_for_one(tmp_path: Path, names: tuple[str, ...]) -> None:
    """One would lie over the other, on a disk of another kind."""
    file = archive(tmp_path / "b.zip", dict.fromkeys(names, b"x"))
    assert refusal(file, tmp_path / "new")


def _crafted(file: Path, infos: Mapping[str, ZipInfo], packed: Mapping[str, bytes]) -> Path:
    """An archive whose files are packed as these say."""
    archive(file, packed)
    with ZipFile(file) as whole:
        manifest = whole.read("manifest.json")
    with ZipFile(file, "w") as made:
        for name, data in packed.items():
            made.writestr(infos.get(name, ZipInfo(name)), data)
        made.writestr("manifest.json", manifest)
        made.comment = b"facilitui backup"
    return file


def test_links_and_strange_packing(tmp_path: Path) -> None:
    """A link in an archive would lead what follows it elsewhere."""
    link = ZipInfo("plans/a.toml")
    link.external_attr = 0o120777 << 16
    bzip = ZipInfo("plans/a.toml")
    bzip.compress_type = ZIP_BZIP2
    for info, why in ((link, "is no file"), (bzip, "packed in a way")):
        file = _crafted(tmp_path / "b.zip", {"plans/a.toml": info}, PLAN)
        assert why in refusal(file, tmp_path / "new")


def test_a_file_that_is_in_it_twice(tmp_path: Path) -> None:
    """Which of the two would be meant?"""
    file = archive(tmp_path / "b.zip", PLAN)
    with ZipFile(file) as whole:
        manifest = whole.read("manifest.json")
    with warnings.catch_warnings(), ZipFile(file, "w") as made:
        warnings.simplefilter("ignore")
        for data in (b"x", b"y"):
            made.writestr(ZipInfo("plans/a.toml"), data)
        made.writestr("manifest.json", manifest)
        made.comment = b"facilitui backup"
    assert "twice" in refusal(file, tmp_path / "new")


MEMBER = {"name": "plans/a.toml", "size": 1, "sha256": "0" * 64}


@pytest.mark.parametrize(
    ("told", "why"),
    [
        ({"files": []}, "not named"),
        ({"files": [MEMBER]}, "not as it was packed"),
        ({"files": [{**MEMBER, "size": 2}]}, "another size"),
        ({"files": [MEMBER, MEMBER]}, "twice"),
        ({"files": [MEMBER, {**MEMBER, "name": "plans/b.toml"}]}, "is missing"),
        ({"files": [{**MEMBER, "size": -1}]}, "cannot be read"),
        ({"files": [{**MEMBER, "changed": 1e300}]}, "cannot be read"),
        ({"files": "x"}, "cannot be read"),
        ({"kind": "another"}, "no backup"),
        ({"archive": 2}, "newer version"),
        ({"made_at": "yesterday"}, "cannot be read"),
        ({"last": "list.json"}, "no manifest.json"),
        ({"mark": b""}, "does not end as a backup"),
        ({"mark": b"facilitui backup, changed"}, "does not end as a backup"),
    ],
)
def test_a_manifest_that_does_not_fit(tmp_path: Path, told: dict[str, object], why: str) -> None:
    """It names every file with its size and hash, and nothing else is in the archive."""
    assert why in refusal(archive(tmp_path / "b.zip", PLAN, **told), tmp_path / "new")


def test_what_unpacks_to_far_more_than_a_backup(tmp_path: Path) -> None:
    """A thousand times its own size is a trap."""
    file = archive(tmp_path / "b.zip", {"plans/a.toml": bytes(70 * 2**20)})
    assert file.stat().st_size < 2**20
    assert "far more" in refusal(file, tmp_path / "new")


@pytest.mark.parametrize("name", ["manifest.json", "journal/2026-11.json"])
def test_what_becomes_far_more_in_memory_is_not_unpacked(tmp_path: Path, name: str) -> None:
    """A few kB of a manifest, or of a month, that are millions of lists."""
    many = b'{"kind":"facilitui backup","x":[' + b"[]," * 2_000_000 + b"[]]}"
    if name == "manifest.json":
        file = tmp_path / "b.zip"
        with ZipFile(file, "w", ZIP_DEFLATED) as made:
            made.writestr(name, many)
            made.comment = b"facilitui backup"
    else:
        file = archive(tmp_path / "b.zip", {name: many})
    assert file.stat().st_size < 2**15
    tracemalloc.start()
    why = refusal(file, tmp_path / "new")
    _, most = tracemalloc.get_traced_memory()
    tracemalloc.stop()
    assert "too large" in why or "far more" in why
    assert most < 8 * 2**20


def test_a_month_of_one_long_line_is_packed_so_that_it_comes_back(tmp_path: Path) -> None:
    """However alike its signs are: what a backup writes it also takes."""
    home = tmp_path / "home"
    with diary(home) as journal:
        journal.save("a", {"text": "a" * 2_000_000})
    back_up(home, tmp_path / "b.zip")
    assert bring_back(tmp_path / "new", tmp_path / "b.zip").written == 1


def test_a_size_that_is_a_lie_is_found_before_the_disk_is_full(tmp_path: Path) -> None:
    """The table says a byte and the manifest too; what is packed is far more."""
    file = archive(tmp_path / "b.zip", {"plans/a.toml": bytes(10_000)})
    with ZipFile(file) as packed:
        told = packed.read("manifest.json")
    small = told.replace(b'"size": 10000', b'"size": 1    ')
    with ZipFile(file, "w", ZIP_DEFLATED) as made:
        made.writestr(ZipInfo("plans/a.toml"), bytes(10_000))
        made.writestr("manifest.json", small)
        made.comment = b"facilitui backup"
    data = bytearray(file.read_bytes())
    place = data.rindex(b"PK\1\2", 0, data.rindex(b"PK\1\2"))
    data[place + 24 : place + 28] = struct.pack("<I", 1)
    file.write_bytes(data)
    assert "not as it was packed" in refusal(file, tmp_path / "new")


def test_files_that_lie_over_each_other(tmp_path: Path) -> None:
    """As where one small heap of bytes is named as many large files."""
    file = archive(tmp_path / "b.zip", {"plans/a.toml": b"x" * 99, "plans/b.toml": b"x" * 99})
    data = bytearray(file.read_bytes())
    places = [n for n in range(len(data)) if data[n : n + 4] == b"PK\1\2"]
    data[places[1] + 42 : places[1] + 46] = data[places[0] + 42 : places[0] + 46]
    file.write_bytes(data)
    assert "lie over each other" in refusal(file, tmp_path / "new")


def test_a_month_that_cannot_be_read_and_was_not_known_to_be_so(tmp_path: Path) -> None:
    """It is refused with the others: what comes into a journal can be opened."""
    month = {"journal/2026-11.json": b'{"entries": {"1": 3}}'}
    assert "numbered document" in refusal(archive(tmp_path / "b.zip", month), tmp_path / "new")
    known = archive(tmp_path / "c.zip", month, unread=["journal/2026-11.json"])
    assert bring_back(tmp_path / "new", known).written == 1


@pytest.fixture(scope="module")
def whole(tmp_path_factory: pytest.TempPathFactory) -> tuple[bytes, dict[str, bytes]]:
    """The bytes of a backup, and what was backed up."""
    folder = tmp_path_factory.mktemp("whole")
    home = filled(folder / "home")
    back_up(home, folder / "b.zip")
    return (folder / "b.zip").read_bytes(), held(home)


@given(data=st.data())
def test_whatever_happens_to_the_bytes_nothing_wrong_is_restored(
    whole: tuple[bytes, dict[str, bytes]],
    tmp_path_factory: pytest.TempPathFactory,
    data: st.DataObject,
) -> None:
    """Cut, changed at a place, or with something put in: refused, or what was backed up."""
    packed, files = whole
    folder = tmp_path_factory.mktemp("damaged")
    place = data.draw(st.integers(0, len(packed) - 1))
    kind = data.draw(st.sampled_from(["cut", "change", "insert", "drop"]))
    bit = 1 << data.draw(st.integers(0, 7))
    damaged = {
        "cut": packed[:place],
        "change": packed[:place] + bytes([packed[place] ^ bit]) + packed[place + 1 :],
        "insert": packed[:place] + bytes([bit]) + packed[place:],
        "drop": packed[:place] + packed[place + 1 :],
    }[kind]
    (folder / "b.zip").write_bytes(damaged)
    try:
        bring_back(folder / "new", folder / "b.zip")
    except FacilituiError:
        assert os.listdir(folder) == ["b.zip"]
    else:
        assert held(folder / "new") == files
