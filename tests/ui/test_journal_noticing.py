"""An open journal shows what came into it from outside."""

from __future__ import annotations

import asyncio
from pathlib import Path

from textual.events import AppBlur, AppFocus

from tests.services.two_machines import Machine
from tests.storage.full_homes import back_up, bring_back
from tests.ui.driving import driven
from tests.ui.journals import journal


async def one_and_a_backup(tmp_path: Path) -> Machine:
    """A home with one entry, and beside it b.zip, which has another."""
    here, there = Machine(tmp_path / "here"), Machine(tmp_path / "there")
    await here.write("debrief-a", title="First")
    here.close()
    await there.write("debrief-b", title="Second")
    there.close()
    await asyncio.to_thread(back_up, there.root, tmp_path / "b.zip")
    return here


async def test_a_restore_from_outside_is_seen_when_the_terminal_is_looked_at(
    tmp_path: Path,
) -> None:
    """What is marked stays so; without a change the list is not made anew."""
    here = await one_and_a_backup(tmp_path)
    async with driven(here.root, (120, 40), "journal") as app:
        assert journal(app).rows.marked == "debrief-a" and "Second" not in app.text()
        await asyncio.to_thread(bring_back, here.root, tmp_path / "b.zip")
        app.app.post_message(AppBlur())
        app.app.post_message(AppFocus())
        await app.settle()
        assert "Second" in app.text() and journal(app).rows.marked == "debrief-a"


async def test_verifying_shows_what_the_files_say_now(tmp_path: Path) -> None:
    """The list beside the verdict is of the same files."""
    here = await one_and_a_backup(tmp_path)
    async with driven(here.root, (120, 40), "journal") as app:
        await asyncio.to_thread(bring_back, here.root, tmp_path / "b.zip")
        await app.press("v")
        await app.settle()
        assert "verified" in app.text() and "Second" in app.text()
