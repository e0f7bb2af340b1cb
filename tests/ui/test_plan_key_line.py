"""What the Plan screen tells of its keys and its checks, wherever the keys go."""

from __future__ import annotations

from pathlib import Path

import pytest

from facilitui.commands.plan import AGENDA, AGENDA_LINE, PLAN, QUESTIONS, QUESTIONS_LINE
from facilitui.core.plans.plan import Block, Plan
from tests.ui.driving import FARTHEST, SIZES
from tests.ui.planning import desk, planned


@pytest.mark.parametrize("size", FARTHEST, ids=str)
async def test_tab_says_where_it_leads(home: Path, size: tuple[int, int]) -> None:
    """To the questions from the agenda, to the agenda from the questions, at every size."""
    async with planned(home, size=size) as app:
        assert "tab questions" in app.keys_told
        await app.press("tab")
        assert "tab agenda" in app.keys_told and "questions" not in app.keys_told
        await app.press("tab")
        assert "tab questions" in app.keys_told


def test_the_key_line_has_all_that_works() -> None:
    """In an order of its own, but nothing twice, and no command but those of both sides."""
    for line, part in ((AGENDA_LINE, AGENDA), (QUESTIONS_LINE, QUESTIONS)):
        assert sorted(each.id for each in line) == sorted(each.id for each in (*part, *PLAN))


@pytest.mark.parametrize("size", SIZES[:2], ids=str)
async def test_the_checks_beyond_those_in_view_have_their_key(
    home: Path, size: tuple[int, int]
) -> None:
    """With how many there are, and how many were set aside where that has room."""
    async with planned(home, Plan(blocks=(Block(id="b", title="Work"),)), size) as app:
        checks = desk(app).view.checks
        told = "ticks" if size[0] < 80 else "checks"
        assert len(checks) > 4 and f"c {len(checks) - 3} more" in app.panel(told)
        await app.press("c")
        await app.press("x")
        await app.put("meant so")
        await app.press("enter")
        await app.press("escape")
        assert f"c {len(checks) - 4} more" in app.panel(told)
        assert ("1 set aside" in app.panel(told)) == (size[0] >= 80)
