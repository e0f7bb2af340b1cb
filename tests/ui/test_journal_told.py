"""What the journal tells in its key line, and which keys it offers there."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.ui.driving import SMALLEST, driven
from tests.ui.journals import journal, write_three

NO_CONFLICT = "No entry has conflicting revisions: there is nothing to settle."


@pytest.fixture
async def three(home: Path) -> Path:
    """A home with three debriefs."""
    await write_three(home)
    return home


async def test_what_is_told_ends_with_the_next_key(three: Path) -> None:
    """A command, an arrow or a letter that is typed."""
    async with driven(three, (80, 24), "journal") as app:
        await app.press("c")
        assert app.notice == NO_CONFLICT
        await app.press("down")
        assert app.notice == ""
        await app.press("c", "slash")
        assert app.notice == ""
        journal(app).tell("Something was done.")
        await app.write("t")
        assert app.notice == ""


@pytest.mark.parametrize("problem", [False, True])
async def test_what_is_told_does_not_outlive_the_screen(three: Path, problem: bool) -> None:
    """Whoever comes back sees the keys."""
    async with driven(three, (80, 24), "journal") as app:
        shown = journal(app)
        shown.tell("Something was done.", problem=problem)
        await app.app.switch_mode("library")
        await app.settle()
        await app.app.switch_mode("journal")
        await app.settle()
        assert journal(app) is shown and app.notice == ""


async def test_tab_is_offered_where_it_completes_something(three: Path) -> None:
    """A filter's name or value; not behind a word."""
    async with driven(three, (80, 24), "journal") as app:
        await app.press("slash")
        assert "tab complete" in app.keys_told
        await app.write("heron")
        assert "tab complete" not in app.keys_told
        await app.write(" per")
        assert "tab complete" in app.keys_told


async def test_tab_and_the_way_back_have_room_beside_each_other(three: Path) -> None:
    """Also in the smallest window, where the line is empty, and in a kind."""
    async with driven(three, SMALLEST[0], "journal") as app:
        for keys in (("slash",), ("escape", "slash", *"wait kind:deb")):
            await app.press(*("space" if key == " " else key for key in keys))
            assert "enter read   tab complete   escape leave " in app.keys_told, keys


@pytest.mark.parametrize("size", SMALLEST)
async def test_the_way_back_is_among_the_last_to_be_dropped(
    three: Path, size: tuple[int, int]
) -> None:
    """On an entry's page, while somebody types, in what was found, and among months."""
    async with driven(three, size, "journal") as app:
        for keys, word in (
            (("enter",), "escape list"),
            (("escape", "slash", "t"), "escape leave search"),
            (("enter", "escape"), "escape leave search"),
            (("escape", "m"), "escape all entries"),
        ):
            await app.press(*keys)
            assert word in app.text(), keys
