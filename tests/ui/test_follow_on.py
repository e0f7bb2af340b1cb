"""On a second terminal: the next session, and a clock that was set, as the host has them."""

from __future__ import annotations

from datetime import timedelta
from pathlib import Path
from typing import Any

import pytest

from facilitui.core.sessions import moves
from facilitui.screens.follow import watching as watching_module
from tests.ui.hosting import Stage, hosted
from tests.ui.test_follow import ANOTHER, follow, look, show_room
from tests.ui.test_own_time import set_clock


@pytest.fixture(autouse=True)
def _looks_are_asked_for(monkeypatch: pytest.MonkeyPatch) -> None:
    """The tests say when to look."""
    monkeypatch.setattr(watching_module, "LOOK_SECONDS", 3600.0)


async def next_one(stage: Stage) -> None:
    """The session ends, and a minute later the next one begins."""
    await stage.hosted.do(moves.end)
    stage.clock.at += timedelta(minutes=1)
    await look(stage)
    other = await stage.app.wiring.hosting.prepare(ANOTHER, "other")
    await other.begin()
    await other.leave()


@pytest.mark.parametrize("show", [follow, show_room])
async def test_a_terminal_that_was_left_open_shows_the_next_session(home: Path, show: Any) -> None:
    """A projector that says thank you shows the next one as it begins; who follows is told."""
    async with hosted(home) as stage:
        await show(stage)
        await next_one(stage)
        text = await look(stage)
        assert "Another one" in text and "Thank you" not in text and "Ended" not in text
        if show is follow:
            assert "The next session has begun: Another one" in stage.app.notice


async def test_the_room_of_a_named_session_stays_with_it(home: Path) -> None:
    """It was asked for by its name."""
    async with hosted(home) as stage:
        await stage.app.show(stage.app.opening.room(stage.hosted.session))
        await next_one(stage)
        text = await look(stage)
        assert "Thank you" in text and "Another one" not in text


async def test_who_follows_is_told_that_the_clock_was_set_as_the_host_is(home: Path) -> None:
    """Once, with the same words; every time of day stays right."""
    async with hosted(home) as stage:
        assert "ends 15:40" in await follow(stage)
        set_clock(stage, -3600)
        stage.clock.at += timedelta(seconds=1)
        text = await look(stage)
        assert "set 60 min back" in text and "ends 15:40" in text
        stage.app.screen.key_line.clear()
        stage.clock.at += timedelta(seconds=1)
        assert "clock was set" not in await look(stage)


async def test_the_room_sees_the_right_time_and_nothing_else_of_it(home: Path) -> None:
    """A silence is over by the session's own clock; whose machine was set is no room's matter."""
    async with hosted(home) as stage:
        for _ in range(3):
            await stage.hosted.do(moves.forward)
        before = await show_room(stage)
        assert "quiet until" in before
        set_clock(stage, -3600)
        assert await look(stage) == before
