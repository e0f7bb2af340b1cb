"""What a mentor keeps of another person's journal: found again from Home, and purged."""

from __future__ import annotations

from pathlib import Path

import pytest

from facilitui.bootstrap import Wiring
from facilitui.core.reviews.other_journal import lines_of
from facilitui.screens.dialogs.typed_word import WordDialog
from facilitui.screens.home import HomeScreen
from facilitui.screens.review.mentor import FileReviewScreen
from facilitui.storage.paths import Home
from tests.ui.driving import SMALLEST, driven
from tests.ui.journals import write_entry
from tests.ui.test_file_review import reviewed


@pytest.fixture
async def file(tmp_path: Path) -> Path:
    """Ana's journal with one long debrief, under a name that tells nothing."""
    home, path = tmp_path / "ana", tmp_path / "download(1).jsonl"
    await write_entry(home, "Tuning", "2026-09-01", learned="They waited. " * 400)
    wiring = Wiring(Home(home))
    try:
        contents = await wiring.journal.contents()
    finally:
        wiring.close()
    path.write_bytes(lines_of((each for _, each in contents.documents), "Ana [b]María"))
    return path


async def half_answered(file: Path) -> None:
    """An answer is begun and left."""
    async with reviewed(file) as app:
        assert "Ana [b]María · READ ONLY" in app.text()
        await app.press("a")
        await app.write("Ben")
        await app.press("enter")
        await app.put("I think")
        await app.press("escape")


@pytest.mark.parametrize("size", SMALLEST)
async def test_home_names_an_answer_that_is_half_written(file: Path, size: tuple[int, int]) -> None:
    """Under whose journal it is to; enter opens that, as long as its file is there."""
    await half_answered(file)
    async with driven(file.parent / "ben", size) as app:
        assert "Ana [b]María" in app.rows("rows") and "1 answer as a mentor" in app.rows("rows")
        app.row_list("rows").mark("begun review ana-b-maria")
        await app.press("enter")
        assert isinstance(app.screen, FileReviewScreen) and "I think" in app.rows("rows")
        await app.press("escape")
        file.unlink()
        app.row_list("rows").mark("begun review ana-b-maria")
        await app.press("enter")
        assert isinstance(app.screen, HomeScreen)
        assert "open Ana [b]María's journal by facilitui review FILE" in app.notice.replace(
            "Open", "open"
        )


async def test_all_that_is_kept_is_purged_by_a_key(file: Path) -> None:
    """Once its word is typed, after the survey; the file is read on as if it was new."""
    kept = file.parent / "ben" / "reviews" / "ana-b-maria"
    async with reviewed(file) as app:
        await app.press("a")
        await app.write("Ben")
        await app.press("enter")
        await app.put("I think")
        await app.press("escape")  # kept as a draft by this very program, which holds it
        assert kept.is_dir()
        await app.press("P")
        assert isinstance(app.app.screen, WordDialog)
        assert "what is half typed: 1 draft" in app.panels()
        word = app.app.screen._word
        await app.press("escape")
        assert kept.is_dir()
        await app.press("P")
        await app.write(word)
        await app.press("enter")
        assert isinstance(app.screen, FileReviewScreen) and "Purged: " in app.notice
        assert not kept.exists() and "I think" not in app.rows("rows")
        await app.press("P")
        assert "You have kept nothing of this journal yet" in app.notice
        await app.press("a")
        await app.put("Again.")
        await app.press("ctrl+s")
        assert "Ben: Again." in app.rows("rows")


@pytest.mark.parametrize("size", SMALLEST)
async def test_what_is_read_is_named_while_its_beginning_is_out_of_sight(
    file: Path, size: tuple[int, int]
) -> None:
    """As in the journal: the title and the day stay."""
    async with reviewed(file, size) as app:
        await app.press("enter")
        await app.press("pagedown", "pagedown")
        assert "Tuning" in app.panel("pinned") and "2026" in app.panel("pinned")
