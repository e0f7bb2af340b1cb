"""Backups and restores are killed, over and over."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.storage.backup_kills import kill_backups, kill_restores

MOMENTS = range(0, -500, -1)


@pytest.mark.torture
@pytest.mark.timeout(900)
def test_five_hundred_kills_of_a_backup(tmp_path: Path) -> None:
    """There is a whole one each time, or none."""
    assert kill_backups(tmp_path, MOMENTS).whole > 0


@pytest.mark.torture
@pytest.mark.timeout(900)
def test_five_hundred_kills_of_a_restore(tmp_path: Path) -> None:
    """Every file is whole each time, and the same once more comes to its end."""
    assert kill_restores(tmp_path, MOMENTS).half > 0
