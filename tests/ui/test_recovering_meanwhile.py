"""Recovering while time goes on: only what is shown is done, and it says why it is what it is."""

from __future__ import annotations

from datetime import timedelta
from pathlib import Path

import pytest

from facilitui.screens.live import recovering
from facilitui.widgets.live_recovery import MOVED_ON
from tests.core.making import agenda, part
from tests.ui.hosting import hosted, log
from tests.ui.overruns import SHORTER, dialog, on_stage, overrun


@pytest.fixture(autouse=True)
def looked_at_once(monkeypatch: pytest.MonkeyPatch) -> None:
    """No figure is looked at again by itself while a test moves the clock."""
    monkeypatch.setattr(recovering, "REFRESH_SECONDS", 600.0)


async def test_what_is_gone_meanwhile_is_shown_anew(home: Path) -> None:
    """Another event came while one looked: nothing is written, and that is said."""
    async with on_stage(home) as stage:
        await overrun(stage)
        await stage.app.press("r")
        await stage.screen.action_press("forward")
        while stage.state.ahead:
            await stage.screen.action_press("forward")
        count = len(log(home))
        await stage.app.press("enter")
        assert MOVED_ON in stage.app.panel("head") and len(log(home)) == count
        assert SHORTER not in stage.app.rows("offers")


async def test_only_what_is_shown_is_done(home: Path) -> None:
    """The machine slept: the first enter shows what is so now, and the next one does that."""
    async with on_stage(home) as stage:
        await overrun(stage)
        await stage.app.press("r")
        assert "20 → 16" in stage.app.panel("after")
        stage.clock.at += timedelta(minutes=5, seconds=10)
        await stage.app.press("enter")
        assert MOVED_ON in stage.app.panel("head") and not stage.state.recoveries
        shown = stage.app.panel("after")
        assert "20 → 12" in shown and "11 minutes behind" in stage.app.panel("said")
        dialog(stage).look_again()
        assert MOVED_ON in stage.app.panel("head")
        await stage.app.press("enter")
        assert [run.minutes for run in stage.state.runs] == [10, 12, 5, 5, 7]


async def test_what_is_shown_is_done_also_while_the_minute_turns(home: Path) -> None:
    """A tick between looking and choosing changes nothing: the end that is told is true."""
    async with on_stage(home) as stage:
        await overrun(stage)
        await stage.move(25)
        await stage.app.press("r")
        assert "6 minutes past" in stage.app.panel("head") and "20 → 16" in stage.app.panel("after")
        stage.clock.at += timedelta(seconds=10)
        await stage.app.press("enter")
        assert [run.minutes for run in stage.state.runs] == [10, 16, 5, 5, 8]
        assert stage.app.notice.endswith("ends 16:21. u takes it back")
        assert "now ends 16:21" in stage.app.panel("head")


async def test_another_way_is_looked_at_afresh(home: Path) -> None:
    """What was said of the way before it is said no more; a second is no difference."""
    async with on_stage(home) as stage:
        await overrun(stage)
        await stage.app.press("r")
        stage.clock.at += timedelta(minutes=5, seconds=10)
        await stage.app.press("enter", "down")
        assert MOVED_ON not in stage.app.panel("head")
        await stage.app.press("up")
        stage.clock.at += timedelta(seconds=1)
        await stage.app.press("enter")
        assert len(stage.state.recoveries) == 1


async def test_where_nothing_can_be_won_it_says_why_there_is_one_way(home: Path) -> None:
    """And the end that is asked for is no end that nothing is late at."""
    blocks = (*agenda(part("open", 10)), *agenda(part("work", 10, min=10, protected=True)))
    async with hosted(home, (80, 24), blocks=blocks) as stage:
        await overrun(stage, 12)
        await stage.app.press("r")
        assert "12 minutes past the planned end" in stage.app.panel("head")
        assert "Nothing ahead could give any time." in stage.app.panel("head")
        offers = stage.app.rows("offers")
        assert "no time won, the end moves" in offers and "±0" not in stage.app.text()
        await stage.app.press("enter")
        await stage.move(240)
        await stage.app.press("r")
        assert "4 minutes past the agreed end" in stage.app.panel("head")
