"""What tests of several services begin with."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator, Iterator
from pathlib import Path

import pytest

from facilitui.core.library.shelf import Shelf
from facilitui.services.plans.plan_desk import PlanDesk
from facilitui.services.plans.planning import Planning
from tests.core.making import good_plan
from tests.services.fakes import FixedLibrary, MemoryPlans, MovableClock
from tests.services.full_sessions import Full, copied, run_one
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


@pytest.fixture(scope="session")
def full_once(tmp_path_factory: pytest.TempPathFactory) -> Full:
    """A session with everything that can be kept of one, to be copied; nobody has it open."""
    home = tmp_path_factory.mktemp("full") / "home"
    home.mkdir(mode=0o700)
    made = asyncio.run(run_one(home))
    made.wiring.close()
    return made


@pytest.fixture
def full(full_once: Full, home: Path) -> Iterator[Full]:
    """The same for one test, in a program that has just been started."""
    made = copied(full_once, home)
    yield made
    made.wiring.close()


@pytest.fixture
async def just_run(home: Path) -> AsyncIterator[Full]:
    """The same in the program that has run it, which still has in memory what it kept."""
    made = await run_one(home)
    yield made
    made.wiring.close()
