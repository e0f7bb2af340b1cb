"""The long form of the kill test in `tests/storage/test_sessions.py`."""

from __future__ import annotations

import asyncio
import random
from pathlib import Path

import pytest

from facilitui.core.plans.plan import Plan
from tests.storage.chains import store_of
from tests.storage.log_kills import Kills, kill_often

KILLS = 200
EACH = 20
"""Kills of one session, whose log has to stay readable in a moment."""


@pytest.mark.torture
@pytest.mark.timeout(900)
async def test_two_hundred_kills_lose_nothing(home: Path) -> None:
    """Killed 200 times at random moments, hosts never lost an event they had acknowledged."""
    store = store_of(home)
    total = Kills()
    for number in range(KILLS // EACH):
        session = f"s{number}"
        await (await store.create(session, Plan())).close()
        seen = await asyncio.to_thread(kill_often, home, session, EACH, random.Random())
        total.kills += seen.kills
        total.acknowledged += seen.acknowledged
        total.torn += seen.torn
    print(f"{total.kills} kills, {total.acknowledged} acknowledged events, {total.torn} torn lines")
    assert total.kills == KILLS
    assert total.acknowledged > KILLS
    assert all(not row.trouble for row in await store.rows())
