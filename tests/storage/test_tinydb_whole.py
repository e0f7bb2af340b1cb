"""The journal's file stays whole and private, whatever fails while it is written."""

from __future__ import annotations

import json
import os
import stat
from pathlib import Path
from typing import Any

import pytest

from facilitui.core.errors import NotSaved
from tests.storage.databases import DOCUMENT, insert, opened, storage
from tests.storage.journals import Failing


def test_an_update_that_fails_half_way_changes_nothing(month: Path) -> None:
    """An error within a transform leaves the file and the next reading as they were."""
    insert(month, DOCUMENT)
    before = month.read_bytes()

    def spoil(document: Any) -> None:
        document["nested"]["list"].clear()
        raise KeyError

    with opened(month) as entries:
        with pytest.raises(KeyError):
            entries.update(spoil)
        assert entries.all() == [DOCUMENT]
    assert month.read_bytes() == before


@pytest.mark.parametrize("step", ["write", "sync", "replace"])
def test_a_disk_that_fails_leaves_the_old_file_whole(month: Path, step: str) -> None:
    """It is said in words, nothing is left over, and the next write works."""
    disk = Failing(step)
    kept = storage(month, disk)
    disk.on = False
    kept.write({"entries": {"1": DOCUMENT}})
    before, disk.on = month.read_bytes(), True
    with pytest.raises(NotSaved, match=r"^not saved, [a-z/ ]+ \(2026-11\.json\)$"):
        kept.write({"entries": {}})
    assert month.read_bytes() == before
    assert kept.view() == storage(month).view()
    assert [left.name for left in month.parent.iterdir()] == [month.name]
    disk.on = False
    kept.write({"entries": {}})
    assert kept.view() == {"entries": {}}


@pytest.mark.parametrize("bad", [float("nan"), {1, 2}, b"bytes"])
def test_what_is_not_json_is_refused_before_the_file_is_touched(month: Path, bad: Any) -> None:
    """Stock TinyDB would write NaN, which no strict reader takes."""
    kept = storage(month)
    kept.write({"entries": {"1": DOCUMENT}})
    before = month.read_bytes()
    with pytest.raises(NotSaved, match=r"2026-11\.json"):
        kept.write({"entries": {"1": {"bad": bad}}})
    assert month.read_bytes() == before


def test_the_file_is_private_even_where_the_system_would_share_it(month: Path) -> None:
    """0600 under any umask."""
    before = os.umask(0)
    try:
        storage(month).write({"entries": {}})
    finally:
        os.umask(before)
    assert stat.S_IMODE(month.stat().st_mode) == 0o600


def test_a_link_stays_a_link(month: Path, tmp_path: Path) -> None:
    """What it points to is replaced."""
    target = tmp_path / "elsewhere.json"
    target.write_text("{}")
    month.symlink_to(target)
    storage(month).write({"entries": {"1": {"a": 1}}})
    assert month.is_symlink()
    assert json.loads(target.read_text()) == {"entries": {"1": {"a": 1}}}


def test_a_file_that_somebody_made_read_only_is_left_alone(month: Path) -> None:
    """Replacing would not even ask the file, so it is asked first."""
    month.write_text("{}")
    month.chmod(0o400)
    with pytest.raises(NotSaved, match="the file is read-only"):
        storage(month).write({"entries": {}})
    assert month.read_text() == "{}"


def test_what_killed_writers_left_is_swept_away(month: Path) -> None:
    """The next write removes leftovers, and nothing else."""
    left, other = month.parent / ".2026-10.json.0f3a.tmp", month.parent / "notes.tmp"
    left.write_text("half")
    other.write_text("mine")
    storage(month).write({"entries": {}})
    assert not left.exists()
    assert other.exists()
