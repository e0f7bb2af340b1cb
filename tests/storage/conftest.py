"""What several tests of the storage begin with: a log, a journal, a home and its backup."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.storage.copying import DATA
from tests.storage.full_homes import back_up, filled
from tests.storage.journals import MONTH, Diary, diary


@pytest.fixture
def log(home: Path) -> Path:
    """An empty log."""
    path = home / "events.jsonl"
    path.touch()
    return path


@pytest.fixture
def journal(home: Path) -> Iterator[Diary]:
    """The journal of an empty home."""
    with diary(home) as opened:
        yield opened


@pytest.fixture
def path(journal: Diary) -> Path:
    """The file of the month that the tests save into."""
    return journal.folder / MONTH


@pytest.fixture
def month(home: Path) -> Path:
    """A month's file that is not there yet, to be opened below the journal."""
    return home / MONTH


@pytest.fixture
def full(home: Path) -> Path:
    """A home with something of every kind."""
    return filled(home)


@pytest.fixture
def file(full: Path, tmp_path: Path) -> Path:
    """A backup of it."""
    back_up(full, tmp_path / "b.zip")
    return tmp_path / "b.zip"


@pytest.fixture
def poster(tmp_path: Path) -> Path:
    """A file to attach."""
    file = tmp_path / "poster [x] 日本.jpg"
    file.write_bytes(DATA)
    return file
