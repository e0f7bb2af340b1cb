"""Windows under any size that is supported still tell the time, and that nobody hosts."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest

from facilitui.core.sessions.room import RoomClock, RoomMoment, RoomView
from facilitui.screens.dialogs.confirm import ConfirmDialog
from facilitui.widgets.live_head import head
from facilitui.widgets.room_page import SAFE, room_lines
from tests.ui.hosting import hosted

LOST = "host gone 0:02"
ROOM = RoomView(RoomMoment.STEP, "A title", step="Opening", clock=RoomClock(left=272))


def plain(lines: list[object]) -> str:
    """Lines as they are read."""
    return "\n".join(str(line) for line in lines)


@pytest.mark.parametrize(("size", "clock"), [((20, 5), "10:00  open"), ((10, 3), "10:00")])
async def test_live_tells_the_time(home: Path, size: tuple[int, int], clock: str) -> None:
    """In one line with the step; paused has its mark; a larger window has large figures again."""
    async with hosted(home, size) as stage:
        assert clock in stage.app.text()
        await stage.app.press("space")
        assert "‖ 10" in stage.app.text()
        await stage.app.press("space")
        await stage.move(2)
        assert "9:58" in stage.app.text()
        await stage.app.pilot.resize_terminal(80, 24)
        await stage.app.settle()
        assert "9:58" not in stage.app.text() and "██" in stage.app.text()


async def test_a_dialog_has_no_frame_where_that_would_be_all(home: Path) -> None:
    """At least a word of the question and one of its keys is read."""
    async with hosted(home, (10, 3)) as stage:
        await stage.app.press("e")
        assert isinstance(stage.app.app.screen, ConfirmDialog)
        assert "End" in stage.app.text() and "enter" in stage.app.text()
        assert "─" not in stage.app.text()


@pytest.mark.parametrize("size", [(20, 5), (30, 8), (60, 16), (80, 24)])
def test_the_room_is_told_that_nobody_hosts(size: tuple[int, int]) -> None:
    """Whole, with the clock, and with the words that it is safe to share."""
    shown = plain([*room_lines(ROOM, *size, LOST)])
    assert LOST in shown and SAFE in shown
    assert "4:32" in shown or "█" in shown
    assert LOST not in plain([*room_lines(ROOM, *size)])


def test_the_room_has_at_least_its_clock() -> None:
    """Where there is one line for the step and the clock, it is the clock's."""
    assert "4:32" in plain([*room_lines(ROOM, 10, 3)])


@pytest.mark.parametrize("width", [16, 26, 56])
async def test_a_follower_is_told_that_nobody_hosts(home: Path, width: int) -> None:
    """It goes before all else that stands there."""
    async with hosted(home) as stage:
        view = replace(stage.screen.view(), banner="FOLLOWING · read only", lost=LOST)
        assert LOST in plain([*head(view, width)])
