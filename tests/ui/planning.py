"""A plan that is open, for the tests of the Plan screen."""

from __future__ import annotations

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from datetime import UTC, datetime
from pathlib import Path

import pytest

from facilitui.core.plans.plan import Plan
from facilitui.demo import SimulatedClock
from facilitui.screens.dialogs import keeping
from facilitui.screens.plan import PlanScreen
from facilitui.services.plans.plan_desk import PlanDesk
from facilitui.storage.disk import Disk
from tests.core.making import good_plan
from tests.ui.driving import Below, Driven, NoHome, driven

PLAN = good_plan(zone="")
WIDE = (120, 40)


@asynccontextmanager
async def planned(
    home: Path,
    plan: Plan | None = PLAN,
    size: tuple[int, int] = WIDE,
    disk: Disk | None = None,
    *,
    below: Below = NoHome,
) -> AsyncIterator[Driven]:
    """A plan, open: without `plan` the one that the home holds, without `below` over Home."""
    clock = SimulatedClock(datetime(2026, 11, 25, 9, 0, tzinfo=UTC))
    async with driven(home, size, clock=clock, disk=disk, below=below) as app:
        if plan is not None:
            await app.wiring.plans.save("work", plan, "")
        await app.show(await app.opening.plan("work"))
        yield app


def screen_of(app: Driven) -> PlanScreen:
    """The Plan screen, whatever lies over it."""
    return next(each for each in app.app.screen_stack if isinstance(each, PlanScreen))


def desk(app: Driven) -> PlanDesk:
    """The plan that is open."""
    return screen_of(app)._desk


def titles(app: Driven) -> list[str]:
    """The blocks by title."""
    return [block.title for block in desk(app).plan.blocks]


async def longer(app: Driven) -> None:
    """A change: the first block is a minute longer."""
    app.row_list("agenda").mark("open")
    await app.press("plus")


def file_of(home: Path, name: str = "work") -> Path:
    """A plan's file."""
    return home / "plans" / f"{name}.toml"


def draft_of(home: Path) -> Path:
    """Where the draft is."""
    return home / "drafts" / "plan-work.json"


def without_timers(monkeypatch: pytest.MonkeyPatch) -> None:
    """No timer of keeping goes off: a test calls what it would call, when it wants that."""
    monkeypatch.setattr(keeping, "DRAFT_SECONDS", 1000.0)
    monkeypatch.setattr(keeping, "FILE_SECONDS", 2000.0)
