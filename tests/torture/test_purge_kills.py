"""Purges are killed, over and over, at any call that changes a file."""

from __future__ import annotations

import asyncio
import random
from pathlib import Path

import pytest

from tests.storage.purge_kills import kill_at, prepared

KILLS, CALLS, WHILE = 500, 26, 6_000_000


@pytest.mark.torture
def test_five_hundred_killed_purges(home: Path, tmp_path: Path) -> None:
    """Nothing else is ever lost, and each is finished afterwards; contents are compared."""
    murders, chance, kills = asyncio.run(prepared(home)), random.Random(), 0
    while kills < KILLS:
        at = chance.choice((chance.randint(1, CALLS), -chance.randint(1, WHILE)))
        kills += kill_at(murders, tmp_path / str(kills), at)
    assert murders.begun > KILLS // 4
