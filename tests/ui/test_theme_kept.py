"""The choice of a theme: kept for the next time, or it is said that it is not."""

from __future__ import annotations

from pathlib import Path

from tests.storage.broken_disks import FullDisk
from tests.ui.driving import driven


async def test_a_theme_that_cannot_be_kept_is_told(home: Path) -> None:
    """It holds for as long as the program runs; chosen with room on the disk it is kept."""
    disk = FullDisk()
    async with driven(home, disk=disk, below=None) as app:
        disk.room = 0
        app.app.theme = "paper-light"
        await app.settle()
        assert app.notice == "! not saved, the disk is full (config.toml)"
        assert app.app.theme == "paper-light" and not (home / "config.toml").exists()
        disk.room = 1 << 30
        app.app.theme = "paper-dark"
        await app.settle()
        assert 'theme = "paper-dark"' in (home / "config.toml").read_text("utf-8")
