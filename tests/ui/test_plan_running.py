"""Plan: what its heading says while a session of the plan lies open."""

from __future__ import annotations

from pathlib import Path

import pytest

from facilitui.screens.live import LiveScreen
from tests.ui.driving import SMALLEST
from tests.ui.planning import planned


@pytest.mark.parametrize("size", SMALLEST)
async def test_the_plan_says_that_its_session_runs(home: Path, size: tuple[int, int]) -> None:
    """Come back from one that goes on, and not once it has ended; `s` goes on with it at once."""
    async with planned(home, size=size) as app:
        assert "running" not in app.panel("head")
        await app.press("s")
        await app.press("n")
        await app.press("escape")
        assert "● running: s goes on" in app.text()
        await app.press("B")
        assert "Begin a new session" in app.text()
        await app.press("escape")
        await app.press("s")
        assert isinstance(app.screen, LiveScreen)
        await app.press("e", "y")
        await app.press("escape")
        assert "running" not in app.text()
