"""That a session runs late is marked quietly, from as many minutes on as was set."""

from __future__ import annotations

from pathlib import Path

from facilitui.screens.follow import FollowScreen
from facilitui.screens.live import LiveScreen
from tests.ui.hosting import Stage
from tests.ui.overruns import on_stage, overrun


async def test_the_mark_comes_quietly_after_three_minutes(home: Path) -> None:
    """Nothing opens by itself; the key is named where it helps, and gone when nothing is late."""
    async with on_stage(home) as stage:
        await overrun(stage, 3)
        assert "+3 min" in stage.app.panel("head") and "r recover" not in stage.app.keys_told
        await stage.move(10)
        assert stage.app.keys_told.startswith("n next   r recover   ")
        assert "recovers" not in stage.app.panel("head")
        assert isinstance(stage.app.app.screen, LiveScreen)
        await stage.app.press("r", "enter")
        await stage.move(7)
        assert "r recover" not in stage.app.keys_told


async def opened(home: Path, stage: Stage, setting: str) -> None:
    """Leave the session and come back to it with other settings."""
    (home / "config.toml").write_text(setting, "utf-8")
    await stage.app.press("escape")
    await stage.app.press("r")
    assert isinstance(stage.app.app.screen, LiveScreen)


async def test_from_when_it_is_marked_can_be_set(home: Path) -> None:
    """In config.toml, for every session that is opened after that."""
    async with on_stage(home, below=None) as stage:
        await overrun(stage, 5)
        await opened(home, stage, "late_minutes = 5.5\n")
        assert "+5 min" in stage.app.panel("head") and "r recover" not in stage.app.keys_told
        assert "late_minutes" not in stage.app.notice


async def test_a_setting_that_cannot_be_used_is_told(home: Path) -> None:
    """And three minutes are gone by."""
    async with on_stage(home, below=None) as stage:
        await overrun(stage, 5)
        await opened(home, stage, 'late_minutes = "soon"\n')
        assert stage.app.notice.startswith("! late_minutes in config.toml is a number")
        stage.screen.key_line.clear()
        assert "r recover" in stage.app.keys_told


async def test_a_follower_sees_the_mark_when_the_host_does(home: Path) -> None:
    """One setting of the home holds for every screen that shows a session."""
    async with on_stage(home) as stage:
        (home / "config.toml").write_text("late_minutes = 5.5\n", "utf-8")
        await overrun(stage, 5)
        screen = stage.app.opening.follow(stage.hosted.session)
        assert isinstance(screen, FollowScreen)
        await stage.app.show(screen)
        assert not screen.view().is_late
        await stage.move(60)
        assert screen.view().is_late
