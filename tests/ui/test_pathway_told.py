"""What a board tells of what was done: until the next key, or for a moment; then its keys again."""

from __future__ import annotations

from pathlib import Path

import pytest

from facilitui.demo import SimulatedClock
from facilitui.screens.pathway.board import BoardScreen
from facilitui.widgets import key_line
from tests.ui.driving import SMALLEST, Driven, driven
from tests.ui.pathways import AT, MINE, board, kept, pathways
from tests.ui.test_pathway_sorting import Sorts
from tests.ui.test_pathways import enrolled


async def closed(app: Driven) -> None:
    """An enrolment that is closed in its form, which is told on its board."""
    await enrolled(app)
    await app.press("c", "ctrl+s")
    assert isinstance(app.screen, BoardScreen)


@pytest.mark.parametrize("size", SMALLEST, ids=str)
async def test_what_was_saved_makes_room_for_the_next_key(
    home: Path, size: tuple[int, int]
) -> None:
    """Whatever that key does; all keys are a key away all along."""
    async with driven(home, size, clock=SimulatedClock(AT)) as app:
        await closed(app)
        assert app.notice == "Saved." and app.keys_told.endswith("all keys")
        await app.press("down")
        assert not app.notice and "escape back" in app.keys_told


async def test_what_was_saved_is_told_for_a_moment(
    home: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Nobody has to press a key for the keys to come back."""
    monkeypatch.setattr(key_line, "NOTICE_SECONDS", 0.001)
    async with driven(home, clock=SimulatedClock(AT)) as app:
        await closed(app)
        assert not app.notice and "escape back" in app.keys_told


async def test_what_was_told_does_not_wait_behind_another_screen(home: Path) -> None:
    """Nobody comes back to it."""
    async with pathways(home, kept()) as app:
        screen = await board(app)
        screen.tell("Saved.")
        await app.press("f1", "escape")
        assert app.screen is screen and not app.notice


async def test_the_key_that_saves_keeps_what_counts(home: Path) -> None:
    """As enter does, and as it saves in every form; f1 tells both."""
    changes = Sorts()
    async with pathways(home, kept(), pathway_changes=changes) as app:
        await board(app)
        await app.press("s", "f1")
        assert "enter keep" in app.panel("foot") and "ctrl+s keep" in app.panel("foot")
        await app.press("space", "ctrl+s")
        assert changes.said == {"s4": True} and isinstance(app.screen, BoardScreen)
        assert app.screen.enrolment == MINE and app.notice.startswith("Sorted")


@pytest.mark.parametrize("key", ["m", "l", "s", "w", "d"])
async def test_what_is_closed_says_at_once_which_key_opens_it(home: Path, key: str) -> None:
    """Nothing is asked before, of which nothing would be kept."""
    async with driven(home, (60, 16), clock=SimulatedClock(AT)) as app:
        await closed(app)
        app.screen.rows.mark("asked application")  # type: ignore[attr-defined]
        await app.press(key)
        assert isinstance(app.screen, BoardScreen)
        assert app.notice == "Nothing to do here: it is closed. c opens it again."
        await app.press("c")
        assert app.notice == "It is open again."
