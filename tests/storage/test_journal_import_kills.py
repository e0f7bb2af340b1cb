"""An import that is killed, or meets others who write: all of it is there, or nothing."""

from __future__ import annotations

from pathlib import Path

import pytest

from facilitui.core.errors import NotSaved
from tests.storage.importers import Importers, export, kill_while_importing
from tests.storage.journals import DECEMBER, Failing, Writers, diary


def test_eight_kills_leave_whole_imports_or_none(home: Path) -> None:
    """Every one that was acknowledged is there, with each text as it was, and it verifies."""
    told, found = kill_while_importing(home, 8)
    assert 6 <= told <= found


def test_two_processes_lose_nothing_of_each_other_while_a_third_imports(home: Path) -> None:
    """Two times 200 saves, many of them revisions of one entry, are there, and every import."""
    writers, importer = [Writers(home) for _ in range(2)], Importers(home)
    for name, each in zip("ab", writers, strict=True):
        each.start(name, 200, "brief")
    importer.start("i", 10, 3)
    assert list(importer.kept()) == ["i.0", "i.1", "i.2"]
    told = sorted(line for each in writers for line in each.kept())
    for writer in writers:
        writer.close()
    importer.close()
    with diary(home) as journal:
        assert journal.trouble() == []
        documents = journal.documents()
    found = [f"{d['id']} {d['rev']} {d['hash']}" for d in documents if "imported" not in d]
    assert len(told) == 400 and told == sorted(found)
    shared = [each["rev"] for each in documents if each["id"] == "shared"]
    assert shared == list(range(1, 135))
    assert sum("imported" in each for each in documents) == 30


@pytest.mark.parametrize("step", ["write", "sync", "replace"])
def test_a_full_disk_takes_nothing_and_the_next_try_takes_all(home: Path, step: str) -> None:
    """Whatever was acknowledged before is there, the sentence says why, and nothing is halved."""
    disk = Failing(step)
    disk.on = False
    with diary(home, disk) as journal:
        journal.save("own", {"text": "mine"})
        before = journal.documents()
        disk.on = True
        with pytest.raises(NotSaved, match="not saved, "):
            journal.take(export("x", 200), DECEMBER)
        assert journal.documents() == before and journal.trouble() == []
        disk.on = False
        assert journal.take(export("x", 200), DECEMBER) == (200, 0, [])
        assert journal.documents()[:1] == before and journal.trouble() == []
