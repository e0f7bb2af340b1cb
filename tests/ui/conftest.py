"""What tests of several screens begin with: a morning, and the services of an empty home."""

from __future__ import annotations

from collections.abc import AsyncIterator
from pathlib import Path

import pytest

from facilitui.bootstrap import Wiring
from facilitui.demo import SimulatedClock
from facilitui.storage.paths import Home
from tests.ui.home_filled import NOW


@pytest.fixture
def clock() -> SimulatedClock:
    """Nine in the morning."""
    return SimulatedClock(NOW)


@pytest.fixture
async def wiring(home: Path, clock: SimulatedClock) -> AsyncIterator[Wiring]:
    """The services, to prepare a home with."""
    wiring = Wiring(Home(home), clock=clock)
    yield wiring
    wiring.close()
