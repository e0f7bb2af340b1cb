"""Choosing one of several: what is told of each, and which is marked at first."""

from __future__ import annotations

from pathlib import Path

import pytest

from facilitui.screens.dialogs.choose import Choice, ChooseDialog
from tests.ui.driving import SIZES
from tests.ui.planning import desk, planned
from tests.ui.test_dialogs import asked
from tests.ui.test_plan_agenda import mark, protocol_plan


@pytest.mark.parametrize("size", SIZES)
async def test_what_is_told_of_the_marked_choice_stands_whole(
    home: Path, size: tuple[int, int]
) -> None:
    """Below the list, where its row has too little room; the figure stands in the row as well."""
    needs = "three leads, three places, three sets of materials"
    long = Choice(
        "b", "Twenty people in three groups: two of seven and one of six", needs, "+8 min"
    )
    choices = [Choice("a", "All together", figure="42 min"), long]
    async with asked(home, lambda: ChooseDialog("How?", choices, "b"), size) as (app, _):
        assert " ".join(f"{long.name}: {long.note}".split()) == " ".join(app.panel("note").split())
        assert "+8 min" in app.rows("choices", 54) and "escape" in app.text()
        await app.press("up")
        assert not app.panel("note").strip()


async def test_the_grouping_in_force_is_marked(home: Path) -> None:
    """And where people are divided they can be one group again."""
    async with planned(home, protocol_plan("tuning", 20, 67)) as app:
        mark(app, "p")
        await app.press("o", "down", "enter", "o")
        assert app.row_list("choices").marked == "1"
        app.row_list("choices").mark("0")
        await app.press("end", "up")
        assert "All in one group" in app.text()
        await app.press("enter")
        assert not desk(app).plan.blocks[0].groups
