"""The journal is killed, over and over, in the middle of what it does."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.storage.journals import Writers, diary, kill_while_saving


@pytest.mark.torture
@pytest.mark.timeout(900)
def test_five_hundred_kills_lose_nothing(home: Path) -> None:
    """Every entry that was acknowledged is there after each kill, with each text as it was."""
    told, found = kill_while_saving(home, 500)
    assert 750 <= told <= found


@pytest.mark.torture
@pytest.mark.timeout(600)
def test_four_processes_lose_nothing_of_each_other(home: Path) -> None:
    """Six hundred saves at once, many of them revisions of one entry, are all there."""
    writers = [Writers(home) for _ in range(4)]
    for name, each in zip("abcd", writers, strict=True):
        each.start(name, 150)
    told = sorted(line for each in writers for line in each.kept())
    for each in writers:
        each.close()
    with diary(home) as journal:
        found = sorted(f"{d['id']} {d['rev']} {d['hash']}" for d in journal.documents())
        assert journal.trouble() == []
    assert len(told) == 600
    assert told == found
