"""How often a Live page is drawn: by the shown second, and seldom where only minutes are told."""

from __future__ import annotations

from pathlib import Path

import pytest

from facilitui.screens.live.ticking import STILL_TICK, WAIT_TICK
from facilitui.services.sessions.hosted_session import HostedSession
from tests.ui.hosting import hosted


async def test_a_page_that_stands_is_drawn_seldom(
    home: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """While it is paused; a running clock is drawn by its second, a wait twice in one."""
    monkeypatch.setattr(HostedSession, "behind", 0.0)
    async with hosted(home) as stage:
        delay = stage.screen.ticking._delay
        await stage.move(0.25)
        assert delay() == pytest.approx(0.75)
        await stage.app.press("w")
        assert delay() == WAIT_TICK
        await stage.app.press("w", "space")
        assert delay() == STILL_TICK
        await stage.app.press("space")
        assert delay() <= 1.0


async def test_what_is_not_on_the_disk_is_told_within_a_second_in_a_pause_too(
    home: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Until it is, the page is looked at as often as a running one."""
    async with hosted(home) as stage:
        await stage.app.press("space")
        monkeypatch.setattr(HostedSession, "behind", 0.1)
        assert stage.screen.ticking._delay() <= 1.0
