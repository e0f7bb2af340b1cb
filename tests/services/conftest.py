"""What tests of several services begin with."""

from __future__ import annotations

from collections.abc import AsyncIterator
from pathlib import Path

import pytest

from facilitui.core.shelf import Shelf
from facilitui.services.plan_desk import PlanDesk
from facilitui.services.planning import Planning
from tests.core.making import good_plan
from tests.services.fakes import FixedLibrary, MemoryPlans, MovableClock
from tests.services.full_sessions import Full, run_one
from tests.services.houses import House
from tests.services.memory_files import MemoryDrafts
from tests.services.rooms import Room


@pytest.fixture
def room() -> Room:
    """A home with one plan."""
    return Room()


@pytest.fixture
def house() -> House:
    """Nothing yet, at nine in the morning."""
    return House()


@pytest.fixture
def plans() -> MemoryPlans:
    """One plan as a file."""
    plans = MemoryPlans()
    plans.put("work", good_plan())
    return plans


@pytest.fixture
def drafts() -> MemoryDrafts:
    """No drafts."""
    return MemoryDrafts()


@pytest.fixture
def planning(plans: MemoryPlans, drafts: MemoryDrafts) -> Planning:
    """Planning over them, with one agenda."""
    shelf = Shelf(agendas={"ready": good_plan(title="Ready", start=None)})
    return Planning(plans, drafts, FixedLibrary(shelf), MovableClock())


@pytest.fixture
async def desk(planning: Planning) -> PlanDesk:
    """The plan, open."""
    return await planning.open("work")


@pytest.fixture
async def full(home: Path) -> AsyncIterator[Full]:
    """A session with everything that can be kept of one."""
    made = await run_one(home)
    yield made
    made.wiring.close()
