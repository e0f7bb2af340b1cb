"""Keys in a review after a save over it, what is half written there, and what is searched for."""

from __future__ import annotations

import asyncio
from pathlib import Path

import pytest

from facilitui.screens.dialogs.entry_form import EntryDialog
from facilitui.screens.review import screen
from facilitui.screens.review.own import MentoringScreen
from facilitui.services.reviews.mentoring import Mentoring
from facilitui.services.reviews.review_rows import Review
from tests.ui.driving import driven
from tests.ui.test_input_order import post, slowly
from tests.ui.test_review import home as home
from tests.ui.test_review import in_review


async def test_keys_behind_a_save_wait_for_the_list_that_has_it(
    home: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The list is long in being read: home, down and e find the answer that was just written."""
    may_read, look = asyncio.Event(), Mentoring.look
    may_read.set()

    async def held(desk: Mentoring, query: str = "") -> Review:
        await may_read.wait()
        return await look(desk, query)

    monkeypatch.setattr(Mentoring, "look", held)
    async with in_review(home) as app:
        await app.press("k", "end", "a")
        await app.put("Look at the chart.")
        may_read.clear()
        written = app.app.screen
        post(app, "ctrl+s")
        while app.app.screen is written:
            await asyncio.sleep(0)
        post(app, "home", "down", "e")
        for _ in range(200):
            await asyncio.sleep(0)
        assert not isinstance(app.app.screen, EntryDialog)
        may_read.set()
        await app.settle()
        dialog = app.app.screen
        assert isinstance(dialog, EntryDialog)
        assert dialog.values["text"] == "Look at the chart." and "reason" in dialog.values


async def test_a_review_that_takes_long_to_be_read_says_so(
    home: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """In place of its list, until that is there."""
    monkeypatch.setattr(screen, "SOON_SECONDS", 0.001)
    async with driven(home, (80, 24), "journal") as app:
        read = slowly(monkeypatch, app.wiring.mentoring, "look")
        post(app, "R")
        while not isinstance(app.app.screen, MentoringScreen) or "Reading" not in app.panel("said"):
            await app.pilot.pause()
        read.set()
        await app.settle()
        assert app.panel("said") == "" and "You have not looked yet" in app.rows("rows")


async def test_what_is_half_written_is_told_before_it_is_handed_over(home: Path) -> None:
    """It stays behind; escape goes back, and nothing is written."""
    async with in_review(home) as app:
        await app.press("g")
        await app.write("Wait longer")
        await app.press("escape", "x")
        assert "1 half-written text is not saved" in app.panels()
        await app.press("escape")
        assert not (home / "exports").exists()
        await app.press("x", "enter")
        await app.write("Ana")
        await app.press("ctrl+s")
        assert "All of your 3 entries for your mentor: " in app.panels()
        assert 'name = "Ana"' in (home / "config.toml").read_text("utf-8")


async def test_a_half_written_goal_is_read_and_gone_on_with_by_enter(home: Path) -> None:
    """Its page is what was typed; enter and g open the same one again."""
    async with in_review(home) as app:
        await app.press("g")
        await app.write("Wait longer")
        await app.press("escape", "home")
        assert "Half written" in app.page() and "Wait longer" in app.page()
        assert "`journal list`" not in app.page() and "enter go on" in app.keys_told
        for key in ("enter", "g"):
            await app.press(key)
            dialog = app.app.screen
            assert isinstance(dialog, EntryDialog) and dialog.values["text"] == "Wait longer"
            await app.press("escape")


async def test_what_was_said_to_be_seen_is_taken_back(home: Path) -> None:
    """u makes new again what l took for seen."""
    async with in_review(home) as app:
        assert "u unsee" not in app.keys_told
        await app.press("l")
        assert "3 new" not in app.text()
        await app.press("u")
        assert "3 new" in app.text()


async def test_a_search_takes_filters_and_tells_how_many_are_found(home: Path) -> None:
    """As in the journal; what waits is not told of rows that are found."""
    async with in_review(home) as app:
        await app.press("k", "slash", *"kind:")
        assert "tab  debrief  " in app.text()
        await app.press(*"question")
        assert "1 found" in app.text() and "1 to bring" not in app.text()
        await app.press("escape", "escape", "slash", *"kind:debrief", "space", *"misled")
        assert "1 found" in app.text() and "Data talk" in app.rows("rows")


async def test_only_a_question_is_offered_to_be_settled(home: Path) -> None:
    """On an entry the key line says nothing of it; the way back is never dropped."""
    async with in_review(home, (60, 16)) as app:
        assert "escape back" in app.keys_told
        await app.press("enter")
        assert "escape list" in app.keys_told
    async with in_review(home) as app:
        assert "settle" not in app.keys_told
        await app.press("k", "home")
        app.screen.key_line.clear()
        assert "s settle" in app.keys_told
    async with in_review(home, (80, 24)) as app:
        await app.press("home")
        assert "escape back   s settle   x export   i import" in app.text()
        await app.press("enter")
        assert "escape list   s settle   x export   K ask   k mark" in app.text()
        await app.press("enter")
        assert "escape list" in app.text()


async def test_what_shows_a_goal_is_named_by_its_title(home: Path) -> None:
    """The form of a goal says which entry it is as people know it, and the entry stays named."""
    async with in_review(home) as app:
        await app.press("plus")
        dialog = app.app.screen
        assert isinstance(dialog, EntryDialog)
        assert dialog.values["steps"].startswith("door debrief of Fri 20 Nov 2026, “Café talk”:")
