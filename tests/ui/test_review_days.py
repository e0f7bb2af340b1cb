"""What tells sessions of one plan apart in a review: their days, which are never cut."""

from __future__ import annotations

from datetime import UTC, datetime
from pathlib import Path

import pytest

from facilitui.demo import SimulatedClock
from facilitui.screens.review.own import MentoringScreen
from tests.ui.driving import SMALLEST, driven
from tests.ui.journals import write_entry

AFTER = datetime(2026, 11, 23, 9, tzinfo=UTC)
TITLE = "Looking at student work together with the whole department and its guests"


@pytest.mark.parametrize("size", SMALLEST)
async def test_the_day_of_a_session_is_whole_where_its_title_has_no_room(
    home: Path, size: tuple[int, int]
) -> None:
    """In the heading of what is to bring; below a mark stands only what that does not tell."""
    for day in ("2026-11-15", "2026-11-22"):
        await write_entry(home, day, day, title=TITLE, learned="They waited.")
    async with driven(home, size, "journal", clock=SimulatedClock(AFTER)) as app:
        await app.press("k")
        await app.press("down", "down", "k")  # the mark has a row of its own
        await app.press("R")
        assert isinstance(app.screen, MentoringScreen)
        rows = app.row_list("rows")
        width = rows.scrollable_content_region.width - 3
        drawn = [line.plain for row in rows.rows for line in row.draw(width, False)]
        for day in ("Sun 15 Nov", "Sun 22 Nov"):
            named = [line for line in drawn if line.strip().startswith("Looking") and day in line]
            assert len(named) == 1, drawn
            assert sum(line.strip() == f"debrief · {day}" for line in drawn) == 1
