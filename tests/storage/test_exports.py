"""Documents for others are written whole or not at all, and never over another one."""

from __future__ import annotations

import os
import stat
from pathlib import Path

import pytest

from facilitui.core.errors import InputProblems, NotFound, NotSaved
from facilitui.core.plans.planning_ports import AGENDA
from facilitui.storage.disk import Disk
from facilitui.storage.exports import NO_FILE, FileExports, told, write_out
from facilitui.storage.outside import FileOutside
from facilitui.storage.paths import Home
from tests.storage.broken_disks import FullDisk, ReadOnlyDisk


async def test_a_document_gets_a_name_of_its_own(home: Path) -> None:
    """The second of a name gets a number; both are private to the user."""
    exports = FileExports(Home(home), Disk())
    where = [await exports.write("agenda.md", text) for text in (b"one", b"two", b"three")]
    exports.close()
    names = [Path(each).name for each in where]
    assert names == ["agenda.md", "agenda-2.md", "agenda-3.md"]
    assert [Path(each).read_bytes() for each in where] == [b"one", b"two", b"three"]
    assert {stat.S_IMODE(Path(each).stat().st_mode) for each in where} == {0o600}
    assert stat.S_IMODE((home / "exports").stat().st_mode) == 0o700


async def test_a_document_that_is_replaced_keeps_its_name(home: Path) -> None:
    """As the brief of one session does; as private as any."""
    exports = FileExports(Home(home), Disk())
    where = [await exports.write("brief.md", text, replace=True) for text in (b"one", b"two")]
    exports.close()
    assert where == [str(home / "exports" / "brief.md")] * 2
    assert Path(where[0]).read_bytes() == b"two"
    assert stat.S_IMODE(Path(where[0]).stat().st_mode) == 0o600


def test_a_document_is_told_by_a_short_path() -> None:
    """Within the user's own folder it begins with ~."""
    home = Path.home() / "x"
    assert told(home / "brief.md") == "~/x/brief.md"
    assert told(Path("/elsewhere/brief.md")) == "/elsewhere/brief.md"


@pytest.mark.parametrize("name", ["../x.md", "/x.md", ".x", "", "a/b.md", "a\0b.md"])
async def test_a_name_is_never_a_path(home: Path, name: str) -> None:
    """Whatever a plan is called, its documents stay in their folder."""
    exports = FileExports(Home(home), Disk())
    with pytest.raises(NotSaved):
        await exports.write(name, b"x")
    exports.close()
    assert [path for path in home.rglob("*") if path.is_file()] == []


@pytest.mark.parametrize("disk", [FullDisk(2), ReadOnlyDisk()], ids=["full", "read-only"])
async def test_a_disk_that_does_not_take_it_keeps_no_half(home: Path, disk: Disk) -> None:
    """It is said in words, and nothing is left behind."""
    exports = FileExports(Home(home), disk)
    with pytest.raises(NotSaved, match=r"^not saved, .* \(.*\.md\)$"):
        await exports.write("agenda.md", b"one two three")
    exports.close()
    with pytest.raises(NotSaved, match=r"^not saved, .* \(.*\.md\)$"):
        write_out(disk, str(home / "out.md"), b"one two three")
    assert [path for path in home.rglob("*") if path.is_file()] == []


def test_a_file_that_is_there_is_left_alone(tmp_path: Path) -> None:
    """Unless it shall be replaced; the name is told so that it can be no other one."""
    out = tmp_path / "out\n\t\x1b\r\u202e.md"
    assert write_out(Disk(), str(out), b"one") == f"{tmp_path}/out␊␉␛␍\ufffd.md"
    with pytest.raises(NotSaved, match=r"out␊␉␛␍\ufffd\.md is there already and .*--force"):
        write_out(Disk(), str(out), b"two")
    assert out.read_bytes() == b"one"
    (tmp_path / "link").symlink_to(out)
    write_out(Disk(), str(tmp_path / "link"), b"two", replace=True)
    assert out.read_bytes() == b"two" and (tmp_path / "link").is_symlink()
    for impossible in ("", "a\0b", str(tmp_path / "no\n" / "folder\n.md"), "x" * 300):
        with pytest.raises(NotSaved) as caught:
            write_out(Disk(), impossible, b"x", replace=True)
        assert "\n" not in str(caught.value)


def unread(path: Path) -> tuple[int, ...]:
    """What tells whether something was changed; reading a link gives it another time."""
    status = path.lstat()
    return status.st_mode, status.st_ino, status.st_size, status.st_mtime_ns, status.st_ctime_ns


@pytest.mark.parametrize("replace", [False, True])
def test_only_a_file_is_ever_replaced(tmp_path: Path, replace: bool) -> None:
    """A folder, a pipe, a link to nothing and a device stay what they are, and are called so."""
    os.mkfifo(tmp_path / "pipe")
    (tmp_path / "gone").symlink_to(tmp_path / "nowhere")
    (tmp_path / "loop").symlink_to(tmp_path / "loop")
    (tmp_path / "device").symlink_to("/dev/null")
    before = list(map(unread, sorted(tmp_path.iterdir())))
    for name, said in (
        ("", "is a folder; name a file in it"),
        ("pipe", NO_FILE),
        ("device", NO_FILE),
        ("/dev/stdout", NO_FILE),
        ("gone", "is a link that leads to no file"),
        ("loop", "is a link that leads to no file"),
    ):
        with pytest.raises(NotSaved, match=said):
            write_out(Disk(), str(tmp_path / name), b"x", replace=replace)
    assert list(map(unread, sorted(tmp_path.iterdir()))) == before


async def test_a_file_from_anywhere_is_read(tmp_path: Path) -> None:
    """Its name and its bytes; whatever else is there is refused in a sentence."""
    outside = FileOutside(Disk())
    file = tmp_path / "agenda.md"
    file.write_bytes(b"\x00\xff")
    assert await outside.read(str(file)) == ("agenda.md", b"\x00\xff")
    os.truncate(file, AGENDA.most_bytes + 1)
    os.mkfifo(tmp_path / "pipe")
    for path, words in ((file, "2 MB"), (tmp_path, "is a folder"), (tmp_path / "pipe", "not a")):
        with pytest.raises(InputProblems, match=words):
            await outside.read(str(path))
    for gone in (
        str(tmp_path / "gone"),
        "",
        "a\0b",
        "x" * 5000,
        str(file / "within"),
        "~nobody-x/",
    ):
        with pytest.raises((NotFound, InputProblems)):
            await outside.read(gone)
    outside.close()


async def test_a_path_is_read_as_terminals_paste_it(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """With a tilde, in quotation marks, with backslashes, as an address; a real name goes first."""
    monkeypatch.setenv("HOME", str(tmp_path))
    outside = FileOutside(Disk())
    file = tmp_path / "my day's agenda.md"
    file.write_bytes(b"x")
    plain = str(file)
    escaped = plain.replace(" ", "\\ ").replace("'", "\\'")
    for typed in (plain, f"~/{file.name}", f'"{plain}"', escaped, file.as_uri()):
        assert await outside.read(typed) == (file.name, b"x")
    (tmp_path / "'odd'").write_bytes(b"z")
    assert await outside.read(str(tmp_path / "'odd'")) == ("'odd'", b"z")
    outside.close()
