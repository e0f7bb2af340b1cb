"""A report from the journal: chosen by keys alone, written, and shown with what it leaves out."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.ui.driving import SMALLEST, driven
from tests.ui.journals import journal, write_three


@pytest.mark.parametrize("size", SMALLEST)
async def test_a_report_is_chosen_and_written(home: Path, size: tuple[int, int]) -> None:
    """First for whom, then which kind of file; escape in between writes nothing."""
    await write_three(home)
    async with driven(home, size, "journal") as app:
        await app.press("E")
        assert "A report for whom?" in app.text() and "School and system leaders" in app.text()
        await app.press("enter")
        assert "As which kind of file?" in app.text()
        await app.press("escape")
        assert not (home / "exports").exists()
        await app.press("E")
        await app.press("down", "down", "enter")
        await app.press("enter")
        assert "Report written" in app.text() and "names of people" in app.text()
        await app.press("escape")
        assert journal(app).rows.marked == "debrief-Café talk"
        file = home / "exports" / "cafe-talk-council.md"
        assert file.read_text("utf-8").startswith("# Report for the school council: Café talk")


async def test_without_an_entry_there_is_nothing_to_report_on(home: Path) -> None:
    """The key is not offered, and says why where it is pressed."""
    async with driven(home, (80, 24), "journal") as app:
        assert "report" not in app.text().split("\n")[-2]
        await app.press("E")
        assert "That needs an entry first." in journal(app).key_line.notice
