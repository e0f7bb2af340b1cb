"""The machine's clock is set while a session runs: that is said, and no figure moves."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta
from pathlib import Path

from tests.ui.hosting import Stage, hosted

WORDS = "clock was set"


def set_clock(stage: Stage, seconds: float) -> None:
    """Set the wall clock; the clock of this boot runs on."""
    read = type(stage.clock).read

    def moved() -> object:
        reading = read(stage.clock)
        return replace(reading, at=reading.at + timedelta(seconds=seconds))

    stage.clock.read = moved  # type: ignore[method-assign,assignment]


async def test_a_clock_that_was_set_is_told_once_and_moves_nothing(home: Path) -> None:
    """An hour back: said at the next tick, not again, and nothing ends earlier by it."""
    async with hosted(home) as stage:
        before = stage.text()
        assert "now ends 15:50" in before
        set_clock(stage, -3600)
        await stage.move(1)
        assert "set 60 min back" in stage.app.keys_told
        assert "now ends 15:50" in stage.text() and "−60" not in stage.text()
        await stage.app.press("m")
        await stage.move(1)
        assert WORDS not in stage.app.keys_told
        set_clock(stage, 0)
        await stage.move(1)
        assert "agrees with the session's own again" in stage.app.keys_told


async def test_an_end_is_told_by_the_sessions_own_time(home: Path) -> None:
    """Five hours forward, and it ended as long after its beginning as it ran."""
    async with hosted(home) as stage:
        set_clock(stage, 18_000)
        await stage.move(120)
        await stage.app.press("e", "y")
        assert "Ended 15:32" in stage.text() and "ended 18 min early" in stage.text()
