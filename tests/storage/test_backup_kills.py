"""Backups and restores are killed at calls spread evenly over all of them, as by a power cut.

`make torture` kills each of them five hundred times, at any moment.
"""

from __future__ import annotations

from pathlib import Path

from tests.storage.backup_kills import kill_backups, kill_restores

BACKUPS = range(10, 172, 23)
"""Calls that change a file: a backup needs 85 of them, so later ones kill the second."""
RESTORES = range(8, 73, 8)
"""The same: into an empty home a restore needs 72, over another one more."""


def test_a_kill_leaves_a_whole_backup_or_none(tmp_path: Path) -> None:
    """The one before stays until the next is whole; what was half written is swept away."""
    assert 0 < kill_backups(tmp_path, BACKUPS).whole < len(BACKUPS)


def test_a_kill_leaves_whole_files_and_the_same_once_more_ends(tmp_path: Path) -> None:
    """Into an empty home, and over one with a damaged month and a plan that differs."""
    assert kill_restores(tmp_path, RESTORES).half > len(RESTORES) // 2
