"""What tells sessions of one plan apart in a review: their days, which are never cut."""

from __future__ import annotations

from pathlib import Path

import pytest

from facilitui.screens.review.own import MentoringScreen
from tests.ui.driving import SIZES, driven
from tests.ui.journals import write_entry

TITLE = "Looking at student work together with the whole department and its guests"


@pytest.mark.parametrize("size", SIZES)
async def test_the_day_of_a_session_is_whole_where_its_title_has_no_room(
    home: Path, size: tuple[int, int]
) -> None:
    """In the heading of what is to bring, and below a mark."""
    for day in ("2026-11-15", "2026-11-22"):
        await write_entry(home, day, day, title=TITLE, learned="They waited.")
    async with driven(home, size, "journal") as app:
        await app.press("k", "down", "k", "R")
        assert isinstance(app.screen, MentoringScreen)
        rows = app.row_list("rows")
        width = rows.scrollable_content_region.width - 3
        drawn = [line.plain for row in rows.rows for line in row.draw(width, False)]
        for day in ("Sun 15 Nov 2026", "Sun 22 Nov 2026"):
            named = [line for line in drawn if line.strip().startswith("Looking") and day in line]
            assert len(named) == 2, drawn
