"""Files that are copied in: kept once, checked; each refusal in a sentence."""

from __future__ import annotations

import errno
import os
from collections.abc import Callable
from pathlib import Path

import pytest

from facilitui.core.errors import FacilituiError, NotFound
from facilitui.core.journals.attaching_ports import FileRead, Progress
from facilitui.core.journals.attachment import MOST_BYTES
from facilitui.storage import read_in_pieces
from facilitui.storage.attachments import ALTERED, MISSING, FileAttachments
from facilitui.storage.disk import Disk
from facilitui.storage.paths import Home
from tests.storage.broken_disks import error
from tests.storage.copying import DATA, HASH, AtPiece, kept, take, taken


def test_a_file_is_copied_by_what_is_in_it(home: Path, poster: Path) -> None:
    """Under its hash, private, once for the same bytes; the progress comes to its end."""
    progress = Progress()
    read = taken(home, poster, progress=progress)
    assert read == FileRead(poster.name, HASH, len(DATA))
    assert (progress.done, progress.total) == (len(DATA), len(DATA))
    again = poster.with_name("the same.jpg")
    again.write_bytes(DATA)
    assert taken(home, again).file_hash == HASH and kept(home) == [HASH]
    copy = home / "attachments" / HASH
    assert copy.read_bytes() == DATA and copy.stat().st_mode & 0o777 == 0o600
    assert copy.parent.stat().st_mode & 0o777 == 0o700


def test_an_altered_copy_is_mended_by_attaching_the_file_again(home: Path, poster: Path) -> None:
    """What is there under the name is not trusted."""
    taken(home, poster)
    (home / "attachments" / HASH).write_bytes(b"other")
    taken(home, poster)
    assert (home / "attachments" / HASH).read_bytes() == DATA


def test_paths_are_taken_as_people_and_terminals_write_them(
    home: Path, poster: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """With ~, quoted, escaped; a name that is nearly right is told."""
    monkeypatch.setenv("HOME", str(poster.parent))
    escaped = str(poster).replace(" ", "\\ ").replace("[", "\\[").replace("]", "\\]")
    for path in (f"~/{poster.name}", f"'{poster}'", escaped):
        assert taken(home, path).file_hash == HASH
    with pytest.raises(NotFound, match="did you mean “poster"):
        taken(home, poster.with_name("poster [x] 日本.jpeg"))


def folder(at: Path) -> object:
    at.mkdir()
    return at


def pipe(at: Path) -> object:
    os.mkfifo(at)
    return at


def link_to_device(at: Path) -> object:
    at.symlink_to("/dev/zero")
    return at


def huge(at: Path) -> object:
    with at.open("wb") as file:
        file.truncate(2_000_000_000)
    return at


def empty(at: Path) -> object:
    at.touch()
    return at


@pytest.mark.parametrize(
    ("make", "told"),
    [
        (folder, "is a folder; name a file in it"),
        (pipe, "is not a file; name a file"),
        (link_to_device, "is not a file"),
        (huge, "has 2.0 GB, and at most 500 MB are copied in; leave it where it is"),
        (empty, "is empty; there is nothing in it to keep"),
        (lambda at: at, "there is no file"),
        (lambda at: "a\0b", "cannot be the name of a file"),
        (lambda at: "\ud800", "cannot be the name of a file"),
        (lambda at: f"{at}/" + "x" * 5000, "there is no file|cannot read"),
        (lambda at: "~nobody-of-that-name/x", "cannot be the name of a file|there is no file"),
    ],
    ids=lambda each: each if isinstance(each, str) else "",
)
def test_what_cannot_be_attached_is_said(
    home: Path, tmp_path: Path, make: Callable[[Path], object], told: str
) -> None:
    """At once, in one sentence, and nothing is made in the home."""
    with pytest.raises(NotFound, match=told) as caught:
        taken(home, make(tmp_path / "thing"))
    assert "\n" not in str(caught.value) and kept(home) == []
    assert MOST_BYTES == 500_000_000


def test_a_file_that_does_not_stay_the_same_is_not_kept(home: Path, poster: Path) -> None:
    """It vanishes, grows, is written over or replaced, or cannot be read on, while it is copied."""

    def grow() -> None:
        with poster.open("ab") as file:
            file.write(b"more" * 1000)

    def overwrite() -> None:
        poster.write_bytes(DATA[::-1])
        os.utime(poster, ns=(1, 1))

    def replace() -> None:
        poster.with_name("new").write_bytes(DATA)
        poster.with_name("new").replace(poster)

    def unplug() -> None:
        raise error(errno.EIO)

    cases = (
        (poster.unlink, "vanished while it was read; nothing was kept"),
        (grow, "changed while it was read; nothing was kept"),
        (overwrite, "changed while it was read"),
        (replace, "changed while it was read"),
        (unplug, "cannot be read to its end: input/output error; nothing was kept"),
    )
    for do, told in cases:
        poster.write_bytes(DATA)
        progress = Progress()
        with pytest.raises(NotFound, match=told):
            taken(home, poster, AtPiece(do), progress)
        assert kept(home) == [] and progress.done <= len(DATA) + 8, "it is not read on without end"


async def test_a_recording_is_read_where_it_is(home: Path, poster: Path) -> None:
    """However large; its name and its hash are told and nothing is copied."""
    store = FileAttachments(Home(home), Disk(), most_bytes=3)
    assert await store.look(str(poster), Progress()) == FileRead(poster.name, HASH, len(DATA))
    with pytest.raises(NotFound, match="at most 3 bytes"):
        await take(store, poster)
    assert kept(home) == []
    store.close()


async def test_copies_are_checked_and_deleted(home: Path, poster: Path) -> None:
    """A missing one and an altered one are named; a name that is a path is never followed."""
    store = FileAttachments(Home(home), Disk())
    await take(store, poster)
    assert await store.flaws([HASH]) == {}
    (home / "attachments" / HASH).write_bytes(b"x")
    gone = "0" * 64
    assert await store.flaws([HASH, gone]) == {HASH: ALTERED, gone: MISSING}
    await store.drop(HASH)
    await store.drop(HASH)
    assert kept(home) == []
    with pytest.raises(FacilituiError):
        await store.drop("../../x")
    store.close()


def test_pieces_are_small() -> None:
    """A large file is never in memory at once."""
    assert read_in_pieces.PIECE <= 4 << 20
