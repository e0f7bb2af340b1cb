"""A session of seconds is told in seconds: at the end of Live, on Home, beside its debrief."""

from __future__ import annotations

from pathlib import Path

import pytest

from facilitui.demo import SimulatedClock
from facilitui.messages.going import DebriefRequested
from tests.ui.driving import FARTHEST, driven
from tests.ui.hosting import hosted
from tests.ui.journals import write_entry


async def test_at_the_end_and_in_the_debrief(home: Path) -> None:
    """Five seconds of twenty minutes."""
    async with hosted(home) as stage:
        await stage.move(5)
        await stage.app.press("e", "enter")
        assert stage.state.ended_at is not None
        assert "5 s of 20 min" in stage.text() and "0.08" not in stage.text()
        stage.app.app.post_message(DebriefRequested(stage.hosted.session))
        await stage.app.settle()
        assert "5 s" in stage.text() and " 0.08" not in stage.text()


@pytest.mark.parametrize("size", FARTHEST, ids=str)
async def test_on_home(home: Path, clock: SimulatedClock, size: tuple[int, int]) -> None:
    """What was saved stays as it is; what is no number is told as it is."""
    facts = [{"name": "Minutes run", "value": "0.08"}, {"name": "Minutes planned", "value": "75"}]
    await write_entry(home, "Short", "2026-11-20", facts=facts)
    await write_entry(home, "Long", "2026-11-19", facts=[{"name": "Minutes run", "value": "82"}])
    async with driven(home, size, clock=clock) as app:
        told = app.rows("recent" if size[0] >= 120 else "rows")
        assert "5 s" in told and "0.08" not in told and "82" in told
        assert ("82 min" in told) == (size[0] < 120)
        assert ("5 s −74.92" in told) == (size[0] >= 120), "with air between"
