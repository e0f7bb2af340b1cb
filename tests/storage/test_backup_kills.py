"""Backups and restores are killed at any moment, as by a lid that is closed.

Each way to come so far is gone twice; `make torture` kills five hundred of each.
"""

from __future__ import annotations

from pathlib import Path

from tests.storage.backup_kills import kill_backups, kill_restores


def test_eight_kills_leave_a_whole_backup_or_none(tmp_path: Path) -> None:
    """The one before stays until the next is whole; what was half written is swept away."""
    assert kill_backups(tmp_path, 8).whole > 0


def test_eight_kills_leave_whole_files_and_the_same_once_more_ends(tmp_path: Path) -> None:
    """Into an empty home, and over one with a damaged month and a plan that differs."""
    assert kill_restores(tmp_path, 8).half > 0
