"""Ticking several things: with the keyboard, at every size, whatever they are called."""

from __future__ import annotations

from pathlib import Path

import pytest

from facilitui.screens.dialogs.choose import Choice
from facilitui.screens.dialogs.tick import TickDialog
from tests.ui.driving import HOSTILE, SMALLEST
from tests.ui.test_dialogs import asked

CHOICES = [Choice(f"k{n}", f"Thing {n}", f"about thing {n}") for n in range(12)]


async def test_what_is_ticked_is_taken_together(home: Path) -> None:
    """Space ticks and takes back, enter takes them all."""
    async with asked(home, lambda: TickDialog("Which?", CHOICES, {"k0"}, "take them")) as (
        app,
        got,
    ):
        assert "1 of 12 ticked" in app.text() and "[x] Thing 0" in app.text()
        await app.press("down", "space", "down", "space", "up", "up", "space")
        assert "2 of 12" in app.text()
        await app.press("enter")
        assert got.answers == [frozenset({"k1", "k2"})]


async def test_the_key_that_keeps_everywhere_takes_what_is_ticked(home: Path) -> None:
    """As enter does; f1 tells it."""
    async with asked(home, lambda: TickDialog("Which?", CHOICES, {"k0"}, "keep")) as (app, got):
        await app.press("f1")
        assert "ctrl+s keep" in app.panel("foot")
        await app.press("down", "space", "ctrl+s")
        assert got.answers == [frozenset({"k0", "k1"})]


async def test_all_or_none_and_leaving(home: Path) -> None:
    """Nothing ticked is an answer too; escape is none."""
    async with asked(home, lambda: TickDialog("Which?", CHOICES, (), "take")) as (app, got):
        await app.press("a")
        assert "12 of 12" in app.text()
        await app.press("a", "enter")
        assert got.answers == [frozenset()]
    async with asked(home, lambda: TickDialog("Which?", CHOICES, (), "take")) as (app, got):
        await app.press("space", "escape")
        assert got.answers == [None]


@pytest.mark.parametrize("size", SMALLEST)
async def test_what_a_thing_is_stands_below_it_and_the_keys_in_view(
    home: Path, size: tuple[int, int]
) -> None:
    """However long the list is; hostile names are only names."""
    choices = [Choice("x", HOSTILE, HOSTILE), *CHOICES]
    async with asked(home, lambda: TickDialog("Which?", choices, (), "take"), size) as (app, _):
        await app.press("down")
        text = app.text()
        assert "about thing 0" in text and "[@click" in text
        assert "space tick   enter take   escape leave" in text
        await app.press("end")
        assert "about thing 11" in app.text()
