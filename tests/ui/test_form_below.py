"""What is told below a field: it comes and goes with what is typed, whatever stood there first."""

from __future__ import annotations

from pathlib import Path

import pytest
from textual.geometry import Region

from facilitui.bootstrap import Wiring
from facilitui.demo import SimulatedClock
from tests.ui.driving import FARTHEST, Driven, driven
from tests.ui.test_enrolment_forms import ask, enrolled, put

Size = tuple[int, int]


def told_below(app: Driven, field: str) -> list[Region]:
    """Where anything is told below a field."""
    told = (each.region for each in app.app.screen.query(".below") if each.region.height)
    bottom = app.app.screen.query_one(f"#field-{field}").region.bottom
    return [each for each in told if each.y == bottom]


@pytest.mark.parametrize("size", FARTHEST, ids=str)
async def test_what_follows_from_a_day_is_told_once_that_can_be_read(
    home: Path, clock: SimulatedClock, wiring: Wiring, size: Size
) -> None:
    """Also where it could not when the form was opened."""
    entry = await enrolled(wiring)
    async with driven(home, size, clock=clock) as app:
        await ask(app, entry, "phase", "apprentice")
        await put(app, "on", "soon")
        await app.press("escape")
        await ask(app, entry, "phase", "apprentice")
        assert "these are not met" not in app.panels()
        await put(app, "on", "2026-11-25")
        assert "Before it these are not met" in " ".join(app.panels().split())


async def test_what_a_rule_comes_to_stands_below_its_levels_once_they_are_read(
    home: Path, clock: SimulatedClock, wiring: Wiring
) -> None:
    """Right below the field, and not behind the last one, though nothing was to be told before."""
    entry = await enrolled(wiring)
    async with driven(home, clock=clock) as app:
        await ask(app, entry, "rule", "scores_as_apprentice")
        await put(app, "at_least", "soon")
        await app.press("escape")
        await ask(app, entry, "rule", "scores_as_apprentice")
        assert not told_below(app, "one_at_least")
        await put(app, "at_least", "3")
        assert len(told_below(app, "one_at_least")) == 1
        await put(app, "at_least", "soon")
        assert not told_below(app, "one_at_least")
