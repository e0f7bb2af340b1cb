"""A purge looks into every place before it begins, and names what it cannot look into."""

from __future__ import annotations

import asyncio
import errno
import os
from collections.abc import Iterator
from pathlib import Path

import pytest

from facilitui.core.errors import NotSaved
from facilitui.storage.disk import Disk
from facilitui.storage.paths import Home
from facilitui.storage.purge_remains import LOOKED_AT
from facilitui.storage.purging import FilePurging
from tests.storage.broken_disks import error
from tests.storage.test_purged_logs import make_session

WORDS = "what Ana said that afternoon"
ENTRY = "scores-2026-11-03-0900-tuning"


class Shut(Disk):
    """One of its files may not be read, or one of its folders not be written to."""

    shut = closed = ""

    def may_write_in(self, folder: Path) -> bool:
        return not (self.closed and str(folder).endswith(self.closed))

    def open(self, path: Path, flags: int) -> int:
        if self.shut and str(path).endswith(self.shut):
            raise error(errno.EACCES)
        return super().open(path, flags)

    def read(self, path: Path) -> bytes:
        self.close(self.open(path, os.O_RDONLY))
        return super().read(path)


@pytest.fixture
def disk() -> Shut:
    """A disk of which every file can be read at first."""
    return Shut()


@pytest.fixture
def purging(home: Path, disk: Shut) -> Iterator[FilePurging]:
    """The purges of an empty home."""
    made = FilePurging(Home(home), disk)
    yield made
    made.close()


def write(home: Path, file: str, text: str = WORDS) -> Path:
    """A file of the home."""
    path = home / file
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text, "utf-8")
    return path


def remains(purging: FilePurging, *but: str) -> tuple[str, ...]:
    """What has the words or the entry's id, or may have."""
    return asyncio.run(purging.remains((WORDS,), (ENTRY,), set(but)))


@pytest.mark.parametrize(
    "file", ["journal/2026-11.json", "drafts/a.json", "sessions/s/events.jsonl"]
)
def test_a_file_that_cannot_be_read_is_named_before_anything_is_done(
    home: Path, disk: Shut, purging: FilePurging, file: str
) -> None:
    """Whatever it holds would stay, and nobody would know."""
    make_session(home, "s")
    write(home, file, "{}")
    asyncio.run(purging.refuse_unread())
    disk.shut = file
    with pytest.raises(NotSaved, match=rf"while {file} cannot be read \(permission denied\)"):
        asyncio.run(purging.refuse_unread())


@pytest.mark.parametrize(
    "folder", ["journal", "drafts", "sessions", "cache", "attachments", "plans/.history"]
)
def test_a_folder_that_cannot_be_listed_is_named(
    home: Path, purging: FilePurging, folder: str
) -> None:
    """As one that nobody may enter is, which an administrator can."""
    asyncio.run(purging.refuse_unread())
    write(home, folder)
    with pytest.raises(NotSaved, match=f"while {folder} cannot be read"):
        asyncio.run(purging.refuse_unread())


@pytest.mark.parametrize(
    "file",
    [
        "journal/2026-11.json.bak",
        "journal/2026-11.sync-conflict-20261101.json",
        "journal/2026-13.json",
        "journal/old/2026-11.json",
        "sessions/s/events.jsonl.bak",
        "sessions/s/events.damaged-1.jsonl",
        "drafts/x.json.bak",
        "attachments/.x.tmp",
    ],
)
def test_copies_under_other_names_are_named(home: Path, purging: FilePurging, file: str) -> None:
    """Wherever they lie; the stores' own files are told of otherwise."""
    for own in (f"attachments/{'a' * 64}", "cache/x.json", "journal/2026-11.json"):
        write(home, own)
    write(home, "sessions/s/events.jsonl")
    write(home, file)
    assert remains(purging, "sessions/s/events.jsonl") == (file,)


def test_what_the_purge_sweeps_away_is_not_named(home: Path, purging: FilePurging) -> None:
    """What a killed writer left beside the journal or the log."""
    write(home, "sessions/s/events.jsonl")
    write(home, "sessions/s/.events.jsonl.0badcafe.tmp")
    write(home, "journal/.2026-11.json.0badcafe.tmp")
    assert remains(purging, "sessions/s/events.jsonl") == ()


def test_what_is_too_large_to_look_into_is_named(home: Path, purging: FilePurging) -> None:
    """A backup with photos is; it may have anything."""
    with write(home, "backups/b.zip", "PK\x03\x04").open("r+b") as file:
        file.truncate(LOOKED_AT + 1)
    assert remains(purging) == ("backups/b.zip",)


def test_what_cannot_be_looked_into_is_named(home: Path, disk: Shut, purging: FilePurging) -> None:
    """It may have anything too."""
    write(home, "exports/a.md", "nothing of the kind")
    assert remains(purging) == ()
    disk.shut = "a.md"
    assert remains(purging) == ("exports/a.md",)


def test_an_export_without_words_is_found_by_the_entrys_id(
    home: Path, purging: FilePurging
) -> None:
    """Scores have no words; another entry whose id begins alike is another one."""
    write(home, "exports/a.jsonl", f'{{"id": "{ENTRY}", "rev": 1}}')
    write(home, "exports/b.jsonl", f'{{"id": "{ENTRY}-2", "rev": 1}}')
    assert remains(purging) == ("exports/a.jsonl",)


@pytest.mark.parametrize("session", ["x" * 300, "a/b", "..", "é"])
def test_what_can_be_no_session_is_none(purging: FilePurging, session: str) -> None:
    """However long it is."""
    assert asyncio.run(purging.log(session)) is None


@pytest.mark.parametrize(
    "folder", ["journal", "drafts", "attachments", "cache", "plans/.history", "sessions/s"]
)
def test_a_folder_that_cannot_be_written_to_is_found_before_any_deed(
    home: Path, disk: Shut, purging: FilePurging, folder: str
) -> None:
    """Or the log would be gone by then, and the rest would not."""
    make_session(home, "s")
    write(home, f"{folder}/a.json")
    disk.closed = folder
    with pytest.raises(NotSaved, match=f"^nothing can be purged while {folder}/ cannot be written"):
        asyncio.run(purging.hold(("s",)))


def test_ones_own_words_after_the_programs_are_looked_for(home: Path, purging: FilePurging) -> None:
    """A text is the program's only where all of it is; what has its words alone is not named."""
    shipped = "Separate describing from interpreting from implications when looking at data"
    own = f"{shipped} - and Marigold cried, then left the room."
    write(home, "exports/own.md", f"# It\n\n{own}\n")
    write(home, "exports/shipped.md", f"# It\n\n{shipped}\n")
    for text, found in ((own, ("exports/own.md",)), (shipped, ())):
        assert asyncio.run(purging.remains((text,), (), ())) == found
