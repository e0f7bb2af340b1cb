"""A journal's file below the journal, opened as the journal opens it."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

from tinydb import TinyDB
from tinydb.table import Table

from facilitui.storage.disk import Disk
from facilitui.storage.tinydb_storage import DurableStorage
from tests.storage.journals import HOSTILE

DOCUMENT: dict[str, Any] = {
    "text": HOSTILE,
    "whole": 2**80,
    "tiny": 5e-324,
    "nothing": None,
    "nested": {"list": [1, [2, {"deep": True}], "\ud800"]},
}


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
