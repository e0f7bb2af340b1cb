"""With whom a session was planned, in the form about its debrief."""

from __future__ import annotations

from pathlib import Path

import pytest

from facilitui.core.debriefs.debrief import Debrief, Planner
from facilitui.core.vocabulary import Role
from tests.ui.debriefing import KEYS, debriefing, desk, draft
from tests.ui.driving import HOSTILE

SIZES = [(60, 16), (80, 24)]


@pytest.mark.parametrize("size", SIZES)
async def test_each_line_stays_in_view_and_is_kept_at_once(
    home: Path, size: tuple[int, int]
) -> None:
    """The list is the last field, and grows downwards."""
    async with debriefing(home, size) as stage:
        await stage.app.press(KEYS["debrief.about"], "shift+tab")
        for line in ("Kim, staff, 30", "Bo, mentor", "Lu"):
            await stage.app.write(line)
            assert line in stage.app.text()
            await stage.app.press("enter")
        await stage.app.press("escape")
        assert desk(stage).debrief.planned_with == (
            Planner(person="Kim", role=Role.STAFF, minutes=30),
            Planner(person="Bo", role=Role.MENTOR),
            Planner(person="Lu", role=Role.PEER),
        )
        assert "planned with Kim (staff, 30 min), Bo" in stage.app.panel("about")


async def test_a_hostile_name_is_shown_as_it_is(home: Path) -> None:
    """In the form, under the heading, and in the draft."""
    async with debriefing(home, (80, 24)) as stage:
        await stage.app.press(KEYS["debrief.about"], "shift+tab")
        await stage.app.put(f"{HOSTILE}, staff")
        await stage.app.press("escape")
        assert "planned with [x] [/b]" in stage.app.panel("about")
        (kept,) = Debrief.model_validate(draft(home)).planned_with or ()
        assert kept.role is Role.STAFF and kept.person.startswith("[x] [/b] [@click=app.quit]")
        await stage.app.press(KEYS["debrief.about"])
        await stage.app.press("shift+tab")
        assert "[x] [/b]" in stage.app.text()
