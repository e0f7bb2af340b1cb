"""Conflicting revisions in the journal: told in the list and on the page, shown, settled."""

from __future__ import annotations

from pathlib import Path

import pytest

from facilitui.core.debriefs.differences import Difference
from facilitui.screens.dialogs.confirm import ConfirmDialog
from facilitui.screens.journal import JournalScreen
from facilitui.screens.lenses import RivalsScreen
from facilitui.services.debriefs.lenses import Lenses
from facilitui.widgets.lenses_view import head
from tests.services.two_machines import ENTRY, Machine, forked
from tests.ui.driving import FARTHEST, HOSTILE, driven


@pytest.fixture
async def rivals(tmp_path: Path) -> Path:
    """A home with an entry of which two revisions stand side by side."""
    one, file = await forked(tmp_path)
    await one.take(file)
    one.close()
    return one.root


async def said(home: Path) -> tuple[str, int]:
    """What the entry says, and how many of its revisions stand side by side."""
    machine = Machine(home)
    try:
        opened = await machine.wiring.reviewing.read(ENTRY)
        return opened.row.line, opened.rivals
    finally:
        machine.close()


@pytest.mark.parametrize("size", FARTHEST)
async def test_both_texts_stand_side_by_side_and_what_differs_is_set_off(
    rivals: Path, size: tuple[int, int]
) -> None:
    """At each size: the list says it, c shows both, and a sign tells where they part."""
    async with driven(rivals, size, "journal") as app:
        assert "≠ 2 conflicting revisions, c shows both" in app.text()
        await app.press("c")
        assert isinstance(app.app.screen, RivalsScreen)
        text = app.text()
        for part in ("Conflicting revisions", "They asked.", "They waited longer.", "≠", "Tuning"):
            assert part in text
        for part in ("take left", "take right", "escape leave"):
            assert part in text
        assert "another" not in text
        await app.press("escape")
        assert isinstance(app.app.screen, JournalScreen)
    assert await said(rivals) == ("They asked.", 2)


@pytest.mark.parametrize(("key", "line"), [("l", "They asked."), ("r", "They waited longer.")])
async def test_one_is_taken_after_it_was_asked(rivals: Path, key: str, line: str) -> None:
    """What happens is said first; then the list tells of no conflict any more."""
    async with driven(rivals, (80, 24), "journal") as app:
        await app.press("c", key)
        assert isinstance(app.app.screen, ConfirmDialog)
        text = " ".join(app.text().split())
        assert "It becomes the newest revision" in text and "stays as a revision" in text
        await app.press("n")
        assert isinstance(app.app.screen, RivalsScreen)
        await app.press(key, "y")
        assert isinstance(app.app.screen, JournalScreen)
        text = app.text()
        assert "Revision 3 goes over both" in text and "side by side" not in text
        await app.press("enter")
        page = " ".join(app.page().split())
        assert "Revision 3 of 3, saved" in page and "settles 2 conflicting revisions" in page
        await app.press("d")
        page = " ".join(app.page().split())
        assert "It settles 2 conflicting revisions." in page
        assert ("the other one was not taken" in page) is (key == "l")
        await app.press("escape")
        await app.press("c")
        assert "No entry has conflicting revisions" in app.text()
    assert await said(rivals) == (line, 0)


async def test_the_page_says_it_too(rivals: Path) -> None:
    """Beside the list, and as a page of its own."""
    async with driven(rivals, (120, 40), "journal") as app:
        assert "≠ 2 conflicting revisions, c shows both and" in app.page()
        assert "Revision 2 of 2, saved" in app.page()  # no third one comes after it


async def test_a_third_revision_is_a_key_away(rivals: Path, tmp_path: Path) -> None:
    """Two are settled, and the third still stands beside what was taken."""
    third, one = Machine(tmp_path / "third"), Machine(rivals)
    await third.take(tmp_path / "first.jsonl")
    await third.write(minutes=1, learned=HOSTILE)
    await one.take(await third.export(tmp_path / "third.jsonl"))
    third.close()
    one.close()
    async with driven(rivals, (120, 40), "journal") as app:
        assert "≠ 3 conflicting revisions, c shows them" in app.text()
        await app.press("c")
        assert "They waited longer." in app.text() and "another" in app.text()
        await app.press("tab")
        assert "[x] [/b]" in app.text() and "They waited longer." not in app.text()
        await app.press("l", "y")
        assert "1 revision still stands beside it" in app.text()
        assert "≠ 2 conflicting revisions, c shows both" in app.text()


@pytest.mark.parametrize("width", [56, 76])
def test_which_entry_it_is_stays_in_the_heading(width: int) -> None:
    """Whatever else stands there gives way."""
    rows = tuple(Difference(f"{n}?", "yes", "no") for n in range(11))
    title = "Looking at student work together, and at how we plan"
    said = [
        line.plain for line in head(Lenses(title, ("a", "b"), rows, "Conflicting revisions"), width)
    ]
    assert said[0].startswith("Conflicting revisions   11 of 11 differ")
    assert said[1].rstrip() == title
