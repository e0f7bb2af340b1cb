"""A journal in which nothing is written: each key says just that, and review offers its one way."""

from __future__ import annotations

from pathlib import Path

import pytest

from facilitui.services.reviews.seeing import NOTHING_NEW
from tests.ui.driving import SMALLEST, driven
from tests.ui.journals import journal, write_three

EMPTY = "Nothing is written here yet."


@pytest.mark.parametrize("key", ["m", "d", "[", "]", "n", "c", "e", "k", "r", "x"])
async def test_each_key_says_that_nothing_is_written(home: Path, key: str) -> None:
    """In one sentence, and nothing is another way afterwards."""
    async with driven(home, (80, 24), "journal") as app:
        before = app.keys_told
        await app.press({"[": "left_square_bracket", "]": "right_square_bracket"}.get(key, key))
        assert app.notice == "That needs an entry first." and app.text().count(EMPTY) == 1
        assert not journal(app).by_month
        journal(app).key_line.clear()
        assert app.keys_told == before


@pytest.mark.parametrize("size", SMALLEST)
async def test_a_search_in_it_says_that_it_is_empty(home: Path, size: tuple[int, int]) -> None:
    """Whether words or filters are searched for; escape leaves the search."""
    async with driven(home, size, "journal") as app:
        assert "i import" in app.keys_told
        await app.press("slash")
        for typed in ("wait", " role:host"):
            await app.write(typed)
            assert EMPTY in app.text() and "Nothing has" not in app.text()
        assert "escape leave search" in app.keys_told
        await app.press("escape")
        assert "escape home" in app.keys_told and "i import" in app.keys_told
        assert EMPTY in app.text() and "leave search" not in app.keys_told


async def test_where_something_is_written_a_search_without_results_says_that(home: Path) -> None:
    """As it did."""
    await write_three(home)
    async with driven(home, (80, 24), "journal") as app:
        await app.press("slash")
        await app.write("zz")
        assert "Nothing has “zz” in it." in app.text() and EMPTY not in app.text()


async def test_a_review_of_nothing_offers_a_goal_and_the_way_back(home: Path) -> None:
    """No key that would do nothing."""
    async with driven(home, (120, 40), "journal") as app:
        await app.press("R")
        assert "Nothing waits, and nothing is new." in app.text()
        await app.press("s")
        assert app.notice == "Mark something first."
        await app.press("l")
        assert app.notice == NOTHING_NEW
        await app.press("down")
        assert app.notice == ""
        assert app.keys_told.split() == [
            "escape",
            "back",
            "i",
            "import",
            "g",
            "goal",
            "?",
            "all",
            "keys",
        ]
