"""Exporting what the journal shows: chosen in a dialog, written whole, told where it lies."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from tests.ui.driving import SMALLEST, driven
from tests.ui.journals import write_entry, write_three


@pytest.fixture
async def revised(home: Path) -> Path:
    """Three debriefs, one of them in two revisions."""
    await write_three(home)
    await write_entry(home, "Tuning", "2026-11-12", learned="Warm feedback before cool.")
    return home


@pytest.mark.parametrize("size", SMALLEST)
async def test_what_is_found_is_written_with_its_revisions(
    revised: Path, size: tuple[int, int]
) -> None:
    """As lines: where they lie, how many they are, and what is left out is said."""
    async with driven(revised, size, "journal") as app:
        await app.press("slash")
        await app.write("warm")
        await app.press("down", "enter", "x")
        assert "Export what is found" in app.panels()
        assert "with all revisions" not in app.rows("choices")
        assert app.panels().count("with all revisions") == 1
        await app.press("enter")
        assert "may be left empty" in " ".join(app.panels().split())
        await app.write("Ana")
        await app.press("enter")
        told = " ".join(app.panels().split())
        assert "1 entry with 2 revisions, written to" in told and "Left out:" in told
        assert "a mentor reads and answers it with `facilitui review FILE`" in told
        (file,) = (revised / "exports").iterdir()
        whose, *documents = [json.loads(line) for line in file.read_text("utf-8").splitlines()]
        assert whose == {"journal_of": "Ana"}
        assert [each["rev"] for each in documents] == [1, 2]
        assert file.stat().st_mode & 0o777 == 0o600


async def test_nobody_has_to_give_a_name(revised: Path) -> None:
    """Left empty, the file says nothing of it, and it is asked once; escape writes nothing."""
    async with driven(revised, (80, 24), "journal") as app:
        await app.press("x", "enter", "escape")
        assert not (revised / "exports").exists()
        for number in (1, 2):
            await app.press("x", "enter", *(["enter"] if number == 1 else []))
            assert "3 entries with 4 revisions" in " ".join(app.panels().split())
            await app.press("escape")
        files = list((revised / "exports").iterdir())
        assert len(files) == 2 and all("journal_of" not in each.read_text() for each in files)


async def test_everything_is_written_to_be_read(revised: Path) -> None:
    """As Markdown; a second one of the same day gets a name of its own."""
    async with driven(revised, (80, 24), "journal") as app:
        for _ in range(2):
            await app.press("x", "down", "enter")
            assert "3 entries with 4 revisions" in " ".join(app.panels().split())
            await app.press("escape")
        files = sorted(each.name for each in (revised / "exports").iterdir())
        assert len(files) == 2 and all(each.endswith(".md") for each in files)
        text = (revised / "exports" / files[0]).read_text("utf-8")
        assert text.count("\n# ") == 2 and "## Before: revision 1" in text


async def test_nothing_found_is_not_taken_along(revised: Path) -> None:
    """It says so, and asks nothing; escape out of the dialog writes nothing."""
    async with driven(revised, (80, 24), "journal") as app:
        await app.press("slash")
        await app.write("zzzzz")
        await app.press("down")
        app.screen.set_focus(app.row_list("rows"))
        await app.press("x")
        assert app.notice == "Nothing is shown that could be exported."
        await app.press("escape", "escape", "x", "escape")
        assert not (revised / "exports").exists()


@pytest.mark.parametrize("size", SMALLEST)
async def test_what_is_shown_is_taken_along_whatever_was_typed(
    revised: Path, size: tuple[int, int]
) -> None:
    """Where a word was put right, and a filter has no value yet; what is taken is told before."""
    async with driven(revised, size, "journal") as app:
        await app.press("slash")
        await app.write("feedbakc role:")
        assert "shown is what has “feedback”" in " ".join(app.text().split())
        await app.press("down", "enter", "x")
        told = " ".join(app.panels().split())
        assert "Export what is found: entries with “feedback”" in told
        await app.press("enter", "enter")
        (file,) = (revised / "exports").iterdir()
        ids = {json.loads(line).get("id") for line in file.read_text("utf-8").splitlines()}
        assert ids == {"debrief-Tuning"} and file.name.startswith("journal-feedback-")
